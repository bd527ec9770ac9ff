import { candidatesBy, type Candidates, type Group } from './hop-candidates.ts';
import type { RecordTest, Search } from './hop-compare.ts';
import { CERTAIN, POSSIBLE } from './hop-entities.ts';
import { QueryError } from './query-error.ts';
import type { Turns } from './turns.ts';

/** Pairs of records that one hop may compare. */
const MOST_PAIRS = 200_000_000;
/** Pairs between two looks at the clock. */
const STEP = 1 << 14;
/** So few pairs are compared sooner than their rows are grouped. */
const FEW = 64;
/** Compares the records of one entity with each other: those here with those there, never with themselves. */
export class PairComparison {
  readonly #tests: readonly RecordTest[];
  readonly #turns: Turns;
  readonly #search: Search | undefined;
  #pairs = 0;

  constructor(tests: readonly RecordTest[], turns: Turns) {
    this.#tests = tests;
    this.#search = tests.toSorted((a, b) => a.rank - b.rank).find(({ search }) => search !== undefined)?.search;
    this.#turns = turns;
  }

  /** Calls `found` with each row here that passes with another row there, and whether it does so for certain. */
  async compare(compared: Compared): Promise<void> {
    const { here, there, isCertain, found } = compared;
    if (here.length * there.length <= FEW) {
      await this.#compareEach(compared);
      return;
    }
    const candidates = candidatesBy(this.#search, this.#groupsOf(there, isCertain));
    const known = new Map<number | string, Answer>();
    for (const row of here) {
      const signature = this.#signatureOf(row, 'here');
      let answer = known.get(signature);
      if (answer === undefined) {
        answer = await this.#answer(row, candidates);
        known.set(signature, answer);
      }
      const state = answer.certain.holdsFor(row) ? CERTAIN : answer.possible.holdsFor(row) ? POSSIBLE : 0;
      if (state > 0) found(row, state);
    }
  }

  async #compareEach({ here, there, isCertain, found }: Compared): Promise<void> {
    await this.#spend(here.length * there.length);
    for (const row of here) {
      let best = 0;
      for (const other of there) {
        if (other !== row) best |= this.#stateOf(row, other, isCertain(other) ? CERTAIN : POSSIBLE);
      }
      if (best > 0) found(row, best);
    }
  }

  /** Counts pairs; a turn to wait for where one is due. */
  #spend(pairs: number): Promise<void> | undefined {
    const before = this.#pairs;
    this.#pairs += pairs;
    if (this.#pairs > MOST_PAIRS) throw tooMany();
    return Math.floor(before / STEP) < Math.floor(this.#pairs / STEP) ? this.#turns.take() : undefined;
  }

  /** What is left of a state after all comparisons. */
  #stateOf(row: number, other: number, state: number): number {
    for (const { test } of this.#tests) if ((state &= test(row, other)) === 0) break;
    return state;
  }

  /** For a row here and all that are like it: first whether there is anything, then whether there is something certain. */
  async #answer(row: number, candidates: Candidates): Promise<Answer> {
    const answer = { possible: new Others(), certain: new Others() };
    for (const groups of candidates.possible(row)) {
      if (await this.#look(row, groups, answer, answer.possible)) break;
    }
    if (!answer.possible.isEmpty) {
      for (const groups of candidates.certain(row)) if (await this.#look(row, groups, answer, answer.certain)) break;
    }
    return answer;
  }

  /** Looks at the groups until `wanted` is sure; whether it is. */
  async #look(row: number, groups: Iterable<Group>, answer: Answer, wanted: Others): Promise<boolean> {
    for (const group of groups) {
      if (wanted.isSure) return true;
      const turn = this.#spend(1);
      if (turn !== undefined) await turn;
      if (wanted === answer.certain && !group.isCertain) continue;
      const state = this.#stateOf(row, group.row, group.isCertain ? CERTAIN : POSSIBLE);
      if (state === 0) continue;
      answer.possible.add(group);
      if (state === CERTAIN) answer.certain.add(group);
    }
    return wanted.isSure;
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

/** The records of one entity. */
interface Compared {
  readonly here: Uint32Array;
  readonly there: Uint32Array;
  readonly isCertain: (row: number) => boolean;
  readonly found: (row: number, state: number) => void;
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

  get isEmpty(): boolean {
    return this.#only === undefined;
  }

  holdsFor(row: number): boolean {
    return this.isSure || (this.#only !== undefined && this.#only !== row);
  }
}

function tooMany(): QueryError {
  return new QueryError(`The hop compares more than ${MOST_PAIRS.toLocaleString('en')} pairs of records.`, {
    hint: 'Narrow one of its ends, or compare dates or distances that are nearer.',
  });
}
