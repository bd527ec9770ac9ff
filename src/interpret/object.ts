import { childRowsType } from './child-rows.ts';
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

interface IdentifierRelation {
  readonly type: string;
  readonly target: string;
}

const RELATION_TERMS: readonly (readonly [term: string, type: string])[] = [
  ['isPartOf', 'part of'],
  ['hasPart', 'has part'],
  ['derivedFrom', 'derived from'],
  ['associatedOccurrences', 'related'],
  ['relatedTo', 'related'],
  ['associatedOrganisms', 'same organism'],
];

/** "(parasite of) http://…" and "sibling of: MVZ:Mamm:1": a relation in words before its target. */
function readRelation(text: string, type: string): IdentifierRelation {
  const worded = /^\(?([\p{L} -]{3,40}?)\)?\s*:\s+(\S.*)$|^\(([\p{L} -]{3,40})\)\s*(\S.*)$/u.exec(text);
  const [, before, target, bracketed, other] = worded ?? [];
  return { type: before?.toLowerCase() ?? bracketed?.toLowerCase() ?? type, target: target ?? other ?? text };
}

/** Relations that stand in the record's own columns, and the whole to which it belongs. */
export const relations: Interpreter = {
  name: 'relations',
  version: 1,
  target: 'record',
  inputs: RELATION_TERMS.map(([term]) => term),
  outputs: { isPartOf: 'VARCHAR', relationRows: childRowsType('relation') },
  interpret(values) {
    const rows = RELATION_TERMS.flatMap(([, type], index) =>
      splitList(values[index] ?? '', /\s*\|\s*|\s*;\s+|\n/u).map((item) => readRelation(item, type)),
    );
    const whole = rows.find(({ type }) => type === 'part of');
    return {
      output: {
        ...(whole === undefined ? {} : { isPartOf: whole.target }),
        ...(rows.length === 0 ? {} : { relationRows: rows }),
      },
      issues: [],
    };
  },
};
