import type { Query } from '../model/query.ts';
import { QueryError } from './query-error.ts';
import { parseQueryLine } from './query-line.ts';

/** What somebody typed where words are expected: mere words, a whole query, or what looks like one and does not read as one. */
export type TypedText =
  | { readonly kind: 'words' }
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'unreadable'; readonly error: QueryError };

/** What no line of mere words has. */
const SYNTAX = /[:()"-]|\bor\b/iu;

/** Reads free text as a typed line, where it has the look of one. Never throws a QueryError. */
export function readTypedText(text: string): TypedText {
  if (!SYNTAX.test(text)) return { kind: 'words' };
  try {
    const query = parseQueryLine(text);
    return query.kind === 'text' ? { kind: 'words' } : { kind: 'query', query };
  } catch (error) {
    if (error instanceof QueryError) return { kind: 'unreadable', error };
    throw error;
  }
}

/** Sentences on free text of a query that looks as if it were meant to be more than words, and how to ask that. */
export function noticesOfText(query: Query): readonly string[] {
  const conditions = query.kind === 'and' ? query.of : [query];
  return conditions.flatMap((condition) => {
    if (condition.kind !== 'text' || condition.whole === true) return [];
    const typed = readTypedText(condition.value);
    const text = condition.value.length > 80 ? `${condition.value.slice(0, 80)}…` : condition.value;
    switch (typed.kind) {
      case 'words':
        return [];
      case 'query':
        return [`"${text}" was searched for as words. To ask it as a query, send it as "query".`];
      case 'unreadable': {
        const { message, hint } = typed.error;
        const why = [message, hint].filter((sentence) => sentence !== undefined).join(' ');
        return [`"${text}" was searched for as words, since it does not read as a query: ${why}`];
      }
    }
  });
}
