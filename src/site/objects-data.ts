import type { Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { Grid } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import type { KindTime } from './components/kind-times.tsx';
import { firstOfKinds, firstRecords } from './first-records.ts';
import { readKindTimes } from './kind-times-data.ts';
import { readableGrid } from './readable-grid.ts';
import { yearOfEdition } from './time-bins.ts';

/** What every entity's page shows of its objects: when they are from, and where. */
export interface ObjectTimes {
  readonly query: Query;
  readonly times: readonly KindTime[];
  readonly grid: Grid;
}

/** The same with some of them. */
export interface ObjectsView extends ObjectTimes {
  /** Those with pictures first. */
  readonly records: readonly CatalogueRecord[];
}

export async function readObjectTimes({ engine, edition }: Lease, query: Query): Promise<ObjectTimes> {
  await using selection = await engine.resolve(query);
  const [times, grid] = await Promise.all([
    readKindTimes(engine, query, yearOfEdition(edition.manifest.created)),
    readableGrid(selection, { cells: 72, most: 250 }),
  ]);
  return { query, times, grid };
}

/** `isOfEachKind`: as many of one kind of objects as of another. */
export async function readObjects(
  lease: Lease,
  {
    query,
    limit,
    isOfEachKind = false,
  }: { readonly query: Query; readonly limit: number; readonly isOfEachKind?: boolean },
): Promise<ObjectsView> {
  const found = await readObjectTimes(lease, query);
  const kinds = found.times.map(({ kind }) => kind);
  const records = await (isOfEachKind
    ? firstOfKinds(lease, { query, kinds, limit })
    : firstRecords(lease, { query, limit }));
  return { ...found, records };
}
