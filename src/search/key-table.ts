import type { IndexFileReader } from './index-file.ts';

/** Levels of a search of which the keys met are remembered: the same few keys are met first by all. */
const KEPT_LEVELS = 15;

/** Rows by key, searched in the file: hardly any memory, and a few small reads a key. */
export class KeyTable {
  readonly #reader: IndexFileReader;
  readonly #width: number;
  readonly #met = new Map<number, Uint8Array>();

  constructor(reader: IndexFileReader) {
    this.#reader = reader;
    this.#width = reader.directory.keyWidth;
  }

  /** The key of a row. */
  at(row: number): string {
    const place = this.#reader.read('keys/places', 'u32', row, row + 1)[0]!;
    return Buffer.from(this.#keys(place, place + 1))
      .toString('utf8')
      .replace(/\0+$/u, '');
  }

  #keys(from: number, to: number): Uint8Array {
    return this.#reader.read('keys/texts', 'u8', from * this.#width, to * this.#width);
  }

  find(key: string): number | undefined {
    const width = this.#width;
    const wanted = Buffer.from(key);
    if (wanted.length === 0 || wanted.length > width) return undefined;
    const padded = Buffer.concat([wanted], width);
    let low = 0;
    let high = this.#reader.directory.records;
    for (let level = 0; level < KEPT_LEVELS && low < high; level++) {
      const middle = (low + high) >>> 1;
      const order = Buffer.compare(this.#meet(middle), padded);
      if (order === 0) return this.#rowAt(middle);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    // What is left is read at once.
    const first = low;
    const rest = this.#keys(low, high);
    while (low < high) {
      const middle = (low + high) >>> 1;
      const from = (middle - first) * width;
      const order = Buffer.compare(rest.subarray(from, from + width), padded);
      if (order === 0) return this.#rowAt(middle);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }

  #meet(place: number): Uint8Array {
    let key = this.#met.get(place);
    if (key === undefined) {
      key = this.#keys(place, place + 1);
      this.#met.set(place, key);
    }
    return key;
  }

  #rowAt(place: number): number | undefined {
    return this.#reader.read('keys/rows', 'u32', place, place + 1)[0];
  }
}
