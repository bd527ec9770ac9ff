import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { addWithdrawal } from '../../src/catalogue/withdrawn.ts';
import { readConfiguration } from '../../src/ingest/configuration.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { builtFolder } from '../fixture/built-folder.ts';
import { peopleFolder } from '../fixture/people-node.ts';
import { jsonPost } from './client.ts';

let folder: string;
let live: LiveEngine;
let app: ReturnType<typeof createApp>;
let wallace: string;

async function get(path: string, init?: RequestInit): Promise<any> {
  const response = await app.request(path, init);
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status: 200 });
  return JSON.parse(text);
}

beforeAll(async () => {
  folder = await builtFolder(peopleFolder);
  live = await LiveEngine.open(pathsOf(folder));
  app = createApp({ live, node: readConfiguration(folder) });
  wallace = (await get('/api/agents?q=alfred+WALLACE')).agents[0].key;
});
afterAll(async () => {
  await live.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('people', () => {
  test('are found by words of any of their names', async () => {
    const { total, agents } = await get('/api/agents?q=wallace');
    expect(total).toBe(2);
    expect(agents.map(({ label }: any) => label)).toEqual(['Alfred Russel Wallace', 'Marianne Wallace']);
    expect((await get('/api/agents?q=a.%20r.%20wallace')).agents.map(({ key }: any) => key)).toEqual([wallace]);
    expect(await get('/api/agents?q=nobody')).toMatchObject({ total: 0, agents: [] });
    expect((await get('/api/agents?limit=3')).agents).toHaveLength(3);
  });

  test('say under which names they stand where, what they did, with whom, and why all of it is one', async () => {
    const agent = await get(`/api/agents/${wallace}`);
    expect(agent).toMatchObject({
      kind: 'person',
      label: 'Alfred Russel Wallace',
      born: 1823,
      died: 1913,
      activeBegin: 1855,
      activeEnd: 1858,
      identifiers: ['http://www.wikidata.org/entity/Q160627'],
      records: 7,
      objects: 6,
      isReduced: false,
    });
    expect(agent.names).toContainEqual({
      name: 'A. R. Wallace',
      key: expect.stringMatching(/^[0-9a-v]{20}$/u),
      datasets: [{ key: 'specimens', records: 3 }],
    });
    expect(agent.roles).toEqual([
      { role: 'collector', count: 3, kinds: [{ kind: 'other', count: 3 }] },
      { role: 'maker', count: 2, kinds: [{ kind: 'other', count: 2 }] },
      { role: 'recipient', count: 1, kinds: [{ kind: 'other', count: 1 }] },
    ]);
    expect(agent.together.map(({ label }: any) => label)).toEqual(
      expect.arrayContaining(['Henry Walter Bates', 'Charles Allen', 'Marianne Wallace']),
    );
    expect(agent.reasons.length).toBeGreaterThan(0);
  });

  test('are asked for in all spellings, as facets, and in a role', async () => {
    const byAddress = await get(`/api/search?agentKey=${wallace}`);
    expect(byAddress.total).toBe(6);
    const spellings = [`personKey:${wallace}`, { kind: 'is', field: 'agentKey', value: wallace }];
    for (const query of spellings) expect((await get('/api/search', jsonPost({ query }))).total).toBe(6);
    expect((await get(`/api/search?agentRole=maker:${wallace}`)).total).toBe(2);
    expect((await get('/api/search', jsonPost({ query: `agentRole:"maker:${wallace}"` }))).total).toBe(2);
    const { facets } = await get(`/api/facets?facet=agentKey&facetLimit=1&agentKey=${wallace}`);
    expect(facets[0].values).toEqual([{ value: wallace, count: 6, certain: 6 }]);
    expect((await get(`/api/search?agentKey=${wallace}&recordType=agent`)).total).toBe(1);
  });

  test('who is not there is not found', async () => {
    for (const key of ['nobody', '%27%20or%201%3D1', '00000000000000000000'])
      expect((await app.request(`/api/agents/${key}`)).status).toBe(404);
    expect((await app.request('/api/agents?name=x')).status).toBe(400);
    expect((await app.request('/api/agents?limit=1000')).status).toBe(400);
  });

  test('a withdrawal takes names and reasons with it at once', async () => {
    const { results } = await get(`/api/search?agentKey=${wallace}&datasetKey=specimens`);
    for (const { key } of results)
      addWithdrawal(pathsOf(folder).withdrawn, { key, reason: 'asked', time: '2026-01-01T00:00:00Z' });
    await live.refresh();
    const agent = await get(`/api/agents/${wallace}`);
    expect(agent).toMatchObject({ records: 4, objects: 3, isReduced: true, reasons: [], candidates: [] });
    expect(agent).not.toHaveProperty('activeBegin');
    expect(agent.names.map(({ name }: any) => name)).toEqual(['Alfred Russel Wallace']);
    expect((await get('/api/agents?q=a.+r.+wallace')).agents).toEqual([]);
    expect((await get('/api/agents?q=charles+allen')).agents).toEqual([]);
    const exported = await (await app.request('/api/export?format=jsonl&datasetKey=letters')).text();
    const { links } = JSON.parse(exported.slice(0, exported.indexOf('\n')));
    const own = links.agents.find(({ iri }: any) => iri.endsWith(wallace));
    expect(own).toEqual({ iri: `${readConfiguration(folder).base}/person/${wallace}`, roles: ['maker'] });
  });
});
