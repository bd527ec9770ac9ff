import { yearOfDay } from '../model/day.ts';
import type { Span } from '../model/span.ts';
import type { IssueCode } from '../vocabulary/issues.ts';
import type { DateNote } from './date-reading.ts';
import { EARLIEST_DAY, LATEST_DAY } from './edtf.ts';

/** Dates that begin after this year are flagged as unlikely. Interpreters have no clock: raise it with a year's first release. */
export const LATEST_LIKELY_YEAR = 2026;

/** The issues that tell what was done to read a date. What concerns makers only is not among them. */
const NOTE_ISSUES: Readonly<Record<Exclude<DateNote, 'life' | 'patent'>, IssueCode>> = {
  'order-inferred': 'DATE_ORDER_INFERRED',
  'century-inferred': 'DATE_CENTURY_INFERRED',
  'old-style': 'DATE_OLD_STYLE',
  'northern-season': 'DATE_SEASON_NORTHERN',
  corrected: 'DATE_WORD_CORRECTED',
};

/** The issues of what was done to read a date of gathering, identification and so on. */
export function noteIssues(notes: readonly DateNote[] = []): readonly IssueCode[] {
  return notes.flatMap((note) => (note === 'life' || note === 'patent' ? [] : [NOTE_ISSUES[note]]));
}

/** The same of a date of making, of which words about a life or a patent say something else. */
export function productionNoteIssues(notes: readonly DateNote[] = []): readonly IssueCode[] {
  return notes.map((note) =>
    note === 'life' ? 'PRODUCTION_DATE_OF_LIFE' : note === 'patent' ? 'PRODUCTION_DATE_OF_PATENT' : NOTE_ISSUES[note],
  );
}

/** The issues of a date of gathering that could not be read. */
export const UNREAD_ISSUES = {
  reversed: 'EVENT_DATE_REVERSED',
  unreadable: 'RECORDED_DATE_INVALID',
  'short-year': 'DATE_YEAR_SHORT',
} as const satisfies Readonly<Record<string, IssueCode>>;

/** The columns of a span, without its basis: EDTF and the numbers of its first and last day, NULL where it is open. */
export function spanTypes(column: string): Readonly<Record<string, string>> {
  return { [column]: 'VARCHAR', [`${column}Begin`]: 'INTEGER', [`${column}End`]: 'INTEGER' };
}

export function spanColumns(
  column: string,
  { edtf, span }: { readonly edtf: string; readonly span: Span },
): Readonly<Record<string, string | number>> {
  return {
    [column]: edtf,
    ...(span.begin === EARLIEST_DAY ? {} : { [`${column}Begin`]: span.begin }),
    ...(span.end === LATEST_DAY ? {} : { [`${column}End`]: span.end }),
  };
}

/** Whether a span lies, in part, before the earliest likely year, or wholly after the latest. */
export function isUnlikely({ begin, end }: Span, earliestYear: number): boolean {
  const first = begin === EARLIEST_DAY ? end : begin;
  return yearOfDay(first) < earliestYear || yearOfDay(begin) > LATEST_LIKELY_YEAR;
}
