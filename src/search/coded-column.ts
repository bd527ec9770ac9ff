import type { Codes, ColumnEntry, IndexFileReader } from './index-file.ts';
import { RowSet } from './row-set.ts';

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
  #missingCount: number | undefined;

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

  /** All codes of a row. */
  codesOf(row: number): readonly number[] {
    if (this.offsets === undefined) return this.codes[row] === 0 ? [] : [this.codes[row]!];
    return [...this.codes.subarray(this.offsets[row], this.offsets[row + 1])];
  }

  /** The rows that have one of the codes, which ascend. */
  rowsOf(codes: ArrayLike<number>): RowSet {
    const lists: Uint32Array[] = [];
    for (let at = 0; at < codes.length;) {
      const first = codes[at]!;
      let last = first;
      for (at++; at < codes.length && codes[at] === last + 1; at++) last++;
      // The lists of neighbouring codes lie beside each other.
      lists.push(this.#lists(first, last));
    }
    return codes.length === 1 ? RowSet.ofSorted(this.records, lists[0]!) : RowSet.ofLists(this.records, lists);
  }

  /** The lists of codes from `from` to `to`, both inclusive, one after the other. */
  #lists(from: number, to: number): Uint32Array {
    const offsets = this.listOffsets;
    return this.listRows.subarray(offsets[from], offsets[to + 1]);
  }

  /** Whether a row has a code whose flag is set; flags by code, that of code 0 being 0. */
  hasFlag(row: number, flags: Uint8Array): boolean {
    if (this.offsets === undefined) return flags[this.codes[row]!] === 1;
    const to = this.offsets[row + 1]!;
    for (let at = this.offsets[row]!; at < to; at++) if (flags[this.codes[at]!] === 1) return true;
    return false;
  }

  present(): RowSet {
    this.#present ??= RowSet.ofLists(this.records, [this.listRows]);
    return this.#present;
  }

  missing(): RowSet {
    return this.present().not();
  }

  /** How many rows have no code. */
  get missingCount(): number {
    this.#missingCount ??= this.#countMissing();
    return this.#missingCount;
  }

  #countMissing(): number {
    const { offsets, records } = this;
    if (offsets === undefined) return records - this.listRows.length;
    let missing = 0;
    for (let row = 0; row < records; row++) if (offsets[row] === offsets[row + 1]) missing++;
    return missing;
  }
}
