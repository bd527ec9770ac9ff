import type { Invocation } from './command.ts';
import { counted } from './counted.ts';

export async function run(invocation: Invocation): Promise<void> {
  const { nodeStatus } = await import('../ingest/status.ts');
  const status = nodeStatus(invocation.node);
  if (invocation.json) return invocation.answer(status);
  invocation.say(`${status.name} (${status.base})`);
  if (status.current === undefined) invocation.say('Nothing is published yet. Next: collectome build');
  for (const { name, records, objects, published, agents } of status.editions) {
    const unlinked = agents === undefined || agents === 'linked' ? '' : `; people are not linked (${agents})`;
    invocation.say(
      `${published ? '*' : ' '} edition ${name}: ${counted(objects)} objects of ${counted(records)} records${unlinked}`,
    );
  }
  for (const { key, path, exists, records, rejected, changed } of status.sources) {
    const held =
      records === undefined
        ? 'not built yet'
        : `${counted(records)} records${rejected ? `, ${counted(rejected)} rows not read` : ''}`;
    const note = exists
      ? changed && records !== undefined
        ? ', the export changed since'
        : ''
      : ', the export is not there';
    invocation.say(`  ${key} (${path}): ${held}${note}`);
  }
  if (status.withdrawn > 0) invocation.say(`  ${counted(status.withdrawn)} withdrawn`);
  const { holding, unpublished } = status.claims;
  if (holding + unpublished > 0)
    invocation.say(
      `  ${counted(holding)} ${holding === 1 ? 'claim' : 'claims'}${unpublished === 0 ? '' : `, ${counted(unpublished)} not published yet`}`,
    );
  invocation.say(`  ${(status.bytes / 1e6).toFixed(1)} MB in catalogue/`);
}
