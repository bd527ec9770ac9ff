import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { LineAnswers } from '../interpret/line-pool.ts';
import { ByteWriter } from './byte-writer.ts';
import { assessLine } from './record-line.ts';

const out = new ByteWriter();

interface RecordAnswers extends LineAnswers {
  readonly text: Uint8Array<ArrayBuffer>;
}

/** Tests the records of a batch of lines. */
export function assessBatch(lines: readonly string[]): RecordAnswers {
  let errors = 0;
  for (const line of lines) if (!assessLine(line, out)) errors += 1;
  return { text: out.take(), errors };
}

/** The same in a worker thread: the answers' memory is handed over, not copied. */
export default function assessInThread(lines: readonly string[]): LineAnswers {
  const answers = assessBatch(lines);
  return move({ [transferableSymbol]: answers.text.buffer, [valueSymbol]: answers }) as unknown as LineAnswers;
}
