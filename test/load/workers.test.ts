import { readFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { closeInterpreters } from '../../src/interpret/pool.ts';
import { crowdedFolder, writeCrowdedCsv } from './crowded-node.ts';

const RECORDS = 3_000;

let folder: string;
let remove: () => void;
beforeAll(async () => {
  ({ folder, remove } = await crowdedFolder(RECORDS));
});
afterAll(async () => {
  await closeInterpreters();
  remove();
});

const current = () => readFileSync(pathsOf(folder).current, 'utf8');

/** Ends the first worker thread that is started from now on, as it begins its work. */
function endFirstWorker(): Disposable & { readonly ended: boolean } {
  let ended = false;
  const end = (worker: Worker) => {
    process.off('worker', end);
    worker.once('online', () => {
      ended = true;
      void worker.terminate();
    });
  };
  process.on('worker', end);
  return {
    get ended() {
      return ended;
    },
    [Symbol.dispose]: () => void process.off('worker', end),
  };
}

test('a build of which a worker thread dies is done, or fails with the published edition as it was; the next is as ever', async () => {
  await closeInterpreters();
  const records = RECORDS + 100;
  writeCrowdedCsv(`${folder}/crowd.csv`, records);
  const before = current();
  {
    using watch = endFirstWorker();
    const outcome = await buildEdition(folder).then(
      ({ edition }) => edition.datasets[0]!.records,
      (error: unknown) => error,
    );
    expect(watch.ended).toBe(true);
    if (outcome instanceof Error) expect(current()).toBe(before);
    else expect(outcome).toBe(records);
  }
  const { edition } = await buildEdition(folder);
  expect(edition.datasets[0]!.records).toBe(records);
  expect(current().trim()).toBe(edition.name);
});
