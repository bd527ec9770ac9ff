import { once } from 'node:events';
import { badUse, type Invocation } from './command.ts';
import { inputLines } from './input-lines.ts';

export async function run(invocation: Invocation): Promise<number> {
  if (!invocation.flag('records'))
    throw badUse('`--records` is missing: the records are read from the standard input', 'quality');
  const { assessLine } = await import('../quality/record-line.ts');
  const { stdin, stdout } = invocation.terminal;
  let errors = 0;
  for await (const lines of inputLines(stdin)) {
    for (const line of lines) {
      invocation.signal.throwIfAborted();
      const answer = assessLine(line);
      if (answer.isError) errors += 1;
      if (!stdout.write(`${answer.text}\n`)) await once(stdout, 'drain', { signal: invocation.signal });
    }
  }
  if (errors > 0)
    invocation.terminal.error(`${errors} of the lines could not be read; each answered with its error.\n`);
  return errors > 0 ? 1 : 0;
}
