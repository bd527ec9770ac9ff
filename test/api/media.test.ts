import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Shelf } from '../../src/catalogue/shelf.ts';
import { withdraw } from '../../src/ingest/withdraw.ts';
import { openClient, type Client } from './client.ts';

const HASH = '0123456789abcdef0123456789abcdef01234567';

let client: Client;
beforeAll(async () => {
  client = await openClient();
  using shelf = new Shelf(client.small.live.paths.shelf);
  shelf.put('herbarium', 'pictures/north.png', { hash: HASH, width: 600, height: 400 });
  for (const width of [300, 1000] as const) {
    mkdirSync(dirname(shelf.path(HASH, width)), { recursive: true });
    writeFileSync(shelf.path(HASH, width), `picture of ${width}`);
  }
});
afterAll(() => client.small.close());

test('a record names its local copies, and they are served for good', async () => {
  const [summary] = (await client.get('/api/search?catalogNumber=H%201858.1')).results;
  const { thumbnails } = summary.media[0];
  expect(thumbnails).toEqual({
    '300': `/media/${HASH}/300.webp`,
    '1000': `/media/${HASH}/1000.webp`,
    width: 600,
    height: 400,
  });
  const record = await client.get(`/api/records/${summary.key}`);
  expect(record.children.media[0].thumbnails).toEqual(thumbnails);
  const response = await client.request(thumbnails['300']);
  expect(await response.text()).toBe('picture of 300');
  expect(response.headers.get('content-type')).toBe('image/webp');
  expect(response.headers.get('cache-control')).toContain('immutable');
});

test('they go with their record', async () => {
  const [{ key }] = (await client.get('/api/search?catalogNumber=H%201858.1')).results;
  await withdraw(client.small.folder, key, 'Test.');
  await client.small.live.refresh();
  expect((await client.request(`/media/${HASH}/1000.webp`)).status).toBe(404);
});
