import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { workerFile } from '../model/worker-file.ts';
import type { InterpretContext } from './interpreter.ts';
import interpretBatch, { type WorkerTask } from './worker.ts';

/** Batches that may wait for a worker; more would only take memory. */
const AHEAD = 4;

/** So few tuples are read sooner than a thread starts. */
const FEW = 256;

let pool: Piscina<WorkerTask, string> | undefined;

function openPool(): Piscina<WorkerTask, string> {
  pool ??= new Piscina<WorkerTask, string>({
    filename: workerFile(import.meta.url, 'worker'),
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism()),
    idleTimeout: 5_000,
  });
  return pool;
}

/**
 * Interprets batches of tuples in worker threads. Yields one text for each batch, in the order of the batches: a line of
 * JSON for each tuple, `{"issues":[…],"column":value,…}`. Memory is bounded by a few batches.
 */
export async function* interpretBatches(options: {
  readonly name: string;
  readonly target: string;
  readonly context: InterpretContext;
  readonly batches: AsyncIterable<readonly (readonly (string | null)[])[]>;
}): AsyncGenerator<string> {
  const { name, target, context, batches } = options;
  const running: Promise<string>[] = [];
  for await (const tuples of batches) {
    const task = { name, target, context, tuples };
    running.push(tuples.length < FEW ? Promise.resolve(interpretBatch(task)) : openPool().run(task));
    if (running.length > AHEAD) yield (await running.shift()) ?? '';
  }
  for (const batch of running) yield await batch;
}

/** Stops the worker threads; the next batch starts new ones. */
export async function closeInterpreters(): Promise<void> {
  const closing = pool;
  pool = undefined;
  await closing?.close();
}
