import type { YearSpan } from '../model/agent.ts';
import { greatest, least, type Profile } from './agent-evidence.ts';
import { joinSeries, type Series } from './agent-series.ts';
import { Tally, type BlockTerms } from './agent-terms.ts';
import { UNKNOWN_LIFE, type Unit } from './agent-unit.ts';

/** A cluster that another may be the same as. */
export interface Found {
  readonly cluster: Cluster;
  readonly weight: number;
}

const NOWHERE: ReadonlySet<string> = new Set();

/** Units that are taken for one agent. Grows by `add`; what it holds never contradicts itself. */
export class Cluster implements Profile {
  readonly units: Unit[];
  readonly names: Set<number>;
  authorities: ReadonlySet<string>;
  tokens: readonly string[];
  life: YearSpan;
  active: YearSpan;
  /** The unit's own as long as nothing was added: most clusters only ever join others. */
  places: Tally;
  countries: Tally;
  datasets: Tally;
  companions: Tally;
  #ownsTallies = false;
  series: Series;
  records: number;
  /** The search that found it last, so that none finds it twice. */
  foundIn = 0;
  /** When it changed last, in changes of its block. */
  changedAt = 0;
  /** What it may be the same as, and after how many changes of its block that was found out. */
  lastSearch: { readonly at: number; readonly found: readonly Found[] } | undefined;
  /** Its names and tokens as a number; given by what compares clusters. */
  form = 0;
  /** The weight of the people whom nobody knows; found out when it is first asked for. */
  unknown: number | undefined;

  constructor(unit: Unit, terms: BlockTerms) {
    this.units = [unit];
    this.names = new Set(unit.names);
    const authority = unit.known?.authority;
    this.authorities = authority === undefined ? NOWHERE : new Set([authority]);
    this.tokens = unit.tokens;
    this.life = unit.life;
    this.active = unit.active;
    this.places = unit.places;
    this.countries = countriesOf(unit.places, terms);
    this.datasets = unit.datasets;
    this.companions = unit.companions;
    this.series = unit.series;
    this.records = unit.records;
  }

  /** The unit that gives the cluster its key: the one that came first in the order of units. */
  get founder(): Unit {
    return this.units[0]!;
  }

  add(other: Cluster): void {
    this.units.push(...other.units);
    for (const name of other.names) this.names.add(name);
    if (other.authorities.size > 0) this.authorities = this.authorities.union(other.authorities);
    this.tokens = merged(this.tokens, other.tokens);
    if (other.life !== UNKNOWN_LIFE)
      this.life = { begin: this.life.begin ?? other.life.begin, end: this.life.end ?? other.life.end };
    this.active = {
      begin: least(this.active.begin, other.active.begin),
      end: greatest(this.active.end, other.active.end),
    };
    for (const kind of ['places', 'countries', 'datasets', 'companions'] as const) {
      if (!this.#ownsTallies) this[kind] = this[kind].copy();
      this[kind].addAll(other[kind]);
    }
    this.#ownsTallies = true;
    this.series = joinSeries(this.series, other.series);
    this.records += other.records;
    this.unknown = undefined;
  }
}

function countriesOf(places: Tally, terms: BlockTerms): Tally {
  if (places.numbers.every((place) => terms.countryOf(place) === place)) return places;
  const countries = new Tally();
  for (const [index, place] of places.numbers.entries()) countries.add(terms.countryOf(place), places.counts[index]!);
  return countries;
}

/** The fuller given name at each position. */
function merged(left: readonly string[], right: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const [a = '', b = ''] = [left[index], right[index]];
    return b.length > a.length && (a.length <= 1 || b.startsWith(a)) ? b : a === '' ? b : a;
  });
}
