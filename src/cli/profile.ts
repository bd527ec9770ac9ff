import { existsSync, writeFileSync } from 'node:fs';
import { CliError, type Invocation } from './command.ts';

export async function run(invocation: Invocation): Promise<void> {
  const { proposeProfile } = await import('../source/proposal.ts');
  const { terminal } = invocation;
  const proposal = await proposeProfile(terminal.resolve(invocation.operands[0]!));
  const path = invocation.outputFile('output');
  if (path !== undefined) {
    if (existsSync(path)) throw new CliError(`${path} exists already; a profile is never overwritten.`);
    writeFileSync(path, proposal.yaml);
  }
  if (invocation.json) return invocation.answer(proposal);
  if (path === undefined) terminal.out(proposal.yaml);
  const kept = proposal.columns.filter((column) => !column.public);
  for (const { header, reason } of kept) terminal.error(`private: ${header}: ${reason}\n`);
  terminal.error(
    `${proposal.columns.length - kept.length} columns public, ${kept.length} private. Look it through before use.\n`,
  );
}
