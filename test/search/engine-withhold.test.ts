import { expect, test } from 'vitest';
import { openFixture } from './edition-fixture.ts';

const record = (key: string) => ({
  key,
  values: {
    kind: ['specimen'],
    title: `Secret ${key}`,
    catalogNumber: key,
    year: 1858,
    decimalLatitude: 1,
    decimalLongitude: 2,
  },
});

test('a withheld record is gone from every answer at once, and back when it no longer is', async () => {
  const open = await openFixture({ records: ['one', 'two', 'three'].map(record) });
  const { engine } = open;
  try {
    const before = await engine.resolve({ kind: 'text', value: 'secret' });
    engine.withhold(new Set(['two', 'nobody']));
    // A selection made before holds its counts, but gives the record to nobody any more.
    expect((await before.page({ limit: 10 })).records.map(({ key }) => key)).not.toContain('two');
    expect((await before.points({ limit: 10 })).map(({ key }) => key)).not.toContain('two');
    for await (const records of before.scan()) expect(records.map(({ key }) => key)).toEqual(['one', 'three']);

    const selection = await engine.resolve({ kind: 'text', value: 'secret' });
    expect(selection.total).toBe(2);
    const [facet] = await selection.facets([{ field: 'catalogNumber', limit: 10 }]);
    expect(facet!.values.map(({ value }) => value)).toEqual(['one', 'three']);
    expect((await selection.histogram({ field: 'year', interval: 'year' })).bins.map(({ certain }) => certain)).toEqual(
      [2],
    );
    expect((await selection.grid({ cells: 36 })).located).toBe(2);
    expect((await selection.sample({ count: 10, seed: 'x' })).map(({ key }) => key).toSorted()).toEqual([
      'one',
      'three',
    ]);
    expect((await engine.resolve({ kind: 'is', field: 'key', value: 'two' })).total).toBe(0);
    expect((await engine.suggest({ prefix: 'two' })).map(({ value }) => value)).toEqual([]);
    expect(engine.find('two')).toBeUndefined();
    expect(await engine.record('two')).toBeUndefined();
    expect(engine.statistics()).toEqual({ objects: 2, records: 2 });

    engine.withhold(new Set());
    expect((await engine.resolve({ kind: 'all' })).total).toBe(3);
  } finally {
    await open[Symbol.asyncDispose]();
  }
});

test('an edition without records answers nothing, and does so calmly', async () => {
  const open = await openFixture({ records: [] });
  try {
    const selection = await open.engine.resolve({
      kind: 'or',
      of: [
        { kind: 'text', value: 'moth' },
        { kind: 'exists', field: 'locality' },
      ],
    });
    expect(selection.total).toBe(0);
    expect(await selection.page({ limit: 10, sort: { field: 'year', order: 'desc' } })).toEqual({ records: [] });
    expect(await selection.histogram({ field: 'date', interval: 'year' })).toEqual({ bins: [], missing: 0 });
    expect(await selection.grid({ cells: 36 })).toEqual({ cells: [], located: 0 });
    expect(await open.engine.suggest({ prefix: 'a' })).toEqual([]);
  } finally {
    await open[Symbol.asyncDispose]();
  }
});
