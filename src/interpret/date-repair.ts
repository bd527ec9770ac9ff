const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The one word of a day or month with a year, where it differs by one letter from one month only: Tuly 9, 1937. */
export function correctMonth(text: string): string | undefined {
  const words = text.match(/\p{L}+/gu) ?? [];
  const [word = ''] = words;
  if (
    words.length !== 1 ||
    word.length < 4 ||
    !/^\P{L}*\p{L}+\P{L}*\d{4}$|^\d{1,2}\P{L}*\p{L}+\P{L}*\d{4}$/u.test(text)
  )
    return undefined;
  const near = MONTHS.filter((month) => differsByOne(word.toLowerCase(), month));
  return near.length === 1 ? text.replace(word, near[0] ?? '') : undefined;
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
const SHORT_YEAR = new RegExp(String.raw`^(?:${SHORT}(?: ?[-–/] ?${SHORT})?|'\d\d)$`, 'u');

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
