// Measures the whole system on made collections: `npm run bench -- --help`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pathsOf } from '../src/catalogue/paths.ts';
import { prepareArchives } from './archives.ts';
import { measureBuild } from './build.ts';
import { measureClaim } from './claim.ts';
import { measureLoad } from './load.ts';
import type { Measurement, Report } from './measurement.ts';
import { chooseQueries, type Queries } from './queries.ts';
import { measureSearch } from './search.ts';
import { ServerProcess } from './server.ts';
import { measureStart } from './start.ts';
import { formatDocument, formatLine, type Result, type Run } from './table.ts';

const FULL = 4_100_000;
const PARTS = ['build', 'claim', 'search', 'load', 'start'] as const;
type Part = (typeof PARTS)[number];
const HELP = `npm run bench -- [--records N] [--full] [--only ${PARTS.join('|')}]… [--seconds N] [--datasets N] [--work DIR] [--write-docs]

--records N    how many records; default 200000
--full         ${FULL} records
--only PART    only a part; may be repeated. Without build, the edition of the run before is measured; the table
               keeps what that run measured of the other parts
--seconds N    how long the mixed load lasts; default 20
--datasets N   over how many datasets they are spread; default 10
--work DIR     where files are made and kept; default bench/work
--write-docs   write docs/benchmarks.md from the figures`;

const { values: options } = parseArgs({
  options: {
    records: { type: 'string', default: '200000' },
    full: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    seconds: { type: 'string', default: '20' },
    datasets: { type: 'string', default: '10' },
    work: { type: 'string', default: 'bench/work' },
    'write-docs': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(HELP);
} else {
  const records = options.full ? FULL : Number(options.records);
  const seconds = Number(options.seconds);
  const datasets = Number(options.datasets);
  const unknown = options.only.filter((part) => !(PARTS as readonly string[]).includes(part));
  if (
    !Number.isInteger(records) ||
    !Number.isInteger(datasets) ||
    datasets < 1 ||
    records < datasets ||
    !(seconds > 0) ||
    unknown.length > 0
  ) {
    console.error(`${HELP}\n\nThis cannot be measured: ${process.argv.slice(2).join(' ')}`);
    process.exitCode = 2;
  } else await measure({ records, datasets, seconds, work: resolve(options.work) });
}

async function measure({
  records,
  datasets,
  seconds,
  work,
}: {
  readonly records: number;
  readonly datasets: number;
  readonly seconds: number;
  readonly work: string;
}): Promise<void> {
  const isWanted = (part: Part) => options.only.length === 0 || options.only.includes(part);
  mkdirSync(work, { recursive: true });
  const path = join(work, `result-${records}-${datasets}.json`);
  // What was measured in another run stays in the table: a full run takes the better part of an hour.
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Result) : undefined;
  const parts: Partial<Record<Part, readonly Measurement[]>> = { ...before?.parts };
  const runs: Partial<Record<Part, Run>> = { ...before?.runs };
  const measurePart = async (part: Part, measureIt: (report: Report) => Promise<void>) => {
    if (!isWanted(part)) return;
    const measurements: Measurement[] = [];
    const [loadBefore = 0] = loadavg();
    await measureIt((measurement) => {
      measurements.push(measurement);
      console.log(formatLine(measurement));
    });
    parts[part] = measurements;
    const [loadAfter = 0] = loadavg();
    runs[part] = { date: new Date().toISOString().slice(0, 10), loadBefore, loadAfter };
    // As in the table, whatever was measured first.
    const inOrder = <Value>(of: Partial<Record<Part, Value>>) =>
      Object.fromEntries(PARTS.flatMap((name) => (of[name] === undefined ? [] : [[name, of[name]]])));
    const result: Result = {
      records,
      datasets,
      machine: `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
      parts: inOrder(parts),
      runs: inOrder(runs),
    };
    writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
    if (options['write-docs']) writeFileSync('docs/benchmarks.md', formatDocument(result));
  };
  const archives = await prepareArchives({ work, records, datasets });
  const node = join(work, `node-${records}`);
  await measurePart('build', async (report) => {
    if (archives.seconds !== undefined) {
      report({ name: 'generator, records a second', value: records / archives.seconds, unit: '1/s' });
    }
    await measureBuild(node, archives, report);
  });
  await measurePart('claim', (report) => measureClaim(node, report));
  const paths = pathsOf(node);
  const edition = paths.edition(readFileSync(paths.current, 'utf8').trim());
  if (isWanted('search') || isWanted('load')) {
    const queries = await chooseQueriesOf(node);
    // Another process than that which was asked for the queries, so that none of them is known to it.
    await using server = await ServerProcess.start(node);
    await measurePart('search', (report) => measureSearch({ address: server.address, edition, queries }, report));
    await measurePart('load', (report) => measureLoad({ server, queries, seconds }, report));
  }
  await measurePart('start', (report) => measureStart({ node, edition }, report));
  rmSync(join(archives.plain, 'plain.parquet'), { force: true });
}

async function chooseQueriesOf(node: string): Promise<Queries> {
  await using server = await ServerProcess.start(node);
  return await chooseQueries(server.address);
}
