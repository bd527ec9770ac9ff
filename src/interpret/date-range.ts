import { parsePart, periodOf, withMarks, type Coarse, type Part, type PartOptions } from './date-part.ts';
import { isOrdered, type Period } from './edtf.ts';

/** What a text was read as; `reversed` where it would be a range that ends before it begins. */
export interface Reading {
  readonly period?: Period | undefined;
  readonly ambiguous?: boolean;
  readonly reversed?: boolean;
}

/** Separators at which a range may be cut, in the order in which they are tried. */
const CUTS: readonly RegExp[] = [/ U | (?=P$)/gu, / [-–/] /gu, /–/gu, / ?\/ ?/gu, / ?- ?/gu];

/** One date or range in codes (see date-words), without commas. */
export function readRange(coded: string, options: PartOptions): Reading {
  const text = coded
    .replace(/^N1 (?=[~?%<> ]*\d{3})/u, '')
    .replace(/^(.*\d.*)[-–]$/u, '$1')
    .trim();
  const between = /^B (.+?)(?: (?:\+|U) | ?[-–] ?)(.+)$/u.exec(text);
  if (between !== null) return cutAt([between[1] ?? '', between[2] ?? ''], options);
  const [, after, before] = /^(>[^<>]+?)[ ,;+]+(<[^<>]+)$/u.exec(text) ?? [];
  if (after !== undefined && before !== undefined)
    return readBetween(readRange(after, options), readRange(before, options));
  const open = /^([~?% ]*)([<>])(.+)$/u.exec(text);
  if (open !== null) {
    const { period, ...reading } = readRange(`${open[1] ?? ''}${open[3] ?? ''}`, options);
    // What begins before 1730 and ends in 1788 ends there.
    const before = /\d{3}[?]? ?[-–] ?[~?]* ?\d{4}$/u.test(text) ? 'earlier' : 'before';
    const marks = { approximate: false, uncertain: false, open: open[2] === '<' ? before : 'after' } as const;
    return period === undefined ? reading : { ...reading, period: withMarks(period, marks) };
  }
  // The years of a slash are one end: 1444/5-1510.
  const either = /^([~?% ]*\d{4}\/\d{1,4}) ?- ?([~?]* ?\d{4})$/u.exec(text);
  if (either !== null) return cutAt([either[1] ?? '', either[2] ?? ''], options);
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
  if (isFarApart(first, second)) return {};
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
export function completeCentury(left: string, right: string): string {
  const century = /(?:\d{1,2}\.? [CZ]|D\d{4})(?: [EA])?$/u.exec(right)?.[0];
  if (century === undefined || /\d{3}|[CZ]/u.test(left)) return left;
  if (/^\d{1,2}$/u.test(left) && /[HJT]/u.test(right)) return left;
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
  else if (left.short !== undefined && second.year !== undefined && second.year <= 0)
    first = { ...left, year: Number(left.short) };
  else if (left.year === undefined && left.short === undefined) first = { ...left, ...yearOf(second) };
  if (first.year !== undefined && second.year !== undefined && second.year <= 0 && first.year > 1 - second.year)
    first = { ...first, year: 1 - first.year };
  return [first, second];
}

/** 133/1998 is no range of eighteen centuries. */
function isFarApart(left: Part | Coarse, right: Part | Coarse): boolean {
  if (left.kind === 'coarse' || right.kind === 'coarse') return false;
  const [first = 0, last = 0] = [left.year, right.year];
  return first > 0 && first < 1000 && last - first > 700;
}

function isBeforeOurEra({ year }: Part): boolean {
  return year !== undefined && year <= 0;
}

/** 31/02/1999 is no range from something to February. */
function isTorn(left: Part | Coarse, right: Part | Coarse): boolean {
  return (
    left.kind === 'part' &&
    left.short !== undefined &&
    right.kind === 'part' &&
    right.day === undefined &&
    !isBeforeOurEra(right)
  );
}

function monthOf({ month }: Part): { readonly month?: number } {
  return month === undefined ? {} : { month };
}

function yearOf({ year }: Part): { readonly year?: number } {
  return year === undefined ? {} : { year };
}
