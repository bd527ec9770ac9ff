import { quoteIdentifier, quoteLiteral } from '../src/catalogue/database.ts';
import type { SearchAnswer } from './answers.ts';
import { runProcess } from './child.ts';
import { atMost, percentile, type Measurement, type Report } from './measurement.ts';
import { FACETS, POLYGONS, type Queries } from './queries.ts';
import { get, getJson } from './server.ts';

const REPETITIONS = 20;
const DEEP_PAGES = 20;
const FACET_PARAMETERS = FACETS.map((field) => `facet=${field}`).join('&');

const HOP_YEARS = Array.from({ length: 10 }, (_, index) => String(1890 + index * 7));

/** Objects of collectors of something that meets a condition. */
function hopOf(other: string): string {
  return `hop=${encodeURIComponent(`collector > collector, ${other}`)}`;
}

interface Case {
  readonly name: string;
  readonly paths: readonly string[];
  readonly goal?: Measurement['goal'];
}

/** Facets, page and exact total; text; map and time; suggestions; deep pages: one request at a time. */
export async function measureSearch(
  { address, edition, queries }: { readonly address: string; readonly edition: string; readonly queries: Queries },
  report: Report,
): Promise<void> {
  const search = (query: string) => `/api/search?${query}&limit=25&${FACET_PARAMETERS}`;
  const cases: Case[] = [
    { name: 'facets (8), page, total: all', paths: [search('')], goal: atMost(10) },
    { name: 'facets, page, total: 5 %', paths: queries.twentieth.map(search), goal: atMost(40) },
    { name: 'facets, page, total: 0.1 %', paths: queries.thousandth.map(search), goal: atMost(15) },
    { name: 'text: a rare word', paths: queries.rareWords.map(search) },
    { name: 'text: a word in 1 %', paths: queries.onePercentWords.map(search), goal: atMost(40) },
    { name: 'text: a word in over 20 %', paths: queries.frequentWords.map(search) },
    { name: 'text: three words, each in over 20 %', paths: queries.threeWords.map(search), goal: atMost(150) },
    { name: 'polygon', paths: POLYGONS.map(search) },
    { name: 'map grid: world', paths: ['/api/grid?'], goal: atMost(60) },
    { name: 'map grid: 5 %', paths: queries.twentieth.map((query) => `/api/grid?${query}`) },
    { name: 'histogram of years: all', paths: ['/api/histogram?field=eventDate&interval=year'], goal: atMost(30) },
    {
      name: 'histogram of years: 5 %',
      paths: queries.twentieth.map((query) => `/api/histogram?field=eventDate&interval=year&${query}`),
    },
    {
      name: 'suggest',
      paths: ['mar', 'ber', 'ric', 'tri', 'hel', 'gym'].map((prefix) => `/api/suggest?prefix=${prefix}`),
    },
  ];
  if (queries.entityPages.length > 0)
    cases.push(
      { name: 'pages of entities with the most objects', paths: queries.entityPages, goal: atMost(50) },
      {
        name: 'hop: of people who gathered something in a year',
        paths: HOP_YEARS.map((year) => search(hopOf(`eventDate:${year}`))),
      },
      {
        name: 'hop: the same within 7 days and 50 km of it, in another dataset',
        paths: HOP_YEARS.map((year) =>
          search(hopOf(`eventDate within 7 days of eventDate, within 50km, different datasetKey, eventDate:${year}`)),
        ),
      },
    );
  const references = await runProcess<Record<string, number>>('reference', {
    kind: 'statements',
    edition,
    cases: statements(queries),
  });
  // Other queries than those that are measured: what is asked for the first time shall be slow for its own reasons only.
  for (const year of Array.from({ length: 30 }, (_, index) => 1870 + index))
    await get(address, search(`year=${year},${year + 2}`));
  for (const { name, paths, goal } of cases) {
    if (paths.length === 0) {
      report({ name, value: 0, unit: '', note: 'no query of this share in a collection of this size' });
      continue;
    }
    const first = await time(address, paths);
    const again = await time(
      address,
      Array.from({ length: REPETITIONS }, (_, index) => paths[index % paths.length]!),
    );
    const reference = references[name];
    // One query alone is what everybody asks, whose answer is kept with the edition.
    const isKept = paths.length === 1;
    const times = isKept ? again : first;
    const note = isKept
      ? `p95 ${percentile(again, 0.95).toFixed(1)} ms; ${first[0]!.toFixed(1)} ms the first time`
      : `p95 ${percentile(first, 0.95).toFixed(1)} ms, ${paths.length} queries; asked again ${percentile(again, 0.5).toFixed(1)} ms`;
    report({
      name,
      value: percentile(times, 0.5),
      unit: 'ms',
      ...(reference === undefined ? {} : { reference }),
      ...(goal === undefined ? {} : { goal }),
      note,
    });
  }
  await measureDeepPages(address, report);
}

async function time(address: string, paths: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const path of paths) {
    const started = performance.now();
    await get(address, path);
    times.push(performance.now() - started);
  }
  return times;
}

async function measureDeepPages(address: string, report: Report): Promise<void> {
  const times: number[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < DEEP_PAGES; page += 1) {
    const at = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const started = performance.now();
    const answer = await getJson<SearchAnswer>(address, `/api/search?sort=eventDate&limit=1000${at}`);
    times.push(performance.now() - started);
    ({ cursor } = answer);
    if (cursor === undefined) break;
  }
  report({
    name: 'deep paging: 1,000 records by date',
    value: percentile(times, 0.5),
    unit: 'ms',
    note: `page ${times.length}: ${times.at(-1)?.toFixed(1)} ms`,
  });
}

/** The same in SQL over the edition's tables, for those that plain SQL can say. */
function statements(queries: Queries): Record<string, string[]> {
  const facets = (where: string) => [
    `select count(*) from record where ${where}`,
    `select key, title from record where ${where} limit 25`,
    ...['basisOfRecord', 'countryCode', 'family', 'collectionCode', 'datasetKey'].map(
      (field) => `select "${field}", count(*) n from record where ${where} group by 1 order by n desc limit 10`,
    ),
    ...['kind', 'recordedBy', 'typeStatus'].map(
      (field) =>
        `select v, count(*) n from (select unnest("${field}") v from record where ${where}) group by 1 order by n desc limit 10`,
    ),
  ];
  const sameFilter = (name: string, filters: readonly string[]) => {
    const condition = filters.map(toCondition).find((sql) => sql !== undefined);
    return condition === undefined ? {} : { [name]: facets(condition) };
  };
  const word = queries.onePercentWords[0]?.slice(2);
  return {
    'facets (8), page, total: all': facets('true'),
    ...sameFilter('facets, page, total: 5 %', queries.twentieth),
    ...sameFilter('facets, page, total: 0.1 %', queries.thousandth),
    ...(word === undefined
      ? {}
      : { 'text: a word in 1 %': facets(`remarks ilike '%${word}%' or habitat ilike '%${word}%'`) }),
    'map grid: world': [
      'select floor(decimalLatitude / 4) y, floor(decimalLongitude / 4) x, count(*) from record group by 1, 2',
    ],
    'histogram of years: all': ['select year, count(*) from record group by 1'],
  };
}

/** `family=Acanaidae` in SQL; undefined for fields that are not stored as they are shown. */
function toCondition(filter: string): string | undefined {
  const [field = '', encoded = ''] = filter.split('=');
  const value = quoteLiteral(decodeURIComponent(encoded));
  if (['recordedBy', 'preparations'].includes(field)) return `list_contains(${quoteIdentifier(field)}, ${value})`;
  if (field === 'year') return `year = ${encoded.split('%2C')[0]!.split(',')[0]}`;
  const isPlain = ['family', 'order', 'genus', 'stateProvince', 'samplingProtocol', 'lifeStage'].includes(field);
  return isPlain ? `${quoteIdentifier(field)} = ${value}` : undefined;
}
