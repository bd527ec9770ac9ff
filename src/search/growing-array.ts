/** An array of unsigned 32-bit numbers that grows as it is filled. */
export class GrowingArray {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  addToLast(value: number): void {
    this.#values[this.length - 1]! += value;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  /** A view, valid until the next `push`. */
  view(): Uint32Array {
    return this.#values.subarray(0, this.length);
  }
}
