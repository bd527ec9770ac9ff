import { pathsOf } from '../catalogue/paths.ts';
import type { CatalogueRecord } from '../model/record.ts';
import { toWholeRecord } from '../publish/json-lines.ts';
import { LiveEngine } from '../search/live.ts';
import { findIssue } from '../vocabulary/issues.ts';
import { CliError, type Invocation } from './command.ts';

export async function run(invocation: Invocation): Promise<void> {
  const asked = invocation.operands[0]!;
  await using live = await LiveEngine.open(pathsOf(invocation.node));
  const withdrawal = live.withdrawal(asked);
  if (withdrawal !== undefined)
    throw new CliError(`${asked} was withdrawn on ${withdrawal.time}: ${withdrawal.reason}`);
  const key = live.resolveAlias(asked) ?? asked;
  await live.use(async ({ engine, edition }) => {
    const record = await engine.record(key);
    if (record === undefined) throw new CliError(`Edition ${edition.name} has no record with the key “${asked}”.`);
    const dataset = edition.manifest.datasets.find((candidate) => candidate.key === record.datasetKey)!;
    const whole = toWholeRecord(record, { base: edition.manifest.node.base, dataset });
    const history = live.history?.states(key) ?? [];
    if (invocation.json) return invocation.answer({ edition: edition.name, ...whole, history });
    invocation.say(`${whole.iri}\n${whole.datasetTitle}, ${record.source.file}, line ${record.source.line}`);
    invocation.say(`Licence: ${whole.license ?? 'not stated'}\n`);
    invocation.say('Read as');
    for (const [name, value] of Object.entries(whole.interpreted)) {
      invocation.say(`  ${name}: ${Array.isArray(value) ? value.join(' | ') : String(value)}`);
    }
    writeVerbatim(invocation, record);
    if (history.length > 1)
      invocation.say(`\n${history.length} states, the first from edition ${history.at(-1)!.fromEdition}`);
  });
}

function writeVerbatim(invocation: Invocation, { verbatim, extensions, issues }: CatalogueRecord): void {
  invocation.say('\nWritten by the museum');
  for (const { header, value } of verbatim) invocation.say(`  ${header}: ${value}`);
  for (const { rowType, rows } of extensions) {
    invocation.say(`  ${rowType.replace(/^.*[/#]/u, '')}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`);
  }
  if (issues.length > 0) invocation.say('\nIssues');
  for (const { code, term, detail } of issues) {
    const where = [term, detail].filter((part) => part !== undefined).join(': ');
    invocation.say(`  ${code}${where === '' ? '' : ` (${where})`}: ${findIssue(code)?.sentence ?? ''}`);
  }
}
