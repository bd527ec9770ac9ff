import type { PersonName } from '../model/agent.ts';
import type { AgentBlock } from './agent-block.ts';
import { weighNames } from './agent-evidence.ts';
import type { AgentStatistics } from './agent-statistics.ts';
import { compareNames, type NameComparison } from './name-similarity.ts';

/** Pairs of forms whose weight is remembered. */
const REMEMBERED = 2_000_000;
/** Forms that can be told apart in the key of a pair. */
const MOST_FORMS = 2 ** 26;

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
  readonly #weights = new Map<number, number>();
  readonly #comparisons: Map<number, NameComparison>[] = [];

  constructor(block: AgentBlock, statistics: AgentStatistics) {
    this.#block = block;
    this.#statistics = statistics;
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
    const key = form * MOST_FORMS + other;
    const known = this.#weights.get(key);
    if (known !== undefined) return known;
    if (this.#weights.size >= REMEMBERED) this.#weights.clear();
    const comparison = this.compare(form, other);
    const { tokens } = this.#forms[form]!;
    const weight =
      comparison === undefined
        ? 0
        : weighNames(comparison, { tokens, known: this.#forms[other]!.tokens, statistics: this.#statistics });
    this.#weights.set(key, weight);
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
