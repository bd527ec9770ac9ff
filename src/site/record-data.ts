import type { DatasetManifest } from '../catalogue/manifest.ts';
import {
  outsideRelations,
  readRelations,
  readTreePlace,
  type OutsideRelation,
  type RelatedRecords,
  type TreePlace,
} from '../api/relation-view.ts';
import { readRecordPlaces, type PlaceStep } from '../api/place-view.ts';
import { readRecordTaxa, type RecordTaxon } from '../api/taxon-view.ts';
import { agentsOfRecord } from '../catalogue/agent-store.ts';
import type { RecordState } from '../catalogue/history.ts';
import { formatDay } from '../model/day.ts';
import type { Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { SearchEngine } from '../search/engine.ts';
import type { Lease, LiveEngine } from '../search/live.ts';
import { readRecordGathering, type RecordGathering } from './gathering-data.ts';
import { picturesOf, type Picture } from './pictures.ts';
import { valuesOf } from './record-sheet.ts';

/** Records that belong to another in some way, and how many there are in all. */
export interface Related {
  readonly records: readonly CatalogueRecord[];
  readonly total: number;
  readonly query: Query;
}

/** All that a record's page shows. */
export interface RecordView {
  readonly record: CatalogueRecord;
  readonly dataset: DatasetManifest | undefined;
  readonly pictures: readonly Picture[];
  /** Its parts, and all else to which it has a relation, but its wholes. */
  readonly relations: readonly RelatedRecords[];
  readonly outside: readonly OutsideRelation[];
  /** Where it stands among the parts of a whole. */
  readonly place: TreePlace | undefined;
  /** What the same people gathered in the same days, where gatherings are not linked. */
  readonly gathering: Related | undefined;
  /** Its gathering and its expeditions, where they are. */
  readonly linked: RecordGathering | undefined;
  /** Keys of the linked people and groups by the names that stand on the record. */
  readonly agents: ReadonlyMap<string, string>;
  /** Its taxon in each classification. */
  readonly taxa: readonly RecordTaxon[];
  /** The places from which it comes, each with what it lies in, the widest first. */
  readonly places: readonly (readonly PlaceStep[])[];
  readonly states: readonly Omit<RecordState, 'record'>[];
  readonly earlierKeys: readonly string[];
}

const RELATED = 8;
const LONGEST_GATHERING_DAYS = 7;

/** Gathers what a record's page shows; undefined where the edition has no record of this key. */
export async function readRecordView(
  { engine, edition }: Pick<Lease, 'engine' | 'edition'>,
  live: Pick<LiveEngine, 'shelf' | 'history'>,
  key: string,
): Promise<RecordView | undefined> {
  const record = await engine.record(key);
  if (record === undefined) return undefined;
  const rid = engine.find(key);
  const isLinked = rid !== undefined && edition.manifest.agents === 'linked';
  const gathering = isLinked ? undefined : gatheringQuery(record);
  const [relations, same, agents, taxa, places, linked] = await Promise.all([
    readRelations({ engine }, record, { limit: RELATED }),
    gathering === undefined ? undefined : related(engine, gathering, RELATED + 1),
    isLinked
      ? agentsOfRecord(edition, { rid, keys: engine.valuesOf('agentKey', rid), datasetKey: record.datasetKey })
      : new Map<string, string>(),
    rid === undefined ? [] : readRecordTaxa({ engine, edition }, rid),
    rid === undefined ? [] : readRecordPlaces({ edition }, rid),
    isLinked ? readRecordGathering({ engine, edition }, { rid, key, limit: RELATED }) : undefined,
  ]);
  const others = same?.records.filter((other) => other.key !== key).slice(0, RELATED) ?? [];
  return {
    record,
    dataset: edition.manifest.datasets.find((dataset) => dataset.key === record.datasetKey),
    pictures: picturesOf(record, live.shelf),
    relations,
    outside: outsideRelations({ engine }, record),
    place: relations.some(({ type }) => type === 'part of') ? await readTreePlace({ engine }, record) : undefined,
    gathering: same === undefined || others.length === 0 ? undefined : { ...same, records: others },
    linked,
    agents,
    taxa,
    places,
    states: live.history?.listStates(key) ?? [],
    earlierKeys: live.history?.earlierKeys(key) ?? [],
  };
}

async function related(engine: SearchEngine, query: Query, limit: number): Promise<Related> {
  await using selection = await engine.resolve(query);
  if (selection.total === 0) return { records: [], total: 0, query };
  const { records } = await selection.page({ limit });
  return { records, total: selection.total, query };
}

/** What the same people gathered in the same days; not for spans over a week, in which they may have been anywhere. */
function gatheringQuery(record: CatalogueRecord): Query | undefined {
  const people = valuesOf(record, 'recordedBy');
  const [begin, end] = [record.interpreted['eventDateBegin'], record.interpreted['eventDateEnd']];
  if (people.length === 0 || typeof begin !== 'number' || typeof end !== 'number') return undefined;
  if (end - begin > LONGEST_GATHERING_DAYS || record.interpreted['eventDateBasis'] === 'inferred') return undefined;
  return {
    kind: 'and',
    of: [
      { kind: 'in', field: 'recordedBy', values: people },
      { kind: 'range', field: 'eventDate', from: formatDay(begin), to: formatDay(end), match: 'certain' },
    ],
  };
}
