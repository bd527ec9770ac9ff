import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { addWithdrawal } from '../../src/catalogue/withdrawn.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { hashKey } from '../../src/model/key.ts';
import { openGathered } from './gathered.ts';

let gathered: Awaited<ReturnType<typeof openGathered>>;
let { folder, live, app, get } = {} as typeof gathered;
let bay: string;
const keys = new Map<string, string>();

beforeAll(async () => {
  gathered = await openGathered();
  ({ folder, live, app, get } = gathered);
  for (const { key, interpreted } of (await get('/api/search?limit=100')).results)
    keys.set(interpreted.identifier, key);
  [bay] = (await get('/api/facets?facet=gatheringKey')).facets[0].values.map(({ value }: any) => value);
});
afterAll(() => gathered.close());

describe('a gathering', () => {
  test('says who, when, where, of which museums, and why', async () => {
    const gathering = await get(`/api/gatherings/${bay}`);
    expect(gathering).toMatchObject({ objects: 5, begin: '1770-05-01', date: '1770-05-01', isReduced: false });
    expect(gathering.collectors.map(({ label, count }: any) => [label, count])).toEqual([
      ['Joseph Banks', 4],
      ['Daniel Solander', 2],
    ]);
    expect(new Set(gathering.datasets.map(({ key }: any) => key))).toEqual(new Set(['archive', 'north', 'south']));
    expect(gathering.facts.map(({ sentence }: any) => sentence)).toContain('the same date: 1770-05-01');
    expect((await get(`/api/search?gatheringKey=${bay}`)).total).toBe(5);
  });

  test('names duplicates and why they are', async () => {
    const { duplicates } = await get(`/api/gatherings/${bay}`);
    expect(duplicates.map(({ kind, status }: any) => [kind, status])).toEqual([
      ['number', 'accepted'],
      ['taxon', 'proposed'],
    ]);
    expect(new Set(duplicates[0].keys)).toEqual(new Set([keys.get('n1'), keys.get('s1')]));
    expect(duplicates[0].facts.map(({ sentence }: any) => sentence)).toContain('identified as: Banksia integrifolia');
  });

  test('that is none is refused with a hint', async () => {
    const response = await app.request('/api/gatherings/nothing');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'not-found' } });
    expect((await app.request(`/api/gatherings/${bay}?x=1`)).status).toBe(400);
  });
});

describe('expeditions', () => {
  test('stand in the order of time and are found by words', async () => {
    const { expeditions, total } = await get('/api/expeditions');
    expect(total).toBe(2);
    expect(expeditions.map(({ label, records, isDeclared }: any) => [label, records, isDeclared])).toEqual([
      ['Voyage of the Endeavour', 9, true],
      ['Lake expedition 1934', 2, false],
    ]);
    expect((await get('/api/expeditions?q=lake')).total).toBe(1);
  });

  test('gather people, ships, gatherings, and say how much names them', async () => {
    const [{ key }] = (await get('/api/expeditions?q=endeavour')).expeditions;
    const expedition = await get(`/api/expeditions/${key}`);
    expect(expedition).toMatchObject({
      ships: ['HMS Endeavour'],
      stated: 2,
      objects: 9,
      date: '1768-08-26/1771-07-12',
      source: 'Banks’s journal',
    });
    expect(expedition.people.map(({ name, agent }: any) => [name, agent?.label])).toEqual([
      ['Joseph Banks', 'Joseph Banks'],
      ['Daniel Solander', 'Daniel Solander'],
      ['Sydney Parkinson', 'Sydney Parkinson'],
      ['Nobody Known', undefined],
    ]);
    expect(expedition.gatherings).toMatchObject([{ key: bay, count: 5 }]);
    expect((await app.request('/api/expeditions/nothing')).status).toBe(404);
  });
});

test('what is withdrawn is told no more', async () => {
  for (const identifier of ['n1', 'a5', 'a6'])
    addWithdrawal(pathsOf(folder).withdrawn, {
      key: keys.get(identifier)!,
      reason: 'asked',
      time: '2026-01-01T00:00:00Z',
    });
  await live.refresh();
  const gathering = await get(`/api/gatherings/${bay}`);
  expect(gathering).toMatchObject({ objects: 4, isReduced: true, facts: [], duplicates: [] });
  expect(JSON.stringify(gathering)).not.toContain(keys.get('n1'));
  expect(JSON.stringify(gathering)).not.toContain('New South Wales');
  expect((await get('/api/expeditions')).expeditions.map(({ label }: any) => label)).toEqual([
    'Voyage of the Endeavour',
  ]);
});

test('a key of an edition before leads to the gathering that holds most of its records', async () => {
  const founder = [...keys.values()].find((key) => hashKey(`gathering\u001F${key}`) === bay)!;
  const withdrawal = { key: founder, reason: 'asked', time: '2026-01-02T00:00:00Z' };
  addWithdrawal(pathsOf(folder).withdrawn, withdrawal);
  await buildEdition(folder, { force: true });
  await live.refresh();
  const moved = await get(`/api/gatherings/${bay}`);
  expect(moved.key).not.toBe(bay);
  expect(moved).toMatchObject({ date: '1770-05-01', isReduced: false });
  expect((await get(`/api/search?gatheringKey=${moved.key}`)).total).toBe(moved.objects);
  // Of what was an alias the next edition knows too.
  await buildEdition(folder, { force: true });
  await live.refresh();
  expect((await get(`/api/gatherings/${bay}`)).key).toBe(moved.key);
});
