import type { HopQuery } from '../model/query.ts';
import { nearestName } from '../model/nearest-name.ts';
import { recordTest } from './hop-compare.ts';
import { CERTAIN, POSSIBLE } from './hop-entities.ts';
import type { Relations } from './hop-index.ts';
import { isRelationType } from './hop-names.ts';
import type { HopAnswer, HopContext } from './hop-resolver.ts';
import { QueryError } from './query-error.ts';
import { exactly, type Resolution } from './resolution.ts';
import { RowSet, wordsFor } from './row-set.ts';

/** Relations between two looks at the clock. */
const STEP = 1 << 16;

/** Resolves a hop over a relation: each relation is looked at once. */
export async function resolveRelation(
  hop: HopQuery,
  options: {
    readonly context: HopContext;
    readonly candidates: RowSet;
    readonly there: Resolution | undefined;
  },
): Promise<HopAnswer> {
  const { context, candidates } = options;
  const { index, hops, turns, live } = context;
  const relations = await hops.relations();
  const there = options.there ?? exactly(live);
  const type = typeOf(hop.role, relations);
  const [from, to] = hop.inverse === true ? [relations.to, relations.from] : [relations.from, relations.to];
  const tests = (hop.compare ?? []).map((comparison) => recordTest(index, comparison));
  const [here, those, sure] = [candidates, there.possible, there.certain].map((rows) => rows.bits());
  const isIn = (bits: Uint32Array, row: number) => (bits[row >>> 5]! & (1 << (row & 31))) !== 0;
  const words = wordsFor(index.records);
  const [possible, certain, standing] = [new Uint32Array(words), new Uint32Array(words), new Uint32Array(words)];
  let entities = 0;
  for (let at = 0; at < from.length; at++) {
    if (at % STEP === 0) await turns.take();
    if (type !== undefined && relations.types[at] !== type) continue;
    const [row, other] = [from[at]!, to[at]!];
    if (row === other || !isIn(those!, other)) continue;
    if (!isIn(here!, row)) continue;
    standing[other >>> 5]! |= 1 << (other & 31);
    let state = isIn(sure!, other) ? CERTAIN : POSSIBLE;
    for (const { test } of tests) if ((state &= test(row, other)) === 0) break;
    if (state === 0) continue;
    entities += 1;
    possible[row >>> 5]! |= 1 << (row & 31);
    if (state === CERTAIN) certain[row >>> 5]! |= 1 << (row & 31);
  }
  const rows = { possible: RowSet.ofBits(index.records, possible), certain: RowSet.ofBits(index.records, certain) };
  return {
    resolution: { ...rows, texts: [] },
    entities,
    notices: context.notices,
    ...(options.there === undefined ? {} : { there: RowSet.ofBits(index.records, standing).count }),
  };
}

/** The number of a type; −1 for one that no relation of the edition has. Throws QueryError where there is no such type at all. */
function typeOf(role: string | undefined, { names }: Relations): number | undefined {
  if (role === undefined) return undefined;
  const type = names.findIndex((name) => name.toLowerCase() === role);
  if (type >= 0 || isRelationType(role)) return type;
  const nearest = nearestName(role, names);
  throw new QueryError(`No record is "${role.slice(0, 80)}" another.`, {
    hint: nearest === undefined ? `Relations are ${names.slice(0, 20).join(', ')}.` : `Did you mean ${nearest}?`,
  });
}
