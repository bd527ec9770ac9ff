import { afterAll, beforeAll, expect, test } from 'vitest';
import { QUALITY_TESTS } from '../../src/quality/test-list.ts';
import { openClient, type Client } from './client.ts';

let client: Client;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.small.close());

test("a dataset's report counts every object once for each test that ran", async () => {
  const report = await client.get('/api/datasets/herbarium/quality');
  const { objects, records, tests, mids, issues } = report;
  expect({ datasetKey: report.datasetKey, records }).toEqual({ datasetKey: 'herbarium', records: objects });
  expect(objects).toBe((await client.get('/api/search?datasetKey=herbarium&limit=0')).total);
  expect(mids.reduce((sum: number, level: any) => sum + level.count, 0)).toBe(objects);
  const labels = new Map(QUALITY_TESTS.map(({ id, label }) => [id, label]));
  for (const { id, label, type, compliant, notCompliant, proposed, notRun } of tests) {
    expect(labels.get(id)).toBe(label);
    expect(notRun).toBeLessThan(objects);
    if (type === 'Validation') expect(compliant + notCompliant + notRun).toBe(objects);
    if (type === 'Amendment') expect(proposed + notRun).toBeLessThanOrEqual(objects);
  }
  expect(tests.length).toBeGreaterThan(30);
  expect(issues).toMatchObject({ field: 'issue' });
});

test('examples are records of the dataset', async () => {
  const { tests } = await client.get('/api/datasets/herbarium/quality');
  const keys = new Set<string>(tests.flatMap((one: any) => one.examples));
  expect(keys.size).toBeGreaterThan(0);
  for (const key of keys) expect((await client.get(`/api/records/${key}`)).datasetKey).toBe('herbarium');
});

test('a museum without Darwin Core has a report too, and an unknown dataset none', async () => {
  expect((await client.get('/api/datasets/workshop/quality')).records).toBeGreaterThan(0);
  const response = await client.request('/api/datasets/nowhere/quality');
  expect(response.status).toBe(404);
});
