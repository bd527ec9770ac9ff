import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { findPlaces } from '../../src/api/place-view.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { addWithdrawal } from '../../src/catalogue/withdrawn.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { readConfiguration } from '../../src/ingest/configuration.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { createAssets } from '../../src/site/assets.ts';
import { createSite } from '../../src/site/site.tsx';
import { PLACE_ROWS, placesFolder } from '../fixture/places-node.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

let folder: string;
let live: LiveEngine;
let app: ReturnType<typeof createApp>;
const keys: Record<string, string> = {};

async function get(path: string, language = 'en'): Promise<{ status: number; html: string; words: string }> {
  const response = await app.request(path, { headers: { 'accept-language': language } });
  const html = await response.text();
  return { status: response.status, html, words: html.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ') };
}

async function json(path: string): Promise<any> {
  const { status, html } = await get(path);
  expect({ status, html }).toMatchObject({ status: 200 });
  return JSON.parse(html);
}

beforeAll(async () => {
  folder = placesFolder([
    ...PLACE_ROWS,
    { occurrenceID: 'at sea', decimalLatitude: '43.2', decimalLongitude: '15.1' },
    { occurrenceID: 'hostile', country: 'Malaysia', stateProvince: HOSTILE },
    { occurrenceID: 'secret', country: 'Malaysia', stateProvince: 'Sarawak', island: 'Pulau Rahasia' },
  ]);
  await buildEdition(folder);
  live = await LiveEngine.open(pathsOf(folder));
  const node = readConfiguration(folder);
  const assets = createAssets(join(import.meta.dirname, '../../dist/web'));
  app = createApp({ live, node, assets, site: createSite({ live, node, assets }) });
  for (const name of ['Malaysia', 'Sarawak', 'Straits Settlements', 'Bavaria', 'Neustadt'])
    keys[name] = (await live.use((lease) => findPlaces(lease, name)))[0]!.key;
});
afterAll(async () => {
  await live.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('places in the API', () => {
  test('are found by words of any of their names, and by whole names', async () => {
    expect((await json('/api/places?q=BAYERN')).places).toMatchObject([{ label: 'Bavaria', kind: 'stateProvince' }]);
    expect((await json('/api/places?q=nowhere')).total).toBe(0);
    expect((await json('/api/places?limit=2')).places).toHaveLength(2);
    const found = await live.use((lease) => findPlaces(lease, ' bavière '));
    expect(found.map(({ label }) => label)).toEqual(['Bavaria']);
    expect(await live.use((lease) => findPlaces(lease, 'bav'))).toEqual([]);
    expect((await live.use((lease) => findPlaces(lease, 'neustadt'))).map(({ records }) => records)).toEqual([2, 1]);
  });

  test('of a country say what comes from it for certain, and what possibly, and by which names', async () => {
    const malaysia = await json(`/api/places/${keys['Malaysia']}`);
    expect(malaysia).toMatchObject({ kind: 'country', countryCode: 'MY', objects: 10, lineage: [{ label: 'Asia' }] });
    expect(malaysia.within.map(({ label, count }: any) => [label, count])).toEqual(
      expect.arrayContaining([
        ['Sarawak', 6],
        ['Malaya', 1],
        ['Penang', 1],
      ]),
    );
    expect(malaysia.possible).toMatchObject({ objects: 3 });
    expect(malaysia.possible.sources).toMatchObject([
      { place: { label: 'Straits Settlements', begin: 1826 }, count: 2, within: ['MY', 'SG', 'CC', 'CX'] },
      { count: 1, within: [] },
    ]);
    // What the numbers say is what their searches find.
    expect((await json(`/api/search?placeKey=${keys['Malaysia']}`)).total).toBe(10);
    expect((await json(`/api/search?placeKey=${keys['Sarawak']}`)).total).toBe(6);
  });

  test('of which the outline is known count apart what lies in them by its point alone', async () => {
    const sarawak = await json(`/api/places/${keys['Sarawak']}`);
    expect(sarawak).toMatchObject({ objects: 6, byCoordinates: { objects: 1 } });
    const { html, words } = await get(`/place/${keys['Sarawak']}`);
    expect(words).toContain('1 more object lies here by coordinates alone inferred');
    const [, href = ''] = /href="\/search(\?[^"]+)">1 more object/u.exec(html)!;
    const { results } = await json(`/api/search${href.replaceAll('&amp;', '&')}`);
    expect(results).toMatchObject([{ interpreted: { decimalLatitude: 1.5523, recordedBy: ['A. R. Wallace'] } }]);
    expect((await json(`/api/places/${keys['Malaysia']}`)).byCoordinates).toBeUndefined();
    const [atlantic] = await live.use((lease) => findPlaces(lease, 'Atlantic Ocean'));
    expect(await json(`/api/places/${atlantic!.key}`)).toMatchObject({ byCoordinates: { objects: 1 } });
  });

  test('of the past say where they lie today', async () => {
    const straits = await json(`/api/places/${keys['Straits Settlements']}`);
    expect(straits).toMatchObject({ kind: 'historic', begin: 1826, end: 1946, objects: 4, lineage: [] });
    expect(straits.liesIn.certain).toBeUndefined();
    expect(straits.liesIn.possible[0]).toEqual({ countryCode: 'MY', key: keys['Malaysia'] });
  });

  test('name their namesakes elsewhere', async () => {
    const { namesakes } = await json(`/api/places/${keys['Neustadt']}`);
    expect(namesakes).toMatchObject([{ label: 'Neustadt', lineage: [{}, {}, { label: 'Thuringia' }] }]);
  });

  test('that are not there are not found, with a way on', async () => {
    const { status, html } = await get('/api/places/nothing');
    expect(status).toBe(404);
    expect(JSON.parse(html).error.hint).toContain('/api/places?q=');
  });
});

describe("a place's page", () => {
  test('says so many certain and so many possible, and why, in both languages', async () => {
    const { words, html } = await get(`/place/${keys['Malaysia']}`);
    for (const text of ['10 objects for certain', '3 objects possibly', 'Straits Settlements (1826–1946)'])
      expect(words).toContain(text);
    expect(words).toContain('lay in what is today Malaysia, Singapore,');
    expect(words).toContain('The record names several countries, or this one in doubt.');
    expect(html).toContain(`<link rel="canonical" href="https://places.example/place/${keys['Malaysia']}"`);
    expect(html).not.toContain(HOSTILE);
    const german = await get(`/place/${keys['Malaysia']}`, 'de');
    expect(german.words).toContain('3 Objekte möglicherweise');
    expect(german.words).toContain('Orte Asien');
    expect((await get('/browse?by=geography', 'de')).words).toContain('Asien');
    expect((await get(`/search?placeKey=${keys['Malaysia']}`, 'de')).words).toContain('Malaysia');
    const { lineage } = await json(`/api/places/${keys['Malaysia']}`);
    expect((await get(`/search?placeKey=${lineage[0].key}`, 'de')).words).toContain('Asien');
  });

  test('links each number to the search that gives it', async () => {
    const { html } = await get(`/place/${keys['Malaysia']}`);
    const searches = [
      ...html.matchAll(/href="(\/search\?[^"]+)"[^>]*>\s*(\d+) objects? ?(?:for certain|possibly)?</gu),
    ];
    expect(searches.length).toBeGreaterThan(2);
    for (const [, href = '', count] of searches) {
      const query = href.replaceAll('&amp;', '&').slice('/search'.length);
      expect([href, (await json(`/api/search${query}`)).total]).toEqual([href, Number(count)]);
    }
  });

  test('is one of several to choose from where a search names them all', async () => {
    const address = (await app.request('/search?q=place:Neustadt')).headers.get('location')!;
    const [section] = /<section class="notice">.*?<\/section>/su.exec((await get(address)).html) ?? [''];
    expect(section.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ')).toMatch(
      /Neustadt .*, Bavaria, Germany, Europe · 2 Neustadt .*, Thuringia, Germany, Europe · 1/u,
    );
    expect(section).toContain(`/search?placeKey=${keys['Neustadt']}`);
  });

  test('of a name of the past, of all places, and of those that were searched for', async () => {
    expect((await get(`/place/${keys['Straits Settlements']}`)).words).toContain(
      'It lies today in Malaysia , Singapore',
    );
    const all = (await get('/places')).words;
    for (const text of ['Asia', 'Malaysia', 'Europe', 'Straits Settlements', 'Atlantic Ocean'])
      expect(all).toContain(text);
    expect((await get('/places?q=bayern')).words).toContain('1 place with “bayern” in a name');
    expect((await get('/place/nothing')).status).toBe(404);
  });

  test('is where a record links to', async () => {
    const { results } = await json('/api/search?identifier=penang');
    const { html } = await get(`/object/${results[0].key}`);
    expect(html).toContain(`/place/${keys['Malaysia']}`);
    expect(html).toContain(`/place/${keys['Straits Settlements']}`);
  });

  test('tells no names of records that were withdrawn since, and goes with its last one', async () => {
    const { results } = await json('/api/search?identifier=secret');
    const [island] = await live.use((lease) => findPlaces(lease, 'Pulau Rahasia'));
    expect((await get(`/place/${island!.key}`)).status).toBe(200);
    addWithdrawal(pathsOf(folder).withdrawn, { key: results[0].key, time: '2026-01-01T00:00:00Z', reason: 'test' });
    await live.refresh();
    expect((await get(`/place/${island!.key}`)).status).toBe(404);
    expect((await json('/api/places?q=rahasia')).places).toEqual([]);
    const sarawak = await json(`/api/places/${keys['Sarawak']}`);
    expect(sarawak).toMatchObject({ objects: 5, isReduced: true, names: [] });
    expect(JSON.stringify(sarawak)).not.toContain('Rahasia');
  });
});
