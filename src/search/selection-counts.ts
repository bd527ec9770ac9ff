import type { CodedColumn } from './coded-column.ts';
import { countBits, countRows } from './count-kernels.ts';
import type { Codes } from './index-file.ts';
import type { RowSet } from './row-set.ts';

/** Below this share of all rows a list is counted faster than bits, the making of the list included, since facets come in numbers. */
const LISTED_SHARE = 1 / 4;

/** Counts by code of the rows of a set that have it; [0]: rows that have none. */
export function countColumn(column: CodedColumn, rows: RowSet): Uint32Array {
  if (rows.count === column.records) {
    const offsets = column.listOffsets;
    const counts = Uint32Array.from({ length: column.distinct + 1 }, (_, code) => offsets[code + 1]! - offsets[code]!);
    counts[0] = column.missing().count;
    return counts;
  }
  return countCodes({ codes: column.codes, offsets: column.offsets }, rows, column.distinct);
}

/** The same for codes that are no column of their own. */
export function countCodes(
  codes: { readonly codes: Codes; readonly offsets: Uint32Array | undefined },
  rows: RowSet,
  distinct: number,
): Uint32Array {
  const counts = new Uint32Array(distinct + 1);
  if (rows.count < rows.records * LISTED_SHARE) countRows(codes, rows.rows(), counts);
  else countBits(codes, rows.bits(), counts);
  return counts;
}

/** Counts of sets that are asked again and again, as long as the set lives. */
export class CountCache {
  readonly #counts = new Map<string, Uint32Array>();
  readonly #rows: RowSet;

  constructor(rows: RowSet) {
    this.#rows = rows;
  }

  count(column: CodedColumn, rows: RowSet): Uint32Array {
    if (rows !== this.#rows) return countColumn(column, rows);
    let counts = this.#counts.get(column.name);
    if (counts === undefined) {
      counts = countColumn(column, rows);
      this.#counts.set(column.name, counts);
    }
    return counts;
  }
}
