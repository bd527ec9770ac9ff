import type { Codes, ColumnEntry, IndexFileReader } from './index-file.ts';
import { RowSet, wordsFor } from './row-set.ts';

/** A coded column of the index, opened: codes by row, and rows by code. Code 0 is "no value". */
export class CodedColumn {
  readonly name: string;
  readonly many: boolean;
  readonly distinct: number;
  readonly records: number;
  readonly codes: Codes;
  /** Many: the codes of row r are codes[offsets[r]] to codes[offsets[r + 1] − 1]. */
  readonly offsets: Uint32Array | undefined;
  readonly #reader: IndexFileReader;
  #present: RowSet | undefined;

  constructor(reader: IndexFileReader, name: string, entry: ColumnEntry) {
    this.name = name;
    this.many = entry.many;
    this.distinct = entry.distinct;
    this.records = reader.directory.records;
    this.codes = reader.loadCodes(`${name}/codes`);
    this.offsets = entry.many ? reader.load(`${name}/offsets`, 'u32') : undefined;
    this.#reader = reader;
  }

  get listOffsets(): Uint32Array {
    return this.#reader.load(`${this.name}/listOffsets`, 'u32');
  }

  get listRows(): Uint32Array {
    return this.#reader.load(`${this.name}/listRows`, 'u32');
  }

  /** The first code of a row; 0 where it has none. */
  first(row: number): number {
    if (this.offsets === undefined) return this.codes[row]!;
    const at = this.offsets[row]!;
    return at < this.offsets[row + 1]! ? this.codes[at]! : 0;
  }

  /** The rows that have a code, ascending. */
  list(code: number): Uint32Array {
    const offsets = this.listOffsets;
    return this.listRows.subarray(offsets[code], offsets[code + 1]);
  }

  rowsOf(codes: readonly number[]): RowSet {
    return RowSet.ofLists(
      this.records,
      codes.map((code) => this.list(code)),
    );
  }

  /** Rows with a code from `from` to `to`, both inclusive. */
  rowsOfRange(from: number, to: number): RowSet {
    if (from > to) return RowSet.none(this.records);
    const offsets = this.listOffsets;
    // The lists of neighbouring codes lie beside each other, but rows in them are not in order.
    return from === to
      ? RowSet.ofSorted(this.records, this.list(from))
      : RowSet.ofLists(this.records, [new Uint32Array(0), this.listRows.subarray(offsets[from], offsets[to + 1])]);
  }

  /** Rows with a code whose flag is not 0; flags by code, the one of code 0 is not looked at. */
  rowsOfFlags(flags: Uint8Array): RowSet {
    const offsets = this.listOffsets;
    const flagged: number[] = [];
    let total = 0;
    for (let code = 1; code <= this.distinct; code++) {
      if (flags[code] === 0) continue;
      total += offsets[code + 1]! - offsets[code]!;
      if (total * 8 > this.records) return this.#scan(flags);
      flagged.push(code);
    }
    return this.rowsOf(flagged);
  }

  #scan(flags: Uint8Array): RowSet {
    const bits = new Uint32Array(wordsFor(this.records));
    for (let row = 0; row < this.records; row++) {
      const from = this.offsets === undefined ? row : this.offsets[row]!;
      const to = this.offsets === undefined ? row + 1 : this.offsets[row + 1]!;
      for (let at = from; at < to; at++) {
        const code = this.codes[at]!;
        if (code !== 0 && flags[code] !== 0) bits[row >>> 5]! |= 1 << (row & 31);
      }
    }
    return RowSet.ofBits(this.records, bits);
  }

  present(): RowSet {
    this.#present ??= this.#scan(new Uint8Array(this.distinct + 1).fill(1));
    return this.#present;
  }

  missing(): RowSet {
    return this.present().not();
  }
}
