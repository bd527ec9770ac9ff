import type { Database } from '../catalogue/database.ts';
import type { InQuery, IsQuery, LikeQuery, Query } from '../model/query.ts';
import { entityTable, NAME_FIELD, NAME_TABLES } from './hop-fields.ts';
import type { Entities, HopIndex } from './hop-index.ts';
import type { EntityVia } from './hop-names.ts';
import { valuesOf } from './indexed-conditions.ts';
import { entityScope } from './query-fields.ts';
import { compileRowTest } from './row-test.ts';
import { fold } from './text-fold.ts';
import { matchesPattern, parsePattern, sqlPattern } from './text-pattern.ts';
import type { Turns } from './turns.ts';

export const POSSIBLE = 1;
export const CERTAIN = 3;

export interface EntityContext {
  readonly via: EntityVia;
  readonly hops: HopIndex;
  readonly database: Database;
  readonly turns: Turns;
  readonly signal: AbortSignal | undefined;
}

/** By entity: 0 where it does not fulfil the query, POSSIBLE, or CERTAIN. */
export async function entityStates(query: Query, context: EntityContext): Promise<Uint8Array> {
  const { via, hops } = context;
  const entities = await hops.entities(via);
  const inTable = NAME_TABLES[via] !== undefined && asksForName(query);
  if (!inTable) return scan(query, entities, context);
  switch (query.kind) {
    case 'and':
    case 'or': {
      const parts = await Promise.all(query.of.map((part) => entityStates(part, context)));
      // The states' bits are what is possible and what is certain.
      return parts.reduce((a, b) => a.map((state, at) => (query.kind === 'and' ? state & b[at]! : state | b[at]!)));
    }
    case 'not': {
      const states = await entityStates(query.of, context);
      return states.map((state) => (state === CERTAIN ? 0 : state === POSSIBLE ? POSSIBLE : CERTAIN));
    }
    default:
      return findByName(query as NameQuery, entities, context);
  }
}

type NameQuery = IsQuery | InQuery | LikeQuery;

function asksForName(query: Query): boolean {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.of.some(asksForName);
    case 'not':
      return asksForName(query.of);
    case 'is':
    case 'in':
    case 'like':
      return query.field === NAME_FIELD;
    default:
      return false;
  }
}

/** By the entities' own table. */
async function scan(query: Query, { size, byPosition }: Entities, context: EntityContext): Promise<Uint8Array> {
  const { via, hops, database, signal, turns } = context;
  const states = new Uint8Array(size + 1);
  const { columns, filter, test } = compileRowTest(query, entityTable(via, hops.tableSql(via)), entityScope(via));
  const sql = `select ${['file_row_number', ...columns].join(', ')} from ${hops.tableSql(via)} where ${filter.sql}`;
  for await (const [positions, ...values] of database.chunks(sql, { parameters: filter.parameters, signal })) {
    for (const [at, position] of positions!.entries()) {
      const { possible, certain } = test(values.map((column) => column[at]));
      const entity = byPosition[position as number]!;
      if (certain) states[entity] = CERTAIN;
      else if (possible) states[entity] = POSSIBLE;
    }
    await turns.take();
  }
  states[0] = 0;
  return states;
}

/** By the table of names, which are folded there. */
async function findByName(query: NameQuery, { size }: Entities, context: EntityContext): Promise<Uint8Array> {
  const { via, hops, database, signal, turns } = context;
  const { table, key } = NAME_TABLES[via]!;
  const find = hops.finder(via);
  const states = new Uint8Array(size + 1);
  const isPattern = query.kind === 'like';
  const pattern = isPattern ? parsePattern(query.value) : undefined;
  const parameters =
    pattern === undefined
      ? valuesOf(query as IsQuery | InQuery).map((value) => fold(String(value)))
      : [sqlPattern(pattern)];
  const filter =
    pattern === undefined
      ? `folded in (${parameters.map(() => '?').join(', ')})`
      : String.raw`folded like ? escape '\'`;
  const sql = `select folded, ${key} from ${table} where ${filter}`;
  for await (const [names, keys] of database.chunks(sql, { parameters, signal })) {
    for (const [at, name] of names!.entries())
      if (pattern === undefined || matchesPattern(String(name), pattern)) states[find(String(keys![at]))] = CERTAIN;
    await turns.take();
  }
  states[0] = 0;
  return states;
}
