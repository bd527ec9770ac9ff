import { badUse, type Invocation } from './command.ts';
import { counted } from './counted.ts';
import { Progress } from './progress.ts';

const MOST_RECORDS = 90_000_000;

export async function run(invocation: Invocation): Promise<void> {
  const records = invocation.number('records', { min: 1, max: MOST_RECORDS }) ?? 10_000;
  const seed = invocation.number('seed', { min: 0, max: 0xffffffff }) ?? 1;
  const datasets = invocation.number('datasets', { min: 1, max: 99 }) ?? 1;
  const out = invocation.outputFile('out');
  if (out === undefined) throw badUse('--out FILE.zip is missing: where is the archive to be written?', 'generate');
  const { generateArchives } = await import('../generate/archive.ts');
  using progress = new Progress(invocation.terminal, { silent: invocation.flag('quiet') || invocation.json });
  const paths = await generateArchives({
    records,
    seed,
    datasets,
    path: out,
    signal: invocation.signal,
    onProgress: (done) => progress.report({ stage: 'writing records', fraction: done / records }),
  });
  progress[Symbol.dispose]();
  if (invocation.json) return invocation.answer({ records, seed, paths });
  for (const path of paths) invocation.say(path);
  invocation.say(`${counted(records)} records, and beside them the truth about each.`);
}
