import type { RowSet } from './row-set.ts';
import type { TextMatch } from './text-index.ts';
import { topItems } from './top-items.ts';

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
    const places = function* () {
      for (let at = 0; at < scores.length; at++) {
        const isAfter =
          position === undefined ||
          scores[at]! < position.score ||
          (scores[at] === position.score && rows[at]! > position.row);
        if (isAfter) yield at;
      }
    };
    return topItems(places(), { limit, compare: (a, b) => scores[b]! - scores[a]! || a - b }).map((at) => ({
      row: rows[at]!,
      score: scores[at]!,
    }));
  }
}
