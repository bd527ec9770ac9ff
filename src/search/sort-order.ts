import type { Sort } from '../model/query.ts';
import { findField } from '../vocabulary/fields.ts';
import type { EmbeddedIndex } from './embedded-index.ts';
import { numberBound } from './dictionaries.ts';
import { QueryError } from './query-error.ts';
import { lowerBound, type RowSet } from './row-set.ts';
import { topItems } from './top-items.ts';

/** Where a page ended: the code by which its last record is sorted, and its row. */
export interface SortPosition {
  readonly code: number;
  readonly row: number;
}

/** The order of an edition's records by one field: code by code, rows ascending in each, those without a value last. */
export class SortOrder {
  readonly #codes: ArrayLike<number>;
  readonly #listOffsets: Uint32Array;
  readonly #listRows: Uint32Array;
  readonly #missing: RowSet;
  readonly #descending: boolean;

  private constructor(lists: OrderLists, descending: boolean) {
    this.#codes = lists.codes;
    this.#listOffsets = lists.listOffsets;
    this.#listRows = lists.listRows;
    this.#missing = lists.missing;
    this.#descending = descending;
  }

  /** Throws QueryError where the field is not one that the index can sort by. */
  static of(index: EmbeddedIndex, sort: Sort, lists: Map<string, OrderLists>): SortOrder {
    const field = findField(sort.field);
    if (field === undefined || !index.hasColumn(field.name)) {
      throw new QueryError(`Records cannot be sorted by "${sort.field.slice(0, 80)}".`, {
        hint: 'Any field of the index will do, or relevance.',
      });
    }
    let order = lists.get(field.name);
    if (order === undefined) {
      order = listsOf(index, field.name);
      lists.set(field.name, order);
    }
    return new SortOrder(order, sort.order === 'desc');
  }

  codeOf(row: number): number {
    return this.#codes[row]!;
  }

  /** Smaller comes first: ascending or descending codes, 0 (no value) last in both. */
  #rank(code: number): number {
    if (code === 0) return Infinity;
    return this.#descending ? -code : code;
  }

  #compare = (a: number, b: number): number => {
    const [left, right] = [this.#rank(this.#codes[a]!), this.#rank(this.#codes[b]!)];
    return left === right ? a - b : left - right;
  };

  /** Up to `limit` rows of the set that come after a position. */
  after(
    set: RowSet,
    { position, limit }: { readonly position?: SortPosition | undefined; readonly limit: number },
  ): number[] {
    if (set.isSparse) {
      const rows = position === undefined ? set.rows() : set.rows().filter((row) => this.#isAfter(row, position));
      return topItems(rows, { limit, compare: this.#compare });
    }
    return this.#walk(set, { position, limit });
  }

  #isAfter(row: number, { code, row: last }: SortPosition): boolean {
    const [left, right] = [this.#rank(this.#codes[row]!), this.#rank(code)];
    return left === right ? row > last : left > right;
  }

  /** Dense sets: down the lists from the position on, so that a deep page costs no more than the first. */
  #walk(
    set: RowSet,
    { position, limit }: { readonly position?: SortPosition | undefined; readonly limit: number },
  ): number[] {
    const found: number[] = [];
    const bits = set.bits();
    const highest = this.#listOffsets.length - 2;
    const first = this.#descending ? highest : 1;
    const step = this.#descending ? -1 : 1;
    let least = position === undefined ? 0 : position.row + 1;
    for (let code = position?.code ?? first; code >= 1 && code <= highest; code += step) {
      const end = this.#listOffsets[code + 1]!;
      for (let at = this.#startIn(code, least); at < end; at++) {
        const row = this.#listRows[at]!;
        if ((bits[row >>> 5]! & (1 << (row & 31))) === 0) continue;
        found.push(row);
        if (found.length === limit) return found;
      }
      least = 0;
    }
    return this.#addMissing(set, { found, least, limit });
  }

  /** Rows without a value come last, whatever the direction. */
  #addMissing(
    set: RowSet,
    options: { readonly found: number[]; readonly least: number; readonly limit: number },
  ): number[] {
    const { found, least, limit } = options;
    return [...found, ...set.and(this.#missing).first(limit - found.length, least)];
  }

  /** Where in a code's list the first row that is not below `least` stands. */
  #startIn(code: number, least: number): number {
    const from = this.#listOffsets[code]!;
    return from + lowerBound(this.#listRows.subarray(from, this.#listOffsets[code + 1]), least);
  }
}

/** Codes by row and rows by code, one code a row. */
export interface OrderLists {
  readonly codes: ArrayLike<number>;
  readonly listOffsets: Uint32Array;
  readonly listRows: Uint32Array;
  /** The rows that have no code. */
  readonly missing: RowSet;
}

/** Of several values the first in order counts. */
function listsOf(index: EmbeddedIndex, name: string): OrderLists {
  const column = index.column(name);
  const { offsets, codes, records, distinct } = column;
  const missing = column.missing();
  if (offsets === undefined) return { codes, listOffsets: column.listOffsets, listRows: column.listRows, missing };
  const least = new Uint32Array(records);
  const listOffsets = new Uint32Array(distinct + 2);
  for (let row = 0; row < records; row++) {
    let code = 0;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) if (code === 0 || codes[at]! < code) code = codes[at]!;
    least[row] = code;
    if (code > 0) listOffsets[code + 1]!++;
  }
  for (let code = 1; code < listOffsets.length; code++) listOffsets[code]! += listOffsets[code - 1]!;
  const listRows = new Uint32Array(listOffsets.at(-1)!);
  const next = listOffsets.slice();
  for (let row = 0; row < records; row++) if (least[row]! > 0) listRows[next[least[row]!]!++] = row;
  return { codes: least, listOffsets, listRows, missing };
}

/** What a code stands for, as a cursor carries it; null for none. */
export function sortValue(index: EmbeddedIndex, name: string, code: number): string | number | null {
  if (code === 0) return null;
  const field = findField(name)!;
  if (field.type === 'number') return index.numbers(field.name)[code - 1]!;
  if (field.type !== 'span') return index.texts(field.name).get(code);
  const { begins, ends, bases } = index.spans(field.name);
  return `${begins[code - 1]},${ends[code - 1]},${bases[code - 1]}`;
}

/** The code of a cursor's value in this edition; undefined where it has no such value. */
export function codeOfSortValue(index: EmbeddedIndex, name: string, value: string | number | null): number | undefined {
  if (value === null) return 0;
  const field = findField(name)!;
  const { distinct } = index.column(field.name);
  let code: number;
  if (field.type === 'number') code = numberBound(index.numbers(field.name), Number(value), false) + 1;
  else if (field.type === 'span') {
    const [begin] = String(value).split(',');
    code = 1 + index.spans(field.name).begins.findIndex((other) => other >= Number(begin));
    while (code >= 1 && code < distinct && sortValue(index, name, code) !== value) code++;
  } else code = index.texts(field.name).lowerBound(String(value));
  return code >= 1 && code <= distinct && sortValue(index, name, code) === value ? code : undefined;
}
