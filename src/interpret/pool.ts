import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { workerFile } from '../model/worker-file.ts';
import type { InterpretContext } from './interpreter.ts';
import { interpretBatch, type TupleBatch, type WorkerTask } from './worker.ts';

/** Batches that may wait for a worker; more would only take memory. */
const AHEAD = 4;

/** So few tuples are read sooner than a thread starts. */
const FEW = 256;

let pool: Piscina<WorkerTask, Uint8Array> | undefined;

function openPool(): Piscina<WorkerTask, Uint8Array> {
  pool ??= new Piscina<WorkerTask, Uint8Array>({
    filename: workerFile(import.meta.url, 'worker'),
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism()),
    idleTimeout: 5_000,
  });
  return pool;
}

/**
 * Interprets batches of tuples in worker threads, which take the batches' memory. Yields the lines of each batch, in the
 * order of the batches: JSON in UTF-8, one line for each tuple, `{"id":…,"issues":[…],"column":value,…}`. Memory is
 * bounded by a few batches.
 */
export async function* interpretBatches(options: {
  readonly name: string;
  readonly target: string;
  readonly context: InterpretContext;
  readonly batches: AsyncIterable<TupleBatch>;
}): AsyncGenerator<Uint8Array> {
  const { name, target, context, batches } = options;
  const running: Promise<Uint8Array>[] = [];
  for await (const { ids, columns } of batches) {
    const task = { name, target, context, ids, columns };
    const lines =
      ids.length < FEW ? Promise.resolve(interpretBatch(task)) : openPool().run(task, { transferList: memoryOf(task) });
    // It is awaited below; one that fails while an earlier one is waited for must not count as unhandled.
    lines.catch(() => undefined);
    running.push(lines);
    if (running.length > AHEAD) yield await running.shift()!;
  }
  for (const batch of running) yield await batch;
}

function memoryOf({ ids, columns }: TupleBatch): ArrayBuffer[] {
  return [...new Set([ids, ...columns].flatMap((part) => (part === undefined ? [] : [part.buffer as ArrayBuffer])))];
}

/** Stops the worker threads; the next batch starts new ones. */
export async function closeInterpreters(): Promise<void> {
  const closing = pool;
  pool = undefined;
  await closing?.close();
}
