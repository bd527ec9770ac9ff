import type { Span } from './span.ts';

const DAY_MS = 86_400_000;

/**
 * The number of a day since 1970-01-01 in the proleptic Gregorian calendar; year 0 is 1 BCE. `month` 1 to 12, `day` 1 to
 * 31; days beyond the month's end run into the next month. Exact from −271,821 to +275,760.
 */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
}

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The calendar day of a day number. */
export function dateOfDay(number: number): CalendarDay {
  const date = new Date(number * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function yearOfDay(number: number): number {
  return dateOfDay(number).year;
}

export function daysInMonth(year: number, month: number): number {
  return dateOfDay(dayNumber(year, month + 1, 0)).day;
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
