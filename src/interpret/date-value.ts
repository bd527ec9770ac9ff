import { formatDay, yearOfDay } from '../model/day.ts';
import type { IssueCode } from '../vocabulary/issues.ts';
import { LATEST_LIKELY_YEAR, noteIssues, UNREAD_ISSUES } from './date-columns.ts';
import type { DatePrecision } from './date-reading.ts';
import { readDate } from './date.ts';
import { EARLIEST_DAY, LATEST_DAY } from './edtf.ts';
import type { InterpretContext } from './interpreter.ts';

/** One written date by itself. */
export interface DateValue {
  /** The first day, in ISO 8601; null where there is no date, or none before which it lies not. */
  readonly begin: string | null;
  /** The last day. */
  readonly end: string | null;
  readonly edtf: string | null;
  readonly precision: DatePrecision | null;
  readonly issues: readonly IssueCode[];
}

/**
 * Reads one written date without a record around it: `ca. 1880–90` begins on 1880-01-01 and ends on 1890-12-31. A text that
 * says that there is no date ("s.d.") has no issues; one that cannot be read surely has no days, and an issue that tells why.
 */
export function interpretDate(text: string, context: InterpretContext = {}): DateValue {
  const reading = readDate(text, context);
  if (reading.kind !== 'date') {
    const issues = reading.kind === 'none' ? [] : [UNREAD_ISSUES[reading.problem]];
    return { begin: null, end: null, edtf: null, precision: null, issues };
  }
  const { span, edtf, precision, problem, notes } = reading;
  const issues = [...noteIssues(notes)];
  if (problem === 'ambiguous') issues.unshift('EVENT_DATE_AMBIGUOUS');
  if (span.begin !== EARLIEST_DAY && yearOfDay(span.begin) > LATEST_LIKELY_YEAR) issues.push('RECORDED_DATE_UNLIKELY');
  return {
    begin: span.begin === EARLIEST_DAY ? null : formatDay(span.begin),
    end: span.end === LATEST_DAY ? null : formatDay(span.end),
    edtf,
    precision,
    issues,
  };
}
