import type { Invocation } from './command.ts';

export async function run(invocation: Invocation): Promise<void> {
  const { addSource } = await import('../ingest/configuration.ts');
  const { terminal } = invocation;
  const path = (name: string) => {
    const value = invocation.text(name);
    return value === undefined ? {} : { [name]: terminal.resolve(value) };
  };
  const text = (name: string) => {
    const value = invocation.text(name);
    return value === undefined ? {} : { [name]: value };
  };
  const added = addSource(invocation.node, {
    path: terminal.resolve(invocation.operands[0]!),
    ...path('profile'),
    ...path('media'),
    ...text('title'),
    ...text('key'),
    ...text('license'),
    ...text('iri'),
  });
  if (invocation.json) return invocation.answer(added);
  invocation.say(`Added ${added.path} as “${added.key}” (${added.iri}).`);
  invocation.say('Next: collectome build');
}
