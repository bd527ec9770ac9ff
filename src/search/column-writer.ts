import { GrowingArray } from './growing-array.ts';
import { allocateCodes, type ColumnEntry, type DictionaryKind, type IndexFileWriter } from './index-file.ts';
import { fold } from './text-fold.ts';
import { hashText, slotsFor } from './text-hash.ts';
import { compareText } from './text-order.ts';

/** A column's value while it is collected: text, number, or the parts of a span or point joined by commas. */
type Value = string | number;

/**
 * Collects a column's values by row, in any order of rows, and writes it coded: a dictionary in the order of sorting,
 * a code or codes per row, and per code the sorted list of its rows (that of code 0, no value, is empty).
 */
export class ColumnWriter {
  readonly #records: number;
  readonly #many: boolean;
  readonly #provisional = new Map<Value, number>();
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

  add(row: number, value: Value): void {
    let code = this.#provisional.get(value);
    if (code === undefined) {
      code = this.#provisional.size + 1;
      this.#provisional.set(value, code);
    }
    if (!this.#many) {
      this.#codes[row] = code;
      return;
    }
    this.#rows.push(row);
    this.#values.push(code);
  }

  /** Writes the column's sections under its name. */
  write(options: {
    readonly writer: IndexFileWriter;
    readonly name: string;
    readonly dictionary: DictionaryKind;
  }): ColumnEntry & { readonly codeOf: (value: Value) => number } {
    const { writer, name, dictionary } = options;
    const ordered = orderValues([...this.#provisional.keys()], dictionary);
    const distinct = ordered.length;
    const final = new Uint32Array(distinct + 1);
    ordered.forEach((value, index) => (final[this.#provisional.get(value)!] = index + 1));
    writeDictionary({ writer, name, dictionary, ordered });
    if (this.#many) this.#writeMany(writer, name, final);
    else this.#writeOne(writer, name, final);
    return {
      dictionary,
      many: this.#many,
      distinct,
      codeOf: (value) => final[this.#provisional.get(value) ?? 0]!,
    };
  }

  #writeOne(writer: IndexFileWriter, name: string, final: Uint32Array): void {
    const distinct = final.length - 1;
    const codes = allocateCodes(this.#records, distinct);
    for (let row = 0; row < codes.length; row++) codes[row] = final[this.#codes[row]!]!;
    writer.add(`${name}/codes`, codes);
    const offsets = new Uint32Array(distinct + 2);
    for (const code of codes) if (code > 0) offsets[code + 1]!++;
    accumulate(offsets);
    const rows = new Uint32Array(offsets.at(-1)!);
    const next = offsets.slice();
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row]!;
      if (code > 0) rows[next[code]!++] = row;
    }
    writer.add(`${name}/listOffsets`, offsets);
    writer.add(`${name}/listRows`, rows);
  }

  #writeMany(writer: IndexFileWriter, name: string, final: Uint32Array): void {
    const distinct = final.length - 1;
    const { offsets, codes } = this.#rowMajor(final);
    writer.add(`${name}/offsets`, offsets);
    writer.add(`${name}/codes`, codes);
    const listOffsets = new Uint32Array(distinct + 2);
    for (const code of codes) listOffsets[code + 1]!++;
    accumulate(listOffsets);
    const listRows = new Uint32Array(listOffsets.at(-1)!);
    const next = listOffsets.slice();
    for (let row = 0; row < this.#records; row++) {
      for (let at = offsets[row]!; at < offsets[row + 1]!; at++) listRows[next[codes[at]!]!++] = row;
    }
    writer.add(`${name}/listOffsets`, listOffsets);
    writer.add(`${name}/listRows`, listRows);
  }

  /** Codes by row, in order of arrival within a row, each code once. */
  #rowMajor(final: Uint32Array): { readonly offsets: Uint32Array; readonly codes: ReturnType<typeof allocateCodes> } {
    const rows = this.#rows.view();
    const values = this.#values.view();
    const starts = new Uint32Array(this.#records + 1);
    for (const row of rows) starts[row + 1]!++;
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
        if (!all.subarray(begin, length).includes(code)) all[length++] = code;
      }
      offsets[row + 1] = length;
    }
    const codes = allocateCodes(length, final.length - 1);
    codes.set(all.subarray(0, length));
    return { offsets, codes };
  }
}

/** Turns counts, shifted by one, into offsets. */
function accumulate(counts: Uint32Array): void {
  for (let index = 1; index < counts.length; index++) counts[index]! += counts[index - 1]!;
}

function partsOf(value: Value): number[] {
  return String(value).split(',').map(Number);
}

/** Numbers by value; spans by begin, end, basis; points by latitude, longitude; texts as readers sort them. */
function orderValues(values: Value[], dictionary: DictionaryKind): Value[] {
  if (dictionary === 'text') return (values as string[]).toSorted(compareText);
  if (dictionary === 'number') return (values as number[]).toSorted((a, b) => a - b);
  return values
    .map((value) => ({ value, parts: partsOf(value) }))
    .toSorted((a, b) => {
      const at = a.parts.findIndex((part, index) => part !== b.parts[index]);
      return at < 0 ? 0 : a.parts[at]! - b.parts[at]!;
    })
    .map(({ value }) => value);
}

function writeDictionary(options: {
  readonly writer: IndexFileWriter;
  readonly name: string;
  readonly dictionary: DictionaryKind;
  readonly ordered: readonly Value[];
}): void {
  const { writer, name, dictionary, ordered } = options;
  if (dictionary === 'text') {
    writeTexts(writer, `${name}/texts`, ordered as readonly string[]);
    const folded = (ordered as readonly string[]).map(fold);
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
    writer.add(`${name}/numbers`, Float64Array.from(ordered as readonly number[]));
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
