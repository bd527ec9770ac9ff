import type { BuildResult } from '../ingest/build.ts';
import type { Invocation } from './command.ts';
import { counted } from './counted.ts';
import { Progress, toStage } from './progress.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { buildEdition, GuardError } = await import('../ingest/build.ts');
  try {
    using progress = new Progress(invocation.terminal, { silent: invocation.flag('quiet') || invocation.json });
    const result = await buildEdition(invocation.node, {
      preview: invocation.flag('preview'),
      force: invocation.flag('force'),
      signal: invocation.signal,
      onProgress: (progressed) => progress.report(toStage(progressed)),
    });
    progress[Symbol.dispose]();
    if (invocation.json) invocation.answer(toAnswer(result));
    else for (const line of describeBuild(result)) invocation.say(line);
    return 0;
  } catch (error) {
    if (!(error instanceof GuardError) || !invocation.json) throw error;
    invocation.answer({ edition: error.edition, published: false, alarms: error.alarms });
    return 1;
  }
}

function toAnswer({ edition, published, changes, reused, seconds }: BuildResult) {
  const { name, records, objects } = edition;
  const datasets = edition.datasets.map(({ key, title, records, rejected, notices }) => {
    const own = edition.sources.filter(({ datasetKey, role }) => datasetKey === key && role === 'core');
    const sum = (count: 'rowsRead' | 'rowsImported' | 'rowsRejected') =>
      own.reduce((total, source) => total + source[count], 0);
    return {
      key,
      title,
      records,
      rowsRead: sum('rowsRead'),
      rowsImported: sum('rowsImported'),
      rowsRejected: sum('rowsRejected'),
      rejected,
      notices,
    };
  });
  return { edition: name, published, records, objects, seconds, reused, changes, datasets };
}

/** What a build did, in lines for people. */
export function describeBuild({ edition, published, changes, reused, seconds }: BuildResult): string[] {
  const lines = changes.map((change) => {
    const { title, before, after, added, changed, removed, renamed } = change;
    const kept = reused.includes(change.datasetKey) ? ', taken over as it was' : '';
    const difference = [
      [added, 'new'],
      [changed, 'changed'],
      [renamed, 'under another identifier'],
      [removed, 'gone'],
    ].flatMap(([number, word]) => (Number(number) > 0 ? [`${counted(Number(number))} ${word}`] : []));
    const what = before === 0 ? '' : difference.length === 0 ? ', nothing changed' : `: ${difference.join(', ')}`;
    return `${title}: ${counted(after)} records${what}${kept}`;
  });
  for (const { title, rejected } of edition.datasets) {
    const [first] = rejected;
    if (first === undefined) continue;
    lines.push(`${title}: rows could not be read, the first in ${first.file}, line ${first.line}: ${first.reason}`);
  }
  const claims = edition.claims?.count ?? 0;
  if (claims > 0) lines.push(`Claims of people that were followed: ${counted(claims)}`);
  const state = published ? 'published' : 'built, not published';
  lines.push(
    `Edition ${edition.name} ${state}: ${counted(edition.objects)} objects of ${counted(edition.records)} records, ${seconds.toFixed(1)} s.`,
  );
  if (!published) lines.push(`To publish it: collectome publish ${edition.name}`);
  return lines;
}
