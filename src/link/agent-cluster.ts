import type { YearSpan } from '../model/agent.ts';
import { greatest, least, type Profile } from './agent-evidence.ts';
import { countryOf } from './agent-statistics.ts';
import type { Unit } from './agent-unit.ts';

/** Units that are taken for one agent. Grows by `add`; what it holds never contradicts itself. */
export class Cluster implements Profile {
  readonly units: Unit[];
  readonly names: Set<number>;
  readonly authorities: Set<string>;
  tokens: readonly string[];
  life: YearSpan;
  active: YearSpan;
  readonly places: Map<string, number>;
  readonly countries: Map<string, number>;
  readonly datasets: Map<string, number>;
  readonly companions: Map<string, number>;
  records: number;
  /** The search that found it last, so that none finds it twice. */
  foundIn = 0;

  constructor(unit: Unit) {
    this.units = [unit];
    this.names = new Set(unit.names);
    const authority = unit.known?.authority;
    this.authorities = new Set(authority === undefined ? [] : [authority]);
    this.tokens = unit.tokens;
    this.life = unit.life;
    this.active = unit.active;
    this.places = new Map(unit.places);
    this.countries = byCountry(unit.places);
    this.datasets = new Map(unit.datasets);
    this.companions = new Map(unit.companions);
    this.records = unit.records;
  }

  /** The unit that gives the cluster its key: the one that came first in the order of units. */
  get founder(): Unit {
    return this.units[0]!;
  }

  add(other: Cluster): void {
    this.units.push(...other.units);
    for (const name of other.names) this.names.add(name);
    for (const authority of other.authorities) this.authorities.add(authority);
    this.tokens = merged(this.tokens, other.tokens);
    this.life = { begin: this.life.begin ?? other.life.begin, end: this.life.end ?? other.life.end };
    this.active = {
      begin: least(this.active.begin, other.active.begin),
      end: greatest(this.active.end, other.active.end),
    };
    for (const kind of ['places', 'countries', 'datasets', 'companions'] as const)
      for (const [value, count] of other[kind]) this[kind].set(value, (this[kind].get(value) ?? 0) + count);
    this.records += other.records;
  }
}

/** The fuller given name at each position. */
function merged(left: readonly string[], right: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const [a = '', b = ''] = [left[index], right[index]];
    return b.length > a.length && (a.length <= 1 || b.startsWith(a)) ? b : a === '' ? b : a;
  });
}

function byCountry(places: ReadonlyMap<string, number>): Map<string, number> {
  const countries = new Map<string, number>();
  for (const [place, count] of places) {
    const country = countryOf(place);
    countries.set(country, (countries.get(country) ?? 0) + count);
  }
  return countries;
}
