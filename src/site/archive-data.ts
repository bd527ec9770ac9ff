import { PART_ORDER, readTreePlace, relatedQuery, type TreePlace } from '../api/relation-view.ts';
import { ALL, type Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { Selection } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import { readObjectTimes, type ObjectTimes } from './objects-data.ts';

/** A record of a tree, and how many objects belong to it at any level. */
export interface TreeNode {
  readonly record: CatalogueRecord;
  /** Absent where it has no parts. */
  readonly within?: number;
}

/** What the page of a part of an archive shows: of all that belongs to it, itself included. */
export interface ArchiveView extends ObjectTimes {
  readonly record: CatalogueRecord;
  readonly place: TreePlace | undefined;
  /** Its direct parts, as far as this page shows them, and how many there are. */
  readonly children: readonly TreeNode[];
  readonly childCount: number;
  readonly childQuery: Query;
  /** Where the next of them begin. */
  readonly cursor?: string;
  readonly objects: number;
}

const MOST_TOPS = 200;
const CHILDREN = 50;
const MOST_COUNTED = 1_000;

export function wholeQuery(key: string): Query {
  return { kind: 'is', field: 'wholeKey', value: key };
}

/** The tops of the archives' trees, the largest first; where no archive is described, of all that has parts. */
export async function readArchiveTops({
  engine,
}: Lease): Promise<{ readonly tops: readonly TreeNode[]; readonly total: number }> {
  await using archives = await engine.resolve({ kind: 'exists', field: 'archiveLevel' });
  await using all = await engine.resolve(ALL);
  const selection = archives.total > 0 ? archives : all;
  const [facet] = await selection.facets([{ field: 'wholeKey', under: '', limit: MOST_TOPS }]);
  const tops: TreeNode[] = [];
  for (const { value, count } of facet!.values) {
    const record = await engine.record(value);
    if (record !== undefined) tops.push({ record, within: count });
  }
  return { tops, total: facet!.distinct };
}

/** A part of an archive with what lies directly below it; undefined where the edition has no record of this key. */
export async function readArchiveView(
  lease: Lease,
  key: string,
  cursor: string | undefined,
): Promise<ArchiveView | undefined> {
  const { engine } = lease;
  const record = await engine.record(key);
  if (record === undefined) return undefined;
  const query = wholeQuery(key);
  const childQuery = relatedQuery('part of', key);
  await using below = await engine.resolve(query);
  await using children = await engine.resolve(childQuery);
  const [page, counts, place, shown] = await Promise.all([
    children.page({ limit: CHILDREN, sort: PART_ORDER, ...(cursor === undefined ? {} : { cursor }) }),
    countsBelow(below, key),
    readTreePlace(lease, record),
    readObjectTimes(lease, query),
  ]);
  return {
    record,
    place,
    children: page.records.map((child) => {
      const within = counts.get(child.key);
      return { record: child, ...(within === undefined ? {} : { within }) };
    }),
    childCount: children.total,
    childQuery,
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    ...shown,
    objects: below.total,
  };
}

async function countsBelow(below: Selection, key: string): Promise<ReadonlyMap<string, number>> {
  // A record without parts is no node of the tree.
  if (below.total === 0) return new Map();
  const [facet] = await below.facets([{ field: 'wholeKey', under: key, limit: MOST_COUNTED }]);
  return new Map(facet!.values.map(({ value, count }) => [value, count]));
}
