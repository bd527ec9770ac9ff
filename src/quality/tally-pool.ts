import { Piscina } from 'piscina';
import type { CatalogueRecord } from '../model/record.ts';
import type { QualitySummary } from './tally.ts';

/** The thread ends when nothing was asked of it for so long; its tables of countries go with it. */
const IDLE_MS = 10_000;

let pool: Piscina<readonly CatalogueRecord[], QualitySummary> | undefined;

/** Tests records in one worker thread, one call after the other. */
export function tallyInThread(records: readonly CatalogueRecord[]): Promise<QualitySummary> {
  // Compiled files load a compiled worker, sources (under the test runner) a source.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  pool ??= new Piscina({
    filename: new URL(`./tally-worker.${extension}`, import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
  });
  return pool.run(records);
}
