import { QueryError } from './query-error.ts';

/** How deep conditions may be nested, and how large a query may be. */
export const MAX_DEPTH = 8;
export const MAX_BYTES = 1_000_000;

interface Limit {
  readonly most: number;
  readonly what: string;
  readonly hint: string;
}

const LIMITS = {
  terms: { most: 1_000, what: 'conditions and values', hint: 'Divide it into several queries.' },
  /** A pattern is compared with every distinct value of its field, so each of them costs what a whole query does. */
  patterns: {
    most: 20,
    what: 'patterns',
    hint: 'Ask for whole values or words where that will do, or divide it into several queries.',
  },
  /** Of each text the rows that have it are kept with their scores, for the order of relevance. */
  texts: {
    most: 20,
    what: 'texts',
    hint: 'Words that must all occur are one text; otherwise divide it into several queries.',
  },
  /** Each of them may look at all records twice. */
  hops: { most: 10, what: 'hops', hint: 'Divide it into several queries.' },
} as const satisfies Readonly<Record<string, Limit>>;

/** What a query has spent of each. */
export type Budget = Record<keyof typeof LIMITS, number>;

export function newBudget(): Budget {
  return { terms: 0, patterns: 0, texts: 0, hops: 0 };
}

/** Counts what a query has; throws QueryError where that is too much. */
export function spend(budget: Budget, name: keyof Budget, count = 1): void {
  budget[name] += count;
  const { most, what, hint } = LIMITS[name];
  if (budget[name] > most)
    throw new QueryError(`The query has more than ${most.toLocaleString('en')} ${what}.`, { hint });
}

export function tooDeep(): QueryError {
  return new QueryError(`The query is nested more than ${MAX_DEPTH} deep.`, {
    hint: 'Write it as a list of conditions, or divide it into several queries.',
  });
}
