import type { PersonName } from '../model/agent.ts';
import type { Span } from '../model/span.ts';
import type { GatheringGroups } from './gathering-groups.ts';
import { uniteNumber } from './gathering-numbers.ts';
import { uniteDay } from './gathering-places.ts';
import { agree, contradict, foldRecord, isShort, type FoldedRecord, type GatheringRecord } from './gathering-record.ts';
import { compareNames } from './name-similarity.ts';

/**
 * Brings together the records of one collector that are of one gathering: the same day and place, or the same number. The records come in
 * any order; the work is a sort, so a collector with many records on one day costs no more than they cost.
 */
export function linkCollector(records: readonly GatheringRecord[], groups: GatheringGroups): void {
  // Where some must stay apart, it matters who comes first.
  const folded = records.map(foldRecord).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  for (const day of blocksOf(folded, ({ span }) => (span !== undefined && isShort(span) ? dayKey(span) : undefined)))
    uniteDay(day, groups);
  for (const block of blocksOf(folded, ({ number }) => number)) uniteNumber(block, groups);
  for (const block of blocksOf(folded, ({ field }) => field)) uniteNumber(block, groups);
}

/** A record under the name of one who gathered it. */
export interface NamedRecord extends GatheringRecord {
  readonly agentKey: string;
  readonly name: PersonName;
}

interface Lead extends FoldedRecord {
  readonly agentKey: string;
  readonly name: PersonName;
}

/** Names of a family on one day at one place: more than a few are a list of members, not variants. */
const MOST_LEADS = 12;
/** A place that names a county or less, not "Kent". */
const SURE_NAME = 8;

/**
 * Brings together records of collectors of one family name who may be one person, though that is not known: only where the day is the
 * same and the place or the number is too.
 */
export function linkFamily(records: readonly NamedRecord[], groups: GatheringGroups): void {
  const leads = records
    .map((record): Lead => ({ ...foldRecord(record), agentKey: record.agentKey, name: record.name }))
    .filter(({ span }) => span !== undefined && span.begin === span.end);
  for (const day of blocksOf(leads, ({ span }) => dayKey(span!))) {
    const sameNumber = blocksOf(day, ({ number }) => number);
    const samePlace = blocksOf(day, ({ place }) => (place.name.length >= SURE_NAME ? place.name : undefined));
    for (const block of [...sameNumber, ...samePlace]) uniteNames(block, groups);
  }
}

/** A name joins the one other that it can be: "J. Smith" stays alone between "John Smith" and "James Smith". */
function uniteNames(block: readonly Lead[], groups: GatheringGroups): void {
  const ordered = block.toSorted(
    (a, b) => (b.name.given?.length ?? 0) - (a.name.given?.length ?? 0) || (a.key < b.key ? -1 : 1),
  );
  const leads: Lead[] = [];
  for (const record of ordered) {
    const fitting = leads.filter(
      (lead) =>
        !contradict(lead.place, record.place) &&
        ((lead.number !== undefined && lead.number === record.number) || agree(lead.place, record.place)) &&
        (lead.agentKey === record.agentKey || compareNames(lead.name, record.name).conflict === undefined),
    );
    if (fitting.length === 1) groups.unite(fitting[0]!.id, record.id, 'name');
    if (fitting.length === 0 && leads.length < MOST_LEADS) leads.push(record);
  }
}

function dayKey({ begin, end }: Span): string {
  return `${begin} ${end}`;
}

/** Those with the same key, where there are two or more, in the order of the keys; without a key in none. */
function blocksOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): readonly (readonly Item[])[] {
  const blocks = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [item]);
    else block.push(item);
  }
  return [...blocks]
    .filter(([, block]) => block.length > 1)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, block]) => block);
}
