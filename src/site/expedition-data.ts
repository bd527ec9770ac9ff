import { expeditionQuery, readExpeditionView, type ExpeditionView } from '../api/expedition-view.ts';
import type { Lease } from '../search/live.ts';
import { readObjects, type ObjectsView } from './objects-data.ts';

/** What an expedition's page shows. */
export interface ExpeditionPageView extends ObjectsView {
  readonly expedition: ExpeditionView;
}

const RECORDS = 12;

export async function readExpeditionPage(lease: Lease, key: string): Promise<ExpeditionPageView | undefined> {
  const expedition = await readExpeditionView(lease, key);
  if (expedition === undefined) return undefined;
  return {
    expedition,
    ...(await readObjects(lease, { query: expeditionQuery(expedition.key), limit: RECORDS, isOfEachKind: true })),
  };
}
