import type { Span } from '../model/span.ts';

/** How much of a date is known: a single day, month, …; `span` for ranges and for several dates. */
export type DatePrecision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'span';

/**
 * What was done to read a date, beside reading it. `order-inferred`: the dataset's other dates settled the order of day and
 * month. `old-style`: a day of the Julian calendar, or of a year that began in March. `northern-season`: no hemisphere is known.
 * `century-inferred`: the dataset's other dates settled the century of a year of two digits.
 * `life`: the words are about a birth or a death. `patent`: about a patent or registration. `corrected`: the name of the month was misspelt by one letter.
 */
export type DateNote =
  | 'order-inferred'
  | 'century-inferred'
  | 'old-style'
  | 'northern-season'
  | 'life'
  | 'patent'
  | 'corrected';

/** `none`: the text says that there is no date. `date`: its days and EDTF. `unread`: it was not understood, and why. */
export type DateReading =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'date';
      /** Both ends inclusive; open ends reach to EARLIEST_DAY and LATEST_DAY. */
      readonly span: Span;
      /** ISO 8601-2, levels 1 and 2, with the same bounds as the span (seasons as northern ones, generously). */
      readonly edtf: string;
      readonly precision: DatePrecision;
      readonly problem?: 'ambiguous';
      readonly notes?: readonly DateNote[];
    }
  | { readonly kind: 'unread'; readonly problem: 'reversed' | 'unreadable' | 'short-year' };

export interface DateOptions {
  /** The order of day and month where both are numbers and could be exchanged, as somebody states it. */
  readonly dayMonthOrder?: 'dmy' | 'mdy';
  /** The same as the dataset's dates that cannot be read in two ways settle it: used last, and noted. */
  readonly inferredDayMonthOrder?: 'dmy' | 'mdy';
  /** The first and last year of the dataset's dates, where they are less than a hundred years apart: the year of two digits that lies among them is read, and noted. */
  readonly inferredYears?: readonly [first: number, last: number];
  /** BCP 47 tag; most languages have one order. */
  readonly language?: string;
  /** Where the seasons are those of. Unknown: northern ones are read, and noted. */
  readonly hemisphere?: 'north' | 'south';
  /** The year that another field gives: it completes one of two digits. */
  readonly year?: number;
  /** Whether 1909-10 may be 1909 to 1910 as well as October 1909; the years are then read, and flagged. */
  readonly yearsInShort?: boolean;
}
