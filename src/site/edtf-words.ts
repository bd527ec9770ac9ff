import { DATE_LOCALES, type Language, type Messages } from './messages.ts';

const DASH = '–';
const NBSP = '\u00A0';

interface Point {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** Letters of the year that are unspecified, from the right: 182X has 1, 18XX has 2. */
  readonly open: number;
  readonly season?: number;
  readonly circa: boolean;
  readonly doubtful: boolean;
}

const POINT = /^(-?\d{1,4}|-?\d{1,3}X|-?\d{1,2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?([~?%])?$/u;

function parsePoint(text: string): Point | undefined {
  const match = POINT.exec(text);
  if (match === null) return undefined;
  const [, year = '', monthText, dayText, mark] = match;
  const open = /X*$/u.exec(year)?.[0].length ?? 0;
  const month = monthText === undefined || monthText === 'XX' ? undefined : Number(monthText);
  const day = dayText === undefined || dayText === 'XX' ? undefined : Number(dayText);
  const season = month !== undefined && month >= 21 && month <= 24 ? month : undefined;
  return {
    year: Number(year.replaceAll('X', '0')),
    open,
    circa: mark === '~' || mark === '%',
    doubtful: mark === '?' || mark === '%',
    ...(season === undefined ? {} : { season }),
    ...(season !== undefined || month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
}

function dateOf({ year, month = 1, day = 1 }: Point): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(point: Point, language: Language): Intl.DateTimeFormat {
  const precision = point.day === undefined ? (point.month === undefined ? 'year' : 'month') : 'day';
  const key = `${language} ${precision}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(DATE_LOCALES[language], {
      timeZone: 'UTC',
      year: 'numeric',
      ...(precision === 'year' ? {} : { month: 'long' }),
      ...(precision === 'day' ? { day: 'numeric' } : {}),
    });
    formats.set(key, format);
  }
  return format;
}

function pointWords(point: Point, messages: Messages): string {
  const { t, language } = messages;
  const year = point.year > 0 ? String(point.year) : t('date.bce', { year: String(1 - point.year) });
  let words = year;
  if (point.open === 1) words = t('date.decade', { year });
  else if (point.open === 2) words = t('date.century', { number: Math.floor(point.year / 100) + 1 });
  else if (point.season !== undefined) words = `${messages.find(`date.season.${point.season}`) ?? ''} ${year}`;
  else if (point.month !== undefined && point.year > 0) words = formatOf(point, language).format(dateOf(point));
  if (point.circa) words = `${t('date.circa')}${NBSP}${words}`;
  if (point.doubtful) words = `${words}${NBSP}(?)`;
  return words;
}

/**
 * A date in EDTF, in words: `1857-01/1857-07` is January–July 1857, `1823~` is c. 1823, `182X` the 1820s. What is not
 * understood is returned as it is.
 */
export function edtfWords(edtf: string, messages: Messages): string {
  const { t } = messages;
  const ends = edtf.split('/');
  if (ends.length > 2) return edtf;
  const [first = '', second] = ends;
  const begin = parsePoint(first);
  if (second === undefined) return begin === undefined ? edtf : pointWords(begin, messages);
  const end = parsePoint(second);
  if (begin !== undefined && end !== undefined) return spanWords(begin, end, messages);
  if (end !== undefined && (first === '' || first === '..'))
    return t('date.until', { date: pointWords(end, messages) });
  if (begin !== undefined && (second === '' || second === '..')) {
    return t('date.from', { date: pointWords(begin, messages) });
  }
  return edtf;
}

function isPlain({ open, season, circa, doubtful, year }: Point): boolean {
  return open === 0 && season === undefined && !circa && !doubtful && year > 0;
}

function spanWords(begin: Point, end: Point, messages: Messages): string {
  const alike =
    (begin.month === undefined) === (end.month === undefined) && (begin.day === undefined) === (end.day === undefined);
  if (isPlain(begin) && isPlain(end) && alike) {
    if (begin.month === undefined) return `${begin.year}${DASH}${end.year}`;
    return formatOf(begin, messages.language).formatRange(dateOf(begin), dateOf(end));
  }
  return `${pointWords(begin, messages)} ${DASH} ${pointWords(end, messages)}`;
}

/** The first year that a date in EDTF names, for the plate and the shortest captions: `1857`, `1820s`, `c. 1823`, `until 1904`. */
export function yearWords(edtf: string, messages: Messages): string | undefined {
  const ends = edtf.split('/').map(parsePoint);
  const years = ends.flatMap((point) => {
    if (point === undefined) return [];
    const { month: _month, day: _day, season: _season, ...year } = point;
    return [pointWords({ ...year, doubtful: false }, messages)];
  });
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (/^(?:\.\.)?\//u.test(edtf)) return messages.t('date.until', { date: last });
  if (/\/(?:\.\.)?$/u.test(edtf)) return messages.t('date.from', { date: first });
  return first === last ? first : `${first}${DASH}${last}`;
}
