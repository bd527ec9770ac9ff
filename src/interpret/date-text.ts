import { DATE_WORDS } from '../vocabulary/date-words.ts';

/** Longer texts are stories, not dates. */
const LONGEST = 120;

const TIMES: readonly (readonly [RegExp, string])[] = [
  [/(\d)t\d{1,2}(?::?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)?(?:z|\s?[+-]\d{2}:?\d{0,2})?(?![\d\p{L}])/gu, '$1 '],
  [
    /\b\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?|hrs?|uhr|h|z)?(?:\s*[-–]\s*\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|hrs?|uhr|h|z)?)?/gu,
    ' ',
  ],
  [/\bduration:?\s*\d+\s*\p{L}+/gu, ' '],
  [/\btime:?(?=\s|;|,|$)/gu, ' '],
];

const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu, '$1-$2-$3'],
  [/\b(\d{8})(?:\d{4}(?:\d{2}|xx)?|x{4,6})(?![\p{L}\d])/gu, '$1'],
  [/\bstart ?date(?:time)?:/gu, ' '],
  [/[;,]?\s*\bend ?date(?:time)?:/gu, ' to '],
  // What is not known: 188_ and 188-? are a decade, 18-- is a century, 1971/xx/xx is a year.
  [/(?<![\d./-])(1[4-9]\d|20[0-2])(?:[_*]|x(?![\p{L}\d])|-(?!\d)|\?)/gu, ' D$10 '],
  [/(?<![\d./-])(1[4-9]|20)(?:--|––|__|xx(?!\p{L})|\?\?|\.\.)(?![\d-])/gu, ' D$100 '],
  [/(?<=(?:^|[\dx])[-/ .])(?:x{2,3}|unk|\*)(?=$|[-/ .])|(?<=^|[-/ .])(?:x{2,3}|unk|\*)(?=[-/ .]\d{4})/gu, '00'],
  [/\b(?:no|not) later than|\bnot after\b|\b(?:in|on) or before\b|\bterminus ante quem(?: non)?\b/gu, ' until '],
  [/\b(?:no|not) earlier than|\bnot before\b|\b(?:in|on) or after\b|\bterminus post quem(?: non)?\b/gu, ' from '],
  [/\bor after(?:wards?)?\b/gu, ' or later '],
  [/(?<=\d{4}\??) on(?=$|[,;.)])/gu, ' onward'],
  [/\bprior to\b/gu, ' before '],
  [/\bvor ?\/ ?um\b/gu, ' bis ca '],
  [/\bum ?\/ ?nach\b/gu, ' seit ca '],
  [/(?<=\d{4})\s?\+$/gu, ' onward'],
  [/&/gu, ' and '],
  [/\bor before\b/gu, ' or earlier '],
  // Dutch "or"; between other words it is English.
  [/(?<=\d\??) of (?=(?:ca?\.? ?)?\d)/gu, ' or '],
  [/\bre–(?=\p{Ll})/gu, 're'],
  [/\((?!(?:oder|circa|zirka|probably|perhaps)\b)(?=\p{Ll}{4,} [^)]*\d)/gu, ', '],
  [/(?<!\d)(\d{1,3}),(\d{3})(?=\s*(?:b\. ?c|bc|v\. ?(?:chr|u)|av\. ?j))/gu, '$1$2'],
  [
    /\b(?:v\. ?(?:chr|u\. ?z)\.?|b\. ?c\.?(?: ?e\.?)?|av\. ?j\.? ?-? ?c\.?|a\. ?c\. ?n?\.?|f\. ?kr\.?|a\.? ?e\.? ?c\.?)(?!\p{L})/gu,
    ' bc ',
  ],
  [
    /\b(?:n\. ?(?:chr|u\. ?z)\.?|a\. ?d\.?|c\. ?e\.?|ap(?:r)?\. ?j\.? ?-? ?c\.?|d\. ?c\.|e\. ?kr\.?)(?!\p{L})/gu,
    ' ad ',
  ],
  [/\bd\/m\/y:?/gu, ' '],
  [/\b0{4}[-/ ]0{2}[-/ ]0{2}\b/gu, ' '],
];

/** Roman months stand beside digits: 18.vii.1997, 1996-v-30, iv.1989. */
const ROMAN_MONTHS: readonly string[] = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const ROMAN_MONTH = /(?<![\p{L}'’])(?:xi{0,2}|ix|iv|vi{0,3}|i{1,3})(?![\p{L}'’])/gu;
/** Roman centuries stand before or after their word: XIXe siècle, s. XVIII, sec. XV. */
const ROMAN_NUMBER = /(?<!\p{L})([xvi]+)(?:\s?(?:e|eme|\.|o|º|th))?(?=\s*C\b)|(?<=C\s*)\b([xvi]+)\b/gu;

function romanNumber(text: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
  const letters = text.split('').map((letter) => values[letter] ?? 0);
  return letters.reduce((sum, value, index) => sum + (value < (letters[index + 1] ?? 0) ? -value : value), 0);
}

/** "5 & 6 May" are a range. */
function consecutiveDays(written: string, first: string, second: string): string {
  return Number(second) === Number(first) + 1 ? `${first}-${second}` : written;
}

/** "Winter 1977/78" lies over the turn of the year, and so does a southern summer. */
function seasonOfTwoYears(written: string, first: string, last: string): string {
  const next = Number(first) + 1;
  return String(next).endsWith(last) ? `M12 ${first} U M03 ${next}` : written;
}

/**
 * A written date with its words replaced by the codes of date-words, times of day and fillers removed:
 * `c. 5 Mai 1820` becomes `~ 5 M05 1820`. Undefined where a word is unknown.
 */
export function codeDate(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  let coded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[\u{2012}-\u{2015}\u{2212}]/gu, '–')
    .replace(/[\u{2018}\u{2019}]/gu, "'")
    .replaceAll('\\', '');
  for (const [pattern, code] of [...TIMES, ...PHRASES]) coded = coded.replace(pattern, code);
  // 1830s, 1830's, 1830er, 1830-tal, années 1830
  coded = coded
    .replace(/\b(\d\d)(\d0)(?:'?s)?\s?([-–/]|and|or)\s?'?(\d0)'?s\b/gu, ' D$1$2 $3 D$1$4 ')
    .replace(/\b(\d{3}0)(?:'?s|er(?:n|\s+jahren?)?|-?tal(?:ets?)?)\b/gu, ' D$1 ')
    .replace(/(?<!\d)(\d{1,2}0)'?s(?=\s*(?:bc|ad|ce|bce)\b)/gu, (_, years: string) => ` D${years.padStart(4, '0')} `)
    .replace(/\b(?:annees|anos|anni|jaren|decada de)\s+(\d{3}0)\b/gu, ' D$1 ')
    .replace(/\b(\d{1,2})(?:\s?-?\s?)(?:st|nd|rd|th|eme|de|ste)\b/gu, '$1 ')
    .replace(/\b(\d{1,2})(?:\.|e|er|º|°|ª)?\s*c(?:ent)?\.?(?![\p{L}\d.])/gu, '$1 century ')
    .replace(/\b([xvi]+)(?:e|eme)\b/gu, '$1')
    .replace(/\bs\.\s*(?=[xvi]+\b)/gu, ' siglo ')
    .replace(/\b1(?:er|ro|o|º|°)\b/gu, '1')
    .replace(/\b(\d{1,2})e\b/gu, '$1 ')
    .replace(/(\d)(?=\p{Ll})|(\p{Ll})(?=\d)/gu, '$1$2 ');
  let unknown = false;
  coded = coded.replace(/(?<![A-Z])\p{Ll}+'?\.?/gu, (written) => {
    const word = written.replace(/['.]+$/u, '');
    if (/^[xvi]+$/u.test(word)) return written;
    const code = DATE_WORDS.get(word);
    if (code === undefined) unknown = true;
    return ` ${code ?? ''} `;
  });
  if (unknown) return undefined;
  coded = coded
    .replace(
      ROMAN_NUMBER,
      (_, before: string | undefined, after: string | undefined) => ` ${romanNumber(before ?? after ?? '')} `,
    )
    .replace(ROMAN_MONTH, (roman) => ` M${String(ROMAN_MONTHS.indexOf(roman) + 1).padStart(2, '0')} `);
  if (/\p{Ll}/u.test(coded)) return undefined;
  return (
    coded
      .replace(/["()]|\[|\]|:/gu, ' ')
      .replace(/\s+/gu, ' ')
      .replace(/\b(\d{1,2}) ?\+ ?(\d{1,2})(?= ?M\d\d|[ ,]+\d{4})/gu, consecutiveDays)
      .replace(/(M\d\d)[ -]+(\d{1,2}) ?(?:[-–]|U) ?(\d{1,2})[ ,-]+(\d{4})(?!\d)/gu, '$2-$3 $1 $4')
      .replace(/(Q\d) ?[-–] ?(?=D?\d)/gu, '$1 ')
      .replace(/^[\s.,;:/–_-]+(?=\S)|[\s.,;:/–_-]+$/gu, '')
      .replace(/^(0?[1-9]|1[0-2])\/(\d{1,2})-(\d{1,2})\/(\d{4})$/u, '$4/$1/$2-$4/$1/$3')
      // 19. Jh., 1. Hälfte
      .replace(/^(\d{1,2}\.? C(?: [EA])?|D\d{4})[ ,.]+((?:N\d|\d\.?) [HJ]|Q\d)$/u, '$2 $1')
      .replace(/^S2[24] (\d{4}) ?[-–/] ?(\d{2}|\d{4})$/u, seasonOfTwoYears)
      .trim()
  );
}
