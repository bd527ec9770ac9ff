const WARM_UP_ROUNDS = 8;

/** Mixes numbers into one of 32 bits (the finalizer of MurmurHash3), so that neighbouring seeds give unrelated series. */
export function mix(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** A repeatable series of random numbers (sfc32). The same seeds give the same series on every machine. */
export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  constructor(...seeds: readonly number[]) {
    this.seed(...seeds);
  }

  /** Starts the series of other seeds. */
  seed(...seeds: readonly number[]): void {
    const hash = mix(...seeds);
    this.#a = hash;
    this.#b = Math.imul(hash, 0x27d4eb2f) ^ 0x165667b1;
    this.#c = hash ^ 0x5bd1e995;
    this.#counter = 1;
    for (let round = 0; round < WARM_UP_ROUNDS; round += 1) this.unit();
  }

  /** 0 inclusive to 1 exclusive. */
  unit(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  /** A whole number, both ends inclusive. */
  between(least: number, greatest: number): number {
    return least + this.below(greatest - least + 1);
  }

  chance(share: number): boolean {
    return this.unit() < share;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  }
}

/** Draws whole numbers from 0 with given weights, in constant time (Walker's alias method). */
export class Weighted {
  readonly #threshold: Float64Array;
  readonly #alias: Uint32Array;

  constructor(weights: readonly number[] | Float64Array) {
    const count = weights.length;
    let total = 0;
    for (const weight of weights) total += weight;
    this.#threshold = Float64Array.from(weights, (weight) => (weight * count) / total);
    this.#alias = new Uint32Array(count);
    const small: number[] = [];
    const large: number[] = [];
    this.#threshold.forEach((share, index) => (share < 1 ? small : large).push(index));
    while (small.length > 0 && large.length > 0) {
      const [less, more] = [small.pop()!, large.pop()!];
      this.#alias[less] = more;
      this.#threshold[more]! -= 1 - this.#threshold[less]!;
      (this.#threshold[more]! < 1 ? small : large).push(more);
    }
    for (const index of [...small, ...large]) this.#threshold[index] = 1;
  }

  draw(random: Random): number {
    const index = random.below(this.#threshold.length);
    return random.unit() < this.#threshold[index]! ? index : this.#alias[index]!;
  }
}

/** Weights 1/(rank + flatness)^exponent: few are very frequent, most are rare. */
export function zipf(count: number, exponent = 1, flatness = 0): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => 1 / (index + 1 + flatness) ** exponent);
}
