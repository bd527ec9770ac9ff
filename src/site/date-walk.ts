import { dayNumber, formatYear } from '../model/day.ts';
import type { Query } from '../model/query.ts';
import type { Lease } from '../search/live.ts';
import { conditionsOf, isTimeRange, withCondition, without } from './query-parts.ts';
import type { PathStep, Step, Walk, WalkOptions } from './walk-steps.ts';

/** What is older is one step. */
const FIRST_YEAR = -3000;
const LAST_YEAR = 2999;

interface Years {
  readonly from: number;
  readonly to: number;
}

/** Centuries, within one its decades, within one its years. */
export async function walkDates({ engine }: Pick<Lease, 'engine'>, { query }: WalkOptions): Promise<Walk> {
  const chosen = chosenYears(query);
  const base = without(query, isTimeRange);
  const interval = intervalIn(chosen);
  await using selection = await engine.resolve(query);
  const path = chosen === undefined ? [] : pathTo(chosen, base);
  if (interval === undefined) return { path, steps: [], hidden: 0, rest: undefined, overlaps: false };
  const { from, to } = chosen ?? { from: FIRST_YEAR, to: LAST_YEAR };
  const { bins, missing } = await selection.histogram({
    field: 'date',
    from: dayNumber(from, 1, 1),
    to: dayNumber(to, 12, 31),
    interval,
  });
  const steps = bins
    .filter(({ possible }) => possible > 0)
    .map((bin) =>
      stepOf(base, { from: yearOf(bin.from), to: yearOf(bin.to) }, { count: bin.possible, certain: bin.certain }),
    );
  const early = chosen === undefined ? await earlier(engine, base) : undefined;
  const all = early === undefined ? steps : [early, ...steps];
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

async function earlier(engine: Lease['engine'], base: Query): Promise<Step | undefined> {
  const query = withCondition(base, { kind: 'range', field: 'date', to: formatYear(FIRST_YEAR - 1) });
  await using selection = await engine.resolve(query);
  const { total: count, certain } = selection;
  return count === 0 ? undefined : { field: 'date', value: `../${formatYear(FIRST_YEAR - 1)}`, query, count, certain };
}

/** The years of the query's own condition on time; undefined where it has none, or one that is open. */
function chosenYears(query: Query): Years | undefined {
  const range = conditionsOf(query).findLast(isTimeRange);
  if (range?.kind !== 'range') return undefined;
  const [from, to] = [yearOf(String(range.from ?? '')), yearOf(String(range.to ?? ''))];
  return Number.isNaN(from) || Number.isNaN(to) || to < from ? undefined : { from, to };
}

function intervalIn(years: Years | undefined): 'century' | 'decade' | 'year' | undefined {
  const length = years === undefined ? Infinity : years.to - years.from + 1;
  if (length > 100) return 'century';
  if (length > 10) return 'decade';
  return length > 1 ? 'year' : undefined;
}

/** The century and decade in which some years lie, and the years themselves. */
function pathTo(years: Years, base: Query): readonly PathStep[] {
  const around = [100, 10].map((length): Years => {
    const from = Math.floor(years.from / length) * length;
    return { from, to: from + length - 1 };
  });
  const above = around.filter(
    ({ from, to }) => to >= years.to && from <= years.from && to - from > years.to - years.from,
  );
  return [...above, years].map((each) => ({ ...valueOf(each), query: withCondition(base, rangeOf(each)) }));
}

function stepOf(base: Query, years: Years, counts: Pick<Step, 'count' | 'certain'>): Step {
  return { ...valueOf(years), query: withCondition(base, rangeOf(years)), ...counts };
}

function valueOf({ from, to }: Years): Pick<Step, 'field' | 'value'> {
  return { field: 'date', value: from === to ? formatYear(from) : `${formatYear(from)}/${formatYear(to)}` };
}

function rangeOf({ from, to }: Years): Query {
  return { kind: 'range', field: 'date', from: formatYear(from), to: formatYear(to) };
}

/** The year of an ISO date; NaN where there is none. */
function yearOf(text: string): number {
  return Number(/^-?\d+/u.exec(text)?.[0] ?? NaN);
}
