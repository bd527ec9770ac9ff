import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { readConfiguration } from '../../src/ingest/configuration.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { createAssets } from '../../src/site/assets.ts';
import { createSite } from '../../src/site/site.tsx';
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
  folder = relatedFolder();
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
    expect(words).toContain('Papers › Letters');
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
