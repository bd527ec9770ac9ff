import { ByteOrder } from './byte-order.ts';
import { GrowingArray } from './growing-array.ts';
import { ByteWriter } from '../model/bytes.ts';

const FIRST_SLOTS = 1 << 16;

/** Words as bytes, each with a number, from 0 in the order in which they came. A Map of texts would take four times the memory. */
export class TermTable {
  readonly #blob = new ByteWriter();
  readonly #ends = new GrowingArray();
  readonly #hashes = new GrowingArray();
  /** Number + 1 of the word; 0 is free. */
  #slots = new Uint32Array(FIRST_SLOTS);

  get size(): number {
    return this.#ends.length;
  }

  /** The number of the word in the first `length` bytes. */
  idOf(bytes: Uint8Array, length: number): number {
    let hash = 0x811c9dc5;
    for (let at = 0; at < length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d) >>> 0;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const id = this.#slots[slot]! - 1;
      if (this.#hashes.at(id) === hash && this.#isAt(id, bytes, length)) return id;
    }
    return this.#insert({ slot, hash, bytes, length });
  }

  #start(id: number): number {
    return id === 0 ? 0 : this.#ends.at(id - 1);
  }

  #isAt(id: number, bytes: Uint8Array, length: number): boolean {
    const start = this.#start(id);
    if (this.#ends.at(id) - start !== length) return false;
    const blob = this.#blob.bytes;
    for (let at = 0; at < length; at++) if (blob[start + at] !== bytes[at]) return false;
    return true;
  }

  #insert(word: {
    readonly slot: number;
    readonly hash: number;
    readonly bytes: Uint8Array;
    readonly length: number;
  }): number {
    const id = this.#ends.length;
    this.#blob.append(word.bytes.subarray(0, word.length));
    this.#ends.push(this.#blob.length);
    this.#hashes.push(word.hash);
    this.#slots[word.slot] = id + 1;
    if ((id + 1) * 3 > this.#slots.length * 2) this.#grow();
    return id;
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.#ends.length; id++) {
      let slot = this.#hashes.at(id) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.#slots = slots;
  }

  /** The words in UTF-16 order: their numbers, the bytes of all one after the other, and where each begins (one more at the end). */
  ordered(): { readonly ids: Uint32Array; readonly blob: Uint8Array; readonly offsets: Uint32Array } {
    const source = this.#blob.bytes;
    const ids = new ByteOrder(source, this.#ends.view()).order();
    const blob = new Uint8Array(this.#blob.length);
    const offsets = new Uint32Array(ids.length + 1);
    for (let place = 0, length = 0; place < ids.length; place++) {
      const start = this.#start(ids[place]!);
      const end = this.#ends.at(ids[place]!);
      // Words are short, and a copy of bytes is cheaper than a view of them.
      for (let at = start; at < end; at++) blob[length++] = source[at]!;
      offsets[place + 1] = length;
    }
    return { ids, blob, offsets };
  }
}
