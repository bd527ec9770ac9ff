import type { Query, Sort } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import { formatCursor } from '../search/cursor.ts';
import type { SearchEngine, Selection } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import { formatSort } from '../search/query-url.ts';
import { RECORD_TYPES } from '../vocabulary/kinds.ts';
import { inverseRelation, RELATION_TYPES } from '../vocabulary/relations.ts';

/** The records to which a record stands in one relation. */
export interface RelatedRecords {
  /** What the record is to them: a kind of RELATION_TYPES. */
  readonly type: string;
  readonly total: number;
  /** The search that finds them. */
  readonly query: Query;
  /** Some of them. */
  readonly records: readonly CatalogueRecord[];
}

/** A relation of which the other end is no record of the edition. */
export interface OutsideRelation {
  readonly type: string;
  /** As the museum wrote it. */
  readonly target: string;
  /** taxon, sequence or reference, where it is no record by its kind. */
  readonly targetKind?: string;
  readonly remarks?: string;
}

/** Where a record stands in the tree of which it is a part. */
export interface TreePlace {
  /** The wholes above it, the topmost first; it may have other wholes of which nothing is said here. */
  readonly above: readonly CatalogueRecord[];
  /** All parts of its whole, itself included. */
  readonly siblings: { readonly total: number; readonly query: Query };
  readonly previous?: CatalogueRecord;
  readonly next?: CatalogueRecord;
}

type Readable = Pick<Lease, 'engine'>;

/** The order of parts: by their numbers, as an inventory has them. */
export const PART_ORDER: Sort = { field: 'catalogNumber', order: 'asc' };
/** No archive has nearly as many levels. */
const MOST_LEVELS = 20;

/** Selects what stands in a relation to a record: `part of` for its parts, `has part` for its wholes. Objects, as all searches do. */
export function relatedQuery(type: string, key: string): Query {
  return { kind: 'is', field: 'related', value: `${type}:${key}` };
}

/** Whether anything may be: most records have no relation at all. */
function isRelated(engine: SearchEngine, type: string, key: string): boolean {
  return engine.mayHave('related', `${type}:${key}`);
}

/** Resolves the same; of all types of records where some are no objects. */
async function resolveRelated(engine: SearchEngine, type: string, key: string): Promise<Selection> {
  const query = relatedQuery(type, key);
  const all = await engine.resolve({
    kind: 'and',
    of: [query, { kind: 'in', field: 'recordType', values: [...RECORD_TYPES] }],
  });
  if (all.total === 0) return all;
  const objects = await engine.resolve(query);
  if (objects.total !== all.total) return all;
  await all[Symbol.asyncDispose]();
  return objects;
}

/** All kinds of relation that a record has, each with its first records; `limit` 0 only counts them. */
export async function readRelations(
  { engine }: Readable,
  record: CatalogueRecord,
  { limit }: { readonly limit: number },
): Promise<readonly RelatedRecords[]> {
  const found: RelatedRecords[] = [];
  for (const type of RELATION_TYPES) {
    if (!isRelated(engine, inverseRelation(type), record.key)) continue;
    await using selection = await resolveRelated(engine, inverseRelation(type), record.key);
    const { total, query } = selection;
    if (total === 0) continue;
    const sort = type === 'has part' ? { sort: PART_ORDER } : {};
    const { records } = limit === 0 ? { records: [] } : await selection.page({ limit, ...sort });
    found.push({ type, total, query, records });
  }
  return found;
}

/** The relations that a record states of something that the edition does not have as a record. Two columns may state one: it comes once. */
export function outsideRelations({ engine }: Readable, record: CatalogueRecord): readonly OutsideRelation[] {
  const found = new Map<string, OutsideRelation>();
  for (const row of record.children.relation ?? []) {
    const { type, target, targetKey, targetKind, remarks } = row;
    if (typeof target !== 'string' || (typeof targetKey === 'string' && engine.find(targetKey) !== undefined)) continue;
    const name = typeof type === 'string' ? type : 'related';
    if (found.has(`${name} ${target}`)) continue;
    found.set(`${name} ${target}`, {
      type: name,
      target,
      ...(typeof targetKind === 'string' ? { targetKind } : {}),
      ...(typeof remarks === 'string' ? { remarks } : {}),
    });
  }
  return [...found.values()];
}

/** What a record says of another in its own words: the museum's kind of relation where it is none of ours, and remarks. */
export function ownWords(record: CatalogueRecord, other: string): string | undefined {
  const rows = (record.children.relation ?? []).filter(({ targetKey }) => targetKey === other);
  const words = rows.flatMap(({ type, remarks }) => [
    ...(typeof type === 'string' && !RELATION_TYPES.includes(type) ? [type] : []),
    ...(typeof remarks === 'string' ? [remarks] : []),
  ]);
  return words.length === 0 ? undefined : [...new Set(words)].join('; ');
}

/** Where a record stands in its tree; undefined where it is part of nothing. */
export async function readTreePlace({ engine }: Readable, record: CatalogueRecord): Promise<TreePlace | undefined> {
  const above = await readWholes(engine, record.key);
  const whole = above.at(-1);
  if (whole === undefined) return undefined;
  await using siblings = await resolveRelated(engine, 'part of', whole.key);
  const [previous, next] = await Promise.all([
    neighbour(siblings, engine.edition, { record, order: 'desc' }),
    neighbour(siblings, engine.edition, { record, order: 'asc' }),
  ]);
  return {
    above,
    siblings: { total: siblings.total, query: siblings.query },
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
}

/** The wholes above a record, the topmost first. */
async function readWholes(engine: SearchEngine, key: string): Promise<readonly CatalogueRecord[]> {
  const above: CatalogueRecord[] = [];
  const seen = new Set([key]);
  for (let at = key; above.length < MOST_LEVELS && isRelated(engine, 'has part', at);) {
    await using wholes = await resolveRelated(engine, 'has part', at);
    const { records } = wholes.total === 0 ? { records: [] } : await wholes.page({ limit: 1 });
    const whole = records[0];
    // Datasets may make a circle between them.
    if (whole === undefined || seen.has(whole.key)) break;
    seen.add(whole.key);
    above.unshift(whole);
    at = whole.key;
  }
  return above;
}

/** The record beside one in the order of numbers: its own place is where a page of results would have ended. */
async function neighbour(
  siblings: Selection,
  edition: string,
  { record, order }: { readonly record: CatalogueRecord; readonly order: Sort['order'] },
): Promise<CatalogueRecord | undefined> {
  const sort: Sort = { ...PART_ORDER, order };
  const number = record.interpreted[PART_ORDER.field];
  const value = typeof number === 'string' ? number : null;
  // Those without a number come last in either order.
  if (value === null && order === 'desc') return undefined;
  const cursor = formatCursor({ edition, sort: formatSort(sort), value, key: record.key });
  return (await siblings.page({ sort, limit: 1, cursor })).records[0];
}
