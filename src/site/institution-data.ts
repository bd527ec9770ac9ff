import { summariseAgents, type AgentSummary } from '../api/agent-view.ts';
import { ALL, type Query } from '../model/query.ts';
import type { FacetValue } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import { readCompleteness, type Completeness } from './completeness.ts';
import { readObjects, type ObjectsView } from './objects-data.ts';

/** What an institution's page shows: everything that bears its code. */
export interface InstitutionView extends ObjectsView {
  readonly code: string;
  /** The datasets in which the code stands. */
  readonly datasets: readonly FacetValue[];
  readonly objects: number;
  readonly collections: FacetList;
  readonly taxa: FacetList;
  readonly people: readonly (AgentSummary & { readonly count: number })[];
  readonly completeness: Completeness;
}

/** Values with their counts, and how many objects have none. */
export interface FacetList {
  readonly values: readonly FacetValue[];
  readonly distinct: number;
  readonly missing: number;
}

const MOST_INSTITUTIONS = 1_000;
const MOST_COLLECTIONS = 100;
const MOST_PEOPLE = 12;
const MOST_FAMILIES = 12;
const RECORDS = 8;

/** The codes of institutions of whom the edition has objects, those with the most first. */
export async function readInstitutions({ engine }: Lease): Promise<readonly FacetValue[]> {
  await using all = await engine.resolve(ALL);
  const [facet] = await all.facets([{ field: 'institutionCode', limit: MOST_INSTITUTIONS }]);
  return facet!.values;
}

/** All about an institution; undefined where no object bears its code. */
export async function readInstitutionView(lease: Lease, code: string): Promise<InstitutionView | undefined> {
  const { engine } = lease;
  const query: Query = { kind: 'is', field: 'institutionCode', value: code };
  await using selection = await engine.resolve(query);
  if (selection.total === 0) return undefined;
  const [[datasets, collections, families, agents], shown, completeness] = await Promise.all([
    selection.facets([
      { field: 'datasetKey', limit: MOST_COLLECTIONS },
      { field: 'collectionCode', limit: MOST_COLLECTIONS },
      { field: 'family', limit: MOST_FAMILIES },
      { field: 'agentKey', limit: MOST_PEOPLE },
    ]),
    readObjects(lease, { query, limit: RECORDS }),
    readCompleteness(engine, query),
  ]);
  const counts = new Map(agents!.values.map(({ value, count }) => [value, count]));
  const people = await summariseAgents(lease, [...counts.keys()]);
  return {
    code,
    datasets: datasets!.values,
    ...shown,
    objects: selection.total,
    collections: collections!,
    taxa: families!,
    people: people.map((agent) => ({ ...agent, count: counts.get(agent.key)! })),
    completeness,
  };
}
