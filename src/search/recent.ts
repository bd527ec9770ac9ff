/** Keeps what was used last, as long as the weights sum up to no more than a limit; the longest unused goes first. */
export class Recent<Key, Value> {
  readonly #kept = new Map<Key, { readonly value: Value; readonly weight: number }>();
  readonly #most: number;
  #weight = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: Key): Value | undefined {
    const entry = this.#kept.get(key);
    if (entry === undefined) return undefined;
    // A Map lists its keys in the order in which they were set.
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    return entry.value;
  }

  /** What weighs more than a quarter of the limit is not kept, so that one cannot drive out all others. */
  set(key: Key, value: Value, weight = 1): void {
    if (weight > this.#most / 4) return;
    this.#drop(key);
    this.#kept.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= this.#most) break;
      this.#drop(oldest);
    }
  }

  #drop(key: Key): void {
    this.#weight -= this.#kept.get(key)?.weight ?? 0;
    this.#kept.delete(key);
  }
}
