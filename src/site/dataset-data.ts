import type { DatasetManifest, SourceManifest } from '../catalogue/manifest.ts';
import { ALL, type Query } from '../model/query.ts';
import type { FacetValue, Grid, SearchEngine } from '../search/engine.ts';
import { readDatasetQuality, type DatasetQuality } from '../api/dataset-quality.ts';
import type { Lease, LiveEngine } from '../search/live.ts';
import type { KindTime } from './components/kind-times.tsx';
import { readableGrid } from './readable-grid.ts';
import { readKindTimes } from './kind-times-data.ts';
import { withCondition } from './query-parts.ts';
import { yearOfEdition } from './time-bins.ts';

/** What a dataset's page shows. */
export interface DatasetView {
  readonly dataset: DatasetManifest;
  readonly sources: readonly SourceManifest[];
  readonly query: Query;
  readonly objects: number;
  readonly times: readonly KindTime[];
  readonly grid: Grid;
  /** How many objects have what one may ask of a record. */
  readonly shares: Readonly<Record<'withDate' | 'withPlace' | 'withMedia' | 'withoutIssue', number>>;
  readonly issues: readonly FacetValue[];
  readonly tested: DatasetQuality;
}

export function datasetQuery(key: string): Query {
  return { kind: 'is', field: 'datasetKey', value: key };
}

export async function readDatasetView(live: LiveEngine, lease: Lease, key: string): Promise<DatasetView | undefined> {
  const { engine, edition } = lease;
  const dataset = edition.manifest.datasets.find((one) => one.key === key);
  if (dataset === undefined) return undefined;
  const query = datasetQuery(key);
  await using selection = await engine.resolve(query);
  const count = (condition: Query) => countOf(engine, withCondition(query, condition));
  const [times, grid, facets, withDate, withMedia, withIssue] = await Promise.all([
    readKindTimes(engine, query, yearOfEdition(edition.manifest.created)),
    readableGrid(selection, { cells: 72, most: 250 }),
    selection.facets([{ field: 'issue', limit: 5 }]),
    count({ kind: 'exists', field: 'date' }),
    count({ kind: 'some', child: 'media', query: ALL }),
    count({ kind: 'exists', field: 'issue' }),
  ]);
  return {
    dataset,
    sources: edition.manifest.sources.filter(({ datasetKey }) => datasetKey === key),
    query,
    objects: selection.total,
    times,
    grid,
    shares: { withDate, withPlace: grid.located, withMedia, withoutIssue: selection.total - withIssue },
    issues: facets[0]?.values ?? [],
    tested: await readDatasetQuality(live, lease, key),
  };
}

async function countOf(engine: SearchEngine, query: Query): Promise<number> {
  await using selection = await engine.resolve(query);
  return selection.total;
}
