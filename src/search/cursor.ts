import { z } from 'zod';
import { QueryError } from './query-error.ts';

/** Where a page ended, as it travels: opaque to everybody else. */
export interface Cursor {
  readonly edition: string;
  /** As formatSort writes it; empty for the edition's order. */
  readonly sort: string;
  /** What the last record is sorted by: a value of the field, or its relevance; null without one. */
  readonly value: string | number | null;
  readonly key: string;
}

const schema = z.tuple([z.string(), z.string(), z.union([z.string(), z.number(), z.null()]), z.string()]);
const LONGEST = 16_384;

export function formatCursor({ edition, sort, value, key }: Cursor): string {
  return Buffer.from(JSON.stringify([edition, sort, value, key])).toString('base64url');
}

/** Throws QueryError where the text is no cursor, or one of another order. */
export function parseCursor(text: string, sort: string): Cursor {
  const parsed = schema.safeParse(
    text.length > LONGEST ? undefined : parseJson(Buffer.from(text, 'base64url').toString('utf8')),
  );
  if (!parsed.success) throw new QueryError('This is not a cursor.', { hint: 'Begin again without it.' });
  const [edition, cursorSort, value, key] = parsed.data;
  if (cursorSort !== sort) {
    throw new QueryError('The cursor belongs to another order of records.', { hint: 'Begin again without it.' });
  }
  return { edition, sort, value, key };
}

export function staleCursor(): QueryError {
  return new QueryError('The collection was published anew, and the cursor cannot be continued in the new edition.', {
    hint: 'Begin again without it.',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
