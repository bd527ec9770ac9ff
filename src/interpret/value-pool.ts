import { answerLines, type LineAnswers } from './line-pool.ts';
import { workerFile } from '../model/worker-file.ts';
import interpretLines from './value-worker.ts';

/** Interprets lines as values of a kind of VALUE_KINDS, in worker threads where they are many. */
export function interpretValues(kind: string, lines: AsyncIterable<readonly string[]>): AsyncGenerator<LineAnswers> {
  const worker = workerFile(import.meta.url, 'value-worker');
  return answerLines(
    { worker, answer: interpretLines, taskOf: (batch) => ({ kind, lines: batch }), few: 2_000, batch: 4_000 },
    lines,
  );
}
