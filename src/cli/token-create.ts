import { pathsOf } from '../catalogue/paths.ts';
import { Desk } from '../desk/desk.ts';
import { RIGHTS } from '../desk/token-list.ts';
import { readConfiguration } from '../ingest/configuration.ts';
import type { Invocation } from './command.ts';
import { makerOf } from './maker.ts';

export async function run(invocation: Invocation): Promise<void> {
  const [name = ''] = invocation.operands;
  readConfiguration(invocation.node);
  using desk = Desk.open(pathsOf(invocation.node).desk);
  const time = new Date().toISOString();
  const token = desk.tokens.create({ name, rights: RIGHTS, actor: makerOf(invocation), time });
  if (invocation.json) return invocation.answer({ name, rights: RIGHTS, created: time, token });
  // Alone on the standard output, so that a script can take it.
  invocation.terminal.out(`${token}\n`);
  invocation.terminal.error(`The token of “${name}”. It is not kept and is never shown again.\n`);
}
