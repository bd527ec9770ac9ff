import type { Issue } from '../model/issue.ts';
import { findTypeStatus } from '../vocabulary/type-status.ts';
import type { Interpreted, Interpreter } from './interpreter.ts';

interface TypeStatusColumns {
  readonly typeStatus?: readonly string[];
}

/** Statements that the specimen is no type, or that it is something else than a type. They raise no issue. */
const NO_TYPE =
  /^\W*(?:not? (?:an? )?types?|non[\s-]?types?|none|null|n\/?a|no aplica|no disponible|voucher|cited|cités?|cité\(s\)|figured|figurés?|figuré\(s\)|referral|publ(?:ished)?|original|thesis.*|unknown|unspecified|physicalobject|basis of .*)?\W*(?:(?:voucher|cited|referral|figured)\b.*)?\W*$/iu;
const UNCERTAIN = /\b(?:possible|possibly|probable|probably|potential|presumed|suspected|unknown|uncertain)\b|\?/iu;

interface ReadStatus {
  readonly status: string | undefined;
  readonly uncertain: boolean;
}

/** The status in one statement: "Holotype of Aus bus Smith, 1900", "paratype(s)", "lecto-allotype", "Isótipo". */
function readStatus(statement: string): ReadStatus {
  const plain = statement.replace(/<[^<>]*>/gu, ' ');
  const words = plain.split(/[\s,:;/[\]]+/u).filter((word) => word !== '');
  const status =
    words.map(findTypeStatus).find((found) => found !== undefined) ??
    (/\btype\b/iu.test(plain) && words.length < 4 ? 'type' : undefined);
  return { status, uncertain: UNCERTAIN.test(plain) };
}

/**
 * The statuses in a list separated by | or ; or "and", each once, in small letters.
 * What names no status is flagged TYPE_STATUS_INVALID; "possible type" keeps the status and is flagged SUSPECTED_TYPE.
 */
function interpretTypeStatus([text = null]: readonly (string | null)[]): Interpreted<TypeStatusColumns> {
  const statements = (text ?? '')
    .split(/\s*[|;]\s*/u)
    .flatMap((part) =>
      findTypeStatus(part) === undefined
        ? part.split(/\s*(?:,|\band\b|\+|&)\s*(?=\p{L}*-?(?:type|typus|tipo))/iu)
        : [part],
    )
    .filter((part) => !NO_TYPE.test(part.replace(/<[^<>]*>/gu, ' ')));
  const read = statements.map(readStatus);
  const found = [...new Set(read.flatMap(({ status }) => status ?? []))];
  const issues: Issue[] = [];
  if (read.some(({ status }) => status === undefined))
    issues.push({ code: 'TYPE_STATUS_INVALID', term: 'typeStatus', detail: text?.slice(0, 200) ?? '' });
  if (read.some(({ status, uncertain }) => status !== undefined && uncertain))
    issues.push({ code: 'SUSPECTED_TYPE', term: 'typeStatus', detail: text?.slice(0, 200) ?? '' });
  return { output: found.length === 0 ? {} : { typeStatus: found }, issues };
}

const outputs = { typeStatus: 'VARCHAR[]' };

/** Whether the specimen bears a name, and as what. */
export const typeStatus: Interpreter<TypeStatusColumns> = {
  name: 'type-status',
  version: 1,
  target: 'record',
  inputs: ['typeStatus'],
  outputs,
  interpret: interpretTypeStatus,
};

/** The same in the history of identifications. */
export const identificationTypeStatus: Interpreter<TypeStatusColumns> = {
  name: 'identification-type-status',
  version: 1,
  target: 'identification',
  inputs: ['typeStatus'],
  outputs,
  interpret: interpretTypeStatus,
};
