import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StatedTaxa, type StatedClassification } from '../../src/link/taxon-records.ts';

function readTaxa(rows: readonly StatedClassification[]) {
  const stated = new StatedTaxa(rows, 'records');
  const taxa = new Map([...stated.taxa()].map((taxon) => [taxon.key, taxon]));
  const lineageOf = (row: StatedClassification): string => {
    const path: string[] = [];
    for (let key = stated.keyOf(row); key !== undefined; key = taxa.get(key)?.parentKey)
      path.push(taxa.get(key)!.canonicalName);
    return path.toReversed().join(' > ');
  };
  return { stated, taxa, lineages: rows.map(lineageOf) };
}

const GANNET = { kingdom: 'Animalia', family: 'Sulidae', genus: 'Morus', canonicalName: 'Morus bassanus' };
const MULBERRY = { kingdom: 'Plantae', family: 'Moraceae', genus: 'Morus', canonicalName: 'Morus alba' };

test('names stand below what most records put them under, homonyms of two kingdoms apart', () => {
  const { lineages, taxa } = readTaxa([
    { ...GANNET, records: 9 },
    { ...GANNET, family: 'Phalacrocoracidae', records: 1 },
    { ...MULBERRY, records: 4 },
  ]);
  expect(lineages).toEqual([
    'Animalia > Sulidae > Morus > Morus bassanus',
    'Animalia > Sulidae > Morus > Morus bassanus',
    'Plantae > Moraceae > Morus > Morus alba',
  ]);
  expect([...taxa.values()].filter(({ canonicalName }) => canonicalName === 'Morus')).toHaveLength(2);
});

test('a row that leaves ranks out stands where others put its names', () => {
  const { lineages } = readTaxa([
    { ...GANNET, class: 'Aves', records: 1 },
    { genus: 'Morus', canonicalName: 'Morus bassanus', records: 100 },
    { kingdom: 'Animalia', genus: 'Morus', records: 100 },
    { canonicalName: 'Sulidae', records: 1 },
  ]);
  expect(lineages).toEqual([
    'Animalia > Aves > Sulidae > Morus > Morus bassanus',
    'Animalia > Aves > Sulidae > Morus > Morus bassanus',
    'Animalia > Aves > Sulidae > Morus',
    'Animalia > Aves > Sulidae',
  ]);
});

test.each([
  [{ canonicalName: 'Parus major newtoni' }, 'Parus > Parus major > Parus major newtoni'],
  [{ canonicalName: 'Insecta', taxonRank: 'class', family: 'Apidae', kingdom: 'Animalia' }, 'Animalia > Insecta'],
  [{ canonicalName: 'Apis mellifera', taxonRank: 'genus', genus: 'Apis' }, 'Apis > Apis mellifera'],
  [
    { canonicalName: '× Cupressocyparis leylandii', genus: 'Cupressocyparis' },
    'Cupressocyparis > × Cupressocyparis leylandii',
  ],
  [{ order: 'Coleoptera', class: 'Coleoptera' }, 'Coleoptera'],
  [{}, ''],
])('%o', (row, lineage) => {
  expect(readTaxa([{ ...row, records: 1 }]).lineages).toEqual([lineage]);
});

test('keys of names stay when rows of other names come, and rows may come in any order', () => {
  const name = fc.constantFrom('Aus', 'Bus', 'Cus', undefined);
  const row = fc.record({
    kingdom: fc.constantFrom('Animalia', 'Plantae', undefined),
    family: name,
    genus: name,
    canonicalName: fc.constantFrom('Aus bus', 'Aus', 'Bus bus cus', 'Cus', undefined),
    taxonRank: fc.constantFrom('species', 'subspecies', 'family', 'nonsense', undefined),
    records: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const { stated, taxa } = readTaxa(rows);
      const turned = new StatedTaxa(rows.toReversed(), 'records');
      expect([...turned.taxa()].toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
        [...taxa.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1)),
      );
      for (const each of rows) {
        const seen = new Set<string>();
        for (let key = stated.keyOf(each); key !== undefined; key = taxa.get(key)!.parentKey) {
          expect(seen.has(key)).toBe(false);
          seen.add(key);
        }
      }
    }),
    { seed: 7, numRuns: 300 },
  );
});
