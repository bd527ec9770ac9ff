import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { Database, quoteLiteral } from '../../src/catalogue/database.ts';
import { Edition } from '../../src/catalogue/edition.ts';
import { History } from '../../src/catalogue/history.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { createAssets } from '../../src/site/assets.ts';
import { createSite } from '../../src/site/site.tsx';
import { smallNode, type SmallNode } from '../fixture/open-node.ts';

/** What must be nowhere: a withheld place in all its spellings, a place that is only shown on a grid, private columns. */
const SECRETS = [
  'Secretgill',
  'secretgill',
  'xylophone',
  '54.123457',
  '2.345679',
  '54.12',
  'Gridmoor',
  'gridmoor',
  '54.987',
  '2.987',
  'Hiddenfold',
  'hiddenfold',
  '99123',
  'Valuation',
  'Donor address',
];
const MOST_PAGES = 1500;

let node: SmallNode;
let app: { request: Hono['request'] };

beforeAll(async () => {
  node = await smallNode();
  // A second edition, so that there is an earlier one and a history.
  const occurrences = join(node.folder, 'exports/herbarium/occurrence.txt');
  writeFileSync(occurrences, readFileSync(occurrences, 'utf8').replace('1901-06-01', '1901-06-02'));
  await buildEdition(node.folder);
  await node.live.refresh();
  const assets = createAssets(join(import.meta.dirname, '../../dist/web'));
  app = createApp({
    live: node.live,
    node: node.node,
    site: createSite({ live: node.live, node: node.node, assets }),
    assets,
  });
});
afterAll(async () => node.close());

function findSecrets(text: string): string[] {
  return SECRETS.filter((secret) => text.includes(secret));
}

async function fetchText(path: string): Promise<{ status: number; text: string }> {
  const response = await app.request(`http://localhost${path}`);
  return { status: response.status, text: await response.text() };
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/(?:href|src|action)="(\/[^"#]*)/gu)].map(([, path]) =>
    (path ?? '').replaceAll('&amp;', '&'),
  );
}

test('no page, answer or file that links lead to has a secret', { timeout: 300_000 }, async () => {
  const queue = [
    '/',
    '/search',
    '/search?view=table',
    '/search?view=gallery',
    '/search?view=map',
    '/datasets',
    '/quality',
    '/about',
    '/api/openapi.json',
    '/api',
    '/api/fields',
  ];
  const seen = new Set(queue);
  const leaks: string[] = [];
  const kinds = new Map<string, number>();
  for (const path of queue) {
    const { status, text } = await fetchText(path);
    if (status >= 500) leaks.push(`${path}: ${status}`);
    leaks.push(...findSecrets(text).map((secret) => `${path}: ${secret}`));
    for (const link of linksIn(text)) {
      // Searches multiply without end; so many of each page are enough.
      const kind = link.split(/[?/]/u).slice(0, 2).join('/');
      const count = kinds.get(kind) ?? 0;
      if (seen.has(link) || seen.size >= MOST_PAGES || count > 250) continue;
      kinds.set(kind, count + 1);
      seen.add(link);
      queue.push(link);
    }
  }
  expect(leaks).toEqual([]);
  expect(seen.size).toBeGreaterThan(200);
});

describe('questions for a secret find nothing', () => {
  test.each([
    '/api/search?q=Secretgill',
    '/api/search?q=Gridmoor',
    '/api/search?q=Hiddenfold',
    '/api/search?q="xylophone bridge"',
    '/api/search?geoDistance=54.123457,-2.345679,20km',
    '/api/search?geometry=POLYGON((-2.6 53.9,-2.1 53.9,-2.1 54.4,-2.6 54.4,-2.6 53.9))',
    '/api/search?geoDistance=54.987654,-2.987654,1km',
    '/api/search?decimalLatitude=54.1,54.2',
    '/api/search?query=locality:*gill*',
    `/api/search?query=${encodeURIComponent('verbatim["locality"]:*gill*')}`,
    `/api/search?query=${encodeURIComponent('verbatim["locality"]:*moor*')}`,
  ])('%s', async (path) => {
    const { status, text } = await fetchText(path);
    expect(status, text).toBe(200);
    expect((JSON.parse(text) as { total: number }).total).toBe(0);
  });

  test.each(['Valuation', 'Donor address', 'Donor'])('the private column %s cannot be asked for', async (header) => {
    const { status, text } = await fetchText(`/api/search?query=${encodeURIComponent(`verbatim["${header}"]:*9*`)}`);
    expect(status === 400 || (JSON.parse(text) as { total: number }).total === 0).toBe(true);
  });

  test.each([
    '/api/suggest?prefix=Secret',
    '/api/suggest?prefix=Gridm',
    '/api/suggest?prefix=Hidden',
    '/api/suggest?q=Secret',
    '/api/export?format=csv',
    '/api/export?format=jsonl',
    '/api/export?format=tsv&verbatim=true',
    '/api/grid',
    '/api/grid?cells=3600',
    '/api/random?seed=1',
  ])('%s', async (path) => {
    const { text } = await fetchText(path);
    expect(findSecrets(text)).toEqual([]);
  });

  test('the record itself says what is withheld, and where it lies is on the grid only', async () => {
    const { text } = await fetchText('/api/search?scientificName=Cypripedium%20calceolus%20L.');
    const [hidden] = (JSON.parse(text) as { results: { interpreted: Record<string, unknown> }[] }).results;
    expect(hidden?.interpreted).toMatchObject({
      informationWithheld: expect.stringContaining('a rare orchid'),
    });
    expect(hidden?.interpreted).not.toHaveProperty('decimalLatitude');
    const grid = await fetchText('/api/search?scientificName=Orchis%20mascula%20L.');
    const [coarse] = (JSON.parse(grid.text) as { results: { interpreted: Record<string, unknown> }[] }).results;
    expect(coarse?.interpreted).toMatchObject({
      decimalLatitude: 54.5,
      decimalLongitude: -3,
      dataGeneralizations: expect.stringContaining('0.5°'),
    });
  });
});

describe('no file that the server can open has a secret', () => {
  test('in any edition, table or record', async () => {
    const paths = pathsOf(node.folder);
    const leaks: string[] = [];
    const editions = readdirSync(paths.editions);
    expect(editions).toHaveLength(2);
    for (const name of editions) {
      const folder = paths.edition(name);
      await using edition = await Edition.open(folder);
      const rids = Array.from({ length: edition.manifest.records }, (_, rid) => rid);
      leaks.push(...findSecrets(JSON.stringify(edition.records(rids))).map((secret) => `${name} records: ${secret}`));
      for (const file of filesBelow(folder))
        leaks.push(...(await secretsInFile(folder, file)).map((secret) => `${file}: ${secret}`));
    }
    expect(leaks).toEqual([]);
  });

  test('in the history', async () => {
    using history = new History(pathsOf(node.folder).history, { readOnly: true });
    const { text } = await fetchText('/api/search?scientificName=Cypripedium%20calceolus%20L.');
    const [record] = (JSON.parse(text) as { results: { key: string }[] }).results;
    const states = history.states(record?.key ?? '');
    expect(states).toHaveLength(2);
    expect(findSecrets(JSON.stringify(states))).toEqual([]);
  });

  test('the originals lie in a folder that others cannot read', () => {
    expect(statSync(pathsOf(node.folder).private).mode & 0o077).toBe(0);
    expect(filesBelow(join(pathsOf(node.folder).private, 'withheld'))).not.toEqual([]);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Parquet is read through DuckDB; other files are searched as bytes. */
async function secretsInFile(folder: string, file: string): Promise<string[]> {
  if (!file.endsWith('.parquet')) return findSecrets(readFileSync(file, 'latin1'));
  await using database = await Database.open({ folders: [folder] });
  const rows = await database.query(`select * from read_parquet(${quoteLiteral(file)})`);
  return findSecrets(JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
}
