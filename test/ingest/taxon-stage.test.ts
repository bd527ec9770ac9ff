import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Edition } from '../../src/catalogue/edition.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { addWithdrawal } from '../../src/catalogue/withdrawn.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { RECORDS_TITLE } from '../../src/ingest/taxon-stage.ts';
import { TAXA_ROWS, taxaFolder } from '../fixture/taxa-node.ts';

interface Built {
  readonly folder: string;
  /** For each record and classification: its taxon with all above it, or how the name was not found. */
  readonly places: Readonly<Record<string, string>>;
  readonly taxa: readonly Readonly<Record<string, unknown>>[];
}

async function build(folder: string): Promise<Built> {
  const { edition } = await buildEdition(folder, { force: true });
  const built = pathsOf(folder).edition(edition.name);
  await using opened = await Edition.open(built);
  const { database } = opened;
  const taxa = await database.query<{ key: string; parentKey: string | null; label: string }>(
    'select * from taxon order by key',
  );
  const byKey = new Map(taxa.map((taxon) => [taxon.key, taxon]));
  const lineageOf = (key: string | null): string[] => {
    const taxon = key === null ? undefined : byKey.get(key);
    return taxon === undefined ? [] : [...lineageOf(taxon.parentKey), taxon.label];
  };
  const links = await database.query<{
    identifier: string;
    taxonKey: string | null;
    title: string | null;
    kind: string | null;
  }>(
    `select r.identifier, l.taxonKey, c.label as title, m.kind from taxon_link l join record r using (rid)
     left join taxon_match m using (match) left join taxon c on c.key = m.classificationKey`,
  );
  return {
    folder: built,
    taxa,
    places: Object.fromEntries(
      links.map(({ identifier, taxonKey, title, kind }) => {
        const [root, ...path] = lineageOf(taxonKey);
        return [`${identifier} in ${root ?? title}`, [...(kind === null ? [] : [`${kind}:`]), ...path].join(' ')];
      }),
    ),
  };
}

let folder: string;
let first: Built;
beforeAll(async () => {
  folder = taxaFolder();
  first = await build(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('names of parents and accepted names that are not there are reported, on the entry and in a notice', async () => {
  const own = taxaFolder({
    butterflies: [
      ...TAXA_ROWS.butterflies,
      't11|Troides|Hübner, 1819|genus|accepted|gone||',
      't12|Troides helena||species|accepted|gone too||',
      't13|Troides amphrysus||species|synonym||t4; gone|',
    ],
  });
  try {
    const { edition } = await buildEdition(own);
    const { notices, first, records } = edition.datasets.find(({ key }) => key === 'butterflies')!;
    expect(notices).toEqual([
      '2 entries name a parent that the checklist does not have: gone, gone too (PARENT_NAME_USAGE_ID_INVALID)',
      '1 entry names an accepted name that the checklist does not have: nobody (ACCEPTED_NAME_USAGE_ID_INVALID)',
    ]);
    await using opened = await Edition.open(pathsOf(own).edition(edition.name));
    const issues = opened
      .records(Array.from({ length: records }, (_, index) => first + index))
      .flatMap((record) => record.issues)
      .filter(({ code }) => code.includes('_USAGE_ID_'));
    expect(issues.map(({ term, detail }) => `${term} ${detail}`)).toEqual([
      'acceptedNameUsageID nobody',
      'parentNameUsageID gone',
      'parentNameUsageID gone too',
    ]);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
});

describe('taxa of all records', () => {
  test.each([
    ['s1', 'exact: Animalia Papilionidae Trogonoptera Trogonoptera brookiana'],
    ['s2', 'synonym: Animalia Papilionidae Trogonoptera Trogonoptera brookiana'],
    ['s3', 'fuzzy: Animalia Papilionidae Trogonoptera Trogonoptera brookiana'],
    ['s4', 'higher: Animalia Papilionidae Trogonoptera'],
    ['s5', 'ambiguous:'],
    ['s6', 'exact: Animalia Papilionidae'],
    ['s8', undefined],
    ['h1', undefined],
  ])('%s in a checklist', (identifier, place) => {
    expect(first.places[`${identifier} in Butterflies of the world`]).toBe(place);
  });

  test('a checklist without entries of higher taxa gets them from its columns', () => {
    expect(first.places['h3 in plants']).toBe('exact: Plantae Rosales Moraceae Morus Morus nigra');
    expect(first.places['s7 in plants']).toBeUndefined();
  });

  test('as the records say, every name has its place', () => {
    const said = (identifier: string) => first.places[`${identifier} in ${RECORDS_TITLE}`];
    expect(said('s2')).toBe('Animalia Ornithoptera Ornithoptera brookiana');
    expect(said('s7')).toBe('Animalia Sulidae Morus Morus bassanus');
    expect(said('h1')).toBe('Plantae Moraceae Morus Morus alba');
    expect(said('h2')).toBe('Morus');
    expect(said('h4')).toBe('Ficus');
  });

  test('an entry of a checklist is its taxon, a synonym its accepted one', () => {
    expect(first.places['t5 in Butterflies of the world']).toBe(
      'Animalia Papilionidae Trogonoptera Trogonoptera brookiana',
    );
    expect(first.places['p3 in plants']).toBe('Plantae Rosales Moraceae Morus Morus alba');
  });

  test('objects are counted at and below each taxon', () => {
    const family = first.taxa.find(({ label, datasetKey }) => label === 'Papilionidae' && datasetKey === 'butterflies');
    expect(family).toMatchObject({ objects: 1, objectsBelow: 5, children: 3, authorship: 'Latreille, 1802' });
    expect(family?.['vernacularNames']).toMatchObject([{ name: 'swallowtails' }]);
  });

  test('nothing is left behind in the edition', () => {
    expect(existsSync(join(first.folder, '.taxa'))).toBe(false);
  });
});

test('the same records give the same taxa in whatever order they come; a withdrawn record is no evidence', async () => {
  const turned = taxaFolder({
    specimens: TAXA_ROWS.specimens.toReversed(),
    plants: TAXA_ROWS.plants.toReversed(),
    butterflies: TAXA_ROWS.butterflies.toReversed(),
  });
  try {
    const again = await build(turned);
    expect(again.taxa).toEqual(first.taxa);
    expect(again.places).toEqual(first.places);
    await using opened = await Edition.open(again.folder);
    const withdrawn = await opened.database.query<{ key: string }>(
      `select key from record where identifier in ('s7', 't4')`,
    );
    for (const { key } of withdrawn)
      addWithdrawal(pathsOf(turned).withdrawn, { key, reason: 'asked', time: '2026-01-01T00:00:00Z' });
    const without = await build(turned);
    expect(without.taxa.map(({ label }) => label)).not.toContain('Sulidae');
    expect(without.places['s1 in Butterflies of the world']).toBe('higher: Animalia Papilionidae Trogonoptera');
  } finally {
    rmSync(turned, { recursive: true, force: true });
  }
});
