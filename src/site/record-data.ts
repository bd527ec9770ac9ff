import type { DatasetManifest } from '../catalogue/manifest.ts';
import { agentsOfRecord } from '../catalogue/agent-store.ts';
import type { RecordState } from '../catalogue/history.ts';
import { formatDay } from '../model/day.ts';
import { ALL, type Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { SearchEngine } from '../search/engine.ts';
import type { Lease, LiveEngine } from '../search/live.ts';
import { picturesOf, type Picture } from './pictures.ts';
import { valuesOf } from './record-sheet.ts';

/** Records that belong to another in some way, and how many there are in all. */
export interface Related {
  readonly records: readonly CatalogueRecord[];
  readonly total: number;
  readonly query: Query;
}

/** A relation to another record. */
export interface RelationView {
  readonly type: string;
  /** The other end as the museum wrote it. */
  readonly target: string;
  /** The other end, where the edition has it. */
  readonly record?: CatalogueRecord;
  readonly remarks?: string;
}

/** All that a record's page shows. */
export interface RecordView {
  readonly record: CatalogueRecord;
  readonly dataset: DatasetManifest | undefined;
  readonly pictures: readonly Picture[];
  readonly parts: Related;
  readonly wholes: readonly CatalogueRecord[];
  /** Relations other than those of parts and wholes in the edition. */
  readonly relations: readonly RelationView[];
  readonly gathering: Related | undefined;
  /** Keys of the linked people and groups by the names that stand on the record. */
  readonly agents: ReadonlyMap<string, string>;
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
  const gathering = gatheringQuery(record);
  const rid = engine.find(key);
  const [parts, same, wholes, relations, agents] = await Promise.all([
    partsOf(engine, record),
    gathering === undefined ? undefined : related(engine, gathering, RELATED + 1),
    recordsOf(engine, wholeKeys(record)),
    relationsOf(engine, record),
    rid === undefined || edition.manifest.agents !== 'linked'
      ? new Map<string, string>()
      : agentsOfRecord(edition, rid),
  ]);
  const others = same?.records.filter((other) => other.key !== key).slice(0, RELATED) ?? [];
  return {
    record,
    dataset: edition.manifest.datasets.find((dataset) => dataset.key === record.datasetKey),
    pictures: picturesOf(record, live.shelf),
    parts,
    wholes,
    relations,
    gathering: same === undefined || others.length === 0 ? undefined : { ...same, records: others },
    agents,
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

async function recordsOf(engine: SearchEngine, keys: readonly string[]): Promise<CatalogueRecord[]> {
  const found = await Promise.all(keys.map((key) => engine.record(key)));
  return found.filter((record) => record !== undefined);
}

/**
 * Its parts, by the names under which a part may know its whole: the index answers that, the nested rows would be scanned.
 * That two wholes share a name is rare; parts of the other are left out.
 */
async function partsOf(engine: SearchEngine, record: CatalogueRecord): Promise<Related> {
  const names = ['identifier', 'catalogNumber', 'otherCatalogNumbers'].flatMap((field) => valuesOf(record, field));
  if (names.length === 0) return { records: [], total: 0, query: ALL };
  const found = await related(
    engine,
    {
      kind: 'and',
      of: [
        { kind: 'is', field: 'datasetKey', value: record.datasetKey },
        { kind: 'in', field: 'isPartOf', values: [...new Set(names)] },
      ],
    },
    RELATED * 3,
  );
  const records = found.records.filter((part) => wholeKeys(part).includes(record.key));
  return { ...found, records, total: found.total - (found.records.length - records.length) };
}

function wholeKeys(record: CatalogueRecord): string[] {
  const keys = (record.children.relation ?? []).flatMap((row) =>
    row['type'] === 'part of' && typeof row['targetKey'] === 'string' ? [row['targetKey']] : [],
  );
  return [...new Set(keys)].slice(0, RELATED);
}

/** Two sources may state one relation: it is shown once. */
async function relationsOf(engine: SearchEngine, record: CatalogueRecord): Promise<RelationView[]> {
  const relations = new Map<string, RelationView>();
  for (const row of record.children.relation ?? []) {
    const type = typeof row['type'] === 'string' ? row['type'] : '';
    const key = typeof row['targetKey'] === 'string' ? row['targetKey'] : undefined;
    const target = typeof row['target'] === 'string' ? row['target'] : (key ?? '');
    const isPart = type === 'part of' || type === 'has part';
    if ((isPart && key !== undefined) || relations.has(`${type} ${key ?? target}`)) continue;
    const other = key === undefined ? undefined : await engine.record(key);
    relations.set(`${type} ${key ?? target}`, {
      type,
      target,
      ...(other === undefined ? {} : { record: other }),
      ...(typeof row['remarks'] === 'string' ? { remarks: row['remarks'] } : {}),
    });
  }
  return [...relations.values()];
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
