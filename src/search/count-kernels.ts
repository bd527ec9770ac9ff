import type { Codes } from './index-file.ts';

/** What the kernels count in: typed arrays only, so that they can run in any thread. */
export interface CodeRows {
  readonly codes: Codes;
  /** Absent: one code a row. */
  readonly offsets: Uint32Array | undefined;
}

/** Adds the codes of rows to the counts by code; counts[0] gets the rows without a code. */
export function countRows({ codes, offsets }: CodeRows, rows: Uint32Array, counts: Uint32Array): void {
  if (offsets === undefined) {
    for (let index = 0; index < rows.length; index++) counts[codes[rows[index]!]!]!++;
    return;
  }
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const from = offsets[row]!;
    const to = offsets[row + 1]!;
    if (from === to) counts[0]!++;
    for (let at = from; at < to; at++) counts[codes[at]!]!++;
  }
}

/** The same for rows given as bits. */
export function countBits({ codes, offsets }: CodeRows, bits: Uint32Array, counts: Uint32Array): void {
  for (let word = 0; word < bits.length; word++) {
    if (bits[word] === 0xffffffff) {
      countRun({ codes, offsets }, { from: word << 5, to: (word + 1) << 5 }, counts);
      continue;
    }
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      const row = (word << 5) + 31 - Math.clz32(rest & -rest);
      if (offsets === undefined) {
        counts[codes[row]!]!++;
        continue;
      }
      const from = offsets[row]!;
      const to = offsets[row + 1]!;
      if (from === to) counts[0]!++;
      for (let at = from; at < to; at++) counts[codes[at]!]!++;
    }
  }
}

/** The same for consecutive rows, `to` exclusive: what one museum sent in comes in long runs. */
function countRun(
  { codes, offsets }: CodeRows,
  { from, to }: { readonly from: number; readonly to: number },
  counts: Uint32Array,
): void {
  if (offsets === undefined) {
    for (let row = from; row < to; row++) counts[codes[row]!]!++;
    return;
  }
  for (let row = from; row < to; row++) if (offsets[row] === offsets[row + 1]) counts[0]!++;
  for (let at = offsets[from]!; at < offsets[to]!; at++) counts[codes[at]!]!++;
}
