import type { Issue } from '../model/issue.ts';
import { findTypeStatus } from '../vocabulary/type-status.ts';
import type { Interpreted, Interpreter } from './interpreter.ts';
import { interpretScientificName } from './scientific-name.ts';

interface TypeStatusColumns {
  readonly typeStatus?: readonly string[];
}

/** Statements that the specimen is no type, or that it is something else than a type. They raise no issue. */
const NO_TYPE =
  /^\W*(?:not? (?:an? )?types?|non[\s-]?types?|none|null|n\/?a|no aplica|no disponible|voucher|cited|cités?|cité\(s\)|figured|figurés?|figuré\(s\)|referral|publ(?:ished)?|original|thesis.*|unknown|unspecified|physicalobject|basis of .*)?\W*(?:(?:voucher|cited|referral|figured)\b.*)?\W*$/iu;
const UNCERTAIN = /\b(?:possible|possibly|probable|probably|potential|presumed|suspected|unknown|uncertain)\b|\?/iu;

/** One status that a specimen has, with the name whose type it is. */
export interface TypeDesignation {
  readonly typeStatus: string;
  /** As written, with its authors; null where the text names none. */
  readonly typifiedName: string | null;
}

export interface InterpretedTypeStatus {
  readonly designations: readonly TypeDesignation[];
  readonly issues: readonly Issue[];
}

interface ReadStatus {
  readonly status: string | undefined;
  readonly uncertain: boolean;
  readonly name: string | null;
}

/** No status is longer. */
const LONGEST_STATUS = 60;
/** Words of names are many: only those that may mean a status are looked up. */
const MAY_BE_STATUS = /t[yi]p|^\W*(?:holo|iso|lecto|para|syn|[hilnps]t)\W*$/iu;

function statusOf(text: string): string | undefined {
  return text.length <= LONGEST_STATUS ? findTypeStatus(text) : undefined;
}

/** The status in one statement: "Holotype of Aus bus Smith, 1900", "paratype(s)", "lecto-allotype", "Isótipo". */
function readStatus(statement: string): ReadStatus {
  const plain = statement.replace(/<[^<>]*>/gu, ' ');
  const words = plain.split(/[\s,:;/[\]]+/u).filter((word) => word !== '');
  const status =
    statusOf(plain) ?? firstStatus(words) ?? (/\btype\b/iu.test(plain) && words.length < 4 ? 'type' : undefined);
  return { status, uncertain: UNCERTAIN.test(plain), name: status === undefined ? null : typifiedName(plain) };
}

function firstStatus(words: readonly string[]): string | undefined {
  for (const word of words) {
    const found = MAY_BE_STATUS.test(word) ? findTypeStatus(word) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The name behind the status: "Holotype of Aus bus L.", "isotype: Aus bus", "Aus bus L. [paratype]". */
function typifiedName(plain: string): string | null {
  if (plain.length < 8) return null;
  const behind =
    /^[^,:;[\]]*?(?:typ[a-z]*\)?|tipos?)\.?\s*(?:\(s\)\s*)?(?:of|for|from|von|de|del|da|pour|fûr|für|:|,|-|–|=|\(|\[)+\s*(.+)$/iu.exec(
      plain,
    )?.[1];
  const before =
    behind === undefined ? /^(\p{Lu}.+?)\s*[([,:;-]+\s*[a-z ]*typ[a-z]*\W*$/iu.exec(plain)?.[1] : undefined;
  const next = behind ?? before ?? /^\p{L}*typ[a-z]*\s+(\p{Lu}\p{Ll}+ \p{Ll}{2}.*)$/u.exec(plain)?.[1];
  const name = next
    ?.replace(/,?\s+(?:designated|selected|det\.|fide|in herb|vide).*$/iu, '')
    .replace(/^(?:basionym|name|the)\s*:?\s*/iu, '')
    .replace(/^["'\s(]+|["'\s\]]+$|(?<=^[^(]*)\)$/gu, '')
    .trim();
  if (name === undefined || name === '') return null;
  const read = interpretScientificName(name);
  return read.status === 'parsed' && (read.specificEpithet !== null || /^\p{Lu}\p{Ll}{3,} \p{Lu}/u.test(name))
    ? name
    : null;
}

/**
 * The statuses in a list separated by | or ; or "and", each once with its name, in small letters.
 * What names no status is flagged TYPE_STATUS_INVALID; "possible type" keeps the status and is flagged SUSPECTED_TYPE.
 */
export function interpretTypeStatus(text: string): InterpretedTypeStatus {
  const statements = text
    .slice(0, LONGEST)
    .split(/\s*[|;]\s*/u)
    .flatMap((part) =>
      statusOf(part) === undefined ? part.split(/\s*(?:,|\band\b|\+|&)\s*(?=\p{L}*-?(?:type|typus|tipo))/iu) : [part],
    )
    .filter((part) => !NO_TYPE.test(part.replace(/<[^<>]*>/gu, ' ')));
  const read = statements.map(readStatus);
  const designations = new Map<string, TypeDesignation>();
  for (const { status, name } of read) {
    if (status !== undefined && (designations.get(status)?.typifiedName ?? null) === null)
      designations.set(status, { typeStatus: status, typifiedName: name });
  }
  const issues: Issue[] = [];
  if (read.some(({ status }) => status === undefined))
    issues.push({ code: 'TYPE_STATUS_INVALID', term: 'typeStatus', detail: text.slice(0, 200) });
  if (read.some(({ status, uncertain }) => status !== undefined && uncertain))
    issues.push({ code: 'SUSPECTED_TYPE', term: 'typeStatus', detail: text.slice(0, 200) });
  return { designations: [...designations.values()], issues };
}

function interpretStatuses([text = null]: readonly (string | null)[]): Interpreted<TypeStatusColumns> {
  const { designations, issues } = interpretTypeStatus(text ?? '');
  const found = designations.map(({ typeStatus: status }) => status);
  return { output: found.length === 0 ? {} : { typeStatus: found }, issues };
}

/** Statements are shorter; what is longer is a paragraph. */
const LONGEST = 2000;

const outputs = { typeStatus: 'VARCHAR[]' };

/** Whether the specimen bears a name, and as what. */
export const typeStatus: Interpreter<TypeStatusColumns> = {
  name: 'type-status',
  version: 2,
  target: 'record',
  inputs: ['typeStatus'],
  outputs,
  interpret: interpretStatuses,
};

/** The same in the history of identifications. */
export const identificationTypeStatus: Interpreter<TypeStatusColumns> = {
  name: 'identification-type-status',
  version: 2,
  target: 'identification',
  inputs: ['typeStatus'],
  outputs,
  interpret: interpretStatuses,
};
