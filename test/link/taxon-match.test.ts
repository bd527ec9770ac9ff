import { expect, test } from 'vitest';
import { TaxonIndex } from '../../src/link/taxon-index.ts';
import { matchStated } from '../../src/link/taxon-match.ts';
import type { Taxon } from '../../src/model/taxon.ts';

function taxon(key: string, canonicalName: string, rest: Partial<Taxon> = {}): Taxon {
  return { key, checklist: 'test', scientificName: canonicalName, canonicalName, ...rest };
}

const index = new TaxonIndex([
  taxon('animals', 'Animalia', { rank: 'kingdom' }),
  taxon('f', 'Papilionidae', { rank: 'family', parentKey: 'animals' }),
  taxon('s', 'Trogonoptera brookiana', { rank: 'species', parentKey: 'f' }),
  taxon('t', 'Trogonoptera trojana', { rank: 'species', parentKey: 'f' }),
  taxon('y', 'Ornithoptera brookiana', { acceptedKey: 's' }),
  taxon('z#1', 'Papilio brookeana', { acceptedKey: 's' }),
  taxon('z#2', 'Papilio brookeana', { acceptedKey: 't' }),
]);

test.each([
  [{ canonicalName: 'Trogonoptera brookiana' }, { kind: 'exact', taxonKey: 's', usageKey: 's' }],
  [{ canonicalName: 'Ornithoptera brookiana' }, { kind: 'synonym', taxonKey: 's', usageKey: 'y' }],
  [{ canonicalName: 'Ornithoptera brookianna' }, { kind: 'fuzzy', taxonKey: 's', usageKey: 'y' }],
  [{ canonicalName: 'Papilio brookeana' }, { kind: 'ambiguous', candidates: ['s', 't'] }],
  [
    { canonicalName: 'Troides helena', genus: 'Troides', family: 'Papilionidae' },
    { kind: 'higher', name: 'Troides helena', taxonKey: 'f', usageKey: 'f' },
  ],
  [
    { family: 'Papilionidae', kingdom: 'Animalia' },
    { kind: 'exact', name: 'Papilionidae', taxonKey: 'f' },
  ],
  [{ family: 'Papilionidae', kingdom: 'Plantae' }, undefined],
  [{ canonicalName: 'Rosa canina', kingdom: 'Plantae' }, undefined],
  [{}, undefined],
])('%o', (stated, expected) => {
  const match = matchStated(index, { ...stated, records: 1 });
  if (expected === undefined) expect(match).toBeUndefined();
  else expect(match).toMatchObject(expected);
});
