/** A collector's number and the year in which it was given. */
export interface NumberedYear {
  readonly year: number;
  readonly number: number;
}

/** How collectors of a collection count: as data that can be saved. */
export interface SeriesState {
  /** Numbers in a year, of the collector in the middle. */
  readonly rate: number;
  /** How far others are from that: the mean distance of logarithms. */
  readonly spread: number;
  /** How often a number belongs to one growing series; others are a museum's, an expedition's, or begin anew each year. */
  readonly regular: number;
  /** The share of numbers in each half octave, from 1 on. */
  readonly shares: readonly number[];
}

/** Points that are kept of a series: what lies between is told by its neighbours. */
const MOST_POINTS = 24;
/** So many collectors have to be seen before their rate is believed; else what field books have on average, roughly. */
const FEW_COLLECTORS = 30;
const USUAL = { rate: 100, spread: 1.2, regular: 0.7 } as const;
const MOST = 100;
const LEAST = 0.05;
/** How far a rate that was seen between two points may be off beyond them. */
const OWN_SPREAD = 0.3;
const BINS = 48;

/** A growing series of someone's numbers, by year. */
export type Series = readonly NumberedYear[];

/** One object, since most names have none. */
export const NO_SERIES: Series = [];

/** The points of two series as one. */
export function joinSeries(left: Series, right: Series): Series {
  if (right.length === 0) return left;
  let points = [...left, ...right].toSorted((one, other) => one.year - other.year || one.number - other.number);
  while (points.length > MOST_POINTS) {
    const last = points.length - 1;
    points = points.filter((_, index) => index % 2 === 0 || index === last);
  }
  return points;
}

/** How common numbers are in a collection, and how fast they grow. */
export class SeriesStatistics {
  readonly #state: SeriesState;

  constructor(state: SeriesState) {
    this.#state = state;
  }

  /** How much it favours that two series are of one person. */
  weigh(left: Series, right: Series): number {
    const { regular } = this.#state;
    // The one over more years tells better how fast it grew.
    const [few, many] = yearsOf(left) > yearsOf(right) ? [right, left] : [left, right];
    const step = Math.max(1, (few.length - 1) / 2);
    let sum = 0;
    let count = 0;
    for (let at = 0; at < few.length; at += step) {
      const { year, number } = few[Math.round(at)]!;
      const { expected, scale } = this.#expect(many, year);
      const same = Math.exp(-Math.abs(number - expected) / scale) / (2 * scale);
      sum += Math.log((regular * same) / this.#density(number) + 1 - regular);
      count += 1;
    }
    return Math.min(MOST, Math.max(LEAST, Math.exp((sum / count) * Math.min(count, 2))));
  }

  #expect(points: Series, year: number): { readonly expected: number; readonly scale: number } {
    let below: NumberedYear | undefined;
    let above: NumberedYear | undefined;
    for (const point of points)
      if (point.year <= year) below = point;
      else {
        above = point;
        break;
      }
    const { rate, spread } = this.#state;
    if (below !== undefined && above !== undefined) {
      const own = Math.max(rate / 10, (above.number - below.number) / (above.year - below.year));
      const gap = Math.min(year - below.year, above.year - year);
      return { expected: below.number + own * (year - below.year), scale: own * (0.5 + OWN_SPREAD * gap) };
    }
    const nearest = (below ?? above)!;
    const gap = year - nearest.year;
    const [first, last] = [points[0]!, points.at(-1)!];
    const own = last.year - first.year < 3 ? 0 : (last.number - first.number) / (last.year - first.year);
    return own > 0
      ? { expected: nearest.number + own * gap, scale: own * (0.5 + OWN_SPREAD * Math.abs(gap)) }
      : { expected: nearest.number + rate * gap, scale: rate * (0.5 + Math.min(1, spread) * Math.abs(gap)) };
  }

  #density(number: number): number {
    const bin = binOf(number);
    const width = 2 ** ((bin + 1) / 2) - 2 ** (bin / 2);
    return ((this.#state.shares[bin] ?? 0) + 1e-4) / width;
  }
}

function yearsOf(points: Series): number {
  return points.at(-1)!.year - points[0]!.year;
}

function binOf(number: number): number {
  return Math.min(BINS - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, number)) * 2)));
}

/** Counts the series of a collection. */
export class SeriesCounter {
  readonly #bins = Array.from({ length: BINS }, () => 0);
  /** The first and the last point of each name. */
  readonly #ends = new Map<number, { first: NumberedYear; last: NumberedYear }>();

  /** Adds a point; names that many can bear tell nothing of how fast one collector counts. */
  add(name: number, isTelling: boolean, point: NumberedYear): void {
    this.#bins[binOf(point.number)]! += 1;
    if (!isTelling) return;
    const ends = this.#ends.get(name);
    if (ends === undefined) this.#ends.set(name, { first: point, last: point });
    else if (point.year < ends.first.year) ends.first = point;
    else if (point.year > ends.last.year) ends.last = point;
  }

  count(): SeriesState {
    const total = Math.max(
      1,
      this.#bins.reduce((sum, count) => sum + count, 0),
    );
    const shares = this.#bins.map((count) => count / total);
    const pairs = [...this.#ends.values()].flatMap(({ first, last }) => {
      const years = last.year - first.year;
      return years >= 2 && years <= 40 ? [(last.number - first.number) / years] : [];
    });
    const rates = pairs
      .filter((rate) => rate > 0)
      .map((rate) => Math.log(rate))
      .toSorted((left, right) => left - right);
    if (rates.length < FEW_COLLECTORS) return { ...USUAL, shares };
    const middle = rates[rates.length >> 1]!;
    const distances = rates.map((rate) => Math.abs(rate - middle)).toSorted((left, right) => left - right);
    const spread = distances[distances.length >> 1]!;
    const within = distances.filter((distance) => distance < Math.max(0.5, 4 * spread)).length;
    return { rate: Math.exp(middle), spread, regular: Math.min(0.95, Math.max(0.4, within / pairs.length)), shares };
  }
}
