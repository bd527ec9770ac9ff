import type { Omissions } from './agent-omissions.ts';
import { SeriesStatistics, type SeriesState } from './agent-series.ts';
import type { PersonName } from '../model/agent.ts';
import { foldFamily, givenTokens } from './name-fold.ts';

/** How often something must be seen before its share is believed. */
const SMOOTHING = 0.5;
/** Years around a span in which another person of the same name would be a candidate for it. */
const CAREER_MARGIN = 10;
export interface Observations {
  /** Every distinct name, once. */
  readonly names: Iterable<PersonName>;
  /** Records at each place; a place is `BR` or `BR/Bahia`. */
  readonly places: Iterable<readonly [place: string, records: number]>;
  readonly years: Iterable<readonly [year: number, records: number]>;
  readonly datasets: Iterable<readonly [dataset: string, records: number]>;
  /** How many companies each companion (see companionOf) is in. */
  readonly companions: Iterable<readonly [companion: string, companies: number]>;
  /** The share of mentions whose name is mentioned once: as large is that of people who are not known yet. */
  readonly unseen: number;
  readonly series: SeriesState;
  readonly omissions: Omissions;
}

type Entries = readonly (readonly [text: string, number: number])[];

/** AgentStatistics as data that can be saved. */
export interface StatisticsState {
  readonly unseen: number;
  readonly series: SeriesState;
  /** See AgentStatistics.omissionShare. */
  readonly omissions: Omissions;
  /** Distinct names that have given names. */
  readonly named: number;
  /** For first and for later given names: how often each whole name, how often each initial, how many of them, and how many whole ones. */
  readonly given: readonly [GivenState, GivenState];
  /** Shares of records. */
  readonly places: Entries;
  readonly datasets: Entries;
  readonly companions: Entries;
  /** Shares of records up to and including each year, from the first year. */
  readonly years: { readonly first: number; readonly sums: readonly number[] };
}

interface GivenState {
  readonly tokens: Entries;
  readonly initials: Entries;
  readonly total: number;
  readonly full: number;
}

interface GivenCounts {
  readonly tokens: Map<string, number>;
  readonly initials: Map<string, number>;
  total: number;
  full: number;
}

/** Counts what is in a collection, for AgentStatistics. */
export function countAgents({
  names,
  places,
  years,
  datasets,
  companions,
  unseen,
  series,
  omissions,
}: Observations): StatisticsState {
  const given = [0, 1].map((): GivenCounts => ({
    tokens: new Map(),
    initials: new Map(),
    total: 0,
    full: 0,
  }));
  let named = 0;
  for (const { type, given: written } of names) {
    if (type !== 'person') continue;
    const tokens = givenTokens(written);
    if (tokens.length > 0) named += 1;
    for (const [position, counts] of given.entries()) {
      const token = tokens[position];
      if (token === undefined) continue;
      counts.total += 1;
      add(counts.initials, token.charAt(0));
      if (token.length === 1) continue;
      counts.full += 1;
      add(counts.tokens, token);
    }
  }
  const states = given.map(({ tokens, initials, total, full }): GivenState => ({
    tokens: [...tokens],
    initials: [...initials],
    total,
    full,
  }));
  return {
    unseen,
    series,
    omissions,
    named,
    given: [states[0]!, states[1]!],
    places: [...sharesOfPlaces(places)],
    datasets: [...sharesOf(datasets)],
    companions: [...companions],
    years: sumYears(years),
  };
}

/** How common names, places, years and companions are in a collection: what makes agreement between two names telling. */
export class AgentStatistics {
  readonly unseen: number;
  readonly series: SeriesStatistics;
  readonly #omissions: Omissions;
  readonly #named: number;
  readonly #given: readonly [GivenCounts, GivenCounts];
  readonly #places: ReadonlyMap<string, number>;
  readonly #datasets: ReadonlyMap<string, number>;
  readonly #companions: ReadonlyMap<string, number>;
  readonly #companies: number;
  readonly #years: StatisticsState['years'];

  constructor({ unseen, series, omissions, named, given, places, datasets, companions, years }: StatisticsState) {
    this.unseen = unseen;
    this.#omissions = omissions;
    this.series = new SeriesStatistics(series);
    this.#named = named;
    this.#given = [countsOf(given[0]), countsOf(given[1])];
    this.#places = new Map(places);
    this.#datasets = new Map(datasets);
    this.#companions = new Map(companions);
    this.#companies = companions.reduce((sum, [, count]) => sum + count, 0);
    this.#years = years;
  }

  /** How often someone who has more given names is called by so many of them. */
  omissionShare(kept: number): number {
    return this.#omissions[kept === 1 ? 0 : 1];
  }

  /** How probable it is that a person, of whom nothing is known, has given names that these can stand for. */
  givenShare(given: readonly string[]): number {
    let share = 1;
    for (const [index, token] of given.entries()) share *= this.tokenShare(token, index);
    return share;
  }

  /** The same for one given name or initial at its position, from 0. */
  tokenShare(token: string, index: number): number {
    const { initials, total } = this.#given[index === 0 ? 0 : 1];
    const byInitial = ((initials.get(token.charAt(0)) ?? 0) + SMOOTHING) / (total + SMOOTHING * 26);
    const presence = index === 0 ? 1 : Math.max(0.3, total / Math.max(1, this.#named));
    if (token.length === 1) return byInitial * presence;
    return this.expansionShare(token, index) * byInitial * presence;
  }

  /** How probable a whole given name is when its initial is known. */
  expansionShare(token: string, index: number): number {
    const { tokens, initials, total, full } = this.#given[index === 0 ? 0 : 1];
    const initial = (initials.get(token.charAt(0)) ?? 0) / Math.max(1, total);
    const count = (tokens.get(token) ?? 0) + SMOOTHING;
    return Math.min(0.9, count / (initial * full + SMOOTHING * 4));
  }

  /** The share of all records that fall within a career of these years; 1 where they are not known. */
  yearShare(begin: number | undefined, end: number | undefined): number {
    const { first, sums } = this.#years;
    if (begin === undefined || end === undefined || sums.length === 0) return 1;
    const at = (year: number) => (year < first ? 0 : (sums[Math.min(year - first, sums.length - 1)] ?? 0));
    return Math.min(1, Math.max(0.02, at(end + CAREER_MARGIN) - at(begin - CAREER_MARGIN - 1)));
  }

  placeShare(place: string): number {
    return this.#places.get(place) ?? 1e-6;
  }

  datasetShare(dataset: string): number {
    return this.#datasets.get(dataset) ?? 1e-6;
  }

  companionShare(companion: string): number {
    return ((this.#companions.get(companion) ?? 0) + SMOOTHING) / (this.#companies + 1);
  }
}

/** How a companion is counted: family name and first initial; spellings of one person mostly fall together. */
export function companionOf({ type, name, family, given }: PersonName): string {
  if (type !== 'person' || family === undefined) return `${type} ${name.toLowerCase()}`;
  return `${foldFamily(family).stem} ${givenTokens(given)[0]?.charAt(0) ?? ''}`;
}

function countsOf({ tokens, initials, total, full }: GivenState): GivenCounts {
  return { tokens: new Map(tokens), initials: new Map(initials), total, full };
}

function add(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function sharesOf(counts: Iterable<readonly [string, number]>): ReadonlyMap<string, number> {
  const entries = [...counts];
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  return new Map(entries.map(([value, count]) => [value, count / total]));
}

/** The country counts all its regions. */
function sharesOfPlaces(counts: Iterable<readonly [string, number]>): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const [place, share] of sharesOf([...counts].filter(([place]) => place !== ''))) {
    const country = countryOf(place);
    shares.set(country, (shares.get(country) ?? 0) + share);
    if (place !== country) shares.set(place, (shares.get(place) ?? 0) + share);
  }
  return shares;
}

export function countryOf(place: string): string {
  const slash = place.indexOf('/');
  return slash < 0 ? place : place.slice(0, slash);
}

function sumYears(counts: Iterable<readonly [number, number]>): StatisticsState['years'] {
  const entries = [...counts].filter(([year]) => year >= 1000 && year <= 2200).toSorted(([a], [b]) => a - b);
  const first = entries[0]?.[0] ?? 0;
  const sums = Array.from({ length: entries.length === 0 ? 0 : entries.at(-1)![0] - first + 1 }, () => 0);
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  for (const [year, count] of entries) sums[year - first]! += count / total;
  for (let index = 1; index < sums.length; index += 1) sums[index]! += sums[index - 1]!;
  return { first, sums };
}
