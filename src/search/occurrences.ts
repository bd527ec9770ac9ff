import { GrowingArray } from './growing-array.ts';
import type { ByteWriter } from '../model/bytes.ts';

/** The occurrences of one word, in typed arrays that are used again for the next: rows, weights, and positions of each. */
export class Occurrences {
  readonly #rows = new GrowingArray();
  readonly #weights = new GrowingArray();
  readonly #starts = new GrowingArray();
  readonly #positions = new GrowingArray();

  clear(): void {
    for (const part of [this.#rows, this.#weights, this.#starts, this.#positions]) part.length = 0;
  }

  /** Begins a row's occurrences; its positions follow. Rows come in their order; one may come again behind itself. */
  add(row: number): void {
    this.#rows.push(row);
    this.#weights.push(0);
    this.#starts.push(this.#positions.length);
  }

  addPosition(position: number, weight: number): void {
    this.#positions.push(position);
    this.#weights.addToLast(weight);
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
    const positions = this.#positions.view();
    let written = 0;
    let before = 0;
    for (let from = 0; from < rows.length;) {
      const row = rows[from]!;
      let end = from;
      let weight = 0;
      // A row whose words did not fit into a run comes from two.
      for (; end < rows.length && rows[end] === row; end++) weight += this.#weights.at(end);
      rowBytes.varint(row - before);
      rowBytes.byte(impactOf(row, weight));
      const last = this.#end(end - 1);
      positionBytes.varint(last - this.#starts.at(from));
      let position = 0;
      for (let place = this.#starts.at(from); place < last; place++) {
        positionBytes.varint(positions[place]! - position);
        position = positions[place]!;
      }
      from = end;
      before = row;
      written++;
    }
    return written;
  }

  #end(at: number): number {
    return at + 1 < this.#starts.length ? this.#starts.at(at + 1) : this.#positions.length;
  }
}
