import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { listExpeditions } from '../../src/api/expedition-view.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { addWithdrawal } from '../../src/catalogue/withdrawn.ts';
import { readConfiguration } from '../../src/ingest/configuration.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { createAssets } from '../../src/site/assets.ts';
import { createSite } from '../../src/site/site.tsx';
import { builtFolder } from '../fixture/built-folder.ts';
import { gatheringFolder } from '../fixture/gathering-node.ts';

let folder: string;
let live: LiveEngine;
let app: ReturnType<typeof createApp>;
let endeavour: string;
let bay: string;
const keys = new Map<string, string>();

async function get(path: string, language = 'en'): Promise<{ status: number; html: string; words: string }> {
  const response = await app.request(path, { headers: { 'accept-language': language } });
  const html = await response.text();
  const words = html
    .replace(/<head>.*?<\/head>/su, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ');
  return { status: response.status, html, words };
}

beforeAll(async () => {
  folder = await builtFolder(gatheringFolder);
  live = await LiveEngine.open(pathsOf(folder));
  const node = readConfiguration(folder);
  const assets = createAssets(join(import.meta.dirname, '../../dist/web'));
  app = createApp({ live, node, assets, site: createSite({ live, node, assets }) });
  await live.use(async (lease) => {
    endeavour = (await listExpeditions(lease, { text: 'endeavour', limit: 1 })).expeditions[0]!.key;
    await using selection = await lease.engine.resolve({ kind: 'all' });
    for (const { key, interpreted } of (await selection.page({ limit: 100 })).records)
      keys.set(String(interpreted['identifier']), key);
    const [facet] = await selection.facets([{ field: 'gatheringKey', limit: 1 }]);
    bay = facet!.values[0]!.value;
  });
});
afterAll(async () => {
  await live.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the page of a gathering', () => {
  test('says who, when and where, what came of it, and why it is one, in both languages', async () => {
    const { status, words, html } = await get(`/gathering/${bay}`);
    expect(status).toBe(200);
    for (const text of ['1 May 1770', 'All 5 objects', 'Daniel Solander 2', 'the same date: 1 May 1770'])
      expect(words).toContain(text);
    expect(words).toContain('Voyage of the Endeavour');
    expect(html).toContain(`<link rel="canonical" href="https://gatherings.example/gathering/${bay}"`);
    expect((await get(`/gathering/${bay}`, 'de')).words).toContain('dasselbe Datum: 1. Mai 1770');
  });

  test('shows duplicates with what they differ in', async () => {
    const { words } = await get(`/gathering/${bay}`);
    expect(words).toContain('identified as Banksia integrifolia');
    expect(words).toContain('Perhaps, Acacia longifolia:');
  });
});

describe('the page of an expedition', () => {
  test('gathers people, ships, objects of all kinds, and says what is inferred', async () => {
    const { words } = await get(`/expedition/${endeavour}`);
    for (const text of [
      '26 August 1768',
      'HMS Endeavour',
      'Sydney Parkinson',
      'All 9 objects',
      '2 records name it',
      '7 records were gathered or made by its people, wholly within its time inferred',
    ])
      expect(words).toContain(text);
  });

  test('stands in the list of all', async () => {
    const { words } = await get('/expeditions');
    expect(words.indexOf('Voyage of the Endeavour')).toBeLessThan(words.indexOf('Lake expedition 1934'));
  });
});

test('a record shows its gathering, its duplicates with reasons, and its expedition', async () => {
  const { html, words } = await get(`/object/${keys.get('n1')!}`);
  expect(html).toContain(`href="/gathering/${bay}"`);
  expect(html).toContain(`href="/expedition/${endeavour}"`);
  expect(words).toContain('the same number');
  expect((await get(`/object/${keys.get('n4')!}`)).html).not.toContain('/gathering/');
});

test('every link of these pages leads somewhere', async () => {
  const statuses = new Map<string, number>();
  for (const path of [`/gathering/${bay}`, `/expedition/${endeavour}`, '/expeditions', `/object/${keys.get('n1')!}`]) {
    const { html } = await get(path);
    const links = html.matchAll(/href="(\/(?:gathering|expedition|person|search|object|dataset|api)[^"#]*)"/gu);
    for (const [, href] of links) {
      const address = href!.replaceAll('&amp;', '&');
      if (!statuses.has(address)) statuses.set(address, (await app.request(address)).status);
    }
  }
  expect([...statuses].filter(([, status]) => status !== 200)).toEqual([]);
  for (const path of ['/gathering/nothing', '/expedition/nothing']) expect((await get(path)).status).toBe(404);
});

test('what was withdrawn is told no more', async () => {
  addWithdrawal(pathsOf(folder).withdrawn, { key: keys.get('n1')!, reason: 'asked', time: '2026-01-01T00:00:00Z' });
  await live.refresh();
  const { words } = await get(`/gathering/${bay}`);
  expect(words).toContain('Records were withdrawn');
  expect(words).not.toContain('Banksia serrata');
  expect((await get(`/object/${keys.get('s1')!}`)).words).not.toContain('Banksia serrata');
  const search = await get(`/search?gatheringKey=${bay}`);
  expect(search.words).not.toContain('New South Wales');
});
