import type { Cluster } from './agent-cluster.ts';
import { initialsOf } from './nicknames.ts';

/** Candidates at which a cluster looks at most, and how many of them are found by their companions. */
const MOST_CANDIDATES = 200;
const MOST_COMPANIONS_FRIENDS = 100;
/** Years in one stretch of the index of clusters. */
const PERIOD = 20;
const PERIODS = 128;
const UNDATED = PERIODS - 2;
const ALWAYS = PERIODS - 1;

/** The clusters of a block by their first two initials and stretches of twenty years, and by their companions. */
export class Neighbourhood {
  readonly #names = new Map<string, number>();
  readonly #homes = new Map<number, Cluster[]>();
  readonly #friends = new Map<number, Cluster[]>();
  readonly #known = new Map<Cluster, { readonly homes: Set<number>; readonly friends: Set<number> }>();
  readonly #searches = new Map<Cluster, { readonly units: number; readonly keys: ReadonlySet<number> }>();
  #search = 0;

  /** Makes a cluster findable, also under what it has got since it was added. */
  add(cluster: Cluster): void {
    let known = this.#known.get(cluster);
    if (known === undefined) this.#known.set(cluster, (known = { homes: new Set(), friends: new Set() }));
    let hasGivenNames = false;
    for (const { tokens } of cluster.units) {
      // Nobody can be said to be "Smith": what has no given names is found nowhere.
      if (tokens.length === 0) continue;
      hasGivenNames = true;
      const [first = '', second = '_'] = tokens;
      const initial = first.charAt(0);
      for (const name of [initial + second.charAt(0), `${initial}*`, '*'])
        for (const period of homePeriodsOf(cluster))
          enter(cluster, this.#keyOf(name, period), known.homes, this.#homes);
    }
    if (!hasGivenNames) return;
    for (const companion of cluster.companions.numbers) enter(cluster, companion, known.friends, this.#friends);
  }

  delete(cluster: Cluster): void {
    this.#known.delete(cluster);
    this.#searches.delete(cluster);
  }

  /** Who may be the same as a cluster, as far as initials, years and companions tell; never all, where they are many. */
  near(cluster: Cluster): readonly Cluster[] {
    this.#search += 1;
    cluster.foundIn = this.#search;
    const near: Cluster[] = [];
    for (const companion of cluster.companions.numbers)
      this.#take(this.#friends.get(companion), near, MOST_COMPANIONS_FRIENDS);
    for (const key of this.#searchesOf(cluster)) {
      this.#take(this.#homes.get(key), near, MOST_CANDIDATES);
      if (near.length >= MOST_CANDIDATES) break;
    }
    return near;
  }

  #take(clusters: readonly Cluster[] | undefined, near: Cluster[], most: number): void {
    if (clusters === undefined) return;
    for (const other of clusters) {
      if (near.length >= most) return;
      if (other.foundIn === this.#search || !this.#known.has(other)) continue;
      other.foundIn = this.#search;
      near.push(other);
    }
  }

  #keyOf(name: string, period: number): number {
    let number = this.#names.get(name);
    if (number === undefined) this.#names.set(name, (number = this.#names.size));
    return number * PERIODS + period;
  }

  /** The keys under which a cluster looks for where it belongs; other forms of its first name included. */
  #searchesOf(cluster: Cluster): ReadonlySet<number> {
    const known = this.#searches.get(cluster);
    if (known?.units === cluster.units.length) return known.keys;
    const keys = new Set<number>();
    const names = new Set<string>();
    for (const { tokens } of cluster.units) {
      const [first, second] = tokens;
      if (first === undefined) names.add('*');
      else
        for (const initial of initialsOf(first))
          for (const name of second === undefined ? [`${initial}*`] : [initial + second.charAt(0), `${initial}_`])
            names.add(name);
    }
    for (const period of searchPeriodsOf(cluster)) for (const name of names) keys.add(this.#keyOf(name, period));
    this.#searches.set(cluster, { units: cluster.units.length, keys });
    return keys;
  }
}

function enter(cluster: Cluster, key: number, own: Set<number>, all: Map<number, Cluster[]>): void {
  if (own.has(key)) return;
  own.add(key);
  const list = all.get(key);
  if (list === undefined) all.set(key, [cluster]);
  else list.push(cluster);
}

function homePeriodsOf({ active: { begin, end } }: Cluster): readonly number[] {
  return begin === undefined || end === undefined ? [UNDATED, ALWAYS] : [...periodsOf(begin, end), ALWAYS];
}

function searchPeriodsOf({ active: { begin, end } }: Cluster): readonly number[] {
  return begin === undefined || end === undefined ? [ALWAYS] : [...periodsOf(begin - PERIOD, end + PERIOD), UNDATED];
}

/** Stretches of years as numbers; what lies before our era or far ahead falls into the first and last. */
function periodsOf(begin: number, end: number): readonly number[] {
  const [first, last] = [begin, end].map((year) => Math.min(UNDATED - 1, Math.max(0, Math.floor(year / PERIOD))));
  return Array.from({ length: last! - first! + 1 }, (_, index) => first! + index);
}
