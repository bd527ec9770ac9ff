import { pathsOf } from '../catalogue/paths.ts';
import { Desk } from '../desk/desk.ts';
import { readConfiguration } from '../ingest/configuration.ts';
import type { Invocation } from './command.ts';
import { makerOf } from './maker.ts';

export async function run(invocation: Invocation): Promise<void> {
  const [key = ''] = invocation.operands;
  readConfiguration(invocation.node);
  using desk = Desk.open(pathsOf(invocation.node).desk);
  const note = invocation.text('note')?.trim() ?? '';
  const claim = desk.claims.undo(key, {
    by: makerOf(invocation),
    time: new Date().toISOString(),
    ...(note === '' ? {} : { note }),
  });
  if (invocation.json) return invocation.answer(claim);
  invocation.say(`Undone: ${key}. The next build publishes an edition without it.`);
}
