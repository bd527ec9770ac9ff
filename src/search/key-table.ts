import type { IndexFileReader } from './index-file.ts';

/** Rows by key, searched in the file: no memory, some 20 small reads a key. */
export class KeyTable {
  readonly #reader: IndexFileReader;

  constructor(reader: IndexFileReader) {
    this.#reader = reader;
  }

  /** The key of a row. */
  at(row: number): string {
    const width = this.#reader.directory.keyWidth;
    const place = this.#reader.read('keys/places', 'u32', row, row + 1)[0]!;
    const bytes = this.#reader.read('keys/texts', 'u8', place * width, (place + 1) * width);
    return Buffer.from(bytes).toString('utf8').replace(/\0+$/u, '');
  }

  find(key: string): number | undefined {
    const width = this.#reader.directory.keyWidth;
    const wanted = Buffer.from(key);
    if (wanted.length === 0 || wanted.length > width) return undefined;
    const padded = Buffer.concat([wanted], width);
    let low = 0;
    let high = this.#reader.directory.records;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = Buffer.compare(this.#reader.read('keys/texts', 'u8', middle * width, (middle + 1) * width), padded);
      if (order === 0) return this.#reader.read('keys/rows', 'u32', middle, middle + 1)[0];
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }
}
