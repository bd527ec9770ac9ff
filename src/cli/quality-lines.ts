import { once } from 'node:events';
import { assessLine } from '../quality/record-line.ts';
import type { Invocation } from './command.ts';
import { inputLines } from './input-lines.ts';

/** Answers each record of the standard input; ends with 1 where a line was no record. */
export async function assessLines({ terminal, signal }: Invocation): Promise<number> {
  const { stdin, stdout } = terminal;
  let errors = 0;
  for await (const lines of inputLines(stdin)) {
    for (const line of lines) {
      signal.throwIfAborted();
      const answer = assessLine(line);
      if (answer.isError) errors += 1;
      if (!stdout.write(`${answer.text}\n`)) await once(stdout, 'drain', { signal });
    }
  }
  if (errors > 0) terminal.error(`${errors} of the lines could not be read; each answered with its error.\n`);
  return errors > 0 ? 1 : 0;
}
