import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { workerFile } from '../model/worker-file.ts';
import { INDEX_COLUMNS } from './index-columns.ts';
import { writeDirectory } from './index-file.ts';
import writeShare, { type IndexShare, type IndexShareResult, type IndexTask } from './index-task.ts';

/** So few records are indexed sooner than threads start. */
const FEW = 5_000;

export interface WriteIndexOptions {
  /** An edition's folder: its tables, `edition.json`, and an empty folder `index`. */
  readonly edition: string;
  readonly records: number;
  /** Called with the name of each step as it begins; shares are written side by side. */
  readonly onProgress?: (step: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Writes an edition's index: coded columns, words and keys, in threads that read the edition's tables on their own. Without
 * its directory, which is written last, a folder is no index.
 */
export async function writeIndex(options: WriteIndexOptions): Promise<void> {
  const { edition, records } = options;
  const results = await writeShares(options, shares);
  writeDirectory(`${edition}/index`, {
    records,
    columns: Object.assign({}, ...results.map(({ columns }) => columns)) as IndexShareResult['columns'],
    sections: Object.assign({}, ...results.map(({ sections }) => sections)) as IndexShareResult['sections'],
    terms: results.find(({ terms }) => terms !== undefined)?.terms ?? 0,
    keyWidth: results.find(({ keyWidth }) => keyWidth !== undefined)?.keyWidth ?? 1,
  });
}

/** Writes shares of an edition's index: in threads, or here where there are few records. */
export async function writeShares(
  options: WriteIndexOptions,
  sharesFor: (threads: number) => readonly IndexShare[],
): Promise<IndexShareResult[]> {
  return options.records < FEW
    ? writeHere(options, sharesFor(1))
    : writeInThreads(options, sharesFor(availableParallelism()));
}

async function writeHere(
  { edition, onProgress, signal }: WriteIndexOptions,
  list: readonly IndexShare[],
): Promise<IndexShareResult[]> {
  const results: IndexShareResult[] = [];
  for (const share of list) {
    signal?.throwIfAborted();
    onProgress?.(share.kind);
    results.push(await writeShare({ folder: edition, share }));
  }
  return results;
}

async function writeInThreads(
  { edition, onProgress, signal }: WriteIndexOptions,
  list: readonly IndexShare[],
): Promise<IndexShareResult[]> {
  const pool = new Piscina<IndexTask, IndexShareResult>({
    filename: workerFile(import.meta.url, 'index-task'),
    maxThreads: availableParallelism(),
  });
  try {
    return await Promise.all(
      list.map((share) => {
        const { port1, port2 } = new MessageChannel();
        port1.on('message', (step) => onProgress?.(String(step)));
        const task = { folder: edition, share, progress: port2 };
        return pool
          .run(task, { transferList: [port2], ...(signal === undefined ? {} : { signal }) })
          .finally(() => port1.close());
      }),
    );
  } finally {
    await pool.destroy();
  }
}

/** Words take about as long as all columns, so they come first; the columns are divided so that threads end together. */
function shares(threads: number): IndexShare[] {
  const names = INDEX_COLUMNS.map(({ name }) => name);
  const parts = threads === 1 ? 1 : 3;
  const columns = Array.from({ length: parts }, (_, part): IndexShare => ({
    kind: 'columns',
    names: names.filter((_, index) => index % parts === part),
    file: part === 0 ? '' : `-${part}`,
  }));
  return [{ kind: 'words' }, ...columns, { kind: 'keys' }];
}
