import { badUse, type Invocation } from './command.ts';

export async function run(invocation: Invocation): Promise<void> {
  const key = invocation.operands[0]!;
  const reason = invocation.text('reason')?.trim() ?? '';
  if (reason === '') throw badUse('A withdrawal needs --reason "…", a sentence that visitors will read', 'withdraw');
  const { withdraw } = await import('../ingest/withdraw.ts');
  const withdrawal = await withdraw(invocation.node, key, reason);
  if (invocation.json) return invocation.answer(withdrawal);
  invocation.say(`Withdrawn: ${key}. A running server has taken it out of everything already.`);
}
