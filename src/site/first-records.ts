import type { Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { Lease } from '../search/live.ts';
import { withCondition } from './query-parts.ts';

const PICTURED: Query = { kind: 'range', field: 'mediaCount', from: 1 };

/** Some of the records that a query selects, those with pictures first. */
export async function firstRecords(
  { engine }: Pick<Lease, 'engine'>,
  { query, limit }: { readonly query: Query; readonly limit: number },
): Promise<readonly CatalogueRecord[]> {
  const records: CatalogueRecord[] = [];
  for (const condition of [PICTURED, { kind: 'not', of: PICTURED } as const]) {
    if (records.length >= limit) break;
    await using selection = await engine.resolve(withCondition(query, condition));
    records.push(...(await selection.page({ limit: limit - records.length })).records);
  }
  return records;
}
