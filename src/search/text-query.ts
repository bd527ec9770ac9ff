import { QueryError } from './query-error.ts';
import { tokenise } from './text-tokens.ts';

/** Words that must follow each other; one word alone is a phrase of one. */
export interface TextPhrase {
  readonly words: readonly string[];
  /** Whether the last word may be a beginning. */
  readonly prefix: boolean;
}

/** Words of a query's text beyond these are refused: each costs a search. */
const MOST_WORDS = 100;

/** The phrases of a text query, all of which a record must have. Throws QueryError where there is no word in it. */
export function parseText(value: string, whole: boolean): TextPhrase[] {
  const phrases: TextPhrase[] = [];
  for (const [, quoted, bare] of value.matchAll(/"([^"]*)"?|([^\s"]+)/gu)) {
    const words = tokenise(quoted ?? bare ?? '');
    if (words.length > 0) phrases.push({ words, prefix: quoted === undefined });
  }
  if (phrases.length === 0) {
    throw new QueryError(`There is no word in "${value.slice(0, 80)}".`, {
      hint: 'Words are letters and digits. To ask for other characters, use a field and *: locality:"*?*".',
    });
  }
  if (phrases.reduce((sum, { words }) => sum + words.length, 0) > MOST_WORDS) {
    throw new QueryError(`A text of more than ${MOST_WORDS} words cannot be searched for.`, {
      hint: 'Put the few words that matter.',
    });
  }
  return phrases.map(({ words, prefix }, index) => ({
    words,
    prefix: prefix && !whole && index === phrases.length - 1,
  }));
}
