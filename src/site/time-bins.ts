import { dayNumber, yearOfDay } from '../model/day.ts';
import type { Query } from '../model/query.ts';
import { withCondition } from './query-parts.ts';
import type { Histogram, Selection } from '../search/engine.ts';

/** A histogram over the time in which almost all objects lie, with the years that it covers. */
export interface TimeBins {
  readonly bins: readonly TimeBin[];
  readonly missing: number;
}

export interface TimeBin {
  /** First and last year, inclusive. */
  readonly from: number;
  readonly to: number;
  readonly certain: number;
  readonly possible: number;
  readonly spread: number;
}

/** Where charts begin: earlier dates are rare outside antiquities, and a scale that held them would crush all others. */
export const FIRST_YEAR = 1500;

export interface TimeScale {
  readonly firstYear: number;
  readonly lastYear: number;
  /** Years in a bin. */
  readonly interval: 'year' | 'decade' | 'century';
}

/** The scale on which a selection's own time is drawn: at most about 60 bins. */
export function scaleOf(
  years: { readonly from?: number | undefined; readonly to?: number | undefined },
  lastYear: number,
): TimeScale {
  const first = years.from ?? FIRST_YEAR;
  const last = Math.max(first, years.to ?? lastYear);
  const interval = last - first <= 60 ? 'year' : last - first <= 700 ? 'decade' : 'century';
  return { firstYear: first, lastYear: last, interval };
}

export async function readTimeBins(selection: Selection, scale: TimeScale): Promise<TimeBins> {
  const histogram = await selection.histogram({
    field: 'date',
    from: dayNumber(scale.firstYear, 1, 1),
    to: dayNumber(scale.lastYear, 12, 31),
    interval: scale.interval,
  });
  return toTimeBins(histogram);
}

function toTimeBins({ bins, missing }: Histogram): TimeBins {
  return {
    missing,
    bins: bins.map(({ from, to, certain, possible, spread }) => ({
      from: yearOf(from),
      to: yearOf(to),
      certain,
      possible,
      spread,
    })),
  };
}

function yearOf(iso: string): number {
  return Number(/^-?\d+/u.exec(iso)?.[0] ?? 0);
}

/** The scale without the empty bins before the first that holds anything. */
export function trimScale(scale: TimeScale, bins: readonly TimeBin[]): TimeScale {
  const [first, last] = [bins.find(({ spread }) => spread > 0.01), bins.findLast(({ spread }) => spread > 0.01)];
  return first === undefined || last === undefined ? scale : { ...scale, firstYear: first.from, lastYear: last.to };
}

/** The bins that lie on a scale. */
export function binsOn(scale: TimeScale, bins: readonly TimeBin[]): readonly TimeBin[] {
  return bins.filter(({ from, to }) => to >= scale.firstYear && from <= scale.lastYear);
}

/** The year in which an edition was made, after which nothing in it can have been gathered. */
export function yearOfEdition(created: string): number {
  const time = Date.parse(created);
  return Number.isNaN(time) ? FIRST_YEAR : yearOfDay(Math.floor(time / 86_400_000));
}

/** What of a query lies wholly before a scale, and so is not drawn on it. */
export function beforeScale(query: Query, { firstYear }: TimeScale): Query {
  return withCondition(query, { kind: 'range', field: 'date', to: String(firstYear - 1), match: 'certain' });
}

/** The first years of the first and the last bin in which anything certainly lies; undefined where nothing does. */
export function binsWithObjects(bins: readonly TimeBin[]): { readonly from: number; readonly to: number } | undefined {
  const filled = bins.filter(({ certain }) => certain > 0);
  if (filled.length === 0) return undefined;
  return { from: Math.min(...filled.map(({ from }) => from)), to: Math.max(...filled.map(({ from }) => from)) };
}
