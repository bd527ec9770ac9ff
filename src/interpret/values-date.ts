import { formatDay } from '../model/day.ts';
import { interpretDate } from './date-value.ts';
import { eventDate } from './event-date.ts';
import type { Reading, ValueReader, ValueTerms } from './value-reader.ts';

/** The date of gathering that the terms of a record agree on. */
function dateOfTerms(terms: ValueTerms): Reading {
  const values = eventDate.inputs.map((input) => terms[input]?.trim() || null);
  const { output, issues } = eventDate.interpret(values, {});
  const found = output as Reading;
  const edtf = typeof found['eventDate'] === 'string' ? found['eventDate'] : undefined;
  const day = (column: string): string | null => {
    const number = found[column];
    return typeof number === 'number' ? formatDay(number) : null;
  };
  return {
    begin: day('eventDateBegin'),
    end: day('eventDateEnd'),
    edtf: edtf ?? null,
    precision: edtf === undefined ? null : interpretDate(edtf).precision,
    issues: issues.map(({ code }) => code),
  };
}

export const readers: Readonly<Record<string, ValueReader>> = {
  date: { ofText: (text) => ({ ...interpretDate(text) }), ofTerms: dateOfTerms },
};
