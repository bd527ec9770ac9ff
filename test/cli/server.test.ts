import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../src/cli/server.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { withdraw } from '../../src/ingest/withdraw.ts';
import { builtFolder } from '../fixture/built-folder.ts';
import { smallFolder } from '../fixture/small-node.ts';
import { runInFolder } from './terminal.ts';

let folder: string;
let server: RunningServer;
const controller = new AbortController();
beforeAll(async () => {
  folder = await builtFolder(smallFolder);
  server = await startServer({ folder, port: 0, host: '127.0.0.1' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const port = () => Number(new URL(server.address).port);

test('a busy port and an address that is not of this machine are said plainly', async () => {
  const busy = await runInFolder(folder, ['serve', '--port', String(port())]);
  expect(busy.code).toBe(1);
  expect(busy.stderr).toMatch(/^Port \d+ on 127\.0\.0\.1 is in use by another program\. Choose another/u);
  const foreign = await runInFolder(folder, ['serve', '--port', '0', '--host', '192.0.2.1']);
  expect(foreign.stderr).toContain('This machine has no address 192.0.2.1');
});

test('pages, API and files are served together', async () => {
  const page = await fetch(`${server.address}/`);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/u);
  const html = await page.text();
  for (const [, path] of html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/gu)) {
    const asset = await fetch(`${server.address}${path}`);
    expect({ path, status: asset.status }).toEqual({ path, status: 200 });
    expect(asset.headers.get('cache-control')).toContain('immutable');
  }
  expect((await fetch(`${server.address}/api/fields`)).status).toBe(200);
  expect((await fetch(`${server.address}/no/such/page`)).headers.get('content-type')).toMatch(/^text\/html/u);
  expect((await fetch(`${server.address}/api/none`)).headers.get('content-type')).toMatch(/json/u);
});

test.each([
  '/assets/../package.json',
  '/assets/%2e%2e/package.json',
  '/media/../collectome.yaml',
  '/../../etc/passwd',
  '/media/..%2f..%2fcollectome.yaml/300.webp',
])('%s leads nowhere', async (path) => {
  const body = await new Promise<string>((done, fail) => {
    // fetch would resolve the dots by itself.
    request({ port: port(), path }, (response) => {
      expect(response.statusCode).toBe(404);
      text(response).then(done, fail);
    })
      .on('error', fail)
      .end();
  });
  expect(body).not.toMatch(/sources:|"dependencies"|root:/u);
});

describe('what is no proper request', () => {
  test('is refused in the one shape', async () => {
    const { head, body } = await send('GARBAGE\r\n\r\n');
    expect(head).toBe('HTTP/1.1 400 Bad Request');
    expect(body.error).toMatchObject({ status: 400, code: 'bad-request' });
  });
  test('an address that is too long, too', async () => {
    const { head, body } = await send(`GET /api/search?q=${'x'.repeat(70_000)} HTTP/1.1\r\nhost: x\r\n\r\n`);
    expect(head).toBe('HTTP/1.1 431 Request Header Fields Too Large');
    expect(body.error).toMatchObject({ code: 'too-large', hint: expect.stringContaining('JSON body') });
  });
});

test('a new edition and a withdrawal are taken up while requests run', async () => {
  const search = async () => await (await fetch(`${server.address}/api/search?limit=1000`)).json();
  const before = await search();
  const done = new AbortController();
  const statuses: number[] = [];
  const load = (async () => {
    while (!done.signal.aborted)
      statuses.push((await fetch(`${server.address}/api/search?q=bellis&facet=kind`)).status);
  })();
  await buildEdition(folder);
  const [{ key }] = before.results;
  await withdraw(folder, key, 'Test.');
  const takenUp = async () => {
    const now = await search();
    return now.edition !== before.edition && now.total === before.total - 1;
  };
  while (!(await takenUp())) await new Promise(setImmediate);
  done.abort();
  await load;
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect((await fetch(`${server.address}/api/records/${key}`)).status).toBe(410);
});

describe('the command line answers as the API does', () => {
  test('search', async () => {
    const api = await (
      await fetch(
        `${server.address}/api/search?limit=3&query=${encodeURIComponent('-kind:archive country:DE')}&facet=kind`,
      )
    ).json();
    const { results, ...answer } = await json(
      'search',
      '-kind:archive',
      'country:DE',
      '--limit',
      '3',
      '--facet',
      'kind',
      '--json',
    );
    expect({ ...api, results: undefined }).toEqual({ ...answer, results: undefined });
    expect(results.map(({ key }: any) => key)).toEqual(api.results.map(({ key }: any) => key));
    expect((await runInFolder(folder, ['search', 'bellis'])).stdout).toMatch(/^\d+ certain/u);
    expect((await runInFolder(folder, ['search', 'contry:DE'])).stderr).toContain('country');
    const sorted = await json('search', '--sort', '-catalogNumber', '--limit', '1', '--json');
    expect(sorted.results[0].interpreted.catalogNumber).toBe('W4');
  });

  test('explain', async () => {
    const line = 'kind:archive hop(collector > any, country:DE)';
    const api = await (await fetch(`${server.address}/api/explain?query=${encodeURIComponent(line)}`)).json();
    const own = await json('explain', line, '--json');
    expect(own.hops).toMatchObject([{ line: 'hop(collector > any, country:DE)' }]);
    expect(api).toMatchObject(own);
    expect((await runInFolder(folder, ['explain', line])).stdout).toMatch(
      /at the other end → .* people and groups → /u,
    );
  });

  test('show', async () => {
    const [{ key }] = (await json('search', 'catalogNumber:W2', '--json')).results;
    const record = await json('show', key, '--json');
    expect(record.verbatim).toContainEqual(expect.objectContaining({ header: 'Made', value: 'c. 1825' }));
    const { stdout } = await runInFolder(folder, ['show', key]);
    expect(stdout).toContain('Made: c. 1825');
    expect((await runInFolder(folder, ['show', 'none'])).stderr).toContain('no record with the key “none”');
  });

  test('export', async () => {
    const api = await (await fetch(`${server.address}/api/export?format=csv&datasetKey=workshop`)).text();
    expect((await runInFolder(folder, ['export', 'datasetKey:workshop'])).stdout).toBe(api);
    const { stdout } = await runInFolder(folder, ['export', '--output', 'all.jsonl']);
    expect(stdout).toMatch(/Wrote 44 records to .*all\.jsonl/u);
    expect(readFileSync(join(folder, 'all.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(44);
    expect(readFileSync(join(folder, 'all.jsonl.citation.txt'), 'utf8')).toContain(
      '44 records selected by all objects',
    );
  });
});

test('a demo is never made in a folder that is somebody’s', async () => {
  const own = mkdtempSync(join(tmpdir(), 'collectome-own-'));
  writeFileSync(join(own, 'thesis.txt'), 'years of work');
  const { code, stderr } = await runInFolder(own, ['demo', '--folder', '.']);
  expect(code).toBe(1);
  expect(stderr).toContain('was not made by this command');
  rmSync(own, { recursive: true });
});

test('stopping finishes the requests under way', async () => {
  const answer = fetch(`${server.address}/api/export?format=jsonl`);
  const stopped = answer.then(async (response) => {
    controller.abort();
    const body = await response.text();
    return body.trimEnd().split('\n').length;
  });
  await server.stopped(controller.signal);
  expect(await stopped).toBe(44);
  await expect(fetch(server.address)).rejects.toThrow('fetch failed');
});

/** What the server answers to bytes as they are. */
async function send(raw: string): Promise<{ readonly head: string | undefined; readonly body: any }> {
  const socket = connect(port(), '127.0.0.1');
  socket.end(raw);
  const answer = await text(socket);
  return { head: answer.split('\r\n')[0], body: JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))) };
}

/** The answer of a command that must succeed. */
async function json(...arguments_: string[]): Promise<any> {
  const { code, stdout, stderr } = await runInFolder(folder, arguments_);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}
