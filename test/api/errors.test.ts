import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/api/error.ts';
import { jsonPost, openClient, type Client } from './client.ts';

let client: Client;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.small.close());

const ring = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const angle = (index / (count - 1)) * 2 * Math.PI;
    return `${(10 * Math.cos(angle)).toFixed(9)} ${(10 * Math.sin(angle)).toFixed(9)}`;
  }).join(',');
const nested = (depth: number): unknown => {
  if (depth === 0) return { kind: 'exists', field: 'kind' };
  return { kind: depth % 2 === 0 ? 'and' : 'or', of: [{ kind: 'text', value: `word${depth}` }, nested(depth - 1)] };
};

const GET: readonly (readonly [path: string, status: number, code: string, message: RegExp])[] = [
  ['/api/nowhere', 404, 'not-found', /nothing at \/api\/nowhere/u],
  ['/nowhere', 404, 'not-found', /nothing at \/nowhere/u],
  ['/media/../../etc/passwd', 404, 'not-found', /./u],
  ['/media/%2e%2e%2f%2e%2e/300.webp', 404, 'not-found', /./u],
  ['/media/0123456789abcdef0123/300.webp', 404, 'not-found', /./u],
  ['/media/0123456789abcdef0123/9999.webp', 404, 'not-found', /./u],
  ['/api/records/none', 404, 'not-found', /no record with the key "none"/u],
  ['/api/records/..%2f..%2fx', 404, 'not-found', /no record/u],
  ['/api/datasets/none', 404, 'not-found', /no dataset "none"/u],
  ['/api/search?contry=MY', 400, 'unknown-parameter', /no parameter "contry"/u],
  ['/api/search?not.contry=MY', 400, 'unknown-parameter', /no parameter "not.contry"/u],
  ['/api/search?__proto__=1', 400, 'unknown-parameter', /"__proto__"/u],
  ['/api/search?constructor=1', 400, 'unknown-parameter', /"constructor"/u],
  ['/api/facets?facet=__proto__', 400, 'bad-query', /"__proto__"/u],
  ['/api/records/__proto__', 404, 'not-found', /no record/u],
  ['/api/datasets/constructor', 404, 'not-found', /no dataset/u],
  ['/api/facets?facet=kind&limit=3', 400, 'unknown-parameter', /"limit"/u],
  ['/api/records/none?x=1', 400, 'unknown-parameter', /"x"/u],
  ['/api/search?limit=1001', 400, 'bad-parameter', /limit must be a whole number from 0 to 1000/u],
  ['/api/search?limit=-1', 400, 'bad-parameter', /limit must be/u],
  ['/api/search?limit=ten', 400, 'bad-parameter', /limit must be/u],
  ['/api/search?cursor=x', 400, 'bad-query', /cursor/iu],
  ['/api/search?sort=nothing', 400, 'bad-query', /nothing/u],
  ['/api/search?facet=nothing', 400, 'bad-query', /nothing/u],
  ['/api/search?query=family:(', 400, 'bad-query', /./u],
  ['/api/search?geometry=POLYGON((', 400, 'bad-query', /./u],
  ['/api/search?geoDistance=here', 400, 'bad-query', /geoDistance/u],
  ['/api/search?eventDate=yesterday', 400, 'bad-query', /./u],
  ['/api/facets', 400, 'bad-parameter', /No field is named/u],
  ['/api/histogram', 400, 'bad-parameter', /field must be/u],
  ['/api/histogram?field=nothing', 400, 'bad-query', /nothing/u],
  ['/api/histogram?field=eventDate&interval=fortnight', 400, 'bad-parameter', /interval must be one of/u],
  ['/api/histogram?field=eventDate&from=then', 400, 'bad-parameter', /from must be a date/u],
  ['/api/histogram?field=eventDate&interval=day&from=-9000&to=9000', 400, 'bad-query', /./u],
  ['/api/grid?cells=2', 400, 'bad-parameter', /cells must be/u],
  ['/api/grid?bounds=1,2,3', 400, 'bad-parameter', /bounds must be/u],
  ['/api/random?count=0', 400, 'bad-parameter', /count must be/u],
  ['/api/suggest', 400, 'bad-parameter', /prefix must be/u],
  ['/api/suggest?prefix=a&field=nothing', 400, 'bad-query', /nothing/u],
  ['/api/export?format=xls', 400, 'bad-parameter', /format must be one of csv, tsv, jsonl/u],
  ['/api/export?bom=maybe', 400, 'bad-parameter', /bom must be true or false/u],
  ['/api/export?contry=MY', 400, 'unknown-parameter', /"contry"/u],
];

describe('every failure has the one shape', () => {
  test.each(GET)('GET %s', async (path, status, code, message) => {
    const response = await client.request(path);
    await expectError(response, { status, code, message });
  });

  const POST: readonly (readonly [name: string, path: string, init: RequestInit, status: number, code: string])[] = [
    ['malformed JSON', '/api/search', { ...jsonPost(0), body: '{"query":' }, 400, 'bad-json'],
    ['a list', '/api/search', jsonPost([1]), 400, 'bad-parameter'],
    [
      'text',
      '/api/search',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' },
      415,
      'unsupported-media-type',
    ],
    ['an unknown option', '/api/search', jsonPost({ limt: 3 }), 400, 'unknown-parameter'],
    ['an unknown condition', '/api/search', jsonPost({ query: { kind: 'maybe' } }), 400, 'bad-query'],
    ['a query that is a number', '/api/search', jsonPost({ query: 5 }), 400, 'bad-query'],
    [
      'an unknown field',
      '/api/search',
      jsonPost({ query: { kind: 'is', field: 'contry', value: 'x' } }),
      400,
      'bad-query',
    ],
    ['a broken line', '/api/search', jsonPost({ query: '(wallace' }), 400, 'bad-query'],
    ['a query that is too deep', '/api/search', jsonPost({ query: nested(50) }), 400, 'bad-query'],
    [
      'a query that is far too deep',
      '/api/search',
      { ...jsonPost(0), body: `{"query":${'{"kind":"not","of":'.repeat(20_000)}{"kind":"all"}${'}'.repeat(20_001)}` },
      400,
      'bad-query',
    ],
    [
      'a huge polygon',
      '/api/search',
      jsonPost({ query: { kind: 'within', geometry: `POLYGON((${ring(10_002)}))` } }),
      400,
      'bad-query',
    ],
    ['over 1 MB', '/api/search', jsonPost({ query: `"${'x'.repeat(1_000_001)}"` }), 413, 'too-large'],
    ['a sort of the wrong form', '/api/search', jsonPost({ sort: { by: 'x' } }), 400, 'bad-parameter'],
    ['facets of the wrong form', '/api/facets', jsonPost({ facets: [{ name: 'kind' }] }), 400, 'bad-parameter'],
    ['a route that only answers GET', '/api/fields', jsonPost({}), 405, 'method-not-allowed'],
    ['a record', '/api/records/none', { method: 'DELETE' }, 405, 'method-not-allowed'],
    ['a prototype', '/api/search', { ...jsonPost(0), body: '{"__proto__": {"limit": 1}}' }, 400, 'unknown-parameter'],
  ];
  test.each(POST)('%s', async (_name, path, init, status, code) => {
    await expectError(await client.request(path, init), { status, code });
  });

  test('an unknown parameter names the nearest known one', async () => {
    expect(await hintOf('/api/search?contry=MY')).toBe('Did you mean "country"?');
    expect(await hintOf('/api/search?limt=3')).toBe('Did you mean "limit"?');
    expect(await hintOf('/api/search?xyzzyxyzzy=3')).toContain('/api/fields');
  });

  test('a broken line says where', async () => {
    const { error } = await (await client.request('/api/search?query=wallace%20contry:MY')).json();
    expect(error.position).toBeTypeOf('number');
  });

  test('nothing of it was a fault of ours', () => {
    expect(client.log).toEqual([]);
  });
});

async function expectError(
  response: Response,
  expected: { readonly status: number; readonly code: string; readonly message?: RegExp },
): Promise<void> {
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status: expected.status });
  expect(response.headers.get('content-type')).toMatch(/^application\/json/u);
  expect(response.headers.get('etag')).toBeNull();
  const body = JSON.parse(text);
  expect(Object.keys(body)).toEqual(['error']);
  const { error } = body;
  expect(error).toMatchObject({
    status: expected.status,
    code: expected.code,
    requestId: response.headers.get('x-request-id'),
  });
  expect(
    Object.keys(error).filter((key) => !['status', 'code', 'message', 'hint', 'position', 'requestId'].includes(key)),
  ).toEqual([]);
  expect(Object.keys(ERROR_CODES)).toContain(error.code);
  expect(error.message).toMatch(expected.message ?? /./u);
  expect(error.message.length).toBeLessThan(500);
}

async function hintOf(path: string): Promise<string> {
  return (await (await client.request(path)).json()).error.hint;
}
