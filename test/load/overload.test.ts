import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../src/cli/server.ts';
import { builtFolder } from '../fixture/built-folder.ts';
import { smallFolder } from '../fixture/small-node.ts';
import { countLeases, expectFullHealth } from './clients.ts';

const RUNNING = 2;
const WAITING = 4;
const OTHERS = ['10.0.0.1', '10.0.0.2'] as const;

let folder: string;
let server: RunningServer;
let leases: { readonly open: number };
const controller = new AbortController();
beforeAll(async () => {
  folder = await builtFolder(smallFolder);
  const limits = { running: RUNNING, waiting: WAITING, waitMs: 60_000, exports: 1, trustProxy: true };
  server = await startServer({ folder, port: 0, host: '127.0.0.1', limits });
  leases = countLeases(server);
});
afterAll(async () => {
  controller.abort();
  await server.stopped(controller.signal);
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, client: string, init: RequestInit = {}) =>
  fetch(server.address + path, {
    ...init,
    headers: { 'x-forwarded-for': client, ...(init.headers as Record<string, string>) },
  });
const health = async () => (await ask('/api/health', 'h')).json();

/** All places for searches taken, as by requests that take for ever. */
async function occupy(): Promise<() => void> {
  const ends = await Promise.all(OTHERS.map((client) => server.load.searches.admit(client)));
  return () => ends.forEach((end) => end());
}

async function untilWaiting(count: number): Promise<void> {
  while (server.load.searches.state.waiting < count) await new Promise(setImmediate);
}

describe('while all places are taken', () => {
  test('what is cheap is answered, and health says how things are', async () => {
    const [{ key }] = (await (await ask('/api/search?limit=1', 'a')).json()).results;
    const release = await occupy();
    const waiting = ask('/api/search', 'a');
    await untilWaiting(1);
    const page = await (await ask('/about', 'a')).text();
    const asset = /(?:src|href)="(\/assets\/[^"]+)"/u.exec(page)![1]!;
    for (const path of [`/object/${key}`, `/api/records/${key}`, '/about', '/datasets', '/api/fields', asset]) {
      expect({ path, status: (await ask(path, 'a')).status }).toEqual({ path, status: 200 });
    }
    expect(await health()).toMatchObject({ status: 'busy', searches: { running: RUNNING, waiting: 1 } });
    const { admitted } = server.load.searches.state;
    release();
    expect((await waiting).status).toBe(200);
    expect(server.load.searches.state.admitted).toBe(admitted + 1);
    await expectFullHealth(server, leases);
  });

  test('what a client has already is known without waiting', async () => {
    const first = await ask('/api/search?q=bellis', 'a');
    const release = await occupy();
    const again = await ask('/api/search?q=bellis', 'a', { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect(again.status).toBe(304);
    release();
  });

  test('beyond the queue the answer is 503 with Retry-After, in the one shape, and as a page for people', async () => {
    const release = await occupy();
    const waiting = Array.from({ length: WAITING }, () => ask('/api/search', 'a'));
    await untilWaiting(WAITING);
    const refused = await ask('/api/search', 'a');
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toMatch(/^[1-9]\d?$/u);
    expect(refused.headers.get('etag')).toBeNull();
    expect((await refused.json()).error).toMatchObject({
      status: 503,
      code: 'overloaded',
      hint: expect.stringMatching(/^Ask again in \d+ seconds?\.$/u),
      requestId: refused.headers.get('x-request-id'),
    });
    const page = await ask('/search?q=bellis', 'a', { headers: { 'accept-language': 'de' } });
    expect(page.status).toBe(503);
    expect(page.headers.get('retry-after')).toMatch(/^[1-9]\d?$/u);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/u);
    expect(await page.text()).toContain('Zu viele fragen gerade auf einmal');
    release();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(Array(WAITING).fill(200));
    await expectFullHealth(server, leases);
  });

  test('a client that has nothing waiting gets in before the one that has filled the queue', async () => {
    const release = await occupy();
    const greedy = Array.from({ length: WAITING }, () => ask('/api/search', 'greedy'));
    await untilWaiting(WAITING);
    const modest = ask('/api/search', 'modest');
    expect((await Promise.race(greedy)).status).toBe(503);
    release();
    expect((await modest).status).toBe(200);
    expect((await Promise.all(greedy)).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 200, 200, 503,
    ]);
    await expectFullHealth(server, leases);
  });

  test('a client that goes while it waits gives up its place', async () => {
    const release = await occupy();
    const gone = new AbortController();
    const answer = ask('/api/search', 'a', { signal: gone.signal }).catch((error: unknown) => error);
    await untilWaiting(1);
    gone.abort();
    await answer;
    while (server.load.searches.state.waiting > 0) await new Promise(setImmediate);
    release();
    await expectFullHealth(server, leases);
  });
});

test('an export holds its place until it is read, and searches go on meanwhile', async () => {
  const end = await server.load.exports.admit('other');
  const waiting = ask('/api/export?format=jsonl', 'a');
  while (server.load.exports.state.waiting === 0) await new Promise(setImmediate);
  expect((await ask('/api/search', 'a')).status).toBe(200);
  end();
  const response = await waiting;
  const { total } = await (await ask('/api/search?limit=0', 'a')).json();
  expect((await response.text()).trimEnd().split('\n')).toHaveLength(total);
  await expectFullHealth(server, leases);
});

test('a burst of many clients is answered, each request once, or refused plainly', async () => {
  const answers = await Promise.all(
    Array.from({ length: 120 }, async (_, index) => {
      const response = await ask(`/api/search?limit=1&q=bellis&facet=kind`, `192.0.2.${index % 12}`);
      const body = await response.json();
      return {
        status: response.status,
        isWhole: response.ok ? body.results.length === 1 : body.error.code === 'overloaded',
      };
    }),
  );
  expect(answers.every(({ status, isWhole }) => (status === 200 || status === 503) && isWhole)).toBe(true);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(RUNNING);
  await expectFullHealth(server, leases);
});
