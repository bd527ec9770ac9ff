import type { Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { Lease } from '../search/live.ts';
import { walk, type Arrangement } from './arrangements.ts';
import { firstRecords } from './first-records.ts';
import { withCondition } from './query-parts.ts';
import type { Step, Walk } from './walk-steps.ts';

/** What the page shows on which a set of objects is walked through. */
export interface BrowseView extends Walk {
  readonly query: Query;
  readonly by: Arrangement;
  readonly total: number;
  readonly certain: number;
  readonly steps: readonly PicturedStep[];
  /** Some of the objects, those with pictures first. */
  readonly records: readonly CatalogueRecord[];
}

/** A step, and one of its objects that has a picture. */
export interface PicturedStep extends Step {
  readonly pictured?: CatalogueRecord;
}

const STEPS = 100;
const MORE_STEPS = 1_000;
/** Steps for which a picture is looked for. */
const PICTURED = 24;
/** Objects of a step that are looked at for one. */
const LOOKED_AT = 12;
const FEW = 10_000;
const RECORDS = 12;

export async function readBrowseView(
  lease: Lease,
  options: { readonly query: Query; readonly by: Arrangement; readonly isLong: boolean },
): Promise<BrowseView> {
  const { query, by, isLong } = options;
  await using selection = await lease.engine.resolve(query);
  const walked = await walk(lease, by, { query, limit: isLong ? MORE_STEPS : STEPS });
  const steps: PicturedStep[] = [];
  for (const step of walked.steps) {
    const pictured = steps.length < PICTURED ? await firstPictured(lease, step) : undefined;
    steps.push({ ...step, ...(pictured === undefined ? {} : { pictured }) });
  }
  const records = selection.total === 0 ? [] : await firstRecords(lease, { query, limit: RECORDS });
  return { ...walked, query, by, total: selection.total, certain: selection.certain, steps, records };
}

/** One with a picture among the first; all are looked through only where they are few. */
async function firstPictured({ engine }: Lease, { query, count }: Step): Promise<CatalogueRecord | undefined> {
  await using selection = await engine.resolve(query);
  const { records } = await selection.page({ limit: LOOKED_AT });
  const found = records.find((record) => Number(record.interpreted['mediaCount'] ?? 0) > 0);
  if (found !== undefined || count <= records.length || count > FEW) return found;
  await using pictured = await engine.resolve(withCondition(query, { kind: 'range', field: 'mediaCount', from: 1 }));
  return pictured.total === 0 ? undefined : (await pictured.page({ limit: 1 })).records[0];
}
