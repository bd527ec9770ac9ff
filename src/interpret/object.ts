import type { Interpreter } from './interpreter.ts';
import { splitList } from './value-list.ts';

const BAR = /\s*\|\s*/u;
const BAR_OR_SEMICOLON = /\s*[|;]\s*/u;

interface ListColumn {
  readonly name: string;
  readonly column: string;
  /** The first that has a value is read. */
  readonly terms: readonly string[];
  readonly separator: RegExp;
}

/** An interpreter that splits a list into a column of many values. */
function listInterpreter({ name, column, terms, separator }: ListColumn): Interpreter {
  return {
    name,
    version: 1,
    target: 'record',
    inputs: terms,
    outputs: { [column]: 'VARCHAR[]' },
    interpret(values) {
      const text = values.find((value) => value !== null && value !== undefined);
      const list = text === undefined || text === null ? [] : splitList(text, separator);
      return { output: list.length === 0 ? {} : { [column]: list }, issues: [] };
    },
  };
}

export const LIST_INTERPRETERS: readonly Interpreter[] = [
  listInterpreter({
    name: 'object-types',
    column: 'objectType',
    terms: ['objectType', 'materialEntityType'],
    separator: BAR_OR_SEMICOLON,
  }),
  listInterpreter({ name: 'subjects', column: 'subject', terms: ['subject', 'tag'], separator: BAR_OR_SEMICOLON }),
  listInterpreter({
    name: 'preparations',
    column: 'preparations',
    terms: ['preparations'],
    separator: BAR_OR_SEMICOLON,
  }),
  listInterpreter({
    name: 'other-numbers',
    column: 'otherCatalogNumbers',
    terms: ['otherCatalogNumbers'],
    separator: BAR_OR_SEMICOLON,
  }),
  listInterpreter({ name: 'expeditions', column: 'expedition', terms: ['expedition', 'projectTitle'], separator: BAR }),
  listInterpreter({
    name: 'subject-places',
    column: 'subjectPlace',
    terms: ['subjectPlace'],
    separator: BAR_OR_SEMICOLON,
  }),
];

/** A name's authors, unless the name ends in them already. */
function withAuthors(name: string, authorship: string | null | undefined): string {
  return authorship === null || authorship === undefined || name.toLowerCase().includes(authorship.toLowerCase())
    ? name
    : `${name} ${authorship}`;
}

interface TitleColumn {
  readonly title?: string;
}

/** What a record is called: its title, else its name, else what it is. FALLBACK adds its number where all are absent. */
export const title: Interpreter<TitleColumn> = {
  name: 'title',
  version: 1,
  target: 'record',
  inputs: [
    'title',
    'scientificName',
    'scientificNameAuthorship',
    'genus',
    'specificEpithet',
    'objectType',
    'vernacularName',
  ],
  outputs: { title: 'VARCHAR' },
  interpret([written, name, authorship, genus, epithet, objectType, vernacular]) {
    const composed =
      genus === null || genus === undefined ? undefined : [genus, epithet].filter((part) => part !== null).join(' ');
    const named = name ?? composed;
    const shown =
      written ??
      (named === undefined
        ? (splitList(objectType ?? '', BAR_OR_SEMICOLON)[0] ?? vernacular)
        : withAuthors(named, authorship));
    return {
      output: shown === null || shown === undefined || shown === '' ? {} : { title: shown.replace(/\s+/gu, ' ') },
      issues: [],
    };
  },
};
