import { closeSync, openSync, writeSync } from 'node:fs';
import { DOUBLED, QUOTED, SPECIAL, type Row } from './row.ts';

/** Where a column of a clean file comes from. */
export interface CleanColumn {
  /** The row's cell that is taken as it stands; -1: `read` computes the value. */
  readonly index: number;
  readonly read: (row: Row) => string;
}

const BUFFER_SIZE = 4 * 1024 * 1024;
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

  /** A row of a scan: `identifier` is the index of its cell, or -1 where rows have none. */
  writeRow(
    row: Row,
    options: { readonly file: number; readonly identifier: number; readonly columns: readonly CleanColumn[] },
  ): void {
    this.#reserve(256);
    this.#begin(row.line, options.file, row.repairs.join(' '));
    if (options.identifier >= 0 && options.identifier < row.count) {
      const { start, end } = row.trimmed(options.identifier);
      this.#cell(row, start, end, row.flags[options.identifier]!);
    }
    for (const column of options.columns) {
      this.#reserve(1);
      this.#buffer[this.#length++] = TAB;
      if (column.index < 0) this.#text(column.read(row));
      else if (!row.isBlank(column.index)) {
        this.#cell(row, row.starts[column.index]!, row.ends[column.index]!, row.flags[column.index]!);
      }
    }
    this.#reserve(1);
    this.#end();
  }

  /** A row of texts. */
  writeTexts(row: {
    readonly line: number;
    readonly file: number;
    readonly repairs: readonly string[];
    readonly identifier: string;
    readonly cells: readonly string[];
  }): void {
    this.#reserve(256);
    this.#begin(row.line, row.file, row.repairs.join(' '));
    this.#text(row.identifier.trim());
    for (const cell of row.cells) {
      this.#reserve(1);
      this.#buffer[this.#length++] = TAB;
      this.#text(cell);
    }
    this.#reserve(1);
    this.#end();
  }

  #begin(line: number, file: number, repairs: string): void {
    this.#digits(line);
    this.#buffer[this.#length++] = TAB;
    this.#digits(file);
    this.#buffer[this.#length++] = TAB;
    if (repairs !== '') this.#length += this.#buffer.write(repairs, this.#length, 'latin1');
    this.#buffer[this.#length++] = TAB;
  }

  #end(): void {
    this.#buffer[this.#length++] = LF;
    this.#rows++;
  }

  #digits(value: number): void {
    let divisor = 1;
    while (divisor * 10 <= value) divisor *= 10;
    for (; divisor >= 1; divisor /= 10) this.#buffer[this.#length++] = ZERO + (Math.floor(value / divisor) % 10);
  }

  #cell(row: Row, start: number, end: number, flags: number): void {
    this.#reserve((end - start) * 2 + 2);
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
    this.#reserve(clean.length * 3);
    this.#length += this.#buffer.write(clean, this.#length, 'utf8');
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#buffer.length) return;
    this.#flush();
    if (bytes > this.#buffer.length) this.#buffer = Buffer.allocUnsafe(bytes * 2);
  }

  #flush(): void {
    for (let written = 0; written < this.#length;) {
      written += writeSync(this.#descriptor, this.#buffer, written, this.#length - written);
    }
    this.#length = 0;
  }
}
