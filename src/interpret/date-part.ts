import { dateOfDay, daysInMonth } from '../model/day.ts';
import { pointOf, single, yearsOf, type Period, type Point } from './edtf.ts';

/** A date of which parts may be missing, to be completed from the other end of its range. */
export interface Part {
  readonly kind: 'part';
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** A number of one or two digits that stands alone: a day, or the last digits of a year. */
  readonly short?: string;
  /** Day and month can be exchanged. */
  readonly ambiguous?: boolean;
  readonly marks: Marks;
}

/** Decades, centuries and their parts. */
export interface Coarse {
  readonly kind: 'coarse';
  readonly period: Period;
}

interface Marks {
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** The part itself is open: before, after, or later, … */
  readonly open?: 'before' | 'after' | 'earlier' | 'later';
}

export interface PartOptions {
  readonly dayMonthOrder?: 'dmy' | 'mdy' | undefined;
}

/** Takes marks off: `> ~ 1830 ?` is 1830, about, perhaps, after. */
function takeMarks(text: string): { readonly rest: string; readonly marks: Marks } {
  const open = /<|^U /u.test(text)
    ? text.includes('<')
      ? 'before'
      : 'earlier'
    : text.includes('>')
      ? 'after'
      : text.endsWith('K')
        ? 'earlier'
        : /L$|^F /u.test(text)
          ? 'later'
          : undefined;
  const rest = text
    .replaceAll(/[<>~?%KLF]|^U /gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const marks = { approximate: /[~%]/u.test(text), uncertain: /[?%]/u.test(text) };
  return { rest, marks: open === undefined ? marks : { ...marks, open } };
}

const COARSE =
  /^(?<order>(?:N\d|\d\.?) )?(?<part>Q\d|H|J|T)?-? ?(?:D(?<decade>\d{4})|(?<century>\d{1,2})\.? (?<unit>[CZ])|C (?<romance>\d{1,2})|D ?(?<decade2>\d{3}0))(?<era> [EA])?$/u;

function coarsePart(
  text: string,
): { readonly first: number; readonly last: number; readonly isVague: boolean } | undefined {
  const groups = COARSE.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const order = groups['order'] === undefined ? undefined : Number(/\d/u.exec(groups['order'])?.[0]);
  const part = groups['part'];
  const decade = groups['decade'] ?? groups['decade2'];
  const isCentury = decade === undefined || decade.endsWith('00');
  const number = Number(decade ?? groups['century'] ?? groups['romance']);
  const length = groups['unit'] === 'Z' ? 1000 : isCentury ? 100 : 10;
  let first = decade === undefined ? (number - 1) * length : number;
  if (groups['era'] === ' E') first = decade === undefined ? 1 - number * length : 1 - (number + length - 1);
  else if (number === 0) return undefined;
  // There is no year 0 of our era.
  const since = groups['era'] === ' E' ? first : Math.max(first, 1);
  const within = (from: number, to: number): { first: number; last: number; isVague: boolean } => ({
    first: Math.max(first + Math.floor(from * length), since),
    last: first + Math.ceil(to * length) - 1,
    isVague: part?.startsWith('Q') === true && order === undefined,
  });
  if (part === undefined)
    return order === undefined ? { first: since, last: first + length - 1, isVague: false } : undefined;
  if (part === 'J') return order === undefined || order > 4 ? undefined : within((order - 1) / 4, order / 4);
  if (part === 'T') return order === undefined || order > 3 ? undefined : within((order - 1) / 3, order / 3);
  if (part === 'H' || (part === 'Q2' && order !== undefined))
    return order === undefined || order > 2 ? undefined : within((order - 1) / 2, order / 2);
  if (order !== undefined) return undefined;
  const third = Number(part.slice(1));
  return within([0, 0.3, 0.6][third - 1] ?? 0, [0.4, 0.7, 1][third - 1] ?? 1);
}

/** One date in codes, as it stands between separators of a range. */
export function parsePart(text: string, options: PartOptions): Part | Coarse | undefined {
  if (/[^\s~?%].*[<>]/u.test(text)) return undefined;
  const { rest, marks } = takeMarks(text);
  const coarse = coarsePart(rest);
  if (coarse !== undefined) {
    const approximate = marks.approximate || coarse.isVague;
    return { kind: 'coarse', period: withMarks(yearsOf(coarse.first, coarse.last), { ...marks, approximate }) };
  }
  const third = thirdOf(rest, marks, options);
  if (third !== undefined) return third;
  const era = /^A?\s?(\d{1,4}(?!\d)|\d{5,6}(?= E))(?: ([EA]))?$/u.exec(rest);
  if (era !== null && (era[2] !== undefined || rest.startsWith('A') || (era[1] ?? '').length >= 3)) {
    const number = Number(era[1]);
    if (number === 0) return undefined;
    return { kind: 'part', year: era[2] === 'E' ? 1 - number : number, marks };
  }
  const fields = parseFields(rest, options);
  return fields === undefined ? undefined : { kind: 'part', ...fields, marks };
}

/** The first, middle or last third of a year or month: "late June 1902", "early 1913". Nobody agrees on the days: about. */
function thirdOf(text: string, marks: Marks, options: PartOptions): Coarse | undefined {
  const [, part, date = ''] = /^Q([1-3]) (.+)$/u.exec(text) ?? [];
  const fields = part === undefined ? undefined : parseFields(date, options);
  if (fields?.year === undefined || fields.day !== undefined) return undefined;
  const { year, month } = fields;
  const index = Number(part) - 1;
  const [lower, upper] =
    month === undefined
      ? [pointOf(year, [1, 4, 8][index]), pointOf(year, [5, 9, 12][index])]
      : [
          pointOf(year, month, [1, 10, 20][index]),
          pointOf(year, month, [11, 21, daysInMonth(year, Math.min(month, 12))][index]),
        ];
  if (lower === undefined || upper === undefined) return undefined;
  return { kind: 'coarse', period: withMarks({ kind: 'range', lower, upper }, { ...marks, approximate: true }) };
}

type Fields = Omit<Part, 'kind' | 'marks'>;

function parseFields(text: string, { dayMonthOrder }: PartOptions): Fields | undefined {
  const compact = /^(1[5-9]\d{2}|20\d{2})(\d{2})(\d{2})$/u.exec(text);
  const items = compact === null ? text.split(/[\s./,_-]+/u).filter((item) => item !== '') : compact.slice(1);
  if (items.length === 0 || items.length > 3) return undefined;
  const kinds = items.map((item, index) =>
    /^\d{4}$/u.test(item) || (index === 0 && items.length === 3 && /^\d{3}$/u.test(item))
      ? 'y'
      : /^\d{1,2}$/u.test(item)
        ? 'n'
        : /^[MS]\d\d$/u.test(item)
          ? 'm'
          : '!',
  );
  const shape = kinds.join('');
  const numbers = items.map((item) => Number(item.replace(/^[MS]/u, '')));
  const [a = 0, b = 0, c = 0] = numbers;
  switch (shape) {
    case 'y':
      return dated(a, 0, 0);
    case 'n':
      return a === 0 ? undefined : { short: items[0] ?? '' };
    case 'm':
      return { month: a };
    case 'ym':
    case 'yn':
      return a === 0 ? undefined : dated(a, b, 0);
    case 'my':
    case 'ny':
      return dated(b, a, 0);
    case 'nm':
      return a === 0 ? { month: b } : { month: b, day: a };
    case 'mn':
      return b === 0 ? { month: a } : { month: a, day: b };
    case 'ymn':
    case 'ynn':
      return dated(a, b, c);
    case 'ynm':
      return dated(a, c, b);
    case 'nmy':
      return dated(c, b, a);
    case 'mny':
      return dated(c, a, b);
    case 'nn':
      return { month: a, day: b };
    case 'nny':
      return numericDate([a, b, c], dayMonthOrder ?? (text.includes('.') ? 'dmy' : undefined));
    default:
      return undefined;
  }
}

/** Zeros stand for what is not known. */
function dated(year: number, month: number, day: number): Fields | undefined {
  if (year === 0) return undefined;
  if (month === 0) return day > 31 ? undefined : { year };
  return day === 0 ? { year, month } : { year, month, day };
}

function numericDate(
  [first, second, year]: readonly [number, number, number],
  order: 'dmy' | 'mdy' | undefined,
): Fields | undefined {
  if (first > 12 || second === 0 || first === 0) return dated(year, second, first);
  if (second > 12) return dated(year, first, second);
  if (first === second || order !== undefined)
    return order === 'mdy' ? dated(year, first, second) : dated(year, second, first);
  return { year, month: second, day: first, ambiguous: true };
}

export function withMarks(period: Period, { approximate, uncertain, open }: Marks): Period {
  if (period.kind === 'set') return period;
  const mark = (point: Point | undefined): Point | undefined =>
    point === undefined
      ? undefined
      : { ...point, approximate: point.approximate || approximate, uncertain: point.uncertain || uncertain };
  const { lower, upper } = period;
  if (open === 'before') {
    const before = lower === undefined ? undefined : mark(previous(lower));
    return { kind: 'range', lower: undefined, upper: before };
  }
  if (open === 'earlier') return { kind: 'range', lower: undefined, upper: mark(upper) };
  if (open !== undefined) return { kind: 'range', lower: mark(lower), upper: undefined };
  if (lower !== undefined && lower === upper) return single(mark(lower) ?? lower);
  return { kind: 'range', lower: mark(lower), upper: mark(upper) };
}

/** The year, month or day before a point: "before 1850" ends with 1849. */
function previous(point: Point): Point | undefined {
  const { year, month, day } = dateOfDay(point.begin - 1);
  const fields = point.text.replace(/^Y?-/u, '').split('-').length;
  return fields === 1 ? pointOf(year) : fields === 2 ? pointOf(year, month) : pointOf(year, month, day);
}

/** The period of a part that is complete; undefined where the year is missing or the day never was. */
export function periodOf(part: Part | Coarse): Period | undefined {
  if (part.kind === 'coarse') return part.period;
  const { year, month, day, ambiguous = false, marks } = part;
  if (year === undefined) return undefined;
  const point = pointOf(year, month, day);
  if (point === undefined) return undefined;
  if (!ambiguous || month === undefined || day === undefined) return withMarks(single(point), marks);
  const other = pointOf(year, day, month);
  if (other === undefined) return withMarks(single(point), marks);
  const members = [point, other].toSorted((one, two) => one.begin - two.begin).map((member) => single(member));
  return { kind: 'set', meant: 'one', members };
}
