import { CodedColumn } from './coded-column.ts';
import { writeDictionary, writeLists } from './column-writer.ts';
import { TextDictionary } from './dictionaries.ts';
import {
  allocateCodes,
  type Codes,
  type ColumnEntry,
  type IndexFileReader,
  type IndexFileWriter,
} from './index-file.ts';
import { mergeTexts, sortTexts } from './text-sort.ts';

/** The values of rows, each once, in their order; a row that has none any more has an empty list. */
export type ChangedRows = ReadonlyMap<number, readonly string[]>;

/**
 * Writes a column of texts that differs from the same column of another index in a few rows only: what `ColumnWriter` would write
 * of all values, in far less time. Rows are those of the other index.
 */
export function patchColumn(options: {
  readonly reader: IndexFileReader;
  readonly writer: IndexFileWriter;
  readonly name: string;
  readonly changed: ChangedRows;
}): ColumnEntry {
  const { reader, writer, name, changed } = options;
  const entry = reader.directory.columns[name]!;
  const column = new CodedColumn(reader, name, entry);
  const { ordered, codeOf, remapped } = patchDictionary(column, { texts: new TextDictionary(reader, name), changed });
  const distinct = ordered.length;
  writeDictionary({ writer, name, dictionary: 'text', ordered });
  const patch = { column, changed, codeOf, remapped, distinct };
  const { offsets, codes } = column.offsets === undefined ? patchOne(patch) : patchMany(patch, column.offsets);
  if (offsets !== undefined) writer.add(`${name}/offsets`, offsets);
  writer.add(`${name}/codes`, codes);
  writeLists({ writer, name, distinct, records: column.records, offsets, codes });
  return { ...entry, distinct };
}

interface Dictionary {
  readonly ordered: readonly string[];
  /** The new code of a text that came with the changed rows. */
  readonly codeOf: (text: string) => number;
  /** New codes by old ones; 0 of texts that no row has any more. */
  readonly remapped: Uint32Array;
}

/** The texts of before without those that only changed rows had, and those of the changed rows. */
function patchDictionary(
  column: CodedColumn,
  { texts, changed }: { readonly texts: TextDictionary; readonly changed: ChangedRows },
): Dictionary {
  const counts = new Uint32Array(column.distinct + 1);
  const { listOffsets } = column;
  for (let code = 1; code <= column.distinct; code++) counts[code] = listOffsets[code + 1]! - listOffsets[code]!;
  for (const row of changed.keys()) for (const code of codesOf(column, row)) counts[code]!--;
  const wanted = new Set([...changed.values()].flat());
  const kept: string[] = [];
  const keptCodes: number[] = [];
  const added = new Set(wanted);
  for (let code = 1; code <= column.distinct; code++) {
    const text = texts.get(code);
    if (counts[code] === 0 && !wanted.has(text)) continue;
    kept.push(text);
    keptCodes.push(code);
    added.delete(text);
  }
  const ordered = mergeTexts(kept, sortTexts([...added]));
  const remapped = new Uint32Array(column.distinct + 1);
  const codes = new Map<string, number>();
  let next = 0;
  for (const [index, text] of ordered.entries()) {
    if (text === kept[next]) remapped[keptCodes[next++]!] = index + 1;
    if (wanted.has(text)) codes.set(text, index + 1);
  }
  return { ordered, codeOf: (text) => codes.get(text)!, remapped };
}

interface Patch extends Pick<Dictionary, 'codeOf' | 'remapped'> {
  readonly column: CodedColumn;
  readonly changed: ChangedRows;
  readonly distinct: number;
}

interface Patched {
  readonly offsets: Uint32Array | undefined;
  readonly codes: Codes;
}

function patchOne({ column, changed, codeOf, remapped, distinct }: Patch): Patched {
  const codes = allocateCodes(column.records, distinct);
  for (let row = 0; row < codes.length; row++) codes[row] = remapped[column.codes[row]!]!;
  for (const [row, [value]] of changed) codes[row] = value === undefined ? 0 : codeOf(value);
  return { offsets: undefined, codes };
}

function patchMany({ column, changed, codeOf, remapped, distinct }: Patch, before: Uint32Array): Patched {
  let length = column.codes.length;
  for (const [row, values] of changed) length += values.length - (before[row + 1]! - before[row]!);
  const codes = allocateCodes(length, distinct);
  const offsets = new Uint32Array(column.records + 1);
  let at = 0;
  const copy = (from: number, to: number) => {
    for (let row = from; row < to; row++) {
      for (let old = before[row]!; old < before[row + 1]!; old++) codes[at++] = remapped[column.codes[old]!]!;
      offsets[row + 1] = at;
    }
  };
  let next = 0;
  for (const row of [...changed.keys()].toSorted((a, b) => a - b)) {
    copy(next, row);
    for (const value of changed.get(row)!) codes[at++] = codeOf(value);
    offsets[row + 1] = at;
    next = row + 1;
  }
  copy(next, column.records);
  return { offsets, codes };
}

function codesOf(column: CodedColumn, row: number): Iterable<number> {
  if (column.offsets === undefined) return column.codes[row] === 0 ? [] : [column.codes[row]!];
  return column.codes.subarray(column.offsets[row], column.offsets[row + 1]);
}
