import { dayNumber, formatYear } from '../model/day.ts';
import type { Query } from '../model/query.ts';
import type { Lease } from '../search/live.ts';
import { conditionsOf, isTimeRange, withCondition, without } from './query-parts.ts';
import type { PathStep, Step, Walk, WalkOptions } from './walk-steps.ts';

/** Between these years there are steps; what is older or younger is one step each. */
const FIRST_YEAR = -3000;
const LAST_YEAR = 2999;

interface Years {
  readonly from: number;
  readonly to: number;
}

/** Years of a query's own condition on time; an end that is left out is open. */
interface ChosenYears {
  readonly from?: number;
  readonly to?: number;
}

/** Centuries, within one its decades, within one its years. */
export async function walkDates({ engine }: Pick<Lease, 'engine'>, { query }: WalkOptions): Promise<Walk> {
  const chosen = chosenYears(query);
  const base = without(query, isTimeRange);
  const { from = FIRST_YEAR, to = LAST_YEAR } = chosen ?? {};
  const interval = intervalIn({ from, to });
  await using selection = await engine.resolve(query);
  const path = chosen === undefined ? [] : pathTo(chosen, base);
  if (interval === undefined) return { path, steps: [], hidden: 0, rest: undefined, overlaps: false };
  const { bins, missing } = await selection.histogram({
    field: 'date',
    from: dayNumber(from, 1, 1),
    to: dayNumber(to, 12, 31),
    interval,
  });
  const filled = bins.filter(({ possible }) => possible > 0);
  const early = chosen?.from === undefined ? await openStep(engine, base, { to: from - 1 }) : undefined;
  const other = early === undefined ? 0 : filled.findIndex((bin) => !isOnly(bin, early));
  const begin = other < 0 ? filled.length : other;
  const shown = filled.slice(begin);
  const steps = await Promise.all(
    shown.map(async (bin) => {
      const years = { from: yearOf(bin.from), to: yearOf(bin.to) };
      if (years.from >= from && years.to <= to)
        return stepOf(base, years, { count: bin.possible, certain: bin.certain });
      // Of a century that the choice cuts through only a part is meant.
      const part = { from: Math.max(from, years.from), to: Math.min(to, years.to) };
      await using own = await engine.resolve(withCondition(base, rangeOf(part)));
      return stepOf(base, part, { count: own.total, certain: own.certain });
    }),
  );
  // What has no beginning may be of any time before it ends: that is one step, not one for each century.
  const last = shown[0] === undefined ? yearOf(filled.at(-1)?.to ?? '') : yearOf(shown[0].from) - 1;
  const first = begin === 0 ? early : await openStep(engine, base, { to: Math.min(to, last) });
  const isEnd = shown.length === 0 && chosen !== undefined;
  const all = isEnd ? [] : first === undefined ? steps : [first, ...steps];
  const sum = all.reduce((total, { count }) => total + count, 0);
  return {
    path,
    steps: all,
    hidden: 0,
    rest:
      missing === 0
        ? undefined
        : {
            kind: 'without',
            query: withCondition(query, { kind: 'not', of: { kind: 'exists', field: 'date' } }),
            count: missing,
          },
    overlaps: sum > selection.total - missing,
  };
}

/** Whether nothing is in a bin but what is in a step of the time before it. */
function isOnly(bin: { readonly possible: number; readonly certain: number }, { count }: Step): boolean {
  return bin.certain === 0 && bin.possible === count;
}

/** All up to a year as one step; undefined where there is nothing. */
async function openStep(
  engine: Lease['engine'],
  base: Query,
  years: { readonly to: number },
): Promise<Step | undefined> {
  const query = withCondition(base, rangeOf(years));
  await using selection = await engine.resolve(query);
  const { total: count, certain } = selection;
  return count === 0 ? undefined : { ...valueOf(years), query, count, certain };
}

/** The years of the query's own condition on time; undefined where it has none. */
function chosenYears(query: Query): ChosenYears | undefined {
  const range = conditionsOf(query).findLast(isTimeRange);
  if (range?.kind !== 'range') return undefined;
  const [from, to] = [yearOf(String(range.from ?? '')), yearOf(String(range.to ?? ''))];
  return { ...(Number.isNaN(from) ? {} : { from }), ...(Number.isNaN(to) ? {} : { to }) };
}

function intervalIn({ from, to }: Years): 'century' | 'decade' | 'year' | undefined {
  const length = to - from + 1;
  if (length > 100) return 'century';
  if (length > 10) return 'decade';
  return length > 1 ? 'year' : undefined;
}

/** The century and decade in which some years lie, and the years themselves. */
function pathTo(chosen: ChosenYears, base: Query): readonly PathStep[] {
  const own = { ...valueOf(chosen), query: withCondition(base, rangeOf(chosen)) };
  const { from, to } = chosen;
  return from === undefined || to === undefined ? [own] : [...yearsAround({ from, to }, base), own];
}

function yearsAround(years: Years, base: Query): readonly PathStep[] {
  const around = [100, 10].map((length): Years => {
    const from = Math.floor(years.from / length) * length;
    return { from, to: from + length - 1 };
  });
  const above = around.filter(
    ({ from, to }) => to >= years.to && from <= years.from && to - from > years.to - years.from,
  );
  return above.map((each) => ({ ...valueOf(each), query: withCondition(base, rangeOf(each)) }));
}

function stepOf(base: Query, years: Years, counts: Pick<Step, 'count' | 'certain'>): Step {
  return { ...valueOf(years), query: withCondition(base, rangeOf(years)), ...counts };
}

function valueOf({ from, to }: ChosenYears): Pick<Step, 'field' | 'value'> {
  const [begin, end] = [from, to].map((year) => (year === undefined ? '..' : formatYear(year)));
  return { field: 'date', value: begin === end ? begin! : `${begin}/${end}` };
}

function rangeOf({ from, to }: ChosenYears): Query {
  return {
    kind: 'range',
    field: 'date',
    ...(from === undefined ? {} : { from: formatYear(from) }),
    ...(to === undefined ? {} : { to: formatYear(to) }),
  };
}

/** The year of an ISO date; NaN where there is none. */
function yearOf(text: string): number {
  return Number(/^-?\d+/u.exec(text)?.[0] ?? NaN);
}
