import type { IndexFileReader } from './index-file.ts';
import { fold } from './text-fold.ts';
import { hashText } from './text-hash.ts';
import { compareText } from './text-order.ts';
import { longestPiece, matchesPattern, type TextPattern } from './text-pattern.ts';
import type { Turns } from './turns.ts';

/** Texts by code, from 1, in the order of `compareText`. */
export class TextDictionary {
  readonly #reader: IndexFileReader;
  readonly #name: string;

  constructor(reader: IndexFileReader, name: string) {
    this.#reader = reader;
    this.#name = name;
  }

  #offsets(form: 'texts' | 'folded'): Uint32Array {
    return this.#reader.load(`${this.#name}/${form}/offsets`, 'u32');
  }

  #blob(form: 'texts' | 'folded'): Buffer {
    const bytes = this.#reader.load(`${this.#name}/${form}/blob`, 'u8');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get size(): number {
    return this.#offsets('texts').length - 1;
  }

  get(code: number): string {
    return this.#text('texts', code);
  }

  #text(form: 'texts' | 'folded', code: number): string {
    const offsets = this.#offsets(form);
    return this.#blob(form).toString('utf8', offsets[code - 1], offsets[code]! - 1);
  }

  /** The codes of texts that are equal to this one but for letter case and accents. */
  find(text: string): number[] {
    const folded = fold(text);
    const slots = this.#reader.load(`${this.#name}/hash`, 'u32');
    const codes: number[] = [];
    for (let slot = hashText(folded) & (slots.length - 1); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
      const code = slots[slot]!;
      if (fold(this.get(code)) === folded) codes.push(code);
    }
    return codes;
  }

  /** Finds the code of exactly a text, 0 where there is none: for very many of them, of ASCII letters as a rule. */
  finder(): (text: string) => number {
    const slots = this.#reader.load(`${this.#name}/hash`, 'u32');
    const offsets = this.#offsets('texts');
    const bytes = this.#reader.load(`${this.#name}/texts/blob`, 'u8');
    const isAt = (code: number, text: string) => {
      const from = offsets[code - 1]!;
      if (offsets[code]! - 1 - from !== text.length) return this.get(code) === text;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        if (unit > 0x7f) return this.get(code) === text;
        if (bytes[from + at] !== unit) return false;
      }
      return true;
    };
    return (text) => {
      for (let slot = hashText(fold(text)) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
        const code = slots[slot]!;
        if (code === 0 || isAt(code, text)) return code;
      }
    };
  }

  /** The first code whose text is not before this one; size + 1 where all are. */
  lowerBound(text: string): number {
    return this.#bound((other) => compareText(other, text) < 0);
  }

  /** The first code whose text is after this one. */
  upperBound(text: string): number {
    return this.#bound((other) => compareText(other, text) <= 0);
  }

  #bound(isBefore: (text: string) => boolean): number {
    let low = 1;
    let high = this.size + 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(this.get(middle))) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The codes, ascending, of texts that contain this one, letter case and accents aside. */
  containing(text: string): number[] {
    const needle = needleOf(text);
    if (needle.length === 0) return Array.from({ length: this.size }, (_, index) => index + 1);
    const blob = this.#blob('folded');
    const offsets = this.#offsets('folded');
    const codes: number[] = [];
    for (let at = blob.indexOf(needle); at >= 0;) {
      const code = codeAt(offsets, at);
      codes.push(code);
      at = blob.indexOf(needle, offsets[code]! - 1);
    }
    return codes;
  }

  /** Those of some codes whose texts contain this one, letter case and accents aside. */
  containingOf(codes: readonly number[], text: string): number[] {
    const needle = needleOf(text);
    const blob = this.#blob('folded');
    const offsets = this.#offsets('folded');
    return codes.filter((code) => blob.subarray(offsets[code - 1], offsets[code]! - 1).includes(needle));
  }

  /** The same where a word begins with it; undefined where there are more than `most`. */
  beginningWords(text: string, most: number): number[] | undefined {
    const needle = needleOf(text);
    const blob = this.#blob('folded');
    const offsets = this.#offsets('folded');
    const codes: number[] = [];
    for (let at = blob.indexOf(needle); at >= 0;) {
      if (isWordByte(blob[at - 1]!)) {
        at = blob.indexOf(needle, at + 1);
        continue;
      }
      if (codes.length === most) return undefined;
      const code = codeAt(offsets, at);
      codes.push(code);
      at = blob.indexOf(needle, offsets[code]! - 1);
    }
    return codes;
  }

  /** Whether a word of one text begins with another text. */
  hasWordBeginning(code: number, text: string): boolean {
    const needle = needleOf(text);
    const offsets = this.#offsets('folded');
    // With the line break before it, which is no part of a word.
    const folded = this.#blob('folded').subarray(offsets[code - 1]! - 1, offsets[code]! - 1);
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + 1)) {
      if (!isWordByte(folded[at - 1]!)) return true;
    }
    return false;
  }

  /**
   * The codes, ascending, of texts that fulfil a pattern. Texts that hold the pattern's longest piece are found in the run of
   * all texts; only they are read one by one.
   */
  async matching(pattern: TextPattern, turns: Turns): Promise<number[]> {
    const piece = longestPiece(pattern);
    const codes: number[] = [];
    const test = (code: number) => {
      if (matchesPattern(fold(this.get(code)), pattern)) codes.push(code);
    };
    // In the run of folded texts a line break stands for the end of one.
    if (piece === '' || piece.includes('\n')) {
      for (let code = 1; code <= this.size; code++) {
        if (code % STEP === 0 && turns.isDue) await turns.take();
        test(code);
      }
      return codes;
    }
    const blob = this.#blob('folded');
    const offsets = this.#offsets('folded');
    const needle = Buffer.from(piece);
    for (let from = 1; from <= this.size;) {
      await turns.take();
      const next = Math.min(this.size + 1, codeAt(offsets, offsets[from - 1]! + RUN_BYTES) + 1);
      const run = blob.subarray(0, offsets[next - 1]);
      for (let at = run.indexOf(needle, offsets[from - 1]); at >= 0;) {
        const code = codeAt(offsets, at);
        if (code % STEP === 0 && turns.isDue) await turns.take();
        test(code);
        at = run.indexOf(needle, offsets[code]);
      }
      from = next;
    }
    return codes;
  }
}

/** Bytes that are searched, and texts that are read, before the clock is looked at. */
const RUN_BYTES = 1 << 22;
const STEP = 64;

/** A text as it stands in the run of folded ones. */
function needleOf(text: string): Buffer {
  return Buffer.from(fold(text).replaceAll('\n', ' '));
}

/** Bytes of letters, digits and all that is beyond ASCII. */
function isWordByte(byte: number): boolean {
  return byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a);
}

/** The code of the text in which a byte lies. */
function codeAt(offsets: Uint32Array, position: number): number {
  let low = 1;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (offsets[middle]! > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Spans by code − 1, ordered by begin, end, basis. */
export interface SpanDictionary {
  readonly begins: Int32Array;
  readonly ends: Int32Array;
  /** 0 recorded, 1 inferred. */
  readonly bases: Uint8Array;
}

/** Coordinates by code − 1, in microdegrees, ordered by latitude, longitude. */
export interface PointDictionary {
  readonly latitudes: Int32Array;
  readonly longitudes: Int32Array;
}

/** The first index whose number is not before `value` (`after`: is after it). */
export function numberBound(numbers: Float64Array, value: number, after: boolean): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = numbers[middle]!;
    if (other < value || (after && other === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
