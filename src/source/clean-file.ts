import { closeSync, openSync, writeSync } from 'node:fs';
import { DOUBLED, QUOTED, SPECIAL, type Row } from './row.ts';

/** Where a column of a clean file comes from. */
export interface CleanColumn {
  /** The row's cell that is taken as it stands; -1: `read` computes the value. */
  readonly index: number;
  readonly read: (row: Row) => string;
}

const BUFFER_SIZE = 4 * 1024 * 1024;
/** Bytes of a row, its line end included; readers of clean files may rely on it. */
export const CLEAN_ROW_LIMIT = 16 * 1024 * 1024;
export const TOO_LONG = 'the row has more than 16 MB';
const TAB = 0x09;
const LF = 0x0a;
const QUOTE = 0x22;
const ZERO = 0x30;
/** Below this length a loop is faster than a native copy. */
const SHORT = 24;
// oxlint-disable-next-line no-control-regex
const NEEDS_QUOTES = /[\t"\r\n]/u;

/** Writes the rows of one clean file (see SourceTable). Synchronous: whoever feeds it waits for the disk. */
export class CleanFile {
  readonly path: string;
  readonly #descriptor: number;
  #buffer = Buffer.allocUnsafe(BUFFER_SIZE);
  #length = 0;
  /** Where the row being written starts. */
  #rowStart = 0;
  #isTooLong = false;
  #rows = 0;

  constructor(path: string) {
    this.path = path;
    this.#descriptor = openSync(path, 'w');
  }

  get rows(): number {
    return this.#rows;
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  /** Writes a row of a scan; `identifier` is the index of its cell, or -1 where rows have none. False: it is too long, and is not written. */
  writeRow(
    row: Row,
    options: { readonly file: number; readonly identifier: number; readonly columns: readonly CleanColumn[] },
  ): boolean {
    this.#reserve(256);
    this.#begin(row.line, options.file, row.repairs.join(' '));
    if (options.identifier >= 0 && options.identifier < row.count) {
      const { start, end } = row.trimmed(options.identifier);
      this.#cell(row, start, end, row.flags[options.identifier]!);
    }
    for (const column of options.columns) {
      this.#separator();
      if (column.index < 0) this.#text(column.read(row));
      else if (!row.isBlank(column.index)) {
        this.#cell(row, row.starts[column.index]!, row.ends[column.index]!, row.flags[column.index]!);
      }
    }
    return this.#end();
  }

  /** Writes a row of texts. False: it is too long, and is not written. */
  writeTexts(row: {
    readonly line: number;
    readonly file: number;
    readonly repairs: readonly string[];
    readonly identifier: string;
    readonly cells: readonly string[];
  }): boolean {
    this.#reserve(256);
    this.#begin(row.line, row.file, row.repairs.join(' '));
    this.#text(row.identifier.trim());
    for (const cell of row.cells) {
      this.#separator();
      this.#text(cell);
    }
    return this.#end();
  }

  #separator(): void {
    if (this.#reserve(1)) this.#buffer[this.#length++] = TAB;
  }

  #begin(line: number, file: number, repairs: string): void {
    this.#digits(line);
    this.#buffer[this.#length++] = TAB;
    this.#digits(file);
    this.#buffer[this.#length++] = TAB;
    if (repairs !== '') this.#length += this.#buffer.write(repairs, this.#length, 'latin1');
    this.#buffer[this.#length++] = TAB;
  }

  #end(): boolean {
    if (this.#reserve(1)) this.#buffer[this.#length++] = LF;
    const isWritten = !this.#isTooLong;
    if (isWritten) this.#rows++;
    else this.#length = this.#rowStart;
    this.#rowStart = this.#length;
    this.#isTooLong = false;
    return isWritten;
  }

  #digits(value: number): void {
    let divisor = 1;
    while (divisor * 10 <= value) divisor *= 10;
    for (; divisor >= 1; divisor /= 10) this.#buffer[this.#length++] = ZERO + (Math.floor(value / divisor) % 10);
  }

  #cell(row: Row, start: number, end: number, flags: number): void {
    if (!this.#reserve((end - start) * 2 + 2)) return;
    const { bytes } = row;
    const buffer = this.#buffer;
    let length = this.#length;
    if ((flags & SPECIAL) === 0) {
      if (end - start > SHORT) length += bytes.copy(buffer, length, start, end);
      else for (let position = start; position < end; position++) buffer[length++] = bytes[position]!;
      this.#length = length;
      return;
    }
    const isDoubled = (flags & DOUBLED) !== 0;
    if ((flags & QUOTED) !== 0 && row.quote === QUOTE) {
      // Enclosed by the same mark and doubled in the same way as in a clean file.
      buffer[length++] = QUOTE;
      length += bytes.copy(buffer, length, start, end);
      buffer[length++] = QUOTE;
      this.#length = length;
      return;
    }
    buffer[length++] = QUOTE;
    for (let position = start; position < end; position++) {
      const byte = bytes[position]!;
      if (isDoubled && byte === row.quote) position++;
      if (byte === QUOTE) buffer[length++] = QUOTE;
      buffer[length++] = byte;
    }
    buffer[length++] = QUOTE;
    this.#length = length;
  }

  #text(text: string): void {
    if (text === '' || text.trim() === '') return;
    const clean = NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    if (this.#reserve(Buffer.byteLength(clean))) this.#length += this.#buffer.write(clean, this.#length, 'utf8');
  }

  /** Makes room for so many bytes of the row; false where the row is too long. */
  #reserve(bytes: number): boolean {
    if (this.#isTooLong) return false;
    if (this.#length + bytes <= this.#buffer.length) return true;
    const rowLength = this.#length - this.#rowStart;
    if (rowLength + bytes > CLEAN_ROW_LIMIT) {
      this.#isTooLong = true;
      return false;
    }
    this.#flush();
    if (rowLength + bytes > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max((rowLength + bytes) * 2, BUFFER_SIZE));
      this.#buffer.copy(larger, 0, 0, rowLength);
      this.#buffer = larger;
    }
    return true;
  }

  /** Writes the finished rows to disk and moves the unfinished one to the front. */
  #flush(): void {
    for (let written = 0; written < this.#rowStart;) {
      written += writeSync(this.#descriptor, this.#buffer, written, this.#rowStart - written);
    }
    this.#buffer.copyWithin(0, this.#rowStart, this.#length);
    this.#length -= this.#rowStart;
    this.#rowStart = 0;
  }
}
