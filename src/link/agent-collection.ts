import {
  blockOf,
  nameKeyOf,
  statedOf,
  type AgentBlock,
  type KnownAgent,
  type Mention,
  type NamedAgent,
  type StatedName,
} from './agent-block.ts';
import { AgentStatistics, companionOf, countAgents, type StatisticsState } from './agent-statistics.ts';
import { countOmissions } from './agent-omissions.ts';
import { SeriesCounter, type NumberedYear } from './agent-series.ts';
import { IntegerList } from './integer-list.ts';
import { givenTokens } from './name-fold.ts';

/** A list of names that stands in one activity of one or more records: a row of `agentQueries.lists`. */
export interface NameList {
  /** In the order of the list. */
  readonly names: readonly StatedName[];
  /** `BR`, or `BR/Bahia`; empty where not known. */
  readonly place: string;
  readonly dataset: string;
  /** Years of the activity; undefined where not known or where the role says nothing of a life (owner, subject). */
  readonly years?: { readonly begin: number; readonly end: number } | undefined;
  readonly records: number;
  /** The least and the greatest of the collector's numbers in these records. */
  readonly numbers?: readonly NumberedYear[] | undefined;
}

/** A block and which mentions and known agents of the collection it is made of. */
export interface NumberedBlock extends AgentBlock {
  /** For each of the block's mentions its number in the collection. */
  readonly mentionNumbers: readonly number[];
  /** For each of the block's known agents its number in the collection. */
  readonly knownNumbers: readonly number[];
}

const UNKNOWN_YEAR = -32_768;
const ALONE = -1;
const NONE = -1;
/** Companies of more people than this are classes and excursions; who is with whom in them says little. */
const LARGEST_COMPANY = 12;

/**
 * All names of a collection in their contexts, in memory as numbers: 4 million lists of names take some 200 MB.
 * Gives the statistics of all, and the blocks one after the other.
 */
export class AgentCollection {
  readonly #names: NamedAgent[] = [];
  readonly #nameNumbers = new Map<string, number>();
  readonly #companies: (readonly number[])[] = [];
  readonly #companyNumbers = new Map<string, number>();
  readonly #places = new Interner();
  readonly #datasets = new Interner();
  readonly #known: KnownAgent[] = [];
  readonly #columns = {
    name: new IntegerList(),
    company: new IntegerList(),
    place: new IntegerList(),
    dataset: new IntegerList(),
    begin: new IntegerList(),
    end: new IntegerList(),
    records: new IntegerList(),
    series: new IntegerList(),
  };
  /** Year and number of the points of all mentions that have some, two points each. */
  readonly #points = new IntegerList();

  /** How many mentions there are. */
  get size(): number {
    return this.#columns.name.length;
  }

  /** Adds a list and returns the number of the mention of its first name; those of the others follow. */
  add({ names, place, dataset, years, records, numbers: points = [] }: NameList): number {
    const first = this.size;
    const numbers = names.map((name) => this.#numberOf(name));
    const company = this.#companyOf(numbers);
    const columns = this.#columns;
    let series = this.#seriesOf(points);
    for (const number of numbers) {
      columns.series.push(series);
      series = NONE;
      columns.name.push(number);
      columns.company.push(company);
      columns.place.push(this.#places.numberOf(place));
      columns.dataset.push(this.#datasets.numberOf(dataset));
      columns.begin.push(years?.begin ?? UNKNOWN_YEAR);
      columns.end.push(years?.end ?? UNKNOWN_YEAR);
      columns.records.push(records);
    }
    return first;
  }

  #seriesOf(points: readonly NumberedYear[]): number {
    const [first, last = first] = points;
    if (first === undefined || last === undefined) return NONE;
    for (const { year, number } of [first, last]) {
      this.#points.push(year);
      this.#points.push(number);
    }
    return this.#points.length / 4 - 1;
  }

  #pointsAt(series: number): readonly NumberedYear[] {
    const [first, last] = [0, 2].map((at) => ({
      year: this.#points.at(series * 4 + at),
      number: this.#points.at(series * 4 + at + 1),
    })) as [NumberedYear, NumberedYear];
    return first.year === last.year && first.number === last.number ? [first] : [first, last];
  }

  /** Adds someone of an authority and returns its number. */
  addKnown(known: KnownAgent): number {
    return this.#known.push(known) - 1;
  }

  #numberOf(name: StatedName): number {
    const stated = statedOf(name);
    const text = `${name.type}|${name.family ?? ''}|${name.given ?? ''}|${name.name}|${stated}`;
    let number = this.#nameNumbers.get(text);
    if (number === undefined) {
      number = this.#names.push({ ...name, nameKey: nameKeyOf(name) }) - 1;
      this.#nameNumbers.set(text, number);
    }
    return number;
  }

  #companyOf(numbers: readonly number[]): number {
    if (numbers.length < 2 || numbers.length > LARGEST_COMPANY) return ALONE;
    const sorted = numbers.toSorted((left, right) => left - right);
    const text = sorted.join(' ');
    let company = this.#companyNumbers.get(text);
    if (company === undefined) {
      company = this.#companies.push(sorted) - 1;
      this.#companyNumbers.set(text, company);
    }
    return company;
  }

  /** How common everything is in what was added so far. */
  statistics(): AgentStatistics {
    return new AgentStatistics(this.count());
  }

  /** The same as data. */
  count(): StatisticsState {
    const { name, place, dataset, begin, end, records, series } = this.#columns;
    const counter = new SeriesCounter();
    const isTelling = this.#names.map(({ given }) => givenTokens(given).length > 1);
    const perName = new Float64Array(this.#names.length);
    const mentionsOf = new Uint32Array(this.#names.length);
    let total = 0;
    const places = new Map<string, number>();
    const datasets = new Map<string, number>();
    const years = new Map<number, number>();
    for (let mention = 0; mention < this.size; mention += 1) {
      const count = records.at(mention);
      perName[name.at(mention)]! += count;
      mentionsOf[name.at(mention)]! += 1;
      total += count;
      addTo(places, this.#places.textOf(place.at(mention)), count);
      addTo(datasets, this.#datasets.textOf(dataset.at(mention)), count);
      if (series.at(mention) !== NONE)
        for (const point of this.#pointsAt(series.at(mention)))
          counter.add(name.at(mention), isTelling[name.at(mention)]!, point);
      if (begin.at(mention) === UNKNOWN_YEAR) continue;
      addTo(years, Math.floor((begin.at(mention) + end.at(mention)) / 2), count);
    }
    const companions = new Map<string, number>();
    const companion = this.#names.map(companionOf);
    for (const company of this.#companies) for (const name of company) addTo(companions, companion[name]!, 1);
    const unseen = perName.reduce((sum, count) => sum + (count === 1 ? 1 : 0), 0) / Math.max(1, total);
    const known = this.#known.flatMap(({ names }) => names.slice(0, 1));
    return countAgents({
      names: [...this.#names, ...known],
      places,
      datasets,
      years,
      companions,
      unseen,
      series: counter.count(),
      omissions: countOmissions(this.#names, mentionsOf),
    });
  }

  /** The blocks in the order of their keys. */
  *blocks(): Generator<NumberedBlock> {
    const companion = this.#names.map(companionOf);
    const blocks = new Map<string, { names: number[]; known: number[] }>();
    const blockAt = (key: string) => {
      let block = blocks.get(key);
      if (block === undefined) blocks.set(key, (block = { names: [], known: [] }));
      return block;
    };
    for (const [number, name] of this.#names.entries()) blockAt(blockOf(name)).names.push(number);
    for (const [number, { names }] of this.#known.entries())
      if (names[0] !== undefined) blockAt(blockOf(names[0])).known.push(number);
    const mentions = this.#mentionsByName();
    for (const key of [...blocks.keys()].toSorted()) {
      const { names, known } = blocks.get(key)!;
      // The order in which names were first seen depends on the files; keys do not.
      names.sort((left, right) => compareTexts(this.#sortKey(left), this.#sortKey(right)));
      known.sort((left, right) => compareTexts(this.#known[left]!.key, this.#known[right]!.key));
      const mentionNumbers = names.flatMap((name) => mentions(name));
      const position = new Map(names.map((name, index) => [name, index]));
      yield {
        key,
        names: names.map((name) => this.#names[name]!),
        known: known.map((number) => this.#known[number]!),
        mentions: mentionNumbers.map((mention) => this.#mentionAt(mention, position)),
        mentionNumbers,
        knownNumbers: known,
        companions: (company) => this.#companies[company]!.map((name) => companion[name]!),
      };
    }
  }

  #sortKey(name: number): string {
    const named = this.#names[name]!;
    return `${named.nameKey}|${named.name}|${statedOf(named)}`;
  }

  /** A function that gives the mentions of a name: counted, then laid out one name after the other. */
  #mentionsByName(): (name: number) => readonly number[] {
    const { name } = this.#columns;
    const starts = new Uint32Array(this.#names.length + 1);
    for (let mention = 0; mention < this.size; mention += 1) starts[name.at(mention) + 1]! += 1;
    for (let index = 1; index < starts.length; index += 1) starts[index]! += starts[index - 1]!;
    const next = starts.slice();
    const ordered = new Uint32Array(this.size);
    for (let mention = 0; mention < this.size; mention += 1) {
      const own = name.at(mention);
      ordered[next[own]!] = mention;
      next[own]! += 1;
    }
    return (own) => Array.from(ordered.subarray(starts[own], starts[own + 1]));
  }

  #mentionAt(mention: number, position: ReadonlyMap<number, number>): Mention {
    const { name, company, place, dataset, begin, end, records, series } = this.#columns;
    const first = begin.at(mention);
    return {
      name: position.get(name.at(mention))!,
      company: company.at(mention) === ALONE ? undefined : company.at(mention),
      place: this.#places.textOf(place.at(mention)),
      dataset: this.#datasets.textOf(dataset.at(mention)),
      years: first === UNKNOWN_YEAR ? undefined : { begin: first, end: end.at(mention) },
      records: records.at(mention),
      ...(series.at(mention) === NONE ? {} : { numbers: this.#pointsAt(series.at(mention)) }),
    };
  }
}

/** Texts that come back often, as numbers. */
class Interner {
  readonly #texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#texts.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }

  textOf(number: number): string {
    return this.#texts[number]!;
  }
}

function addTo<Value>(counts: Map<Value, number>, value: Value, count: number): void {
  counts.set(value, (counts.get(value) ?? 0) + count);
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
