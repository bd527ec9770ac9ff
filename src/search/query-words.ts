import { ALL, type InQuery, type IsQuery, type Query } from '../model/query.ts';
import { formatDistance } from './hop-line.ts';
import { ENGLISH_HOPS, hopInWords, type HopWords } from './hop-words.ts';
import { formatQueryLine } from './query-line-format.ts';
import { normaliseQuery } from './query-normal.ts';

/** One condition of a query, in words, and the query that remains without it. */
export interface QueryChip {
  /** The field's name, or text, within, near, or the name of the nested rows, which the site translates; over what a hop leads. Empty for a mixture. */
  readonly label: string;
  readonly value: string;
  readonly negated: boolean;
  /** Whether only certain matches count. */
  readonly certain: boolean;
  readonly without: Query;
}

/** The words that are not taken from the query itself. */
export interface QueryWords {
  readonly or: string;
  readonly from: (value: string) => string;
  readonly to: (value: string) => string;
  readonly any: string;
  readonly shape: string;
  readonly around: (place: {
    readonly distance: string;
    readonly latitude: number;
    readonly longitude: number;
  }) => string;
  /** A value by its name, where it has one that is not its own text. */
  readonly value?: (query: IsQuery | InQuery) => string | undefined;
  /** An end of a range of a field, where it has words that are not its own text. */
  readonly end?: (field: string, value: string) => string | undefined;
  readonly hops: HopWords;
}

const ENGLISH: QueryWords = {
  or: 'or',
  from: (value) => `from ${value}`,
  to: (value) => `to ${value}`,
  any: 'any',
  shape: 'a drawn shape',
  around: ({ distance, latitude, longitude }) => `within ${distance} of ${latitude}, ${longitude}`,
  hops: ENGLISH_HOPS,
};

/** What a query asks, condition by condition; empty where it asks for everything. */
export function describeQuery(query: Query, words: QueryWords = ENGLISH): QueryChip[] {
  const normal = normaliseQuery(query);
  if (normal.kind === 'all') return [];
  const conditions = normal.kind === 'and' ? normal.of : [normal];
  return conditions.map((condition, index) =>
    Object.assign(describe(condition, words), {
      without: remaining(conditions.filter((_, other) => other !== index)),
    }),
  );
}

function remaining(conditions: readonly Query[]): Query {
  if (conditions.length === 0) return ALL;
  return normaliseQuery({ kind: 'and', of: conditions });
}

function describe(condition: Query, words: QueryWords): Omit<QueryChip, 'without'> {
  if (condition.kind === 'not') return { ...describe(condition.of, words), negated: true };
  const certain = 'match' in condition && condition.match === 'certain';
  return { ...labelled(condition, words), negated: false, certain };
}

function labelled(query: Query, words: QueryWords): { readonly label: string; readonly value: string } {
  switch (query.kind) {
    case 'text':
      return { label: 'text', value: query.value };
    case 'is':
      return { label: query.field, value: words.value?.(query) ?? String(query.value) };
    case 'in':
      return { label: query.field, value: words.value?.(query) ?? query.values.join(` ${words.or} `) };
    case 'range':
      return { label: query.field, value: rangeInWords(query, words) };
    case 'like':
      return { label: query.field, value: query.value };
    case 'exists':
      return { label: query.field, value: words.any };
    case 'within':
      return { label: 'within', value: words.shape };
    case 'near': {
      const { latitude, longitude, radiusInMeters } = query;
      return {
        label: 'near',
        value: words.around({ distance: formatDistance(radiusInMeters), latitude, longitude }),
      };
    }
    case 'some':
      return {
        label: query.child,
        value: query.query.kind === 'all' ? words.any : rowsInWords(query),
      };
    case 'hop':
      return hopInWords(query, { words: words.hops, any: words.any, labelled: (part) => labelled(part, words) });
    default:
      return { label: '', value: formatQueryLine(query) };
  }
}

function rangeInWords(query: Extract<Query, { kind: 'range' }>, words: QueryWords): string {
  const [from, to] = [query.from, query.to].map((end) =>
    end === undefined ? undefined : (words.end?.(query.field, String(end)) ?? String(end)),
  );
  if (from === undefined) return words.to(to ?? '');
  if (to === undefined) return words.from(from);
  return from === to ? from : `${from}–${to}`;
}

/** The conditions on the row, as they are typed inside `some(…)`. */
function rowsInWords(query: Extract<Query, { kind: 'some' }>): string {
  return formatQueryLine(query).slice(`some(${query.child}, `.length).slice(0, -1);
}
