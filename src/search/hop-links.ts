import { nearestName } from '../model/nearest-name.ts';
import type { CodedColumn } from './coded-column.ts';
import type { EmbeddedIndex } from './embedded-index.ts';
import { isTree, type HopIndex } from './hop-index.ts';
import { KEY_FIELDS, KNOWN_ROLES, MAKER, type EntityVia } from './hop-names.ts';
import { QueryError } from './query-error.ts';
import type { RowSet } from './row-set.ts';
import type { Turns } from './turns.ts';

/** Links between two looks at the clock. */
const STEP = 1 << 16;
/** Below this share of all records, rows are looked at one by one instead of all of a code's rows. */
const FEW_ROWS = 1 / 8;

/** Which entities the rows of a column stand in. */
export interface Links {
  readonly column: CodedColumn;
  /** The entities of code c are entities[offsets[c]] to entities[offsets[c + 1] − 1]; without offsets entities[c], 0 being none. */
  readonly offsets: Uint32Array | undefined;
  readonly entities: Uint32Array;
}

/** How records stand in the entities of a via, in a role. Throws QueryError where there is no such role. */
export async function linksOf(
  { index, hops }: { readonly index: EmbeddedIndex; readonly hops: HopIndex },
  { via, role }: { readonly via: EntityVia; readonly role: string | undefined },
): Promise<Links> {
  if (role === undefined) {
    const entities = await hops.byCode(via);
    return { column: index.column(KEY_FIELDS[via]), offsets: undefined, entities };
  }
  const { names, roles, agents, makers } = await hops.roles();
  const isAsked = names.map((name) => (role === MAKER ? makers.has(name) : name === role));
  if (!isAsked.includes(true)) refuseUnknown(role, names);
  return {
    column: index.column('agentRole'),
    offsets: undefined,
    entities: agents.map((agent, code) => (isAsked[roles[code]!] === true ? agent : 0)),
  };
}

function refuseUnknown(role: string, names: readonly string[]): void {
  if (KNOWN_ROLES.includes(role)) return;
  const known = [...new Set([...KNOWN_ROLES, ...names])];
  const nearest = nearestName(role, known);
  throw new QueryError(`Nobody stands in a record as "${role.slice(0, 80)}".`, {
    hint: nearest === undefined ? `Roles are ${known.slice(0, 20).join(', ')}.` : `Did you mean ${nearest}?`,
  });
}

/** Links to those entities alone that have a state. */
export function linksTo(links: Links, states: { readonly [entity: number]: number }): Links {
  if (links.offsets !== undefined) return links;
  return { ...links, entities: links.entities.map((entity) => (states[entity]! > 0 ? entity : 0)) };
}

/** The same where whatever stands in an entity of a hierarchy stands in all above it as well. */
export function linksAbove(links: Links, { via, states, index }: TreeLinks): Links {
  if (!isTree(via)) return linksTo(links, states);
  const tree = index.tree(KEY_FIELDS[via]);
  const { distinct } = links.column;
  const offsets = new Uint32Array(distinct + 2);
  const entities: number[] = [];
  for (let code = 1; code <= distinct; code++) {
    const entity = links.entities[code]!;
    if (entity > 0) {
      if (states[entity]! > 0) entities.push(entity);
      for (const node of tree.above(entity - 1)) if (states[node + 1]! > 0) entities.push(node + 1);
    }
    offsets[code + 1] = entities.length;
  }
  return { column: links.column, offsets, entities: Uint32Array.from(entities) };
}

interface TreeLinks {
  readonly via: EntityVia;
  /** By entity: 0 where it does not count. */
  readonly states: Uint8Array;
  readonly index: EmbeddedIndex;
}

/** Calls `visit` for each row of the set and each entity in which it stands; a row and an entity may come more than once. */
export async function visitLinks(
  links: Links,
  { rows, turns }: { readonly rows: RowSet; readonly turns: Turns },
  visit: (row: number, entity: number) => void,
): Promise<void> {
  const { column, offsets, entities } = links;
  const visitCode = (row: number, code: number) => {
    if (offsets === undefined) {
      if (entities[code]! > 0) visit(row, entities[code]!);
      return;
    }
    for (let at = offsets[code]!; at < offsets[code + 1]!; at++) visit(row, entities[at]!);
  };
  let steps = 0;
  if (rows.count < rows.records * FEW_ROWS) {
    for (const row of rows.rows()) {
      if (++steps % STEP === 0) await turns.take();
      const to = column.offsets === undefined ? row + 1 : column.offsets[row + 1]!;
      for (let at = column.offsets === undefined ? row : column.offsets[row]!; at < to; at++)
        if (column.codes[at]! > 0) visitCode(row, column.codes[at]!);
    }
    return;
  }
  const bits = rows.bits();
  const { listOffsets, listRows } = column;
  for (let code = 1; code <= column.distinct; code++) {
    if (offsets === undefined ? entities[code] === 0 : offsets[code] === offsets[code + 1]) continue;
    for (let at = listOffsets[code]!; at < listOffsets[code + 1]!; at++) {
      if (++steps % STEP === 0) await turns.take();
      const row = listRows[at]!;
      if ((bits[row >>> 5]! & (1 << (row & 31))) !== 0) visitCode(row, code);
    }
  }
}

/** Rows by entity: those of entity e are rows[offsets[e]] to rows[offsets[e + 1] − 1]. */
export interface EntityRows {
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
}

/** The rows of a set by the entities for which `counts` holds. */
export async function rowsByEntity(
  links: Links,
  options: {
    readonly rows: RowSet;
    readonly size: number;
    readonly turns: Turns;
    readonly counts: (entity: number) => boolean;
  },
): Promise<EntityRows> {
  const { rows, size, turns, counts } = options;
  const ends = new Uint32Array(size + 2);
  await visitLinks(links, { rows, turns }, (_, entity) => {
    if (counts(entity)) ends[entity + 1]!++;
  });
  for (let entity = 1; entity < ends.length; entity++) ends[entity]! += ends[entity - 1]!;
  const sorted = new Uint32Array(ends.at(-1)!);
  const next = ends.slice();
  await visitLinks(links, { rows, turns }, (row, entity) => {
    if (counts(entity)) sorted[next[entity]!++] = row;
  });
  return { offsets: ends, rows: sorted };
}
