import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseQueryLine } from '../../src/search/query-line.ts';
import type { Selection } from '../../src/search/engine.ts';
import type { Sort } from '../../src/model/query.ts';
import { openFixture, type OpenFixture } from './edition-fixture.ts';
import { randomEdition } from './random-edition.ts';

let open: OpenFixture;

beforeAll(async () => {
  open = await openFixture(randomEdition(7, 200));
});

afterAll(async () => {
  await open[Symbol.asyncDispose]();
});

async function allPages(selection: Selection, options: { sort?: Sort; limit: number }): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await selection.page({ ...options, ...(cursor === undefined ? {} : { cursor }) });
    keys.push(...page.records.map(({ key }) => key));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return keys;
}

/** One and several values, texts, numbers, spans, countries, yes and no, and a field without any value. */
const SORTS = [
  'kind',
  'recordedBy',
  'family',
  'year',
  'eventDate',
  'date',
  'country',
  'hasCoordinate',
  'title',
].flatMap((field): Sort[] => [
  { field, order: 'asc' },
  { field, order: 'desc' },
]);

describe('paging to the last record loses and repeats nothing', () => {
  // One selection is dense, the other sparse, which take different ways.
  test.each(['', 'key:k7,k14,k21', 'wallace'])('of "%s"', async (line) => {
    const selection = await open.engine.resolve(parseQueryLine(line));
    const whole = await selection.page({ limit: 1000 });
    const keys = whole.records.map(({ key }) => key).toSorted();
    expect(keys).toHaveLength(selection.total);
    for (const sort of [undefined, { field: 'relevance', order: 'desc' } as const, ...SORTS]) {
      const options = { limit: 67, ...(sort === undefined ? {} : { sort }) };
      const paged = await allPages(selection, options);
      const { records } = await selection.page({ ...options, limit: 1000 });
      expect({ sort, keys: paged }).toEqual({ sort, keys: records.map(({ key }) => key) });
      expect({ sort, keys: paged.toSorted() }).toEqual({ sort, keys });
    }
  });

  test('one record at a time', async () => {
    const selection = await open.engine.resolve(parseQueryLine('kind:fossil'));
    expect(await allPages(selection, { limit: 1, sort: { field: 'year', order: 'desc' } })).toHaveLength(
      selection.total,
    );
  });
});

describe('order', () => {
  test.each([
    ['year', 'asc', 'year asc nulls last'],
    ['year', 'desc', 'year desc nulls last'],
    [
      'eventDate',
      'asc',
      'coalesce(eventDateBegin, -1e12 + 1e12 * (eventDateEnd is null)::int * 9) asc, eventDateEnd asc',
    ],
  ] as const)('by %s %s', async (field, order, sql) => {
    const selection = await open.engine.resolve({ kind: 'all' });
    const { records } = await selection.page({ limit: 1000, sort: { field, order } });
    const expected = await open.edition.database.query<{ key: string }>(
      `select key from record where recordType = 'object' order by ${sql}, ${field === 'eventDate' ? "eventDateBasis = 'inferred', " : ''}rid`,
    );
    expect(records.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
  });

  test('scanning passes over everything in the order of the edition', async () => {
    const selection = await open.engine.resolve({ kind: 'all' });
    const scanned: string[] = [];
    for await (const records of selection.scan({ batch: 7 })) scanned.push(...records.map(({ key }) => key));
    const { records } = await selection.page({ limit: 1000 });
    expect(scanned).toEqual(records.map(({ key }) => key));
  });

  test('scanning stops when it is no longer wanted', async () => {
    const selection = await open.engine.resolve({ kind: 'all' });
    const stop = new AbortController();
    const scan = selection.scan({ batch: 10, signal: stop.signal })[Symbol.asyncIterator]();
    await scan.next();
    stop.abort();
    await expect(scan.next()).rejects.toThrow(/abort/iu);
  });

  test('a sample is drawn by its seed, each record at most once', async () => {
    const selection = await open.engine.resolve({ kind: 'all' });
    const draw = async (seed: string) => (await selection.sample({ count: 20, seed })).map(({ key }) => key);
    const first = await draw('moth');
    expect(new Set(first).size).toBe(20);
    expect(await draw('moth')).toEqual(first);
    expect(await draw('shell')).not.toEqual(first);
  });
});

describe('a cursor', () => {
  test('of another order, or none at all, is refused', async () => {
    const selection = await open.engine.resolve({ kind: 'all' });
    const { cursor } = await selection.page({ limit: 1, sort: { field: 'year', order: 'asc' } });
    await expect(selection.page({ limit: 1, cursor: cursor! })).rejects.toThrow(/another order/u);
    await expect(selection.page({ limit: 1, cursor: 'moth' })).rejects.toThrow(/not a cursor/u);
  });

  test('of another edition goes on after the same value and record', async () => {
    const fixture = randomEdition(7, 200);
    const next = await openFixture({ ...fixture, name: '2026-01-02.1', records: fixture.records.toReversed() });
    try {
      const sort = { field: 'family', order: 'asc' } as const;
      const { cursor } = await (await open.engine.resolve({ kind: 'all' })).page({ limit: 50, sort });
      const { records } = await (
        await next.engine.resolve({ kind: 'all' })
      ).page({ limit: 200, sort, cursor: cursor! });
      const all = await (await next.engine.resolve({ kind: 'all' })).page({ limit: 200, sort });
      const keys = all.records.map(({ key }) => key);
      expect(keys.slice(-records.length)).toEqual(records.map(({ key }) => key));
      const byText = await (await open.engine.resolve({ kind: 'text', value: 'wallace' })).page({ limit: 1 });
      const text = await next.engine.resolve({ kind: 'text', value: 'wallace' });
      await expect(text.page({ limit: 1, cursor: byText.cursor! })).rejects.toThrow(/published anew/u);
    } finally {
      await next[Symbol.asyncDispose]();
    }
  });
});

describe('what is out of bounds is refused in words', () => {
  test.each<[string, (selection: Selection) => Promise<unknown>, RegExp]>([
    ['a page', (selection) => selection.page({ limit: 1001 }), /0 to 1,000/u],
    [
      'a sort',
      (selection) => selection.page({ limit: 1, sort: { field: 'locality', order: 'asc' } }),
      /sorted by "locality"/u,
    ],
    ['a facet', (selection) => selection.facets([{ field: 'eventDate', limit: 10 }]), /cannot be counted/u],
    ['a facet of all', (selection) => selection.facets([{ field: 'kind', limit: 100_000 }]), /1 to 1,000/u],
    ['a histogram', (selection) => selection.histogram({ field: 'eventDate', interval: 'day' }), /2,000 bins/u],
    ['a grid', (selection) => selection.grid({ cells: 1e6 }), /4 to 4,096/u],
    ['a sample', (selection) => selection.sample({ count: 5000, seed: '' }), /1 to 1,000/u],
  ])('%s', async (_, ask, message) => {
    await expect(ask(await open.engine.resolve({ kind: 'all' }))).rejects.toThrow(message);
  });
});
