import { dayNumber, daysInMonth } from '../model/day.ts';
import { DATE_WORDS } from '../vocabulary/date-words.ts';
import type { DateOptions, DateReading } from './date-reading.ts';

type ReadDate = Extract<DateReading, { kind: 'date' }>;

const ISO = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?)?)?)?$/u;
const DAYS = /^(\d{4})-(\d\d)-(\d\d)\/(\d{4})-(\d\d)-(\d\d)$/u;
const YEAR_FIRST = /^(\d{4})([-/.])(\d\d?)\2(\d\d?)$/u;
const NUMBERS = /^(\d\d?)([-/. ])(\d\d?)\2(\d{4})$/u;
const DAY_WORD = /^(\d\d?)(?:[-/ .]|\. )?([A-Za-z]{3,})(?:[-/ .,]|[.,] )?(\d{4})$/u;
const YEAR_WORD = /^(\d{4})[-/ ]([A-Za-z]{3,})(?:[-/ ](\d\d?))?$/u;
const WORD_DAY = /^([A-Za-z]{3,})(?:[- ]|\. ?)(?:(\d\d?)(?:,? |-))?(\d{4})$/u;
const COMPACT = /^(1[5-9]\d\d|20\d\d)(\d\d)(\d\d)$/u;
const SHORT_YEAR = /^\d\d?([-/])(?:\d\d?|([A-Za-z]{3,}))\1\d\d$/u;
const WORD_YEARS = /^([A-Za-z]{3,}) (.+)$/u;
const YEARS = /^(\?)?(c\.? ?|ca\.? ?|circa )?(\d{4})(?: ?([–-]) ?(\d{1,2}|\d{4}))?$/iu;

/** Words before a year that are more than fillers: see date-phrases. */
const MEANT =
  /^(?:born|died|nee?|pat(?:ent(?:ed|iert|ado)?)?|brevete?|octrooi|registered|copyright|des|day|southern|austral)$/iu;

/**
 * Reads the forms that most dates have, at once: ISO 8601, numbers in a sure order, a day or month in words, a year, from
 * year to year. What is found is what any other form would be found to be; undefined leaves it to `readWrittenDate`.
 */
export function readPlainDate(text: string, options: DateOptions): DateReading | undefined {
  const first = text.charCodeAt(0);
  if (first < 48 || first > 57) return readFromWord(text);
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year = '', month, day] = iso;
    // "1909-10" may be two years.
    if (month !== undefined && day === undefined && options.yearsInShort === true) return undefined;
    // Zeros stand for what is not known.
    if (month === '00')
      return day === undefined || Number(day) > 31 || Number(year) < 1 ? undefined : yearOf(Number(year), '');
    return dateOf(Number(year), Number(month ?? -1), Number(day ?? -1));
  }
  const days = DAYS.exec(text);
  if (days !== null) return readDays(days);
  const years = YEARS.exec(text);
  if (years !== null) return readYears(years);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return dateOf(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) return readNumbers(numbers, options);
  const dayWord = DAY_WORD.exec(text);
  if (dayWord !== null) return dateOf(Number(dayWord[3]), monthOf(dayWord[2]), Number(dayWord[1]));
  const yearWord = YEAR_WORD.exec(text);
  if (yearWord !== null) return dateOf(Number(yearWord[1]), monthOf(yearWord[2]), Number(yearWord[3] ?? -1));
  const compact = COMPACT.exec(text);
  if (compact !== null) return dateOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const isCenturyOpen = options.year === undefined && options.inferredYears === undefined;
  const short = isCenturyOpen ? SHORT_YEAR.exec(text) : null;
  const isShort = short !== null && (short[2] === undefined || monthOf(short[2]) > 0);
  return isShort ? { kind: 'unread', problem: 'short-year' } : undefined;
}

function readFromWord(text: string): ReadDate | undefined {
  const years = YEARS.exec(text);
  if (years !== null) return readYears(years);
  const [, word = '', day, year = ''] = WORD_DAY.exec(text) ?? [];
  if (word === '') return readAfterWord(text);
  const code = DATE_WORDS.get(word.toLowerCase());
  if (code?.startsWith('M') === true) return dateOf(Number(year), Number(code.slice(1)), Number(day ?? -1));
  return code === '' && day === undefined && !MEANT.test(word) ? dateOf(Number(year), -1, -1) : undefined;
}

/** "Active 1848–1867", "published ca. 1860". */
function readAfterWord(text: string): ReadDate | undefined {
  const [, word = '', date = ''] = WORD_YEARS.exec(text) ?? [];
  if (DATE_WORDS.get(word.toLowerCase()) !== '' || MEANT.test(word)) return undefined;
  const years = YEARS.exec(date);
  return years === null ? undefined : readYears(years);
}

/** 0 where the word is no month. */
function monthOf(word = ''): number {
  const code = DATE_WORDS.get(word.toLowerCase());
  return code?.startsWith('M') === true ? Number(code.slice(1)) : 0;
}

/** A year, month or day: -1 is absent. Undefined for a day that never was, and where zeros stand for what is not known. */
function dateOf(year: number, month: number, day: number): ReadDate | undefined {
  if (year < 1) return undefined;
  if (month === -1) return yearOf(year, '');
  if (month < 1 || month > 12) return undefined;
  const days = daysInMonth(year, month);
  const edtf = `${fourDigits(year)}-${twoDigits(month)}`;
  if (day === -1 || day === 0) {
    const begin = dayNumber(year, month, 1);
    return { kind: 'date', span: { begin, end: begin + days - 1 }, edtf, precision: 'month' };
  }
  if (day < 1 || day > days) return undefined;
  const number = dayNumber(year, month, day);
  return { kind: 'date', span: { begin: number, end: number }, edtf: `${edtf}-${twoDigits(day)}`, precision: 'day' };
}

function yearOf(year: number, mark: string): ReadDate {
  const begin = dayNumber(year, 1, 1);
  const end = dayNumber(year, 12, 31);
  return { kind: 'date', span: { begin, end }, edtf: `${fourDigits(year)}${mark}`, precision: 'year' };
}

function readNumbers(
  [, one = '', separator, two = '', years = '']: RegExpExecArray,
  { dayMonthOrder, inferredDayMonthOrder, language }: DateOptions,
): ReadDate | undefined {
  const [first, second, year] = [Number(one), Number(two), Number(years)];
  if (first === 0 || second === 0) return undefined;
  if (first > 12) return dateOf(year, second, first);
  if (second > 12) return dateOf(year, first, second);
  if (first === second) return dateOf(year, first, second);
  if (dayMonthOrder === 'mdy') return dateOf(year, first, second);
  if (dayMonthOrder === 'dmy') return dateOf(year, second, first);
  if (language !== undefined || inferredDayMonthOrder !== undefined) return undefined;
  if (separator === '.') return dateOf(year, second, first);
  const earlier = dateOf(year, Math.min(first, second), Math.max(first, second));
  const later = dateOf(year, Math.max(first, second), Math.min(first, second));
  if (earlier === undefined || later === undefined) return undefined;
  return {
    kind: 'date',
    span: { begin: earlier.span.begin, end: later.span.end },
    edtf: `[${earlier.edtf},${later.edtf}]`,
    precision: 'span',
    problem: 'ambiguous',
  };
}

/** From day to day, in ISO 8601. */
function readDays([, ...parts]: RegExpExecArray): ReadDate | undefined {
  const [year, month, day, lastYear, lastMonth, lastDay] = parts.map(Number);
  if (day === 0 || lastDay === 0) return undefined;
  const first = dateOf(year ?? 0, month ?? 0, day ?? 0);
  const last = dateOf(lastYear ?? 0, lastMonth ?? 0, lastDay ?? 0);
  if (first === undefined || last === undefined || first.span.begin > last.span.begin) return undefined;
  if (first.edtf === last.edtf) return first;
  const span = { begin: first.span.begin, end: last.span.end };
  return { kind: 'date', span, edtf: `${first.edtf}/${last.edtf}`, precision: 'span' };
}

function readYears([, perhaps, about, written = '', dash, last]: RegExpExecArray): ReadDate | undefined {
  const mark = about === undefined ? (perhaps ?? '') : perhaps === undefined ? '~' : '%';
  const first = Number(written);
  if (first < 1) return undefined;
  if (last === undefined) return yearOf(first, mark);
  // With a hyphen, two digits may be a month or a season.
  if (dash === '-' && last.length === 2 && Number(last) <= 24) return undefined;
  const end = Number(written.slice(0, 4 - last.length) + last);
  // Years before 1000 may be something else.
  if (end <= first || first < 1000) return undefined;
  return {
    kind: 'date',
    span: { begin: dayNumber(first, 1, 1), end: dayNumber(end, 12, 31) },
    edtf: `${written}${mark}/${fourDigits(end)}${mark}`,
    precision: 'span',
  };
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function fourDigits(year: number): string {
  return year < 1000 ? String(year).padStart(4, '0') : String(year);
}
