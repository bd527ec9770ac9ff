import { formatDay, formatYear, isCalendarDay } from '../model/day.ts';
import { amended, emptyTerm, filledIn, lacking, notAmended, type Answer } from './answer.ts';
import { dayOfYear } from './iso-date.ts';
import { EVENT_PARTS, eventParts, isoDateOf } from './time-validations.ts';
import { integerOf, trimmed, type Terms } from './terms.ts';
import { unambiguousDate, unambiguousMonth } from './written-date.ts';

/** The last countries of Europe to leave the Julian calendar in the sense of the standard: Russia, on 14 February 1918. */
const GREGORIAN_SINCE = '1918-02-14';

export function dateStandardized(term: string): (terms: Terms) => Answer {
  return (terms) => {
    const text = terms.get(term);
    if (text === undefined) return emptyTerm(term);
    if (isoDateOf(terms, term) !== undefined) return notAmended(`dwc:${term} is a date as ISO 8601-1 writes it.`);
    const date = unambiguousDate(text);
    return date === undefined
      ? notAmended(`dwc:${term} has no one certain meaning.`)
      : amended({ [term]: date }, `dwc:${term} can mean only this.`);
  };
}

export function eventDateFromVerbatim(terms: Terms): Answer {
  const text = terms.get('verbatimEventDate');
  if (terms.has('eventDate')) return lacking('dwc:eventDate is not empty.');
  if (text === undefined) return emptyTerm('verbatimEventDate');
  const eventDate = unambiguousDate(text);
  if (eventDate === undefined) return notAmended('dwc:verbatimEventDate has no one certain meaning.');
  const calendar = eventDate < GREGORIAN_SINCE ? ' It was taken to be of the Gregorian calendar.' : '';
  return filledIn({ eventDate }, `dwc:verbatimEventDate can mean only this.${calendar}`);
}

export function eventDateFromParts(terms: Terms): Answer {
  if (terms.has('eventDate')) return lacking('dwc:eventDate is not empty.');
  const year = integerOf(terms, 'year');
  if (year === undefined) return lacking('dwc:year is empty or no whole number.');
  if (year < 0 || year > 9999) return notAmended('dwc:year has no place in a date of ISO 8601-1.');
  const eventDate = dateOfParts(year, terms);
  return eventDate === undefined
    ? notAmended('dwc:year, dwc:month and dwc:day are no day of the calendar.')
    : filledIn({ eventDate }, 'From dwc:year, dwc:month and dwc:day, as precise as they are.');
}

function dateOfParts(year: number, terms: Terms): string | undefined {
  const month = unambiguousMonth(terms.get('month') ?? '');
  // A number that is no month is an error, which a coarser date would hide; words that say no month are none.
  if (month === undefined) return integerOf(terms, 'month') === undefined ? formatYear(year) : undefined;
  const yearMonth = `${formatYear(year)}-${String(month).padStart(2, '0')}`;
  const day = integerOf(terms, 'day');
  if (day === undefined) return yearMonth;
  return isCalendarDay({ year, month, day }) ? `${yearMonth}-${String(day).padStart(2, '0')}` : undefined;
}

export function eventDateFromDaysOfYear(terms: Terms): Answer {
  if (terms.has('eventDate')) return lacking('dwc:eventDate is not empty.');
  for (const term of ['year', 'startDayOfYear', 'endDayOfYear']) if (!terms.has(term)) return emptyTerm(term);
  const [year, start, end] = ['year', 'startDayOfYear', 'endDayOfYear'].map((term) => integerOf(terms, term));
  if (year === undefined || start === undefined || end === undefined || year < 0 || year > 9999)
    return notAmended('dwc:year, dwc:startDayOfYear and dwc:endDayOfYear are not all whole numbers.');
  const [first, last] = [dayOfYear(year, start), dayOfYear(year, end)];
  if (first === undefined || last === undefined) return notAmended('The year has no such days.');
  if (first >= last) return notAmended('dwc:startDayOfYear is not before dwc:endDayOfYear.');
  return filledIn(
    { eventDate: `${formatDay(first)}/${formatDay(last)}` },
    'From dwc:year, dwc:startDayOfYear and dwc:endDayOfYear.',
  );
}

export function eventFromEventDate(terms: Terms): Answer {
  if (!terms.has('eventDate')) return emptyTerm('eventDate');
  const date = isoDateOf(terms, 'eventDate');
  if (date === undefined) return lacking('dwc:eventDate is not a date as ISO 8601-1 writes it.');
  const parts = eventParts(date);
  const changes = EVENT_PARTS.flatMap((term): [string, string][] => {
    const part = parts[term];
    return part === undefined || terms.has(term) ? [] : [[term, String(part)]];
  });
  return changes.length === 0
    ? notAmended('What dwc:eventDate says is there already.')
    : filledIn(Object.fromEntries(changes), 'From dwc:eventDate.');
}

/** "23rd", "3.", "12º": the marks of ordinal numbers in several languages. */
const DAY = /^(?<day>\d{1,2})(?:\.0+|st|nd|rd|th|e|er|ème|eme|º|ª|°|:a)?\.?$/iu;

export function dayStandardized(terms: Terms): Answer {
  const text = terms.get('day');
  if (text === undefined) return emptyTerm('day');
  if (/^[+-]?\d+$/u.test(text)) return notAmended('dwc:day is a whole number.');
  const day = Number(DAY.exec(trimmed(text))?.groups?.['day'] ?? 0);
  return day >= 1 && day <= 31
    ? amended({ day: String(day) }, 'dwc:day can mean only this.')
    : notAmended('dwc:day has no one certain meaning.');
}

export function monthStandardized(terms: Terms): Answer {
  const text = terms.get('month');
  if (text === undefined) return emptyTerm('month');
  if (/^[+-]?\d+$/u.test(text)) return notAmended('dwc:month is a whole number.');
  const month = unambiguousMonth(text);
  return month === undefined
    ? notAmended('dwc:month has no one certain meaning.')
    : amended({ month: String(month) }, 'dwc:month can mean only this.');
}
