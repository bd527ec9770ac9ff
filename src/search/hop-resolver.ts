import type { Database } from '../catalogue/database.ts';
import type { HopComparison, HopQuery, Query } from '../model/query.ts';
import type { EmbeddedIndex } from './embedded-index.ts';
import { entityTest, recordTest, type EntityTest } from './hop-compare.ts';
import { CERTAIN, entityStates, POSSIBLE } from './hop-entities.ts';
import { NAME_FIELD } from './hop-fields.ts';
import { isTree, type HopIndex } from './hop-index.ts';
import { linksAbove, linksOf, linksTo, rowsByEntity, visitLinks, type Links } from './hop-links.ts';
import { ENTRY, isEntityVia, KEY_FIELDS, type EntityVia } from './hop-names.ts';
import { PairComparison } from './hop-pairs.ts';
import { resolveRelation } from './hop-relations.ts';
import { namesRecordType } from './query-base.ts';
import { both, exactly, type Resolution } from './resolution.ts';
import { RowSet, wordsFor } from './row-set.ts';
import type { Turns } from './turns.ts';

/** What a hop is answered with. */
export interface HopContext {
  readonly index: EmbeddedIndex;
  readonly database: Database;
  readonly hops: HopIndex;
  /** Records that are not withdrawn, and those of them that are objects. */
  readonly live: RowSet;
  readonly objects: RowSet;
  readonly turns: Turns;
  readonly signal: AbortSignal | undefined;
  readonly notices: string[];
  resolve(query: Query): Promise<Resolution>;
}

/** What a hop finds. */
export interface HopAnswer {
  readonly resolution: Resolution;
  /** Entities, or relations, that lead from one record to another, or that fulfil the conditions on them. */
  readonly entities: number;
  /** Records at the other end that stand in an entity and fulfil their query; absent where the hop leads to none. */
  readonly there?: number;
  /** Sentences on what was left out or approximated. */
  readonly notices: readonly string[];
}

/** Resolves a canonical hop for the rows of `candidates`, which are not withdrawn. */
export async function resolveHop(hop: HopQuery, context: HopContext, candidates: RowSet): Promise<HopAnswer> {
  const there = hop.to === undefined ? undefined : await otherEnd(hop, context);
  if (!isEntityVia(hop.via)) return resolveRelation(hop, { context, candidates, there });
  if (!context.hops.has(hop.via)) {
    context.notices.push(`Nothing in this edition is linked over ${hop.via}.`);
    return nothing(context, there);
  }
  return new EntityHop(hop, { via: hop.via, context, candidates, there }).resolve();
}

/** The records at the other end: objects, unless they are asked for by type, or can be of any. */
async function otherEnd(hop: HopQuery, context: HopContext): Promise<Resolution> {
  const found = await context.resolve(hop.to!.query);
  return both(found, exactly(leadsToAnyType(hop) ? context.live : context.objects));
}

/** Whether the other end of a hop may be a record of any type. */
export function leadsToAnyType({ via, to }: HopQuery): boolean {
  return via === 'relation' || to?.role === ENTRY || (to !== undefined && namesRecordType(to.query));
}

function nothing({ index, notices }: HopContext, there: Resolution | undefined): HopAnswer {
  const resolution = exactly(RowSet.none(index.records));
  return { resolution, entities: 0, notices, ...(there === undefined ? {} : { there: 0 }) };
}

interface EntityHopOptions {
  readonly via: EntityVia;
  readonly context: HopContext;
  readonly candidates: RowSet;
  readonly there: Resolution | undefined;
}

class EntityHop {
  readonly #hop: HopQuery;
  readonly #via: EntityVia;
  readonly #context: HopContext;
  readonly #candidates: RowSet;
  readonly #there: Resolution | undefined;
  /** By row: what was found here. */
  readonly #possible: Uint32Array;
  readonly #certain: Uint32Array;
  /** By entity: whether it leads somewhere. */
  #leading = new Uint8Array(0);

  constructor(hop: HopQuery, { via, context, candidates, there }: EntityHopOptions) {
    this.#hop = hop;
    this.#via = via;
    this.#context = context;
    this.#candidates = candidates;
    this.#there = there;
    this.#possible = new Uint32Array(wordsFor(context.index.records));
    this.#certain = new Uint32Array(wordsFor(context.index.records));
  }

  async resolve(): Promise<HopAnswer> {
    const { index } = this.#context;
    const { via, role, entity, to, compare = [] } = { ...this.#hop, via: this.#via };
    const ofRecords = compare.filter(({ of }) => to !== undefined && of !== 'entity');
    const ofEntity = compare.filter((comparison) => !ofRecords.includes(comparison));
    const states = await this.#entityStates(entity, ofEntity);
    this.#leading = new Uint8Array(states.length);
    const lift = (links: Links) =>
      entity === undefined ? linksTo(links, states) : linksAbove(links, { via, states, index });
    const here = lift(await linksOf(this.#context, { via, role }));
    const tests = await this.#entityTests(ofEntity);
    let there: number | undefined;
    if (this.#there === undefined) {
      await this.#visit(here, states, tests, () => CERTAIN);
    } else {
      const ends = lift(await linksOf(this.#context, { via, role: to?.role }));
      there =
        ofRecords.length === 0
          ? await this.#reach({ here, ends, states, tests }, this.#there)
          : await this.#comparePairs({ here, ends, states, tests }, this.#there, ofRecords);
    }
    const possible = RowSet.ofBits(index.records, this.#possible);
    const certain = RowSet.ofBits(index.records, this.#certain);
    const entities = this.#leading.reduce((sum, leads) => sum + leads, 0);
    this.#noticeNamesakes(entities);
    return {
      resolution: { possible, certain: certain.count === possible.count ? possible : certain, texts: [] },
      entities,
      notices: this.#context.notices,
      ...(there === undefined ? {} : { there }),
    };
  }

  /** By entity, what it is after the conditions on itself. */
  async #entityStates(entity: Query | undefined, compared: readonly HopComparison[]): Promise<Uint8Array> {
    const { hops, database, turns, signal } = this.#context;
    const via = this.#via;
    const { size, isAmbiguous } = await hops.entities(via);
    const states =
      entity === undefined
        ? new Uint8Array(size + 1).fill(CERTAIN, 1)
        : await entityStates(entity, { via, hops, database, turns, signal });
    if (isAmbiguous !== undefined)
      for (let at = 1; at <= size; at++) if (isAmbiguous[at] === 1) states[at]! &= POSSIBLE;
    if (entity !== undefined || compared.length > 0) this.#leaveOutReduced(states);
    return states;
  }

  /** A name of a taxon or place may be that of several: all of them count that a record is in. */
  #noticeNamesakes(leading: number): void {
    const { entity, to } = this.#hop;
    if (!isTree(this.#via) || to !== undefined || entity?.kind !== 'is' || entity.field !== NAME_FIELD) return;
    const name = String(entity.value);
    const { notices } = this.#context;
    if (leading === 0) notices.push(`No record is in a ${this.#via} called ${name}.`);
    else if (leading > 1)
      notices.push(`${leading} ${this.#via === 'taxon' ? 'taxa' : 'places'} are called ${name}; all of them count.`);
  }

  /** What is said of an agent or a gathering may rest on what was withdrawn since. */
  #leaveOutReduced(states: Uint8Array): void {
    const { index, live, notices } = this.#context;
    if (live.count === index.records || (this.#via !== 'agent' && this.#via !== 'gathering')) return;
    const { offsets, codes } = index.column(KEY_FIELDS[this.#via]);
    let isReduced = false;
    for (const row of live.not().rows()) {
      const to = offsets === undefined ? row + 1 : offsets[row + 1]!;
      for (let at = offsets === undefined ? row : offsets[row]!; at < to; at++) {
        isReduced ||= states[codes[at]!]! > 0;
        states[codes[at]!] = 0;
      }
    }
    if (isReduced)
      notices.push(
        'Some people or gatherings are left out until the next build, since records of theirs were withdrawn.',
      );
  }

  async #entityTests(comparisons: readonly HopComparison[]): Promise<readonly EntityTest[]> {
    const { index, hops } = this.#context;
    return Promise.all(comparisons.map((comparison) => entityTest(index, { comparison, via: this.#via, hops })));
  }

  /** Marks rows here whose entities lead to another record, as `reached` says. */
  async #visit(
    here: Links,
    states: Uint8Array,
    tests: readonly EntityTest[],
    reached: (row: number, entity: number) => number,
  ): Promise<void> {
    const { turns } = this.#context;
    await visitLinks(here, { rows: this.#candidates, turns }, (row, entity) => {
      let state = states[entity]!;
      if (state === 0) return;
      state &= reached(row, entity);
      for (let at = 0; at < tests.length && state > 0; at++) state &= tests[at]!(row, entity);
      if (state > 0) this.#mark(row, entity, state);
    });
  }

  #mark(row: number, entity: number, state: number): void {
    this.#leading[entity] = 1;
    this.#possible[row >>> 5]! |= 1 << (row & 31);
    if (state === CERTAIN) this.#certain[row >>> 5]! |= 1 << (row & 31);
  }

  /** An entity remembers its first record there and whether it has a second: enough to know of another than this one. */
  async #reach({ here, ends, states, tests }: Route, there: Resolution): Promise<number> {
    const { turns } = this.#context;
    const possible = new Reached(states.length);
    const certain = there.certain === there.possible ? possible : new Reached(states.length);
    const standing = new Uint32Array(this.#possible.length);
    await visitLinks(ends, { rows: there.possible, turns }, (row, entity) => {
      if (states[entity] === 0) return;
      standing[row >>> 5]! |= 1 << (row & 31);
      possible.add(row, entity);
    });
    if (certain !== possible)
      await visitLinks(ends, { rows: there.certain, turns }, (row, entity) => certain.add(row, entity));
    await this.#visit(linksTo(here, possible.first), states, tests, (row, entity) =>
      certain.has(row, entity) ? CERTAIN : possible.has(row, entity) ? POSSIBLE : 0,
    );
    return RowSet.ofBits(this.#context.index.records, standing).count;
  }

  /** The records of each entity, compared with each other. */
  async #comparePairs(
    { here, ends, states, tests }: Route,
    there: Resolution,
    comparisons: readonly HopComparison[],
  ): Promise<number> {
    const { index, turns } = this.#context;
    const size = states.length - 1;
    const counts = (entity: number) => states[entity]! > 0;
    const those = await rowsByEntity(ends, { rows: there.possible, size, turns, counts });
    const isMet = (entity: number) => counts(entity) && those.offsets[entity]! < those.offsets[entity + 1]!;
    const these = await rowsByEntity(here, { rows: this.#candidates, size, turns, counts: isMet });
    const certainBits = there.certain.bits();
    const isCertain = (row: number) => (certainBits[row >>> 5]! & (1 << (row & 31))) !== 0;
    const pairs = new PairComparison(
      comparisons.map((comparison) => recordTest(index, comparison)),
      turns,
    );
    for (let entity = 1; entity <= size; entity++) {
      const [from, to] = [these.offsets[entity]!, these.offsets[entity + 1]!];
      if (from === to) continue;
      await pairs.compare({
        here: these.rows.subarray(from, to),
        there: those.rows.subarray(those.offsets[entity], those.offsets[entity + 1]),
        isCertain,
        found: (row, found) => {
          let state = found & states[entity]!;
          for (let at = 0; at < tests.length && state > 0; at++) state &= tests[at]!(row, entity);
          if (state > 0) this.#mark(row, entity, state);
        },
      });
    }
    return RowSet.ofLists(index.records, [those.rows]).count;
  }
}

interface Route {
  readonly here: Links;
  readonly ends: Links;
  readonly states: Uint8Array;
  readonly tests: readonly EntityTest[];
}

class Reached {
  /** The first row + 1. */
  readonly first: Uint32Array;
  readonly #many: Uint8Array;

  constructor(size: number) {
    this.first = new Uint32Array(size);
    this.#many = new Uint8Array(size);
  }

  add(row: number, entity: number): void {
    if (this.first[entity] === 0) this.first[entity] = row + 1;
    else if (this.first[entity] !== row + 1) this.#many[entity] = 1;
  }

  /** Whether another row than this one was added. */
  has(row: number, entity: number): boolean {
    return this.#many[entity] === 1 || (this.first[entity] !== 0 && this.first[entity] !== row + 1);
  }
}
