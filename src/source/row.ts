import { isUtf8 } from 'node:buffer';
import type { RepairCode } from './source.ts';

/** The cell was enclosed in quotes; its bounds exclude them. */
export const QUOTED = 1;
/** The cell holds doubled quotes that stand for one. */
export const DOUBLED = 2;
/** The cell holds a tab, a quotation mark or a line break, which a clean file must enclose. */
export const SPECIAL = 4;
export const NUL = 8;

/** First bytes in UTF-8 of white space beyond ASCII (U+00A0, U+1680, U+2000 and following, U+3000, U+FEFF). */
const WIDE_SPACE_LEADS = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef]);
/** Bytes that windows-1252 leaves undefined. */
const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

const windows1252 = new TextDecoder('windows-1252');

/**
 * The row that a scan has just read: where its cells lie in the scanned bytes. One object is used again for all rows of
 * a file, so nobody may keep it beyond the call that hands it over.
 */
export class Row {
  bytes: Buffer = Buffer.alloc(0);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  flags = new Uint8Array(64);
  count = 0;
  /** 1-based line on which the row starts. */
  line = 0;
  /** What any of the cells holds. */
  allFlags = 0;
  readonly repairs: RepairCode[] = [];
  /** The byte that encloses cells; -1: none. */
  readonly quote: number;

  constructor(quote: number) {
    this.quote = quote;
  }

  reset(bytes: Buffer, line: number): void {
    this.bytes = bytes;
    this.line = line;
    this.count = 0;
    this.allFlags = 0;
    this.repairs.length = 0;
  }

  add(start: number, end: number, flags: number): void {
    const index = this.count;
    if (index === this.starts.length) this.#grow();
    this.starts[index] = start;
    this.ends[index] = end;
    this.flags[index] = flags;
    this.allFlags |= flags;
    this.count = index + 1;
  }

  #grow(): void {
    const size = this.starts.length * 2;
    const starts = new Int32Array(size);
    starts.set(this.starts);
    this.starts = starts;
    const ends = new Int32Array(size);
    ends.set(this.ends);
    this.ends = ends;
    const flags = new Uint8Array(size);
    flags.set(this.flags);
    this.flags = flags;
  }

  /** The cell as text; empty where the row has no such cell. */
  text(index: number): string {
    if (index >= this.count) return '';
    const text = this.bytes.toString('utf8', this.starts[index], this.ends[index]);
    if ((this.flags[index]! & DOUBLED) === 0) return text;
    const quote = String.fromCharCode(this.quote);
    return text.replaceAll(quote + quote, quote);
  }

  texts(): string[] {
    return Array.from({ length: this.count }, (_, index) => this.text(index));
  }

  /** Whether the cell is absent, empty or only white space. */
  isBlank(index: number): boolean {
    if (index >= this.count) return true;
    let start = this.starts[index]!;
    const end = this.ends[index]!;
    while (start < end && isSpace(this.bytes[start]!)) start++;
    if (start === end) return true;
    return WIDE_SPACE_LEADS.has(this.bytes[start]!) && this.bytes.toString('utf8', start, end).trim() === '';
  }

  isAllBlank(): boolean {
    for (let index = 0; index < this.count; index++) if (!this.isBlank(index)) return false;
    return true;
  }

  /** The bounds of the cell without surrounding white space. */
  trimmed(index: number): { readonly start: number; readonly end: number } {
    let start = this.starts[index]!;
    let end = this.ends[index]!;
    while (start < end && isSpace(this.bytes[start]!)) start++;
    while (end > start && isSpace(this.bytes[end - 1]!)) end--;
    return { start, end };
  }

  /** Replaces the bytes of cells that are not UTF-8 or that hold NUL; says in `repairs` what it did. */
  mend(): void {
    const parts: Buffer[] = [];
    let length = 0;
    for (let index = 0; index < this.count; index++) {
      const part = this.#mendedCell(this.bytes.subarray(this.starts[index], this.ends[index]));
      parts.push(part);
      this.starts[index] = length;
      length += part.length;
      this.ends[index] = length;
    }
    this.bytes = Buffer.concat(parts, length);
  }

  #mendedCell(cell: Buffer): Buffer {
    let bytes = cell;
    if (bytes.includes(0)) {
      this.repaired('ROW_NUL_REMOVED');
      bytes = Buffer.from(bytes.filter((byte) => byte !== 0));
    }
    if (isUtf8(bytes)) return bytes;
    const asUtf8 = bytes.toString('utf8');
    // A cell with sound sequences beside the broken ones is UTF-8 that was cut; as windows-1252 it would lose the sound ones.
    // oxlint-disable-next-line no-control-regex
    const holdsSoundSequences = /[^\u0000-\u007F\uFFFD]/u.test(asUtf8);
    if (!holdsSoundSequences && !bytes.some((byte) => UNDEFINED_IN_1252.has(byte))) {
      this.repaired('ROW_ENCODING_REPAIRED');
      return Buffer.from(windows1252.decode(bytes));
    }
    this.repaired('ROW_ENCODING_REPLACED');
    return Buffer.from(asUtf8);
  }

  repaired(code: RepairCode): void {
    if (!this.repairs.includes(code)) this.repairs.push(code);
  }
}
