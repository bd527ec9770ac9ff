import type { Span } from '../model/span.ts';
import { NO_DATE } from '../vocabulary/date-words.ts';
import { parseIsoDay } from './date-iso.ts';
import { codeDate } from './date-text.ts';
import type { PartOptions } from './date-part.ts';
import { completeCentury, readRange, type Reading } from './date-range.ts';
import { formatPeriod, isOrdered, parsePeriod, single, spanOf, type Period } from './edtf.ts';

type DatePrecision = 'day' | 'month' | 'year' | 'span';

/** `none`: the text says that there is no date. `date`: its days and EDTF. `unread`: it was not understood, and why. */
export type DateReading =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'date';
      /** Both ends inclusive; open ends reach to EARLIEST_DAY and LATEST_DAY. */
      readonly span: Span;
      /** ISO 8601-2, levels 1 and 2, with the same bounds as the span (seasons as northern ones, generously). */
      readonly edtf: string;
      readonly precision: DatePrecision;
      readonly problem?: 'ambiguous';
    }
  | { readonly kind: 'unread'; readonly problem: 'reversed' | 'unreadable' };

const UNREADABLE: DateReading = { kind: 'unread', problem: 'unreadable' };
const REVERSED: DateReading = { kind: 'unread', problem: 'reversed' };

export interface DateOptions {
  /** The order of day and month where both are numbers and could be exchanged. */
  readonly dayMonthOrder?: 'dmy' | 'mdy';
  /** BCP 47 tag; most languages have one order. */
  readonly language?: string;
  /** Whether 1909-10 may be 1909 to 1910 as well as October 1909; the years are then read, and flagged. */
  readonly yearsInShort?: boolean;
}

function isPairOfYears(text: string): boolean {
  const [, year, month] = /^\d\d(\d\d)-(0[1-9]|1[0-2])$/u.exec(text) ?? [];
  return year !== undefined && Number(month) > Number(year);
}

const NUMERIC_DATE = /(?<![\d/.-])(\d{1,2})([/. -])(\d{1,2})\2\d{4}(?!\d)/gu;

/** Another date of the same text may tell the order (9/5/1950 – 9/20/1950); else the language may. English alone does not. */
function orderOf(coded: string, language: string | undefined): 'dmy' | 'mdy' | undefined {
  const orders = new Set(
    Array.from(coded.matchAll(NUMERIC_DATE), ([, first, , second]) =>
      Number(first) > 12 ? 'dmy' : Number(second) > 12 ? 'mdy' : undefined,
    ).filter((order) => order !== undefined),
  );
  if (orders.size === 1) return [...orders][0];
  if (language === undefined || /^en$/iu.test(language)) return undefined;
  return /^en-us$/iu.test(language) ? 'mdy' : 'dmy';
}

/**
 * Reads a written date of any usual form: ISO 8601 and EDTF, days, months, years, ranges, seasons, decades, centuries and
 * their parts, about, before, after, perhaps, in several languages. Times of day are passed over. An impossible or
 * reversed date is not guessed at. Never throws.
 */
export function readDate(text: string, options: DateOptions = {}): DateReading {
  const trimmed = text.trim().replace(/^"(.*)"$/u, '$1');
  if (trimmed === '' || NO_DATE.test(trimmed.toLowerCase().replace(/^[[(](.*)[\])]$/u, '$1'))) return { kind: 'none' };
  if (options.yearsInShort === true && isPairOfYears(trimmed)) {
    const years = readDate(trimmed.replace('-', '–'));
    return years.kind === 'date' ? { ...years, problem: 'ambiguous' } : years;
  }
  const exact = parseIsoDay(trimmed) ?? parsePeriod(trimmed.replace(/^\[([^[\],.]+)\]$/u, '$1'));
  // Nobody writes 1 BCE as 0000: the year is not known.
  if (exact !== undefined && !isAbbreviated(trimmed) && !trimmed.startsWith('0000-')) return checked({ period: exact });
  const coded = codeDate(trimmed)?.replace(/\| ?(?=[LK]\b)/gu, '');
  if (coded === undefined) return UNREADABLE;
  if (coded === '') return { kind: 'none' };
  const ordered = { dayMonthOrder: options.dayMonthOrder ?? orderOf(coded, options.language) };
  // Between numbers alone a comma stands between dates: "1976–7, 2007".
  const isOne = !/[,;]/u.test(coded) || /[MS]\d\d/u.test(coded);
  const isBetween = /^>.+[,;] ?</u.test(coded);
  const whole = isOne || isBetween ? readRange(coded.replace(/[,;] ?/gu, ' '), ordered) : {};
  if (whole.period !== undefined) return checked(whole);
  const commas = readClauses(coded, ordered);
  const clauses =
    commas.period === undefined && isOne ? readClauses(coded.replaceAll(/ ?, ?/gu, ' '), ordered) : commas;
  return clauses.period === undefined && whole.reversed === true ? REVERSED : checked(clauses);
}

/** `2012-08-06/11` is ISO, but no EDTF that `parsePeriod` would read otherwise. */
function isAbbreviated(text: string): boolean {
  return /\/\d{1,2}(?:-\d{1,2})?$/u.test(text);
}

function checked({ period: written, ambiguous = false, reversed = false }: Reading): DateReading {
  const period = written === undefined ? undefined : withoutRepetition(written);
  if (period === undefined) return reversed ? REVERSED : UNREADABLE;
  if (period.kind === 'range' && period.lower === undefined && period.upper === undefined) return UNREADABLE;
  const span = spanOf(period);
  if (span.begin > span.end) return REVERSED;
  const reading = { kind: 'date', span, edtf: formatPeriod(period), precision: precisionOf(period) } as const;
  return ambiguous ? { ...reading, problem: 'ambiguous' } : reading;
}

/** `1914-06-08/1914-06-08` is a day. */
function withoutRepetition(period: Period): Period {
  if (period.kind === 'set' || period.lower === undefined || period.lower.text !== period.upper?.text) return period;
  const { lower, upper } = period;
  const approximate = lower.approximate || upper.approximate;
  return single({ ...lower, approximate, uncertain: lower.uncertain || upper.uncertain });
}

function precisionOf(period: Period): DatePrecision {
  if (period.kind === 'set' || period.lower === undefined || period.lower !== period.upper) return 'span';
  const days = period.lower.end - period.lower.begin;
  return days === 0
    ? 'day'
    : days < 31
      ? 'month'
      : days < 366 && /^Y?-?\d+$/u.test(period.lower.text)
        ? 'year'
        : 'span';
}

const SECONDARY = /\bW\b/u;

/** "1828, reprinted 1874", "1831 and 1834", "1786 or 1800": several dates, all or one of which are meant. */
function readClauses(coded: string, options: PartOptions): Reading {
  const texts = coded.split(/[,;]|(?<=[\d\s])[+|](?=[\d\s~?])|\|/u).map((clause) => clause.trim());
  const [first = '', ...others] = texts;
  const isLater = others.some((clause) => !/\d/u.test(clause) && /L/u.test(clause));
  const clauses = [
    isLater ? `${first} L` : first,
    ...others.filter((clause) => /\d/u.test(clause) && !SECONDARY.test(clause)),
  ];
  const base = clauses.map((clause, index) => {
    const isFirst = index === 0;
    const expanded = isFirst ? completeCentury(clause, clauses[1] ?? '') : completeYear(clause, clauses[0] ?? '');
    return readRange(expanded.replace(/\bW\b/gu, ' ').trim(), options);
  });
  const reversed = base.some((reading) => reading.reversed === true);
  // What was "cast before 1949" was not cast before it was made.
  const members = base.map(({ period }, index) =>
    index > 0 && period?.kind === 'range' && period.lower === undefined ? { ...period, lower: period.upper } : period,
  );
  if (!members.every((member) => member !== undefined)) return { reversed };
  const ambiguous = base.some((reading) => reading.ambiguous === true);
  const [only] = members;
  if (new Set(members.map(formatPeriod)).size === 1) return { period: only, ambiguous };
  if (members.some((member) => member.kind === 'range' && member.lower === undefined && member.upper === undefined))
    return {};
  const sorted = members.toSorted((one, two) => spanOf(one).begin - spanOf(two).begin);
  if (!isWritable(sorted)) return { period: hullOf(sorted), ambiguous };
  return { period: { kind: 'set', meant: coded.includes('|') ? 'one' : 'all', members: sorted }, ambiguous };
}

/** EDTF's sets have ranges only from year to year, month to month or day to day; open ones first or last. */
function isWritable(members: readonly Period[]): boolean {
  return members.every((member, index) => {
    if (member.kind === 'set' || member.lower === member.upper) return true;
    const { lower, upper } = member;
    if (lower === undefined) return index === 0;
    if (upper === undefined) return index === members.length - 1;
    return lower.text.length === upper.text.length && !lower.text.endsWith('X') && !upper.text.endsWith('X');
  });
}

/** The range that covers all of the members, which are sorted by their beginning. */
function hullOf(members: readonly Period[]): Period | undefined {
  const ranges = members
    .flatMap((member) => (member.kind === 'set' ? member.members : [member]))
    .filter((member) => member.kind === 'range');
  const lower = ranges[0]?.lower;
  const last = ranges.toSorted((one, two) => spanOf(two).end - spanOf(one).end)[0];
  const upper = last?.upper;
  if (lower === undefined && upper === undefined) return undefined;
  return lower !== undefined && upper !== undefined && !isOrdered(lower, upper)
    ? undefined
    : { kind: 'range', lower, upper };
}

/** The "8" of "1786 or 8". */
function completeYear(clause: string, first: string): string {
  const short = /^([~? ]*)(\d{1,2})$/u.exec(clause);
  const year = /(\d{4})\D*$/u.exec(first)?.[1];
  if (short === null || year === undefined) return clause;
  const digits = short[2] ?? '';
  return `${short[1] ?? ''}${year.slice(0, -digits.length)}${digits}`;
}
