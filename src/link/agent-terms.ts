import type { AgentStatistics } from './agent-statistics.ts';
import type { SeriesStatistics } from './agent-series.ts';
import { countryOf } from './agent-statistics.ts';

/** Texts as numbers, each with how common it is. */
export class Terms {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #shares: number[] = [];
  readonly #shareOf: (text: string) => number;

  constructor(shareOf: (text: string) => number) {
    this.#shareOf = shareOf;
  }

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.push(text) - 1;
    this.#shares.push(this.#shareOf(text));
    this.#numbers.set(text, number);
    return number;
  }

  textOf(number: number): string {
    return this.#texts[number]!;
  }

  shareOf(number: number): number {
    return this.#shares[number]!;
  }
}

/** The places (countries among them), datasets and companions of a block as numbers. */
export class BlockTerms {
  readonly places: Terms;
  readonly datasets: Terms;
  readonly companions: Terms;
  readonly series: SeriesStatistics;
  readonly #countries: number[] = [];

  constructor(statistics: AgentStatistics) {
    this.series = statistics.series;
    this.places = new Terms((place) => statistics.placeShare(place));
    this.datasets = new Terms((dataset) => statistics.datasetShare(dataset));
    this.companions = new Terms((companion) => statistics.companionShare(companion));
  }

  /** The number of the country in which a place lies: its own where it is a country. */
  countryOf(place: number): number {
    return (this.#countries[place] ??= this.places.numberOf(countryOf(this.places.textOf(place))));
  }
}

/** How many records speak for each of some numbers. */
export class Tally {
  readonly numbers: number[] = [];
  readonly counts: number[] = [];
  #total = 0;
  /** Where each number stands, once there are many. */
  #positions: Map<number, number> | undefined;

  get total(): number {
    return this.#total;
  }

  count(number: number): number {
    const position = this.#positionOf(number);
    return position < 0 ? 0 : this.counts[position]!;
  }

  has(number: number): boolean {
    return this.#positionOf(number) >= 0;
  }

  add(number: number, count: number): void {
    this.#total += count;
    const position = this.#positionOf(number);
    if (position >= 0) {
      this.counts[position]! += count;
      return;
    }
    const last = this.numbers.push(number) - 1;
    this.counts.push(count);
    if (this.#positions !== undefined) this.#positions.set(number, last);
    else if (last >= FEW) this.#positions = new Map(this.numbers.map((each, index) => [each, index]));
  }

  copy(): Tally {
    const copy = new Tally();
    copy.addAll(this);
    return copy;
  }

  addAll({ numbers, counts }: Tally): void {
    for (let index = 0; index < numbers.length; index += 1) this.add(numbers[index]!, counts[index]!);
  }

  #positionOf(number: number): number {
    return this.#positions === undefined ? this.numbers.indexOf(number) : (this.#positions.get(number) ?? -1);
  }
}

/** So many numbers are searched sooner one after the other than in a map. */
const FEW = 12;
