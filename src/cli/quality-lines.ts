import { once } from 'node:events';
import { assessLine } from '../quality/record-line.ts';
import type { Invocation } from './command.ts';
import { inputLines } from './input-lines.ts';

/** Answers of 30 kB each, written together. */
const BATCH = 50;

/** Answers each record of the standard input; ends with 1 where a line was no record. */
export async function assessLines({ terminal, signal }: Invocation): Promise<number> {
  const { stdin, stdout } = terminal;
  let errors = 0;
  for await (const lines of inputLines(stdin)) {
    signal.throwIfAborted();
    for (let at = 0; at < lines.length; at += BATCH) {
      const answers = lines.slice(at, at + BATCH).map(assessLine);
      errors += answers.filter(({ isError }) => isError).length;
      const text = answers.map((answer) => `${answer.text}\n`).join('');
      if (!stdout.write(text)) await once(stdout, 'drain', { signal });
    }
  }
  if (errors > 0) terminal.error(`${errors} of the lines could not be read; each answered with its error.\n`);
  return errors > 0 ? 1 : 0;
}
