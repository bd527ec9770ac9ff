import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import type { Occurrences } from './occurrences.ts';
import { ByteReader, ByteWriter } from '../model/bytes.ts';

const READ_BYTES = 1 << 20;
/** Bytes behind a slice that point to the next one. */
const LINK = 4;
/** Sizes of a word's slices, the last for all that follow: most words are rare, most occurrences are of frequent ones. */
const SLICES = [8, 16, 32, 64, 128, 256, 512, 1024];
/** An occurrence takes no more: two numbers of five bytes, each of which may need another slice. */
const MOST_NEEDED = 10 * (LINK + SLICES.at(-1)!);
/** Weights are 1 to 8. */
const WEIGHT_BITS = 3;
const WEIGHT_MASK = (1 << WEIGHT_BITS) - 1;

/**
 * Occurrences of words, each word's in slices of one block of memory, until that is full; then written in the order of
 * the words' numbers. Nothing is sorted, since rows and positions come in their order.
 */
export class TextRun {
  readonly #pool: Uint8Array;
  /** 0 is no place. */
  #used = LINK;
  #terms = 0;
  /** By word: its first slice, where its next byte goes, and the row and position that came last. */
  #heads = new Uint32Array(1 << 16);
  #tails = new Uint32Array(1 << 16);
  #rows = new Uint32Array(1 << 16);
  #positions = new Uint32Array(1 << 16);

  constructor(bytes: number) {
    this.#pool = new Uint8Array(bytes + MOST_NEEDED);
  }

  get isFull(): boolean {
    return this.#used + MOST_NEEDED > this.#pool.length;
  }

  get isEmpty(): boolean {
    return this.#used === LINK;
  }

  /** Rows come in their order, positions in theirs within a row. */
  add(term: number, row: number, position: number, weight: number): void {
    if (term >= this.#terms) this.#reserve(term + 1);
    let tail = this.#tails[term]!;
    if (tail === 0) {
      tail = this.#allocate(0);
      this.#heads[term] = tail;
      this.#rows[term] = 0;
      this.#positions[term] = 0;
    }
    const step = row - this.#rows[term]!;
    const before = step === 0 ? this.#positions[term]! : 0;
    tail = this.#varint(tail, step);
    tail = this.#varint(tail, ((position - before) << WEIGHT_BITS) | (weight - 1));
    this.#tails[term] = tail;
    this.#rows[term] = row;
    this.#positions[term] = position;
  }

  #reserve(terms: number): void {
    this.#terms = terms;
    if (terms <= this.#heads.length) return;
    const grown = (list: Uint32Array) => {
      const larger = new Uint32Array(list.length * 2);
      larger.set(list);
      return larger;
    };
    this.#heads = grown(this.#heads);
    this.#tails = grown(this.#tails);
    this.#rows = grown(this.#rows);
    this.#positions = grown(this.#positions);
  }

  #varint(tail: number, value: number): number {
    const pool = this.#pool;
    let at = tail;
    let rest = value;
    for (;;) {
      // What is free is zero; the first byte behind a slice is not.
      if (pool[at] !== 0) at = this.#extend(at);
      if (rest <= 0x7f) {
        pool[at] = rest;
        return at + 1;
      }
      pool[at] = (rest & 0x7f) | 0x80;
      at++;
      rest >>>= 7;
    }
  }
  /** Links a slice that is full to the next one, whose first place it returns. */
  #extend(link: number): number {
    const pool = this.#pool;
    const at = this.#allocate(Math.min(pool[link]!, SLICES.length - 1));
    pool[link] = at & 0xff;
    pool[link + 1] = (at >>> 8) & 0xff;
    pool[link + 2] = (at >>> 16) & 0xff;
    pool[link + 3] = at >>> 24;
    return at;
  }

  #allocate(level: number): number {
    const at = this.#used;
    const size = SLICES[level]!;
    this.#used += size + LINK;
    this.#pool[at + size] = level + 1;
    return at;
  }

  /** Writes the run to a file and empties it: for each word its number, the length of its occurrences in bytes, and these. */
  write(path: string): void {
    const descriptor = openSync(path, 'w');
    const bytes = new ByteWriter();
    const flush = () => {
      writeSync(descriptor, bytes.view());
      bytes.length = 0;
    };
    const occurrences = new ByteWriter();
    for (let term = 0; term < this.#terms; term++) {
      if (this.#tails[term] === 0) continue;
      occurrences.length = 0;
      this.#collect(term, occurrences);
      bytes.varint(term);
      bytes.varint(occurrences.length);
      bytes.append(occurrences.view());
      if (bytes.length > READ_BYTES) flush();
    }
    flush();
    closeSync(descriptor);
    this.#tails.fill(0);
    this.#pool.fill(0, 0, this.#used);
    this.#used = LINK;
  }

  #collect(term: number, into: ByteWriter): void {
    const pool = this.#pool;
    const tail = this.#tails[term]!;
    let at = this.#heads[term]!;
    for (let level = 0; ; level++) {
      const end = at + SLICES[Math.min(level, SLICES.length - 1)]!;
      if (tail >= at && tail <= end) {
        into.append(pool.subarray(at, tail));
        return;
      }
      into.append(pool.subarray(at, end));
      at = (pool[end]! | (pool[end + 1]! << 8) | (pool[end + 2]! << 16) | (pool[end + 3]! << 24)) >>> 0;
    }
  }
}

/** Reads a run word by word, in a window of the file. */
export class TextRunReader {
  readonly #descriptor: number;
  readonly #path: string;
  #reader = new ByteReader(new Uint8Array(0));
  #ended = false;
  /** The word that comes next; undefined at the end. */
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
    const wanted = Math.max(READ_BYTES, size);
    const window = new Uint8Array(rest.length + wanted);
    window.set(rest);
    const read = readSync(this.#descriptor, window, rest.length, wanted, null);
    this.#ended = read === 0;
    this.#reader = new ByteReader(window.subarray(0, rest.length + read));
    this.#ensure(size);
  }

  /** Adds the occurrences of the word that comes next, and passes on. */
  take(into: Occurrences): void {
    this.#ensure(10);
    const length = this.#reader.varint();
    this.#ensure(length);
    const reader = this.#reader;
    const end = reader.position + length;
    let row = 0;
    let position = 0;
    for (let isFirst = true; reader.position < end; isFirst = false) {
      const step = reader.varint();
      const code = reader.varint();
      if (step > 0 || isFirst) {
        row += step;
        position = 0;
        into.add(row);
      }
      position += code >>> WEIGHT_BITS;
      into.addPosition(position, (code & WEIGHT_MASK) + 1);
    }
    this.#advance();
  }

  close(): void {
    closeSync(this.#descriptor);
    unlinkSync(this.#path);
  }
}
