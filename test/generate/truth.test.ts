import { describe, expect, test } from 'vitest';
import { COLUMNS, Records, type GeneratedRecord } from '../../src/generate/record.ts';
import { INTERPRETERS } from '../../src/interpret/registry.ts';
import { countryAt, isNearCountry } from '../../src/interpret/country-shapes.ts';

const SEED = 11;
const RECORDS = 1500;
/** A hemisphere that was mixed up may still lie in the same country. */
const LEAST_RECALL = 0.9;

const source = new Records(SEED);
const records = Array.from({ length: RECORDS }, (_, number) => source.record(number));
const ofRecord = INTERPRETERS.filter(({ target }) => target === 'record');

function interpret({ cells }: GeneratedRecord) {
  const values = new Map<string, string | null>(COLUMNS.map((column, index) => [column, cells[index] || null]));
  const read = ofRecord.map((interpreter) =>
    interpreter.interpret(
      interpreter.inputs.map((term) => values.get(term) ?? null),
      {},
    ),
  );
  return {
    output: Object.assign({}, ...read.map(({ output }) => output)) as Record<string, unknown>,
    issues: new Set<string>(read.flatMap(({ issues }) => issues.map(({ code }) => code))),
  };
}

const interpreted = records.map((record) => ({ record, ...interpret(record) }));

describe('the truth about generated records', () => {
  const kinds = new Set(records.flatMap(({ truth }) => truth.issues));

  test('has dirty values of many kinds', () => {
    expect(kinds.size).toBeGreaterThan(14);
  });

  test.each([...kinds].toSorted())('%s is found where it was put', (kind) => {
    const dirty = interpreted.filter(({ record }) => record.truth.issues.includes(kind));
    const found = dirty.filter(({ issues }) => issues.has(kind));
    expect(found.length / dirty.length).toBeGreaterThanOrEqual(LEAST_RECALL);
  });

  test('names the days that clean dates mean', () => {
    const clean = interpreted.filter(
      ({ record: { truth } }) =>
        truth.span !== undefined && !truth.issues.some((issue) => /^(?:RECORDED|EVENT)_DATE/u.test(issue)),
    );
    expect(clean.length).toBeGreaterThan(RECORDS / 2);
    const wrong = clean.filter(
      ({ record: { truth }, output }) =>
        output['eventDateBegin'] !== truth.span?.begin || output['eventDateEnd'] !== truth.span?.end,
    );
    expect(wrong.map(({ record }) => record.cells[COLUMNS.indexOf('eventDate')])).toEqual([]);
  });

  test('names the country that is written, or in which the point lies', () => {
    const wrong = interpreted.filter(
      ({ record: { truth }, output }) =>
        !truth.issues.includes('COUNTRY_INVALID') &&
        output['countryCode'] !== undefined &&
        output['countryCode'] !== truth.place.countryCode,
    );
    expect(wrong.length / RECORDS).toBeLessThan(0.01);
  });

  test('puts places into their country', () => {
    const outside = records.filter(
      ({ truth: { place } }) =>
        countryAt(place.longitude, place.latitude) !== place.countryCode &&
        !isNearCountry(place.longitude, place.latitude, place.countryCode, 0.1),
    );
    expect(outside.map(({ truth }) => truth.place.countryCode)).toEqual([]);
  });

  test('is skewed: few collectors and names are frequent, most are rare', () => {
    const counts = new Map<string, number>();
    for (const { truth } of records) for (const { id } of truth.collectors) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeGreaterThan(10);
    expect([...counts.values()].filter((count) => count === 1).length).toBeGreaterThan(counts.size / 2);
  });
});

test('a record depends on the seed and its number alone', () => {
  const other = new Records(SEED);
  expect(other.record(1234)).toEqual(records[1234]);
});
