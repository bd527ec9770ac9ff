import { RowSet } from './row-set.ts';
import type { TextMatch } from './text-match.ts';

/** The rows that fulfil a condition possibly, and those of them that fulfil it certainly. */
export interface Resolution {
  readonly possible: RowSet;
  readonly certain: RowSet;
  /** Texts that the condition asks for, for the order of relevance. */
  readonly texts: readonly TextMatch[];
}

/** A condition on which nothing is uncertain. */
export function exactly(rows: RowSet): Resolution {
  return { possible: rows, certain: rows, texts: [] };
}

/** Where only certain matches count, they are all there is. */
export function withMatch(resolution: Resolution, match: 'certain' | 'possible' | undefined): Resolution {
  return match === 'certain' ? { ...resolution, possible: resolution.certain } : resolution;
}

export function both(a: Resolution, b: Resolution): Resolution {
  const possible = a.possible.and(b.possible);
  const isExact = a.possible === a.certain && b.possible === b.certain;
  return { possible, certain: isExact ? possible : a.certain.and(b.certain), texts: [...a.texts, ...b.texts] };
}

export function either(a: Resolution, b: Resolution): Resolution {
  const possible = a.possible.or(b.possible);
  const isExact = a.possible === a.certain && b.possible === b.certain;
  return { possible, certain: isExact ? possible : a.certain.or(b.certain), texts: [...a.texts, ...b.texts] };
}

/** What may fail is not certain, and what certainly holds is not possible. */
export function opposite({ possible, certain }: Resolution): Resolution {
  const without = certain.not();
  return { possible: without, certain: possible === certain ? without : possible.not(), texts: [] };
}

/** What a resolution takes in memory: both forms of the row sets, since both may be made, and the scores of texts. */
export function bytesOf({ possible, certain, texts }: Resolution): number {
  const sets = possible === certain ? [possible] : [possible, certain];
  const rows = sets.reduce((sum, set) => sum + set.count * 4 + set.records / 8, 0);
  return rows + texts.reduce((sum, text) => sum + text.rows.length * 8, 0);
}
