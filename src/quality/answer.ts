import { qualified } from './terms.ts';

/** What came of a test, in the words of the standard (https://rs.tdwg.org/bdqffdq/terms/). */
export type Status =
  | 'RUN_HAS_RESULT'
  | 'INTERNAL_PREREQUISITES_NOT_MET'
  | 'EXTERNAL_PREREQUISITES_NOT_MET'
  | 'AMENDED'
  | 'FILLED_IN'
  | 'NOT_AMENDED';

/** Values that an amendment proposes, by the local names of their terms. */
export type Changes = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: Status;
  /** COMPLIANT and the like, a number, or the changes that an amendment proposes; null where there is none. */
  readonly result: string | Changes | null;
  /** Why, in a sentence. */
  readonly comment: string;
}

export function ran(result: string, comment: string): Answer {
  return { status: 'RUN_HAS_RESULT', result, comment };
}

/** The answer of a validation; the comment says what is so or is not so. */
export function validated(isCompliant: boolean, comment: string): Answer {
  return ran(isCompliant ? 'COMPLIANT' : 'NOT_COMPLIANT', comment);
}

/** The record lacks what the test needs. */
export function lacking(comment: string): Answer {
  return { status: 'INTERNAL_PREREQUISITES_NOT_MET', result: null, comment };
}

/** One object for each list of terms: most answers of most records are of this kind. */
const empty = new Map<string, Answer>();

export function emptyTerm(...terms: readonly string[]): Answer {
  const key = terms.length === 1 ? terms[0]! : terms.join(' ');
  let answer = empty.get(key);
  if (answer === undefined) {
    answer = lacking(`${terms.map(qualified).join(' or ')} is empty.`);
    empty.set(key, answer);
  }
  return answer;
}

/** The test needs an authority that Collectome does not carry. */
export function unavailable(authority: string): Answer {
  return {
    status: 'EXTERNAL_PREREQUISITES_NOT_MET',
    result: null,
    comment: `${authority} is not at hand: nothing is looked up on the network.`,
  };
}

export function filledIn(changes: Changes, comment: string): Answer {
  return { status: 'FILLED_IN', result: changes, comment };
}

export function amended(changes: Changes, comment: string): Answer {
  return { status: 'AMENDED', result: changes, comment };
}

export function notAmended(comment: string): Answer {
  return { status: 'NOT_AMENDED', result: null, comment };
}
