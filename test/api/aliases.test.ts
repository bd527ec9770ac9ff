import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { readConfiguration } from '../../src/ingest/configuration.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { placesFolder, writePlaceRows, type PlaceRow } from '../fixture/places-node.ts';
import { TAXA_ROWS, taxaFolder, writeTaxaRows } from '../fixture/taxa-node.ts';

interface Node {
  readonly live: LiveEngine;
  request(path: string): Promise<Response>;
  get(path: string): Promise<any>;
}

async function open(folder: string): Promise<Node> {
  await buildEdition(folder);
  const live = await LiveEngine.open(pathsOf(folder));
  const app = createApp({ live, node: readConfiguration(folder) });
  const request = async (path: string) => app.request(path);
  return {
    live,
    request,
    get: async (path) => {
      const response = await request(path);
      expect(response.status).toBe(200);
      return response.json();
    },
  };
}

async function rebuild(folder: string, { live }: Node): Promise<void> {
  await buildEdition(folder, { force: true });
  await live.refresh();
}

describe('a place of an edition before', () => {
  const rows = (named: readonly PlaceRow[]) =>
    named.map((row, index): PlaceRow => ({ occurrenceID: String(index), ...row }));
  const sarawak = { country: 'Malaysia', stateProvince: 'Sarawak' };
  const misspelt = { country: 'Malaysia', stateProvince: 'Sarawaak', locality: 'Kuching' };
  const [hut, nordland] = [{ locality: 'Hut' }, { country: 'Norway', stateProvince: 'Nordland' }];
  const borderland = { stateProvince: 'Borderland' };
  const voyage = { expedition: 'Voyage of the Beagel, 1831–1836' };
  let folder: string;
  let node: Node;
  const keys: Record<string, string> = {};

  beforeAll(async () => {
    folder = placesFolder(
      rows([
        misspelt,
        misspelt,
        { ...sarawak, locality: 'Kuching' },
        { ...sarawak, locality: 'Kuching' },
        { ...nordland, ...hut },
        { ...nordland, ...hut },
        nordland,
        borderland,
        borderland,
        voyage,
      ]),
    );
    node = await open(folder);
    for (const { key, label } of (await node.get('/api/places?limit=100')).places) keys[label] = key;
    for (const { key } of (await node.get('/api/places?q=kuching')).places) {
      const { lineage } = await node.get(`/api/places/${key}`);
      keys[`Kuching in ${lineage.at(-1).label}`] = key;
    }
    keys['voyage'] = (await node.get('/api/expeditions')).expeditions[0].key;
    writePlaceRows(
      folder,
      rows([
        ...Array.from({ length: 4 }, () => ({ ...sarawak, locality: 'Kuching' })),
        { ...nordland, locality: 'House' },
        { ...nordland, ...hut },
        nordland,
        { country: 'Peru' },
        { country: 'Norway' },
        { expedition: 'Voyage of the Beagle, 1831–1836' },
      ]),
    );
    await rebuild(folder, node);
  });
  afterAll(async () => {
    await node.live.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['whose name was corrected leads to the place of the same kind', 'Sarawaak', 'Sarawak', 'stateProvince'],
    ['within such a one leads to its namesake', 'Kuching in Sarawaak', 'Kuching', 'locality'],
    ['that is too small now leads to the narrowest that holds its records', 'Hut', 'Nordland', 'stateProvince'],
  ])('%s', async (_, before, label, kind) => {
    const place = await node.get(`/api/places/${keys[before]}`);
    expect(place).toMatchObject({ label, kind });
    expect(place.key).not.toBe(keys[before]);
    expect((await node.get(`/api/search?placeKey=${place.key}`)).total).toBe(place.objects);
  });

  test('whose records went apart leads nowhere', async () => {
    expect(keys['Borderland']).toBeDefined();
    expect((await node.request(`/api/places/${keys['Borderland']}`)).status).toBe(404);
  });

  test('and an expedition go on answering in the editions after', async () => {
    expect((await node.get(`/api/expeditions/${keys['voyage']}`)).label).toBe('Voyage of the Beagle, 1831–1836');
    await rebuild(folder, node);
    expect((await node.get(`/api/places/${keys['Sarawaak']}`)).key).toBe(keys['Sarawak']);
    expect((await node.get(`/api/expeditions/${keys['voyage']}`)).label).toBe('Voyage of the Beagle, 1831–1836');
  });
});

describe('a taxon of an edition before', () => {
  let folder: string;
  let node: Node;
  const keys: Record<string, string> = {};

  beforeAll(async () => {
    folder = taxaFolder();
    node = await open(folder);
    for (const name of ['brookianna', 'trojana', 'Papilio', 'Morus nigra', 'Ficus'])
      for (const { key, label, datasetKey } of (await node.get(`/api/taxa?q=${name}&limit=100`)).taxa)
        keys[`${label} in ${datasetKey ?? 'records'}`] ??= key;
    const changed = (dataset: keyof typeof TAXA_ROWS, changes: Readonly<Record<string, string>>) =>
      writeTaxaRows(
        folder,
        dataset,
        TAXA_ROWS[dataset].map((row) => changes[row.slice(0, row.indexOf('|'))] ?? row),
      );
    changed('specimens', {
      s3: 's3|Trogonoptera brookiana||species|Animalia|Papilionidae|Trogonoptera|||Indonesia',
      s4: 's4|Trogonoptera||genus|Animalia|Papilionidae|Trogonoptera||1860|Philippines',
    });
    changed('herbarium', { h4: 'h4||||A. Gray|' });
    changed('plants', { p2: 'p2|Morus nigra L.|species|synonym|Morus alba L.|Plantae|Rosales|Moraceae' });
    await rebuild(folder, node);
  });
  afterAll(async () => {
    await node.live.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['whose name was a slip leads to the one meant', 'Trogonoptera brookianna in records', 'Trogonoptera brookiana'],
    [
      'as which nothing is determined any more leads to the narrowest left',
      'Trogonoptera trojana in records',
      'Trogonoptera',
    ],
    ['that its checklist sank into another leads to that', 'Morus nigra in plants', 'Morus alba'],
  ])('%s', async (_, before, label) => {
    const taxon = await node.get(`/api/taxa/${keys[before]}`);
    expect(taxon.label).toBe(label);
    expect(before.endsWith('plants')).toBe(taxon.datasetKey === 'plants');
  });

  test('of which no record says anything leads nowhere, not to a classification', async () => {
    expect((await node.request(`/api/taxa/${keys['Ficus in records']}`)).status).toBe(404);
  });
});
