import { summariseExpeditions, type ExpeditionSummary } from '../api/expedition-view.ts';
import {
  gatheringQuery,
  readGatheringView,
  summariseGatherings,
  toDuplicates,
  type DuplicatesView,
  type GatheringSummary,
  type GatheringView,
} from '../api/gathering-view.ts';
import { duplicatesOfRecord, linksOfRecord } from '../catalogue/gathering-store.ts';
import type { ExpeditionRule } from '../model/expedition.ts';
import type { GatheringRule } from '../model/gathering.ts';
import type { Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { FacetValue, Grid } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import { firstRecords } from './first-records.ts';
import { withCondition } from './query-parts.ts';
import { readableGrid } from './readable-grid.ts';

type Served = Pick<Lease, 'engine' | 'edition'>;

/** A group of duplicates with some of its records. */
export interface ShownDuplicates {
  readonly group: DuplicatesView;
  readonly records: readonly CatalogueRecord[];
}

/** What a gathering's page shows. */
export interface GatheringPageView {
  readonly gathering: GatheringView;
  readonly query: Query;
  /** Some of the objects, those with pictures first. */
  readonly records: readonly CatalogueRecord[];
  /** Where somebody may say of which gathering they are: a page of them in the order of the edition. */
  readonly members?: GatheringMembersView;
  readonly duplicates: readonly ShownDuplicates[];
  readonly taxa: readonly FacetValue[];
  readonly expeditions: readonly ExpeditionSummary[];
  readonly grid: Grid;
}

/** A page of a gathering's records, or of those that were looked for. */
export interface GatheringMembersView {
  /** The first two of the whole gathering: the others are told apart from the first, and the first from the second. */
  readonly first: readonly CatalogueRecord[];
  readonly records: readonly CatalogueRecord[];
  /** How many there are to page through. */
  readonly total: number;
  /** Words that were looked for in them; empty where none were. */
  readonly find: string;
  readonly isFirstPage: boolean;
  /** Where the next of them begin. */
  readonly cursor?: string;
}

/** What a record's page shows of its gathering and its expeditions. */
export interface RecordGathering {
  readonly gathering?: {
    readonly summary: GatheringSummary;
    readonly rule: GatheringRule;
    readonly query: Query;
    /** Objects of it. */
    readonly total: number;
    /** Some of the others. */
    readonly records: readonly CatalogueRecord[];
    readonly duplicates: readonly ShownDuplicates[];
  };
  readonly expeditions: readonly (ExpeditionSummary & { readonly rule: ExpeditionRule })[];
}

const RECORDS = 24;
/** Records a page of those whose gathering may be doubted. */
const MEMBERS = 50;
const LONGEST_FIND = 200;
const TAXA = 24;
const EXPEDITIONS = 6;
/** Groups of duplicates on a gathering's page, and records of each; the API has all. */
const GROUPS = 12;
const GROUP_RECORDS = 4;

/** With `asked`, the parameters of the page's address, a page of its records too. */
export async function readGatheringPage(
  lease: Served,
  key: string,
  asked?: URLSearchParams,
): Promise<GatheringPageView | undefined> {
  const gathering = await readGatheringView(lease, key);
  if (gathering === undefined) return undefined;
  const query = gatheringQuery(gathering.key);
  await using selection = await lease.engine.resolve(query);
  const [[taxa, expeditions], grid, records, members, duplicates] = await Promise.all([
    selection.facets([
      { field: 'scientificName', limit: TAXA },
      { field: 'expeditionKey', limit: EXPEDITIONS },
    ]),
    readableGrid(selection, { cells: 72, most: 250 }),
    firstRecords(lease, { query, limit: RECORDS }),
    asked === undefined ? undefined : readMembers(lease, { query, asked }),
    Promise.all(gathering.duplicates.slice(0, GROUPS).map((group) => showDuplicates(lease, group))),
  ]);
  return {
    gathering,
    query,
    records,
    ...(members === undefined ? {} : { members }),
    duplicates: duplicates.filter((shown) => shown.records.length > 1),
    taxa: taxa!.values,
    expeditions: await summariseExpeditions(
      lease,
      expeditions!.values.map(({ value }) => value),
    ),
    grid,
  };
}

async function readMembers(
  { engine }: Served,
  { query, asked }: { readonly query: Query; readonly asked: URLSearchParams },
): Promise<GatheringMembersView> {
  const find = (asked.get('find') ?? '').trim().slice(0, LONGEST_FIND);
  const cursor = asked.get('cursor') ?? '';
  await using whole = await engine.resolve(query);
  const { records: first } = await whole.page({ limit: 2 });
  const isWord = /[\p{L}\p{N}]/u.test(find);
  await using found = isWord ? await engine.resolve(withCondition(query, { kind: 'text', value: find })) : undefined;
  const selection = found ?? whole;
  const page = await selection.page({ limit: MEMBERS, ...(cursor === '' ? {} : { cursor }) });
  return {
    first,
    records: page.records,
    total: selection.total,
    find: isWord ? find : '',
    isFirstPage: cursor === '',
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
}

/** Reads a few rows by the record's number, and some records by key. */
export async function readRecordGathering(
  lease: Served,
  { rid, key, limit }: { readonly rid: number; readonly key: string; readonly limit: number },
): Promise<RecordGathering> {
  const { gathering: link, expeditions: belonging } = await linksOfRecord(lease.edition, rid);
  const expeditions = await summariseExpeditions(
    lease,
    belonging.map((each) => each.key),
  );
  const ruleOf = new Map(belonging.map((each) => [each.key, each.rule]));
  const gathering = link === undefined ? undefined : await readOthers(lease, { ...link, key, limit });
  return {
    ...(gathering === undefined ? {} : { gathering }),
    expeditions: expeditions.map((expedition) => ({ ...expedition, rule: ruleOf.get(expedition.key)! })),
  };
}

async function readOthers(
  lease: Served,
  {
    gatheringKey,
    rule,
    key,
    limit,
  }: { readonly gatheringKey: string; readonly rule: GatheringRule; readonly key: string; readonly limit: number },
): Promise<RecordGathering['gathering']> {
  const query = gatheringQuery(gatheringKey);
  const [[summary], groups] = await Promise.all([
    summariseGatherings(lease, [gatheringKey]),
    duplicatesOfRecord(lease.edition, { gatheringKey, key }),
  ]);
  await using selection = await lease.engine.resolve(query);
  const { records } = await selection.page({ limit: limit + 1 });
  const others = records.filter((other) => other.key !== key).slice(0, limit);
  if (summary === undefined || others.length === 0) return undefined;
  const duplicates = await Promise.all(groups.map((group) => showDuplicates(lease, toDuplicates(group), key)));
  return {
    summary,
    rule,
    query,
    total: selection.total,
    records: others,
    duplicates: duplicates.filter((shown) => shown.records.length > 0),
  };
}

/** Some records of a group, but one. What was withdrawn since is not among them, nor what it told. */
async function showDuplicates({ engine }: Served, group: DuplicatesView, but?: string): Promise<ShownDuplicates> {
  const keys = group.keys.filter((key) => key !== but);
  const found = await Promise.all(keys.slice(0, GROUP_RECORDS).map((key) => engine.record(key)));
  const isWhole = group.keys.every((key) => engine.find(key) !== undefined);
  return {
    group: isWhole ? group : { ...group, facts: [] },
    records: found.filter((record) => record !== undefined),
  };
}
