import { NO_DATE } from '../vocabulary/date-words.ts';
import { hasSeason, southern, toGregorian } from './date-calendar.ts';
import { parseIsoDay } from './date-iso.ts';
import { orderOf } from './date-order.ts';
import type { PartOptions } from './date-part.ts';
import { readNamedPeriod } from './date-period.ts';
import { completeCentury, readRange, type Reading } from './date-range.ts';
import type { DateNote, DateOptions, DatePrecision, DateReading } from './date-reading.ts';
import { readReckoning } from './date-reckoning.ts';
import { completeFromDataset, completeShortYear, correctDigits, correctMonth, isShortYear } from './date-repair.ts';
import { codeDate, LONGEST } from './date-text.ts';
import { formatPeriod, isOrdered, parsePeriod, single, spanOf, type Period } from './edtf.ts';

const UNREADABLE: DateReading = { kind: 'unread', problem: 'unreadable' };
const REVERSED: DateReading = { kind: 'unread', problem: 'reversed' };
const NONE: DateReading = { kind: 'none' };

function isPairOfYears(text: string): boolean {
  const [, year, month] = /^\d\d(\d\d)-(0[1-9]|1[0-2])$/u.exec(text) ?? [];
  return year !== undefined && Number(month) > Number(year);
}

/** Before 1752 in Britain, before 1918 in Russia: the date is one of the Julian calendar. */
const OLD_STYLE = /(?:\bo\.\s?s\.?|\bold style|\bjulian(?: calendar)?(?! day))(?!\p{L})[:,]?/giu;
const NEW_STYLE = /(?:\bn\.\s?s\.?|\bnew style|\bgregorian(?: calendar)?)(?!\p{L})[:,]?/giu;
const SOUTH = /\b(?:southern|austral)\b/iu;
/** What a maker's dates say of the maker. */
const LIFE = /(?:^|[\s(,;])(?:born|died|b\.|d\.|geb(?:oren|\.)|gest(?:orben|\.)|nee?|[*†])\s?(?=.*\d)/iu;

const PATENT =
  /(?:^|[\s(,;])(?:pat(?:ent(?:ed|iert|ado)?)?|brevete?e?|breveté|octrooi|registered|copyright)(?!\p{L})/iu;

/** Reads any form, by all means. */
export function readWrittenDate(text: string, options: DateOptions): DateReading {
  const trimmed = text.trim().replace(/^"(.*)"$/u, '$1');
  if (trimmed === '') return NONE;
  if (trimmed.length > LONGEST) return UNREADABLE;
  if (isNoDate(trimmed)) return NONE;
  if (options.yearsInShort === true && isPairOfYears(trimmed)) {
    const years = readWrittenDate(trimmed.replace('-', '–'), {});
    return years.kind === 'date' ? { ...years, problem: 'ambiguous' } : years;
  }
  const exact = readExact(trimmed);
  if (exact !== undefined) return checked({ period: exact }, options);
  const digits = correctDigits(trimmed);
  if (digits !== undefined) {
    const again = readWrittenDate(digits, options);
    return again.kind === 'date' ? noted(again, 'corrected') : again;
  }
  // -225- may be a year before our era, or what is left of a range; 185 may be anything.
  if (/^-\d{1,4}-|^\d{3}$/u.test(trimmed)) return UNREADABLE;
  // What is numbered by months would be read as days of the other order.
  const numbered = /\bmo(?:nth)?\b/iu.test(trimmed) ? readOtherwise(trimmed, options) : undefined;
  if (numbered !== undefined) return numbered;
  const isOldStyle = OLD_STYLE.test(trimmed);
  OLD_STYLE.lastIndex = 0;
  const plain = trimmed.replace(OLD_STYLE, ' ').replace(NEW_STYLE, ' ');
  const place = SOUTH.test(plain) ? ({ hemisphere: 'south' } as const) : {};
  const coded = codeDate(plain)?.replace(/\| ?(?=[LK]\b)/gu, '');
  if (coded === '') return NONE;
  const reading = coded === undefined ? UNREADABLE : readCoded(coded, { ...options, ...place, isOldStyle });
  if (reading.kind === 'date') {
    const note = LIFE.test(trimmed) ? 'life' : PATENT.test(trimmed) ? 'patent' : undefined;
    return note === undefined ? reading : noted(reading, note);
  }
  const named = readNamed(trimmed, options);
  const found = named?.kind === 'date' ? named : (readOtherwise(trimmed, options) ?? named);
  if (found !== undefined) return found;
  if (coded === undefined) {
    const corrected = correctMonth(trimmed);
    const again = corrected === undefined ? UNREADABLE : readWrittenDate(corrected, options);
    return again.kind === 'date' ? noted(again, 'corrected') : again;
  }
  if (reading.kind === 'none' || reading.problem === 'reversed' || !isShortYear(coded)) return reading;
  const full = options.year === undefined ? undefined : completeShortYear(coded, options.year);
  if (full !== undefined) return readCoded(full, options);
  const inferred = options.inferredYears === undefined ? undefined : completeFromDataset(coded, options.inferredYears);
  const dated = inferred === undefined ? UNREADABLE : readCoded(inferred, options);
  return dated.kind === 'date' ? noted(dated, 'century-inferred') : { kind: 'unread', problem: 'short-year' };
}

/** A date of another reckoning: "18 brumaire an VIII", "Michaelmas 1752", "12 Geo. III". */
function readOtherwise(text: string, options: DateOptions): DateReading | undefined {
  const reckoned = readReckoning(text);
  const period = reckoned === undefined ? undefined : parsePeriod(reckoned.edtf);
  if (reckoned === undefined || period === undefined) return undefined;
  const reading = checked({ period }, options);
  return reckoned.isOldStyle && reading.kind === 'date' ? noted(reading, 'old-style') : reading;
}

/** "[n.d.]", "S. D.", "s/f": the whole text says that there is none. */
function isNoDate(text: string): boolean {
  if (/[1-9]/u.test(text)) return false;
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/^[[(](.*)[\])]$/u, '$1');
  return NO_DATE.test(words) || NO_DATE.test(words.normalize('NFC'));
}

/** EDTF, and the forms of ISO 8601 that it leaves out. */
function readExact(text: string): Period | undefined {
  if (!/^[[{]?[-.\d/YX]/u.test(text) && !/^(?:unknown|open)\//u.test(text)) return undefined;
  // The first edition of EDTF said "open" and "unknown".
  const written = (/^[\du-]+$/u.test(text) && text.includes('u') ? text.replaceAll('u', 'X') : text)
    .replace(/^(?:unknown|open)(?=\/)/u, '..')
    .replace(/(?<=\/)(?:unknown|open)$/u, '..');
  // Nobody writes 1 BCE as 0000: the year is not known.
  if (written.startsWith('0000-') || isAbbreviated(written)) return parseIsoDay(written);
  return parseIsoDay(written) ?? parsePeriod(written.replace(/^\[([^[\],.]+)\]$/u, '$1'));
}

function readCoded(coded: string, options: DateOptions & { readonly isOldStyle?: boolean }): DateReading {
  const stated = options.dayMonthOrder ?? orderOf(coded, options.language);
  const reading = readOrdered(coded, { dayMonthOrder: stated }, options);
  if (reading.kind !== 'date' || reading.problem === undefined || options.inferredDayMonthOrder === undefined)
    return reading;
  const ordered = readOrdered(coded, { dayMonthOrder: options.inferredDayMonthOrder }, options);
  return ordered.kind === 'date' && ordered.problem === undefined ? noted(ordered, 'order-inferred') : reading;
}

function readOrdered(
  coded: string,
  ordered: PartOptions,
  options: DateOptions & { readonly isOldStyle?: boolean },
): DateReading {
  const dual = /^(?:\D*\d{1,2} ?M0[1-3]|M0[1-3] ?\d{1,2}),? (\d{4}) ?\/ ?(\d{1,2}|\d{4})$/u.exec(coded);
  if (dual !== null) {
    const year = String(Number(dual[1]) + 1);
    if (year.endsWith(dual[2] ?? '')) {
      const reading = readRange(coded.replace(/(\d{4}) ?\/ ?\d+$/u, year).replace(',', ''), ordered);
      const calendar = options.isOldStyle === true ? toGregorian(reading, false) : reading;
      const date = checked(calendar, options);
      return date.kind === 'date' ? noted(date, 'old-style') : date;
    }
  }
  // Between numbers alone a comma stands between dates: "1976–7, 2007".
  const isOne = !/[,;]/u.test(coded) || /[MS]\d\d/u.test(coded);
  const isBetween = /^>.+[,;] ?</u.test(coded);
  const whole = isOne || isBetween ? readRange(coded.replace(/[,;] ?/gu, ' '), ordered) : {};
  if (whole.period !== undefined) {
    if (options.isOldStyle !== true) return checked(whole, options);
    const date = checked(toGregorian(whole, true), options);
    return date.kind === 'date' ? noted(date, 'old-style') : date;
  }
  const commas = readClauses(coded, ordered);
  const clauses =
    commas.period === undefined && isOne ? readClauses(coded.replaceAll(/ ?, ?/gu, ' '), ordered) : commas;
  return clauses.period === undefined && whole.reversed === true ? REVERSED : checked(clauses, options);
}

/** "Edo period (1615–1868)": the date beside the name is read; the name, where there is none. */
function readNamed(text: string, options: DateOptions): DateReading | undefined {
  const named = readNamedPeriod(text);
  if (named === undefined) return undefined;
  const { period, ambiguous, dates } = named;
  if (dates.length === 0) return checked({ period, ambiguous }, options);
  const readings = dates.map((date): DateReading => {
    const coded = codeDate(date);
    return coded === undefined || coded === '' ? UNREADABLE : readCoded(coded, options);
  });
  const reading = readings.find(({ kind }) => kind === 'date') ?? readings[0] ?? UNREADABLE;
  if (reading.kind !== 'date') return reading;
  const years = spanOf(period);
  const isCommon = years.begin <= reading.span.end && reading.span.begin <= years.end;
  return isCommon ? reading : { ...reading, problem: 'ambiguous' };
}

function noted(reading: Extract<DateReading, { kind: 'date' }>, note: DateNote): DateReading {
  return { ...reading, notes: [...(reading.notes ?? []), note] };
}

/** `2012-08-06/11` is ISO, but no EDTF that `parsePeriod` would read otherwise. */
function isAbbreviated(text: string): boolean {
  return /\/\d{1,2}(?:-\d{1,2})?$/u.test(text);
}

function checked({ period: written, ambiguous = false, reversed = false }: Reading, options: DateOptions): DateReading {
  const unique = written === undefined ? undefined : withoutRepetition(written);
  const isSeason = unique !== undefined && hasSeason(unique);
  const isSouthern = isSeason && options.hemisphere === 'south';
  const period = isSouthern ? southern(unique) : unique;
  if (period === undefined) return reversed ? REVERSED : UNREADABLE;
  if (period.kind === 'range' && period.lower === undefined && period.upper === undefined) return UNREADABLE;
  const span = spanOf(period);
  if (span.begin > span.end) return REVERSED;
  const reading: DateReading = {
    kind: 'date',
    span,
    edtf: formatPeriod(period),
    precision: precisionOf(period),
    ...(isSeason && options.hemisphere === undefined ? { notes: ['northern-season'] } : {}),
  };
  return ambiguous || (isSouthern && period.kind === 'set') ? { ...reading, problem: 'ambiguous' } : reading;
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
  const { text, begin, end } = period.lower;
  if (begin === end) return 'day';
  if (/^\d\dXX$/u.test(text)) return 'century';
  if (/^\d{3}X$/u.test(text)) return 'decade';
  if (text.includes('X')) return 'span';
  if (hasSeason(period)) return 'season';
  return end - begin < 31 ? 'month' : 'year';
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
  const begin = base[0]?.period === undefined ? undefined : spanOf(base[0].period).begin;
  // "After a model of the 15th century": what was made before the thing itself is another thing.
  const ofIt = base.filter(({ period }, index) => index === 0 || !isOpenFromBefore(period, begin));
  // What was "cast before 1949" was not cast before it was made.
  const members = ofIt.map(({ period }, index) =>
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

function isOpenFromBefore(period: Period | undefined, day: number | undefined): boolean {
  if (period?.kind !== 'range' || period.upper !== undefined || period.lower === undefined) return false;
  return day !== undefined && period.lower.end < day;
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
