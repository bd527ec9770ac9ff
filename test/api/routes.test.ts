import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClient, type Client } from './client.ts';

let client: Client;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.small.close());

describe('search', () => {
  test('answers with records that say where they are from and on what terms', async () => {
    const { edition, total, certain, notices, results } = await client.get('/api/search?limit=45');
    expect(edition).toBe(client.small.live.revision.split(' ')[0]);
    expect({ total, certain, notices, length: results.length }).toEqual({
      total: 45,
      certain: 45,
      notices: [],
      length: 45,
    });
    const engine = results.find((record: any) => record.interpreted.title === 'Difference Engine No. 1, fragment');
    expect(engine).toMatchObject({
      iri: `https://museum.example/object/${engine.key}`,
      datasetKey: 'workshop',
      datasetTitle: 'Workshop of the test museum',
      recordType: 'object',
      license: 'CC0-1.0',
      creditLine: 'Given by the family',
    });
    expect(engine.interpreted.productionDateBegin).toBe('1832-01-01');
  });

  test('the same query in an address, as JSON and as a line finds the same', async () => {
    const byAddress = await client.get('/api/search?country=MY&limit=50');
    const byJson = await client.post('/api/search', {
      query: { kind: 'is', field: 'country', value: 'MY' },
      limit: 50,
    });
    const byLine = await client.post('/api/search', { query: 'country:MY', limit: 50 });
    const byLineInAddress = await client.get('/api/search?query=country:MY&limit=50');
    expect(byAddress.total).toBeGreaterThan(0);
    expect(byJson).toEqual(byAddress);
    expect(byLine).toEqual(byAddress);
    expect(byLineInAddress).toEqual(byAddress);
  });

  test('pages lead to the last record, by cursor and by the Link header', async () => {
    const keys: string[] = [];
    let path: string | undefined = '/api/search?limit=7&sort=-catalogNumber';
    while (path !== undefined) {
      const response = await client.request(path);
      const { results } = await response.json();
      keys.push(...results.map(({ key }: any) => key));
      path = /<(?<next>[^>]+)>; rel="next"/u.exec(response.headers.get('link') ?? '')?.groups?.['next'];
    }
    expect(keys).toHaveLength(45);
    expect(new Set(keys).size).toBe(45);
  });

  test('text that does not read as the query it looks like is searched for as words, and the answer says so', async () => {
    const { total, notices } = await client.get('/api/search?q=Sarawak (&limit=0');
    expect(total).toBe((await client.get('/api/search?q=Sarawak&limit=0')).total);
    expect(notices).toEqual([expect.stringMatching(/"Sarawak \(" was searched for as words.*Close it/u)]);
    expect((await client.get('/api/explain?q=hop(maker')).notices).toHaveLength(1);
    expect((await client.get('/api/explain?q=Sarawak')).notices).toEqual([]);
  });

  test('limit 0 counts only', async () => {
    expect(await client.get('/api/search?limit=0')).toMatchObject({ total: 45, results: [] });
  });

  test('facets come along, from an address or with options of their own', async () => {
    const { facets } = await client.get('/api/search?limit=0&facet=datasetKey&facet=kind&facetLimit=1');
    expect(facets[0]).toMatchObject({
      field: 'datasetKey',
      distinct: 2,
      values: [{ value: 'herbarium', count: 40, certain: 40 }],
    });
    const posted = await client.post('/api/facets', {
      facets: [{ field: 'datasetKey', limit: 5, contains: 'work' }, { field: 'kind' }],
    });
    expect(posted.facets[0].values).toEqual([{ value: 'workshop', count: 5, certain: 5 }]);
    expect(posted.facets[1].field).toBe('kind');
  });
});

test('histogram and grid count what is there', async () => {
  const histogram = await client.get('/api/histogram?field=eventDate&interval=decade&from=1850&to=1899');
  expect(histogram.bins).toHaveLength(5);
  expect(histogram.bins[0]).toMatchObject({ from: '1850-01-01', to: '1859-12-31' });
  const grid = await client.get('/api/grid?cells=36');
  expect(grid.cells.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(grid.located);
  const japan = await client.get('/api/grid?bounds=120,20,150,50');
  expect(japan.located).toBeGreaterThan(0);
  expect(japan.located).toBeLessThan(grid.located);
});

test('suggest completes what is typed', async () => {
  const { suggestions } = await client.get('/api/suggest?prefix=babb');
  expect(suggestions).toContainEqual(expect.objectContaining({ field: 'agent', value: 'Charles Babbage', count: 2 }));
  expect((await client.get('/api/suggest?prefix=b&limit=1')).suggestions).toHaveLength(1);
});

test('random draws the same with the same seed', async () => {
  const draw = async (seed: string) =>
    (await client.get(`/api/random?count=3&seed=${seed}`)).results.map(({ key }: any) => key);
  expect(await draw('monday')).toEqual(await draw('monday'));
  const days = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(draw));
  expect(new Set(days.map(String)).size).toBeGreaterThan(1);
  expect((await client.get('/api/random?country=MY')).results).toHaveLength(1);
});

describe('a record', () => {
  test('is whole: read, verbatim, issues with sentences, history', async () => {
    const [{ key }] = (await client.get('/api/search?catalogNumber=W2')).results;
    const record = await client.get(`/api/records/${key}`);
    expect(record.verbatim).toContainEqual({ header: 'Made', term: 'productionDate', value: 'c. 1825' });
    expect(record.interpreted.maker).toEqual(['Robert Bancks']);
    expect(record.children.measurement.length).toBeGreaterThan(0);
    expect(record.source).toMatchObject({ file: 'objects.csv' });
    expect(record.history).toEqual([{ stateHash: record.stateHash, fromEdition: record.edition }]);
    for (const issue of record.issues) expect(issue.sentence).toMatch(/\.$/u);
  });

  test('shows nothing that is private or protected', async () => {
    const { results } = await client.get('/api/search?limit=50');
    const whole = await Promise.all(
      results.map(({ key }: any) => client.request(`/api/records/${key}`).then((r) => r.text())),
    );
    const everything = whole.join('\n');
    for (const secret of ['GBP 99', 'Hiddenfold', 'Valuation']) expect(everything).not.toContain(secret);
  });
});

test('datasets account for every row and do not tell where the export lies', async () => {
  const { datasets } = await client.get('/api/datasets');
  expect(datasets.map(({ key }: any) => key)).toEqual(['herbarium', 'workshop']);
  for (const { key } of datasets) {
    const dataset = await client.get(`/api/datasets/${key}`);
    expect(dataset.rowsRead).toBe(dataset.rowsImported + dataset.rowsRejected);
    expect(JSON.stringify(dataset)).not.toContain(client.small.folder);
    expect(dataset.facets.map(({ field }: any) => field)).toEqual(['kind', 'issue']);
  }
});

test('explain gives a query in its three spellings and in words', async () => {
  const explained = await client.get('/api/explain?country=MY&q=pitcher');
  expect(explained.words.map(({ label }: any) => label).toSorted()).toEqual(['country', 'text']);
  const again = await client.post('/api/explain', { query: explained.line });
  const { words: _words, ...spellings } = explained;
  expect(again).toMatchObject(spellings);
  expect(await client.get(`/api/explain?${explained.parameters}`)).toEqual(explained);
});

test('fields and issues are listed', async () => {
  expect((await client.get('/api/fields')).fields).toContainEqual(
    expect.objectContaining({ name: 'recordedBy', many: true }),
  );
  expect((await client.get('/api/issues')).issues.length).toBeGreaterThan(50);
});
