import type { Claim } from '../model/claim.ts';
import type { Gathering, GatheringFact } from '../model/gathering.ts';
import { hashKey } from '../model/key.ts';
import type { Span } from '../model/span.ts';
import { distanceInKilometres, type Point } from './distance.ts';
import { foldName } from './name-fold.ts';

/** A record as far as it tells from which gathering it comes. */
export interface GatheringRecord {
  readonly key: string;
  /** Keys of the agents that gathered it: persons, not ambiguous names. */
  readonly collectors: readonly string[];
  readonly recordNumber?: string | undefined;
  /** Day numbers, both inclusive. */
  readonly span?: Span | undefined;
  readonly countryCode?: string | undefined;
  readonly locality?: string | undefined;
  readonly point?: Point | undefined;
}

/** Days between two records of one gathering: the first and last day of a catch, or a label's day and its register's. */
const MOST_DAYS = 1;
/** A span longer than this says when, not at which gathering: "May 1910". */
const LONGEST_SPAN = 3;
/** Places farther apart than this were not gathered at in one go. */
const MOST_KILOMETRES = 2;

/**
 * Finds the gatherings among the records of one collector: the same number, or the same day and place. The records come in any order and
 * the work is a sort, so a collector with many records on one day costs no more. Only gatherings of two records or more are given.
 * Accepted claims "different" between two keys keep them apart.
 */
export function linkGatherings(
  records: readonly GatheringRecord[],
  { collector, claims = [] }: { readonly collector: string; readonly claims?: readonly Claim[] },
): readonly Gathering[] {
  const apart = separationsOf(claims);
  const keyed = new Map<string, number[]>();
  for (const [index, record] of records.entries())
    for (const place of placesOf(record)) {
      const list = keyed.get(place);
      if (list === undefined) keyed.set(place, [index]);
      else list.push(index);
    }
  const groups = new Groups(records, apart);
  for (const block of [...keyed.keys()].toSorted()) groups.chain(keyed.get(block)!);
  return groups.list().map((members) => gatheringOf(records, { members, collector }));
}

/** Blocks in which a record meets others: its number; the days it may be of with its place. */
function placesOf({ recordNumber, locality, point, countryCode, span }: GatheringRecord): readonly string[] {
  const blocks: string[] = [];
  const number = numberOf(recordNumber);
  if (number !== undefined) blocks.push(`number ${number}`);
  if (span === undefined || span.end - span.begin >= LONGEST_SPAN) return blocks;
  const name = foldName(locality ?? '');
  if (name.length >= 4) blocks.push(`name ${countryCode ?? ''} ${name}`);
  else if (point !== undefined)
    blocks.push(`cell ${Math.round(point.latitude * 20)} ${Math.round(point.longitude * 20)}`);
  return blocks;
}

/** A collector's number without spaces, dots and leading zeros; undefined for what numbers nothing ("s.n."). */
function numberOf(text: string | undefined): string | undefined {
  const plain = (text ?? '')
    .toLowerCase()
    .replace(/[\s.,:#-]+/gu, '')
    .replace(/^(?:no|nr)?0*/u, '');
  return /\d/u.test(plain) ? plain : undefined;
}

class Groups {
  readonly #records: readonly GatheringRecord[];
  readonly #apart: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #groupOf: (number[] | undefined)[];

  constructor(records: readonly GatheringRecord[], apart: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#records = records;
    this.#apart = apart;
    this.#groupOf = Array.from({ length: records.length });
  }

  /** Unites neighbours in time; the whole stretch of a group stays within what one gathering can take. */
  chain(block: readonly number[]): void {
    const records = this.#records;
    const ordered = block.toSorted(
      (left, right) =>
        (records[left]!.span?.begin ?? Number.POSITIVE_INFINITY) -
          (records[right]!.span?.begin ?? Number.POSITIVE_INFINITY) ||
        (records[left]!.key < records[right]!.key ? -1 : 1),
    );
    let anchor: number | undefined;
    for (const index of ordered) {
      if (anchor !== undefined && this.#belong(anchor, index)) this.#unite(anchor, index);
      else anchor = index;
    }
  }

  #belong(left: number, right: number): boolean {
    const [a, b] = [this.#records[left]!, this.#records[right]!];
    const [first, second] = [numberOf(a.recordNumber), numberOf(b.recordNumber)];
    const sameNumber = first !== undefined && first === second;
    if (!samePlace(a, b)) return false;
    if (a.span === undefined || b.span === undefined) return sameNumber && hasPlace(a) && hasPlace(b);
    const days = Math.max(b.span.begin - a.span.end, a.span.begin - b.span.end, 0);
    const isLong = [a.span, b.span].some(({ begin, end }) => end - begin >= LONGEST_SPAN);
    if (sameNumber) return isLong ? days === 0 : days <= MOST_DAYS;
    return !isLong && a.span.begin === b.span.begin && a.span.end === b.span.end;
  }

  #unite(left: number, right: number): void {
    const one = this.#groupOf[left] ?? [left];
    const other = this.#groupOf[right] ?? [right];
    this.#groupOf[left] = one;
    if (one === other || this.#areApart(one, other)) return;
    const [large, small] = one.length >= other.length ? [one, other] : [other, one];
    for (const index of small) {
      large.push(index);
      this.#groupOf[index] = large;
    }
    for (const index of [left, right]) this.#groupOf[index] = large;
  }

  #areApart(one: readonly number[], other: readonly number[]): boolean {
    if (this.#apart.size === 0) return false;
    const keys = new Set(other.map((index) => this.#records[index]!.key));
    return one.some((index) => {
      const separated = this.#apart.get(this.#records[index]!.key);
      return separated !== undefined && [...separated].some((key) => keys.has(key));
    });
  }

  list(): readonly (readonly number[])[] {
    return [...new Set(this.#groupOf)]
      .filter((group) => group !== undefined && group.length > 1)
      .map((group) => group!.toSorted((left, right) => left - right))
      .toSorted((left, right) => left[0]! - right[0]!);
  }
}

function hasPlace({ locality, point }: GatheringRecord): boolean {
  return (locality ?? '') !== '' || point !== undefined;
}

/** Nothing about the two places contradicts; what is not stated does not. */
function samePlace(a: GatheringRecord, b: GatheringRecord): boolean {
  if (a.countryCode !== undefined && b.countryCode !== undefined && a.countryCode !== b.countryCode) return false;
  if (a.point !== undefined && b.point !== undefined) return distanceInKilometres(a.point, b.point) <= MOST_KILOMETRES;
  const [left, right] = [foldName(a.locality ?? ''), foldName(b.locality ?? '')];
  return left === '' || right === '' || left === right || left.includes(right) || right.includes(left);
}

function separationsOf(claims: readonly Claim[]): ReadonlyMap<string, ReadonlySet<string>> {
  const apart = new Map<string, Set<string>>();
  for (const { kind, status, subject, object } of claims) {
    if (kind !== 'different' || status !== 'accepted') continue;
    apart.set(subject, (apart.get(subject) ?? new Set()).add(object));
    apart.set(object, (apart.get(object) ?? new Set()).add(subject));
  }
  return apart;
}

function gatheringOf(
  records: readonly GatheringRecord[],
  { members, collector }: { readonly members: readonly number[]; readonly collector: string },
): Gathering {
  const own = members.map((index) => records[index]!);
  const facts: GatheringFact[] = [{ kind: 'collector', agentKey: collector }];
  const numbers = new Set(own.map(({ recordNumber }) => numberOf(recordNumber)));
  const [number] = numbers;
  if (numbers.size === 1 && number !== undefined) facts.push({ kind: 'recordNumber', value: own[0]!.recordNumber! });
  const spans = own.flatMap(({ span }) => (span === undefined ? [] : [span]));
  const [span] = spans;
  if (span !== undefined && spans.every(({ begin, end }) => begin === span.begin && end === span.end))
    facts.push({ kind: 'date', span });
  const names = new Set(own.map(({ locality }) => foldName(locality ?? '')));
  if (names.size === 1 && !names.has('')) facts.push({ kind: 'place', value: own[0]!.locality! });
  const points = own.flatMap(({ point }) => (point === undefined ? [] : [point]));
  if (points.length > 1)
    facts.push({
      kind: 'coordinates',
      kilometres: Math.max(...points.slice(0, 50).map((point) => distanceInKilometres(points[0]!, point))),
    });
  const founder = own.map(({ key }) => key).toSorted()[0]!;
  return { key: hashKey(`gathering\u001F${founder}`), facts, records: members };
}
