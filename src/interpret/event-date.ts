import { dateOfDay, dayNumber, yearOfDay } from '../model/day.ts';
import type { Issue } from '../model/issue.ts';
import type { Span } from '../model/span.ts';
import type { IssueCode } from '../vocabulary/issues.ts';
import { readDate } from './date.ts';
import type { DateOptions, DateReading } from './date-reading.ts';
import { isUnlikely, noteIssues, spanColumns, spanTypes, UNREAD_ISSUES } from './date-columns.ts';
import { formatPeriod, pointOf, single, spanOf, type Period } from './edtf.ts';
import type { Interpreter } from './interpreter.ts';

const EARLIEST_LIKELY_YEAR = 1600;

/** Labels also bear dates of what was done with the object later. */
const LATER_EVENT =
  /\b(?:purchased|bought|received|acquired|acc(?:essioned|\.)|donated|exhibited|published|printed|det(?:ermined|\.))/iu;

type ReadDate = Extract<DateReading, { kind: 'date' }>;

/** The date of gathering, from all the terms in which Darwin Core keeps it. */
export const eventDate: Interpreter = {
  name: 'event-date',
  version: 4,
  target: 'record',
  inputs: ['eventDate', 'year', 'month', 'day', 'verbatimEventDate', 'startDayOfYear', 'endDayOfYear'],
  outputs: { ...spanTypes('eventDate'), eventDateBasis: 'VARCHAR', year: 'DOUBLE', month: 'DOUBLE', day: 'DOUBLE' },
  interpret(
    [written = null, year = null, month = null, day = null, verbatim = null, first = null, last = null],
    context,
  ) {
    const issues: Issue[] = [];
    const add = (code: IssueCode, term: string, detail: string): void => {
      if (!issues.some((issue) => issue.code === code)) issues.push({ code, term, detail: detail.slice(0, 200) });
    };
    const fields = readFields({ year, month, day });
    const years = fields.date === undefined ? {} : yearOf(fields.date.span);
    const main = read(written, { ...context, ...years });
    if (fields.invalid !== undefined) add('RECORDED_DATE_INVALID', fields.invalid.term, fields.invalid.value);
    const days = readDaysOfYear(year, first, last);
    const parts = narrowest(fields.date, days) ?? dayOfAmbiguous(main, first);
    const label: DateReading =
      verbatim !== null && LATER_EVENT.test(verbatim)
        ? { kind: 'unread', problem: 'unreadable' }
        : read(verbatim, { ...context, ...years, ...(main.kind === 'date' ? yearOf(main.span) : {}) });

    if (written !== null && main.kind === 'unread') add(UNREAD_ISSUES[main.problem], 'eventDate', written);
    let chosen: ReadDate | undefined = main.kind === 'date' ? main : undefined;
    if (chosen !== undefined && parts !== undefined) {
      if (!overlap(chosen.span, parts.span)) {
        add(
          'RECORDED_DATE_MISMATCH',
          'eventDate',
          `${written ?? ''} ≠ ${[year, month, day].filter(Boolean).join('-')}`,
        );
        if (chosen.problem === 'ambiguous') chosen = parts;
      } else if (isNarrower(parts.span, chosen)) chosen = parts;
    }
    chosen ??= parts;
    if (verbatim !== null && label.kind === 'date') {
      if (chosen === undefined) {
        chosen = label;
        add('EVENT_DATE_FROM_VERBATIM', 'verbatimEventDate', verbatim);
      } else if (label.problem === undefined && !overlap(chosen.span, label.span))
        add('RECORDED_DATE_MISMATCH', 'verbatimEventDate', `${chosen.edtf} ≠ ${verbatim}`);
      else if (chosen.problem === 'ambiguous' && label.problem === undefined) chosen = label;
    } else if (verbatim !== null && chosen === undefined && written === null && label.kind === 'unread')
      add(label.problem === 'short-year' ? 'DATE_YEAR_SHORT' : 'RECORDED_DATE_INVALID', 'verbatimEventDate', verbatim);
    if (chosen !== undefined && days !== undefined && !overlap(chosen.span, days.span))
      add('RECORDED_DATE_MISMATCH', 'startDayOfYear', `${chosen.edtf} ≠ ${days.edtf}`);

    if (chosen === undefined) return { output: {}, issues };
    if (chosen.problem === 'ambiguous') add('EVENT_DATE_AMBIGUOUS', 'eventDate', written ?? verbatim ?? '');
    for (const code of noteIssues(chosen.notes))
      add(code, chosen === label ? 'verbatimEventDate' : 'eventDate', chosen.edtf);
    if (isUnlikely(chosen.span, EARLIEST_LIKELY_YEAR)) add('RECORDED_DATE_UNLIKELY', 'eventDate', chosen.edtf);
    return {
      output: { ...spanColumns('eventDate', chosen), eventDateBasis: 'recorded', ...agreedFields(chosen.span) },
      issues,
    };
  },
};

function read(text: string | null, context: DateOptions): DateReading {
  return text === null ? { kind: 'none' } : readDate(text, context);
}

/** The year in which the whole span lies: it completes a year of two digits. */
function yearOf({ begin, end }: Span): { readonly year?: number } {
  const year = yearOfDay(begin);
  return year === yearOfDay(end) ? { year } : {};
}

/** The days of the year where they lie within a year or month that is all that the fields give. */
function narrowest(fields: ReadDate | undefined, days: ReadDate | undefined): ReadDate | undefined {
  if (fields === undefined || days === undefined) return fields ?? days;
  return isNarrower(days.span, fields) ? days : fields;
}

function overlap(one: Span, other: Span): boolean {
  return one.begin <= other.end && other.begin <= one.end;
}

/** Whether year, month and day say more than a date that is no range of its own. */
function isNarrower(parts: Span, { span, precision, problem }: ReadDate): boolean {
  if (problem === undefined && precision === 'span') return false;
  return parts.begin >= span.begin && parts.end <= span.end && parts.end - parts.begin < span.end - span.begin;
}

function dateOf(period: Period, precision: ReadDate['precision']): ReadDate {
  return { kind: 'date', span: spanOf(period), edtf: formatPeriod(period), precision };
}

interface FieldsReading {
  readonly date?: ReadDate;
  readonly invalid?: { readonly term: string; readonly value: string };
}

interface WrittenFields {
  readonly year: string | null;
  readonly month: string | null;
  readonly day: string | null;
}

/** Zeros stand for what is not known. A month may be a word; what can't be is flagged, and what stands before it is used. */
function readFields(written: WrittenFields): FieldsReading {
  if (written.year === null || /^0+(?:\.0)?$/u.test(written.year)) return {};
  const year = wholeNumber(written.year);
  if (year === undefined) {
    const reading = readDate(written.year);
    if (reading.kind === 'date') return { date: reading };
    return reading.kind === 'none' ? {} : { invalid: { term: 'year', value: written.year } };
  }
  const alone = pointOf(year);
  if (year < 1 || year > 9999 || alone === undefined) return { invalid: { term: 'year', value: written.year } };
  const yearOnly = dateOf(single(alone), 'year');
  const month = monthNumber(written.month);
  if (month === 0) return { date: yearOnly };
  const ofMonth = month === undefined ? undefined : pointOf(year, month);
  if (month === undefined || month > 12 || ofMonth === undefined)
    return { date: yearOnly, invalid: { term: 'month', value: written.month ?? '' } };
  const monthOnly = dateOf(single(ofMonth), 'month');
  const day = written.day === null ? 0 : wholeNumber(written.day);
  if (day === 0) return { date: monthOnly };
  const ofDay = day === undefined ? undefined : pointOf(year, month, day);
  if (ofDay === undefined) return { date: monthOnly, invalid: { term: 'day', value: written.day ?? '' } };
  return { date: dateOf(single(ofDay), 'day') };
}

function wholeNumber(text: string): number | undefined {
  const digits = /^(\d{1,4})(?:\.0+)?$/u.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** 0: not given. */
function monthNumber(text: string | null): number | undefined {
  if (text === null) return 0;
  const number = wholeNumber(text);
  if (number !== undefined) return number;
  const reading = readDate(`${text} 2000`);
  if (reading.kind !== 'date' || reading.precision !== 'month') return reading.kind === 'date' ? undefined : 0;
  return dateOfDay(reading.span.begin).month;
}

function readDaysOfYear(year: string | null, first: string | null, last: string | null): ReadDate | undefined {
  const number = year === null ? undefined : wholeNumber(year);
  const begin = first === null ? undefined : wholeNumber(first);
  if (number === undefined || number < 1 || begin === undefined || begin < 1 || begin > 366) return undefined;
  const end = (last === null ? undefined : wholeNumber(last)) ?? begin;
  if (end < begin || end > 366) return undefined;
  const [lower, upper] = [begin, end].map((dayOfYear) => {
    const { year: y, month, day } = dateOfDay(dayNumber(number, 1, dayOfYear));
    return pointOf(y, month, day);
  });
  return begin === end && lower !== undefined
    ? dateOf(single(lower), 'day')
    : dateOf({ kind: 'range', lower, upper }, 'span');
}

/** Where day and month can be exchanged, the day of the year says which of the two days is meant. */
function dayOfAmbiguous(reading: DateReading, dayOfYear: string | null): ReadDate | undefined {
  if (reading.kind !== 'date' || reading.problem !== 'ambiguous') return undefined;
  const day = readDaysOfYear(String(yearOfDay(reading.span.begin)), dayOfYear, null);
  return day?.span.begin === reading.span.begin || day?.span.begin === reading.span.end ? day : undefined;
}

/** Year, month and day where both ends of the span agree. */
function agreedFields({ begin, end }: Span): {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
} {
  const year = yearOfDay(begin);
  if (year !== yearOfDay(end)) return {};
  const { month, day } = dateOfDay(begin);
  if (month !== dateOfDay(end).month) return { year };
  return begin === end ? { year, month, day } : { year, month };
}
