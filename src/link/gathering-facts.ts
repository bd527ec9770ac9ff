import { formatDay } from '../model/day.ts';
import type { Duplicates, Gathering, GatheringFact } from '../model/gathering.ts';
import { hashKey } from '../model/key.ts';
import { distanceInKilometres } from './distance.ts';
import { foldNumber, isShort, type GatheringRecord } from './gathering-record.ts';
import { foldName } from './name-fold.ts';

/** A record of a gathering, with all that a gathering tells. */
export interface GatheringMember extends Omit<GatheringRecord, 'id'> {
  readonly datasetKey: string;
  readonly eventID?: string | undefined;
  readonly collectors: readonly { readonly key: string; readonly label: string }[];
  /** The list of collectors as it is read. */
  readonly collectorText?: string | undefined;
  /** The date in EDTF. */
  readonly date?: string | undefined;
  readonly taxon?: string | undefined;
}

const SCORES = { exact: 0.99, number: 0.95, taxon: 0.6 } as const;
/** Keys that are listed of a group of duplicates, and names of a fact with several. */
const MOST_KEYS = 100;
const MOST_VALUES = 6;
const MOST_POINTS = 50;
/** Collectors in a label. */
const MOST_NAMED = 3;
/** Points nearer than this are one. */
const LEAST_KILOMETRES = 0.1;

/** What the records of a gathering tell of it together. They come in any order, two or more. */
export function describeGathering(members: readonly GatheringMember[]): Gathering {
  const ordered = members.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const collectors = sharedCollectors(ordered);
  const when = whenOf(ordered);
  const place = mostFrequent(ordered.map(({ locality }) => locality));
  const countries = distinctOf(ordered, ({ countryCode }) => countryCode);
  const point = ordered.find((member) => member.point !== undefined && member.locality === place)?.point;
  const { latitude, longitude } = point ?? ordered.find((member) => member.point !== undefined)?.point ?? {};
  return {
    key: hashKey(`gathering\u001F${ordered[0]!.key}`),
    label: [nameList(collectors.length > 0 ? collectors : fullestCollectors(ordered)), when?.date, place]
      .filter((part) => part !== undefined && part !== '')
      .join(', '),
    agentKeys: collectors.map(({ key }) => key),
    begin: when?.begin,
    end: when?.end,
    date: when?.date,
    place,
    countryCode: countries.length === 1 ? countries[0] : undefined,
    latitude,
    longitude,
    records: ordered.length,
    datasets: new Set(ordered.map(({ datasetKey }) => datasetKey)).size,
    facts: factsOf(ordered, collectors),
    duplicates: [...byNumber(ordered), ...byTaxon(ordered)],
  };
}

type Collector = GatheringMember['collectors'][number];

function nameList(collectors: readonly Collector[]): string {
  const names = collectors.slice(0, MOST_NAMED).map(({ label }) => label);
  return names.join(' & ') + (collectors.length > MOST_NAMED ? ' …' : '');
}

/** Those who gathered all of it, those records that name nobody left aside. */
function sharedCollectors(members: readonly GatheringMember[]): readonly Collector[] {
  const named = members.filter(({ collectors }) => collectors.length > 0);
  return (named[0]?.collectors ?? []).filter(({ key }) =>
    named.every(({ collectors }) => collectors.some((other) => other.key === key)),
  );
}

/** The collectors as the record has them that names most, and names them most fully. */
function fullestCollectors(members: readonly GatheringMember[]): readonly Collector[] {
  const length = ({ collectors }: GatheringMember) => collectors.reduce((sum, { label }) => sum + label.length, 0);
  return members.reduce((best, member) =>
    member.collectors.length > best.collectors.length ||
    (member.collectors.length === best.collectors.length && length(member) > length(best))
      ? member
      : best,
  ).collectors;
}

/** The days of those records that know them exactly; else the narrowest span that one of them has. */
function whenOf(
  members: readonly GatheringMember[],
): { readonly begin: number; readonly end: number; readonly date: string } | undefined {
  const dated = members.flatMap(({ span, date }) => (span === undefined ? [] : [{ span, date }]));
  const exact = dated.filter(({ span }) => isShort(span));
  const narrowest = dated.toSorted((a, b) => a.span.end - a.span.begin - (b.span.end - b.span.begin))[0];
  if (narrowest === undefined) return undefined;
  if (exact.length === 0) {
    const { begin, end } = narrowest.span;
    return { begin, end, date: narrowest.date ?? edtfOf(begin, end) };
  }
  const begin = exact.reduce((least, { span }) => Math.min(least, span.begin), Infinity);
  const end = exact.reduce((greatest, { span }) => Math.max(greatest, span.end), -Infinity);
  return { begin, end, date: edtfOf(begin, end) };
}

function edtfOf(begin: number, end: number): string {
  return begin === end ? formatDay(begin) : `${formatDay(begin)}/${formatDay(end)}`;
}

/** What the records agree on, those that say nothing of it left aside. */
function factsOf(members: readonly GatheringMember[], collectors: readonly Collector[]): readonly GatheringFact[] {
  const facts: GatheringFact[] = [];
  const shared = (kind: GatheringFact['kind'], of: (member: GatheringMember) => string | undefined, fold = plain) => {
    const values = members.map(of).filter((value) => value !== undefined);
    const [first] = values;
    if (values.length > 1 && new Set(values.map(fold)).size === 1) facts.push({ kind, value: first! });
  };
  shared('event', ({ eventID }) => eventID);
  if (members.filter(({ collectors: own }) => own.length > 0).length > 1)
    facts.push(...collectors.map(({ label }): GatheringFact => ({ kind: 'collector', value: label })));
  shared('recordNumber', ({ recordNumber }) => recordNumber, numberKey);
  shared('fieldNumber', ({ fieldNumber }) => fieldNumber, numberKey);
  shared('date', ({ span }) => (span === undefined ? undefined : edtfOf(span.begin, span.end)));
  shared('place', ({ locality }) => locality, foldName);
  const points = members.flatMap(({ point }) => (point === undefined ? [] : [point])).slice(0, MOST_POINTS);
  if (points.length > 1) {
    const most = Math.max(...points.map((point) => distanceInKilometres(points[0]!, point)));
    facts.push({ kind: 'coordinates', value: Math.max(most, LEAST_KILOMETRES).toFixed(1) });
  }
  return facts;
}

/** Records that the collector gave one number, whatever they are called today. */
function byNumber(members: readonly GatheringMember[]): readonly Duplicates[] {
  const numbered = Map.groupBy(members, ({ recordNumber }) => foldNumber(recordNumber));
  return [...numbered].flatMap(([number, own]): Duplicates[] => {
    if (number === undefined || own.length < 2) return [];
    const facts = duplicateFacts(own);
    const isDated = facts.some(({ kind }) => kind === 'date');
    return [
      {
        kind: 'number',
        value: own[0]!.recordNumber!,
        status: 'accepted',
        score: isDated ? SCORES.exact : SCORES.number,
        facts,
        ...listOf(own),
      },
    ];
  });
}

/** Records of one taxon, as far as numbers do not tell them apart. */
function byTaxon(members: readonly GatheringMember[]): readonly Duplicates[] {
  const named = Map.groupBy(members, ({ taxon }) => taxon);
  return [...named].flatMap(([taxon, all]): Duplicates[] => {
    // A genus or family has many kinds in one gathering.
    if (taxon === undefined || !taxon.includes(' ')) return [];
    const numbers = new Set(all.flatMap(({ recordNumber }) => foldNumber(recordNumber) ?? []));
    const own = numbers.size > 1 ? all.filter(({ recordNumber }) => foldNumber(recordNumber) === undefined) : all;
    const isSaid = numbers.size === 1 && own.every(({ recordNumber }) => foldNumber(recordNumber) !== undefined);
    if (own.length < 2 || isSaid) return [];
    return [
      {
        kind: 'taxon',
        value: taxon,
        status: 'proposed',
        score: SCORES.taxon,
        facts: duplicateFacts(own),
        ...listOf(own),
      },
    ];
  });
}

function duplicateFacts(members: readonly GatheringMember[]): readonly GatheringFact[] {
  const facts = [...factsOf(members, sharedCollectors(members))];
  const taxa = distinctOf(members, ({ taxon }) => taxon);
  if (taxa.length === 1 && members.every(({ taxon }) => taxon !== undefined))
    facts.push({ kind: 'taxon', value: taxa[0]! });
  if (taxa.length > 1)
    facts.push(...taxa.slice(0, MOST_VALUES).map((value): GatheringFact => ({ kind: 'otherTaxon', value })));
  const spellings = distinctOf(members, ({ collectorText }) => collectorText);
  if (spellings.length > 1)
    facts.push(...spellings.slice(0, MOST_VALUES).map((value): GatheringFact => ({ kind: 'otherSpelling', value })));
  return facts;
}

function listOf(members: readonly GatheringMember[]): Pick<Duplicates, 'keys' | 'records' | 'datasets'> {
  return {
    keys: members.slice(0, MOST_KEYS).map(({ key }) => key),
    records: members.length,
    datasets: new Set(members.map(({ datasetKey }) => datasetKey)).size,
  };
}

function distinctOf(
  members: readonly GatheringMember[],
  of: (member: GatheringMember) => string | undefined,
): readonly string[] {
  return [...new Set(members.flatMap((member) => of(member) ?? []))];
}

/** The first of those that come most often; undefined where there is none. */
function mostFrequent(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | undefined;
  for (const [value, count] of counts) if (best === undefined || count > counts.get(best)!) best = value;
  return best;
}

function numberKey(text: string): string {
  return foldNumber(text) ?? text;
}

function plain(text: string): string {
  return text;
}
