import { dateOfDay, dayNumber, daysInMonth, formatDay } from '../model/day.ts';
import type { Span } from '../model/span.ts';
import type { Random } from './random.ts';

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const LONGEST_INTERVAL = 20;

/** A date as a record writes it, and which days are meant by what is written. */
export interface WrittenDate {
  readonly eventDate: string;
  readonly verbatimEventDate: string;
  readonly span: Span;
}

/** Writes a day in one of the forms that labels have; the less precise ones mean a month, a year, or about a year. */
export function writeDate(random: Random, year: number): WrittenDate {
  const month = random.between(1, 12);
  const day = random.between(1, daysInMonth(year, month));
  const number = dayNumber(year, month, day);
  const exact = { begin: number, end: number };
  const ofMonth = { begin: dayNumber(year, month, 1), end: dayNumber(year, month, daysInMonth(year, month)) };
  const ofYear = { begin: dayNumber(year, 1, 1), end: dayNumber(year, 12, 31) };
  const form = random.unit();
  const iso = formatDay(number);
  if (form < 0.62) return { eventDate: iso, verbatimEventDate: '', span: exact };
  if (form < 0.7) return { eventDate: iso.slice(0, 7), verbatimEventDate: '', span: ofMonth };
  if (form < 0.78) return { eventDate: iso.slice(0, 4), verbatimEventDate: '', span: ofYear };
  if (form < 0.83) {
    const end = number + random.between(1, LONGEST_INTERVAL);
    return { eventDate: `${iso}/${formatDay(end)}`, verbatimEventDate: '', span: { begin: number, end } };
  }
  if (form < 0.89) return verbatim(`${day}.${ROMAN[month - 1]}.${year}`, exact);
  if (form < 0.93) return verbatim(`${day} ${MONTHS[month - 1]} ${year}`, exact);
  if (form < 0.97) return verbatim(`${MONTHS[month - 1]} ${year}`, ofMonth);
  return verbatim(`${MONTHS[month - 1]!.slice(0, 3)} ${day}, ${year}`, exact);
}

function verbatim(verbatimEventDate: string, span: Span): WrittenDate {
  return { eventDate: '', verbatimEventDate, span };
}

/** What cannot be read as a date, or not as a likely one, with the issue that must say so. */
export function spoilDate(random: Random, { begin }: Span): { readonly text: string; readonly issue: string } {
  const { year } = dateOfDay(begin);
  switch (random.below(3)) {
    case 0:
      return { text: `${year}-02-31`, issue: 'RECORDED_DATE_INVALID' };
    case 1:
      return { text: `${year + 900}-01-15`, issue: 'RECORDED_DATE_UNLIKELY' };
    default:
      return { text: `${year}-09-30/${year}-04-01`, issue: 'EVENT_DATE_REVERSED' };
  }
}
