import { NAMED_YEARS, PERIOD_WORDS, type NamedYears } from '../vocabulary/date-periods.ts';
import { hanNumber, romanNumber } from './date-numeral.ts';
import { pointOf, single, spanOf, type Period } from './edtf.ts';

/** The years of the dynasties, reigns and eras that a text names. */
export interface NamedPeriod {
  readonly period: Period;
  /** The name was borne by several stretches of years. */
  readonly ambiguous: boolean;
  /** What stands beside the names and has digits: dates to be read by themselves, the likeliest first. */
  readonly dates: readonly string[];
}

interface Word {
  readonly text: string;
  readonly begin: number;
  readonly end: number;
}

interface Years {
  readonly begin: number;
  readonly end: number;
  readonly approximate: boolean;
}

const WORD = /[\p{L}']+|\d+|[^\s\p{L}\d]/gu;
const LONGEST_NAME = 4;
const HAN = /\p{Script=Han}/u;
const HAN_NAME = new RegExp(
  [...NAMED_YEARS.keys()]
    .filter((name) => HAN.test(name))
    .toSorted((one, other) => other.length - one.length)
    .join('|'),
  'gu',
);

/** The first, middle and last third, generously, as of centuries. */
const PARTS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  early: [0, 0.4],
  mid: [0.3, 0.7],
  middle: [0.3, 0.7],
  late: [0.6, 1],
};

/** Reads "Edo period (1615–1868)", "Meiji 20", "Qing dynasty, Kangxi reign", "Dynasty 18", "reign of George III", 昭和12年. */
export function readNamedPeriod(text: string): NamedPeriod | undefined {
  const folded = fold(text);
  const words = Array.from(folded.matchAll(WORD), ({ 0: word, index }): Word => {
    return { text: word.replaceAll("'", ''), begin: index, end: index + word.length };
  });
  const named: Years[][] = [];
  let rest = '';
  let part: readonly [number, number] | undefined;
  let isRange = false;
  for (let at = 0; at < words.length; at += 1) {
    const { text: word = '', begin = 0, end = 0 } = words[at] ?? {};
    const found = nameAt(words, at);
    if (found !== undefined) {
      at += found.length - 1;
      const next = words[at + 1]?.text ?? '';
      const isYear = /^\d{1,2}$/u.test(next) && found.years.some(({ counted }) => counted);
      if (isYear) at += 1;
      named.push(isYear ? yearsOfCount(found.years, Number(next)) : [...found.years]);
    } else if (PARTS[word] !== undefined && part === undefined && isBeforeName(words, at + 1)) part = PARTS[word];
    else if (named.length === 1 && /^(?:to|or|–|-|\/)$/u.test(word) && isBeforeName(words, at + 1)) isRange = true;
    else if (!PERIOD_WORDS.has(word))
      rest += `${rest !== '' && folded[begin - 1] === ' ' ? ' ' : ''}${folded.slice(begin, end)}`;
  }
  if (named.length === 0) return undefined;
  const dates = datesOf(rest);
  const [date = ''] = dates;
  const hasDate = dates.length > 0;
  if (!hasDate && /\p{L}/u.test(rest)) return undefined;
  const years = isRange ? hullOf(named) : named.reduce(common);
  const found = namedYears(years, part, rest.includes('?') && !hasDate);
  if (found === undefined || !hasDate) return found;
  const [only] = years;
  const month = /^\d+ ?月(?: ?\d+ ?日)?$/u.exec(date);
  if (month === null || only === undefined || only.begin < only.end) return { ...found, dates };
  // Before 1873 months were those of the moon.
  return only.begin < 1873 ? found : { ...found, dates: [`${only.begin}年${month[0]}`] };
}

/** Years in brackets explain a name; a date beside them is nearer: "Qing dynasty (1644–1911), 19th century". */
function datesOf(text: string): readonly string[] {
  const brackets = Array.from(text.matchAll(/\(([^()]*)\)/gu), ([, inside = '']) => inside);
  return [text.replace(/\([^()]*\)/gu, ' '), ...brackets.toReversed()]
    .map((date) => date.replace(/^[\s,;:.()[\]/–-]+|[\s,;:()[\]/–-]+$/gu, ''))
    .filter((date) => /\d/u.test(date));
}

function namedYears(
  years: readonly Years[],
  part: readonly [number, number] | undefined,
  uncertain: boolean,
): NamedPeriod | undefined {
  const members = years
    .flatMap((one) => periodOf(one, part, uncertain))
    .toSorted((one, other) => spanOf(one).begin - spanOf(other).begin);
  const [first] = members;
  if (first === undefined) return undefined;
  const ambiguous = members.length > 1;
  return { period: ambiguous ? { kind: 'set', meant: 'one', members } : first, ambiguous, dates: [] };
}

/** Small letters without accents; ordinals and Roman numbers of dynasties as digits; characters apart from numbers. */
function fold(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[‘’ʻʼ]/gu, "'")
    .replace(/\bdynasty ([ivx]+)\b/gu, (_, roman: string) => `dynasty ${romanNumber(roman)}`)
    .replace(/\b(\d{1,2})(?:st|nd|rd|th) dynasty\b/gu, 'dynasty $1');
  if (!HAN.test(folded)) return folded;
  return folded
    .normalize('NFC')
    .replace(/元(?=年)/gu, '1')
    .replace(/[〇一二三四五六七八九十]+/gu, (numeral) => ` ${hanNumber(numeral)} `)
    .replace(/(\d)\s*年[間製]?/gu, '$1 ')
    .replace(/時代|年間|代|朝/gu, ' ')
    .replace(HAN_NAME, ' $& ');
}

function nameAt(
  words: readonly Word[],
  at: number,
): { readonly years: readonly NamedYears[]; readonly length: number } | undefined {
  let name = '';
  let found: { readonly years: readonly NamedYears[]; readonly length: number } | undefined;
  for (let length = 1; length <= LONGEST_NAME && at + length <= words.length; length += 1) {
    const word = words[at + length - 1];
    if (word === undefined) break;
    // "kang-hsi" is a name of three words, "taisho-showa" is two names.
    const isApart = length > 1 && word.begin > (words[at + length - 2]?.end ?? 0);
    name += `${isApart ? ' ' : ''}${word.text}`;
    const years = NAMED_YEARS.get(name);
    if (years !== undefined) found = { years, length };
  }
  return found;
}

function isBeforeName(words: readonly Word[], from: number): boolean {
  for (let at = from; at < words.length; at += 1) {
    if (nameAt(words, at) !== undefined) return true;
    const word = words[at]?.text ?? '';
    if (word !== '-' && PARTS[word] === undefined && !PERIOD_WORDS.has(word)) return false;
  }
  return false;
}

/** The 12th year of an era; the first is the year in which it began. */
function yearsOfCount(names: readonly NamedYears[], count: number): Years[] {
  return names.flatMap(({ begin, end, counted }) => {
    const year = begin + count - 1;
    return counted && count > 0 && year <= end ? [{ begin: year, end: year, approximate: false }] : [];
  });
}

function hullOf(named: readonly (readonly Years[])[]): Years[] {
  const first = named[0]?.[0];
  const last = named.at(-1)?.at(-1);
  if (first === undefined || last === undefined || first.begin > last.end) return [];
  return [{ begin: first.begin, end: last.end, approximate: first.approximate || last.approximate }];
}

/** A reign and its dynasty: the years that both have. */
function common(left: Years[], right: readonly Years[]): Years[] {
  return left.flatMap((one) =>
    right.flatMap((other) => {
      const [begin, end] = [Math.max(one.begin, other.begin), Math.min(one.end, other.end)];
      const narrower = one.end - one.begin < other.end - other.begin ? one : other;
      return begin <= end ? [{ begin, end, approximate: narrower.approximate }] : [];
    }),
  );
}

function periodOf(years: Years, part: readonly [number, number] | undefined, uncertain: boolean): Period[] {
  const length = years.end - years.begin + 1;
  const [from, to] = part ?? [0, 1];
  const marks = { approximate: years.approximate || part !== undefined, uncertain };
  const lower = pointOf(years.begin + Math.floor(from * length));
  const upper = pointOf(years.begin + Math.ceil(to * length) - 1);
  if (lower === undefined || upper === undefined) return [];
  return lower.text === upper.text
    ? [single({ ...lower, ...marks })]
    : [{ kind: 'range', lower: { ...lower, ...marks }, upper: { ...upper, ...marks } }];
}
