import { once } from 'node:events';
import type { LineAnswers } from '../interpret/line-pool.ts';
import type { Invocation } from './command.ts';

/** Writes answers as fast as they are read; ends with 1 where a line could not be read. */
export async function writeAnswers(
  { terminal, signal }: Invocation,
  answers: AsyncIterable<LineAnswers>,
): Promise<number> {
  let failed = 0;
  try {
    for await (const { text, errors } of answers) {
      signal.throwIfAborted();
      failed += errors;
      if (!terminal.stdout.write(text)) await once(terminal.stdout, 'drain', { signal });
    }
  } finally {
    // A read that is still awaited would keep the program alive.
    terminal.stdin.destroy();
  }
  if (failed > 0) terminal.error(`${failed} of the lines could not be read; each answered with its error.\n`);
  return failed > 0 ? 1 : 0;
}
