import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Invocation } from './command.ts';

export async function run(invocation: Invocation): Promise<void> {
  const { initNode } = await import('../ingest/configuration.ts');
  const folder = invocation.terminal.resolve(invocation.operands[0] ?? '.');
  const name = invocation.text('name') ?? basename(folder);
  const base = invocation.text('base') ?? 'http://localhost:8080';
  const language = invocation.text('language');
  mkdirSync(folder, { recursive: true });
  initNode(folder, { name, base, ...(language === undefined ? {} : { language }) });
  if (invocation.json) return invocation.answer({ folder, name, base });
  invocation.say(`Made the node “${name}” in ${folder}.`);
  invocation.say('Next: collectome add PATH, for each export.');
}
