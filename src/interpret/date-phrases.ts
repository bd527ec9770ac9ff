import { dateOfDay, dayNumber, formatDay, yearOfDay } from '../model/day.ts';
import { DATE_WORDS } from '../vocabulary/date-words.ts';

/** A phrase of which the words alone do not tell the meaning, and what is read in its place. */
interface Phrase {
  readonly pattern: RegExp;
  readonly code: string | ((...groups: readonly (string | undefined)[]) => string);
  /** The pattern matches no text without this: searched for first, because that is cheap. */
  readonly has?: string;
}

/** Times of day. */
export const TIMES: readonly Phrase[] = [
  {
    has: ':',
    pattern:
      /(\d)[t ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:z|\s?[+-]\d{2}:?\d{0,2})?(?:\/\d{1,2}:\d{2}(?::\d{2})?z?)?(?![\d\p{L}])/gu,
    code: '$1 ',
  },
  {
    has: 't',
    pattern: /(\d)t\d{1,2}(?::?\d{2}){0,2}(?:[.,]\d+)?(?:z|\s?[+-]\d{2}:?\d{0,2})?(?![\d\p{L}])/gu,
    code: '$1 ',
  },
  {
    has: ':',
    pattern:
      /\b\d{1,2}:\d{2}(?!\d)(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?|hrs?|uhr|h|z)?(?:\s*[-–]\s*\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|hrs?|uhr|h|z)?)?/gu,
    code: ' ',
  },
  { has: 'm', pattern: /(?<![\d/-])\b\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\.?(?!\p{L})/gu, code: ' ' },
  { has: ' at ', pattern: / at \d{1,2}[.:h]\d{2}\b/gu, code: ' ' },
  { has: 'duration', pattern: /\bduration:?\s*\d+\s*\p{L}+/gu, code: ' ' },
  { has: 'time', pattern: /\btime:?(?=\s|;|,|$)/gu, code: ' ' },
];

/** What is not known. */
export const MASKS: readonly Phrase[] = [
  // What is not known: 188_ and 188-? are a decade, 18-- is a century, 1971/xx/xx is a year.
  {
    pattern: /(?<![\d./-])(1[4-9]\d|20[0-2])(?:[_*u]|x(?![\p{L}\d])|-(?!\d)|\?)(?![\p{L}\d])/gu, // D1900 would be the century.
    code: (_, years = '') => (years.endsWith('0') ? ` ${years}0 to ${years}9 ` : ` D${years}0 `),
  },
  { pattern: /(?<![\d./-])(1[4-9]|20)(?:--|––|__|(?:xx|uu)(?!\p{L})|\?\?|\.\.)(?![\d-])/gu, code: ' D$100 ' },
  {
    pattern:
      /(?<=(?:^|[\dx])[-/ .])(?:x{2,3}|u{2}|unk|\*)(?=$|[-/ .])|(?<=^|[-/ .])(?:x{2,3}|u{2}|unk|\*)(?=[-/ .](?:(?:\d{1,2}|x{2,3}|u{2}|unk|\*)[-/ .])?\d{4})/gu,
    code: '00',
  },
];

/** Phrases that need no letter. */
export const SIGNS: readonly Phrase[] = [
  { has: '年', pattern: /(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu, code: '$1-$2-$3' },
  { has: '年', pattern: /(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月/gu, code: '$2/$1' },
  { has: '年', pattern: /(?<!\d)(\d{3,4})\s?年/gu, code: '$1 ' },
  { has: '월', pattern: /(?<!\d)(\d{4})\s?년\s?(\d{1,2})\s?월\s?(\d{1,2})\s?일/gu, code: '$1-$2-$3' },
  { has: '월', pattern: /(?<!\d)(\d{4})\s?년\s?(\d{1,2})\s?월/gu, code: '$2/$1' },
  { has: '년', pattern: /(?<!\d)(\d{3,4})\s?년/gu, code: '$1 ' },
  { pattern: /\b(\d{8})(?:\d{4}(?:\d{2}|xx)?|x{4,6})(?![\p{L}\d])/gu, code: '$1' },
  { has: '±', pattern: /^\s*±\s*/gu, code: ' ca ' },
  { has: '+/-', pattern: /^\s*\+\/-\s*/gu, code: ' ca ' },
  {
    has: '±',
    pattern: /^(\d{4}) ?± ?(\d{1,2})$/gu,
    code: (_, year = '', years = '') => `ca ${Number(year) - Number(years)} to ca ${Number(year) + Number(years)}`,
  },
  { has: '≤', pattern: /^≤ ?/gu, code: ' until ' },
  { has: '≥', pattern: /^≥ ?/gu, code: ' from ' },
  { has: '†', pattern: /[,;]?\s*†\s*(?=\d)/gu, code: ' – ' },
  { has: '*', pattern: /(?:^|(?<= ))\*\s*(?=\d{4})/gu, code: ' ' },
  { has: '000', pattern: /(?<![\d,.])0{3}(?!\d)/gu, code: '00' },
  { has: '//', pattern: /^\d{1,2}\/\/(?=\d{4}$)/gu, code: '' },
  { has: '?', pattern: /(?<=\d{4}) ?[-–] ?\?$/gu, code: ' onward' },
  { has: '©', pattern: /©/gu, code: ' ' },
  { has: '+', pattern: /(?<=\d{4})\s?\+$/gu, code: ' onward' },
  { has: '&', pattern: /&/gu, code: ' and ' },
  { has: '0000', pattern: /\b0{4}[-/ ]0{2}[-/ ]0{2}\b/gu, code: ' ' },
];

const CENTURIES: Readonly<Record<string, string>> = {
  trecento: '1300',
  quattrocento: '1400',
  cinquecento: '1500',
  seicento: '1600',
  settecento: '1700',
  ottocento: '1800',
  novecento: '1900',
};

const CENTURY_PARTS: Readonly<Record<string, string>> = {
  前半: '1 half',
  後半: '2 half',
  初頭: 'early',
  初期: 'early',
  中頃: 'mid',
  中期: 'mid',
  末: 'late',
  末期: 'late',
  後期: 'late',
};

/** September is the seventh month of the Roman year. */
const OLD_MONTHS: Readonly<Record<string, string>> = {
  7: 'september',
  8: 'october',
  9: 'november',
  10: 'december',
  x: 'december',
};

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first'.split(
    ' ',
  );

/** Phrases of words, in small letters and without accents. */
export const PHRASES: readonly Phrase[] = [
  { has: 'date', pattern: /^(?:\p{L}{3,12} )?date(?: collected)?\s*:\s*(?=\S)/gu, code: '' },
  { has: 'date', pattern: /^date (?=(?:inscribed|stamped|written|painted) )/gu, code: '' },
  { has: 'season', pattern: /(?<=\d{4} ?[-–/] ?\d{2,4}) season$/gu, code: '' },
  { has: 't/m', pattern: /\bt\/m\b/gu, code: ' bis ' },
  // Spanish: on the 13th of July.
  { has: 'a ', pattern: /^a (?=\d{1,2} de \p{L}+ (?:de |del )?\d{4}$)/gu, code: '' },
  { has: 'week', pattern: /\bfirst week (?:of|in) (\p{L}+\.?,? \d{4})\b/gu, code: '1-7 $1' },
  // Its days depend on the month: about.
  { has: 'week', pattern: /\blast week (?:of|in) (?=\p{L}+\.?,? \d{4}\b)/gu, code: ' late ' },
  {
    has: 'day',
    pattern: /^(?:julian )?day (\d{1,3})(?: of|,)? (\d{4})$/gu,
    code: (written, day, year) => dayOfYear(written, year, day),
  },
  {
    has: 'day',
    pattern: /^(\d{4}),? (?:julian )?day (\d{1,3})$/gu,
    code: (written, year, day) => dayOfYear(written, year, day),
  },
  { has: 'startdate', pattern: /\bstart ?date(?:time)?:/gu, code: ' ' },
  { has: 'start date', pattern: /\bstart ?date(?:time)?:/gu, code: ' ' },
  { has: 'end', pattern: /[;,]?\s*\bend ?date(?:time)?:/gu, code: ' to ' },
  {
    has: ' later than',
    pattern: /\b(?:no|not) later than\b/gu,
    code: ' until ',
  },
  { has: 'not after', pattern: /\bnot after\b/gu, code: ' until ' },
  { has: 'before', pattern: /\b(?:in|on) or before\b/gu, code: ' until ' },
  { has: 'terminus', pattern: /\bterminus ante quem(?: non)?\b/gu, code: ' until ' },
  { has: 'terminus', pattern: /\bterminus post quem(?: non)?\b/gu, code: ' from ' },
  { has: 'earlier than', pattern: /\b(?:no|not) earlier than\b/gu, code: ' from ' },
  { has: 'before', pattern: /\bnot before\b/gu, code: ' from ' },
  { has: 'after', pattern: /\b(?:in|on) or after\b/gu, code: ' from ' },
  { has: 'or after', pattern: /\bor after(?:wards?)?\b/gu, code: ' or later ' },
  { has: ' on', pattern: /(?<=\d{4}\??) on(?=$|[,;.)])/gu, code: ' onward' },
  { has: 'prior to', pattern: /\bprior to\b/gu, code: ' before ' },
  { has: 'beginning of', pattern: /\bbeginning of\b/gu, code: ' early ' },
  { has: 'um', pattern: /\bvor ?\/ ?um\b/gu, code: ' bis ca ' },
  { has: 'um', pattern: /\bum ?\/ ?nach\b/gu, code: ' seit ca ' },
  { has: 'or before', pattern: /\bor before\b/gu, code: ' or earlier ' },
  { has: 'i', pattern: /^.*\d.*\bi\.? ?e\.?[ ,]*(?=\d)/gu, code: ' ' },
  { has: 'of ', pattern: /^(?:one|any) of (\d{4}),? (?:or )?(?=\d{4}$)/gu, code: '$1 or ' },
  { has: 'd', pattern: /^[[(]?(?:n\. ?d\.|s\. ?d\.|undated|undatiert|not dated)[\s,;([]+(?=.*\d)/gu, code: ' ' },
  { pattern: /(?<=\d{4}) ?[rg]\.?$/gu, code: ' ' },
  { has: ' s', pattern: /(?<=(?<!\p{L})[xvi]+e? )s\.?(?=$|[,;) ])/gu, code: 'siecle ' },
  { has: 'h.', pattern: /\b([12])\. ?h\.(?= )/gu, code: '$1 half' },
  { has: 'a', pattern: /\b([1-4])\.?a (?=\p{L})/gu, code: '$1 ' },
  { has: 'des', pattern: /\bdes\.? (?=\d{4}$)/gu, code: 'december ' },
  {
    has: 'h',
    pattern:
      /\b(?:a\.? ?h\.? ?(\d{1,4}(?: ?[-–/] ?\d{1,4})?)|(\d{1,4}(?: ?[-–/] ?\d{1,4})?) ?a\.? ?h\.?)(?: ?[/(,=] ?(?=(?:a\.?d\.? ?)?\d{3,4})|(?!\p{L}))/gu,
    code: hijriYears,
  },
  {
    has: 'born ',
    pattern: /^born (?:in )?(\p{Ll}{4,})[., ]+(?=\d{4})/gu,
    code: (written, place = '') => (DATE_WORDS.has(place) ? (written ?? '') : 'born '),
  },
  { has: 'reworked', pattern: /\breworked and exhibited\b/gu, code: ' ' },
  {
    has: 'b',
    pattern: /\b(7|8|9|10|x)b(?:er|re|ris|rem)\b/gu,
    code: (_, number = '') => `${OLD_MONTHS[number] ?? ''} `,
  },
  { has: 'm. ', pattern: /^m\. (?=\p{L})/gu, code: '' },
  { has: 'prima ', pattern: /\bprima (?=meta|parte|quart)/gu, code: 'primo ' },
  { has: ' but ', pattern: / but (?=before|after)/gu, code: ' and ' },
  { has: 'second hand', pattern: /\bsecond hand\b/gu, code: ' ' },
  // Dutch "or" and "after"; between other words they are English and Portuguese.
  { has: ' of ', pattern: /(?<=\d\??) of (?=(?:ca?\.? ?)?\d)/gu, code: ' or ' },
  { has: 'na ', pattern: /^na (?=(?:ca?\.? ?)?\d{3,4}$)/gu, code: ' after ' },
  { has: 're–', pattern: /\bre–(?=\p{Ll})/gu, code: 're' },
  { has: '(', pattern: /\((?!(?:oder|circa|zirka|probably|perhaps)\b)(?=\p{Ll}{4,} [^)]*\d)/gu, code: ', ' },
  {
    has: ',',
    pattern: /(?<!\d)(\d{1,3}),(\d{3})(?=\s*(?:b\. ?c|bc|v\. ?(?:chr|u)|av\. ?j))/gu,
    code: '$1$2',
  },
  { has: 'н', pattern: /(?<!\p{L})до н\. ?э\.?/gu, code: ' bc ' },
  { has: 'н', pattern: /(?<!\p{L})(?:от )?н\. ?э\.?/gu, code: ' ad ' },
  {
    pattern:
      /\b(?:v\. ?(?:chr|u\. ?z)\.?|b\. ?c\.?(?: ?e\.?)?|av\. ?j\.? ?-? ?c\.?|a\. ?c\. ?n?\.?|f\. ?kr\.?|a\.? ?e\.? ?c\.?)(?!\p{L})/gu,
    code: ' bc ',
  },
  {
    pattern:
      /\b(?:n\. ?(?:chr|u\. ?z)\.?|a\. ?d\.?|c\. ?e\.?|ap(?:r)?\. ?j\.? ?-? ?c\.?|d\. ?c\.|e\. ?kr\.?)(?!\p{L})/gu,
    code: ' ad ',
  },
  { has: 'anno domini', pattern: /\banno domini\b/gu, code: ' ad ' },
  { has: 'd/m/y', pattern: /\bd\/m\/y:?/gu, code: ' ' },
  // "Born 1852, died 1911" is from the one to the other.
  {
    has: 'd',
    pattern: /\b(?:born|b\.?)\s([^,;]*\d{4})[,;]?\s*(?:and\s)?(?:died|d\.?)\s(?=.*\d{4})/gu,
    code: '$1 – ',
  },
  { has: 'christmas', pattern: /\bchristmas(?: day)?,?\s(?=\d{4}$)/gu, code: '25 december ' },
  {
    has: 'third',
    pattern: /\b(first|last|final) third\b/gu,
    code: (_, which = '') => `${which === 'first' ? '1' : '3'} drittel`,
  },
  { has: 'third', pattern: /\b(?:second|middle) third\b/gu, code: '2 drittel' },
  {
    has: 'cento',
    pattern: /\b(?:tre|quattro|cinque|sei|sette|otto|nove)cento\b/gu,
    code: (word = '') => ` D${CENTURIES[word] ?? ''} `,
  },
  {
    has: 'cent',
    pattern: new RegExp(String.raw`\b(${ORDINALS.toReversed().join('|')})(?=[ -](?:(?:or|and|to) \w+[ -])?cent)`, 'gu'),
    code: (_, word = '') => `${ORDINALS.indexOf(word) + 1}`,
  },
  // C19 and C19th
  {
    has: 'c',
    pattern: /\bc ?(\d{1,2})(?:th|st|nd|rd)\b|\bc(1[2-9]|2[01])\b(?![\d.])/gu,
    code: (_, one, other) => `${one ?? other ?? ''} century `,
  },
  // Cyrillic letters that look like Roman numerals, and the word for century behind one
  { has: 'в', pattern: /(?<=(?<!\p{L})[xviхі]+\s?)вв?\.?(?!\p{L})/gu, code: ' века ' },
  {
    pattern: /(?<!\p{L})[xviхі]*[хі][xviхі]*(?!\p{L})/gu,
    code: (word = '') => word.replaceAll('х', 'x').replaceAll('і', 'i'),
  },
  { has: 'е', pattern: /(?<=\b\d{3}0)-?е(?:\s?гг?\.?)?(?!\p{L})/gu, code: 's ' },
  {
    has: '世紀',
    pattern: /(\d{1,2})\s?世紀(前半|後半|初頭|初期|中頃|中期|末期?|後期)?/gu,
    code: (_, century, part) => ` ${CENTURY_PARTS[part ?? ''] ?? ''} ${century} century `,
  },
];

/** A year of the Islamic calendar, by its tabular form, unless a year of ours stands behind it. */
function hijriYears(written = '', before?: string, after?: string): string {
  if (/[/(,=] ?$/u.test(written)) return ' ';
  const [year = 0, end = year] = (before ?? after ?? '').split(/ ?[-–/] ?/u).map(Number);
  // What is written short (986–7) is left to nobody's guess.
  if (end < year) return written;
  const [first, last] = [year, end + 1].map((count) => (count - 1) * 354 + Math.floor((3 + 11 * count) / 30) - 492_148);
  return ` ${yearOfDay(first ?? 0)}-${yearOfDay((last ?? 0) - 1)} `;
}

function dayOfYear(written = '', year = '', day = ''): string {
  const number = dayNumber(Number(year), 1, Number(day));
  return Number(day) > 0 && dateOfDay(number).year === Number(year) ? formatDay(number) : written;
}

/** Does what the phrases say, in their order. */
export function replacePhrases(text: string, phrases: readonly Phrase[]): string {
  let replaced = text;
  for (const { has, pattern, code } of phrases) {
    if (has !== undefined && !replaced.includes(has)) continue;
    replaced = typeof code === 'string' ? replaced.replace(pattern, code) : replaced.replace(pattern, code);
  }
  return replaced;
}
