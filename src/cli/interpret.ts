import { once } from 'node:events';
import { nearestName } from '../model/nearest-name.ts';
import { badUse, type Invocation } from './command.ts';
import { inputLines } from './input-lines.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { VALUE_KINDS } = await import('../interpret/value-kinds.ts');
  const [kind = ''] = invocation.operands;
  if (!Object.hasOwn(VALUE_KINDS, kind)) {
    const kinds = Object.entries(VALUE_KINDS).map(([name, { summary }]) => `  ${name.padEnd(20)}${summary}`);
    const nearest = nearestName(kind, Object.keys(VALUE_KINDS));
    const hint = nearest === undefined ? '' : `; did you mean \`${nearest}\`?`;
    throw badUse(`There is no kind of value "${kind}"${hint} The kinds are:\n${kinds.join('\n')}`, 'interpret');
  }
  const { interpretValues } = await import('../interpret/value-pool.ts');
  const { stdin, stdout } = invocation.terminal;
  let errors = 0;
  for await (const answer of interpretValues(kind, inputLines(stdin))) {
    invocation.signal.throwIfAborted();
    errors += answer.errors;
    if (!stdout.write(answer.text)) await once(stdout, 'drain', { signal: invocation.signal });
  }
  if (errors > 0)
    invocation.terminal.error(`${errors} of the lines could not be read; each answered with its error.\n`);
  return errors > 0 ? 1 : 0;
}
