import { dateOfDay, dayNumber, formatDay } from '../model/day.ts';
import { findField } from '../vocabulary/fields.ts';
import type { CodedColumn } from './coded-column.ts';
import type { SpanDictionary } from './dictionaries.ts';
import type { Histogram, HistogramInterval, HistogramOptions } from './engine.ts';
import type { Counted } from './facet-count.ts';
import { OPEN_BEGIN, OPEN_END } from './index-columns.ts';
import { QueryError } from './query-error.ts';

const MOST_BINS = 2_000;

export function countHistogram(counted: Counted, options: HistogramOptions): Histogram {
  const field = findField(options.field);
  if (field !== undefined && counted.index.hasColumn(field.name)) {
    if (field.type === 'span') return spanHistogram(counted, { ...options, field: field.name });
    if (field.type === 'number') return numberHistogram(counted, { ...options, field: field.name });
  }
  throw new QueryError(`"${options.field.slice(0, 80)}" cannot be drawn as a histogram.`, {
    hint: 'Histograms are drawn of dates and numbers.',
  });
}

function tooMany(): QueryError {
  return new QueryError(`A histogram has at most ${MOST_BINS.toLocaleString('en')} bins.`, {
    hint: 'Ask for a longer interval, or for a part with from and to.',
  });
}

const YEARS: Readonly<Record<string, number>> = { year: 1, decade: 10, century: 100 };

function numberHistogram({ index, possible, cache }: Counted, options: HistogramOptions): Histogram {
  const { field, interval } = options;
  const width = typeof interval === 'number' ? interval : field === 'year' ? YEARS[interval] : undefined;
  if (width === undefined || !(width > 0) || !Number.isFinite(width)) {
    throw new QueryError(`The bins of ${field} need a width in numbers.`, { hint: 'For instance interval=10.' });
  }
  const numbers = index.numbers(field);
  const counts = cache.count(index.column(field), possible);
  const present: number[] = [];
  for (let code = 1; code < counts.length; code++) if (counts[code]! > 0) present.push(code);
  const least = options.from ?? (present.length > 0 ? numbers[present[0]! - 1]! : undefined);
  const most = options.to ?? (present.length > 0 ? numbers[present.at(-1)! - 1]! : undefined);
  if (least === undefined || most === undefined || least > most) return { bins: [], missing: counts[0]! };
  const first = Math.floor(least / width);
  const size = Math.floor(most / width) - first + 1;
  if (size > MOST_BINS) throw tooMany();
  const totals = new Float64Array(size);
  for (const code of present) {
    const number = numbers[code - 1]!;
    if (number >= least && number <= most) totals[Math.floor(number / width) - first]! += counts[code]!;
  }
  const bins = Array.from(totals, (total, at) => ({
    from: String((first + at) * width),
    to: String((first + at + 1) * width),
    certain: total,
    possible: total,
    spread: total,
  }));
  return { bins, missing: counts[0]! };
}

/** First days of consecutive bins, and the first day after the last. */
type Starts = readonly number[];

/** Counts by bin, as they grow. */
interface Totals {
  readonly starts: Starts;
  readonly certain: Float64Array;
  readonly possible: Float64Array;
  readonly spread: Float64Array;
}

function spanHistogram(counted: Counted, options: HistogramOptions): Histogram {
  const { index, possible, cache } = counted;
  const column = index.column(options.field);
  const spans = index.spans(options.field);
  const counts = cache.count(column, possible);
  const { least, most } = extentOf(spans, counts);
  const from = options.from ?? least;
  const to = options.to ?? most;
  const isEmpty = from === undefined || to === undefined || from > to;
  const starts = isEmpty ? [0] : binStarts(from, to, options.interval);
  const bins = starts.length - 1;
  const totals: Totals = {
    starts,
    certain: new Float64Array(bins),
    possible: new Float64Array(bins),
    spread: new Float64Array(bins),
  };
  const missing = column.many
    ? addRows(totals, { column, spans, rows: possible.rows() })
    : addCounts(totals, { spans, counts });
  return {
    bins: Array.from(totals.certain, (certain, at) => ({
      from: formatDay(starts[at]!),
      to: formatDay(starts[at + 1]! - 1),
      certain,
      possible: totals.possible[at]!,
      spread: totals.spread[at]!,
    })),
    missing,
  };
}

/** The first and the last day that recorded spans have, open ends aside. */
function extentOf(
  { begins, ends, bases }: SpanDictionary,
  counts: Uint32Array,
): { readonly least: number | undefined; readonly most: number | undefined } {
  let least = Infinity;
  let most = -Infinity;
  for (let at = 0; at < begins.length; at++) {
    if (counts[at + 1] === 0 || bases[at] === 1) continue;
    const [begin, end] = [begins[at]!, ends[at]!];
    least = Math.min(least, begin === OPEN_BEGIN ? end : begin);
    most = Math.max(most, end === OPEN_END ? begin : end);
  }
  return least > most ? { least: undefined, most: undefined } : { least, most };
}

function binStarts(from: number, to: number, interval: HistogramInterval): Starts {
  const startOf = startFunction(from, interval);
  const starts = [startOf(0)];
  while (starts.at(-1)! <= to) {
    if (starts.length > MOST_BINS) throw tooMany();
    starts.push(startOf(starts.length));
  }
  return starts;
}

/** The first day of the n-th bin, counted from the one in which `from` lies. */
function startFunction(from: number, interval: HistogramInterval): (bin: number) => number {
  if (typeof interval === 'number') {
    if (!Number.isInteger(interval) || interval < 1) throw new QueryError('A width in days is a whole number from 1.');
    return (bin) => (Math.floor(from / interval) + bin) * interval;
  }
  const { year, month } = dateOfDay(from);
  switch (interval) {
    case 'day':
      return (bin) => from + bin;
    case 'month':
      return (bin) => dayNumber(year, month + bin, 1);
    default: {
      const years = YEARS[interval];
      if (years === undefined) throw new QueryError(`"${(interval as string).slice(0, 80)}" is not an interval.`);
      return (bin) => dayNumber((Math.floor(year / years) + bin) * years, 1, 1);
    }
  }
}

/** The bin in which a day lies: −1 before the first, the number of bins after the last. */
function binOf(starts: Starts, day: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The days of a span that lie in a bin, as a share of all its days; 0 where an end is open. */
function shareOf(starts: Starts, bin: number, span: { readonly begin: number; readonly end: number }): number {
  if (span.begin === OPEN_BEGIN || span.end === OPEN_END) return 0;
  const days = Math.min(span.end, starts[bin + 1]! - 1) - Math.max(span.begin, starts[bin]!) + 1;
  return days / (span.end - span.begin + 1);
}

/** One span a record: each different span once, times its records. Returns the records without a recorded span. */
function addCounts(totals: Totals, { spans, counts }: { spans: SpanDictionary; counts: Uint32Array }): number {
  const { begins, ends, bases } = spans;
  let missing = counts[0]!;
  let first = -1;
  for (let at = 0; at < begins.length; at++) {
    const count = counts[at + 1]!;
    if (count === 0) continue;
    if (bases[at] === 1) {
      missing += count;
      continue;
    }
    // Spans are ordered by begin, so that its bin is the last one's or a later one.
    while (first + 1 < totals.starts.length && totals.starts[first + 1]! <= begins[at]!) first++;
    addSpan(totals, { first, begin: begins[at]!, end: ends[at]!, count });
  }
  return missing;
}

/** Adds records whose span is this one; it begins in the bin `first`. */
function addSpan(
  { starts, certain, possible, spread }: Totals,
  {
    first,
    begin,
    end,
    count,
  }: { readonly first: number; readonly begin: number; readonly end: number; readonly count: number },
): void {
  const last = starts.length - 2;
  const isInFirst = first >= 0 && first <= last && end < starts[first + 1]!;
  const final = isInFirst ? first : binOf(starts, end);
  if (isInFirst) certain[first]! += count;
  for (let bin = Math.max(0, first); bin <= Math.min(last, final); bin++) {
    possible[bin]! += count;
    spread[bin]! += count * shareOf(starts, bin, { begin, end });
  }
}

/** No bin: −1 is the one before the first. */
const UNKNOWN = -2;

/**
 * Several spans a record: a record counts once a bin, and its spread is divided among its spans. Records with one span are
 * counted by it first: they are most of them.
 */
function addRows(
  totals: Totals,
  { column, spans, rows }: { column: CodedColumn; spans: SpanDictionary; rows: Uint32Array },
): number {
  const { begins, ends, bases } = spans;
  const { codes } = column;
  const offsets = column.offsets!;
  const { starts, certain, possible, spread } = totals;
  const last = starts.length - 2;
  const [certainSeen, possibleSeen] = [new Int32Array(last + 1).fill(-1), new Int32Array(last + 1).fill(-1)];
  // Each different span's bins are looked up once, when it is first met.
  const firsts = new Int32Array(begins.length).fill(UNKNOWN);
  const finals = new Int32Array(begins.length);
  const singles = new Uint32Array(begins.length + 1);
  let missing = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const from = offsets[row]!;
    const to = offsets[row + 1]!;
    if (to - from === 1) {
      singles[codes[from]!]!++;
      continue;
    }
    let recorded = 0;
    for (let at = from; at < to; at++) if (bases[codes[at]! - 1] === 0) recorded++;
    if (recorded === 0) missing++;
    for (let at = from; at < to; at++) {
      const place = codes[at]! - 1;
      if (bases[place] === 1) continue;
      if (firsts[place] === UNKNOWN) {
        firsts[place] = binOf(starts, begins[place]!);
        finals[place] = binOf(starts, ends[place]!);
      }
      const [first, final] = [firsts[place]!, finals[place]!];
      if (first === final && first >= 0 && first <= last && certainSeen[first] !== row) {
        certainSeen[first] = row;
        certain[first]!++;
      }
      for (let bin = Math.max(0, first); bin <= Math.min(last, final); bin++) {
        if (possibleSeen[bin] !== row) possible[bin]!++;
        possibleSeen[bin] = row;
        spread[bin]! += shareOf(starts, bin, { begin: begins[place]!, end: ends[place]! }) / recorded;
      }
    }
  }
  return missing + addCounts(totals, { spans, counts: singles });
}
