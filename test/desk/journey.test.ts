import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startServer, type RunningServer } from '../../src/cli/server.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { Desk } from '../../src/desk/desk.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { builtFolder } from '../fixture/built-folder.ts';
import { peopleFolder } from '../fixture/people-node.ts';

let folder: string;
let server: RunningServer;
let token: string;
const stop = new AbortController();

beforeAll(async () => {
  folder = await builtFolder(peopleFolder);
  using desk = Desk.open(pathsOf(folder).desk);
  token = desk.tokens.create({ name: 'Ada', rights: ['claim'], actor: 'test', time: new Date().toISOString() });
  server = await startServer({ folder, port: 0, host: '127.0.0.1', desk: true });
});
afterAll(async () => {
  stop.abort();
  await server.stopped(stop.signal);
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, init?: RequestInit) => fetch(server.address + path, init);
const get = async (path: string): Promise<any> => (await ask(path)).json();

async function claim(body: object): Promise<any> {
  const response = await ask('/api/claims', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(201);
  return (await response.json()).claim;
}

/** Builds, and waits until the server has taken the edition up. */
async function publish(): Promise<void> {
  const { edition } = await buildEdition(folder);
  await vi.waitFor(async () => expect((await get('/api/health')).edition).toBe(edition.name), { timeout: 20_000 });
}

/** Everyone, with all that is said of them. */
async function everyone(): Promise<readonly any[]> {
  const { agents } = await get('/api/agents?limit=100');
  const all = await Promise.all(agents.map(({ key }: any) => get(`/api/agents/${key}`)));
  return all.map(({ edition: _edition, ...agent }) => agent).toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

const find = async (words: string): Promise<any> => (await get(`/api/agents?q=${encodeURIComponent(words)}`)).agents[0];

test('what people say on a running server is followed by the next build, and undone by another', async () => {
  const before = await everyone();
  const wallace = await get(`/api/agents/${(await find('a. r. wallace')).key}`);
  const bates = await find('bates');
  const allen = await find('charles allen');
  const page = `/person/${allen.key}`;
  const visit = () => ask(page, { headers: { 'accept-language': 'en' } });
  // Its forms are of this browser only.
  expect((await visit()).headers.get('cache-control')).toContain('no-store');

  const { claim: reason } = wallace.reasons.find(({ subject, object }: any) =>
    [subject, object].includes('A. R. Wallace'),
  );
  const claims = [
    await claim({ kind: 'reject', claim: reason, note: 'Another hand.' }),
    // Of two families, whom no rule would compare.
    await claim({ kind: 'same', subject: { key: allen.key }, object: { key: bates.key } }),
  ];
  expect(await everyone()).toEqual(before);
  expect(await (await visit()).text()).toContain('not published yet');

  await publish();
  expect((await find('a. r. wallace')).key).not.toBe((await find('alfred russel wallace')).key);
  expect((await find('charles allen')).key).toBe((await find('bates')).key);
  expect((await get('/api/claims')).claims.map(({ isPublished }: any) => isPublished)).toEqual([true, true]);
  const published = await ask(`/person/${(await find('bates')).key}`, { headers: { 'accept-language': 'en' } });
  const html = await published.text();
  expect(html).toContain('is the same as');
  expect(html).not.toContain('not published yet');

  for (const { key } of claims) {
    const headers = { authorization: `Bearer ${token}` };
    expect((await ask(`/api/claims/${key}`, { method: 'DELETE', headers })).status).toBe(200);
  }
  await publish();
  expect(await everyone()).toEqual(before);
});
