import type { ExpeditionRule } from '../model/expedition.ts';
import type { GatheringFact, GatheringRule } from '../model/gathering.ts';
import type { Edition } from './edition.ts';

/** A row of the table `gathering`; what is not known is null. */
export interface GatheringRow {
  readonly key: string;
  readonly label: string;
  readonly agentKeys: readonly string[];
  readonly dateBegin: number | null;
  readonly dateEnd: number | null;
  readonly date: string | null;
  readonly place: string | null;
  readonly countryCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly records: number;
  readonly datasets: number;
  readonly facts: readonly GatheringFact[];
}

/** A row of the table `gathering_claim`. */
export interface DuplicatesRow {
  readonly key: string;
  readonly kind: 'number' | 'taxon';
  readonly value: string;
  readonly status: 'accepted' | 'proposed';
  readonly score: number;
  readonly facts: readonly GatheringFact[];
  readonly keys: readonly string[];
  readonly records: number;
  readonly datasets: number;
}

/** A row of the table `expedition`. */
export interface ExpeditionRow {
  readonly key: string;
  readonly label: string;
  readonly otherNames: readonly string[];
  readonly isDeclared: boolean;
  readonly dateBegin: number | null;
  readonly dateEnd: number | null;
  readonly date: string | null;
  readonly people: readonly { readonly name: string; readonly agentKey: string | null }[] | null;
  readonly ships: readonly string[];
  readonly places: readonly string[];
  readonly description: string | null;
  readonly source: string | null;
  readonly records: number;
  readonly stated: number;
}

/** What a record is linked to. */
export interface RecordLinks {
  readonly gathering?: { readonly gatheringKey: string; readonly rule: GatheringRule };
  readonly expeditions: readonly { readonly key: string; readonly rule: ExpeditionRule }[];
}

type Tables = Pick<Edition, 'database' | 'entities'>;

export async function readGathering(tables: Tables, key: string): Promise<GatheringRow | undefined> {
  return (await readGatherings(tables, [key]))[0];
}

/** Gatherings in a line each, in the order of the keys; without those that the edition does not have. */
export async function readGatherings({ database, entities }: Tables, keys: readonly string[]): Promise<GatheringRow[]> {
  const stored = entities.read('gathering', keys);
  if (stored !== undefined) return stored;
  if (keys.length === 0) return [];
  const found = await database.query<GatheringRow>(
    `select * from gathering where key in (${keys.map(() => '?').join(', ')})`,
    keys,
  );
  const byKey = new Map(found.map((row) => [row.key, row]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** The groups of duplicates in a gathering, the surest first. */
export async function duplicatesOfGathering(
  { database, entities }: Tables,
  key: string,
  limit: number,
): Promise<DuplicatesRow[]> {
  const stored = entities.read('gathering_group', [key]);
  if (stored !== undefined) return entities.read('gathering_claim', stored.flat().slice(0, limit)) ?? [];
  return database.query<DuplicatesRow>(
    `select key, kind, "value", status, score, facts, keys, records, datasets from gathering_claim
     where gatheringKey = ? order by score desc, records desc, "value" limit ${limit}`,
    [key],
  );
}

/** Groups of duplicates in which one record is. */
const MOST_GROUPS = 4;

/** Those of them in which a record is: as far as it is among the keys that are listed of each. */
export async function duplicatesOfRecord(
  { database, entities }: Tables,
  { gatheringKey, key }: { readonly gatheringKey: string; readonly key: string },
): Promise<DuplicatesRow[]> {
  const stored = entities.read('record_claim', [key]);
  if (stored !== undefined) return entities.read('gathering_claim', stored.flat().slice(0, MOST_GROUPS)) ?? [];
  return database.query<DuplicatesRow>(
    `select key, kind, "value", status, score, facts, keys, records, datasets from gathering_claim
     where gatheringKey = ? and list_contains(keys, ?) order by score desc, "value" limit ${MOST_GROUPS}`,
    [gatheringKey, key],
  );
}

/** The gathering and the expeditions of one record, and how it came to each: one look-up, since every record's page makes it. */
export async function linksOfRecord({ database, entities }: Tables, rid: number): Promise<RecordLinks> {
  const gathered = entities.links('gathering_link', rid);
  const belonging = entities.links('expedition_link', rid);
  if (gathered !== undefined && belonging !== undefined)
    return {
      ...(gathered[0] === undefined ? {} : { gathering: { gatheringKey: gathered[0][0], rule: gathered[0][1] } }),
      expeditions: belonging.map(([key, rule]) => ({ key, rule })),
    };
  const rows = await database.query<{ key: string; rule: string; isGathering: boolean }>(
    `select gatheringKey as key, rule, true as isGathering from gathering_link where rid = ?
     union all select expeditionKey, rule, false from expedition_link where rid = ? order by key`,
    [rid, rid],
  );
  const gathering = rows.find(({ isGathering }) => isGathering);
  return {
    ...(gathering === undefined
      ? {}
      : { gathering: { gatheringKey: gathering.key, rule: gathering.rule as GatheringRule } }),
    expeditions: rows
      .filter(({ isGathering }) => !isGathering)
      .map(({ key, rule }) => ({ key, rule: rule as ExpeditionRule })),
  };
}

/** Expeditions by key, in the order of the keys; without those that the edition does not have. */
export async function readExpeditions(
  { database, entities }: Tables,
  keys: readonly string[],
): Promise<ExpeditionRow[]> {
  const stored = entities.read('expedition', keys);
  if (stored !== undefined) return stored;
  if (keys.length === 0) return [];
  const found = await database.query<ExpeditionRow>(
    `select * from expedition where key in (${keys.map(() => '?').join(', ')})`,
    keys,
  );
  const byKey = new Map(found.map((row) => [row.key, row]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** Expeditions whose names contain the words in small letters, in the order of time, those without a date last. */
export async function findExpeditions(
  { database }: Tables,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
): Promise<{ readonly total: number; readonly expeditions: readonly ExpeditionRow[] }> {
  const names = `lower(strip_accents(label || ' ' || array_to_string(otherNames, ' ')))`;
  const conditions = ['true', ...words.map(() => `contains(${names}, ?)`)].join(' and ');
  const [counted] = await database.query<{ total: number }>(
    `select count(*) as total from expedition where ${conditions}`,
    words,
  );
  const expeditions = await database.query<ExpeditionRow>(
    `select * from expedition where ${conditions} order by dateBegin nulls last, label, key limit ${limit}`,
    words,
  );
  return { total: counted?.total ?? 0, expeditions };
}
