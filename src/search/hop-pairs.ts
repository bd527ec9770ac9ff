import type { RecordTest } from './hop-compare.ts';
import { CERTAIN, POSSIBLE } from './hop-entities.ts';
import { QueryError } from './query-error.ts';
import type { Turns } from './turns.ts';

/** Pairs of records that one hop may compare. */
const MOST_PAIRS = 200_000_000;
/** Pairs between two looks at the clock. */
const STEP = 1 << 14;
/** Extents whose farthest end is noted as one. */
const BLOCK = 32;

/** Rows that are alike in all that is compared. */
interface Group {
  readonly row: number;
  /** Whether there are others. */
  many: boolean;
  /** Of rows there: whether they fulfil their query certainly. */
  readonly isCertain: boolean;
}

/** The rows there in the order in which their extents begin. */
interface Ordered {
  readonly groups: readonly Group[];
  readonly begins: Float64Array;
  readonly ends: Float64Array;
  /** The farthest end of each block. */
  readonly latest: Float64Array;
}

/** Compares the records of one entity with each other: those here with those there, never with themselves. */
export class PairComparison {
  readonly #tests: readonly RecordTest[];
  readonly #turns: Turns;
  #pairs = 0;

  constructor(tests: readonly RecordTest[], turns: Turns) {
    this.#tests = tests;
    this.#turns = turns;
  }

  /** Calls `found` with each row here that passes with another row there, and whether it does so for certain. */
  async compare(options: {
    readonly here: Uint32Array;
    readonly there: Uint32Array;
    readonly isCertain: (row: number) => boolean;
    readonly found: (row: number, state: number) => void;
  }): Promise<void> {
    const { here, there, isCertain, found } = options;
    const groups = this.#groupsOf(there, isCertain);
    const line = this.#tests.find((test) => test.line !== undefined)?.line;
    const ordered = line === undefined ? undefined : orderBy(groups, (row) => line.extent(row));
    const known = new Map<number | string, Answer>();
    for (const row of here) {
      const signature = this.#signatureOf(row, 'here');
      let answer = known.get(signature);
      if (answer === undefined) {
        const window = line?.window(row);
        const candidates =
          ordered === undefined ? groups : window === undefined ? [] : overlapping(ordered, window.begin, window.end);
        answer = await this.#answer(row, candidates);
        known.set(signature, answer);
      }
      const state = answer.certain.holdsFor(row) ? CERTAIN : answer.possible.holdsFor(row) ? POSSIBLE : 0;
      if (state > 0) found(row, state);
    }
  }

  /** For a row here and all that are like it. */
  async #answer(row: number, candidates: Iterable<Group>): Promise<Answer> {
    const answer = { possible: new Others(), certain: new Others() };
    for (const group of candidates) {
      if (++this.#pairs % STEP === 0) await this.#turns.take();
      if (this.#pairs > MOST_PAIRS) throw tooMany();
      if (group.isCertain ? answer.certain.isSure : answer.possible.isSure) continue;
      let state = group.isCertain ? CERTAIN : POSSIBLE;
      for (const { test } of this.#tests) if ((state &= test(row, group.row)) === 0) break;
      if (state === 0) continue;
      answer.possible.add(group);
      if (state === CERTAIN) answer.certain.add(group);
      if (answer.certain.isSure) break;
    }
    return answer;
  }

  #groupsOf(rows: Uint32Array, isCertain: (row: number) => boolean): readonly Group[] {
    const groups = new Map<number | string, Group>();
    const uncertain = new Map<number | string, Group>();
    for (const row of rows) {
      const certain = isCertain(row);
      const kept = certain ? groups : uncertain;
      const signature = this.#signatureOf(row, 'there');
      const group = kept.get(signature);
      if (group === undefined) kept.set(signature, { row, many: false, isCertain: certain });
      else if (group.row !== row) group.many = true;
    }
    return [...groups.values(), ...uncertain.values()];
  }

  #signatureOf(row: number, end: 'here' | 'there'): number | string {
    const [first, ...others] = this.#tests;
    return others.length === 0 ? first![end](row) : this.#tests.map((test) => test[end](row)).join('|');
  }
}

interface Answer {
  readonly possible: Others;
  readonly certain: Others;
}

/** What was found for rows that are alike; one of them may be what was found. */
class Others {
  #only: number | undefined;
  /** Whether there is another one for every row. */
  isSure = false;

  add({ row, many }: Group): void {
    if (many || (this.#only !== undefined && this.#only !== row)) this.isSure = true;
    this.#only = row;
  }

  holdsFor(row: number): boolean {
    return this.isSure || (this.#only !== undefined && this.#only !== row);
  }
}

function orderBy(
  groups: readonly Group[],
  extentOf: (row: number) => { readonly begin: number; readonly end: number } | undefined,
): Ordered {
  const placed = groups
    .flatMap((group) => {
      const extent = extentOf(group.row);
      return extent === undefined ? [] : [{ group, ...extent }];
    })
    .toSorted((a, b) => a.begin - b.begin);
  const ends = Float64Array.from(placed, ({ end }) => end);
  const latest = new Float64Array(Math.ceil(placed.length / BLOCK)).fill(-Infinity);
  for (const [at, end] of ends.entries()) {
    const block = Math.floor(at / BLOCK);
    latest[block] = Math.max(latest[block]!, end);
  }
  return {
    groups: placed.map(({ group }) => group),
    begins: Float64Array.from(placed, ({ begin }) => begin),
    ends,
    latest,
  };
}

/** Those whose extents overlap a window. */
function* overlapping({ groups, begins, ends, latest }: Ordered, from: number, to: number): Generator<Group> {
  for (let block = 0; block < latest.length; block++) {
    const first = block * BLOCK;
    if (begins[first]! > to) return;
    if (latest[block]! < from) continue;
    for (let at = first; at < first + BLOCK && at < groups.length && begins[at]! <= to; at++)
      if (ends[at]! >= from) yield groups[at]!;
  }
}

function tooMany(): QueryError {
  return new QueryError(`The hop compares more than ${MOST_PAIRS.toLocaleString('en')} pairs of records.`, {
    hint: 'Narrow one of its ends, or compare dates or distances that are nearer.',
  });
}
