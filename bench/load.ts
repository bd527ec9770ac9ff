import type { SearchAnswer } from './answers.ts';
import { runProcess } from './child.ts';
import { measureEdges } from './load-edges.ts';
import type { LoadAnswer, LoadTask } from './load-process.ts';
import { atLeast, atMost, type Report } from './measurement.ts';
import { FACETS, POLYGONS, type Queries } from './queries.ts';
import { getJson, type ServerProcess } from './server.ts';

const CLIENTS = 50;
const RECORD_CLIENTS = 16;
const MOST_KEYS = 20_000;
const KEYS_PER_PAGE = 1000;
const PROBE = { path: '/api/issues', everyMs: 20 };

interface LoadOptions {
  readonly server: ServerProcess;
  readonly queries: Queries;
  readonly seconds: number;
}

/** Records as JSON and as pages, each asked for once where there are enough; then many clients and everything mixed. */
export async function measureLoad({ server, queries, seconds }: LoadOptions, report: Report): Promise<void> {
  const { address } = server;
  const keys = await listKeys(address);
  const half = Math.floor(keys.length / 2);
  const records = { clients: RECORD_CLIENTS, seconds: seconds / 2, address };
  const asJson = await run({ ...records, paths: keys.slice(0, half).map((key) => `/api/records/${key}`) });
  report({ name: 'record JSON', value: asJson.perSecond, unit: '1/s', note: noteOf(asJson) });
  const asPage = await run({ ...records, paths: keys.slice(half).map((key) => `/object/${key}`) });
  report({ name: 'record page', value: asPage.perSecond, unit: '1/s', goal: atLeast(1000), note: noteOf(asPage) });
  report({ name: 'record page, uncompressed', value: asPage.bytesEach / 1000, unit: 'kB', goal: atMost(60) });
  const paths = mix(queries, keys);
  const mixed = await run({ address, paths, clients: CLIENTS, seconds, probe: PROBE });
  const name = `${CLIENTS} clients, mixed, ${seconds} s`;
  report({ name, value: mixed.perSecond, unit: '1/s', goal: atLeast(200), note: noteOf(mixed) });
  report({ name: `${name}: p50`, value: mixed.p50, unit: 'ms' });
  report({ name: `${name}: p95`, value: mixed.p95, unit: 'ms', goal: atMost(400) });
  report({ name: `${name}: errors`, value: mixed.errors, unit: '', goal: atMost(0), note: mixed.firstError ?? '' });
  report({
    name: `${name}: a trifle asked meanwhile`,
    value: mixed.probeP50,
    unit: 'ms',
    note: `stands for the event loop's delay; p95 ${mixed.probeP95.toFixed(0)} ms, most ${mixed.probeMost.toFixed(0)} ms`,
  });
  const { memoryMb } = server;
  if (memoryMb !== undefined)
    report({ name: 'memory after the load', value: memoryMb, unit: 'MB', goal: atMost(1500) });
  await measureEdges({ address, paths, seconds }, report);
}

function run(task: LoadTask): Promise<LoadAnswer> {
  return runProcess<LoadAnswer>('load', task);
}

function noteOf({ p50, p95, errors, bytesEach }: LoadAnswer): string {
  const failed = errors === 0 ? '' : `, ${errors} errors`;
  return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${(bytesEach / 1000).toFixed(1)} kB each${failed}`;
}

async function listKeys(address: string): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const at: string = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer: SearchAnswer = await getJson(address, `/api/search?limit=${KEYS_PER_PAGE}${at}`);
    keys.push(...answer.results.map(({ key }) => key));
    ({ cursor } = answer);
  } while (cursor !== undefined && keys.length < MOST_KEYS);
  return keys;
}

/** Of ten requests: four searches with facets, two with text, one map, one histogram, one list of suggestions, one record. */
function mix(queries: Queries, keys: readonly string[]): string[] {
  const facets = FACETS.map((field) => `facet=${field}`).join('&');
  const search = (query: string) => `/api/search?${query}&limit=25&${facets}`;
  const filters = [...queries.twentieth, ...queries.thousandth, ...POLYGONS];
  const words = [...queries.onePercentWords, ...queries.rareWords, ...queries.threeWords];
  const at = (values: readonly string[], index: number) => values[index % Math.max(1, values.length)] ?? '';
  return Array.from({ length: 200 }, (_, index) => [
    search(at(filters, index)),
    search(`${at(filters, index * 3)}&${at(words, index)}`),
    search(at(filters, index * 7 + 1)),
    search(''),
    search(at(words, index * 5)),
    search(at(words, index * 11 + 2)),
    `/api/grid?${at(filters, index)}`,
    `/api/histogram?field=eventDate&interval=year&${at(filters, index + 5)}`,
    `/api/suggest?prefix=${at(words, index).slice(2, 5)}`,
    `/api/records/${at(keys, index * 37)}`,
  ]).flat();
}
