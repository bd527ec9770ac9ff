import { pathsOf } from '../catalogue/paths.ts';
import { Desk } from '../desk/desk.ts';
import { readConfiguration } from '../ingest/configuration.ts';
import type { Invocation } from './command.ts';
import { makerOf } from './maker.ts';

export async function run(invocation: Invocation): Promise<void> {
  const [name = ''] = invocation.operands;
  readConfiguration(invocation.node);
  using desk = Desk.open(pathsOf(invocation.node).desk);
  const time = new Date().toISOString();
  desk.tokens.revoke(name, { actor: makerOf(invocation), time });
  if (invocation.json) return invocation.answer({ name, revoked: time });
  invocation.say(`Revoked: ${name}. A running server refuses it from now on. The claims made with it stay.`);
}
