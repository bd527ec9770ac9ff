const BITS = 11;
const BUCKETS = 1 << BITS;

/** Sorts an order of indexes by their keys, stably: least significant digits first, digits that are all alike left out. */
export function radixSort(order: Uint32Array, keys: Uint32Array): Uint32Array {
  let from = order;
  let to: Uint32Array = new Uint32Array(order.length);
  for (let shift = 0; shift < 32; shift += BITS) {
    const counts = new Uint32Array(BUCKETS + 1);
    for (let at = 0; at < from.length; at++) counts[((keys[from[at]!]! >>> shift) & (BUCKETS - 1)) + 1]!++;
    if (counts.includes(from.length)) continue;
    for (let bucket = 1; bucket <= BUCKETS; bucket++) counts[bucket]! += counts[bucket - 1]!;
    for (let at = 0; at < from.length; at++) {
      const index = from[at]!;
      to[counts[(keys[index]! >>> shift) & (BUCKETS - 1)]!++] = index;
    }
    [from, to] = [to, from];
  }
  return from;
}
