import { findAlias } from '../catalogue/entity-alias.ts';
import { findExpeditions, readExpeditions, type ExpeditionRow } from '../catalogue/gathering-store.ts';
import type { Query } from '../model/query.ts';
import type { Lease } from '../search/live.ts';
import { fold } from '../search/text-fold.ts';
import { summariseAgents, type AgentSummary } from './agent-view.ts';
import {
  countCollectors,
  countDatasets,
  ofAnyType,
  summariseGatherings,
  type CountedAgent,
  type GatheringSummary,
  type GatheringView,
} from './gathering-view.ts';

type Served = Pick<Lease, 'engine' | 'edition'>;

/** An expedition in a line. */
export interface ExpeditionSummary {
  readonly key: string;
  readonly label: string;
  /** In EDTF. */
  readonly date?: string;
  /** Whether somebody declared it, or records only name it. */
  readonly isDeclared: boolean;
  readonly ships: readonly string[];
  /** Records of all types that are not withdrawn. */
  readonly records: number;
  /** Objects that `expeditionKey:…` finds. */
  readonly objects: number;
}

/** Everything about an expedition but its records. */
export interface ExpeditionView extends ExpeditionSummary {
  readonly otherNames: readonly string[];
  readonly description?: string;
  /** Where what is declared is from. */
  readonly source?: string;
  /** Those who are declared to have been there; `agent` where it is known who that is. */
  readonly people: readonly { readonly name: string; readonly agent?: AgentSummary }[];
  readonly places: readonly string[];
  /** Over the objects. */
  readonly collectors: readonly CountedAgent[];
  readonly datasets: GatheringView['datasets'];
  readonly gatherings: readonly (GatheringSummary & { readonly count: number })[];
  /** Records that name it themselves; the others are by its people, wholly within its time. Absent when reduced. */
  readonly stated?: number;
  /** Whether records were withdrawn since. */
  readonly isReduced: boolean;
}

const MOST_GATHERINGS = 50;

/** Selects the objects of an expedition. */
export function expeditionQuery(key: string): Query {
  return { kind: 'is', field: 'expeditionKey', value: key };
}

/** All about an expedition, also by a key that it had in an edition before; undefined where the edition has none of this key, or nothing that names it is left. */
export async function readExpeditionView(lease: Served, key: string): Promise<ExpeditionView | undefined> {
  const [row] = await readExpeditions(lease.edition, [key]);
  if (row === undefined) {
    const now = await findAlias(lease.edition, 'expedition', key);
    return now === undefined ? undefined : readExpeditionView(lease, now);
  }
  const summary = await summarise(lease, row);
  if (summary === undefined) return undefined;
  await using selection = await lease.engine.resolve(expeditionQuery(key));
  const people = row.people ?? [];
  const [agents, collectors, datasets, [facet]] = await Promise.all([
    summariseAgents(
      lease,
      people.flatMap(({ agentKey }) => agentKey ?? []),
    ),
    countCollectors(lease, selection),
    countDatasets(selection),
    selection.facets([{ field: 'gatheringKey', limit: MOST_GATHERINGS }]),
  ]);
  const byKey = new Map(agents.map((agent) => [agent.key, agent]));
  const counts = new Map(facet!.values.map(({ value, count }) => [value, count]));
  const gatherings = await summariseGatherings(lease, [...counts.keys()]);
  const isReduced = summary.records < row.records;
  return {
    ...summary,
    otherNames: row.otherNames,
    ...(row.description === null ? {} : { description: row.description }),
    ...(row.source === null ? {} : { source: row.source }),
    people: people.map(({ name, agentKey }) => {
      const agent = agentKey === null ? undefined : byKey.get(agentKey);
      return { name, ...(agent === undefined ? {} : { agent }) };
    }),
    places: row.places,
    collectors,
    datasets,
    gatherings: gatherings
      .map((gathering) => ({ ...gathering, count: counts.get(gathering.key)! }))
      .toSorted((a, b) => ((a.date ?? '~') < (b.date ?? '~') ? -1 : 1)),
    ...(isReduced ? {} : { stated: row.stated }),
    isReduced,
  };
}

/** Expeditions with these words in their names, in the order of time. */
export async function listExpeditions(
  lease: Served,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<{ readonly total: number; readonly expeditions: readonly ExpeditionSummary[] }> {
  const words = fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const { total, expeditions } = await findExpeditions(lease.edition, { words, limit });
  const shown = (await Promise.all(expeditions.map((row) => summarise(lease, row)))).filter(
    (summary) => summary !== undefined,
  );
  return { total: total - (expeditions.length - shown.length), expeditions: shown };
}

/** Expeditions in a line each; without those that are not, or not any more, in the edition. */
export async function summariseExpeditions(lease: Served, keys: readonly string[]): Promise<ExpeditionSummary[]> {
  const rows = await readExpeditions(lease.edition, keys);
  const summaries = await Promise.all(rows.map((row) => summarise(lease, row)));
  return summaries.filter((summary) => summary !== undefined);
}

/** As what is declared and what is not withdrawn tells of it: a name that only withdrawn records had is not told. */
async function summarise({ engine }: Served, row: ExpeditionRow): Promise<ExpeditionSummary | undefined> {
  const { key, date, isDeclared, ships } = row;
  await using selection = engine.isTouched('expeditionKey', key)
    ? await engine.resolve(ofAnyType(expeditionQuery(key)))
    : undefined;
  const records = selection?.total ?? row.records;
  let label: string | undefined = row.label;
  if (!isDeclared && selection !== undefined && records < row.records) {
    const [names] = await selection.facets([{ field: 'expedition', limit: 100 }]);
    const left = names!.values.map(({ value }) => value);
    label = left.includes(row.label) ? row.label : left[0];
  }
  if (label === undefined || (records === 0 && !isDeclared)) return undefined;
  await using objects = await engine.resolve(expeditionQuery(key));
  const isOwn = isDeclared || label === row.label;
  return {
    key,
    label,
    ...(date === null || !isOwn ? {} : { date }),
    isDeclared,
    ships,
    records,
    objects: objects.total,
  };
}
