import { describe, expect, test } from 'vitest';
import {
  joinSeries,
  NO_SERIES,
  SeriesCounter,
  SeriesStatistics,
  type NumberedYear,
} from '../../src/link/agent-series.ts';

/** Forty collectors who number a hundred things a year, each from a year of their own. */
function statistics(): SeriesStatistics {
  const counter = new SeriesCounter();
  for (let name = 0; name < 40; name += 1)
    for (let year = 0; year < 20; year += 2)
      counter.add(name, true, { year: 1900 + name + year, number: 1 + year * (95 + (name % 11)) + (name % 7) });
  return new SeriesStatistics(counter.count());
}

function points(...pairs: readonly (readonly [year: number, number: number])[]): readonly NumberedYear[] {
  return pairs.map(([year, number]) => ({ year, number }));
}

describe('numbers of one series speak for one collector, those of two against', () => {
  const series = statistics();
  test.each([
    ['the next of the same year', points([1950, 1204]), points([1950, 1201])],
    ['between two others', points([1952, 1400]), points([1950, 1200], [1955, 1700])],
    ['some years on, as fast as others count', points([1960, 1500]), points([1955, 1000])],
    ['some years on, as fast as their own', points([1960, 15_000]), points([1950, 5000], [1957, 12_000])],
  ])('%s: for', (_, one, other) => {
    expect(series.weigh(one, other)).toBeGreaterThan(2);
    expect(series.weigh(other, one)).toBeGreaterThan(2);
  });
  test.each([
    ['far above in the same year', points([1950, 1800]), points([1950, 20])],
    ['below what was reached years before', points([1960, 40]), points([1950, 1500])],
    ['outside of its neighbours', points([1952, 90]), points([1951, 1200], [1953, 1400])],
  ])('%s: against', (_, one, other) => {
    expect(series.weigh(one, other)).toBeLessThan(0.5);
  });
});

test('a collection with few numbered collectors knows little of how fast they count, and nothing is proof', () => {
  const few = new SeriesStatistics(new SeriesCounter().count());
  const near = few.weigh(points([1950, 1204]), points([1950, 1201]));
  expect(near).toBeGreaterThan(1);
  expect(near).toBeLessThanOrEqual(100);
  expect(few.weigh(points([1900, 1]), points([1950, 90_000]))).toBeGreaterThan(0);
});

test('a series keeps its ends and stays small, in whatever order its points come', () => {
  const all = Array.from({ length: 100 }, (_, index) => ({ year: 1900 + index, number: index * 7 }));
  const series = joinSeries(NO_SERIES, all);
  expect(joinSeries(NO_SERIES, all.toReversed())).toEqual(series);
  expect(series.length).toBeLessThanOrEqual(24);
  expect([series[0], series.at(-1)]).toEqual([all[0], all.at(-1)]);
  expect(joinSeries(series, NO_SERIES)).toBe(series);
});
