import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelOf, lineageOf, localityKey, PlaceTree, type PlaceNames } from '../../src/link/place-tree.ts';
import { CONTINENTS, COUNTRIES } from '../../src/vocabulary/countries.ts';
import { listHistoricPlaces } from '../../src/vocabulary/historic-places.ts';

const NOTHING: PlaceNames = {
  countryCode: null,
  historicPlace: null,
  continent: null,
  stateProvince: null,
  county: null,
  municipality: null,
  island: null,
  waterBody: null,
};
const EVIDENCE = { records: 1, latitude: null, longitude: null };

function pathsIn(tree: PlaceTree, names: Partial<PlaceNames>, records = 1): readonly string[] {
  return tree
    .add({ ...NOTHING, ...names }, { ...EVIDENCE, records })
    .map((place) => lineageOf(place).map(labelOf).toReversed().join(' › '));
}

describe('a hierarchy of places', () => {
  test.each([
    [{ countryCode: 'MY' }, ['Asia › Malaysia']],
    [{ countryCode: 'DE', stateProvince: 'Freistaat Bayern' }, ['Europe › Germany › Bavaria']],
    [{ countryCode: 'GB', county: 'Cornwall' }, ['Europe › United Kingdom › England › Cornwall']],
    [
      { countryCode: 'GB', stateProvince: 'England', county: 'Cornwall' },
      ['Europe › United Kingdom › England › Cornwall'],
    ],
    [{ countryCode: 'IT', stateProvince: 'Cuneo' }, ['Europe › Italy › Piemonte › Cuneo']],
    [{ countryCode: 'MY', historicPlace: 'Malaya' }, ['Asia › Malaysia › Malaya']],
    [{ historicPlace: 'Borneo' }, ['Borneo']],
    [{ historicPlace: 'nothing that is known', continent: 'ASIA' }, ['Asia']],
    [{ continent: 'SOUTH_AMERICA' }, ['South America']],
    [{ stateProvince: 'Victoria' }, ['Victoria']],
    [{ historicPlace: 'Victoria', stateProvince: 'VICTORIA' }, ['Victoria']],
    [{ countryCode: 'SG', stateProvince: 'Singapore' }, ['Asia › Singapore']],
    [
      { countryCode: 'US', stateProvince: 'New York', county: 'New York' },
      ['North America › United States › New York › New York'],
    ],
    [{ waterBody: 'Mittelmeer' }, ['Atlantic Ocean › North Atlantic Ocean › Mediterranean Sea']],
    [{ countryCode: 'MY', stateProvince: '?' }, ['Asia › Malaysia']],
    [{}, []],
  ])('%o', (names, paths) => expect(pathsIn(new PlaceTree(), names)).toEqual(paths));

  test('keeps a county that is no part of the named province apart from the area of its name', () => {
    const tree = new PlaceTree();
    const [there] = tree.add({ ...NOTHING, countryCode: 'GB', stateProvince: 'England', county: 'Cornwall' }, EVIDENCE);
    const [else_] = tree.add(
      { ...NOTHING, countryCode: 'GB', stateProvince: 'Scotland', county: 'Cornwall' },
      EVIDENCE,
    );
    expect(else_!.key).not.toBe(there!.key);
    expect(lineageOf(else_!).map(labelOf)).toContain('Scotland');
  });

  test('gives keys by names and parents alone, whatever the order', () => {
    const sayings: Partial<PlaceNames>[] = [
      { countryCode: 'MY', stateProvince: 'Sarawak', island: 'Borneo' },
      { countryCode: 'ID', island: 'Borneo' },
      { countryCode: 'DE', stateProvince: 'Bayern' },
      { historicPlace: 'Straits Settlements' },
    ];
    const keysOf = (order: readonly Partial<PlaceNames>[]) => {
      const tree = new PlaceTree();
      for (const names of order) pathsIn(tree, names);
      return [...tree.nodes()].map(({ key }) => key).toSorted();
    };
    expect(keysOf(sayings.toReversed())).toEqual(keysOf(sayings));
    expect(new Set(keysOf(sayings)).size).toBe(keysOf(sayings).length);
  });

  test('calls a place as most records do', () => {
    const tree = new PlaceTree();
    pathsIn(tree, { countryCode: 'MY', stateProvince: 'Nowhere', county: 'KOTA BARU' }, 2);
    pathsIn(tree, { countryCode: 'MY', stateProvince: 'nowhere', county: 'Kota Baru' }, 2);
    expect(pathsIn(tree, { countryCode: 'MY', stateProvince: 'Nowhere', county: 'kota-baru' }, 1)).toEqual([
      'Asia › Malaysia › Nowhere › Kota Baru',
    ]);
  });

  test('lies where most of its records do', () => {
    const tree = new PlaceTree();
    const names = { ...NOTHING, countryCode: 'MY', island: 'Pulau Kecil' };
    const [place] = tree.add(names, { records: 5, latitude: 2, longitude: 104 });
    tree.add(names, { records: 1, latitude: 50, longitude: 10 });
    expect(place!.point).toEqual([2, 104]);
  });

  test('has no locality that says a place above it again', () => {
    const [place] = new PlaceTree().add({ ...NOTHING, countryCode: 'MY', stateProvince: 'Sarawak' }, EVIDENCE);
    expect(localityKey(place!, 'SARAWAK')).toBeUndefined();
    expect(localityKey(place!, 'Malaysia')).toBeUndefined();
    expect(localityKey(place!, '—')).toBeUndefined();
    expect(localityKey(place!, 'Kuching.')).toBe(localityKey(place!, 'kuching'));
  });

  test('never leads from a place to itself, whatever is written', () => {
    const text = fc.option(fc.string({ maxLength: 8 }), { nil: null });
    const names = fc.record({
      countryCode: fc.option(fc.constantFrom(...COUNTRIES.map(({ code }) => code)), { nil: null }),
      historicPlace: fc.option(fc.constantFrom(...listHistoricPlaces().map(({ label }) => label)), { nil: null }),
      continent: fc.option(fc.constantFrom(...CONTINENTS), { nil: null }),
      stateProvince: text,
      county: text,
      municipality: text,
      island: text,
      waterBody: text,
    });
    fc.assert(
      fc.property(fc.array(names, { maxLength: 5 }), (sayings) => {
        const tree = new PlaceTree();
        for (const saying of sayings)
          for (const place of tree.add(saying, EVIDENCE)) {
            const lineage = lineageOf(place);
            expect(new Set(lineage.map(({ key }) => key)).size).toBe(lineage.length);
          }
      }),
      { seed: 1 },
    );
  });
});
