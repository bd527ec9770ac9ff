import { readPlainDate } from './date-plain.ts';
import type { DateOptions, DateReading } from './date-reading.ts';
import { readWrittenDate } from './date-written.ts';

/**
 * Reads a written date of any usual form: ISO 8601 and EDTF, days, months, years, ranges, seasons, decades, centuries and
 * their parts, dynasties, reigns and eras, about, before, after, perhaps, in several languages. Times of day are passed over.
 * An impossible or reversed date, or one whose century is not said, is not guessed at. Never throws.
 */
export function readDate(text: string, options: DateOptions = {}): DateReading {
  return readPlainDate(text, options) ?? readWrittenDate(text, options);
}
