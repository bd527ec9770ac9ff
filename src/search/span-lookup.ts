import type { SpanDictionary } from './dictionaries.ts';

/** Spans whose latest end is noted as one. */
const BLOCK = 64;

/** The latest end of each block of spans; made once for a dictionary, in a pass over it. */
const latestEnds = new WeakMap<Int32Array, Int32Array>();

/**
 * The places (code − 1) of spans that overlap one of the bounds, ascending, each once. Spans are ordered by begin, so that
 * those which begin too late are never met; blocks that end too early are passed over.
 */
export function overlappingSpans(
  { begins, ends }: Pick<SpanDictionary, 'begins' | 'ends'>,
  bounds: readonly { readonly from: number; readonly to: number }[],
): number[] {
  const latest = latestOf(ends);
  const places: number[] = [];
  for (const { from, to } of bounds) {
    const last = firstAfter(begins, to);
    for (let block = 0; block * BLOCK < last; block++) {
      if (latest[block]! < from) continue;
      const end = Math.min(last, (block + 1) * BLOCK);
      for (let at = block * BLOCK; at < end; at++) if (ends[at]! >= from) places.push(at);
    }
  }
  return bounds.length === 1 ? places : [...new Set(places)].toSorted((a, b) => a - b);
}

function latestOf(ends: Int32Array): Int32Array {
  let latest = latestEnds.get(ends);
  if (latest === undefined) {
    latest = new Int32Array(Math.ceil(ends.length / BLOCK)).fill(-2_147_483_648);
    for (let at = 0; at < ends.length; at++) {
      const block = Math.trunc(at / BLOCK);
      if (ends[at]! > latest[block]!) latest[block] = ends[at]!;
    }
    latestEnds.set(ends, latest);
  }
  return latest;
}

/** The first place that begins after a day. */
function firstAfter(begins: Int32Array, day: number): number {
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (begins[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
