import type { Issue } from '../model/issue.ts';

/** What an interpreter may know about the dataset beside the values themselves. Part of the cache key, so keep it small. */
export interface InterpretContext {
  /** The order of day and month in ambiguous dates, where the dataset's profile states it. */
  readonly dayMonthOrder?: 'dmy' | 'mdy';
  /** The same where the dataset's own dates settle it (`inferDayMonthOrder`); dates that are read by it are flagged. */
  readonly inferredDayMonthOrder?: 'dmy' | 'mdy';
  /** The first and last year of its dates, where they settle the century of years of two digits (`inferYears`). */
  readonly inferredYears?: readonly [first: number, last: number];
  /** Where the dataset's seasons are those of. */
  readonly hemisphere?: 'north' | 'south';
  /** BCP 47 tag of the dataset's language. */
  readonly language?: string;
  /** The dataset's licence, as an identifier from LICENCES. */
  readonly license?: string;
  /** The kind that the profile gives to all records. */
  readonly kind?: string;
}

/**
 * Reads one tuple of verbatim values. Pure: no I/O, no clock, no state; never throws, whatever the input.
 * It is called once per distinct tuple, in a worker thread, and its result is joined back in DuckDB.
 */
export interface Interpreter<Output extends object = object> {
  readonly name: string;
  /** Raised whenever the same input may give another output: cached results of other versions are not used. */
  readonly version: number;
  /** `record`, or the child table whose verbatim rows it reads. */
  readonly target: 'record' | 'identification' | 'media' | 'measurement' | 'relation';
  /** The terms that it reads, in the order in which `interpret` gets their values. */
  readonly inputs: readonly string[];
  /**
   * Inputs that matter only where another one matches a pattern (RE2, over small letters): elsewhere they are null, so that they
   * do not multiply the tuples.
   */
  readonly onlyWhere?: { readonly inputs: readonly string[]; readonly term: string; readonly pattern: string };
  /** For a column that rests on fewer than all inputs: these. A column is withheld with whatever it rests on. */
  readonly restsOn?: Readonly<Record<string, readonly string[]>>;
  /** The columns that it fills, with their DuckDB types. A column that is absent from the output is NULL. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Values are as written, trimmed; null where empty or absent. */
  interpret(values: readonly (string | null)[], context: InterpretContext): Interpreted<Output>;
}

export interface Interpreted<Output extends object> {
  readonly output: Output;
  readonly issues: readonly Issue[];
}
