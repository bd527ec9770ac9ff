import type { Invocation } from './command.ts';

export async function run(invocation: Invocation): Promise<void> {
  const { backupNode } = await import('../ingest/backup.ts');
  const result = await backupNode(invocation.node, invocation.terminal.resolve(invocation.operands[0]!));
  if (invocation.json) return invocation.answer(result);
  invocation.say(`Copied ${result.files.toLocaleString('en')} files to ${result.folder}.`);
}
