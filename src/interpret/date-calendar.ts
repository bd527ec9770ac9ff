import { dateOfDay } from '../model/day.ts';
import type { Reading } from './date-range.ts';
import { pointOf, single, type Period, type Point } from './edtf.ts';

/** Months of southern seasons, as generous as the northern ones: spring, summer, autumn, winter. */
const SOUTHERN: Readonly<Record<string, readonly [first: number, last: number]>> = {
  21: [9, 12],
  22: [12, 3],
  23: [3, 6],
  24: [6, 9],
};

const SEASON = /^(Y?-?\d{4,6})-(2[1-4])$/u;

export function hasSeason(period: Period): boolean {
  if (period.kind === 'set') return period.members.some(hasSeason);
  return [period.lower, period.upper].some((point) => point !== undefined && SEASON.test(point.text));
}

/** The season of the south: its summer of one year may have begun in the year before. */
export function southern(period: Period): Period {
  if (period.kind === 'set' || period.lower === undefined || period.lower !== period.upper) return period;
  const [, written = '', season = ''] = SEASON.exec(period.lower.text) ?? [];
  const months = SOUTHERN[season];
  if (months === undefined) return period;
  const year = Number(written.replace('Y', ''));
  const { approximate, uncertain } = period.lower;
  const mark = (point: Point | undefined): Point | undefined => point && { ...point, approximate, uncertain };
  const from = (first: number): Period => {
    const [begin, end] = months;
    const last = end < begin ? first + 1 : first;
    return { kind: 'range', lower: mark(pointOf(first, begin)), upper: mark(pointOf(last, end)) };
  };
  return season === '22' ? { kind: 'set', meant: 'one', members: [from(year - 1), from(year)] } : from(year);
}

/**
 * A day of the Julian calendar in ours. Where years began on 25 March, a day before it may belong to the next year by our
 * count: both are read.
 */
export function toGregorian(reading: Reading, isYearUnsure: boolean): Reading {
  const { period } = reading;
  if (period?.kind !== 'range' || period.lower === undefined || period.lower !== period.upper) return reading;
  const { lower } = period;
  if (lower.begin !== lower.end) return reading;
  const { year, month, day } = dateOfDay(lower.begin);
  const first = gregorianDay(lower, year);
  if (!isYearUnsure || month > 3 || (month === 3 && day >= 25)) return { ...reading, period: first };
  const next = pointOf(year + 1, month, day);
  if (next === undefined) return { ...reading, period: first };
  return { period: { kind: 'set', meant: 'one', members: [first, gregorianDay(next, year + 1)] }, ambiguous: true };
}

function gregorianDay(point: Point, year: number): Period {
  const { month } = dateOfDay(point.begin);
  const counted = month <= 2 ? year - 1 : year;
  const ahead = Math.floor(counted / 100) - Math.floor(counted / 400) - 2;
  const moved = dateOfDay(point.begin + ahead);
  const { approximate, uncertain } = point;
  return single({ ...(pointOf(moved.year, moved.month, moved.day) ?? point), approximate, uncertain });
}
