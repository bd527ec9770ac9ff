import { dayNumber, formatDay } from '../model/day.ts';
import { FIXED_DAYS, MOVABLE_DAYS, REGNAL_YEARS, REPUBLICAN_MONTHS } from '../vocabulary/date-reckonings.ts';
import { romanNumber } from './date-numeral.ts';

/** A date of another reckoning in the spelling of EDTF. */
interface Reckoned {
  readonly edtf: string;
  /** It is a day of the Julian calendar, or of a year that began in March. */
  readonly isOldStyle: boolean;
}

/** Longer texts are of no such form. */
const LONGEST = 60;

/**
 * Dates that are not counted by months and days of our calendar: quarters, the French Republican calendar, named days,
 * the numbered months of the Quakers, years of a reign, and short Japanese eras. Undefined for any other text.
 */
export function readReckoning(text: string): Reckoned | undefined {
  if (text.length > LONGEST || !/\d|\ban\s+[ivx]/iu.test(text)) return undefined;
  const folded = fold(text);
  for (const read of READERS) {
    const edtf = read(folded);
    if (edtf !== undefined) return typeof edtf === 'string' ? { edtf, isOldStyle: false } : edtf;
  }
  return undefined;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+|['’]/gu, '')
    .toLowerCase()
    .replace(/[\s,.]+/gu, ' ')
    .trim();
}

type Reader = (text: string) => string | Reckoned | undefined;

const READERS: readonly Reader[] = [quarter, quakerMonth, republican, namedDay, regnalYear, shortEra, dualYear];

const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: 4 };

/** "Q3 1905", "1905-Q3", "third quarter of 1905", "3e trimestre 1905", "3. Quartal 1905". */
function quarter(text: string): string | undefined {
  const before =
    /^(?:the )?(?:q ?([1-4])|([1-4])(?:st|nd|rd|th|e|er|eme)? (?:quarter|quartal|trimestre|trimester|kwartaal|kvartal)|(first|second|third|fourth|last) quarter)(?: of| de| del)?[ /-]+(\d{4})$/u.exec(
      text,
    );
  const behind = before === null ? /^(\d{4})[ /-]?q([1-4])$/u.exec(text) : null;
  const year = before?.[4] ?? behind?.[1];
  if (year === undefined) return undefined;
  const number = Number(before?.[1] ?? before?.[2] ?? ORDINALS[before?.[3] ?? ''] ?? behind?.[2]);
  return `${year}-${two(number * 3 - 2)}/${year}-${two(number * 3)}`;
}

/** In 1752 January became the first month in Britain and its colonies; before, it was March. */
const NEW_YEAR_MOVED = 1752;

/** "1st mo. 5, 1790", "5th day of 3rd month 1701", "3 mo 5 1760": Quakers numbered the months and named none. */
function quakerMonth(text: string): Reckoned | undefined {
  if (!text.includes('mo')) return undefined;
  const found =
    /^(\d{1,2})(?:st|nd|rd|th|d)? ?mo(?:nth)? (?:(\d{1,2})(?:st|nd|rd|th|d)?(?: day)? )?(\d{4})$/u.exec(text) ??
    /^(\d{1,2})(?:st|nd|rd|th|d)?(?: day)?(?: of)?(?: the)? (\d{1,2})(?:st|nd|rd|th|d)? ?mo(?:nth)?(?: of)? (\d{4})$/u.exec(
      text,
    );
  if (found === null) return undefined;
  const isDayFirst = /^\d{1,2}(?:st|nd|rd|th|d)?(?: day)?(?: of)?(?: the)? \d/u.test(text);
  const [month, day] = isDayFirst ? [found[2], found[1]] : [found[1], found[2]];
  const year = Number(found[3]);
  const number = Number(month);
  if (number < 1 || number > 12) return undefined;
  const isOldStyle = year < NEW_YEAR_MOVED;
  const [ofYear, ofMonth] = isOldStyle ? (number > 10 ? [year + 1, number - 10] : [year, number + 2]) : [year, number];
  return { edtf: `${ofYear}-${two(ofMonth)}${day === undefined ? '' : `-${two(Number(day))}`}`, isOldStyle };
}

const REPUBLICAN_DATE = new RegExp(
  String.raw`^(?:le )?(?:(\d{1,2})(?:er|eme|e)? )?(?:(${REPUBLICAN_MONTHS.join('|')}) )?(?:de )?l? ?an (\d{1,2}|[ivx]{1,4})(?: de la republique(?: francaise)?)?$`,
  'u',
);
/** It was used until the end of 1805, and again for some weeks in 1871. */
const LAST_YEAR = 14;

/** "18 brumaire an VIII", "an IV": the years began at the autumnal equinox, from 22 September 1792. */
function republican(text: string): string | undefined {
  if (!text.includes('an ')) return undefined;
  const [, day, month, count = ''] = REPUBLICAN_DATE.exec(text.replaceAll('’', '')) ?? [];
  const year = /^\d/u.test(count) ? Number(count) : romanNumber(count);
  if (count === '' || year < 1 || year > LAST_YEAR || (day !== undefined && month === undefined)) return undefined;
  const begin = dayNumber(1792, 9, 22) + 365 * (year - 1) + Math.floor(year / 4);
  if (month === undefined) {
    const end = dayNumber(1792, 9, 22) + 365 * year + Math.floor((year + 1) / 4) - 1;
    return `${formatDay(begin)}/${formatDay(end)}`;
  }
  const first = begin + 30 * REPUBLICAN_MONTHS.indexOf(month);
  if (day === undefined) return `${formatDay(first)}/${formatDay(first + 29)}`;
  return Number(day) < 1 || Number(day) > 30 ? undefined : formatDay(first + Number(day) - 1);
}

function byName<Value>(
  days: Readonly<Record<string, string>>,
  valueOf: (key: string) => Value,
): ReadonlyMap<string, Value> {
  return new Map(
    Object.entries(days).flatMap(([key, names]) =>
      names.split('|').map((name): [string, Value] => [name, valueOf(key)]),
    ),
  );
}

const fixedDays = byName(FIXED_DAYS, (key) => key);
const movableDays = byName(MOVABLE_DAYS, Number);

/** Before, Britain and others kept Easter by the Julian calendar. */
const COMMON_EASTER = 1753;

/** "Michaelmas 1752", "Easter Monday 1898". */
function namedDay(text: string): string | undefined {
  const [, name = '', years] = /^(?:on |at )?(\D+) (\d{4})$/u.exec(text) ?? [];
  if (years === undefined) return undefined;
  const fixed = fixedDays.get(name);
  if (fixed !== undefined) return `${years}-${fixed.slice(0, 2)}-${fixed.slice(2)}`;
  const distance = movableDays.get(name);
  return distance === undefined || Number(years) < COMMON_EASTER
    ? undefined
    : formatDay(easter(Number(years)) + distance);
}

/** Easter Sunday of the Gregorian calendar, by the method that Butcher's Ecclesiastical Calendar printed in 1876. */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1);
}

const SOVEREIGN =
  /^(\d{1,2})(?:st|nd|rd|th)?(?: year of)? (?:king |queen )?(will(?:iam)?|hen(?:ry)?|ric(?:hard)?|john|edw(?:ard)?|eliz(?:abeth)?|jac|james|car|charles|chas|anne?|geo(?:rge)?|vict?(?:oria)?)(?: ([ivx]{1,4}|[1-8]))?$/u;

/** "12 Geo. III": the twelfth year of the reign began in one year of ours and ended in the next. */
function regnalYear(text: string): string | undefined {
  const [, count, written = '', number = ''] = SOVEREIGN.exec(text) ?? [];
  if (count === undefined) return undefined;
  const name = written.replace('james', 'jac').replace(/^cha.*/u, 'car');
  const roman = /^\d$/u.test(number)
    ? (['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'][Number(number) - 1] ?? '')
    : number;
  const reign = REGNAL_YEARS.find(([abbreviation, ordinal]) => name.startsWith(abbreviation) && ordinal === roman);
  if (reign === undefined) return undefined;
  const [, , begin, end] = reign;
  const year = begin + Number(count) - 1;
  if (Number(count) < 1 || year > end) return undefined;
  return `${four(year)}/${four(year + 1)}`;
}

const ERAS: Readonly<Record<string, number>> = { m: 1868, t: 1912, s: 1926, h: 1989, r: 2019 };

/** "S12.5.3" is 3 May of the twelfth year of Shōwa; the dots have become spaces. */
function shortEra(text: string): string | undefined {
  const [, era = '', count, month, day] = /^([mtshr]) ?(\d{1,2})[ /-](\d{1,2})[ /-](\d{1,2})$/u.exec(text) ?? [];
  if (count === undefined) return undefined;
  return `${(ERAS[era] ?? 0) + Number(count) - 1}-${two(Number(month))}-${two(Number(day))}`;
}

const EARLY_MONTHS: readonly (readonly [pattern: RegExp, month: string])[] = [
  [/^jan(?:uary)?$/u, '01'],
  [/^feb(?:ruary)?$/u, '02'],
  [/^mar(?:ch)?$/u, '03'],
];

/** "12 Feb. 1751-2", "Feb 1751/2": a year that began in January here and in March there. */
function dualYear(text: string): Reckoned | undefined {
  const [, day, name = '', first = '', last = ''] =
    /^(?:(\d{1,2}) )?([a-z]{3,8}) (\d{4})[-/–](\d{1,2}|\d{4})(?: o ?s)?$/u.exec(text) ?? [];
  const month = EARLY_MONTHS.find(([pattern]) => pattern.test(name))?.[1];
  const year = String(Number(first) + 1);
  if (month === undefined || !year.endsWith(last) || Number(first) >= NEW_YEAR_MOVED) return undefined;
  return { edtf: `${year}-${month}${day === undefined ? '' : `-${two(Number(day))}`}`, isOldStyle: true };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function four(year: number): string {
  return String(year).padStart(4, '0');
}
