import type { Span } from './span.ts';

/** Days of 400 years, after which the calendar repeats itself. */
const DAYS_OF_CYCLE = 146_097;
/** From 1 March of year 0, where the count of these functions begins, to 1970-01-01. */
const DAYS_TO_1970 = 719_468;

/**
 * The number of a day since 1970-01-01 in the proleptic Gregorian calendar; year 0 is 1 BCE. `month` 1 to 12, `day` 1 to
 * 31; months and days beyond the year's or month's end run into the next.
 */
export function dayNumber(year: number, month: number, day: number): number {
  // Years are counted from March, so that the leap day comes last.
  const months = year * 12 + month - 3;
  const marchYear = Math.floor(months / 12);
  const marchMonth = months - marchYear * 12;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  return cycle * DAYS_OF_CYCLE + yearOfCycle * 365 + leapDays + dayOfYear - DAYS_TO_1970;
}

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The calendar day of a day number. */
export function dateOfDay(number: number): CalendarDay {
  const days = number + DAYS_TO_1970;
  const cycle = Math.floor(days / DAYS_OF_CYCLE);
  const dayOfCycle = days - cycle * DAYS_OF_CYCLE;
  const leapDays = Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

export function yearOfDay(number: number): number {
  return dateOfDay(number).year;
}

const MONTH_DAYS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function daysInMonth(year: number, month: number): number {
  const isLeapFebruary = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeapFebruary ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Whether the calendar has this day. */
export function isCalendarDay({ year, month, day }: CalendarDay): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** A year as EDTF writes it: four digits, a minus sign before those before year 0, `Y` before those with more digits. */
export function formatYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${digits.length > 4 ? 'Y' : ''}${year < 0 ? '-' : ''}${digits}`;
}

/** A day number as an ISO 8601 date. */
export function formatDay(number: number): string {
  const { year, month, day } = dateOfDay(number);
  return `${formatYear(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const BOUND =
  /^(?:(?<year>-?\d{4}|Y-?\d{5,6})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?|(?<decade>-?\d{3})X|(?<century>-?\d{2})XX)$/u;

/**
 * The whole span that a date of a query means: a day, month, year, decade (`185X`) or century (`18XX`). Undefined where
 * it is none of these or no day of the calendar. A plain number of one to four digits is a year.
 */
export function parseDateSpan(text: string): Span | undefined {
  const written = text.trim();
  const padded = /^-?\d{1,4}$/u.test(written) ? formatYear(Number(written)) : written;
  const groups = BOUND.exec(padded)?.groups;
  if (groups === undefined) return undefined;
  const years = (first: number, last: number): Span => ({
    begin: dayNumber(first, 1, 1),
    end: dayNumber(last, 12, 31),
  });
  if (groups['decade'] !== undefined) {
    const decade = Number(groups['decade']) * 10;
    return decade < 0 || Object.is(decade, -0) ? years(decade - 9, decade) : years(decade, decade + 9);
  }
  if (groups['century'] !== undefined) {
    const century = Number(groups['century']) * 100;
    return century < 0 || Object.is(century, -0) ? years(century - 99, century) : years(century, century + 99);
  }
  const year = Number((groups['year'] ?? '').replace('Y', ''));
  if (groups['month'] === undefined) return years(year, year);
  const month = Number(groups['month']);
  if (month < 1 || month > 12) return undefined;
  if (groups['day'] === undefined)
    return { begin: dayNumber(year, month, 1), end: dayNumber(year, month, daysInMonth(year, month)) };
  const day = Number(groups['day']);
  if (!isCalendarDay({ year, month, day })) return undefined;
  const number = dayNumber(year, month, day);
  return { begin: number, end: number };
}

/** One end of a query's range: "1850" begins on 1 January and ends on 31 December. Undefined where it is no date. */
export function parseBound(text: string, end: 'begin' | 'end'): number | undefined {
  return parseDateSpan(text)?.[end];
}
