import { isCalendarDay } from '../model/day.ts';
import { readDate } from '../interpret/date.ts';
import { parseIsoDate } from './iso-date.ts';
import { remembered } from './remembered.ts';
import { trimmed } from './terms.ts';

const PLAIN = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u;
const DECADE = /^(\d{3})X$/u;
/** "1880-5" may be a month or the years to 1885. */
const YEAR_AND_DIGITS = /^\d{4}[-/](?:0?[1-9]|1[0-2])$/u;

/** The date that a text means for certain, as ISO 8601-1 writes it; undefined where it is doubtful, approximate, open or none. */
export const unambiguousDate = remembered((text: string): string | undefined => {
  const written = trimmed(text);
  if (parseIsoDate(written) !== undefined) return written;
  if (YEAR_AND_DIGITS.test(written)) return undefined;
  const swapped = yearDayMonth(written);
  if (swapped !== undefined) return swapped;
  const reading = readDate(written);
  if (reading.kind !== 'date' || reading.problem !== undefined) return undefined;
  if (reading.notes?.some((note) => note !== 'corrected') === true) return undefined;
  const decade = DECADE.exec(reading.edtf)?.[1];
  if (decade !== undefined) return `${decade}0/${decade}9`;
  return reading.edtf.split('/').every((part) => PLAIN.test(part)) ? reading.edtf : undefined;
});

/** `2021-28-10`: nothing but a day can stand in the middle. */
function yearDayMonth(text: string): string | undefined {
  const [, year, day, month] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(text) ?? [];
  if (year === undefined || Number(day) <= 12) return undefined;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return isCalendarDay(date) ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : undefined;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** The month, 1 to 12, that a number, a Roman numeral, a name or an abbreviation means. */
export function unambiguousMonth(text: string): number | undefined {
  const written = trimmed(text).toLowerCase();
  const number = /^(\d{1,2})(?:\.0*)?$/u.exec(written)?.[1];
  if (number !== undefined) return Number(number) >= 1 && Number(number) <= 12 ? Number(number) : undefined;
  const roman = ROMAN.indexOf(written.replace(/\.$/u, ''));
  // A small letter alone may be a mark that there is no value.
  if (roman >= 0) return /^[ivx]\.?$/u.test(trimmed(text)) ? undefined : roman + 1;
  if (!/^[\p{L}\p{M}]{3,}\.?$/u.test(written)) return undefined;
  const reading = readDate(`${written} 2001`);
  const month = reading.kind === 'date' ? /^2001-(0[1-9]|1[0-2])$/u.exec(reading.edtf)?.[1] : undefined;
  return month === undefined ? undefined : Number(month);
}
