import { Piscina } from 'piscina';
import type { CatalogueRecord } from '../model/record.ts';
import { workerFile } from '../model/worker-file.ts';
import type { QualitySummary } from './tally.ts';

/** The thread ends when nothing was asked of it for so long; its tables of countries go with it. */
const IDLE_MS = 10_000;

let pool: Piscina<readonly CatalogueRecord[], QualitySummary> | undefined;

/** Tests records in one worker thread, one call after the other. */
export function tallyInThread(records: readonly CatalogueRecord[]): Promise<QualitySummary> {
  pool ??= new Piscina({
    filename: workerFile(import.meta.url, 'tally-worker'),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
  });
  return pool.run(records);
}
