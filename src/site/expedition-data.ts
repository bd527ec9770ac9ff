import { expeditionQuery, readExpeditionView, type ExpeditionView } from '../api/expedition-view.ts';
import type { Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { Grid } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import type { KindTime } from './components/kind-times.tsx';
import { firstOfKinds } from './first-records.ts';
import { readKindTimes } from './kind-times-data.ts';
import { readableGrid } from './readable-grid.ts';
import { yearOfEdition } from './time-bins.ts';

/** What an expedition's page shows. */
export interface ExpeditionPageView {
  readonly expedition: ExpeditionView;
  readonly query: Query;
  /** Some of the objects of each kind, those with pictures first. */
  readonly records: readonly CatalogueRecord[];
  readonly times: readonly KindTime[];
  readonly grid: Grid;
}

const RECORDS = 12;

export async function readExpeditionPage(lease: Lease, key: string): Promise<ExpeditionPageView | undefined> {
  const { engine, edition } = lease;
  const expedition = await readExpeditionView(lease, key);
  if (expedition === undefined) return undefined;
  const query = expeditionQuery(key);
  await using selection = await engine.resolve(query);
  const [times, grid] = await Promise.all([
    readKindTimes(engine, query, yearOfEdition(edition.manifest.created)),
    readableGrid(selection, { cells: 72, most: 250 }),
  ]);
  const kinds = times.map(({ kind }) => kind);
  const records = await firstOfKinds(lease, { query, kinds, limit: RECORDS });
  return { expedition, query, records, times, grid };
}
