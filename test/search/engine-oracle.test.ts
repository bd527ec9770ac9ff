import { rmSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Query } from '../../src/model/query.ts';
import { dayNumber } from '../../src/model/day.ts';
import { formatQueryLine } from '../../src/search/query-line.ts';
import { compareText } from '../../src/search/text-order.ts';
import { openFixture, type OpenFixture } from './edition-fixture.ts';
import { answerable } from './answerable-query.ts';
import { YEAR_MACROS } from './hop-oracle.ts';
import { writeLinkedRows } from './linked-rows.ts';
import { randomEdition } from './random-edition.ts';
import { randomLinks, TAXON_ABOVE } from './random-links.ts';
import { whereSql } from './sql-oracle.ts';

describe.each([1, 2])('over random edition %i, the engine answers as plain SQL does', (seed) => {
  let open: OpenFixture;
  let linked: string;
  beforeAll(async () => {
    const fixture = randomEdition(seed, 150);
    linked = await writeLinkedRows(randomLinks(seed, fixture.records));
    open = await openFixture({ ...fixture, linked });
    for (const statement of [TAXON_ABOVE, ...YEAR_MACROS]) await open.edition.database.run(statement);
  });
  afterAll(async () => {
    await open[Symbol.asyncDispose]();
    rmSync(linked, { recursive: true });
  });

  async function forRandomQueries(
    numRuns: number,
    check: (open: OpenFixture, query: Query) => Promise<void>,
  ): Promise<void> {
    await fc.assert(
      fc.asyncProperty(answerable, (query) => check(open, query)),
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
