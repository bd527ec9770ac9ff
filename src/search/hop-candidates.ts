import type { Span } from '../model/span.ts';
import type { Search } from './hop-compare.ts';

/** Extents whose farthest end is noted as one. */
const BLOCK = 32;

/** Rows there that are alike in all that is compared. */
export interface Group {
  readonly row: number;
  /** Whether there are others. */
  many: boolean;
  /** Whether they fulfil their query certainly. */
  readonly isCertain: boolean;
}

/** The groups that a row here is to be compared with. */
export interface Candidates {
  possible(here: number): Iterable<Iterable<Group>>;
  /** Those that can pass for certain. */
  certain(here: number): Iterable<Iterable<Group>>;
}

/** Lays the groups out as a search wants them. */
export function candidatesBy(search: Search | undefined, groups: readonly Group[]): Candidates {
  if (search === undefined) return { possible: () => [groups], certain: () => [groups] };
  if (search.kind === 'line') {
    const line = new Line(groups, search.extents);
    return {
      possible: (here) => search.overlaps(here).map(({ begin, end }) => line.overlapping(begin, end)),
      certain: (here) => search.contains(here).map(({ begin, end }) => line.within(begin, end)),
    };
  }
  const byKey = new Map<number, Group[]>();
  for (const group of groups) {
    for (const key of search.keys(group.row)) {
      const sharing = byKey.get(key);
      if (sharing === undefined) byKey.set(key, [group]);
      else sharing.push(group);
    }
  }
  const sharing = (here: number) => search.keys(here).map((key) => byKey.get(key) ?? []);
  return { possible: sharing, certain: sharing };
}

/** Groups in the order in which their extents begin; one that has several stands there as often. */
class Line {
  readonly #groups: readonly Group[];
  readonly #begins: Float64Array;
  readonly #ends: Float64Array;
  /** The farthest end of each block. */
  readonly #farthest: Float64Array;

  constructor(groups: readonly Group[], extentsOf: (row: number) => readonly Span[]) {
    const placed = groups
      .flatMap((group) => extentsOf(group.row).map(({ begin, end }) => ({ group, begin, end })))
      .toSorted((a, b) => a.begin - b.begin);
    this.#groups = placed.map(({ group }) => group);
    this.#begins = Float64Array.from(placed, ({ begin }) => begin);
    this.#ends = Float64Array.from(placed, ({ end }) => end);
    this.#farthest = new Float64Array(Math.ceil(placed.length / BLOCK)).fill(-Infinity);
    for (const [at, { end }] of placed.entries()) {
      const block = Math.floor(at / BLOCK);
      this.#farthest[block] = Math.max(this.#farthest[block]!, end);
    }
  }

  *overlapping(from: number, to: number): Generator<Group> {
    for (let block = 0; block < this.#farthest.length; block++) {
      const first = block * BLOCK;
      if (this.#begins[first]! > to) return;
      if (this.#farthest[block]! < from) continue;
      for (let at = first; at < first + BLOCK && at < this.#groups.length && this.#begins[at]! <= to; at++)
        if (this.#ends[at]! >= from) yield this.#groups[at]!;
    }
  }

  *within(from: number, to: number): Generator<Group> {
    for (let at = this.#firstFrom(from); at < this.#groups.length && this.#begins[at]! <= to; at++)
      if (this.#ends[at]! <= to) yield this.#groups[at]!;
  }

  #firstFrom(begin: number): number {
    let [low, high] = [0, this.#begins.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#begins[middle]! < begin) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
