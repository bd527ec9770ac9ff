import type { Span } from '../model/span.ts';
import { NO_DATE } from '../vocabulary/date-words.ts';
import { parseIsoDay } from './date-iso.ts';
import { codeDate } from './date-text.ts';
import { parsePart, periodOf, withMarks, type Coarse, type Part, type PartOptions } from './date-part.ts';
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

interface Reading {
  readonly period?: Period | undefined;
  readonly ambiguous?: boolean;
  readonly reversed?: boolean;
}

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

/** Separators at which a range may be cut, in the order in which they are tried. */
const CUTS: readonly RegExp[] = [/ U | (?=P$)/gu, / [-–/] /gu, /–/gu, / ?\/ ?/gu, / ?- ?/gu];

function readRange(coded: string, options: PartOptions): Reading {
  const text = coded
    .replace(/^N1 (?=[~?%<> ]*\d{3})/u, '')
    .replace(/^(.*\d.*)[-–]$/u, '$1')
    .trim();
  const between = /^B (.+?) (?:\+|U|-|–) (.+)$/u.exec(text);
  if (between !== null) return cutAt([between[1] ?? '', between[2] ?? ''], options);
  const [, after, before] = /^(>[^<>]+?)[ ,;+]+(<[^<>]+)$/u.exec(text) ?? [];
  if (after !== undefined && before !== undefined)
    return readBetween(readRange(after, options), readRange(before, options));
  const open = /^([~?% ]*)([<>])(.+)$/u.exec(text);
  if (open !== null) {
    const { period, ...reading } = readRange(`${open[1] ?? ''}${open[3] ?? ''}`, options);
    const marks = { approximate: false, uncertain: false, open: open[2] === '<' ? 'before' : 'after' } as const;
    return period === undefined ? reading : { ...reading, period: withMarks(period, marks) };
  }
  const shortYears = /^([~? ]*)(\d{4})([?]?) ?([-–/]) ?(\d{1,2})([?]?)$/u.exec(text);
  if (shortYears !== null) {
    const reading = readShortYears(shortYears, options);
    if (reading !== undefined) return reading;
  }
  const whole = text.includes('–') ? undefined : parsePart(text, options);
  if (whole !== undefined) {
    const period = periodOf(whole);
    if (period !== undefined) return { period, ambiguous: period.kind === 'set' };
  }
  let reversed = false;
  for (const cut of CUTS) {
    for (const match of text.matchAll(cut)) {
      const reading = cutAt([text.slice(0, match.index), text.slice(match.index + match[0].length)], options);
      if (reading.period !== undefined) return reading;
      reversed ||= reading.reversed === true;
    }
  }
  return { reversed };
}

/** "After 1800, before 1810". */
function readBetween(after: Reading, before: Reading): Reading {
  if (after.period?.kind !== 'range' || before.period?.kind !== 'range') return {};
  const [{ lower }, { upper }] = [after.period, before.period];
  if (lower !== undefined && upper !== undefined && !isOrdered(lower, upper))
    return { reversed: lower.begin > upper.end };
  return { period: { kind: 'range', lower, upper } };
}

/** 1786–9, 1843–4, 1830/31, 1957-66: years in short. With a hyphen and two digits up to 12 it is a month. */
function readShortYears(match: RegExpExecArray, options: PartOptions): Reading | undefined {
  const [, before = '', year = '', mark = '', separator, digits = '', after = ''] = match;
  const last = Number(year.slice(0, -digits.length) + digits);
  const isMonth = digits.length === 2 && Number(digits) >= 1 && Number(digits) <= 12;
  const isSeason = /^2[1-4]$/u.test(digits) && separator === '-' && last <= Number(year);
  const isAbout = separator === '-' && before.includes('~') && last > Number(year);
  if (isSeason || (isMonth && separator === '-' && !isAbout)) return undefined;
  const years = (to: number): Reading => cutAt([`${before}${year}${mark}`, `${before}${to}${mark}${after}`], options);
  // 1500/10 may be a month, but hardly so in the next year: 1830/31.
  if (last > Number(year) + 1 && isMonth && separator === '/') return { ...years(last), ambiguous: true };
  if (last > Number(year)) return years(last);
  if (separator !== '–') return undefined;
  // 1852–11 is November 1852 or 1852 to 1911.
  return isMonth ? { ...years(last + 100), ambiguous: true } : undefined;
}

function cutAt([left, right]: readonly [string, string], options: PartOptions): Reading {
  const lower = parseEnd(completeCentury(left.trim(), right), options);
  if (lower === undefined) return {};
  // "About" before the first stands for both: c. 1799–1805.
  const marks = /[~?%]/u.test(right) ? '' : (/^[~?% ]+/u.exec(left)?.[0] ?? '');
  const begin = right.trim() === 'P' ? undefined : parseEnd(`${marks}${right.trim()}`, options);
  if (right.trim() === 'P') {
    const period = periodOf(lower);
    return {
      period:
        period === undefined ? undefined : withMarks(period, { approximate: false, uncertain: false, open: 'later' }),
    };
  }
  if (begin === undefined) return {};
  const [first, second] = complete(lower, begin);
  const from = periodOf(first);
  const to = periodOf(second);
  if (from === undefined || to === undefined || isTorn(lower, begin)) return {};
  const ambiguous = from.kind === 'set' || to.kind === 'set';
  const start = from.kind === 'set' ? earliest(from) : from.lower;
  const end = to.kind === 'set' ? latest(to) : to.upper;
  if (start === undefined && end === undefined) return {};
  if (start !== undefined && end !== undefined && start.begin > end.end) return { reversed: true };
  if (start !== undefined && end !== undefined && start.text === end.text)
    return { period: { kind: 'range', lower: start, upper: start }, ambiguous };
  if (start !== undefined && end !== undefined && !isOrdered(start, end)) return {};
  return { period: { kind: 'range', lower: start, upper: end }, ambiguous };
}

/** An end may itself be a few years: 1440/1450–1503, c.1945–c.1960–4. */
function parseEnd(text: string, options: PartOptions): Part | Coarse | undefined {
  const years = /^([~? ]*)(\d{4}) ?[-–/|] ?(\d{1,2}|\d{4})$/u.exec(text);
  if (years === null) return parsePart(text, options);
  const [, marks = '', first = '', last = ''] = years;
  const end = Number(first.slice(0, -last.length) + last);
  const isMonth = last.length === 2 && Number(last) <= 12 && text.includes('-');
  if (isMonth || end <= Number(first)) return parsePart(text, options);
  const { period } = readRange(`${marks}${first} U ${marks}${end}`, options);
  return period === undefined ? undefined : { kind: 'coarse', period };
}

/** The century of "6th–5th century BC" and "mid to late 19th century" stands only at the end. */
function completeCentury(left: string, right: string): string {
  const century = /(?:\d{1,2}\.? C|D\d{4})(?: [EA])?$/u.exec(right)?.[0];
  if (century === undefined || /\d{3}|C/u.test(left)) return left;
  if (/^\d{1,2}$/u.test(left) && /[HJ]/u.test(right)) return left;
  return /(?:^|\s)\d/u.test(left)
    ? `${left.replace(/\.$/u, '')} ${century.replace(/^\d+\.? /u, '')}`
    : `${left} ${century}`;
}

type PointOf = Extract<Period, { kind: 'range' }>['lower'];

function earliest(set: Extract<Period, { kind: 'set' }>): PointOf {
  const [first] = set.members;
  return first?.kind === 'range' ? first.lower : undefined;
}

function latest(set: Extract<Period, { kind: 'set' }>): PointOf {
  const last = set.members.at(-1);
  return last?.kind === 'range' ? last.upper : undefined;
}

/** Each end takes what it lacks from the other: 13–14 September 2005, 1786–9, 31 May to 7 June 2012, 540–520 BC. */
function complete(left: Part | Coarse, right: Part | Coarse): readonly [Part | Coarse, Part | Coarse] {
  if (left.kind === 'coarse' || right.kind === 'coarse') return [left, right];
  const { year, month } = left;
  let second: Part = right;
  if (right.short !== undefined && year !== undefined) {
    const { short } = right;
    if (left.day !== undefined && month !== undefined) second = { ...right, year, month, day: Number(short) };
    else if (month === undefined) {
      const digits = String(year).slice(0, -short.length) + short;
      second = { ...right, year: Number(digits) };
    }
  } else if (right.year === undefined && year !== undefined) second = { ...right, year };
  let first: Part = left;
  if (left.short !== undefined && second.day !== undefined)
    first = { ...left, day: Number(left.short), ...monthOf(second), ...yearOf(second) };
  else if (left.year === undefined && left.short === undefined) first = { ...left, ...yearOf(second) };
  if (first.year !== undefined && second.year !== undefined && second.year <= 0 && first.year > 1 - second.year)
    first = { ...first, year: 1 - first.year };
  return [first, second];
}

/** 31/02/1999 is no range from something to February. */
function isTorn(left: Part | Coarse, right: Part | Coarse): boolean {
  return left.kind === 'part' && left.short !== undefined && right.kind === 'part' && right.day === undefined;
}

function monthOf({ month }: Part): { readonly month?: number } {
  return month === undefined ? {} : { month };
}

function yearOf({ year }: Part): { readonly year?: number } {
  return year === undefined ? {} : { year };
}
