import type { LineAnswers } from '../interpret/line-pool.ts';
import { assessLine } from './record-line.ts';

/** Tests the records of a batch of lines. */
export default function assessBatch(lines: readonly string[]): LineAnswers {
  const answers = lines.map(assessLine);
  return {
    text: answers.map(({ text }) => `${text}\n`).join(''),
    errors: answers.filter(({ isError }) => isError).length,
  };
}
