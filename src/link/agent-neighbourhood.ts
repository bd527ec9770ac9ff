import type { Cluster } from './agent-cluster.ts';
import { initialsOf } from './nicknames.ts';

/** Candidates at which a cluster looks at most, and how many of them are found by their companions. */
const MOST_CANDIDATES = 100;
const MOST_FRIENDS = 60;
/** Years in one stretch of the index of clusters. */
const PERIOD = 20;
const PERIODS = 128;
const UNDATED = PERIODS - 2;
const ALWAYS = PERIODS - 1;

/** Where a cluster is found and where it looks, as numbers of initials and of keys. */
interface Place {
  /** Units that were looked at. */
  units: number;
  readonly homeNames: number[];
  readonly searchNames: number[];
  readonly homes: Set<number>;
  /** Companions under whom it is found. */
  friends: number;
}

/** The clusters of a block by their first two initials and stretches of twenty years, and by their companions. */
export class Neighbourhood {
  readonly #names = new Map<string, number>();
  readonly #homes = new Map<number, Cluster[]>();
  readonly #friends = new Map<number, Cluster[]>();
  readonly #places = new Map<Cluster, Place>();
  readonly #found = new Set<Cluster>();
  #search = 0;

  /** Makes a cluster findable, also under what it has got since it was added. */
  add(cluster: Cluster): void {
    this.#found.add(cluster);
    const place = this.#placeOf(cluster);
    // Nobody can be said to be "Smith": what has no given names is found nowhere.
    if (place.homeNames.length === 0) return;
    const { begin, end } = cluster.active;
    if (begin === undefined || end === undefined) this.#settle(cluster, place, UNDATED);
    else for (let period = periodOf(begin); period <= periodOf(end); period += 1) this.#settle(cluster, place, period);
    this.#settle(cluster, place, ALWAYS);
    const companions = cluster.companions.numbers;
    for (; place.friends < companions.length; place.friends += 1)
      enter(this.#friends, companions[place.friends]!, cluster);
  }

  delete(cluster: Cluster): void {
    this.#found.delete(cluster);
    this.#places.delete(cluster);
  }

  /**
   * Who may be the same as a cluster, as far as initials, years and companions tell, of those that changed after so many changes of the
   * block; never all, where they are many. The first of them, as many as `friends`, share a companion with it, the others do not.
   */
  near(cluster: Cluster, since: number): { readonly near: readonly Cluster[]; readonly friends: number } {
    this.#search += 1;
    cluster.foundIn = this.#search;
    const near: Cluster[] = [];
    for (const companion of cluster.companions.numbers)
      this.#take(this.#friends.get(companion), { near, since, most: MOST_FRIENDS });
    const friends = near.length;
    const { searchNames } = this.#placeOf(cluster);
    const take = (period: number) => {
      for (const name of searchNames)
        this.#take(this.#homes.get(name * PERIODS + period), {
          near,
          since,
          most: MOST_CANDIDATES,
        });
    };
    const { begin, end } = cluster.active;
    if (begin === undefined || end === undefined) take(ALWAYS);
    else {
      for (let period = periodOf(begin - PERIOD); period <= periodOf(end + PERIOD); period += 1) take(period);
      take(UNDATED);
    }
    return { near, friends };
  }

  #take(
    clusters: readonly Cluster[] | undefined,
    { near, since, most }: { readonly near: Cluster[]; readonly since: number; readonly most: number },
  ): void {
    if (clusters === undefined) return;
    for (const other of clusters) {
      if (near.length >= most) return;
      if (other.changedAt <= since || other.foundIn === this.#search || !this.#found.has(other)) continue;
      other.foundIn = this.#search;
      near.push(other);
    }
  }

  #settle(cluster: Cluster, { homeNames, homes }: Place, period: number): void {
    for (const name of homeNames) {
      const key = name * PERIODS + period;
      if (homes.has(key)) continue;
      homes.add(key);
      enter(this.#homes, key, cluster);
    }
  }

  #placeOf(cluster: Cluster): Place {
    let place = this.#places.get(cluster);
    if (place === undefined) {
      place = { units: 0, homeNames: [], searchNames: [], homes: new Set(), friends: 0 };
      this.#places.set(cluster, place);
    }
    for (; place.units < cluster.units.length; place.units += 1) {
      const [first, second] = cluster.units[place.units]!.tokens;
      if (first === undefined) {
        this.#name('*', place.searchNames);
        continue;
      }
      const initial = first.charAt(0);
      for (const name of [`${initial}${second?.charAt(0) ?? '_'}`, `${initial}*`, '*'])
        this.#name(name, place.homeNames);
      // Other forms of its first name included.
      for (const other of initialsOf(first))
        if (second === undefined) this.#name(`${other}*`, place.searchNames);
        else for (const next of [second.charAt(0), '_']) this.#name(`${other}${next}`, place.searchNames);
    }
    return place;
  }

  #name(name: string, numbers: number[]): void {
    let number = this.#names.get(name);
    if (number === undefined) this.#names.set(name, (number = this.#names.size));
    if (!numbers.includes(number)) numbers.push(number);
  }
}

function enter(lists: Map<number, Cluster[]>, key: number, cluster: Cluster): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [cluster]);
  else list.push(cluster);
}

/** The stretch of a year as a number; what lies before our era or far ahead falls into the first or last. */
function periodOf(year: number): number {
  return Math.min(UNDATED - 1, Math.max(0, Math.floor(year / PERIOD)));
}
