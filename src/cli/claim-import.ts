import { createReadStream, existsSync } from 'node:fs';
import { pathsOf } from '../catalogue/paths.ts';
import { parseClaimLine } from '../desk/claim-lines.ts';
import type { DeskClaim } from '../desk/desk-claim.ts';
import { Desk } from '../desk/desk.ts';
import { readConfiguration } from '../ingest/configuration.ts';
import { CliError, type Invocation } from './command.ts';
import { inputLines } from './input-lines.ts';
import { makerOf } from './maker.ts';

/** Ends with 1 where claims contradict what holds here, and so were left out. */
export async function run(invocation: Invocation): Promise<number> {
  const [operand = ''] = invocation.operands;
  readConfiguration(invocation.node);
  const path = invocation.terminal.resolve(operand);
  if (operand !== '-' && !existsSync(path)) throw new CliError(`${path} does not exist.`);
  const claims: DeskClaim[] = [];
  let number = 0;
  for await (const lines of inputLines(operand === '-' ? invocation.terminal.stdin : createReadStream(path))) {
    for (const line of lines) {
      number += 1;
      if (line.trim() !== '') claims.push(parseClaimLine(line, number));
    }
  }
  using desk = Desk.open(pathsOf(invocation.node).desk);
  const outcomes = desk.claims.import(claims, { actor: makerOf(invocation), time: new Date().toISOString() });
  const left = claims.filter((_, index) => outcomes[index] === 'contradicts').map(({ key }) => key);
  const count = (outcome: (typeof outcomes)[number]) => outcomes.filter((each) => each === outcome).length;
  const counts = { read: claims.length, added: count('added'), undone: count('undone'), known: count('known') };
  if (invocation.json) invocation.answer({ ...counts, contradicting: left });
  invocation.say(`${counts.read} read: ${counts.added} new, ${counts.undone} undone, ${counts.known} known already.`);
  if (left.length > 0 && !invocation.json)
    invocation.terminal.error(
      `${left.length} left out, since the opposite holds here: ${left.slice(0, 10).join(', ')}${left.length > 10 ? ', …' : ''}\n`,
    );
  return left.length > 0 ? 1 : 0;
}
