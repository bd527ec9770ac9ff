import { DATE_WORDS } from '../vocabulary/date-words.ts';
import { romanNumber } from './date-numeral.ts';
import { MASKS, PHRASES, replacePhrases, SIGNS, TIMES } from './date-phrases.ts';

/** Longer texts are stories, not dates. */
export const LONGEST = 120;

/** Something of a date stands for what is not known: 188_, 18--, ?? May 1850. */
const MASKED = /[_*xu?]|[-–.]{2}|\d-(?!\d)/u;
const LETTER = /\p{L}/u;
/** Nothing to fold. */
const PLAIN = /^[ -[\]-~]*$/u;
const HANGUL = /\p{Script=Hangul}/u;

/** Roman months stand beside digits: 18.vii.1997, 1996-v-30, iv.1989. */
const ROMAN_MONTHS: readonly string[] = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const ROMAN_MONTH = /(?<![\p{L}'’])(?:xi{0,2}|ix|iv|vi{0,3}|i{1,3})(?![\p{L}'’])/gu;
/** Roman centuries stand before or after their word: XIXe siècle, s. XVIII, sec. XV. */
const ROMAN_NUMBER =
  /(?<!\p{L})([xvi]+)(?:\s?(?:e|eme|\.|o|º|th))?(?=\s*C\b|\s?[-–/]\s?[xvi]+\s*C\b)|(?<=C\s*(?:[xvi]+\s?[-–/]\s?)?)\b([xvi]+)\b/gu;

/** "5 & 6 May" and "3, 4 & 5 May" are ranges. */
function consecutiveDays(written: string): string {
  const days = written.split(/[,+]/u).map((day) => Number.parseInt(day, 10));
  const isRun = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  return isRun ? `${days[0] ?? ''}-${days.at(-1) ?? ''}` : written;
}

/** "Winter 1977/78" lies over the turn of the year, and so does a southern summer. */
function seasonOfTwoYears(written: string, first: string, last: string): string {
  const next = Number(first) + 1;
  return String(next).endsWith(last) ? `M12 ${first} U M03 ${next}` : written;
}

/** "Dec.–Jan. 1850/51" lies over the turn of the year. */
function monthsOfTwoYears(...[written, from, to, first, last]: readonly string[]): string {
  const next = String(Number(first) + 1);
  return Number(from) > Number(to) && next.endsWith(last ?? '')
    ? `M${from} ${first} U M${to} ${next}`
    : (written ?? '');
}

/**
 * A written date with its words replaced by the codes of date-words, times of day and fillers removed:
 * `c. 5 Mai 1820` becomes `~ 5 M05 1820`. Undefined where a word is unknown.
 */
export function codeDate(text: string): string | undefined {
  let coded = replacePhrases(replacePhrases(fold(text), TIMES), SIGNS);
  if (MASKED.test(coded)) coded = replacePhrases(coded, MASKS);
  if (LETTER.test(coded)) {
    const words = codeWords(replacePhrases(coded, PHRASES));
    if (words === undefined) return undefined;
    coded = words;
  }
  return tidy(coded);
}

/** Small letters without accents; one kind of dash and of apostrophe. */
function fold(text: string): string {
  const small = text.toLowerCase();
  if (PLAIN.test(small)) return small;
  const folded = small
    .replace(/[\u{B4}\u{2018}\u{2019}]/gu, "'")
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u{2012}-\u{2015}\u{2212}]/gu, '–')
    .replaceAll('\\', '');
  return HANGUL.test(folded) ? folded.normalize('NFC') : folded;
}

function codeWords(text: string): string | undefined {
  let unknown = false;
  const coded = text
    // 1830s, 1830's, 1830er, 1830-tal, années 1830
    .replace(/\b(\d\d)(\d0)(?:'?s)?\s?([-–/]|and|or)\s?'?(\d0)'?s\b/gu, ' D$1$2 $3 D$1$4 ')
    .replace(/(?<!\d)(\d{3}0)(?:'?s|-?ties|'?er(?:ne?|\s+jahren?)?|-?tal(?:l?ets?)?)\b/gu, ' D$1 ')
    .replace(/(?<!\d)(\d{1,2}0)'?s(?=\s*(?:bc|ad|ce|bce)\b)/gu, (_, years: string) => ` D${years.padStart(4, '0')} `)
    .replace(/\b(?:annees|anos|anni|jaren|decada de)\s+(\d{3}0)\b/gu, ' D$1 ')
    .replace(/\b1(?:(?:ere|er|re|ro|o)\b|[º°])/gu, '1 ')
    .replace(/\b(\d{1,2})(?:\s?-?\s?)(?:st|nd|rd|th|eme|de|ste)\b(?:-(?=c))?/gu, '$1 ')
    .replace(/\b(\d{1,2})(?:\.|e|er|º|°|ª)?\s*c(?:ent)?\.?(?![\p{L}\d.])/gu, '$1 century ')
    .replace(/\b([xvi]+)(?:e|eme)\b(?!\s*(?:s|c|j))/gu, '$1 siecle ')
    .replace(/\b([xvi]+)(?:e|eme)\b/gu, '$1')
    .replace(/\bs\.\s*(?=[xvi]+\b)/gu, ' siglo ')
    .replace(/\b(\d{1,2})e\b/gu, '$1 ')
    .replace(/(\d)(?=\p{Ll})|(\p{Ll})(?=\d)/gu, '$1$2 ')
    .replace(/(?<![A-Z])\p{Ll}+'?\.?/gu, (written) => {
      const word = written.replace(/['.]+$/u, '');
      if (/^[xvi]+$/u.test(word)) return written;
      const code = DATE_WORDS.get(word) ?? romanYear(word);
      if (code === undefined) unknown = true;
      return ` ${code ?? ''} `;
    });
  if (unknown) return undefined;
  const numbered = coded
    .replace(
      ROMAN_NUMBER,
      (_, before: string | undefined, after: string | undefined) => ` ${romanNumber(before ?? after ?? '')} `,
    )
    .replace(ROMAN_MONTH, (roman) => ` M${String(ROMAN_MONTHS.indexOf(roman) + 1).padStart(2, '0')} `);
  return /\p{Ll}/u.test(numbered) ? undefined : numbered;
}

/** Years of four digits are of our era unless the other end is not: 1830-31 AD. */
function withoutOurEra(coded: string): string {
  return coded.includes('A') && !coded.includes('E') && /\d{4}/u.test(coded)
    ? coded.replace(/(?<!\w)A(?!\w)/gu, ' ')
    : coded;
}

/** MDCCCL, but not "mill". */
function romanYear(word: string): string | undefined {
  if (!/^m(?:cm|d?c{0,3}|cd|m)(?:xc|l?x{0,3}|xl)(?:ix|v?i{0,3}|iv)$/u.test(word) || word.length < 3) return undefined;
  return String(romanNumber(word));
}

function tidy(coded: string): string {
  return (
    withoutOurEra(coded)
      .replace(/["()]|\[|\]|:/gu, ' ')
      .replace(/\s+/gu, ' ')
      .replace(/(?<![\d.])\d{1,2}\.?(?: ?[,+] ?\d{1,2})+(?=[ .]*M\d\d|[ ,]+\d{4})/gu, consecutiveDays)
      .replace(/([MS]\d\d) ?[+|,] ?([MS]\d\d)(?=[ ,]+\d{4})/gu, '$1 U $2')
      .replace(/(M\d\d)[ -]+(\d{1,2}) ?(?:[-–/]|U) ?(\d{1,2})[ ,-]+(\d{4})(?!\d)/gu, '$2-$3 $1 $4')
      // Two days of one year, which stands behind the second only.
      .replace(
        /^ ?(M\d\d \d{1,2}|\d{1,2} M\d\d) ?([+|]) ?(M\d\d \d{1,2}|\d{1,2} M\d\d)[ ,.]+(\d{4})$/u,
        '$1 $4 $2 $3 $4',
      )
      // Two days of one month that do not follow each other.
      .replace(/^ ?(\d{1,2})\.? ?\+ ?(\d{1,2})\.? (M\d\d)[ ,.]+(\d{4})$/u, '$1 $3 $4 + $2 $3 $4')
      .replace(/^ ?(M\d\d) (\d{1,2}) ?\+ ?(\d{1,2})[ ,.]+(\d{4})$/u, '$1 $2 $4 + $1 $3 $4')
      .replace(/(Q\d) ?[-–] ?(?=D?\d)/gu, '$1 ')
      .replace(/^[\s.,;:/–_+-]+(?=\S)|[\s.,;:/–_-]+$/gu, '')
      // The winter of a year began in the year before: that of "autumn to winter 1936" is the next.
      .replace(
        /^(S2[123]) ?[-–/U] ?S24 (\d{4})$/u,
        (_, season: string, year: string) => `${season} ${year} U S24 ${Number(year) + 1}`,
      )
      .replace(/^C (\d{1,2}) ?[-–/] ?(\d{1,2})$/u, '$1 C-$2 C')
      .replace(/^(\d{1,2})([./])(\d{1,2})\.? ?[-–] ?(\d{1,2})\2(\d{1,2})\2(\d{4})$/u, '$1$2$3$2$6-$4$2$5$2$6')
      .replace(/^(0?[1-9]|1[0-2])\/(\d{1,2})-(\d{1,2})\/(\d{4})$/u, '$4/$1/$2-$4/$1/$3')
      // 19. Jh., 1. Hälfte
      .replace(/^(\d{1,2}\.? C(?: [EA])?|D\d{4})[ ,.]+((?:N\d|\d\.?) [HJT]|Q\d)$/u, '$2 $1')
      .replace(/^S2[24] (\d{4}) ?[-–/] ?(\d{2}|\d{4})$/u, seasonOfTwoYears)
      .replace(/^M(\d\d) ?[-–/U] ?M(\d\d) (\d{4}) ?[-–/] ?(\d{2}|\d{4})$/u, monthsOfTwoYears)
      .trim()
  );
}
