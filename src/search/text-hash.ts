/** FNV-1a over UTF-16 code units, finished so that low bits may pick a slot. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

/** Slots of an open hash table for `count` entries: a power of two, at most two thirds full. */
export function slotsFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(8, count * 1.5)));
}
