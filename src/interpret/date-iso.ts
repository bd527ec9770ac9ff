import { dateOfDay, dayNumber, yearOfDay } from '../model/day.ts';
import { pointOf, single, type Period, type Point } from './edtf.ts';

const ORDINAL = /^(\d{4})-(\d{3})$/u;
const MONTHS = /^(\d{4})-(\d{2})\/(\d{2})$/u;
const WEEK = /^(\d{4})-?[Ww](\d{2})(?:-?([1-7]))?$/u;

/** The forms of ISO 8601 that EDTF leaves out: months (`1930-05/06`), day of the year (`1930-133`), week and day of week (`1930-W20`, `1930-W20-2`). */
export function parseIsoDay(text: string): Period | undefined {
  const ordinal = ORDINAL.exec(text);
  if (ordinal !== null) {
    const [year, dayOfYear] = [Number(ordinal[1]), Number(ordinal[2])];
    const day = dayNumber(year, 1, dayOfYear);
    const point = dayOfYear > 0 && yearOfDay(day) === year ? pointOfDay(day) : undefined;
    return point === undefined ? undefined : single(point);
  }
  const months = MONTHS.exec(text);
  if (months !== null) {
    const [year, first, last] = months.slice(1).map(Number);
    const [lower, upper] = [pointOf(year ?? 0, first), pointOf(year ?? 0, last)];
    const isRange = lower !== undefined && upper !== undefined && lower.begin < upper.begin && Number(last) <= 12;
    return isRange ? { kind: 'range', lower, upper } : undefined;
  }
  const week = WEEK.exec(text);
  if (week === null) return undefined;
  const [year, number] = [Number(week[1]), Number(week[2])];
  const monday = firstMonday(year) + (number - 1) * 7;
  if (number < 1 || monday >= firstMonday(year + 1)) return undefined;
  if (week[3] === undefined) return { kind: 'range', lower: pointOfDay(monday), upper: pointOfDay(monday + 6) };
  const point = pointOfDay(monday + Number(week[3]) - 1);
  return point === undefined ? undefined : single(point);
}

/** The Monday of the week in which 4 January lies, as ISO 8601 counts weeks. */
function firstMonday(year: number): number {
  const fourth = dayNumber(year, 1, 4);
  // Day 0, 1 January 1970, was a Thursday.
  return fourth - ((((fourth + 3) % 7) + 7) % 7);
}

function pointOfDay(day: number): Point | undefined {
  const { year, month, day: dayOfMonth } = dateOfDay(day);
  return pointOf(year, month, dayOfMonth);
}
