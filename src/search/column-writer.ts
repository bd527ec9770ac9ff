import { GrowingArray } from './growing-array.ts';
import { ITEM_SEPARATOR } from './index-columns.ts';
import {
  allocateCodes,
  type Codes,
  type ColumnEntry,
  type DictionaryKind,
  type IndexFileWriter,
} from './index-file.ts';
import { fold } from './text-fold.ts';
import { hashText, slotsFor } from './text-hash.ts';
import { sortTexts } from './text-sort.ts';

/**
 * Collects a column's values by row, in any order of rows, and writes it coded: a dictionary in the order of sorting,
 * a code or codes per row, and per code the sorted list of its rows (that of code 0, no value, is empty). Values are texts:
 * numbers as such, the parts of a span or point joined by commas.
 */
export class ColumnWriter {
  readonly #records: number;
  readonly #many: boolean;
  readonly #provisional = new Map<string, number>();
  /** One: provisional code + 1 per row. */
  readonly #codes: Uint32Array;
  /** Many: rows and provisional codes + 1, in order of arrival. */
  readonly #rows = new GrowingArray();
  readonly #values = new GrowingArray();

  constructor(records: number, many: boolean) {
    this.#records = records;
    this.#many = many;
    this.#codes = new Uint32Array(many ? 0 : records);
  }

  /** A text for each row: a value, several with ITEM_SEPARATOR between, or nothing. */
  add(rows: Int32Array, texts: readonly string[]): void {
    for (let index = 0; index < rows.length; index++) {
      const text = texts[index]!;
      if (text === '') continue;
      if (!this.#many) this.#codes[rows[index]!] = this.#codeOf(text);
      else if (!text.includes(ITEM_SEPARATOR)) this.#addOne(rows[index]!, text);
      else for (const item of text.split(ITEM_SEPARATOR)) if (item !== '') this.#addOne(rows[index]!, item);
    }
  }

  #addOne(row: number, value: string): void {
    this.#rows.push(row);
    this.#values.push(this.#codeOf(value));
  }

  #codeOf(value: string): number {
    let code = this.#provisional.get(value);
    if (code === undefined) {
      code = this.#provisional.size + 1;
      this.#provisional.set(value, code);
    }
    return code;
  }

  /** Writes the column's sections under its name. */
  write(options: {
    readonly writer: IndexFileWriter;
    readonly name: string;
    readonly dictionary: DictionaryKind;
  }): ColumnEntry & { readonly codeOf: (value: string) => number } {
    const { writer, name, dictionary } = options;
    const ordered = orderValues([...this.#provisional.keys()], dictionary);
    const distinct = ordered.length;
    const final = new Uint32Array(distinct + 1);
    ordered.forEach((value, index) => (final[this.#provisional.get(value)!] = index + 1));
    writeDictionary({ writer, name, dictionary, ordered });
    const { offsets, codes } = this.#many ? this.#rowMajor(final) : { offsets: undefined, codes: this.#oneEach(final) };
    if (offsets !== undefined) writer.add(`${name}/offsets`, offsets);
    writer.add(`${name}/codes`, codes);
    writeLists({ writer, name, distinct, records: this.#records, offsets, codes });
    return {
      dictionary,
      many: this.#many,
      distinct,
      codeOf: (value) => final[this.#provisional.get(value) ?? 0]!,
    };
  }

  #oneEach(final: Uint32Array): Codes {
    const codes = allocateCodes(this.#records, final.length - 1);
    for (let row = 0; row < codes.length; row++) codes[row] = final[this.#codes[row]!]!;
    return codes;
  }

  /** Codes by row, in order of arrival within a row, each code once. */
  #rowMajor(final: Uint32Array): { readonly offsets: Uint32Array; readonly codes: Codes } {
    const rows = this.#rows.view();
    const values = this.#values.view();
    const starts = new Uint32Array(this.#records + 1);
    for (let index = 0; index < rows.length; index++) starts[rows[index]! + 1]!++;
    accumulate(starts);
    const next = starts.slice();
    const all = new Uint32Array(rows.length);
    for (let index = 0; index < rows.length; index++) all[next[rows[index]!]!++] = final[values[index]!]!;
    const offsets = new Uint32Array(this.#records + 1);
    let length = 0;
    for (let row = 0; row < this.#records; row++) {
      const begin = length;
      for (let at = starts[row]!; at < starts[row + 1]!; at++) {
        const code = all[at]!;
        let known = begin;
        while (known < length && all[known] !== code) known++;
        if (known === length) all[length++] = code;
      }
      offsets[row + 1] = length;
    }
    const codes = allocateCodes(length, final.length - 1);
    codes.set(all.subarray(0, length));
    return { offsets, codes };
  }
}

/** Writes for each code the rows that have it, ascending. */
export function writeLists(options: {
  readonly writer: IndexFileWriter;
  readonly name: string;
  readonly distinct: number;
  readonly records: number;
  readonly offsets: Uint32Array | undefined;
  readonly codes: Codes;
}): void {
  const { writer, name, distinct, records, offsets, codes } = options;
  const listOffsets = new Uint32Array(distinct + 2);
  for (let at = 0; at < codes.length; at++) if (codes[at]! > 0) listOffsets[codes[at]! + 1]!++;
  accumulate(listOffsets);
  const listRows = new Uint32Array(listOffsets.at(-1)!);
  const next = listOffsets.slice();
  for (let row = 0; row < records; row++) {
    const end = offsets === undefined ? row + 1 : offsets[row + 1]!;
    for (let at = offsets === undefined ? row : offsets[row]!; at < end; at++) {
      const code = codes[at]!;
      if (code > 0) listRows[next[code]!++] = row;
    }
  }
  writer.add(`${name}/listOffsets`, listOffsets);
  writer.add(`${name}/listRows`, listRows);
}

/** Turns counts, shifted by one, into offsets. */
function accumulate(counts: Uint32Array): void {
  for (let index = 1; index < counts.length; index++) counts[index]! += counts[index - 1]!;
}

function partsOf(value: string): number[] {
  return value.split(',').map(Number);
}

/** Numbers by value; spans by begin, end, basis; points by latitude, longitude; texts as readers sort them. */
function orderValues(values: readonly string[], dictionary: DictionaryKind): readonly string[] {
  if (dictionary === 'text') return sortTexts(values);
  const parts = values.map(partsOf);
  return values
    .map((_, index) => index)
    .toSorted((a, b) => compareParts(parts[a]!, parts[b]!))
    .map((index) => values[index]!);
}

function compareParts(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return a[index]! - b[index]!;
  return 0;
}

/** Writes the values of a column in their order. */
export function writeDictionary(options: {
  readonly writer: IndexFileWriter;
  readonly name: string;
  readonly dictionary: DictionaryKind;
  readonly ordered: readonly string[];
}): void {
  const { writer, name, dictionary, ordered } = options;
  if (dictionary === 'text') {
    writeTexts(writer, `${name}/texts`, ordered);
    const folded = ordered.map(fold);
    // Line breaks delimit the values there.
    writeTexts(
      writer,
      `${name}/folded`,
      folded.map((text) => text.replaceAll('\n', ' ')),
    );
    writer.add(`${name}/hash`, hashTable(folded));
    return;
  }
  if (dictionary === 'number') {
    writer.add(`${name}/numbers`, Float64Array.from(ordered, Number));
    return;
  }
  const parts = ordered.map(partsOf);
  const names = dictionary === 'span' ? ['begins', 'ends', 'bases'] : ['latitudes', 'longitudes'];
  names.forEach((part, index) => {
    const values = parts.map((numbers) => numbers[index]!);
    writer.add(`${name}/${part}`, part === 'bases' ? Uint8Array.from(values) : Int32Array.from(values));
  });
}

/** Texts as one run of UTF-8, a line break before each and after the last, so that they can be searched at once. */
function writeTexts(writer: IndexFileWriter, name: string, texts: readonly string[]): void {
  const offsets = new Uint32Array(texts.length + 1);
  let size = 1;
  texts.forEach((text, index) => {
    offsets[index] = size;
    size += Buffer.byteLength(text) + 1;
  });
  offsets[texts.length] = size;
  const blob = Buffer.alloc(size, 0x0a);
  texts.forEach((text, index) => blob.write(text, offsets[index]!));
  writer.add(`${name}/offsets`, offsets, 'texts.bin');
  writer.add(`${name}/blob`, blob, 'texts.bin');
}

/** Codes by hash of their folded text; texts that fold alike follow each other along the probe. */
function hashTable(folded: readonly string[]): Uint32Array {
  const slots = new Uint32Array(slotsFor(folded.length));
  folded.forEach((text, index) => {
    let slot = hashText(text) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = index + 1;
  });
  return slots;
}
