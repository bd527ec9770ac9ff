/** Below this share of all rows a set is kept as a sorted list, above it as bits. */
const SPARSE_SHARE = 1 / 64;

/** A set of row numbers of an edition, immutable. Sparse sets are lists, dense ones bits; each form is made when first asked for. */
export class RowSet {
  /** Rows of the edition; the set's rows are below it. */
  readonly records: number;
  readonly count: number;
  #rows: Uint32Array | undefined;
  #bits: Uint32Array | undefined;

  private constructor(options: { records: number; count: number; rows?: Uint32Array; bits?: Uint32Array }) {
    this.records = options.records;
    this.count = options.count;
    this.#rows = options.rows;
    this.#bits = options.bits;
  }

  static none(records: number): RowSet {
    return new RowSet({ records, count: 0, rows: new Uint32Array(0) });
  }

  static all(records: number): RowSet {
    const bits = new Uint32Array(wordsFor(records)).fill(0xffffffff);
    clearBeyond(bits, records);
    return new RowSet({ records, count: records, bits });
  }

  /** Rows in ascending order, each once. */
  static ofSorted(records: number, rows: Uint32Array): RowSet {
    return new RowSet({ records, count: rows.length, rows });
  }

  static ofBits(records: number, bits: Uint32Array): RowSet {
    return new RowSet({ records, count: countBits(bits), bits });
  }

  /** The rows of lists, which may be in any order and overlap. */
  static ofLists(records: number, lists: readonly Uint32Array[]): RowSet {
    const total = lists.reduce((sum, list) => sum + list.length, 0);
    if (total >= records * SPARSE_SHARE) {
      const bits = new Uint32Array(wordsFor(records));
      for (const list of lists) for (const row of list) bits[row >>> 5]! |= 1 << (row & 31);
      return RowSet.ofBits(records, bits);
    }
    const rows = new Uint32Array(total);
    let length = 0;
    for (const list of lists) {
      rows.set(list, length);
      length += list.length;
    }
    rows.sort();
    let kept = 0;
    for (let index = 0; index < total; index++) {
      if (index === 0 || rows[index] !== rows[index - 1]) rows[kept++] = rows[index]!;
    }
    return RowSet.ofSorted(records, rows.slice(0, kept));
  }

  get isSparse(): boolean {
    return this.count < this.records * SPARSE_SHARE;
  }

  has(row: number): boolean {
    const bits = this.bits();
    return (bits[row >>> 5]! & (1 << (row & 31))) !== 0;
  }

  /** Ascending. Not to be written to. */
  rows(): Uint32Array {
    if (this.#rows === undefined) {
      const rows = new Uint32Array(this.count);
      const bits = this.#bits!;
      let length = 0;
      for (let word = 0; word < bits.length; word++) {
        for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
          rows[length++] = (word << 5) + 31 - Math.clz32(rest & -rest);
        }
      }
      this.#rows = rows;
    }
    return this.#rows;
  }

  /** The first rows that are not below `least`, ascending; of a dense set without making the list of all. */
  first(limit: number, least = 0): number[] {
    const list = this.#rows;
    const found: number[] = [];
    if (list !== undefined) {
      for (let at = lowerBound(list, least); at < list.length && found.length < limit; at++) found.push(list[at]!);
      return found;
    }
    const bits = this.#bits!;
    for (let word = least >>> 5; word < bits.length && found.length < limit; word++)
      for (let rest = bits[word]!; rest !== 0 && found.length < limit; rest &= rest - 1) {
        const row = (word << 5) + 31 - Math.clz32(rest & -rest);
        if (row >= least) found.push(row);
      }
    return found;
  }

  /** One bit a row, the lowest first. Not to be written to. */
  bits(): Uint32Array {
    if (this.#bits === undefined) {
      const bits = new Uint32Array(wordsFor(this.records));
      const rows = this.#rows!;
      for (let at = 0; at < rows.length; at++) bits[rows[at]! >>> 5]! |= 1 << (rows[at]! & 31);
      this.#bits = bits;
    }
    return this.#bits;
  }

  and(other: RowSet): RowSet {
    if (this.count === this.records || this === other) return other;
    if (other.count === this.records) return this;
    if (this.count === 0 || other.count === 0) return RowSet.none(this.records);
    const [small, large] = this.count <= other.count ? [this, other] : [other, this];
    if (small.isSparse) {
      const bits = large.bits();
      return small.filter((row) => (bits[row >>> 5]! & (1 << (row & 31))) !== 0);
    }
    return this.#combine(other, (a, b) => a & b);
  }

  /** Those of the rows that pass a test; the same set where all do. */
  filter(test: (row: number) => boolean): RowSet {
    const rows = this.rows();
    const kept = new Uint32Array(rows.length);
    let length = 0;
    // A typed array's own filter is several times slower.
    for (let at = 0; at < rows.length; at++) if (test(rows[at]!)) kept[length++] = rows[at]!;
    return length === rows.length ? this : RowSet.ofSorted(this.records, kept.slice(0, length));
  }

  or(other: RowSet): RowSet {
    if (this.count === 0 || this === other) return other;
    if (other.count === 0) return this;
    if (this.count + other.count < this.records * SPARSE_SHARE) {
      return RowSet.ofLists(this.records, [this.rows(), other.rows()]);
    }
    return this.#combine(other, (a, b) => a | b);
  }

  not(): RowSet {
    const own = this.bits();
    const bits = new Uint32Array(own.length);
    for (let word = 0; word < bits.length; word++) bits[word] = ~own[word]!;
    clearBeyond(bits, this.records);
    return new RowSet({ records: this.records, count: this.records - this.count, bits });
  }

  #combine(other: RowSet, operation: (a: number, b: number) => number): RowSet {
    const [left, right] = [this.bits(), other.bits()];
    const bits = new Uint32Array(left.length);
    for (let word = 0; word < bits.length; word++) bits[word] = operation(left[word]!, right[word]!);
    return RowSet.ofBits(this.records, bits);
  }
}

/** The first index whose row is not below `least`; rows ascend. */
export function lowerBound(rows: Uint32Array, least: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function wordsFor(records: number): number {
  return Math.ceil(records / 32);
}

function clearBeyond(bits: Uint32Array, records: number): void {
  if (records % 32 > 0) bits[bits.length - 1]! &= 2 ** (records % 32) - 1;
}

function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let word of bits) {
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
