import type { DatasetChange } from './change.ts';

/** A dataset below this size may lose records without being asked. */
const SMALL = 10;

/** Why an edition must not be published without a person's word; empty where nothing speaks against it. */
export function findAlarms(changes: readonly DatasetChange[], limit: number): string[] {
  return changes.flatMap(({ title, before, removed, added, after }) => {
    if (before < SMALL) return [];
    const share = removed / before;
    if (share <= limit) return [];
    const percent = `${Math.round(share * 1000) / 10} %`;
    if (after === 0) return [`${title}: all ${before} records would vanish.`];
    const churned = added >= removed / 2;
    return [
      churned
        ? `${title}: ${removed} of ${before} records (${percent}) would vanish and ${added} would appear: its identifiers seem to have changed.`
        : `${title}: ${removed} of ${before} records (${percent}) would vanish.`,
    ];
  });
}
