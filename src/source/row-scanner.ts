import { isUtf8 } from 'node:buffer';
import { CLEAN_ROW_LIMIT, TOO_LONG } from './clean-file.ts';
import { readLiterally, readLoosely } from './row-repair.ts';
import { DOUBLED, NUL, QUOTED, Row, SPECIAL } from './row.ts';

/** How the text of a delimited file is divided. */
export interface Dialect {
  /** One or more characters. */
  readonly delimiter: string;
  /** One ASCII character, or empty: cells are not enclosed. */
  readonly quote: string;
  readonly lineEnd: 'lf' | 'cr';
  readonly headerLines: number;
  /** Cells that a row must have; 0: any number. */
  readonly width: number;
  /** A row of at least so many cells may lack its last ones. */
  readonly leastWidth: number;
  /** Whether short rows are taken for rows that a line break in a cell has broken, where the next lines complete them. */
  readonly joinsLines: boolean;
}

export interface RowHandler {
  /** The last header line. */
  header?(cells: readonly string[]): void;
  /** The row is valid only during the call. */
  row(row: Row): void;
  reject(line: number, reason: string, excerpt: string): void;
}

/** Bytes that a row may have. */
const ROW_LIMIT = CLEAN_ROW_LIMIT;
/** Where quotes that never close keep coming, each search for their end is kept short. */
const IMPATIENT_ROW_LIMIT = 1024 * 1024;
const PATIENCE = 20;
const EXCERPT_LENGTH = 200;
/** Lines and bytes within which a broken row must be completed. */
const JOINED_LINES = 20;
const JOINED_LIMIT = 256 * 1024;

const LF = 0x0a;
const CR = 0x0d;
const PLAIN = 0;
const DELIMITER = 1;
const BREAK = 2;
const NOTABLE = 3;

type Outcome = 'row' | 'incomplete' | 'malformed';

/**
 * Reads rows from chunks of UTF-8: cells by position, no string per cell. Every row has the dialect's width when it is
 * handed over; what cannot be brought to it is rejected, and reading resumes on the next line.
 */
export class RowScanner {
  readonly #dialect: Dialect;
  readonly #handler: RowHandler;
  readonly #row: Row;
  readonly #delimiter: Buffer;
  readonly #quote: number;
  readonly #break: number;
  readonly #kinds = new Uint8Array(256);
  readonly #quotedKinds = new Uint8Array(256);
  #window: Buffer = Buffer.alloc(0);
  #isWindowUtf8 = true;
  #start = 0;
  #line = 1;
  #next = 0;
  #linesRead = 0;
  #headerLinesLeft: number;
  #isSkippingLine = false;
  #unclosedQuotes = 0;
  #blankLines = 0;

  constructor(dialect: Dialect, handler: RowHandler) {
    this.#dialect = dialect;
    this.#handler = handler;
    this.#delimiter = Buffer.from(dialect.delimiter);
    this.#quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0);
    this.#break = dialect.lineEnd === 'lf' ? LF : CR;
    this.#headerLinesLeft = dialect.headerLines;
    this.#row = new Row(this.#quote);
    for (const kinds of [this.#kinds, this.#quotedKinds]) {
      for (const character of '\0\t"\n\r') kinds[character.charCodeAt(0)] = NOTABLE;
    }
    this.#kinds[this.#break] = BREAK;
    this.#kinds[CR] = BREAK;
    this.#kinds[this.#delimiter[0]!] = DELIMITER;
    if (this.#quote >= 0) this.#quotedKinds[this.#quote] = NOTABLE;
  }

  /** Blank lines passed over so far; they are not rows. */
  get blankLines(): number {
    return this.#blankLines;
  }

  push(chunk: Buffer): void {
    this.#window =
      this.#start < this.#window.length ? Buffer.concat([this.#window.subarray(this.#start), chunk]) : chunk;
    this.#start = 0;
    this.#scan(false);
  }

  end(): void {
    this.#scan(true);
  }

  #scan(isLast: boolean): void {
    const wholeLines = isLast ? this.#window.length : this.#window.lastIndexOf(this.#break) + 1;
    this.#isWindowUtf8 = isUtf8(this.#window.subarray(this.#start, wholeLines));
    while (this.#start < this.#window.length) {
      if (this.#isSkippingLine || this.#headerLinesLeft > 1) {
        if (!this.#skipLine(isLast)) return;
        continue;
      }
      const outcome = this.#readRow(isLast);
      if (outcome === 'row') {
        if (!this.#finishRow(isLast)) return;
      } else if (outcome === 'malformed' && (isLast || this.#window.indexOf(this.#break, this.#start) >= 0))
        this.#repairLine();
      else if (!this.#giveUp()) return;
    }
  }

  /** Passes over a header line or the rest of a line that is too long; false where its end is not yet here. */
  #skipLine(isLast: boolean): boolean {
    const end = this.#window.indexOf(this.#break, this.#start);
    if (end < 0 && !isLast) {
      if (this.#isSkippingLine) this.#start = this.#window.length;
      return false;
    }
    if (this.#isSkippingLine) this.#isSkippingLine = false;
    else this.#headerLinesLeft--;
    this.#advance(end < 0 ? this.#window.length : end + 1, 1);
    return true;
  }

  #advance(next: number, lines: number): void {
    this.#start = next;
    this.#line += lines;
  }

  /** Finds the cells of the row at `#start`; sets `#next` and `#linesRead` where it ends. */
  #readRow(isLast: boolean): Outcome {
    const row = this.#row;
    const bytes = this.#window;
    const end = bytes.length;
    const kinds = this.#kinds;
    const quotedKinds = this.#quotedKinds;
    const quote = this.#quote;
    const delimiterLength = this.#delimiter.length;
    const isLf = this.#break === LF;
    let position = this.#start;
    let lines = 1;
    row.reset(bytes, this.#line);
    for (;;) {
      let flags = 0;
      let start = position;
      let cellEnd = -1;
      if (position < end && bytes[position] === quote) {
        flags = QUOTED;
        start = ++position;
        for (;;) {
          if (position >= end) return isLast ? 'malformed' : 'incomplete';
          const byte = bytes[position]!;
          if (quotedKinds[byte] === PLAIN) {
            position++;
            continue;
          }
          if (byte === quote) {
            if (position + 1 >= end && !isLast) return 'incomplete';
            if (bytes[position + 1] !== quote) break;
            flags |= DOUBLED | SPECIAL;
            position += 2;
            continue;
          }
          if (byte === this.#break) lines++;
          flags |= byte === 0 ? NUL : SPECIAL;
          position++;
        }
        cellEnd = position++;
        if (position < end && kinds[bytes[position]!] !== DELIMITER && kinds[bytes[position]!] !== BREAK)
          return 'malformed';
      }
      for (; position < end; position++) {
        const byte = bytes[position]!;
        const kind = kinds[byte];
        if (kind === PLAIN) continue;
        if (kind === NOTABLE) {
          flags |= byte === 0 ? NUL : SPECIAL;
          continue;
        }
        if (kind === DELIMITER) {
          if (delimiterLength === 1) break;
          if (position + delimiterLength > end && !isLast) return 'incomplete';
          if (this.#delimiter.equals(bytes.subarray(position, position + delimiterLength))) break;
          if (byte <= 0x22) flags |= SPECIAL;
          continue;
        }
        if (byte === CR) {
          if (position + 1 >= end && !isLast) return 'incomplete';
          if (isLf && bytes[position + 1] !== LF) {
            flags |= SPECIAL;
            continue;
          }
        }
        break;
      }
      if (position >= end && !isLast) return 'incomplete';
      // Between a closing quote and the delimiter there may be nothing; a multi-character delimiter is only certain now.
      if (cellEnd >= 0 && position !== cellEnd + 1) return 'malformed';
      row.add(start, cellEnd >= 0 ? cellEnd : position, flags);
      if (position < end && kinds[bytes[position]!] === DELIMITER) {
        position += delimiterLength;
        continue;
      }
      if (position < end) position += bytes[position] === CR && bytes[position + 1] === LF ? 2 : 1;
      this.#next = position;
      this.#linesRead = lines;
      return 'row';
    }
  }

  /** False: what follows must be seen first. */
  #finishRow(isLast: boolean): boolean {
    const row = this.#row;
    const { width, joinsLines } = this.#dialect;
    if (row.count === 1 && row.flags[0] === 0 && row.isBlank(0)) {
      this.#blankLines++;
      this.#advance(this.#next, this.#linesRead);
    } else if (this.#headerLinesLeft > 0 || width === 0 || row.count === width) this.#emit(this.#next, this.#linesRead);
    else if (joinsLines && row.count > 1 && row.count < width) return this.#joinLines(isLast);
    else this.#fitRow();
    return true;
  }

  /** Completes a row that a line break within a cell has broken, if the next lines do so exactly. False: they are not here yet. */
  #joinLines(isLast: boolean): boolean {
    const row = this.#row;
    const { width } = this.#dialect;
    const start = this.#start;
    const firstShape = shapeOf(row.text(0));
    const cells = cellsOf(row);
    let lines = this.#linesRead;
    let isBroken = (row.allFlags & QUOTED) === 0;
    for (let count = 0; isBroken && cells.length < width && count < JOINED_LINES; count++) {
      this.#start = this.#next;
      const outcome = this.#start < this.#window.length ? this.#readRow(isLast) : 'incomplete';
      if (outcome === 'incomplete' && !isLast && this.#window.length - start < JOINED_LIMIT) {
        this.#start = start;
        return false;
      }
      const isPart =
        outcome === 'row' && (row.allFlags & QUOTED) === 0 && row.count < width && shapeOf(row.text(0)) !== firstShape;
      isBroken = isPart && cells.length + row.count - 1 <= width;
      if (!isBroken) break;
      lines += this.#linesRead;
      const [first, ...others] = cellsOf(row);
      const last = cells.at(-1);
      if (first !== undefined && last !== undefined)
        cells.splice(-1, 1, { start: last.start, end: first.end, flags: last.flags | first.flags | SPECIAL });
      cells.push(...others);
    }
    this.#start = start;
    if (isBroken && cells.length === width) {
      row.reset(this.#window, this.#line);
      for (const cell of cells) row.add(cell.start, cell.end, cell.flags);
      row.repaired('ROW_JOINED');
      this.#emit(this.#next, lines);
    } else {
      this.#readRow(true);
      this.#fitRow();
    }
    return true;
  }

  #emit(next: number, lines: number): void {
    const row = this.#row;
    if ((row.allFlags & NUL) !== 0 || (!this.#isWindowUtf8 && !isUtf8(this.#window.subarray(this.#start, next))))
      row.mend();
    if (this.#headerLinesLeft > 0) {
      this.#headerLinesLeft--;
      this.#handler.header?.(row.texts());
    } else if (next - this.#start <= row.count * 3 + 2 && row.isAllBlank()) {
      this.#reject(next, 'every cell of the row is empty');
    } else this.#handler.row(row);
    this.#advance(next, lines);
  }

  #reject(next: number, reason: string): void {
    const excerpt = this.#window.toString('utf8', this.#start, Math.min(next, this.#start + EXCERPT_LENGTH * 4));
    this.#handler.reject(this.#line, reason, excerpt.trimEnd().slice(0, EXCERPT_LENGTH));
  }

  /** A row whose quotes are sound but whose number of cells is not. */
  #fitRow(): void {
    if (this.#linesRead > 1) {
      const { line, next } = this.#firstLine();
      if (this.#rereadLine(line) && this.#row.count === this.#dialect.width) {
        this.#emit(next, 1);
        return;
      }
      // The reread has overwritten the row: find its cells again.
      this.#readRow(true);
    }
    this.#fit(this.#next, this.#linesRead);
  }

  #fit(next: number, lines: number): void {
    const row = this.#row;
    const { width, leastWidth } = this.#dialect;
    if (row.count < width && row.count >= leastWidth) {
      row.repaired('ROW_PADDED');
      while (row.count < width) row.add(0, 0, 0);
      this.#emit(next, lines);
      return;
    }
    if (row.count > width && this.#isBlankFrom(width)) {
      row.repaired('ROW_TRUNCATED');
      row.count = width;
      this.#emit(next, lines);
      return;
    }
    this.#reject(next, `the row has ${row.count} ${row.count === 1 ? 'cell' : 'cells'}, not ${width}`);
    this.#advance(next, lines);
  }

  #isBlankFrom(index: number): boolean {
    for (let cell = index; cell < this.#row.count; cell++) if (!this.#row.isBlank(cell)) return false;
    return true;
  }

  /** Bounds of the text line at `#start`, without and with its end. */
  #firstLine(): { readonly line: Buffer; readonly next: number } {
    const found = this.#window.indexOf(this.#break, this.#start);
    const end = found < 0 ? this.#window.length : found;
    const isCrLf = this.#break === LF && end > this.#start && this.#window[end - 1] === CR;
    const next = found < 0 ? end : end + 1;
    return { line: this.#window.subarray(this.#start, isCrLf ? end - 1 : end), next };
  }

  /** Reads one line with its quotes taken loosely, then literally; leaves the cells in the row. */
  #rereadLine(line: Buffer): boolean {
    const { width } = this.#dialect;
    const dialect = { quote: this.#quote, delimiter: this.#delimiter };
    for (const read of [readLoosely, readLiterally]) {
      this.#row.reset(line, this.#line);
      read(line, dialect, this.#row);
      this.#row.repaired('ROW_QUOTES_REPAIRED');
      if (width === 0 || this.#row.count === width) return true;
    }
    return false;
  }

  /** A quote that is not closed, or closed in the middle of a cell. */
  #repairLine(): void {
    const { line, next } = this.#firstLine();
    if (this.#rereadLine(line) || this.#headerLinesLeft > 0) this.#emit(next, 1);
    else {
      const { width } = this.#dialect;
      this.#reject(
        next,
        `quotation marks do not pair up, and without them the row has not ${width} cells but ${this.#row.count}`,
      );
      this.#advance(next, 1);
    }
  }

  /** True where an incomplete row has been dealt with although its end is not in sight. */
  #giveUp(): boolean {
    const limit = this.#unclosedQuotes > PATIENCE ? IMPATIENT_ROW_LIMIT : ROW_LIMIT;
    if (this.#window.length - this.#start <= limit) return false;
    if (this.#window.indexOf(this.#break, this.#start) >= 0) {
      this.#unclosedQuotes++;
      this.#repairLine();
      return true;
    }
    if (this.#window.length - this.#start <= ROW_LIMIT) return false;
    this.#reject(this.#window.length, TOO_LONG);
    this.#isSkippingLine = true;
    this.#start = this.#window.length;
    return true;
  }
}

function cellsOf(row: Row): { readonly start: number; readonly end: number; readonly flags: number }[] {
  return Array.from({ length: row.count }, (_, index) => ({
    start: row.starts[index]!,
    end: row.ends[index]!,
    flags: row.flags[index]!,
  }));
}

/** What kind of text a cell is ("NHM-12" and "KEW-7" are one), to tell the identifier of another row from the rest of a sentence. */
function shapeOf(text: string): string {
  return text
    .trim()
    .replaceAll(/\d+/gu, '9')
    .replaceAll(/\p{L}+/gu, 'a');
}
