import type { GatheringGroups } from './gathering-groups.ts';
import { agree, contradict, hasPlace, placeKey, type FoldedRecord, type Place } from './gathering-record.ts';

/** Beyond so many places of one collector on one day only equal names are looked for. */
const MOST_PLACES = 300;

interface PlacedRecords {
  readonly place: Place;
  readonly first: FoldedRecord;
}

/**
 * Brings together what one collector gathered on one day at one place: places that are written alike; and a shorter name, or a point,
 * with the one place that it can be. What can be two places stays alone.
 */
export function uniteDay(records: readonly FoldedRecord[], groups: GatheringGroups): void {
  const places = new Map<string, PlacedRecords>();
  for (const record of records) {
    const { place } = record;
    if (!hasPlace(place)) continue;
    const key = placeKey(place);
    const known = places.get(key);
    if (known === undefined) places.set(key, { place, first: record });
    else groups.unite(known.first.id, record.id, 'place');
  }
  if (places.size < 2) return;
  const ordered = [...places].toSorted(([key, a], [other, b]) => byDetail(a.place, b.place) || (key < other ? -1 : 1));
  const clusters: PlacedRecords[][] = [];
  const named = new Map<string, PlacedRecords[][]>();
  for (const [, placed] of ordered) {
    const { place, first } = placed;
    const near = places.size > MOST_PLACES ? (named.get(place.name) ?? []) : clusters;
    const fitting = near.filter(
      (cluster) =>
        cluster.some((member) => agree(member.place, place)) &&
        !cluster.some((member) => contradict(member.place, place)),
    );
    const [only] = fitting;
    if (fitting.length === 1 && groups.unite(only![0]!.first.id, first.id, 'place')) only!.push(placed);
    if (fitting.length > 0) continue;
    const cluster = [placed];
    clusters.push(cluster);
    named.set(place.name, [...(named.get(place.name) ?? []), cluster]);
  }
}

/** What tells most comes first: a point, then the longest name. */
function byDetail(a: Place, b: Place): number {
  return Number(a.point === undefined) - Number(b.point === undefined) || b.name.length - a.name.length;
}
