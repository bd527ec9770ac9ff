import type { CodedColumn } from './coded-column.ts';
import { countBits, countRows } from './count-kernels.ts';
import type { Codes } from './index-file.ts';
import type { RowSet } from './row-set.ts';

/** Below this share of all rows a list is counted faster than bits, the making of the list included, since facets come in numbers. */
const LISTED_SHARE = 1 / 4;

/** Counts by code of the rows of a set that have it; [0]: rows that have none. */
export function countColumn(column: CodedColumn, rows: RowSet): Uint32Array {
  const codes = { codes: column.codes, offsets: column.offsets };
  if (rows.count <= column.records / 2) return countCodes(codes, rows, column.distinct);
  const counts = countAll(column);
  if (rows.count === column.records) return counts;
  // Of most of the records it is quicker to count the others.
  const others = countCodes(codes, rows.not(), column.distinct);
  for (let code = 0; code < counts.length; code++) counts[code]! -= others[code]!;
  return counts;
}

function countAll(column: CodedColumn): Uint32Array {
  const offsets = column.listOffsets;
  const counts = new Uint32Array(column.distinct + 1);
  for (let code = 1; code < counts.length; code++) counts[code] = offsets[code + 1]! - offsets[code]!;
  counts[0] = column.missingCount;
  return counts;
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
  readonly #byCount = new Map<string, Uint32Array>();
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
  /** The codes that rows of a set have, the most frequent first, then ascending. */
  byCount(column: CodedColumn, rows: RowSet): Uint32Array {
    let codes = this.#byCount.get(column.name);
    if (codes === undefined || rows !== this.#rows) {
      codes = orderByCount(this.count(column, rows));
      if (rows === this.#rows) this.#byCount.set(column.name, codes);
    }
    return codes;
  }
}

/** By counting how many codes have each count: most values of a large field occur once or twice. */
function orderByCount(counts: Uint32Array): Uint32Array {
  let most = 0;
  for (let code = 1; code < counts.length; code++) if (counts[code]! > most) most = counts[code]!;
  const places = new Uint32Array(most + 1);
  for (let code = 1; code < counts.length; code++) places[counts[code]!]!++;
  let place = 0;
  for (let count = most; count >= 1; count--) {
    const own = places[count]!;
    places[count] = place;
    place += own;
  }
  const codes = new Uint32Array(place);
  for (let code = 1; code < counts.length; code++) if (counts[code]! > 0) codes[places[counts[code]!]!++] = code;
  return codes;
}
