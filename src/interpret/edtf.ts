import { dayNumber, daysInMonth, formatYear, isCalendarDay, parseDateSpan } from '../model/day.ts';
import type { Span } from '../model/span.ts';

/** Years beyond are not read. */
const REMOTEST_YEAR = 200_000;
/** The day that an open beginning stands for (`../1850`): before any that is read. */
export const EARLIEST_DAY = dayNumber(-REMOTEST_YEAR - 1, 1, 1);
/** The day that an open end stands for (`1850/..`): after any that is read. */
export const LATEST_DAY = dayNumber(REMOTEST_YEAR + 1, 12, 31);

/** A date as EDTF writes it without qualification (`1850`, `1850-06`, `185X`, `1850-22`), and the days that it covers. */
export interface Point extends Span {
  readonly text: string;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** From a point to a point, or open where one is absent; or several, of which one (`one`) or all (`all`) are meant. */
export type Period =
  | { readonly kind: 'range'; readonly lower: Point | undefined; readonly upper: Point | undefined }
  | { readonly kind: 'set'; readonly meant: 'one' | 'all'; readonly members: readonly Period[] };

/** Months of northern seasons, generously: nobody agrees on their first days. Winter of a year begins in the December before. */
const SEASON_MONTHS: Readonly<Record<number, readonly [first: number, last: number]>> = {
  21: [3, 6],
  22: [6, 9],
  23: [9, 12],
  24: [0, 3],
};

const PLAIN = { approximate: false, uncertain: false };

/** The point of a calendar date; undefined for a day that never was. Months 21 to 24 are spring, summer, autumn and winter. */
export function pointOf(year: number, month?: number, day?: number): Point | undefined {
  if (Math.abs(year) > REMOTEST_YEAR) return undefined;
  const text = formatYear(year);
  if (month === undefined) return { text, begin: dayNumber(year, 1, 1), end: dayNumber(year, 12, 31), ...PLAIN };
  const season = SEASON_MONTHS[month];
  const [first, last] = season ?? [month, month];
  if (season === undefined && (month < 1 || month > 12)) return undefined;
  const withMonth = `${text}-${String(month).padStart(2, '0')}`;
  if (day === undefined)
    return { text: withMonth, begin: dayNumber(year, first, 1), end: dayNumber(year, last + 1, 0), ...PLAIN };
  if (season !== undefined || !isCalendarDay({ year, month, day })) return undefined;
  const number = dayNumber(year, month, day);
  return { text: `${withMonth}-${String(day).padStart(2, '0')}`, begin: number, end: number, ...PLAIN };
}

/** The years from first to last: a decade or century of our era in short (`185X`, `18XX`), others as a range. */
export function yearsOf(first: number, last: number): Period {
  const length = last - first + 1;
  const short =
    first > 0 && first < 9900 && first % length === 0 && (length === 10 || length === 100)
      ? formatYear(first).slice(0, length === 10 ? 3 : 2) + (length === 10 ? 'X' : 'XX')
      : undefined;
  const lower = pointOf(first);
  const upper = pointOf(last);
  if (short === undefined || lower === undefined || upper === undefined) return { kind: 'range', lower, upper };
  return single({ text: short, begin: lower.begin, end: upper.end, ...PLAIN });
}

export function single(point: Point): Period {
  return { kind: 'range', lower: point, upper: point };
}

/** The days that the period covers, both ends inclusive; open ends reach to EARLIEST_DAY and LATEST_DAY. */
export function spanOf(period: Period): Span {
  if (period.kind === 'range')
    return { begin: period.lower?.begin ?? EARLIEST_DAY, end: period.upper?.end ?? LATEST_DAY };
  const spans = period.members.map(spanOf);
  return { begin: Math.min(...spans.map(({ begin }) => begin)), end: Math.max(...spans.map(({ end }) => end)) };
}

/** Whether a range from one to the other is one: neither end lies within the other, as in `1850/1850-06`. */
export function isOrdered(lower: Point, upper: Point): boolean {
  return (
    (lower.begin < upper.begin && lower.end < upper.end) || (lower.begin === upper.begin && lower.end === upper.end)
  );
}

function formatPoint(point: Point | undefined): string {
  if (point === undefined) return '..';
  // EDTF has no qualified years of more than four digits.
  if (point.text.startsWith('Y')) return point.text;
  if (point.approximate) return `${point.text}${point.uncertain ? '%' : '~'}`;
  return point.uncertain ? `${point.text}?` : point.text;
}

/** EDTF of a period (ISO 8601-2, levels 1 and 2). Members of sets lose their qualification, which EDTF has no place for. */
export function formatPeriod(period: Period): string {
  if (period.kind === 'set') {
    const members = period.members.flatMap((member) => (member.kind === 'set' ? member.members : [member]));
    const texts = members.map((member) => {
      if (member.kind === 'set') return '';
      const { lower, upper } = member;
      if (lower === upper) return lower?.text ?? '';
      return `${lower?.text ?? ''}..${upper?.text ?? ''}`;
    });
    const unique = [...new Set(texts.filter((text) => text !== '' && text !== '..'))];
    return period.meant === 'one' ? `[${unique.join(',')}]` : `{${unique.join(',')}}`;
  }
  const { lower, upper } = period;
  if (lower !== undefined && lower === upper) {
    // EDTF has no qualified decades and centuries.
    if (lower.text.endsWith('X') && (lower.approximate || lower.uncertain)) {
      const years = [lower.text.replaceAll('X', '0'), lower.text.replaceAll('X', '9')];
      return years.map((text) => formatPoint({ ...lower, text })).join('/');
    }
    return formatPoint(lower);
  }
  return `${formatPoint(withoutMask(lower, '0'))}/${formatPoint(withoutMask(upper, '9'))}`;
}

function withoutMask(point: Point | undefined, digit: string): Point | undefined {
  return point === undefined || !point.text.endsWith('X') || !(point.approximate || point.uncertain)
    ? point
    : { ...point, text: point.text.replaceAll('X', digit) };
}

const MASKED = /^(\d{4}|\d{3}X|\d\dXX|\dXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?$/u;

/** Unspecified digits anywhere (`156X-12-25`, `15XX-12-XX`, `1560-XX-25`, `1XXX`): from the first to the last day that they allow. */
function parseMasked(text: string): Point | undefined {
  const [, years = '', month, day] = MASKED.exec(text) ?? [];
  if (years === '') return undefined;
  const ends = ['0', '9'].map((digit, index) => {
    const year = Number(years.replaceAll('X', digit));
    const inMonth = month === undefined || month === 'XX' ? (index === 0 ? 1 : 12) : Number(month);
    const last = inMonth >= 1 && inMonth <= 12 ? daysInMonth(year, inMonth) : 0;
    const inDay = day === undefined || day === 'XX' ? (index === 0 ? 1 : last) : Number(day);
    return pointOf(year, inMonth, inDay);
  });
  const [first, last] = ends;
  return first === undefined || last === undefined ? undefined : { text, begin: first.begin, end: last.end, ...PLAIN };
}

function parsePoint(text: string): Point | undefined {
  const mark = /[?~%]$/u.exec(text)?.[0];
  const plain = (mark === undefined ? text : text.slice(0, -1)).replace(/(?:-XX){1,2}$/u, '');
  const marks = { approximate: mark === '~' || mark === '%', uncertain: mark === '?' || mark === '%' };
  const season = /^(-?\d{4}|Y-?\d{5,6})-(2[1-4])$/u.exec(plain);
  if (season !== null) {
    const point = pointOf(Number((season[1] ?? '').replace('Y', '')), Number(season[2]));
    return point === undefined ? undefined : { ...point, ...marks };
  }
  if (mark === undefined && plain.includes('X') && !/^\d\d(?:\d|X)X$/u.test(plain)) return parseMasked(plain);
  if (!/^(?:-?\d{4}|Y-?\d{5,6}|\d{3}X|\d{2}XX)[\d-]*$/u.test(plain)) return undefined;
  const span = parseDateSpan(plain);
  return span === undefined ? undefined : { text: plain, ...span, ...marks };
}

/** Reads EDTF: dates, decades, centuries, seasons, qualified, intervals, sets. Undefined where the text is not such. */
export function parsePeriod(text: string): Period | undefined {
  const set = /^(?:\[(?<one>[^[\]{}]+)\]|\{(?<all>[^[\]{}]+)\})$/u.exec(text)?.groups;
  if (set !== undefined) {
    const members = (set['one'] ?? set['all'] ?? '').split(',').map((member) => parseRange(member.trim(), '..'));
    return members.every((member) => member !== undefined)
      ? { kind: 'set', meant: set['one'] === undefined ? 'all' : 'one', members }
      : undefined;
  }
  return parseSignificant(text) ?? parseRange(text, '/');
}

/** `1950S2`: two digits are significant. */
function parseSignificant(text: string): Period | undefined {
  const [, year = '', digits = ''] = /^([1-9]\d{3})S([123])$/u.exec(text) ?? [];
  if (year === '') return undefined;
  const length = 10 ** (4 - Number(digits));
  const first = Math.floor(Number(year) / length) * length;
  return yearsOf(first, first + length - 1);
}

function parseRange(text: string, separator: '/' | '..'): Period | undefined {
  const at = text.indexOf(separator);
  if (at < 0) {
    const point = parsePoint(text);
    return point === undefined ? undefined : single(point);
  }
  const ends = [text.slice(0, at), text.slice(at + separator.length)].map((end) => end.trim());
  if (ends.every((end) => end === '' || end === '..')) return undefined;
  const [lower, upper] = ends.map((end) => (end === '' || end === '..' ? null : parsePoint(end)));
  if (lower === undefined || upper === undefined) return undefined;
  if (lower !== null && upper !== null && !isOrdered(lower, upper)) return undefined;
  return { kind: 'range', lower: lower ?? undefined, upper: upper ?? undefined };
}
