/** Names of one month each, as English labels write them. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

/** The one word beside a day and a year, where it differs by one letter from one month only: Tuly 9, 1937. */
export function correctMonth(text: string): string | undefined {
  const words = text.match(/\p{L}+/gu) ?? [];
  const [word = ''] = words;
  if (words.length !== 1 || word.length < 3 || !/^(?:\d{1,2}\P{L}{0,2})?\p{L}+\P{L}{1,6}\d{4}$/u.test(text))
    return undefined;
  const small = word.toLowerCase();
  const near = MONTHS.filter((names) => names.some((name) => differsByOne(small, name)));
  return near.length === 1 ? text.replace(word, near[0]?.[0] ?? '') : undefined;
}

const AMONG_DIGITS = /[lIO]\d|\dO|(?<!\d)[12]l(?!\p{L})/u;

/** Letters that machines read for digits: l982, I9O5, O5, 2l, 1O. Undefined where there are none. */
export function correctDigits(text: string): string | undefined {
  if (!AMONG_DIGITS.test(text)) return undefined;
  const corrected = text
    .replace(/(?<![\p{L}\d])[lI](?=[\dO]{1,3}(?![\p{L}\d]))|(?<=(?<!\d)[12])l(?![\p{L}\d])/gu, '1')
    .replace(/(?<![\p{L}\d])O(?=[1-9](?![\p{L}\d]))|(?<=(?<!\d)1[6-9])O(?=\d(?!\d))/gu, '0')
    .replace(/(?<=(?<!\d)[123])O(?![\p{L}\d])|(?<=(?<!\d)1[6-9]\d)O(?![\p{L}\d])/gu, '0');
  return corrected === text ? undefined : corrected;
}

/** One letter replaced, left out or put in. */
function differsByOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1);
}

const SHORT = String.raw`(?:(?:\d{1,2}|M\d\d)[ .,/-]+){1,2}'?\d\d`;
const SHORT_YEAR = new RegExp(String.raw`^(?:${SHORT}(?: ?(?:[-–/]|U) ?${SHORT})?|'\d\d)$`, 'u');

/** Whether a coded date has a year of two digits: which century is not said. */
export function isShortYear(coded: string): boolean {
  return SHORT_YEAR.test(coded);
}

/** The coded date with the year that is known from elsewhere, where its last digits are the same. */
export function completeShortYear(coded: string, year: number): string | undefined {
  const digits = String(year).slice(-2);
  const full = coded.replace(/^(.*?)'?(\d\d)$/u, (written, before: string, last: string) =>
    last === digits ? `${before}${year}` : written,
  );
  return full === coded || isShortYear(full) ? undefined : full;
}

/** Day, month and year, or an apostrophe before the year: "May 05" may be a day, and 10-11-12 may begin with its year. */
const WITH_CENTURY_OPEN = /'\d\d$|(?:\d{1,2}[ ./,]+M\d\d|M\d\d[ ./]+\d{1,2}|\d{1,2}([ ./])\d{1,2}(?=\1))[ ./,]+\d\d$/u;

/** The coded date with the one year that ends in its two digits among those of the dataset. */
export function completeFromDataset(
  coded: string,
  [first, last]: readonly [first: number, last: number],
): string | undefined {
  const digits = WITH_CENTURY_OPEN.test(coded) ? coded.slice(-2) : undefined;
  if (digits === undefined) return undefined;
  const year = Math.ceil((first - Number(digits)) / 100) * 100 + Number(digits);
  return year <= last ? completeShortYear(coded, year) : undefined;
}
