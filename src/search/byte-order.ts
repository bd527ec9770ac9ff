import { radixSort } from './radix-order.ts';

const WORD = 4;
/** What is sorted by digits; texts that are alike so far are compared. */
const PREFIX_WORDS = 3;

/** Orders texts given as UTF-8 bytes as their UTF-16 code units would be ordered, which is how JavaScript compares. */
export class ByteOrder {
  readonly #bytes: Uint8Array;
  readonly #ends: Uint32Array;

  /** Texts one after the other, and where each ends. */
  constructor(bytes: Uint8Array, ends: Uint32Array) {
    this.#bytes = bytes;
    this.#ends = ends;
  }

  /** The indexes of the texts, in order; equal ones keep theirs. */
  order(): Uint32Array {
    const words = Array.from({ length: PREFIX_WORDS }, (_, word) => this.#words(word));
    const order = sortByWords(words);
    return sortTies({ order, words, compare: (a, b) => this.#compare(a, b) });
  }

  #start(index: number): number {
    return index === 0 ? 0 : this.#ends[index - 1]!;
  }

  #words(word: number): Uint32Array {
    const words = new Uint32Array(this.#ends.length);
    for (let index = 0; index < words.length; index++) {
      let at = this.#start(index) + word * WORD;
      const end = this.#ends[index]!;
      let value = 0;
      for (let byte = 0; byte < WORD; byte++, at++) value = (value << 8) | (at < end ? weightOf(this.#bytes[at]!) : 0);
      words[index] = value;
    }
    return words;
  }

  #compare(a: number, b: number): number {
    let left = this.#start(a);
    let right = this.#start(b);
    const leftEnd = this.#ends[a]!;
    const rightEnd = this.#ends[b]!;
    while (left < leftEnd && right < rightEnd) {
      const order = weightOf(this.#bytes[left++]!) - weightOf(this.#bytes[right++]!);
      if (order !== 0) return order;
    }
    return leftEnd - left - (rightEnd - right);
  }
}

/** UTF-16 has what lies beyond its first plane before U+E000, UTF-8 behind U+FFFF: leading bytes EE, EF go behind F0 to F4. */
function weightOf(byte: number): number {
  if (byte < 0xee) return byte;
  return byte < 0xf0 ? byte + 5 : byte - 2;
}

/** The order of rows by several words, the first weighing most. */
export function sortByWords(words: readonly Uint32Array[]): Uint32Array {
  let order = Uint32Array.from({ length: words[0]?.length ?? 0 }, (_, index) => index);
  for (const keys of words.toReversed()) order = radixSort(order, keys) as Uint32Array<ArrayBuffer>;
  return order;
}

/** Sorts, in place, the runs of an order in which all words are alike. */
export function sortTies(options: {
  readonly order: Uint32Array;
  readonly words: readonly Uint32Array[];
  readonly compare: (a: number, b: number) => number;
}): Uint32Array {
  const { order, words, compare } = options;
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && isAlike(words, order[to]!, order[from]!)) to++;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => compare(a, b) || a - b);
    from = to;
  }
  return order;
}

function isAlike(words: readonly Uint32Array[], a: number, b: number): boolean {
  for (const keys of words) if (keys[a] !== keys[b]) return false;
  return true;
}
