import { pathsOf } from '../catalogue/paths.ts';
import { Desk } from '../desk/desk.ts';
import { readConfiguration } from '../ingest/configuration.ts';
import type { Invocation } from './command.ts';

export async function run(invocation: Invocation): Promise<void> {
  readConfiguration(invocation.node);
  using desk = Desk.read(pathsOf(invocation.node).desk);
  const tokens = desk?.tokens.list() ?? [];
  if (invocation.json) return invocation.answer(tokens);
  for (const { name, created, lastUsed, revoked } of tokens) {
    const use = lastUsed === undefined ? 'never used' : `last used ${lastUsed}`;
    const state = revoked === undefined ? '' : `, revoked ${revoked.slice(0, 10)}`;
    invocation.say(`${name}: created ${created.slice(0, 10)}, ${use}${state}`);
  }
  if (tokens.length === 0) invocation.say('No tokens. To make one: collectome token create NAME');
}
