import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { readConfiguration } from '../../src/ingest/configuration.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { createAssets } from '../../src/site/assets.ts';
import { createSite } from '../../src/site/site.tsx';
import { builtFolder } from '../fixture/built-folder.ts';
import { relatedFolder } from '../fixture/related-node.ts';

let folder: string;
let live: LiveEngine;
let app: ReturnType<typeof createApp>;

async function get(path: string): Promise<{ status: number; html: string; words: string }> {
  const response = await app.request(path);
  const html = await response.text();
  const words = html
    .replace(/<[^>]+>/gu, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/gu, ' ');
  return { status: response.status, html, words };
}

/** The key of the record with a catalogue number. */
async function keyOf(number: string): Promise<string> {
  return live.use(async ({ engine }) => {
    await using selection = await engine.resolve({ kind: 'is', field: 'catalogNumber', value: number });
    return (await selection.page({ limit: 1 })).records[0]!.key;
  });
}

/** All addresses of a page within the site, and how they answer. */
async function linksOf(html: string): Promise<ReadonlyMap<string, number>> {
  const links = [...html.matchAll(/href="(\/[^"#]*)"/gu)].map(([, href]) => href!.replaceAll('&amp;', '&'));
  const statuses = new Map<string, number>();
  for (const href of new Set(links)) statuses.set(href, (await app.request(href)).status);
  return statuses;
}

beforeAll(async () => {
  folder = await builtFolder(relatedFolder);
  live = await LiveEngine.open(pathsOf(folder));
  const node = readConfiguration(folder);
  const assets = createAssets(join(import.meta.dirname, '../../dist/web'));
  app = createApp({ live, node, assets, site: createSite({ live, node, assets }) });
});
afterAll(async () => {
  await live.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a record's page", () => {
  test('shows each relation by its name from this end', async () => {
    const { words, html } = await get(`/object/${await keyOf('1855.1')}`);
    for (const text of [
      'depicted in A butterfly',
      'mentioned in Letter 1',
      'host of Papilio',
      'source of Ornithoptera',
    ])
      expect(words).toContain(text);
    expect(html).toContain('https://www.ncbi.nlm.nih.gov/nuccore/U34853.1');
    expect(html).toContain('/search?scientificName=Aristolochia+foveolata');
    expect([...(await linksOf(html))].filter(([, status]) => status !== 200 && status !== 301)).toEqual([]);
  });

  test('shows its place among the parts of a whole, in the order of numbers', async () => {
    const { words } = await get(`/object/${await keyOf('W/1/10')}`);
    expect(words).toContain('Part of Papers Letters');
    expect(words).toContain('Previous Letter 9');
    expect(words).toContain('Next Letter 11');
    expect(words).toContain('All 12');
    const last = await get(`/object/${await keyOf('W/1/12')}`);
    expect(last.words).toContain('Previous Letter 11');
    expect(last.words).not.toContain('Next Letter');
  });

  test('of a whole leads to all of its parts', async () => {
    const key = await keyOf('W/1');
    const { words, html } = await get(`/object/${key}`);
    expect(words).toContain('Its parts');
    expect(html).toContain(`/search?related=part+of%3A${key}`);
    expect(html).toContain(`href="/archive/${key}"`);
    expect((await get(`/search?related=part+of%3A${key}`)).words).toContain('12 objects');
    expect((await get(`/search?related=part+of%3A${key}`)).words).toContain('part of Letters');
  });
});

/** The steps of a page of /browse: what each is called and how many objects it has. */
async function stepsOf(path: string): Promise<{ steps: readonly string[]; html: string; words: string }> {
  const { html, words, status } = await get(path);
  expect(status).toBe(200);
  const steps = [
    ...html.matchAll(/class="browse-name"[^>]*>(.*?)<\/a>.*?class="browse-count"><a[^>]*>(.*?)<\/a>/gsu),
  ].map(([, name, count]) => `${name!.replace(/<[^>]+>/gu, '')} ${count}`);
  return { steps, html, words };
}

test('whoever walks finds the lists of places, taxa, expeditions, institutions and archives', async () => {
  const { html } = await get('/browse');
  for (const path of ['/places', '/taxa', '/expeditions', '/institutions', '/archive']) {
    expect(html).toContain(`href="${path}"`);
    expect((await get(path)).status).toBe(200);
  }
});

describe('walking through the objects', () => {
  test.each<[path: string, steps: readonly string[]]>([
    ['by=museum', ['Archive, Example Town 17', 'Natural History, Example Town 5']],
    ['by=museum&datasetKey=specimens', ['ENT 2', 'DNA 1', 'Without a value 2']],
    ['by=museum&datasetKey=specimens&missing=collectionCode', []],
    ['by=date', ['1800–1899 16', '1900–1999 1', 'Without a value 6']],
    ['by=date&date=1800,1899&kind=specimen', ['1850–1859 3']],
    ['by=date&date=1850,1859&kind=specimen', ['1855 3', '1856 1', '1857 1']],
    ['by=date&date=1856,1856', []],
    ['by=date&date=1855,*&kind=specimen', ['1855–1899 3']],
    ['by=date&date=*,1855&kind=specimen', ['1800–1855 3']],
    ['by=geology', ['Phanerozoic 538.8–0 Ma 2', 'Without a value 20']],
    ['by=geology&geologicalPeriod=Phanerozoic', ['Mesozoic 251.902–66 Ma 2']],
    ['by=geology&geologicalPeriod=Mesozoic', ['Jurassic 201.4–145 Ma 2']],
    ['by=geology&geologicalPeriod=Jurassic', ['Upper Jurassic 161.5–145 Ma 1', 'Directly here 1']],
    ['by=person', ['W 15', 'Without a value 7']],
    ['by=person&agentInitial=W&kind=specimen', ['Alfred Russel Wallace 2']],
    ['by=archive', ['Papers 16', 'Without a value 6']],
  ])('%s', async (address, steps) => {
    expect((await stepsOf(`/browse?${address}`)).steps).toEqual(steps);
  });

  test.each([
    'by=date',
    'by=date&date=*,1855',
    'by=date&date=1855,*',
    'by=date&date=1851,1856',
    'by=person',
    'by=person&agentInitial=W',
    'by=geography',
    'by=taxonomy',
  ])('%s counts in each step what is found there', async (address) => {
    const { html } = await stepsOf(`/browse?${address}`);
    const counts = [...html.matchAll(/class="browse-count"><a href="\/search([^"]*)"[^>]*>([\d,]+)</gu)];
    expect(counts.length).toBeGreaterThan(0);
    for (const [, query, count] of counts) {
      const response = await app.request(`/api/search${query!.replaceAll('&amp;', '&')}&limit=0`);
      const { total } = (await response.json()) as { total: number };
      expect({ query, total }).toEqual({ query, total: Number(count!.replaceAll(',', '')) });
    }
  });

  test('down an archive: each step is a set, and the way back is shown', async () => {
    const fonds = await keyOf('W');
    const { steps, words } = await stepsOf(`/browse?by=archive&wholeKey=${fonds}`);
    expect(steps).toEqual(['Letters 13', 'Drawings 2', 'Directly here 1']);
    expect(words).toContain('All Papers');
    const series = await stepsOf(`/browse?by=archive&wholeKey=${await keyOf('W/1')}`);
    expect(series.words).toContain('All Papers Letters');
    expect(series.html).toContain(`href="/browse?by=archive&amp;wholeKey=${fonds}"`);
    expect(series.html).toContain(`href="/browse?by=date&amp;wholeKey=${await keyOf('W/1')}"`);
  });

  test('all of its addresses lead somewhere', async () => {
    for (const by of ['taxonomy', 'geography', 'geology', 'date', 'person', 'museum', 'archive']) {
      const { html, words } = await get(`/browse?by=${by}&kind=specimen&lang=de`);
      expect(words).toContain('Stöbern');
      const bad = [...(await linksOf(html))].filter(([, status]) => status !== 200 && status !== 301);
      expect(bad).toEqual([]);
    }
  });

  test.each([
    '/browse?by=nothing',
    '/browse?by=date&date=nonsense',
    '/browse?by=taxonomy&taxonKey=none',
    '/browse?q=xyzzy',
  ])('%s is answered', async (path) => {
    expect([200, 400]).toContain((await get(path)).status);
  });
});

describe('archives', () => {
  test('from their tops down, in the order of numbers', async () => {
    const tops = await get('/archive');
    expect(tops.words).toContain('Papers fonds · 1848–1913 W 16 objects within');
    const { words, html } = await get(`/archive/${await keyOf('W/1')}`);
    expect(words).toContain('12 parts directly below');
    expect(words.indexOf('Letter 2 ')).toBeLessThan(words.indexOf('Letter 10 '));
    expect(words).toContain('13 objects within');
    expect([...(await linksOf(html))].filter(([, status]) => status !== 200 && status !== 301)).toEqual([]);
  });

  test('what has no parts is no tree, and what is not there is not found', async () => {
    expect((await get(`/archive/${await keyOf('1855.1')}`)).words).toContain('It has no parts.');
    expect((await get('/archive/nothing')).status).toBe(404);
    expect((await get(`/archive/${await keyOf('W')}?cursor=bad`)).status).toBe(400);
  });
});

describe('institutions', () => {
  test('each with what it has', async () => {
    expect((await get('/institutions')).words).toContain('EXAR 17 EXNH 5');
    const { words, html } = await get('/institution/EXNH');
    for (const text of ['All 5 objects', 'ENT 2', 'DNA 1', 'Without a value 2', 'Papilionidae 2', '3 of 5 have a date'])
      expect(words).toContain(text);
    expect([...(await linksOf(html))].filter(([, status]) => status !== 200 && status !== 301)).toEqual([]);
    expect((await get('/institution/NONE')).status).toBe(404);
  });
});

describe('for search engines', () => {
  test('the sitemap names every page once, in parts', async () => {
    const index = await get('/sitemap.xml');
    const parts = [...index.html.matchAll(/<loc>https:\/\/related\.example([^<]+)<\/loc>/gu)].map(([, path]) => path!);
    expect(parts.slice(0, 3)).toEqual(['/sitemap/pages-1.xml', '/sitemap/objects-1.xml', '/sitemap/objects-2.xml']);
    const addresses: string[] = [];
    for (const part of parts) {
      const { html, status } = await get(part);
      expect(status).toBe(200);
      expect(html.startsWith('<?xml')).toBe(true);
      addresses.push(...[...html.matchAll(/<loc>https:\/\/related\.example([^<]*)<\/loc>/gu)].map(([, path]) => path!));
    }
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.filter((path) => path.startsWith('/object/'))).toHaveLength(22);
    expect(addresses).toContain('/institution/EXNH');
    expect(addresses).toContain('/archive');
    const statuses = await Promise.all(
      addresses.map(async (path) => `${(await app.request(path === '' ? '/' : path)).status} ${path}`),
    );
    expect(statuses.filter((status) => !status.startsWith('200'))).toEqual([]);
    expect((await get('/sitemap/objects-3.xml')).status).toBe(404);
    expect((await get('/sitemap/secrets-1.xml')).status).toBe(404);
  });

  test('robots.txt names it, and there is an icon', async () => {
    expect((await get('/robots.txt')).html).toContain('Sitemap: https://related.example/sitemap.xml');
    const icon = await app.request('/favicon.ico');
    expect([icon.status, icon.headers.get('location')]).toEqual([301, '/icon.svg']);
  });
});

test('the API tells the relations of a record from both ends', async () => {
  const key = await keyOf('1855.1');
  const response = await app.request(`/api/records/${key}/relations`);
  const { relations, outside } = (await response.json()) as {
    readonly relations: readonly { readonly type: string; readonly total: number; readonly search: string }[];
    readonly outside: readonly { readonly target: string }[];
  };
  expect(relations.map(({ type, total }) => `${type} ${total}`)).toEqual([
    'source of 1',
    'depicted in 1',
    'mentioned in 1',
    'host of 1',
  ]);
  for (const { search, total } of relations) {
    const found = (await (await app.request(`/api/search?${search}`)).json()) as { readonly total: number };
    expect(found.total).toBe(total);
  }
  expect(outside).toHaveLength(4);
  expect((await app.request('/api/records/nothing/relations')).status).toBe(404);
});

test('what is withdrawn is at no end of anything', async () => {
  const [fonds, letter, series, butterfly] = await Promise.all(['W', 'W/1/1', 'W/1', '1855.1'].map(keyOf));
  live.lease().engine.withhold(new Set([fonds!, letter!]));
  for (const path of ['/archive', '/browse?by=archive', `/object/${series}`, `/archive/${series}`])
    expect((await get(path)).words).not.toContain('Papers');
  expect((await get(`/object/${butterfly}`)).words).not.toContain('Letter 1');
  expect((await get(`/archive/${fonds}`)).status).toBe(404);
  expect((await get(`/archive/${series}`)).words).toContain('11 parts directly below');
  expect((await get('/sitemap/objects-2.xml')).html).not.toContain(letter);
});

test('who looks for people at /people is led to them', async () => {
  const response = await app.request('/people');
  expect(response.status).toBe(302);
  const { status, words } = await get(response.headers.get('location')!);
  expect(status).toBe(200);
  expect(words).toContain('person');
});
