import { parseReference } from '../api/claim-references.ts';
import { makeClaim, type Statement } from '../api/claim-writing.ts';
import { pathsOf } from '../catalogue/paths.ts';
import { Desk } from '../desk/desk.ts';
import { LiveEngine } from '../search/live.ts';
import type { Invocation } from './command.ts';
import { makerOf } from './maker.ts';

/** `claim same`, `claim different`, `claim accept`, `claim reject`. */
export async function run(invocation: Invocation): Promise<void> {
  const paths = pathsOf(invocation.node);
  await using live = await LiveEngine.open(paths);
  using desk = Desk.open(paths.desk);
  const said = { statement: statementOf(invocation), maker: makerOf(invocation) };
  const { claim, isNew } = await live.use((lease) => makeClaim(lease, desk, said));
  if (invocation.json) return invocation.answer(claim);
  const { kind, subject, object, key, maker } = claim;
  const sentence = `“${subject.name}” ${kind === 'same' ? 'is the same as' : 'is not the same as'} “${object.name}”`;
  invocation.say(isNew ? `Claimed: ${sentence}.` : `That is claimed already, by ${maker}: ${sentence}.`);
  invocation.say(`To publish it: collectome build. To take it back: collectome claim undo ${key}`);
}

function statementOf(invocation: Invocation): Statement {
  const [first = '', second = ''] = invocation.operands;
  const kind = invocation.command.name.slice('claim '.length) as Statement['kind'];
  const note = invocation.text('note');
  return kind === 'accept' || kind === 'reject'
    ? { kind, claim: first, note }
    : { kind, subject: parseReference(first), object: parseReference(second), note };
}
