import { GATHERING_RULES, type GatheringRule } from '../model/gathering.ts';

/** Two records, by their numbers, that are not of one gathering. */
export type Separation = readonly [one: number, other: number];

/**
 * Records that are brought together, by number: five bytes for each record that there is. What must stay apart does, however it would
 * come together.
 */
export class GatheringGroups {
  /** The number of another of its group; below zero for the group's first: how many there are. */
  readonly #above: Int32Array;
  /** How the record came to others: a place in GATHERING_RULES, from 1. */
  readonly #rule: Uint8Array;
  /** By the first of a group: those that none of the group may be with. */
  readonly #apart = new Map<number, readonly number[]>();

  constructor(size: number, separations: readonly Separation[] = []) {
    this.#above = new Int32Array(size).fill(-1);
    this.#rule = new Uint8Array(size);
    for (const [one, other] of separations) {
      this.#apart.set(one, [...(this.#apart.get(one) ?? []), other]);
      this.#apart.set(other, [...(this.#apart.get(other) ?? []), one]);
    }
  }

  /** The record that stands for the whole group. */
  find(record: number): number {
    const above = this.#above;
    let first = record;
    while (above[first]! >= 0) first = above[first]!;
    for (let at = record; at !== first;) {
      const next = above[at]!;
      above[at] = first;
      at = next;
    }
    return first;
  }

  sizeOf(record: number): number {
    return -this.#above[this.find(record)]!;
  }

  /** Brings two records and all that are with them together; false where that must not be. */
  unite(one: number, other: number, rule: GatheringRule): boolean {
    let [large, small] = [this.find(one), this.find(other)];
    if (large === small) return true;
    if (this.#areApart(large, small)) return false;
    if (this.#above[large]! > this.#above[small]!) [large, small] = [small, large];
    this.#above[large]! += this.#above[small]!;
    this.#above[small] = large;
    const apart = this.#apart.get(small);
    if (apart !== undefined) this.#apart.set(large, [...(this.#apart.get(large) ?? []), ...apart]);
    for (const record of [one, other])
      if (this.#rule[record] === 0) this.#rule[record] = GATHERING_RULES.indexOf(rule) + 1;
    return true;
  }

  #areApart(large: number, small: number): boolean {
    if (this.#apart.size === 0) return false;
    return this.#apart.get(small)?.some((record) => this.find(record) === large) ?? false;
  }

  /** Each record that is with others: its number, the one that stands for its group, and how it came there. */
  *members(): Generator<{ readonly id: number; readonly group: number; readonly rule: GatheringRule }> {
    for (let id = 0; id < this.#above.length; id += 1) {
      const group = this.find(id);
      if (this.#above[group]! < -1) yield { id, group, rule: GATHERING_RULES[this.#rule[id]! - 1] ?? 'claim' };
    }
  }
}
