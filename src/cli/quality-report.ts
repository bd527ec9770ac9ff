import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { pathsOf } from '../catalogue/paths.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { CatalogueRecord } from '../model/record.ts';
import { formatCell } from '../publish/csv.ts';
import { formatResult } from '../quality/assess.ts';
import { isNoteworthy, QualityTally, type QualitySummary, type TestSummary } from '../quality/tally.ts';
import { QUALITY_TESTS } from '../quality/test-list.ts';
import type { FacetValue } from '../search/engine.ts';
import { LiveEngine, type Lease } from '../search/live.ts';
import { findIssue } from '../vocabulary/issues.ts';
import { CliError, type Invocation } from './command.ts';
import { counted } from './counted.ts';
import { Progress } from './progress.ts';

interface DatasetReport extends QualitySummary {
  readonly key: string;
  readonly title: string;
  readonly issues: readonly FacetValue[];
}

/** Tests every object of one dataset or of all, says how they came out, and writes what there is to mend as CSV. */
export async function reportQuality(invocation: Invocation): Promise<void> {
  const [wanted] = invocation.operands;
  const path = invocation.outputFile('output');
  await using live = await LiveEngine.open(pathsOf(invocation.node));
  const reports = await live.use(async (lease) => {
    const datasets = datasetsOf(lease, wanted);
    if (path === undefined) return testAll({ lease, datasets, invocation });
    const file = createWriteStream(`${path}.part`);
    try {
      file.write(`${HEAD.join(',')}\r\n`);
      const done = await testAll({ lease, datasets, invocation, file });
      file.end();
      await finished(file);
      await rename(`${path}.part`, path);
      return done;
    } finally {
      file.destroy();
      await rm(`${path}.part`, { force: true });
    }
  });
  if (invocation.json) return invocation.answer({ datasets: reports });
  for (const report of reports) describe(report, invocation);
  if (path !== undefined) invocation.say(`What there is to mend stands in ${path}.`);
}

interface Named {
  readonly key: string;
  readonly title: string;
}

function datasetsOf({ edition }: Lease, wanted: string | undefined): readonly Named[] {
  const { datasets } = edition.manifest;
  if (wanted === undefined) return datasets;
  const found = datasets.find(({ key }) => key === wanted);
  if (found !== undefined) return [found];
  const nearest = nearestName(
    wanted,
    datasets.map(({ key }) => key),
  );
  const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  throw new CliError(`There is no dataset "${wanted}"${hint} They are: ${datasets.map(({ key }) => key).join(', ')}`);
}

interface Work {
  readonly lease: Lease;
  readonly datasets: readonly Named[];
  readonly invocation: Invocation;
  readonly file?: Writable;
}

async function testAll({ lease, datasets, invocation, file }: Work): Promise<DatasetReport[]> {
  using progress = new Progress(invocation.terminal, { silent: invocation.flag('quiet') || invocation.json });
  const reports: DatasetReport[] = [];
  for (const { key, title } of datasets) {
    const { signal } = invocation;
    await using selection = await lease.engine.resolve({ kind: 'is', field: 'datasetKey', value: key }, { signal });
    const [issues] = await selection.facets([{ field: 'issue', limit: 1000 }]);
    const tally = new QualityTally();
    let done = 0;
    for await (const records of selection.scan({ signal })) {
      const rows = records.map((record) => rowsOf(record, tally.add(record))).join('');
      if (file !== undefined && !file.write(rows)) await once(file, 'drain', { signal });
      done += records.length;
      progress.report({ stage: `testing ${title}`, fraction: done / selection.total });
    }
    reports.push({ key, title, issues: issues?.values ?? [], ...tally.summary() });
  }
  return reports;
}

const HEAD = [
  'dataset',
  'key',
  'catalogNumber',
  'file',
  'line',
  'what',
  'term',
  'value',
  'proposal',
  'meaning',
] as const;

/** Missing values are no mistakes: tests that ask whether there is one at all would fill the file. */
const WORTH_MENDING = new Set(
  QUALITY_TESTS.filter(({ type, label }) => type === 'Amendment' || !label.endsWith('_NOTEMPTY'))
    .filter(({ label }) => !label.endsWith('_ASSUMEDDEFAULT'))
    .map(({ id }) => id),
);

function rowsOf(record: CatalogueRecord, responses: ReturnType<QualityTally['add']>): string {
  const { key, datasetKey, source, interpreted, issues } = record;
  const number = interpreted['catalogNumber'];
  const head = [datasetKey, key, typeof number === 'string' ? number : '', source.file, source.line];
  const written = (term: string | undefined) =>
    record.verbatim.find((cell) => term !== undefined && cell.term === term)?.value ?? '';
  const rows = issues.map(({ code, term, detail }) => [
    ...head,
    code,
    term ?? '',
    written(term) || (detail ?? ''),
    '',
    findIssue(code)?.sentence ?? '',
  ]);
  for (const response of responses) {
    if (!isNoteworthy(response) || !WORTH_MENDING.has(response.id)) continue;
    const { label, result, comment } = response;
    const terms = typeof result === 'object' && result !== null ? Object.keys(result) : [];
    rows.push([
      ...head,
      label,
      terms.join(' '),
      terms.map(written).join(' '),
      terms.length === 0 ? '' : formatResult(result),
      comment,
    ]);
  }
  return rows.map((row) => `${row.map((cell) => formatCell(cell, ',')).join(',')}\r\n`).join('');
}

function describe(
  { key, title, records, issues, tests, mids, midsMissing }: DatasetReport,
  invocation: Invocation,
): void {
  const line = (count: number, text: string) => invocation.say(`  ${counted(count).padStart(10)}  ${text}`);
  const share = (count: number) => `${((100 * count) / Math.max(1, records)).toFixed(1)} %`.padStart(7);
  invocation.say(`${title} (${key}): ${counted(records)} objects`);
  invocation.say('  Issues');
  for (const { value, count } of issues) line(count, `${share(count)}  ${value}: ${findIssue(value)?.sentence ?? ''}`);
  invocation.say("  TDWG's tests: not compliant, or worth a look");
  for (const test of byCount(tests, ({ notCompliant, issues: found }) => notCompliant + found))
    line(test.notCompliant + test.issues, `${share(test.notCompliant + test.issues)}  ${test.label}`);
  invocation.say('  Amendments proposed, none of them made');
  for (const test of byCount(tests, ({ proposed }) => proposed))
    line(test.proposed, `${share(test.proposed)}  ${test.label}`);
  invocation.say('  Level of MIDS');
  for (const { level, count } of mids) line(count, `${share(count)}  ${level ?? 'none'}`);
  for (const { element, count } of midsMissing.slice(0, 5))
    line(count, `${share(count)}  lack ${element} for the next`);
}

function byCount(tests: readonly TestSummary[], count: (test: TestSummary) => number): readonly TestSummary[] {
  return tests.filter((test) => count(test) > 0).toSorted((one, other) => count(other) - count(one));
}
