import { nearestName } from '../model/nearest-name.ts';
import { writeAnswers } from './answer-lines.ts';
import { badUse, type Invocation } from './command.ts';
import { inputLines } from './input-lines.ts';

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
  return writeAnswers(invocation, interpretValues(kind, inputLines(invocation.terminal.stdin)));
}
