import type { Query } from '../model/query.ts';
import { Recent } from './recent.ts';
import { bytesOf, type Resolution } from './resolution.ts';

/** Memory for row sets, and how many values, bins, cells and rows of answers are kept. */
const MOST_BYTES = 96 * 2 ** 20;
const MOST_ITEMS = 200_000;
/** Longer queries are not asked twice. */
const LONGEST_QUERY = 4_000;

/** A query's rows, and what was approximated in finding them. */
export interface Resolved {
  readonly resolution: Resolution;
  readonly notices: readonly string[];
}

/**
 * What was asked lately of one edition, as long as nothing is withdrawn from it: a page, its map and its time chart ask for
 * the same rows, and a reader who turns pages asks again and again.
 */
export class AnswerCache {
  readonly #resolved = new Recent<string, Resolved>(MOST_BYTES);
  readonly #answers = new Recent<string, unknown>(MOST_ITEMS);

  /** The rows of a canonical query. */
  async resolve(query: Query, work: () => Promise<Resolved>): Promise<Resolved> {
    const name = nameOf(query);
    const kept = name === undefined ? undefined : this.#resolved.get(name);
    if (kept !== undefined) return kept;
    const resolved = await work();
    if (name !== undefined) this.#resolved.set(name, resolved, bytesOf(resolved.resolution) + name.length * 2);
    return resolved;
  }

  /** What a canonical query answers to a request; `sizeOf` says of how many items an answer consists. */
  answer<Answer>(
    query: Query,
    options: { readonly request: unknown; readonly work: () => Answer; readonly sizeOf: (answer: Answer) => number },
  ): Answer {
    const name = nameOf(query);
    if (name === undefined) return options.work();
    const whole = `${name}\n${JSON.stringify(options.request)}`;
    const kept = this.#answers.get(whole);
    if (kept !== undefined) return kept as Answer;
    const answer = options.work();
    this.#answers.set(whole, answer, options.sizeOf(answer) + 10);
    return answer;
  }
}

function nameOf(query: Query): string | undefined {
  const name = JSON.stringify(query);
  return name.length > LONGEST_QUERY ? undefined : name;
}
