import type { RowSet } from './row-set.ts';
import type { TextMatch } from './text-match.ts';
import { topItems } from './top-items.ts';

/** Steps in which scores are counted before they are sorted. */
const STEPS = 1_000;

/** Scores of a selection's rows: the sum of what the texts of its query score. */
export class Relevance {
  readonly #rows: Uint32Array;
  readonly #scores: Float64Array;

  constructor(rows: RowSet, texts: readonly TextMatch[]) {
    this.#rows = rows.rows();
    this.#scores = new Float64Array(this.#rows.length);
    for (const text of texts) this.#add(text);
  }

  #add({ rows, scores }: TextMatch): void {
    for (let own = 0, other = 0; own < this.#rows.length && other < rows.length;) {
      const difference = this.#rows[own]! - rows[other]!;
      if (difference === 0) this.#scores[own++]! += scores[other++]!;
      else if (difference < 0) own++;
      else other++;
    }
  }

  /** Up to `limit` rows, the highest score first and ascending where scores are alike, after the last row of a page. */
  after(options: {
    readonly position?: { readonly score: number; readonly row: number } | undefined;
    readonly limit: number;
  }): { readonly row: number; readonly score: number }[] {
    const { position, limit } = options;
    const scores = this.#scores;
    const rows = this.#rows;
    const least = this.#leastOf(limit, position);
    const places: number[] = [];
    for (let at = 0; at < scores.length; at++) {
      const score = scores[at]!;
      if (score < least) continue;
      const isAfter =
        position === undefined || score < position.score || (score === position.score && rows[at]! > position.row);
      if (isAfter) places.push(at);
    }
    return topItems(places, { limit, compare: (a, b) => scores[b]! - scores[a]! || a - b }).map((at) => ({
      row: rows[at]!,
      score: scores[at]!,
    }));
  }
  /**
   * A score that as many rows reach as are asked for, found in steps of a thousandth of the highest: of a million rows only
   * a few are then sorted. Rows before a position do not count.
   */
  #leastOf(limit: number, position: { readonly score: number } | undefined): number {
    const scores = this.#scores;
    let most = 0;
    for (let at = 0; at < scores.length; at++) if (scores[at]! > most) most = scores[at]!;
    if (most === 0) return 0;
    const highest = position?.score ?? Infinity;
    const steps = new Uint32Array(STEPS + 1);
    // Rows that score as the position does may be before it, and are left out to be safe.
    for (let at = 0; at < scores.length; at++) {
      if (scores[at]! < highest) steps[Math.floor((scores[at]! / most) * STEPS)]!++;
    }
    let step = STEPS;
    for (let reached = steps[step]!; reached < limit && step > 0;) reached += steps[--step]!;
    // Rounding may have put a row into the next higher step.
    return step <= 1 ? 0 : ((step - 1) / STEPS) * most;
  }
}
