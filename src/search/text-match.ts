/** Rows that have a text, ascending, and what each scores. */
export interface TextMatch {
  readonly rows: Uint32Array;
  readonly scores: Float32Array;
}

export const NOTHING: TextMatch = { rows: new Uint32Array(0), scores: new Float32Array(0) };

/** Where one list is so many times longer than the other, its rows are sought instead of passed. */
const SOUGHT_RATIO = 16;

/** The postings of a word: the difference to the row before, then the impact, a byte, for each row. */
export function decodePostings(
  bytes: Uint8Array,
  { frequency, rarity }: { readonly frequency: number; readonly rarity: number },
): TextMatch {
  const rows = new Uint32Array(frequency);
  const scores = new Float32Array(frequency);
  let position = 0;
  let row = 0;
  for (let index = 0; index < frequency; index++) {
    let byte = bytes[position++]!;
    let difference = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[position++]!;
      difference |= (byte & 0x7f) << shift;
    }
    row += difference >>> 0;
    rows[index] = row;
    scores[index] = bytes[position++]! * rarity;
  }
  return { rows, scores };
}

/** Rows of both, with the sum of their scores. */
export function intersect(a: TextMatch, b: TextMatch): TextMatch {
  const [few, many] = a.rows.length <= b.rows.length ? [a, b] : [b, a];
  const isSought = few.rows.length * SOUGHT_RATIO < many.rows.length;
  const rows = new Uint32Array(few.rows.length);
  const scores = new Float32Array(few.rows.length);
  let length = 0;
  let at = 0;
  for (let index = 0; index < few.rows.length; index++) {
    const row = few.rows[index]!;
    if (isSought) at = seek(many.rows, row, at);
    else while (at < many.rows.length && many.rows[at]! < row) at++;
    if (at === many.rows.length) break;
    if (many.rows[at] !== row) continue;
    rows[length] = row;
    scores[length++] = few.scores[index]! + many.scores[at]!;
  }
  return { rows: rows.subarray(0, length), scores: scores.subarray(0, length) };
}

/** The first index from `from` on whose row is not before this one, in steps that double. */
function seek(rows: Uint32Array, row: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < rows.length && rows[low + step]! < row) {
    low += step;
    step *= 2;
  }
  let high = Math.min(rows.length, low + step + 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Joins the rows of several words, each row with its best score. Its memory, four bytes a record, is used again and again. */
export class MatchUnion {
  readonly #records: number;
  #best = new Float32Array(0);

  constructor(records: number) {
    this.#records = records;
  }

  of(matches: readonly TextMatch[]): TextMatch {
    if (this.#best.length === 0) this.#best = new Float32Array(this.#records);
    const best = this.#best;
    let count = 0;
    let first = this.#records;
    let last = -1;
    for (const { rows, scores } of matches) {
      if (rows.length === 0) continue;
      first = Math.min(first, rows[0]!);
      last = Math.max(last, rows.at(-1)!);
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index]!;
        if (best[row] === 0) count++;
        if (scores[index]! > best[row]!) best[row] = scores[index]!;
      }
    }
    const rows = new Uint32Array(count);
    const scores = new Float32Array(count);
    let length = 0;
    for (let row = first; row <= last; row++) {
      if (best[row] === 0) continue;
      rows[length] = row;
      scores[length++] = best[row]!;
      best[row] = 0;
    }
    return { rows, scores };
  }
}
