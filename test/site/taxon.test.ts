import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { listTaxa } from '../../src/api/taxon-view.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { readConfiguration } from '../../src/ingest/configuration.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { createAssets } from '../../src/site/assets.ts';
import { createSite } from '../../src/site/site.tsx';
import { TAXA_ROWS, taxaFolder } from '../fixture/taxa-node.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

let folder: string;
let live: LiveEngine;
let app: ReturnType<typeof createApp>;

async function get(path: string, language = 'en'): Promise<{ status: number; html: string; words: string }> {
  const response = await app.request(path, { headers: { 'accept-language': language } });
  const html = await response.text();
  return { status: response.status, html, words: html.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ') };
}

async function keyOf(text: string, datasetKey?: string): Promise<string> {
  const { taxa } = await live.use((lease) => listTaxa(lease, { text, limit: 20 }));
  return taxa.find((taxon) => taxon.datasetKey === datasetKey)!.key;
}

beforeAll(async () => {
  folder = taxaFolder({
    specimens: [
      ...TAXA_ROWS.specimens,
      `s9|${HOSTILE}||species|Animalia|Papilionidae|Papilio|${HOSTILE}|1855|Malaysia`,
    ],
    butterflies: [...TAXA_ROWS.butterflies, `t20|${HOSTILE}|${HOSTILE}|genus|${HOSTILE}|t2||${HOSTILE}`],
  });
  await buildEdition(folder);
  live = await LiveEngine.open(pathsOf(folder));
  const node = readConfiguration(folder);
  const assets = createAssets(join(import.meta.dirname, '../../dist/web'));
  app = createApp({ live, node, assets, site: createSite({ live, node, assets }) });
});
afterAll(async () => {
  await live.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a taxon's page", () => {
  test('shows what is above and below, its names, and how names came to it', async () => {
    const key = await keyOf('Trogonoptera brookiana', 'butterflies');
    const { status, words, html } = await get(`/taxon/${key}`);
    expect(status).toBe(200);
    for (const text of [
      'Trogonoptera brookiana (Wallace, 1855)',
      'in Butterflies of the world',
      'All 3 objects',
      'Synonyms Ornithoptera brookiana Wallace, 1855',
      'The same name elsewhere Trogonoptera brookiana',
      'Trogonoptera brookianna is spelled otherwise:',
    ])
      expect(words).toContain(text);
    expect(html).toContain('<i>Trogonoptera brookiana</i>');
    expect(html).toContain(`<link rel="canonical" href="https://taxa.example/taxon/${key}"`);
    expect((await get(`/taxon/${key}`, 'de')).words).toContain('Wie Namen hierher kamen');
    expect((await get(`/taxon/${await keyOf('Papilionidae', 'butterflies')}`)).words).toContain(
      'Trogonoptera Rippon, 1890 genus 4',
    );
  });

  test('every link of it, and of the page of all taxa, leads somewhere', async () => {
    const statuses = new Map<string, number>();
    for (const page of ['/taxa', '/taxa?q=trogonoptera', `/taxon/${await keyOf('Papilionidae', 'butterflies')}`]) {
      const { html } = await get(page);
      const links = [...html.matchAll(/href="(\/(?:person|search|object|dataset|api|taxon|taxa)[^"#]*)"/gu)];
      expect(links.length).toBeGreaterThan(5);
      for (const [, href] of links) statuses.set(href!, (await app.request(href!.replaceAll('&amp;', '&'))).status);
    }
    expect([...statuses].filter(([, status]) => status !== 200)).toEqual([]);
  });

  test('names are text, whatever they hold', async () => {
    const { taxa } = await live.use((lease) => listTaxa(lease, { text: 'onerror', limit: 5 }));
    expect(taxa.length).toBeGreaterThan(0);
    for (const path of [
      '/taxa?q=onerror',
      `/taxa?q=${encodeURIComponent(HOSTILE)}`,
      ...taxa.map(({ key }) => `/taxon/${key}`),
    ])
      expect((await get(path)).html).not.toContain('<img src=x');
  });

  test('is not there for unknown keys', async () => {
    expect((await get('/taxon/nobody')).status).toBe(404);
  });
});

test('the page of all taxa lists every classification with what is topmost', async () => {
  const { words } = await get('/taxa');
  expect(words).toMatch(/Butterflies of the world All \d+ objects Animalia/u);
  expect(words).toContain('As the records say');
  expect((await get('/taxa?q=swallowtails')).words).toContain('1 taxon is called “swallowtails”');
});

test('a record leads to its taxon in each classification, or to what its name may mean', async () => {
  const pageOf = async (identifier: string) => {
    const key = await live.use(async ({ engine }) => {
      await using selection = await engine.resolve({ kind: 'is', field: 'identifier', value: identifier });
      return (await selection.page({ limit: 1 })).records[0]!.key;
    });
    return get(`/object/${key}`);
  };
  const { html, words } = await pageOf('s2');
  expect(html).toContain(`<a href="/taxon/${await keyOf('Trogonoptera brookiana', 'butterflies')}">`);
  expect(words).toContain('Ornithoptera brookiana is a synonym:');
  expect((await pageOf('s5')).words).toMatch(/Papilio (?:Linnaeus, 1758|Fabricius, 1775) or Papilio/u);
});

test('a search by key is described by the name', async () => {
  expect((await get(`/search?taxonKey=${await keyOf('Papilionidae', 'butterflies')}`)).words).toContain('Papilionidae');
});

test('a search by a name that several taxa bear lets one of them be chosen', async () => {
  const addressOf = async (line: string) =>
    (await app.request(`/search?q=${encodeURIComponent(line)}`)).headers.get('location')!;
  const address = await addressOf('taxon:Morus');
  const { html } = await get(address);
  const [section] = /<section class="notice">.*?<\/section>/su.exec(html) ?? [''];
  expect(section.replace(/<[^>]+>/gu, ' ')).toMatch(
    /One of those called “Morus”.*Morus.* genus, Sulidae, Animalia, according to the records · 1/su,
  );
  const choices = [...section.matchAll(/<a href="([^"]+)">.*?<\/a>.*? · (\d+)/gsu)];
  expect(choices.length).toBeGreaterThan(2);
  for (const [, href, count] of choices) {
    const chosen = await get(href!.replaceAll('&amp;', '&'));
    expect(chosen.words).toContain(count === '1' ? '1 object' : `${count} objects`);
    expect(chosen.html).not.toContain('One of those called');
  }
  expect((await get(address, 'de')).words).toContain('die „Morus“ heißen');
  expect((await get(await addressOf('taxon:Moraceae kind:x'))).html).not.toContain('One of those called');
});
