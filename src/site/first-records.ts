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
  await using pictured = await engine.resolve(withCondition(query, PICTURED));
  const { records: first } = await pictured.page({ limit });
  if (first.length >= limit) return first;
  await using selection = await engine.resolve(query);
  // As many more as are shown already, which may be among them.
  const { records } = await selection.page({ limit: limit + first.length });
  const shown = new Set(first.map(({ key }) => key));
  return [...first, ...records.filter(({ key }) => !shown.has(key))].slice(0, limit);
}

/** Some of the records of each kind, those with pictures first; an object of two kinds comes once. */
export async function firstOfKinds(
  lease: Pick<Lease, 'engine'>,
  { query, kinds, limit }: { readonly query: Query; readonly kinds: readonly string[]; readonly limit: number },
): Promise<readonly CatalogueRecord[]> {
  const once = new Map<string, CatalogueRecord>();
  for (const kind of kinds) {
    const ofKind = withCondition(query, { kind: 'is', field: 'kind', value: kind });
    const records = await firstRecords(lease, { query: ofKind, limit: Math.ceil(limit / kinds.length) });
    for (const record of records) once.set(record.key, record);
  }
  return [...once.values()];
}
