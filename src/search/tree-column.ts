import type { CodedColumn } from './coded-column.ts';
import { TextDictionary } from './dictionaries.ts';
import type { IndexFileReader } from './index-file.ts';
import type { RowSet } from './row-set.ts';

/** How many rows are below each node of a level of a hierarchy. */
export interface BelowCounts {
  readonly nodes: readonly number[];
  /** By the node's place among them. */
  readonly counts: Uint32Array;
  /** Rows that are below any of them, or at the node above them. */
  readonly present: number;
}

/** The hierarchy to which a column's values belong. Nodes are numbered from 0. */
export class TreeColumn {
  readonly #reader: IndexFileReader;
  readonly #name: string;
  readonly #texts: TextDictionary;

  constructor(reader: IndexFileReader, name: string) {
    this.#reader = reader;
    this.#name = `${name}/tree`;
    this.#texts = new TextDictionary(reader, this.#name);
  }

  get size(): number {
    return this.#texts.size;
  }

  /** Finds the node of a key, counted from 1, for very many of them; 0 where there is none. */
  finder(): (key: string) => number {
    return this.#texts.finder();
  }

  find(key: string): number | undefined {
    const [code] = this.#texts.find(key);
    return code === undefined ? undefined : code - 1;
  }

  key(node: number): string {
    return this.#texts.get(node + 1);
  }

  /** The node of each code of the column, by code; −1 where a value is not in the hierarchy. */
  nodesByCode(distinct: number): Int32Array {
    const order = this.#reader.load(`${this.#name}/order`, 'u32');
    const codes = this.#reader.load(`${this.#name}/codes`, 'u32');
    const nodes = new Int32Array(distinct + 1).fill(-1);
    for (let at = 0; at < order.length; at++) if (codes[at]! > 0) nodes[codes[at]!] = order[at]!;
    return nodes;
  }

  /** The nodes above a node, the nearest first. */
  above(node: number): readonly number[] {
    const parents = this.#reader.load(`${this.#name}/parents`, 'i32');
    const path: number[] = [];
    for (let at = parents[node]!; at >= 0; at = parents[at]!) path.push(at);
    return path;
  }

  /** The nodes directly below a node, or the roots; by their labels. */
  children(node: number | undefined): readonly number[] {
    const enter = this.#reader.load(`${this.#name}/enter`, 'u32');
    const leave = this.#reader.load(`${this.#name}/leave`, 'u32');
    const order = this.#reader.load(`${this.#name}/order`, 'u32');
    const found: number[] = [];
    const last = node === undefined ? order.length - 1 : leave[node]!;
    for (let at = node === undefined ? 0 : enter[node]! + 1; at <= last; at = leave[order[at]!]! + 1)
      found.push(order[at]!);
    return found;
  }

  /** The codes, ascending, of the keys and of all below them. */
  codesBelow(keys: readonly string[]): ArrayLike<number> {
    const codes = new Set<number>();
    for (const key of keys) {
      const node = this.find(key);
      if (node !== undefined) for (const code of this.#codes(node)) if (code > 0) codes.add(code);
    }
    return Uint32Array.from(codes).toSorted();
  }

  #codes(node: number): Uint32Array {
    const [from, to] = [
      this.#reader.load(`${this.#name}/enter`, 'u32')[node]!,
      this.#reader.load(`${this.#name}/leave`, 'u32')[node]!,
    ];
    return this.#reader.load(`${this.#name}/codes`, 'u32').subarray(from, to + 1);
  }

  /**
   * Rows that have something at or below each of the nodes directly below one, or of the roots; a row counts once for each. And
   * how many rows have anything there, or at the node itself; where there is none, any value.
   */
  countBelow(node: number | undefined, column: CodedColumn, rows: RowSet): BelowCounts {
    const nodes = this.children(node);
    const elsewhere = nodes.length + 1;
    const placeOf = new Uint32Array(column.distinct + 1).fill(node === undefined ? elsewhere : 0);
    if (node !== undefined) for (const code of this.#codes(node)) placeOf[code] = elsewhere;
    for (const [place, child] of nodes.entries()) for (const code of this.#codes(child)) placeOf[code] = place + 1;
    placeOf[0] = 0;
    const counts = new Uint32Array(nodes.length + 2);
    const seen = new Uint32Array(nodes.length + 2);
    // Rows with one value, which are most, are counted by it; only the others are looked at one by one.
    const singles = new Uint32Array(column.distinct + 1);
    const list = rows.rows();
    const { offsets, codes } = column;
    let present = 0;
    for (let index = 0; index < list.length; index++) {
      const row = list[index]!;
      const from = offsets === undefined ? row : offsets[row]!;
      const to = offsets === undefined ? row + 1 : offsets[row + 1]!;
      if (to - from === 1) {
        singles[codes[from]!]!++;
        continue;
      }
      let isPresent = false;
      for (let at = from; at < to; at++) {
        const place = placeOf[codes[at]!]!;
        if (place === 0) continue;
        isPresent = true;
        if (seen[place] === row + 1) continue;
        seen[place] = row + 1;
        counts[place]!++;
      }
      if (isPresent) present++;
    }
    for (let code = 1; code < singles.length; code++) {
      if (placeOf[code] === 0) continue;
      counts[placeOf[code]!]! += singles[code]!;
      present += singles[code]!;
    }
    return { nodes, counts: counts.subarray(1, elsewhere), present };
  }
}
