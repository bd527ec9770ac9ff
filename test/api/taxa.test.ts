import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { findTaxa, readRecordTaxa } from '../../src/api/taxon-view.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { addWithdrawal } from '../../src/catalogue/withdrawn.ts';
import { readConfiguration } from '../../src/ingest/configuration.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { builtFolder } from '../fixture/built-folder.ts';
import { taxaFolder } from '../fixture/taxa-node.ts';

let folder: string;
let live: LiveEngine;
let app: ReturnType<typeof createApp>;

async function get(path: string): Promise<any> {
  const response = await app.request(path);
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status: 200 });
  return JSON.parse(text);
}

/** The key of the taxon that a classification's title and a name lead to. */
async function keyOf(name: string, dataset?: string): Promise<string> {
  const { taxa } = await get(`/api/taxa?limit=100&q=${encodeURIComponent(name)}`);
  return taxa.find((taxon: any) => taxon.label === name && taxon.datasetKey === dataset).key;
}

async function recordKey(identifier: string): Promise<string> {
  return live.use(async ({ engine }) => {
    await using selection = await engine.resolve({
      kind: 'and',
      of: [
        { kind: 'is', field: 'identifier', value: identifier },
        { kind: 'in', field: 'recordType', values: ['object', 'taxon'] },
      ],
    });
    return (await selection.page({ limit: 1 })).records[0]!.key;
  });
}

beforeAll(async () => {
  folder = await builtFolder(taxaFolder);
  live = await LiveEngine.open(pathsOf(folder));
  app = createApp({ live, node: readConfiguration(folder) });
});
afterAll(async () => {
  await live.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('taxa', () => {
  test('without words, the classifications', async () => {
    const { taxa } = await get('/api/taxa');
    expect(taxa.map(({ label, objects }: any) => [label, objects])).toEqual([
      ['As the records say', 11],
      ['Butterflies of the world', 6],
      ['plants', 3],
    ]);
  });

  test.each([
    ['brookiana troGON', 'Trogonoptera brookiana'],
    ['ornithoptera brookiana', 'Ornithoptera brookiana'],
    ['swallowtails', 'swallowtails'],
  ])('%s is found, whatever kind of name it is', async (text, name) => {
    const { taxa } = await get(`/api/taxa?q=${encodeURIComponent(text)}`);
    expect(taxa[0].name).toBe(name);
  });

  test('tell what is above and below them, their names, and how names of records came to them', async () => {
    const family = await get(`/api/taxa/${await keyOf('Papilionidae', 'butterflies')}`);
    expect(family).toMatchObject({
      classification: 'Butterflies of the world',
      authorship: 'Latreille, 1802',
      rank: 'family',
      objects: 5,
      identifiers: ['t2'],
      vernacularNames: [{ name: 'swallowtails' }],
      childrenTotal: 3,
      isReduced: false,
    });
    expect(family.lineage.map(({ label }: any) => label)).toEqual(['Butterflies of the world', 'Animalia']);
    expect(family.children.map(({ label, objects }: any) => [label, objects])).toEqual([
      ['Papilio', 0],
      ['Papilio', 0],
      ['Trogonoptera', 4],
    ]);
    const species = await get(`/api/taxa/${await keyOf('Trogonoptera brookiana', 'butterflies')}`);
    expect(species.synonyms).toMatchObject([{ scientificName: 'Ornithoptera brookiana', authorship: 'Wallace, 1855' }]);
    expect(species.elsewhere).toMatchObject([{ classification: 'As the records say', objects: 1 }]);
    expect(species.reasons.map(({ name, kind }: any) => [name, kind])).toEqual([
      ['Ornithoptera brookiana', 'synonym'],
      ['Trogonoptera brookianna', 'fuzzy'],
    ]);
    expect((await get(`/api/search?taxonKey=${species.key}`)).total).toBe(3);
  });

  test('what is not there, and parameters that are not known, are said', async () => {
    expect((await app.request('/api/taxa/nobody')).status).toBe(404);
    expect((await app.request('/api/taxa?name=x')).status).toBe(400);
    expect((await app.request('/api/taxa?limit=1000')).status).toBe(400);
  });

  test('a name leads to one taxon in each classification, or to candidates', async () => {
    const found = await live.use((lease) => findTaxa(lease, ' trogonoptera BROOKIANA '));
    expect(found.kind === 'taxa' ? found.keys : []).toHaveLength(2);
    const synonym = await live.use((lease) => findTaxa(lease, 'Morus pendula'));
    expect(synonym).toEqual({ kind: 'taxa', keys: [await keyOf('Morus alba', 'plants')] });
    const papilio = await live.use((lease) => findTaxa(lease, 'Papilio'));
    expect(
      papilio.kind === 'ambiguous' ? papilio.candidates.map(({ authorship }) => String(authorship)).toSorted() : [],
    ).toEqual(['Fabricius, 1775', 'Linnaeus, 1758']);
    expect(await live.use((lease) => findTaxa(lease, 'Nemo'))).toEqual({ kind: 'unknown' });
  });

  test('a record has its taxon in each classification, with reasons, or the candidates', async () => {
    const taxaOf = async (identifier: string) => {
      const key = await recordKey(identifier);
      return live.use((lease) => readRecordTaxa(lease, lease.engine.find(key)!));
    };
    expect(await taxaOf('s2')).toMatchObject([
      {
        classification: 'Butterflies of the world',
        taxon: { label: 'Trogonoptera brookiana' },
        match: { kind: 'synonym' },
      },
      { classification: 'As the records say', taxon: { label: 'Ornithoptera brookiana' } },
    ]);
    const [ambiguous] = await taxaOf('s5');
    expect(ambiguous).toMatchObject({ match: { kind: 'ambiguous', evidence: ['2 taxa are called Papilio'] } });
    expect(ambiguous!.taxon).toBeUndefined();
    expect(ambiguous!.candidates.map(({ label }) => label)).toEqual(['Papilio', 'Papilio']);
  });

  test('a withdrawal takes the taxon, synonym and reasons with it at once', async () => {
    const gannet = await keyOf('Morus bassanus');
    const species = await keyOf('Trogonoptera brookiana', 'butterflies');
    for (const identifier of ['s7', 's3', 't5'])
      addWithdrawal(pathsOf(folder).withdrawn, {
        key: await recordKey(identifier),
        reason: 'asked',
        time: '2026-01-01T00:00:00Z',
      });
    await live.refresh();
    expect((await app.request(`/api/taxa/${gannet}`)).status).toBe(404);
    expect(await get('/api/taxa?q=bassanus')).toMatchObject({ total: 0, taxa: [] });
    expect(await get(`/api/taxa/${species}`)).toMatchObject({ objects: 2, synonyms: [], reasons: [], isReduced: true });
    addWithdrawal(pathsOf(folder).withdrawn, { key: species, reason: 'asked', time: '2026-01-01T00:00:00Z' });
    await live.refresh();
    expect((await app.request(`/api/taxa/${species}`)).status).toBe(404);
    const genus = await get(`/api/taxa/${await keyOf('Trogonoptera', 'butterflies')}`);
    expect(genus.children).toEqual([]);
  });
});
