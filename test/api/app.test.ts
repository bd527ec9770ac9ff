import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { chooseEncoding } from '../../src/api/compression.ts';
import { addWithdrawal } from '../../src/catalogue/withdrawn.ts';
import { openClient, type Client } from './client.ts';

let client: Client;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.small.close());

test('every answer forbids what pages must not do', async () => {
  for (const path of ['/api/search', '/api', '/nowhere', '/media/x/300.webp']) {
    const { headers } = await client.request(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  }
});

describe('other sites', () => {
  test('may read, and send queries', async () => {
    const origin = { headers: { origin: 'https://elsewhere.example' } };
    expect((await client.request('/api/search', origin)).headers.get('access-control-allow-origin')).toBe('*');
    const ask = async (path: string) => {
      const response = await client.request(path, { method: 'OPTIONS', ...origin });
      return { status: response.status, methods: response.headers.get('access-control-allow-methods') };
    };
    expect(await ask('/api/search')).toEqual({ status: 204, methods: 'GET, HEAD, POST, OPTIONS' });
    expect(await ask('/api/fields')).toEqual({ status: 204, methods: 'GET, HEAD, OPTIONS' });
  });
  test('get no credentials', async () => {
    expect((await client.request('/api/search')).headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('what was sent holds until the next edition or withdrawal', () => {
  test('an ETag comes back as 304, without a body', async () => {
    const first = await client.request('/api/search?q=daisy');
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const second = await client.request('/api/search?q=daisy', { headers: { 'if-none-match': `"other", ${etag}` } });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
    expect((await client.request('/api/search', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('a withdrawal makes another one, and the record is gone', async () => {
    const [{ key }] = (await client.get('/api/search?query=catalogNumber:"H 1858.3"')).results;
    const { total } = await client.get('/api/search');
    const etag = (await client.request(`/api/records/${key}`)).headers.get('etag')!;
    addWithdrawal(client.small.live.paths.withdrawn, {
      key,
      reason: 'Asked for by the family.',
      time: '2026-01-02T03:04:05Z',
    });
    await client.small.live.refresh();
    const gone = await client.request(`/api/records/${key}`, { headers: { 'if-none-match': etag } });
    expect(gone.status).toBe(410);
    const { error } = await gone.json();
    expect(error).toMatchObject({
      code: 'withdrawn',
      message: `The record ${key} was withdrawn on 2026-01-02: Asked for by the family.`,
    });
    expect((await client.get('/api/search')).total).toBe(total - 1);
    expect((await client.get('/api/search?query=catalogNumber:"H 1858.3"')).results).toEqual([]);
    expect(await (await client.request('/api/export?format=jsonl')).text()).not.toContain(key);
  });

  test('random without a seed is not kept', async () => {
    const { headers } = await client.request('/api/random');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('etag')).toBeNull();
  });
});

describe('compression', () => {
  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
    ['zstd', zstdDecompressSync],
  ] as const)('%s', async (encoding, decompress) => {
    for (const path of ['/api/fields', '/api/export?format=csv']) {
      const plain = await (await client.request(path)).text();
      const response = await client.request(path, { headers: { 'accept-encoding': encoding } });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(response.headers.get('vary')).toContain('accept-encoding');
      expect(decompress(Buffer.from(await response.arrayBuffer())).toString()).toBe(plain);
    }
  });
  test('what is small stays as it is', async () => {
    const response = await client.request('/api/none', { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBeNull();
  });
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0', undefined],
  ])('%j chooses %j', (header, expected) => {
    expect(chooseEncoding(header)).toBe(expected);
  });
});

test('HEAD answers as GET, without a body', async () => {
  for (const path of ['/api/search', '/api/export', '/api/openapi.json']) {
    const response = await client.request(path, { method: 'HEAD' });
    expect({ path, status: response.status, body: await response.text() }).toEqual({ path, status: 200, body: '' });
  }
});

test('a fault is noted with the id that the visitor sees, and tells nothing else', async () => {
  const lines: string[] = [];
  const { live, node } = client.small;
  const broken = new Proxy(live, {
    get: (target, name) =>
      name === 'use' ? () => Promise.reject(new Error('secret detail')) : Reflect.get(target, name, target),
  });
  const app = createApp({ live: broken, node, log: (line) => lines.push(line) });
  const response = await app.request('/api/search');
  const { error } = await response.json();
  expect(response.status).toBe(500);
  expect(error.code).toBe('fault');
  expect(JSON.stringify(error)).not.toContain('secret detail');
  expect(lines.join()).toContain(error.requestId);
  expect(lines.join()).toContain('secret detail');
});

test('pages are the site’s: its own errors, its language in the ETag', async () => {
  const { live, node } = client.small;
  const site = {
    fetch: (request: Request) =>
      new Response(`<p>${new URL(request.url).pathname}`, { headers: { 'content-type': 'text/html' } }),
  };
  const app = createApp({ live, node, site });
  const german = await app.request('/x', { headers: { 'accept-language': 'de' } });
  const english = await app.request('/x', { headers: { 'accept-language': 'en' } });
  expect(await german.text()).toBe('<p>/x');
  expect(german.headers.get('etag')).not.toBe(english.headers.get('etag'));
  expect(german.headers.get('vary')).toContain('accept-language');
  expect((await app.request('/api/none')).headers.get('content-type')).toMatch(/json/u);
});
