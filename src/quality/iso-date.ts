import { dayNumber, daysInMonth, yearOfDay } from '../model/day.ts';
import { parseIsoDay } from '../interpret/date-iso.ts';
import { spanOf } from '../interpret/edtf.ts';
import { remembered } from './remembered.ts';

/** A date, or an interval of dates, in the forms of ISO 8601-1. */
export interface IsoDate {
  /** Day numbers, both inclusive. */
  readonly begin: number;
  readonly end: number;
  /** That of the coarser end. Weeks count as finer than a month. */
  readonly precision: 'year' | 'month' | 'week' | 'day';
  /** In seconds; days have 86,400. */
  readonly duration: number;
}

interface Point extends IsoDate {
  /** Seconds since the day's beginning at which the point begins. */
  readonly time: number;
  readonly timeLength: number;
  readonly text: string;
}

const DAY_S = 86_400;
const CALENDAR = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/u;
const BASIC = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u;
const TIME =
  /^(?<hour>\d{2})(?::?(?<minute>\d{2})(?::?(?<second>\d{2}))?)?(?:[.,]\d{1,12})?(?:Z|[+-](?<offset>\d{2})(?::?(?<offsetMinute>\d{2}))?)?$/u;
/** Longer texts are no dates; the patterns need not look at them. */
const LONGEST = 80;

/** Reads a date strictly as ISO 8601-1 spells it, intervals included ("1880-05-08/10"). Undefined where it is none or runs backwards. */
export const parseIsoDate = remembered((text: string): IsoDate | undefined => {
  if (text.length > LONGEST) return undefined;
  const slash = text.indexOf('/');
  const first = parsePoint(slash < 0 ? text : text.slice(0, slash));
  if (first === undefined || slash < 0) return first;
  const last = parseEnd(text.slice(slash + 1), first.text);
  if (last === undefined) return undefined;
  const hasTimes = first.timeLength > 0 && last.timeLength > 0;
  const duration = hasTimes
    ? (last.begin - first.begin) * DAY_S + last.time - first.time
    : (last.end - first.begin + 1) * DAY_S;
  if (last.end < first.begin || duration < 0) return undefined;
  return { begin: first.begin, end: last.end, precision: coarser(first.precision, last.precision), duration };
});

const FINENESS: readonly IsoDate['precision'][] = ['year', 'month', 'week', 'day'];

function coarser(one: IsoDate['precision'], other: IsoDate['precision']): IsoDate['precision'] {
  return FINENESS.indexOf(one) < FINENESS.indexOf(other) ? one : other;
}

/** The end of an interval may leave out what it shares with the beginning: 1880-05-08/10, 1880-05/06, 2007-03-01T13:00/15:00. */
function parseEnd(text: string, first: string): Point | undefined {
  const whole = parsePoint(text);
  if (whole !== undefined) return whole;
  const [date = '', time] = first.split('T');
  if (time !== undefined && /^\d{2}:/u.test(text)) return parsePoint(`${date}T${text}`);
  const [endDate = ''] = text.split('T');
  // A year has no higher part that its end could leave out.
  if (!/^\d{2}(?:-\d{2})?$/u.test(endDate) || !/^\d{4}(?:-\d{2}){1,2}$/u.test(date)) return undefined;
  if (date.length - endDate.length < 'YYYY-'.length) return undefined;
  return parsePoint(date.slice(0, Math.max(0, date.length - endDate.length)) + text);
}

function parsePoint(text: string): Point | undefined {
  const at = text.indexOf('T');
  const date = parseDay(at < 0 ? text : text.slice(0, at));
  if (date === undefined) return undefined;
  const { begin, end, precision } = date;
  if (at < 0) return { ...date, duration: (end - begin + 1) * DAY_S, time: 0, timeLength: 0, text };
  const time = precision === 'day' ? TIME.exec(text.slice(at + 1))?.groups : undefined;
  if (time === undefined) return undefined;
  const { hour, minute, second, offset, offsetMinute } = time;
  const parts = [hour, minute, second].map((part) => Number(part ?? 0));
  const [hours = 0, minutes = 0, seconds = 0] = parts;
  const isMidnight = hours === 24 && minutes === 0 && seconds === 0;
  if ((hours > 23 && !isMidnight) || minutes > 59 || seconds > 59) return undefined;
  if (Number(offset ?? 0) > 18 || Number(offsetMinute ?? 0) > 59) return undefined;
  const timeLength = second !== undefined ? 1 : minute !== undefined ? 60 : 3600;
  return {
    begin,
    end,
    precision,
    duration: timeLength,
    time: hours * 3600 + minutes * 60 + seconds,
    timeLength,
    text,
  };
}

function parseDay(text: string): Pick<IsoDate, 'begin' | 'end' | 'precision'> | undefined {
  const calendar = (CALENDAR.exec(text) ?? BASIC.exec(text))?.groups;
  if (calendar !== undefined) {
    const year = Number(calendar['year']);
    if (calendar['month'] === undefined)
      return { begin: dayNumber(year, 1, 1), end: dayNumber(year, 12, 31), precision: 'year' };
    const month = Number(calendar['month']);
    if (month < 1 || month > 12) return undefined;
    const last = daysInMonth(year, month);
    if (calendar['day'] === undefined)
      return { begin: dayNumber(year, month, 1), end: dayNumber(year, month, last), precision: 'month' };
    const day = Number(calendar['day']);
    if (day < 1 || day > last) return undefined;
    const number = dayNumber(year, month, day);
    return { begin: number, end: number, precision: 'day' };
  }
  const other = parseIsoDay(text);
  if (other === undefined) return undefined;
  const { begin, end } = spanOf(other);
  return { begin, end, precision: begin === end ? 'day' : 'week' };
}

/** The day number of a day of a year, from 1; undefined where the year has no such day. */
export function dayOfYear(year: number, day: number): number | undefined {
  const number = dayNumber(year, 1, day);
  return day >= 1 && yearOfDay(number) === year ? number : undefined;
}
