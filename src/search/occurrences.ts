import { GrowingArray } from './growing-array.ts';
import type { ByteWriter } from './varint.ts';

/** The occurrences of one word, in typed arrays that are used again for the next: rows, weights, and positions of each. */
export class Occurrences {
  readonly #rows = new GrowingArray();
  readonly #weights = new GrowingArray();
  readonly #starts = new GrowingArray();
  readonly #positions = new GrowingArray();
  #isSorted = true;

  clear(): void {
    for (const part of [this.#rows, this.#weights, this.#starts, this.#positions]) part.length = 0;
    this.#isSorted = true;
  }

  /** Begins a row's occurrences; its positions follow. */
  add(row: number, weight: number): void {
    const { length } = this.#rows;
    if (length > 0 && this.#rows.at(length - 1) >= row) this.#isSorted = false;
    this.#rows.push(row);
    this.#weights.push(weight);
    this.#starts.push(this.#positions.length);
  }

  addPosition(position: number): void {
    this.#positions.push(position);
  }

  /**
   * Writes each row once, ascending: its difference to the row before and its impact into one, the number of its positions
   * and their differences into the other. Returns the number of rows.
   */
  write(options: {
    readonly rowBytes: ByteWriter;
    readonly positionBytes: ByteWriter;
    readonly impactOf: (row: number, weight: number) => number;
  }): number {
    const { rowBytes, positionBytes, impactOf } = options;
    const rows = this.#rows.view();
    const order = this.#order();
    let written = 0;
    let before = 0;
    for (let from = 0; from < rows.length;) {
      const row = rows[order?.[from] ?? from]!;
      let end = from;
      let weight = 0;
      let count = 0;
      // DuckDB gives rows in no order, so a row may come from several runs.
      for (; end < rows.length && rows[order?.[end] ?? end] === row; end++) {
        const at = order?.[end] ?? end;
        weight += this.#weights.at(at);
        count += this.#end(at) - this.#starts.at(at);
      }
      rowBytes.varint(row - before);
      rowBytes.byte(impactOf(row, weight));
      positionBytes.varint(count);
      let position = 0;
      for (; from < end; from++) {
        const at = order?.[from] ?? from;
        for (let place = this.#starts.at(at); place < this.#end(at); place++) {
          positionBytes.varint(this.#positions.at(place) - position);
          position = this.#positions.at(place);
        }
      }
      before = row;
      written++;
    }
    return written;
  }

  #end(at: number): number {
    return at + 1 < this.#starts.length ? this.#starts.at(at + 1) : this.#positions.length;
  }

  /** Undefined where rows are in order already. */
  #order(): Uint32Array | undefined {
    if (this.#isSorted) return undefined;
    const rows = this.#rows.view();
    return Uint32Array.from(rows.keys()).toSorted((a, b) => rows[a]! - rows[b]! || a - b);
  }
}
