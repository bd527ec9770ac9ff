import { formatDay } from '../model/day.ts';
import { readDate } from './date.ts';
import type { DatePrecision, DateReading } from './date-reading.ts';
import { EARLIEST_DAY, LATEST_DAY } from './edtf.ts';
import type { InterpretContext } from './interpreter.ts';
import type { IssueCode } from '../vocabulary/issues.ts';
export interface DateValue {
  readonly begin: string | null;
  readonly end: string | null;
  readonly edtf: string | null;
  readonly precision: DatePrecision | null;
  readonly issues: readonly IssueCode[];
}
export function interpretDate(text: string, context: InterpretContext = {}): DateValue {
  const r: DateReading = readDate(text, context);
  if (r.kind !== 'date')
    return {
      begin: null,
      end: null,
      edtf: null,
      precision: null,
      issues: r.kind === 'none' ? [] : [r.problem === 'reversed' ? 'EVENT_DATE_REVERSED' : 'RECORDED_DATE_INVALID'],
    };
  const { span } = r;
  return {
    begin: span.begin === EARLIEST_DAY ? null : formatDay(span.begin),
    end: span.end === LATEST_DAY ? null : formatDay(span.end),
    edtf: r.edtf,
    precision: r.precision,
    issues: r.problem ? ['EVENT_DATE_AMBIGUOUS'] : [],
  };
}
