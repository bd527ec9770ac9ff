import { rmSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { startServer, type RunningServer } from '../../src/cli/server.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { keyOf } from '../../src/ingest/key-sql.ts';
import { publishEdition } from '../../src/ingest/publish-edition.ts';
import { withdraw } from '../../src/ingest/withdraw.ts';
import { builtFolder } from '../fixture/built-folder.ts';
import { HERBARIUM_IRI, smallFolder } from '../fixture/small-node.ts';

/** Long after it should be so: the machine that runs the tests may be busy. */
const WAIT_MS = 30_000;

let folder: string;
let server: RunningServer;
const stop = new AbortController();
let stopped: Promise<void>;

beforeAll(async () => {
  folder = await builtFolder(smallFolder);
  server = await startServer({ folder, port: 0, host: '127.0.0.1' });
  stopped = server.stopped(stop.signal);
});
afterAll(async () => {
  stop.abort();
  await stopped;
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly edition: string;
  readonly total: number;
  readonly results: readonly { readonly key: string }[];
}

async function ask(path: string): Promise<Answer> {
  const response = await fetch(`${server.address}${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

const orchid = () => keyOf(HERBARIUM_IRI, 'urn:test:14');

/** Asks again and again until the answer fulfils the condition. */
async function eventually(path: string, isDone: (status: number, text: string) => boolean): Promise<void> {
  const deadline = performance.now() + WAIT_MS;
  for (;;) {
    const response = await fetch(`${server.address}${path}`);
    const text = await response.text();
    if (isDone(response.status, text)) return;
    if (performance.now() > deadline)
      throw new Error(`${path} still answers ${response.status}: ${text.slice(0, 300)}`);
  }
}

test(
  'a new edition, a roll back and a withdrawal are taken up without a failed request',
  { timeout: 120_000 },
  async () => {
    const seen = new Set<string>();
    const failures: unknown[] = [];
    let isOver = false;
    const load = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        try {
          seen.add((await ask('/api/search?q=sheet&limit=25')).edition);
          const page = await fetch(`${server.address}/search?q=voyage`);
          if (page.status !== 200) failures.push(page.status);
          await page.text();
        } catch (error) {
          failures.push(error);
        }
      }
    });

    const first = (await ask('/api/search')).edition;
    const occurrences = join(folder, 'exports/herbarium/occurrence.txt');
    writeFileSync(occurrences, readFileSync(occurrences, 'utf8').replace('Locality 15', 'Port Famine'));
    const { edition } = await buildEdition(folder);
    await eventually('/api/search?q=famine', (_, text) => (JSON.parse(text) as Answer).total === 1);

    await publishEdition(folder, first);
    await eventually('/api/search?q=famine', (_, text) => (JSON.parse(text) as Answer).total === 0);
    await publishEdition(folder, edition.name);

    await withdraw(folder, orchid(), 'a court order');
    await eventually(`/api/records/${orchid()}`, (status) => status === 410);
    isOver = true;
    await Promise.all(load);
    expect(failures).toEqual([]);
    expect([...seen]).toEqual(expect.arrayContaining([first, edition.name]));
  },
);

test('a withdrawn record is nowhere', async () => {
  const page = await fetch(`${server.address}/object/${orchid()}`);
  expect(page.status).toBe(410);
  expect(await page.text()).toContain('a court order');
  expect((await ask('/api/search?query=catalogNumber:%22H%201858.14%22')).total).toBe(0);
  expect((await ask('/api/search')).total).toBe(44);
  for (const path of [
    '/api/export?format=csv',
    '/api/export?format=jsonl',
    '/api/suggest?prefix=H%201858.14',
    '/search?q=1858.14',
  ]) {
    const text = await (await fetch(`${server.address}${path}`)).text();
    expect(text).not.toContain(orchid());
  }
  await expect(withdraw(folder, orchid(), 'again')).rejects.toThrow(/was withdrawn/u);
  await expect(withdraw(folder, 'nonsense', 'why')).rejects.toThrow(/No record/u);
});

test('an alias leads to the record under its new key', async () => {
  const occurrences = join(folder, 'exports/herbarium/occurrence.txt');
  writeFileSync(occurrences, readFileSync(occurrences, 'utf8').replace('urn:test:16\t', 'URN:test:16\t'));
  await buildEdition(folder);
  await eventually(`/api/records/${keyOf(HERBARIUM_IRI, 'URN:test:16')}`, (status) => status === 200);
  const old = keyOf(HERBARIUM_IRI, 'urn:test:16');
  for (const path of [`/api/records/${old}`, `/object/${old}`]) {
    const answer = await fetch(`${server.address}${path}`, { redirect: 'manual' });
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toContain(keyOf(HERBARIUM_IRI, 'URN:test:16'));
  }
});

test('the node keeps its settings beside its catalogue', () => {
  expect(readFileSync(pathsOf(folder).current, 'utf8')).toMatch(/^\d{4}-\d{2}-\d{2}\.\d+\n$/u);
});
