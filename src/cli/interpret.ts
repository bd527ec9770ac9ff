import { nearestName } from '../model/nearest-name.ts';
import { writeAnswers } from './answer-lines.ts';
import { badUse, type Invocation } from './command.ts';
import { inputLines } from './input-lines.ts';

/** So many values are worth a thread's while. */
const VALUES_AT_A_TIME = 4_000;

export async function run(invocation: Invocation): Promise<number> {
  const { VALUE_KINDS } = await import('../interpret/value-kinds.ts');
  const [kind = ''] = invocation.operands;
  if (!Object.hasOwn(VALUE_KINDS, kind)) {
    const kinds = Object.entries(VALUE_KINDS).map(([name, { summary }]) => `  ${name.padEnd(20)}${summary}`);
    const nearest = nearestName(kind, Object.keys(VALUE_KINDS));
    const hint = nearest === undefined ? '.' : `; did you mean \`${nearest}\`?`;
    throw badUse(`There is no kind of value "${kind}"${hint} The kinds are:\n${kinds.join('\n')}`, 'interpret');
  }
  const { interpretValues } = await import('../interpret/value-pool.ts');
  const lines = inputLines(invocation.terminal.stdin, { batch: VALUES_AT_A_TIME, signal: invocation.signal });
  return writeAnswers(invocation, interpretValues(kind, lines));
}
