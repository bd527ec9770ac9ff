import type { DatasetManifest, SourceManifest } from '../catalogue/manifest.ts';
import type { Query } from '../model/query.ts';
import type { Grid } from '../search/engine.ts';
import { readDatasetQuality, type DatasetQuality } from '../api/dataset-quality.ts';
import type { Lease, LiveEngine } from '../search/live.ts';
import { readCompleteness, type Completeness } from './completeness.ts';
import type { KindTime } from './components/kind-times.tsx';
import { readableGrid } from './readable-grid.ts';
import { readKindTimes } from './kind-times-data.ts';
import { yearOfEdition } from './time-bins.ts';

/** What a dataset's page shows. */
export interface DatasetView {
  readonly dataset: DatasetManifest;
  readonly sources: readonly SourceManifest[];
  readonly query: Query;
  readonly objects: number;
  readonly times: readonly KindTime[];
  readonly grid: Grid;
  readonly completeness: Completeness;
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
  const [times, grid, completeness] = await Promise.all([
    readKindTimes(engine, query, yearOfEdition(edition.manifest.created)),
    readableGrid(selection, { cells: 72, most: 250 }),
    readCompleteness(engine, query),
  ]);
  return {
    dataset,
    sources: edition.manifest.sources.filter(({ datasetKey }) => datasetKey === key),
    query,
    objects: selection.total,
    times,
    grid,
    completeness,
    tested: await readDatasetQuality(live, lease, key),
  };
}
