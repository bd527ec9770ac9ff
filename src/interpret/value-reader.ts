import type { Issue } from '../model/issue.ts';
import type { Interpreter } from './interpreter.ts';

/** The terms of a record, by their local names, as written. */
export type ValueTerms = Readonly<Record<string, string>>;

export type Reading = Readonly<Record<string, unknown>>;

/** Reads one value, alone or out of a record. Every answer has every key; null stands where there is no value. */
export interface ValueReader {
  readonly ofText: (text: string) => Reading;
  readonly ofTerms: (terms: ValueTerms) => Reading;
}

interface Pick {
  readonly interpreter: Interpreter;
  /** The term that a value alone stands in. */
  readonly term: string;
  /** The columns of the answer; `[]` after a name: a list, empty where there is none. */
  readonly columns: readonly string[];
  /** Only issues that begin so; absent: all. */
  readonly issues?: RegExp;
}

/** The answer of an interpreter of the import, with these of its columns. */
export function picked({ interpreter, term, columns, issues: wanted }: Pick): ValueReader {
  const ofTerms = (terms: ValueTerms): Reading => {
    const values = interpreter.inputs.map((input) => terms[input]?.trim() || null);
    const { output, issues } = interpreter.interpret(values, {});
    const found = output as Reading;
    return {
      ...Object.fromEntries(
        columns.map((column) => {
          const name = column.replace('[]', '');
          return [name, found[name] ?? (column === name ? null : [])];
        }),
      ),
      issues: issues.flatMap(({ code }) => (wanted?.test(code) === false ? [] : [code])),
    };
  };
  return { ofTerms, ofText: (text) => ofTerms({ [term]: text }) };
}

/** A reader of one text; of a record, it reads the first of these terms that is there. */
export function ofOne(terms: readonly string[], ofText: (text: string) => Reading): ValueReader {
  return { ofText, ofTerms: (record) => ofText(terms.map((term) => record[term]).find(Boolean) ?? '') };
}

/** Issues as their codes: the answer stands beside its own input. */
export function withCodes({ issues, ...reading }: { readonly issues: readonly Issue[] }): Reading {
  return { ...reading, issues: issues.map(({ code }) => code) };
}
