import type { IssueCode } from '../vocabulary/issues.ts';
import { isUnlikely, noteIssues, productionNoteIssues, spanColumns, spanTypes } from './date-columns.ts';
import { readDate } from './date.ts';
import type { Interpreter } from './interpreter.ts';

interface DateColumn {
  readonly name: string;
  readonly target: 'record' | 'identification';
  readonly column: string;
  /** The first that has a value is read. */
  readonly terms: readonly string[];
  /** Issues are `<prefix>_DATE_INVALID` and so on. */
  readonly issues: 'PRODUCTION' | 'ACQUISITION' | 'IDENTIFIED';
  readonly earliestYear: number;
  readonly yearsInShort?: boolean;
}

/** An interpreter of a date that stands in one term. */
function dateInterpreter({
  name,
  target,
  column,
  terms,
  issues: prefix,
  earliestYear,
  yearsInShort = false,
}: DateColumn): Interpreter {
  const hasBasis = target === 'record';
  return {
    name,
    version: 4,
    target,
    inputs: terms,
    outputs: { ...spanTypes(column), ...(hasBasis ? { [`${column}Basis`]: 'VARCHAR' } : {}) },
    interpret(values, context) {
      const index = values.findIndex((value) => value !== null);
      const text = values[index] ?? null;
      if (text === null) return { output: {}, issues: [] };
      const issue = (code: IssueCode): { code: IssueCode; term: string; detail: string } => ({
        code,
        term: terms[index] ?? column,
        detail: text.slice(0, 200),
      });
      const reading = readDate(text, { ...context, yearsInShort });
      if (reading.kind === 'none') return { output: {}, issues: [] };
      if (reading.kind === 'unread')
        return {
          output: {},
          issues: [
            issue(
              reading.problem === 'short-year'
                ? 'DATE_YEAR_SHORT'
                : reading.problem === 'reversed'
                  ? `${prefix}_DATE_REVERSED`
                  : `${prefix}_DATE_INVALID`,
            ),
          ],
        };
      return {
        output: { ...spanColumns(column, reading), ...(hasBasis ? { [`${column}Basis`]: 'recorded' } : {}) },
        issues: [
          ...(reading.problem === undefined ? [] : [issue(`${prefix}_DATE_AMBIGUOUS`)]),
          ...(prefix === 'PRODUCTION' ? productionNoteIssues(reading.notes) : noteIssues(reading.notes)).map(issue),
          ...(isUnlikely(reading.span, earliestYear) ? [issue(`${prefix}_DATE_UNLIKELY`)] : []),
        ],
      };
    },
  };
}

/** Before this year nobody named species, let alone said where on a grid they had been found. */
const EARLIEST_GEOREFERENCE = 1700;

/** Whether the date of georeferencing can be true. It fills no column. */
export const georeferencedDate: Interpreter = {
  name: 'georeferenced-date',
  version: 3,
  target: 'record',
  inputs: ['georeferencedDate'],
  outputs: {},
  interpret([text = null], context) {
    const reading = text === null ? undefined : readDate(text, context);
    if (text === null || reading === undefined || reading.kind === 'none') return { output: {}, issues: [] };
    const code =
      reading.kind === 'unread'
        ? 'GEOREFERENCED_DATE_INVALID'
        : isUnlikely(reading.span, EARLIEST_GEOREFERENCE)
          ? 'GEOREFERENCED_DATE_UNLIKELY'
          : undefined;
    return {
      output: {},
      issues: code === undefined ? [] : [{ code, term: 'georeferencedDate', detail: text.slice(0, 200) }],
    };
  },
};

/** Objects may be of any age. */
const ANY_YEAR = -9999;

export const productionDate = dateInterpreter({
  name: 'production-date',
  target: 'record',
  column: 'productionDate',
  terms: ['productionDate', 'temporal'],
  issues: 'PRODUCTION',
  yearsInShort: true,
  earliestYear: ANY_YEAR,
});

export const acquisitionDate = dateInterpreter({
  name: 'acquisition-date',
  target: 'record',
  column: 'acquisitionDate',
  terms: ['acquisitionDate'],
  issues: 'ACQUISITION',
  earliestYear: ANY_YEAR,
});

const IDENTIFICATION = {
  name: 'identification-date',
  column: 'dateIdentified',
  terms: ['dateIdentified'],
  issues: 'IDENTIFIED',
  earliestYear: 1700,
} as const;

/** The date of the record's own identification. */
export const identificationDate = dateInterpreter({ ...IDENTIFICATION, target: 'record' });

/** The same in the history of identifications. */
export const identificationHistoryDate = dateInterpreter({ ...IDENTIFICATION, target: 'identification' });
