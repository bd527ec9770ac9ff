import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Query } from '../../src/model/query.ts';
import { dayNumber, parseBound } from '../../src/model/day.ts';
import { formatQueryLine } from '../../src/search/query-line.ts';
import { normaliseQuery } from '../../src/search/query-normal.ts';
import { namesRecordType } from '../../src/search/query-base.ts';
import { compareText } from '../../src/search/text-order.ts';
import { openFixture, type OpenFixture } from './edition-fixture.ts';
import { COUNTRIES, KINDS, LOCALITIES, PEOPLE, randomEdition } from './random-edition.ts';
import { oracleSql } from './sql-oracle.ts';

const day = fc.constantFrom('1830', '1845', '1850-06', '184X', '18XX', '1855-01-01');
const uncertain = fc.record(
  { match: fc.constantFrom('certain', 'possible'), basis: fc.constantFrom('recorded', 'inferred', 'any') },
  { requiredKeys: [] },
);
const number = fc.integer({ min: 1838, max: 1872 });

function kind<const Kind extends string>(name: Kind): fc.Arbitrary<Kind> {
  return fc.constant(name);
}

const dateRange = fc
  .record(
    { kind: kind('range'), field: fc.constantFrom('eventDate', 'date'), from: day, to: day },
    { requiredKeys: ['kind', 'field', 'from'] },
  )
  // Ranges that end before they begin are refused.
  .filter(({ from, to }) => to === undefined || parseBound(from, 'begin')! <= parseBound(to, 'end')!);
const leaf: fc.Arbitrary<Query> = fc.oneof(
  fc.record({ kind: kind('in'), field: kind('kind'), values: fc.subarray(KINDS, { minLength: 1 }) }),
  fc.record({ kind: kind('is'), field: fc.constantFrom('recordedBy', 'family'), value: fc.constantFrom(...PEOPLE) }),
  fc.record({ kind: kind('is'), field: kind('locality'), value: fc.constantFrom(...LOCALITIES) }),
  fc.record({
    kind: kind('like'),
    field: fc.constantFrom('family', 'locality'),
    value: fc.constantFrom('*a*', 'W?llace', 'l*', '*'),
  }),
  fc.record({ kind: kind('is'), field: kind('recordType'), value: fc.constantFrom('object', 'agent') }),
  fc.record({ kind: kind('is'), field: kind('hasCoordinate'), value: fc.boolean() }),
  fc
    .record(
      { kind: kind('range'), field: kind('year'), from: number, to: number },
      { requiredKeys: ['kind', 'field', 'to'] },
    )
    .filter(({ from, to }) => from === undefined || from <= to),
  fc.record({ kind: kind('exists'), field: fc.constantFrom('year', 'kind', 'locality', 'eventDate', 'recordedBy') }),
  fc.tuple(dateRange, uncertain).map(([range, how]) => Object.assign({}, range, how)),
  fc
    .tuple(
      fc.record({ kind: kind('in'), field: kind('eventDate'), values: fc.array(day, { minLength: 1, maxLength: 3 }) }),
      uncertain,
    )
    .map(([condition, how]) => Object.assign({}, condition, how)),
  fc.record({
    kind: kind('in'),
    field: kind('country'),
    values: fc.subarray(COUNTRIES, { minLength: 1 }),
    match: fc.constantFrom('certain', 'possible'),
  }),
  fc.record({
    kind: kind('near'),
    latitude: fc.integer({ min: -80, max: 80 }),
    longitude: fc.integer({ min: -180, max: 180 }),
    radiusInMeters: fc.constantFrom(500_000, 3_000_000, 12_000_000),
  }),
  fc.record({
    kind: kind('some'),
    child: kind('measurement'),
    query: fc.record({
      kind: kind('and'),
      of: fc.tuple(
        fc.record({ kind: kind('is'), field: kind('measurementType'), value: fc.constantFrom('length', 'Width') }),
        fc.record({ kind: kind('range'), field: kind('measurementNumber'), from: fc.integer({ min: 0, max: 19 }) }),
      ),
    }),
  }),
);

const anyQuery = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: 3, arbitrary: leaf },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        of: fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: kind('not'), of: tie('query') }) },
  ),
})).query;

/** The condition that the oracle's SQL puts on `record r`, the default base included. */
function whereSql(query: Query): { readonly possible: string; readonly certain: string } {
  const normal = normaliseQuery(query);
  const base = namesRecordType(normal) ? 'true' : `recordType = 'object'`;
  const { possible, certain } = oracleSql(normal);
  return { possible: `${base} and (${possible})`, certain: `${base} and (${certain})` };
}

describe.each([1, 2])('over random edition %i, the engine answers as plain SQL does', (seed) => {
  let open: OpenFixture;
  beforeAll(async () => {
    open = await openFixture(randomEdition(seed, 150));
  });
  afterAll(async () => {
    await open[Symbol.asyncDispose]();
  });

  async function forRandomQueries(
    numRuns: number,
    check: (open: OpenFixture, query: Query) => Promise<void>,
  ): Promise<void> {
    await fc.assert(
      fc.asyncProperty(anyQuery, (query) => check(open, query)),
      { seed, numRuns },
    );
  }

  test('which records', async () => {
    await forRandomQueries(100, async ({ engine, edition }, query) => {
      const selection = await engine.resolve(query);
      const { possible, certain } = whereSql(query);
      const expected = await edition.database.query<{ key: string; certain: boolean }>(
        `select key, coalesce(${certain}, false) as certain from record r where ${possible} order by rid`,
      );
      const { records } = await selection.page({ limit: 1000 });
      const line = formatQueryLine(query);
      expect({ line, keys: records.map(({ key }) => key), total: selection.total, certain: selection.certain }).toEqual(
        {
          line,
          keys: expected.map(({ key }) => key),
          total: expected.length,
          certain: expected.filter(({ certain }) => certain).length,
        },
      );
    });
  });

  test('facets', async () => {
    await forRandomQueries(20, async ({ engine, edition }, query) => {
      const selection = await engine.resolve(query);
      const { possible } = whereSql(query);
      for (const [field, list] of [
        ['kind', 'kind'],
        ['family', '[family]'],
        ['country', 'possibleCountryCodes'],
        ['year', '[year::integer::varchar]'],
      ] as const) {
        const [facet] = await selection.facets([{ field, limit: 1000 }]);
        const expected = await edition.database.query<{ value: string; count: number }>(
          `select value, count(*) as count from (select unnest(list_distinct(${list})) as value from record r where ${possible})
           where value is not null group by value`,
        );
        const [missing] = await edition.database.query<{ n: number }>(
          `select count(*) as n from record r where ${possible} and coalesce(len(list_filter(${list}, lambda x: x is not null)), 0) = 0`,
        );
        const counts = facet!.values.map(({ value, count }) => ({ value, count }));
        const line = formatQueryLine(query);
        expect({ line, counts, distinct: facet!.distinct, missing: facet!.missing }).toEqual({
          line,
          counts: expected.toSorted((a, b) => b.count - a.count || compareText(a.value, b.value)),
          distinct: expected.length,
          missing: missing!.n,
        });
      }
    });
  });

  test('histograms', async () => {
    const { engine, edition } = open;
    const selection = await engine.resolve({ kind: 'all' });
    const { bins, missing } = await selection.histogram({ field: 'eventDate', interval: 'decade' });
    let spread = 0;
    for (const bin of bins) {
      const [from, to] = [bin.from, bin.to].map((text) => {
        const [year, month, day] = text.split('-').map(Number);
        return dayNumber(year!, month!, day!);
      });
      const [expected] = await edition.database.query<{ certain: number; possible: number }>(
        `select count(*) filter (where eventDateBegin >= ${from} and eventDateEnd <= ${to}) as certain,
             count(*) filter (where coalesce(eventDateBegin, -1e9) <= ${to} and eventDateEnd >= ${from}) as possible
           from record where recordType = 'object' and eventDateBasis = 'recorded'`,
      );
      expect({ certain: bin.certain, possible: bin.possible }).toEqual(expected);
      spread += bin.spread;
    }
    const [known] = await edition.database.query<{ closed: number; missing: number }>(
      `select count(*) filter (where eventDateBegin is not null and eventDateBasis = 'recorded') as closed,
           count(*) filter (where coalesce(eventDateBasis, '') <> 'recorded') as missing
         from record where recordType = 'object'`,
    );
    expect(spread).toBeCloseTo(known!.closed, 6);
    expect(missing).toBe(known!.missing);
  });

  test('grids', async () => {
    await forRandomQueries(40, async ({ engine, edition }, query) => {
      const selection = await engine.resolve(query);
      const grid = await selection.grid({ cells: 36, bounds: [-100, -50, 120, 60] });
      const cells = await edition.database.query<{ west: number; south: number; count: number }>(
        `select floor((decimalLongitude + 180) / 10) * 10 - 180 as west, floor((decimalLatitude + 90) / 10) * 10 - 90 as south,
           count(*) as count
         from record r where ${whereSql(query).possible} and decimalLongitude between -100 and 120 and decimalLatitude between -50 and 60
         group by all order by south, west`,
      );
      expect(grid.cells.map(({ west, south, count }) => ({ west, south, count }))).toEqual(cells);
      expect(grid.located).toBe(cells.reduce((sum, { count }) => sum + count, 0));
    });
  });
});
