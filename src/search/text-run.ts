import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import type { Occurrences } from './occurrences.ts';
import { radixSort } from './radix-order.ts';
import { ByteReader, ByteWriter } from './varint.ts';

const READ_BYTES = 1 << 18;

/** Occurrences of words, collected until the run is full, then written sorted by term and row. */
export class TextRun {
  readonly #capacity: number;
  readonly #terms: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #positions: Uint32Array;
  readonly #weights: Uint8Array;
  #length = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#terms = new Uint32Array(capacity);
    this.#rows = new Uint32Array(capacity);
    this.#positions = new Uint32Array(capacity);
    this.#weights = new Uint8Array(capacity);
  }

  get isFull(): boolean {
    return this.#length === this.#capacity;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  add(term: number, row: number, position: number, weight: number): void {
    const at = this.#length++;
    this.#terms[at] = term;
    this.#rows[at] = row;
    this.#positions[at] = position;
    this.#weights[at] = weight;
  }

  /** Writes the run to a file and empties it. */
  write(path: string): void {
    const order = radixSort(
      radixSort(
        Uint32Array.from({ length: this.#length }, (_, index) => index),
        this.#rows.subarray(0, this.#length),
      ),
      this.#terms.subarray(0, this.#length),
    );
    const descriptor = openSync(path, 'w');
    const bytes = new ByteWriter();
    const flush = () => {
      writeSync(descriptor, bytes.view());
      bytes.length = 0;
    };
    for (let at = 0; at < order.length;) {
      const term = this.#terms[order[at]!]!;
      let end = at;
      while (end < order.length && this.#terms[order[end]!] === term) end++;
      this.#writeTerm(bytes, term, order.subarray(at, end));
      at = end;
      if (bytes.length > READ_BYTES) flush();
    }
    flush();
    closeSync(descriptor);
    this.#length = 0;
  }

  /** Term, number of rows; per row: row, weight, number of positions, positions as differences. */
  #writeTerm(bytes: ByteWriter, term: number, occurrences: Uint32Array): void {
    let rows = 0;
    let last = -1;
    for (const index of occurrences) {
      if (this.#rows[index] !== last) rows++;
      last = this.#rows[index]!;
    }
    bytes.varint(term);
    bytes.varint(rows);
    for (let at = 0; at < occurrences.length;) {
      const row = this.#rows[occurrences[at]!]!;
      let end = at;
      let weight = 0;
      while (end < occurrences.length && this.#rows[occurrences[end]!] === row) {
        weight += this.#weights[occurrences[end++]!]!;
      }
      bytes.varint(row);
      bytes.varint(weight);
      bytes.varint(end - at);
      let position = 0;
      for (; at < end; at++) {
        const next = this.#positions[occurrences[at]!]!;
        bytes.varint(next - position);
        position = next;
      }
    }
  }
}

/** Reads a run term by term, in a window of the file. */
export class TextRunReader {
  readonly #descriptor: number;
  readonly #path: string;
  #reader = new ByteReader(new Uint8Array(0));
  #ended = false;
  /** The term that comes next; undefined at the end. */
  term: number | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(path, 'r');
    this.#advance();
  }

  #advance(): void {
    this.#ensure(10);
    this.term = this.#reader.position < this.#reader.bytes.length ? this.#reader.varint() : undefined;
  }

  /** Makes sure that this many bytes lie in the window, as far as the file has them. */
  #ensure(size: number): void {
    const { bytes, position } = this.#reader;
    if (this.#ended || bytes.length - position >= size) return;
    const rest = bytes.subarray(position);
    const window = new Uint8Array(rest.length + READ_BYTES);
    window.set(rest);
    const read = readSync(this.#descriptor, window, rest.length, READ_BYTES, null);
    this.#ended = read === 0;
    this.#reader = new ByteReader(window.subarray(0, rest.length + read));
    this.#ensure(size);
  }

  /** Adds the occurrences of the term that comes next, and passes on. */
  take(into: Occurrences): void {
    this.#ensure(10);
    const rows = this.#reader.varint();
    for (let index = 0; index < rows; index++) {
      this.#ensure(20);
      const row = this.#reader.varint();
      into.add(row, this.#reader.varint());
      const count = this.#reader.varint();
      this.#ensure(count * 5);
      let position = 0;
      for (let at = 0; at < count; at++) {
        position += this.#reader.varint();
        into.addPosition(position);
      }
    }
    this.#advance();
  }

  close(): void {
    closeSync(this.#descriptor);
    unlinkSync(this.#path);
  }
}
