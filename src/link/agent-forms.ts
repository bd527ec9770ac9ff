import type { PersonName } from '../model/agent.ts';
import type { AgentBlock } from './agent-block.ts';
import { weighNames } from './agent-evidence.ts';
import type { AgentStatistics } from './agent-statistics.ts';
import { compareNames, type NameComparison } from './name-similarity.ts';

/** Pairs of forms whose weight is remembered at most. */
const MOST_REMEMBERED = 2 ** 20;

interface Form {
  readonly names: readonly number[];
  readonly tokens: readonly string[];
}

/**
 * What the clusters of a block are called, as numbers: the names of their units and the fullest given names. Clusters of one form are
 * compared with those of another once.
 */
export class NameForms {
  readonly #block: AgentBlock;
  readonly #statistics: AgentStatistics;
  readonly #forms: Form[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #weights: PairWeights;
  readonly #comparisons: Map<number, NameComparison>[] = [];

  constructor(block: AgentBlock, statistics: AgentStatistics) {
    this.#block = block;
    this.#statistics = statistics;
    this.#weights = new PairWeights((block.names.length + block.known.length) ** 2);
  }

  numberOf(names: ReadonlySet<number>, tokens: readonly string[]): number {
    const sorted = names.size === 1 ? [...names] : [...names].toSorted((left, right) => left - right);
    const text = `${sorted.join(' ')}|${tokens.join(' ')}`;
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#forms.push({ names: sorted, tokens }) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }

  /** How much the second form is favoured for the first by the names alone; 0 where any two names contradict each other. */
  weigh(form: number, other: number): number {
    const known = this.#weights.get(form, other);
    if (known >= 0) return known;
    const comparison = this.compare(form, other);
    const { tokens } = this.#forms[form]!;
    const weight =
      comparison === undefined
        ? 0
        : weighNames(comparison, {
            tokens,
            known: this.#forms[other]!.tokens,
            statistics: this.#statistics,
          });
    this.#weights.set(form, other, weight);
    return weight;
  }

  /** The best comparison of any two names of two forms; undefined where any two contradict each other. */
  compare(form: number, other: number): NameComparison | undefined {
    let best: NameComparison | undefined;
    for (const left of this.#forms[form]!.names)
      for (const right of this.#forms[other]!.names) {
        const comparison = this.#compareNames(left, right);
        if (comparison.conflict !== undefined) return undefined;
        if (best === undefined || comparison.plausibility * comparison.score > best.plausibility * best.score)
          best = comparison;
      }
    return best;
  }

  #compareNames(left: number, right: number): NameComparison {
    const [less, more] = left < right ? [left, right] : [right, left];
    const own = (this.#comparisons[less] ??= new Map());
    let comparison = own.get(more);
    if (comparison === undefined) own.set(more, (comparison = compareNames(this.nameOf(less), this.nameOf(more))));
    return comparison;
  }

  /** A name by its number: those of known agents stand behind those of the block's mentions. */
  nameOf(number: number): PersonName {
    const { names, known } = this.#block;
    return names[number] ?? known[number - names.length]!.names[0]!;
  }
}

/** Weights of pairs of numbers, of which a later one may take the place of an earlier. */
class PairWeights {
  readonly #mask: number;
  readonly #pairs: Int32Array;
  readonly #weights: Float64Array;

  constructor(pairs: number) {
    const size = Math.min(MOST_REMEMBERED, 2 ** Math.ceil(Math.log2(Math.max(8, pairs * 2))));
    this.#mask = size - 1;
    this.#pairs = new Int32Array(size * 2).fill(-1);
    this.#weights = new Float64Array(size);
  }

  /** A negative number where it is not, or no longer, known. */
  get(left: number, right: number): number {
    const slot = this.#slotOf(left, right);
    return this.#pairs[slot * 2] === left && this.#pairs[slot * 2 + 1] === right ? this.#weights[slot]! : -1;
  }

  set(left: number, right: number, weight: number): void {
    const slot = this.#slotOf(left, right);
    this.#pairs[slot * 2] = left;
    this.#pairs[slot * 2 + 1] = right;
    this.#weights[slot] = weight;
  }

  #slotOf(left: number, right: number): number {
    // Knuth's multiplicative hash.
    return ((Math.imul(left, 0x9e3779b1) >>> 11) ^ right) & this.#mask;
  }
}
