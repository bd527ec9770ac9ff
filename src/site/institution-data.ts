import { agentQuery, summariseAgents, type AgentSummary } from '../api/agent-view.ts';
import { ALL, type Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { FacetValue, Grid } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import { readCompleteness, type Completeness } from './completeness.ts';
import type { KindTime } from './components/kind-times.tsx';
import { firstRecords } from './first-records.ts';
import { readKindTimes } from './kind-times-data.ts';
import { withCondition } from './query-parts.ts';
import { readableGrid } from './readable-grid.ts';
import { yearOfEdition } from './time-bins.ts';

/** What an institution's page shows: everything that bears its code. */
export interface InstitutionView {
  readonly code: string;
  /** The datasets in which the code stands. */
  readonly datasets: readonly FacetValue[];
  readonly query: Query;
  readonly objects: number;
  readonly records: readonly CatalogueRecord[];
  readonly times: readonly KindTime[];
  readonly collections: FacetList;
  readonly taxa: FacetList;
  readonly people: readonly (AgentSummary & { readonly count: number; readonly query: Query })[];
  readonly grid: Grid;
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
  const { engine, edition } = lease;
  const query: Query = { kind: 'is', field: 'institutionCode', value: code };
  await using selection = await engine.resolve(query);
  if (selection.total === 0) return undefined;
  const [[datasets, collections, families, agents], times, grid, completeness, records] = await Promise.all([
    selection.facets([
      { field: 'datasetKey', limit: MOST_COLLECTIONS },
      { field: 'collectionCode', limit: MOST_COLLECTIONS },
      { field: 'family', limit: MOST_FAMILIES },
      { field: 'agentKey', limit: MOST_PEOPLE },
    ]),
    readKindTimes(engine, query, yearOfEdition(edition.manifest.created)),
    readableGrid(selection, { cells: 72, most: 250 }),
    readCompleteness(engine, query),
    firstRecords(lease, { query, limit: RECORDS }),
  ]);
  const counts = new Map(agents!.values.map(({ value, count }) => [value, count]));
  const people = await summariseAgents(lease, [...counts.keys()]);
  return {
    code,
    datasets: datasets!.values,
    query,
    objects: selection.total,
    records,
    times,
    collections: collections!,
    taxa: families!,
    people: people.map((agent) => ({
      ...agent,
      count: counts.get(agent.key)!,
      query: withCondition(query, agentQuery(agent.key)),
    })),
    grid,
    completeness,
  };
}
