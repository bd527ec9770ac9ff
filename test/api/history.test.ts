import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEdition } from '../../src/ingest/build.ts';
import { openClient, type Client } from './client.ts';

let client: Client;
let before: Readonly<Record<'daisy' | 'oak' | 'cherry', any>>;

beforeAll(async () => {
  client = await openClient();
  before = { daisy: await find('H 1858.2'), oak: await find('H 1858.4'), cherry: await find('H 1858.5') };
  const path = join(client.small.folder, 'exports/herbarium/occurrence.txt');
  const changed = readFileSync(path, 'utf8')
    .replace('Daisy of the meadow', 'Daisy of the shore')
    .replace('urn:test:4\t', 'URN:TEST:4\t')
    .replace(/^urn:test:5\t.*\n/mu, '');
  writeFileSync(path, changed);
  await buildEdition(client.small.folder, { force: true });
  await client.small.live.refresh();
});
afterAll(() => client.small.close());

async function find(catalogNumber: string): Promise<any> {
  const { results } = await client.get(`/api/search?catalogNumber=${encodeURIComponent(catalogNumber)}`);
  return client.get(`/api/records/${results[0].key}`);
}

test('a record shows its earlier state whole, with the editions between which it held', async () => {
  const now = await client.get(`/api/records/${before.daisy.key}`);
  expect(now.interpreted.remarks).toBe('Daisy of the shore');
  expect(now.history).toHaveLength(2);
  const [current, earlier] = now.history;
  expect(current).toEqual({ stateHash: now.stateHash, fromEdition: now.edition });
  expect(earlier).toMatchObject({
    stateHash: before.daisy.stateHash,
    fromEdition: before.daisy.edition,
    toEdition: now.edition,
  });
  expect(earlier.record.interpreted.remarks).toBe('Daisy of the meadow');
  expect(earlier.record.interpreted.eventDateBegin).toBe(before.daisy.interpreted.eventDateBegin);
});

test('a record that did not change has one state', async () => {
  expect((await find('H 1858.3')).history).toHaveLength(1);
});

test('what is asked with the ETag of the edition before is answered anew', async () => {
  const response = await client.request('/api/search');
  expect(response.headers.get('etag')).not.toBeNull();
  expect((await response.json()).edition).not.toBe(before.daisy.edition);
});

test('a key from before the identifier changed its spelling leads to the record', async () => {
  const response = await client.request(`/api/records/${before.oak.key}`);
  expect(response.status).toBe(301);
  const today = await client.get(response.headers.get('location')!);
  expect(today.interpreted.catalogNumber).toBe('H 1858.4');
  expect(today.key).not.toBe(before.oak.key);
  expect(today.earlierKeys).toEqual([before.oak.key]);
  expect(today.history.map(({ record }: any) => record?.key)).toEqual([undefined, before.oak.key]);
});

test('a record that is no more is not found', async () => {
  expect((await client.request(`/api/records/${before.cherry.key}`)).status).toBe(404);
});
