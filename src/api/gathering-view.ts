import { findAlias } from '../catalogue/entity-alias.ts';
import {
  duplicatesOfGathering,
  readGathering,
  readGatherings,
  type DuplicatesRow,
  type GatheringRow,
} from '../catalogue/gathering-store.ts';
import { formatDay } from '../model/day.ts';
import { sayFact, type GatheringFact } from '../model/gathering.ts';
import type { Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { Selection } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import { RECORD_TYPES } from '../vocabulary/kinds.ts';
import { summariseAgents, type AgentSummary } from './agent-view.ts';

type Served = Pick<Lease, 'engine' | 'edition'>;

/** A gathering in a line. */
export interface GatheringSummary {
  readonly key: string;
  /** Collectors, date and place. */
  readonly label: string;
  /** In EDTF. */
  readonly date?: string;
  readonly place?: string;
  /** Records that are not withdrawn. */
  readonly records: number;
}

/** A fact with its sentence. */
export interface SaidFact extends GatheringFact {
  readonly sentence: string;
}

/** Records of a gathering that are, or may be, duplicates of each other. */
export interface DuplicatesView extends Omit<DuplicatesRow, 'facts'> {
  readonly facts: readonly SaidFact[];
}

/** Somebody, and in how many of the objects. */
export type CountedAgent = AgentSummary & { readonly count: number };

/** Everything about a gathering but its records. */
export interface GatheringView extends GatheringSummary {
  /** Objects that `gatheringKey:…` finds. */
  readonly objects: number;
  readonly begin?: string;
  readonly end?: string;
  readonly countryCode?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly collectors: readonly CountedAgent[];
  readonly datasets: readonly { readonly key: string; readonly count: number }[];
  /** Why the records are together: what they agree on. */
  readonly facts: readonly SaidFact[];
  readonly duplicates: readonly DuplicatesView[];
  /** Whether records were withdrawn since, so that what they may have told is not said until the next build. */
  readonly isReduced: boolean;
}

const MOST_COLLECTORS = 24;
const MOST_DATASETS = 100;
const MOST_DUPLICATES = 50;

/** Selects the objects of a gathering. */
export function gatheringQuery(key: string): Query {
  return { kind: 'is', field: 'gatheringKey', value: key };
}

/** The same query for records of every type. */
export function ofAnyType(query: Query): Query {
  return { kind: 'and', of: [query, { kind: 'in', field: 'recordType', values: [...RECORD_TYPES] }] };
}

/** All about a gathering, also by a key that it had in an edition before; undefined where the edition has none, or all of its records were withdrawn. */
export async function readGatheringView(lease: Served, key: string): Promise<GatheringView | undefined> {
  const { engine, edition } = lease;
  const row = await readGathering(edition, key);
  if (row === undefined) {
    const now = await findAlias(edition, 'gathering', key);
    return now === undefined ? undefined : readGatheringView(lease, now);
  }
  const summary = await summarise(lease, row);
  if (summary === undefined) return undefined;
  const isReduced = summary.records < row.records;
  await using selection = await engine.resolve(gatheringQuery(key));
  const [collectors, datasets, duplicates] = await Promise.all([
    countCollectors(lease, selection),
    countDatasets(selection),
    isReduced ? [] : duplicatesOfGathering(edition, key, MOST_DUPLICATES),
  ]);
  const { dateBegin, dateEnd, countryCode, latitude, longitude } = row;
  return {
    ...summary,
    objects: selection.total,
    ...(isReduced || dateBegin === null ? {} : { begin: formatDay(dateBegin) }),
    ...(isReduced || dateEnd === null ? {} : { end: formatDay(dateEnd) }),
    ...(isReduced || countryCode === null ? {} : { countryCode }),
    ...(isReduced || latitude === null ? {} : { latitude }),
    ...(isReduced || longitude === null ? {} : { longitude }),
    collectors,
    datasets,
    facts: isReduced ? [] : row.facts.map(saidFact),
    duplicates: duplicates.map(toDuplicates),
    isReduced,
  };
}

/** Gatherings in a line each; without those that are not, or not any more, in the edition. */
export async function summariseGatherings(lease: Served, keys: readonly string[]): Promise<GatheringSummary[]> {
  const rows = await readGatherings(lease.edition, keys);
  const summaries = await Promise.all(rows.map((row) => summarise(lease, row)));
  return summaries.filter((summary) => summary !== undefined);
}

/** Who gathered what is selected, the most frequent first. */
export async function countCollectors(lease: Served, selection: Selection): Promise<readonly CountedAgent[]> {
  const [roles] = await selection.facets([{ field: 'agentRole', limit: MOST_COLLECTORS, contains: 'collector:' }]);
  const counts = new Map(roles!.values.map(({ value, count }) => [value.slice(value.indexOf(':') + 1), count]));
  const agents = await summariseAgents(lease, [...counts.keys()]);
  return agents.map((agent) => ({ ...agent, count: counts.get(agent.key)! }));
}

export async function countDatasets(selection: Selection): Promise<GatheringView['datasets']> {
  const [datasets] = await selection.facets([{ field: 'datasetKey', limit: MOST_DATASETS }]);
  return datasets!.values.map(({ value, count }) => ({ key: value, count }));
}

export function toDuplicates(row: DuplicatesRow): DuplicatesView {
  return { ...row, facts: row.facts.map(saidFact) };
}

function saidFact(fact: GatheringFact): SaidFact {
  return { ...fact, sentence: sayFact(fact) };
}

/** As what is not withdrawn tells of it. */
async function summarise({ engine }: Served, row: GatheringRow): Promise<GatheringSummary | undefined> {
  const { key, label, date, place } = row;
  const whole = { key, label, ...(date === null ? {} : { date }), ...(place === null ? {} : { place }) };
  if (!engine.isTouched('gatheringKey', key)) return { ...whole, records: row.records };
  await using selection = await engine.resolve(ofAnyType(gatheringQuery(key)));
  const records = selection.total;
  if (records === row.records) return { ...whole, records };
  const { records: left } = await selection.page({ limit: 1 });
  return left[0] === undefined ? undefined : { key, records, ...toldBy(left[0]) };
}

/** What one record tells, where what all of them told may be a withdrawn one's. */
function toldBy({ interpreted }: CatalogueRecord): Pick<GatheringSummary, 'label' | 'date' | 'place'> {
  const text = (field: string) => (typeof interpreted[field] === 'string' ? interpreted[field] : undefined);
  const people = Array.isArray(interpreted['recordedBy']) ? interpreted['recordedBy'].join(' & ') : '';
  const [date, place] = [text('eventDate'), text('locality')];
  return {
    label: [people, date, place].filter((part) => part !== undefined && part !== '').join(', '),
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place }),
  };
}
