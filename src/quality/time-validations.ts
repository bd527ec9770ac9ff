import { dateOfDay, daysInMonth, yearOfDay } from '../model/day.ts';
import { emptyTerm, lacking, ran, validated, type Answer } from './answer.ts';
import { dayOfYear, parseIsoDate, type IsoDate } from './iso-date.ts';
import { integerOf, type Terms } from './terms.ts';

/** The parameters of the standard, as it sets them. */
const EARLIEST_EVENT = parseIsoDate('1582-11-15')!.begin;
const EARLIEST_IDENTIFICATION = parseIsoDate('1753-01-01')!.begin;
const EARLIEST_YEAR = 1582;

function today(): number {
  return Math.floor(Date.now() / 86_400_000);
}

export function isoDateOf(terms: Terms, term: string): IsoDate | undefined {
  const text = terms.get(term);
  return text === undefined ? undefined : parseIsoDate(text);
}

export function dateStandard(term: string): (terms: Terms) => Answer {
  return (terms) => {
    if (!terms.has(term)) return emptyTerm(term);
    const isDate = isoDateOf(terms, term) !== undefined;
    return validated(isDate, `dwc:${term} is ${isDate ? '' : 'not '}a date as ISO 8601-1 writes it.`);
  };
}

export function eventDateInRange(terms: Terms): Answer {
  if (!terms.has('eventDate')) return emptyTerm('eventDate');
  const date = isoDateOf(terms, 'eventDate');
  if (date === undefined) return lacking('dwc:eventDate is not a date as ISO 8601-1 writes it.');
  const inside = date.begin >= EARLIEST_EVENT && yearOfDay(date.end) <= yearOfDay(today());
  return validated(
    inside,
    `dwc:eventDate lies ${inside ? '' : 'not entirely '}between 1582-11-15 and the end of this year.`,
  );
}

export function dateIdentifiedInRange(terms: Terms): Answer {
  if (!terms.has('dateIdentified')) return emptyTerm('dateIdentified');
  const identified = isoDateOf(terms, 'dateIdentified');
  if (identified === undefined) return lacking('dwc:dateIdentified is not a date as ISO 8601-1 writes it.');
  const event = isoDateOf(terms, 'eventDate');
  if (terms.has('eventDate') && event === undefined)
    return lacking('dwc:eventDate is not a date as ISO 8601-1 writes it.');
  if (identified.begin < EARLIEST_IDENTIFICATION || identified.end > today())
    return validated(false, 'dwc:dateIdentified lies not between 1753-01-01 and today.');
  const inOrder = event === undefined || identified.end >= event.begin;
  return validated(inOrder, `dwc:dateIdentified is ${inOrder ? 'not before' : 'before'} dwc:eventDate.`);
}

export function yearInRange(terms: Terms): Answer {
  const year = integerOf(terms, 'year');
  if (year === undefined) return lacking('dwc:year is empty or no whole number.');
  const inside = year >= EARLIEST_YEAR && year <= yearOfDay(today());
  return validated(inside, `dwc:year lies ${inside ? '' : 'not '}between 1582 and this year.`);
}

export function monthStandard(terms: Terms): Answer {
  if (!terms.has('month')) return emptyTerm('month');
  const month = integerOf(terms, 'month') ?? 0;
  return validated(month >= 1 && month <= 12, 'dwc:month must be a whole number from 1 to 12.');
}

export function dayStandard(terms: Terms): Answer {
  if (!terms.has('day')) return emptyTerm('day');
  const day = integerOf(terms, 'day') ?? 0;
  return validated(day >= 1 && day <= 31, 'dwc:day must be a whole number from 1 to 31.');
}

export function dayInRange(terms: Terms): Answer {
  const day = integerOf(terms, 'day');
  if (day === undefined) return lacking('dwc:day is empty or no whole number.');
  if (day < 29 || day > 31)
    return validated(day >= 1 && day <= 28, 'Every month has the days from 1 to 28, none more than 31.');
  const month = integerOf(terms, 'month') ?? 0;
  if (month < 1 || month > 12) return lacking('Whether there is such a day depends on dwc:month, which is no month.');
  const year = integerOf(terms, 'year');
  if (month === 2 && day === 29 && (year === undefined || year < 0 || year > 9999))
    return lacking('Whether there is a 29 February depends on dwc:year, which is no year.');
  // Without a year any leap year will do: only 29 February depends on it.
  const exists = day <= daysInMonth(year === undefined || month !== 2 ? 2000 : year, month);
  return validated(exists, `The month has ${exists ? 'this' : 'no such'} day.`);
}

export function dayOfYearInRange(end: 'begin' | 'end'): (terms: Terms) => Answer {
  const term = end === 'begin' ? 'startDayOfYear' : 'endDayOfYear';
  return (terms) => {
    if (!terms.has(term)) return emptyTerm(term);
    const day = integerOf(terms, term) ?? 0;
    if (day !== 366)
      return validated(
        day >= 1 && day <= 365,
        `dwc:${term} must be a whole number from 1 to 365, or 366 in a leap year.`,
      );
    const date = isoDateOf(terms, 'eventDate');
    if (date === undefined)
      return lacking('Whether there is a day 366 depends on the year of dwc:eventDate, which has none.');
    const isLeapYear = dayOfYear(yearOfDay(date[end]), 366) !== undefined;
    return validated(isLeapYear, `The year of dwc:eventDate has ${isLeapYear ? '' : 'no '}day 366.`);
  };
}

/** What the terms of an event must say for a date: a part is set where the date is fine enough for it. */
export interface EventParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly startDayOfYear?: number;
  readonly endDayOfYear?: number;
}

export function eventParts({ begin, end, precision }: IsoDate): EventParts {
  const [first, last] = [dateOfDay(begin), dateOfDay(end)];
  const isOneYear = first.year === last.year;
  const isOneMonth = isOneYear && first.month === last.month && precision !== 'year';
  return {
    ...(isOneYear ? { year: first.year } : {}),
    ...(isOneMonth ? { month: first.month } : {}),
    ...(precision === 'day' && begin === end ? { day: first.day } : {}),
    ...(precision === 'day' ? { startDayOfYear: ordinal(begin), endDayOfYear: ordinal(end) } : {}),
  };
}

function ordinal(day: number): number {
  return day - (dayOfYear(yearOfDay(day), 1) ?? day) + 1;
}

export const EVENT_PARTS = ['year', 'month', 'day', 'startDayOfYear', 'endDayOfYear'] as const;

export function eventConsistent(terms: Terms): Answer {
  if (!terms.has('eventDate')) return emptyTerm('eventDate');
  const stated = EVENT_PARTS.filter((term) => terms.has(term));
  if (stated.length === 0) return lacking('All terms that dwc:eventDate could be compared with are empty.');
  const date = isoDateOf(terms, 'eventDate');
  const parts: EventParts = date === undefined ? {} : eventParts(date);
  const other = stated.find((term) => parts[term] === undefined || integerOf(terms, term) !== parts[term]);
  return other === undefined
    ? validated(true, 'The parts of the date agree with dwc:eventDate.')
    : validated(false, `dwc:${other} is not what dwc:eventDate says.`);
}

export function eventDateDuration(terms: Terms): Answer {
  if (!terms.has('eventDate')) return emptyTerm('eventDate');
  const date = isoDateOf(terms, 'eventDate');
  if (date === undefined) return lacking('dwc:eventDate is not a date as ISO 8601-1 writes it.');
  return ran(String(date.duration), 'Seconds, in days of 86,400.');
}
