import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { readConfiguration } from '../../src/ingest/configuration.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { evidenceWords } from '../../src/site/evidence-words.ts';
import { builtFolder } from '../fixture/built-folder.ts';
import { demoFolder } from '../fixture/demo-node.ts';

let folder: string;
let live: LiveEngine;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  folder = await builtFolder(demoFolder);
  live = await LiveEngine.open(pathsOf(folder));
  app = createApp({ live, node: readConfiguration(folder) });
});
afterAll(async () => {
  await live.close();
  rmSync(folder, { recursive: true, force: true });
});

async function get(path: string): Promise<any> {
  const response = await app.request(path);
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status: 200 });
  return JSON.parse(text);
}

const titlesOf = async (query: string) => {
  const { results } = await get(`/api/search?limit=50&query=${encodeURIComponent(query)}`);
  return results.map(({ interpreted }: any) => interpreted.title as string);
};

describe('people', () => {
  test('Wallace is one person in three museums, with specimens, letters and an instrument', async () => {
    const { agents } = await get('/api/agents?q=alfred%20russel%20wallace');
    expect(agents).toMatchObject([{ born: 1823, died: 1913 }]);
    const { results, facets } = await get(`/api/search?agentKey=${agents[0].key}&facet=kind&facet=datasetKey&limit=1`);
    expect(results).toHaveLength(1);
    const values = facets.map((facet: any) => facet.values.map(({ value }: any) => value));
    expect(values[0]).toEqual(expect.arrayContaining(['specimen', 'archive', 'instrument', 'photograph']));
    expect(values[1].toSorted()).toEqual(['archive', 'natural-history', 'science-industry']);
  });

  test.each(['Charles Darwin', 'Joseph Banks', 'Daniel Solander', 'Marianne North'])(
    '%s is one person',
    async (name) => {
      const { agents } = await get(`/api/agents?q=${encodeURIComponent(name)}`);
      expect(agents.filter(({ label }: any) => label === name)).toHaveLength(1);
    },
  );

  test('what bears a date after her death is not taken for Mary Anning’s', async () => {
    const { agents } = await get('/api/agents?q=mary%20anning');
    expect(agents.map(({ records }: any) => records)).toEqual([19, 1]);
    const late = await get(`/api/search?agentKey=${agents[1].key}`);
    expect(late.results[0].interpreted.eventDate).toBe('1851');
  });
});

test('every reason that a rule gives is said in German too', async () => {
  const reasons = await live.use(({ edition }) =>
    edition.database.query<{ reason: string }>(
      `select distinct unnest(evidence) as reason from agent_claim where rule <> 'person'
       union select distinct unnest(evidence) from taxon_match`,
    ),
  );
  expect(reasons.length).toBeGreaterThan(20);
  const words = reasons.flatMap(({ reason }) => evidenceWords([reason], 'de'));
  // A sentence that a rule did not say before goes into src/site/messages/evidence-de.json.
  expect(words.filter(({ language }) => language !== 'de')).toEqual([]);
});

test('an export says what each record is linked to, apart from what its museum gave', async () => {
  const { facets } = await get('/api/search?limit=0&facet=gatheringKey');
  const query = `gatheringKey=${facets[0].values[0].value}&taxonKey=*`;
  const file = async (format: string) => (await app.request(`/api/export?format=${format}&${query}`)).text();
  const line = JSON.parse((await file('jsonl')).split('\n')[0]!);
  expect(line.links.basis).toBe('inferred');
  const collectors = line.links.agents.filter(({ roles }: any) => roles.includes('collector'));
  expect(collectors[0]).toMatchObject({ label: expect.any(String), identifiers: expect.any(Array) });
  const [head, row] = (await file('tsv')).split('\r\n').map((text) => text.split('\t'));
  const cell = (name: string) => row![head!.indexOf(name)]!;
  expect(cell('linkedRecordedBy')).toBe(collectors.map(({ iri }: any) => iri).join(' | '));
  expect(cell('recordedByID')).not.toContain('demo.example');
  for (const [column, path] of [
    ['linkedRecordedBy', 'person/agents'],
    ['linkedTaxa', 'taxon/taxa'],
    ['linkedPlaces', 'place/places'],
    ['linkedGatherings', 'gathering/gatherings'],
  ] as const) {
    const [page, address] = path.split('/');
    for (const iri of cell(column).split(' | ')) {
      const key = iri.slice(`https://demo.example/${page}/`.length);
      expect((await get(`/api/${address}/${key}`)).key).toBe(key);
    }
  }
});

test('Malaysia: so many certain, so many possible, and why', async () => {
  const { places } = await get('/api/places?q=malaysia');
  const malaysia = await get(`/api/places/${places[0].key}`);
  expect(malaysia.within.map(({ label }: any) => label)).toEqual(
    expect.arrayContaining(['Sarawak', 'North Borneo', 'Malaya']),
  );
  // By gathering, making and subject; of the five nobody knows in which country of today they were found.
  expect(malaysia.objects).toBe(22);
  expect(await get(`/api/search?limit=0&placeKey=${places[0].key}`)).toMatchObject({ total: 22, certain: 22 });
  expect(malaysia.possible).toMatchObject({
    objects: 5,
    sources: [{ place: { label: 'Straits Settlements' }, count: 5 }],
  });
});

describe('questions that lead over people', () => {
  test('objects whose maker was born in Cornwall', async () => {
    expect((await titlesOf('hop(maker > entry, verbatim["Birthplace"]:*Cornwall*)')).toSorted()).toEqual([
      "Dip circle of Fox's pattern",
      'Pocket chronometer',
    ]);
  });

  test('what was acquired after its maker’s death', async () => {
    expect(await titlesOf('hop(maker, acquisitionDate after died)')).toContain(
      'Assembled portion of Difference Engine No. 1',
    );
  });

  test('specimens of people who also wrote a letter in 1855', async () => {
    const query = 'kind:specimen hop(collector > maker, objectType:letter productionDate:1855)';
    const { total } = await get(`/api/search?limit=0&query=${encodeURIComponent(query)}`);
    const { agents } = await get('/api/agents?q=alfred%20russel%20wallace');
    const own = await get(`/api/search?limit=0&kind=specimen&agentRole=collector:${agents[0].key}`);
    expect(total).toBeGreaterThan(20);
    expect(total).toBeGreaterThanOrEqual(own.total);
  });
});
