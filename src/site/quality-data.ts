import type { CatalogueRecord } from '../model/record.ts';
import type { Query } from '../model/query.ts';
import { readDatasetQuality, type DatasetQuality as TestedDataset } from '../api/dataset-quality.ts';
import type { Lease, LiveEngine } from '../search/live.ts';
import { datasetQuery } from './dataset-data.ts';
import { withCondition } from './query-parts.ts';

/** An issue in a dataset: how many records raised it, and the first of them. */
export interface IssueCount {
  readonly code: string;
  readonly count: number;
  readonly query: Query;
  readonly examples: readonly CatalogueRecord[];
}

export interface DatasetQuality {
  readonly key: string;
  readonly title: string;
  readonly issues: readonly IssueCount[];
  readonly tested: TestedDataset;
}

export type { TestedDataset };

const EXAMPLES = 3;

export async function readQuality(live: LiveEngine, lease: Lease): Promise<DatasetQuality[]> {
  const { engine, edition } = lease;
  const result: DatasetQuality[] = [];
  for (const { key, title } of edition.manifest.datasets) {
    await using selection = await engine.resolve(datasetQuery(key));
    const [facet] = await selection.facets([{ field: 'issue', limit: 1000 }]);
    const issues: IssueCount[] = [];
    for (const { value, count } of facet?.values ?? []) {
      const query = withCondition(datasetQuery(key), { kind: 'is', field: 'issue', value });
      await using found = await engine.resolve(query);
      issues.push({ code: value, count, query, examples: (await found.page({ limit: EXAMPLES })).records });
    }
    result.push({ key, title, issues, tested: await readDatasetQuality(live, lease, key) });
  }
  return result;
}
