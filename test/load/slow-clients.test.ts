import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../src/cli/server.ts';
import { expectFullHealth, RawClient } from './clients.ts';
import { serveCrowd, type ServedCrowd } from './crowded-node.ts';

const RECORDS = 4_000;
const SLOW_MS = 1_000;

let crowd: ServedCrowd;
let server: RunningServer;
let leases: ServedCrowd['leases'];
beforeAll(async () => {
  const limits = { headersMs: SLOW_MS, requestMs: SLOW_MS, stalledMs: SLOW_MS, running: 2, exports: 2 };
  crowd = await serveCrowd(RECORDS, limits);
  ({ server, leases } = crowd);
});
afterAll(() => crowd[Symbol.asyncDispose]());

const BODY = JSON.stringify({ query: 'meadow', limit: 1 });
const POST = `POST /api/search HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n`;

describe('a client that sends slowly', () => {
  test.each([
    ['a head that never ends', 'GET /api/search HTTP/1.1\r\nhost: x\r\nx-slow: '],
    ['a body that never ends', `${POST}content-length: 500\r\n\r\n{"query":`],
    ['a body in pieces that never end', `${POST}transfer-encoding: chunked\r\n\r\n4\r\n{"qu\r\n`],
  ])('%s is answered 408 in time, and holds no place meanwhile', async (_name, sent) => {
    using client = await RawClient.connect(server);
    client.send(sent);
    expect((await fetch(`${server.address}/api/search`)).status).toBe(200);
    expect(server.load.searches.state).toMatchObject({ running: 0, waiting: 0 });
    expect(await client.untilClosed()).toMatch(/^(?:HTTP\/1\.1 408 [^]*"code":"timeout"[^]*)?$/u);
    await expectFullHealth(server, leases);
  });

  test('one that is slow but in time gets its answer', async () => {
    using client = await RawClient.connect(server);
    client.send(`${POST}connection: close\r\ntransfer-encoding: chunked\r\n\r\n`);
    for (const byte of BODY) {
      client.send(`1\r\n${byte}\r\n`);
      await new Promise(setImmediate);
    }
    client.send('0\r\n\r\n');
    const answer = await client.untilClosed();
    expect(answer).toMatch(/^HTTP\/1\.1 200 /u);
    expect(answer).toContain('"total":');
  });

  test('a body that turns out too large is refused before it has come', async () => {
    using client = await RawClient.connect(server);
    client.send(`${POST}transfer-encoding: chunked\r\n\r\n`);
    const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    for (let sent = 0; sent < 20; sent++) client.send(piece);
    expect(await client.untilClosed()).toMatch(/^HTTP\/1\.1 413 [^]*"code":"too-large"/u);
    await expectFullHealth(server, leases);
  });
});

describe('a client that does not read', () => {
  test.each(['/api/export?format=jsonl', '/api/search?limit=1000', '/search'])(
    '%s: is cut off, and what it held is free again',
    async (path) => {
      const clients = await Promise.all(Array.from({ length: 6 }, () => RawClient.connect(server)));
      for (const client of clients) {
        client.socket.pause();
        // More than the system's buffers take in, so that the server is left with the rest.
        for (let asked = 0; asked < 12; asked++) client.get(path);
      }
      expect((await fetch(`${server.address}/api/health`)).status).toBe(200);
      await expectFullHealth(server, leases);
      for (const client of clients) client[Symbol.dispose]();
    },
  );
});

describe('a client that goes', () => {
  const POLYGON = `POLYGON((${Array.from({ length: 4000 }, (_, index) => {
    const angle = ((index % 3999) / 3999) * 2 * Math.PI;
    const reach = index % 2 === 0 || index === 3999 ? 1 : 0.05;
    return `${(170 * reach * Math.cos(angle)).toFixed(3)} ${(80 * reach * Math.sin(angle)).toFixed(3)}`;
  }).join(',')}))`;
  const post = (body: unknown) => {
    const text = JSON.stringify(body);
    return `${POST}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  };
  const get = (path: string) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`;

  test.each([
    ['in a search', post({ query: { kind: 'within', geometry: POLYGON } })],
    ['in a search that DuckDB answers', get('/api/search?query=occurrenceRemarks%3A%22*ba*%22')],
    ['in a page', get('/search?q=meadow')],
    ['in an export', get('/api/export?format=jsonl')],
    ['in an export that is compressed', get('/api/export').replace('\r\n\r\n', '\r\naccept-encoding: br\r\n\r\n')],
    ['in a record', get('/api/search?limit=1000')],
  ])('%s leaves nothing behind', async (_name, sent) => {
    for (let round = 0; round < 12; round++) {
      const client = await RawClient.connect(server);
      client.send(sent);
      // At another moment each time: before the request is read, while it is answered, when the answer has begun.
      for (let turn = 0; turn < round * 3; turn++) await new Promise(setImmediate);
      if (round % 4 === 3) await client.untilBegun();
      client[Symbol.dispose]();
    }
    await expectFullHealth(server, leases);
  });
});

test('more connections than may be open are refused, and those that are open go on', async () => {
  const limits = { connections: 3 };
  const stop = new AbortController();
  const folder = server.live.paths.configuration.replace(/[/\\][^/\\]+$/u, '');
  const narrow = await startServer({ folder, port: 0, host: '127.0.0.1', limits });
  const clients = await Promise.all(Array.from({ length: 3 }, () => RawClient.connect(narrow)));
  using fourth = await RawClient.connect(narrow);
  expect(await fourth.untilClosed()).toBe('');
  clients[0]!.send('GET /api/health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
  expect(await clients[0]!.untilClosed()).toMatch(/^HTTP\/1\.1 200 /u);
  for (const client of clients) client[Symbol.dispose]();
  stop.abort();
  await narrow.stopped(stop.signal);
});
