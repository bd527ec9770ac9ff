import { tallyInThread } from '../quality/tally-pool.ts';
import type { QualitySummary } from '../quality/tally.ts';
import type { Lease, LiveEngine } from '../search/live.ts';

/** What the tests of data quality say of a dataset's objects, or of some of them. */
export interface DatasetQuality extends QualitySummary {
  /** Objects of the dataset; `records` of them were tested, drawn evenly where it has more. */
  readonly objects: number;
}

/** So many objects tell shares to some four in a hundred, and cost half a second once an edition. */
const SAMPLE = 500;

interface Kept {
  readonly revision: string;
  readonly answers: Map<string, Promise<DatasetQuality>>;
  /** Datasets are tested one after the other, however many visitors ask. */
  last: Promise<unknown>;
}

const keptByEngine = new WeakMap<LiveEngine, Kept>();

/** Tests a sample of a dataset's objects, once for each edition and state of withdrawals. */
export function readDatasetQuality(live: LiveEngine, lease: Lease, key: string): Promise<DatasetQuality> {
  const revision = `${lease.edition.name} ${live.revision}`;
  let kept = keptByEngine.get(live);
  if (kept?.revision !== revision) {
    kept = { revision, answers: new Map(), last: Promise.resolve() };
    keptByEngine.set(live, kept);
  }
  const { answers } = kept;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = kept.last.then(() => testDataset(lease, key));
  kept.last = answer.catch(() => undefined);
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  return answer;
}

async function testDataset({ engine }: Lease, key: string): Promise<DatasetQuality> {
  await using selection = await engine.resolve({ kind: 'is', field: 'datasetKey', value: key });
  const records = selection.total === 0 ? [] : await selection.sample({ count: SAMPLE, seed: 'data quality' });
  return { objects: selection.total, ...(await tallyInThread(records)) };
}
