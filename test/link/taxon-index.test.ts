import { describe, expect, test } from 'vitest';
import { TaxonIndex } from '../../src/link/taxon-index.ts';
import type { Taxon } from '../../src/model/taxon.ts';

function taxon(key: string, canonicalName: string, rest: Partial<Taxon> = {}): Taxon {
  return { key, checklist: 'test', scientificName: canonicalName, canonicalName, ...rest };
}

const index = new TaxonIndex([
  taxon('animals', 'Animalia', { rank: 'kingdom' }),
  taxon('plants', 'Plantae', { rank: 'kingdom' }),
  taxon('f', 'Papilionidae', { rank: 'family', parentKey: 'animals' }),
  taxon('g', 'Ornithoptera', { rank: 'genus', parentKey: 'f' }),
  taxon('s', 'Ornithoptera brookiana', { rank: 'species', parentKey: 'g', authorship: '(Wallace, 1855)' }),
  taxon('y', 'Trogonoptera brookiana', { rank: 'species', acceptedKey: 's' }),
  taxon('m1', 'Morus', { rank: 'genus', parentKey: 'plants', authorship: 'L.' }),
  taxon('m2', 'Morus', { rank: 'genus', parentKey: 'animals', authorship: 'Vieillot, 1816' }),
  taxon('loop1', 'Circus alpha', { parentKey: 'loop2' }),
  taxon('loop2', 'Circus', { parentKey: 'loop1' }),
]);

describe('matching', () => {
  test('a synonym leads to its taxon, and says so', () => {
    expect(index.match({ canonicalName: 'Trogonoptera brookiana' })).toMatchObject({
      kind: 'exact',
      accepted: { key: 's' },
      evidence: ['the same name', 'a synonym of Ornithoptera brookiana'],
    });
  });

  test('one letter amiss is found and scored lower', () => {
    expect(index.match({ canonicalName: 'Ornithoptera broookiana' })).toMatchObject({
      kind: 'fuzzy',
      accepted: { key: 's' },
      score: 0.9,
    });
  });

  test('a homonym is ambiguous until kingdom or authors tell', () => {
    expect(index.match({ canonicalName: 'Morus' })).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ key: 'm1' }, { key: 'm2' }],
    });
    expect(index.match({ canonicalName: 'Morus', kingdom: 'Plantae' })).toMatchObject({ accepted: { key: 'm1' } });
    expect(index.match({ canonicalName: 'Morus', authorship: 'Vieillot 1816' })).toMatchObject({
      accepted: { key: 'm2' },
    });
    expect([...index.homonyms()].map((taxa) => taxa.map(({ key }) => key))).toEqual([['m1', 'm2']]);
  });

  test('an unknown species goes to its genus; another kingdom does not', () => {
    expect(index.match({ canonicalName: 'Ornithoptera magna' })).toMatchObject({
      kind: 'higher',
      accepted: { key: 'g' },
    });
    expect(index.match({ canonicalName: 'Ornithoptera magna', kingdom: 'Plantae' })).toEqual({ kind: 'none' });
  });

  test('short names are not guessed at', () => {
    expect(index.match({ canonicalName: 'Moros' })).toEqual({ kind: 'none' });
  });
});

test('all below a taxon, synonyms included; circles end', () => {
  expect(
    index
      .descendants('f')
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(['f', 'g', 's', 'y']);
  expect(index.lineage('y').map(({ key }) => key)).toEqual(['s', 'g', 'f', 'animals']);
  expect(index.lineage('loop1').map(({ key }) => key)).toEqual(['loop1', 'loop2']);
});
