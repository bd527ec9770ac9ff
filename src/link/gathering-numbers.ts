import type { Span } from '../model/span.ts';
import type { GatheringGroups } from './gathering-groups.ts';
import { contradict, daysBetween, hasPlace, isShort, placeKey, type FoldedRecord } from './gathering-record.ts';

/** Days between two records of one number: the first and last day of a catch, or a label's day and its register's. */
const MOST_DAYS = 1;
/** A number that stands for so many different days and places numbers no gathering, and is only compared with the nearest. */
const MOST_COMPARED = 200;

/**
 * Brings together what one collector gave one number: on one day, on two that touch where one of them is alone, or, where one has no
 * exact date, with the one gathering of this number that it can be. The place must not contradict.
 */
export function uniteNumber(records: readonly FoldedRecord[], groups: GatheringGroups): void {
  const exact = distinct(
    records.filter(({ span }) => span !== undefined && isShort(span)),
    groups,
  ).toSorted((a, b) => a.span!.begin - b.span!.begin || a.span!.end - b.span!.end || byKey(a, b));
  for (const [at, record] of exact.entries()) {
    for (let before = at - 1; before >= Math.max(0, at - MOST_COMPARED); before -= 1) {
      const other = exact[before]!;
      if (record.span!.begin - other.span!.begin > MOST_DAYS + 3) break;
      if (!contradict(record.place, other.place)) uniteDays(record, other, groups);
    }
  }
  const vague = distinct(
    records.filter(({ span }) => span === undefined || !isShort(span)),
    groups,
  ).toSorted(byKey);
  const alone: FoldedRecord[] = [];
  for (const record of vague.slice(0, MOST_COMPARED)) {
    const fitting = new Map(
      near(exact, record.span)
        .filter((other) => canBe(record, other))
        .map((other) => [groups.find(other.id), other]),
    );
    const [only] = fitting.values();
    if (fitting.size === 1) groups.unite(only!.id, record.id, 'number');
    if (fitting.size > 0) continue;
    const like = alone.find((other) => canBe(record, other));
    if (like === undefined) alone.push(record);
    else groups.unite(like.id, record.id, 'number');
  }
}

function byKey(a: FoldedRecord, b: FoldedRecord): number {
  return a.key < b.key ? -1 : 1;
}

/** One record of each day and place; the others join it, unless there is neither. */
function distinct(records: readonly FoldedRecord[], groups: GatheringGroups): readonly FoldedRecord[] {
  const byPlace = new Map<string, FoldedRecord>();
  const without: FoldedRecord[] = [];
  for (const record of records.toSorted(byKey)) {
    const { span, place } = record;
    if (span === undefined && !hasPlace(place)) continue;
    if (span !== undefined && !isShort(span) && !hasPlace(place)) {
      without.push(record);
      continue;
    }
    const key = `${span?.begin} ${span?.end} ${placeKey(place)}`;
    const known = byPlace.get(key);
    if (known === undefined || !groups.unite(known.id, record.id, 'number')) byPlace.set(key, record);
  }
  return [...byPlace.values(), ...without];
}

/** Two days of one number are two labels of one gathering, or two gatherings: what has others of its own day stays with them. */
function uniteDays(record: FoldedRecord, other: FoldedRecord, groups: GatheringGroups): void {
  const [a, b] = [record.span!, other.span!];
  const isOneDay = a.begin === b.begin && a.end === b.end;
  const isLone = groups.sizeOf(record.id) === 1 || groups.sizeOf(other.id) === 1;
  if (isOneDay || (isLone && daysBetween(a, b) <= MOST_DAYS)) groups.unite(other.id, record.id, 'number');
}

/** Where one has no exact date: the days may be the same, and without any date the place has to be. */
function canBe(vague: FoldedRecord, other: FoldedRecord): boolean {
  if (contradict(vague.place, other.place)) return false;
  if (vague.span !== undefined && other.span !== undefined) return daysBetween(vague.span, other.span) === 0;
  return hasPlace(vague.place) && hasPlace(other.place);
}

/** Those whose days a vague date covers, of a list in the order of time. */
function near(exact: readonly FoldedRecord[], span: Span | undefined): readonly FoldedRecord[] {
  if (span === undefined) return exact.slice(0, MOST_COMPARED);
  let [low, high] = [0, exact.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (exact[middle]!.span!.begin < span.begin - 3) low = middle + 1;
    else high = middle;
  }
  return exact.slice(low, low + MOST_COMPARED).filter((record) => record.span!.begin <= span.end);
}
