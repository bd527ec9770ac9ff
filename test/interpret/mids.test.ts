import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Database } from '../../src/catalogue/database.ts';
import { MIDS_TERMS, midsLevelSql, midsOf } from '../../src/interpret/mids.ts';

const LEVEL_0 = ['catalogNumber', 'institutionCode'];
const LEVEL_1 = [...LEVEL_0, 'scientificName', 'basisOfRecord', 'preparations', 'license', 'modified'];
const LEVEL_2 = [
  ...LEVEL_1,
  'country',
  'verbatimCoordinates',
  'recordedBy',
  'year',
  'recordNumber',
  'media',
  'typeStatus',
];
const LEVEL_3 = [...LEVEL_2, 'institutionID', 'recordedByID', 'scientificNameID', 'locationID', 'identifiedByID'];

function mids(terms: readonly string[], isGeological = false) {
  return midsOf({ has: (term) => terms.includes(term), isGeological });
}

describe('the level of a record is the highest whose elements, and those below, are all there', () => {
  test.each([
    [[], null, ['PhysicalSpecimenID', 'Organization']],
    [['occurrenceID'], null, ['Organization']],
    [LEVEL_0, 0, ['Name', 'SpecimenType', 'ObjectType', 'License', 'Modified']],
    [
      LEVEL_1,
      1,
      [
        'QualitativeLocation',
        'QuantitativeLocation',
        'CollectingAgent',
        'DateCollected',
        'CollectingNumber',
        'Media',
        'TypeStatus',
      ],
    ],
    [LEVEL_2, 2, ['InstitutionID', 'CollectorID', 'ScientificNameID', 'GeographicalLocalityID', 'IdentifiedByID']],
    [LEVEL_3, 3, []],
    // What a higher level asks for does not make up for what a lower one lacks.
    [LEVEL_3.filter((term) => term !== 'license'), 0, ['License']],
  ])('%j', (terms, level, missing) => {
    expect(mids(terms)).toEqual({ level, missing });
  });

  test('a latitude without a longitude is no place', () => {
    const half = [...LEVEL_2.filter((term) => term !== 'verbatimCoordinates'), 'decimalLatitude'];
    expect(mids(half)).toEqual({ level: 1, missing: ['QuantitativeLocation'] });
    expect(mids([...half, 'decimalLongitude']).level).toBe(2);
  });

  test('fossils and minerals are asked for their age instead of their type status', () => {
    expect(mids(LEVEL_2, true)).toEqual({ level: 1, missing: ['GeologicalAge'] });
    expect(mids([...LEVEL_2, 'earliestPeriodOrLowestSystem'], true).level).toBe(2);
  });
});

test('the SQL of the level gives what reading one record gives', async () => {
  const database = await Database.open({ folders: [] });
  const term = fc.constantFrom(...MIDS_TERMS);
  const record = fc.record({
    terms: fc.tuple(
      fc.constantFrom([], LEVEL_0, LEVEL_1, LEVEL_2, LEVEL_3),
      fc.array(term, { maxLength: 12 }),
      fc.array(term, { maxLength: 2 }),
    ),
    isGeological: fc.boolean(),
  });
  const records = fc
    .sample(record, { seed: 20261121, numRuns: 400 })
    .map(({ terms: [level, more, fewer], isGeological }) => ({
      terms: new Set([...level, ...more].filter((name) => !fewer.includes(name))),
      isGeological,
    }));
  const rows = records.map(
    ({ terms, isGeological }) => `(${[...MIDS_TERMS.map((name) => terms.has(name)), isGeological].join(', ')})`,
  );
  const columns = [...MIDS_TERMS, 'isGeological'].map((name) => `"${name}"`).join(', ');
  const sql = midsLevelSql({ has: (name) => `"${name}"`, isGeological: '"isGeological"' });
  const levels = await database.query<{ level: number | null }>(
    `select ${sql} as level from (values ${rows.join(', ')}) t(${columns})`,
  );
  await database.close();
  expect(levels.map(({ level }) => level)).toEqual(
    records.map(({ terms, isGeological }) => midsOf({ has: (name) => terms.has(name), isGeological }).level),
  );
  expect(new Set(levels.map(({ level }) => level))).toEqual(new Set([null, 0, 1, 2, 3]));
});
