import type { Invocation } from './command.ts';

export async function run(invocation: Invocation): Promise<void> {
  const { publishEdition } = await import('../ingest/publish-edition.ts');
  const edition = invocation.operands[0]!;
  await publishEdition(invocation.node, edition);
  if (invocation.json) return invocation.answer({ edition, published: true });
  invocation.say(`Edition ${edition} is published.`);
}
