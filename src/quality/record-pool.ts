import { answerLines, type LineAnswers } from '../interpret/line-pool.ts';
import { workerFile } from '../model/worker-file.ts';
import { assessBatch } from './record-worker.ts';

/** Tests records, a JSON object of terms a line, in worker threads where they are many. Answers have some 30 kB each. */
export function assessRecords(lines: AsyncIterable<readonly string[]>): AsyncGenerator<LineAnswers> {
  const worker = workerFile(import.meta.url, 'record-worker');
  return answerLines({ worker, answer: assessBatch, taskOf: (batch) => batch, few: 30, batch: 100 }, lines);
}
