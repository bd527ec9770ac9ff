import * as fc from 'fast-check';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/model/day.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { parseQueryLine } from '../../src/search/query-line.ts';
import { answerable } from './answerable-query.ts';
import { openFixture, type FixtureRecord, type OpenFixture, type Row } from './edition-fixture.ts';
import { writeLinkedRows, type LinkedRow } from './linked-rows.ts';
import { randomEdition } from './random-edition.ts';
import { randomLinks } from './random-links.ts';

function day(name: string, year: number): Row {
  return {
    [name]: String(year),
    [`${name}Begin`]: dayNumber(year, 3, 1),
    [`${name}End`]: dayNumber(year, 3, 1),
    [`${name}Basis`]: 'recorded',
  };
}

const RECORDS: readonly FixtureRecord[] = [
  {
    key: 'telescope',
    values: { kind: ['instrument'], ...day('acquisitionDate', 1850), ...day('productionDate', 1755) },
  },
  { key: 'microscope', values: { kind: ['instrument'], ...day('acquisitionDate', 1760) } },
  { key: 'lens', values: { kind: ['instrument'] } },
  { key: 'letter', values: { kind: ['archive'], ...day('productionDate', 1854) } },
  { key: 'diary', values: { kind: ['archive'], ...day('productionDate', 1857) } },
  {
    key: 'moth',
    values: { kind: ['specimen'], ...day('eventDate', 1854), decimalLatitude: 1.5, decimalLongitude: 110 },
  },
  {
    key: 'bird',
    values: { kind: ['specimen'], ...day('eventDate', 1856), decimalLatitude: 1.6, decimalLongitude: 110 },
  },
  { key: 'beetle', values: { kind: ['specimen'], ...day('eventDate', 1880) } },
  { key: 'entry', values: { recordType: 'agent', title: 'John Dollond, born in Cornwall' } },
  { key: 'print', values: { kind: ['artwork'] } },
];
const ROW = new Map(RECORDS.map(({ key }, row) => [key, row]));
const AGENTS: readonly LinkedRow[] = [
  agent({ key: 'dollond', label: 'John Dollond', born: 1706, died: 1761 }),
  agent({ key: 'smith', kind: 'name', label: 'J. Smith', born: 1790 }),
  agent({ key: 'wallace', label: 'Alfred Russel Wallace', born: 1823, died: 1913 }),
];
const LINKS: readonly (readonly [record: string, role: string, agent: string])[] = [
  ['telescope', 'maker', 'dollond'],
  ['microscope', 'optician', 'dollond'],
  ['lens', 'maker', 'smith'],
  ['letter', 'author', 'wallace'],
  ['letter', 'subject', 'dollond'],
  ['moth', 'collector', 'wallace'],
  ['bird', 'collector', 'wallace'],
  ['beetle', 'collector', 'smith'],
  ['entry', 'entry', 'dollond'],
  ['print', 'maker', 'smith'],
];
const ACTIVITIES: Readonly<Record<string, string>> = { collector: 'gathering', entry: '' };

function agent({ key, kind = 'person', label, ...life }: Readonly<Record<string, string | number>>): LinkedRow {
  return {
    key,
    kind,
    label,
    ...life,
    names: [{ name: label!, datasetKey: 'museum', records: 1 }],
    folded: String(label).toLowerCase(),
  };
}

let linked: string;
let open: OpenFixture;
let engine: SearchEngine;

beforeAll(async () => {
  linked = await writeLinkedRows({
    agent: AGENTS,
    agent_link: LINKS.map(([record, role, agentKey]) => ({
      rid: ROW.get(record)!,
      activity: ACTIVITIES[role] ?? 'production',
      role,
      agentKey,
    })).toSorted((a, b) => a.rid - b.rid),
    relation_link: [
      { rid: ROW.get('telescope')!, type: 'has part', otherRid: ROW.get('lens')! },
      { rid: ROW.get('lens')!, type: 'part of', otherRid: ROW.get('telescope')! },
      { rid: ROW.get('lens')!, type: 'worn with', otherRid: ROW.get('microscope')! },
      { rid: ROW.get('microscope')!, type: 'related', otherRid: ROW.get('lens')! },
    ],
    taxon: [
      { key: 't1', label: 'Insecta' },
      { key: 't2', parentKey: 't1', label: 'Attacus', rank: 'genus' },
      { key: 't3', label: 'Attacus', rank: 'genus' },
      { key: 't4', label: 'Aves' },
    ],
    taxon_name: ['insecta t1', 'insects t1', 'attacus t2', 'attacus t3', 'aves t4'].map((line) => {
      const [folded, taxonKey] = line.split(' ');
      return { folded, name: folded, taxonKey };
    }),
    taxon_link: [
      { rid: ROW.get('moth')!, taxonKey: 't2' },
      { rid: ROW.get('beetle')!, taxonKey: 't3' },
    ],
    gathering: [
      { key: 'trip', label: 'Sarawak 1854', dateBegin: dayNumber(1854, 1, 1), dateEnd: dayNumber(1854, 12, 31) },
    ],
    gathering_link: ['moth', 'bird'].map((record) => ({ rid: ROW.get(record)!, gatheringKey: 'trip' })),
  });
  open = await openFixture({ records: RECORDS, linked });
  engine = open.engine;
});

afterAll(async () => {
  await open[Symbol.asyncDispose]();
  rmSync(linked, { recursive: true });
});

async function found(line: string): Promise<readonly string[]> {
  await using selection = await engine.resolve(parseQueryLine(line));
  const { records } = await selection.page({ limit: 100 });
  expect(records).toHaveLength(selection.total);
  return records.map(({ key }) => key);
}

describe('a hop finds', () => {
  test.each([
    ['hop(maker, born:..1750)', ['telescope', 'microscope']],
    ['hop(optician)', ['microscope']],
    ['hop(maker, Dollond)', ['telescope', 'microscope']],
    ['hop(maker > entry, Cornwall)', ['telescope', 'microscope']],
    ['recordType:agent hop(entry > maker, kind:instrument)', ['entry']],
    ['hop(collector > maker, productionDate:1854)', ['moth', 'bird']],
    ['hop(collector > maker, hop(subject > maker, kind:instrument))', ['moth', 'bird']],
    ['hop(subject > maker, key:telescope)', ['letter']],
    ['hop(maker, acquisitionDate after died)', ['telescope']],
    ['hop(maker, acquisitionDate before died)', ['microscope']],
    ['hop(collector > maker, eventDate within 1 years of productionDate)', ['moth']],
    ['hop(collector > collector, eventDate within 3 years of eventDate, within 20km)', ['moth', 'bird']],
    ['hop(gathering > any, key:moth)', ['bird']],
    ['hop(gathering, date!:1854)', ['moth', 'bird']],
    ['taxon:Insects', ['moth']],
    ['taxon:attac*', ['moth', 'beetle']],
    ['hop(taxon, rank:genus -name:Insecta)', ['moth', 'beetle']],
    ['taxon:Insecta hop(taxon, name:Insecta)', ['moth']],
    ['hop(part of)', ['lens']],
    ['hop(has part, kind:instrument)', ['telescope']],
    ['hop(relation:"worn with")', ['lens']],
    ['hop(inverse relation:"worn with")', ['microscope']],
    [
      'hop(collector > maker, kind:archive) -hop(collector > maker, eventDate within 1 years of productionDate)',
      ['bird'],
    ],
  ])('%s', async (line, keys) => {
    expect(await found(line)).toEqual(keys);
  });
});

test('the other end is another record', async () => {
  // The letter is the only thing that Wallace made; Smith made two.
  expect(await found('hop(maker > maker)')).toEqual(['telescope', 'microscope', 'lens', 'print']);
});

test('a name that several people may bear makes no more than a possible match', async () => {
  await using selection = await engine.resolve(parseQueryLine('hop(collector, born:..1850)'));
  expect([selection.total, selection.certain]).toEqual([3, 2]);
  expect(await found('-hop(collector, born:..1850) kind:specimen')).toEqual(['beetle']);
});

test('each hop tells over how many it leads, and how many records there are at its ends', async () => {
  const query = parseQueryLine('kind:specimen hop(collector > maker, kind:archive hop(subject > maker))');
  expect(await engine.countHops(query)).toMatchObject([
    { line: 'hop(collector > maker, kind:archive hop(subject > maker))', there: 1, entities: 1, here: 2, certain: 2 },
    { line: 'hop(subject > maker)', there: 5, entities: 1, here: 1, certain: 1 },
  ]);
});

test.each([
  ['hop(makr)', /Nobody stands in a record as "makr"/u, /maker/u],
  ['hop(maker > optican)', /"optican"/u, /optician/u],
  ['hop(relation:"warn with")', /"warn with"/u, /worn with/u],
])('%s is refused with the nearest name', async (line, message, hint) => {
  const refused = engine.resolve(parseQueryLine(line));
  await expect(refused).rejects.toMatchObject({
    name: 'QueryError',
    message: expect.stringMatching(message) as string,
    hint: expect.stringMatching(hint) as string,
  });
});

test('a role that we know is no error where nobody has it', async () => {
  expect(await found('hop(donor)')).toEqual([]);
});

test.each([
  ['taxon:Attacus', /2 taxa are called Attacus/u],
  ['taxon:Aves', /No record is in a taxon called Aves/u],
  ['taxon:Nobody', /No record is in a taxon called Nobody/u],
])('%s says what the name means', async (line, notice) => {
  await using selection = await engine.resolve(parseQueryLine(line));
  expect(selection.notices).toEqual([expect.stringMatching(notice)]);
});

test('what an edition is not linked over is told', async () => {
  await using selection = await engine.resolve(parseQueryLine('place:Kew'));
  expect(selection.total).toBe(0);
  expect(selection.notices).toEqual([expect.stringMatching(/linked over place/u)]);
});

test('a query that is not wanted any more ends, and the next one is answered', async () => {
  const controller = new AbortController();
  controller.abort(new Error('gone'));
  const line = parseQueryLine('hop(collector > recipient)');
  await expect(engine.resolve(line, { signal: controller.signal })).rejects.toThrow('gone');
  await using selection = await engine.resolve(line);
  expect(selection.total).toBe(0);
});

test('withdrawn records are at neither end, and what they may have told of somebody is not used', async () => {
  await using own = await openFixture({ records: RECORDS, linked });
  const total = async (line: string) => (await own.engine.resolve(parseQueryLine(line))).total;
  expect(await total('hop(collector > maker, kind:archive)')).toBe(2);
  own.engine.withhold(new Set(['letter']));
  expect(await total('hop(collector > maker, kind:archive)')).toBe(0);
  expect(await total('hop(collector > any)')).toBe(3);
  // Wallace and Dollond stood in the letter.
  expect(await total('hop(collector, born:1823)')).toBe(0);
  expect(await total('hop(maker, acquisitionDate after died)')).toBe(0);
  own.engine.withhold(new Set(['telescope']));
  expect(await total('hop(part of)')).toBe(0);
});

describe('over a random edition', () => {
  let random: OpenFixture;
  let tables: string;
  beforeAll(async () => {
    const fixture = randomEdition(3, 120);
    tables = await writeLinkedRows(randomLinks(3, fixture.records));
    random = await openFixture({ ...fixture, linked: tables });
  });
  afterAll(async () => {
    await random[Symbol.asyncDispose]();
    rmSync(tables, { recursive: true });
  });

  test('every count of a hop is that of the search to which it leads', async () => {
    const total = async (query: Parameters<SearchEngine['resolve']>[0]) => (await random.engine.resolve(query)).total;
    await fc.assert(
      fc.asyncProperty(answerable, async (query) => {
        for (const { query: hop, line, thereQuery, there, here } of await random.engine.countHops(query)) {
          const [outer] = await random.engine.countHops(hop);
          expect({ line, here: outer!.here }).toEqual({ line, here: await total(hop) });
          if (thereQuery !== undefined) expect({ line, there }).toEqual({ line, there: await total(thereQuery) });
          expect(here).toBeGreaterThanOrEqual(outer!.here);
        }
      }),
      { seed: 3, numRuns: 150 },
    );
  });
});
