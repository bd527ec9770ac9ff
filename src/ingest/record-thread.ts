import { Piscina } from 'piscina';
import { workerFile } from '../model/worker-file.ts';
import writeRecords, { type RecordLinesTask } from './record-lines.ts';

/** So few records are written sooner than a thread starts. */
const FEW = 2_000;

/** Writes a part's records.sqlite in a thread of its own. */
export async function writeRecordStore(task: RecordLinesTask, records: number, signal?: AbortSignal): Promise<void> {
  if (records < FEW) {
    await writeRecords(task);
    return;
  }
  const pool = new Piscina<RecordLinesTask, void>({
    filename: workerFile(import.meta.url, 'record-lines'),
    maxThreads: 1,
  });
  try {
    await pool.run(task, signal === undefined ? {} : { signal });
  } finally {
    await pool.destroy();
  }
}
