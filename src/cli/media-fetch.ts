import type { Invocation } from './command.ts';
import { counted } from './counted.ts';
import { Progress } from './progress.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { fetchMedia } = await import('../ingest/media.ts');
  const hosts = invocation.texts('host');
  const limit = invocation.number('limit', { min: 1, max: 1_000_000_000 });
  using progress = new Progress(invocation.terminal, { silent: invocation.flag('quiet') || invocation.json });
  const result = await fetchMedia(invocation.node, {
    retry: invocation.flag('retry'),
    signal: invocation.signal,
    onProgress: (done, total) => progress.report({ stage: 'pictures', fraction: total === 0 ? 1 : done / total }),
    ...(hosts.length > 0 || invocation.flag('remote') ? { hosts } : {}),
    ...(limit === undefined ? {} : { limit }),
  });
  progress[Symbol.dispose]();
  if (invocation.json) invocation.answer(result);
  invocation.say(
    `${counted(result.made)} made, ${counted(result.known)} there already, ${counted(result.left)} left where they are.`,
  );
  for (const { identifier, problem } of result.failed.slice(0, 10))
    invocation.say(`not made: ${identifier}: ${problem}`);
  if (result.failed.length > 10)
    invocation.say(`and ${counted(result.failed.length - 10)} more; --json lists them all`);
  return result.failed.length > 0 ? 1 : 0;
}
