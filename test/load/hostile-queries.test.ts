import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/cli/server.ts';
import { expectFullHealth } from './clients.ts';
import { COLLECTOR, serveCrowd, SPECIES, type ServedCrowd } from './crowded-node.ts';

const RECORDS = 6_000;

let crowd: ServedCrowd;
let server: RunningServer;
let leases: ServedCrowd['leases'];
beforeAll(async () => {
  crowd = await serveCrowd(RECORDS);
  ({ server, leases } = crowd);
});
afterAll(() => crowd[Symbol.asyncDispose]());

const post = (query: unknown, path = '/api/search') =>
  fetch(server.address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
const get = async (path: string) => (await fetch(server.address + path)).json();

/** A star whose rays cross every cell of the map, so that hardly a point is decided at once. */
function star(vertices: number): readonly (readonly [number, number])[] {
  const ring = Array.from({ length: vertices - 1 }, (_, index): [number, number] => {
    const angle = (index / (vertices - 1)) * 2 * Math.PI;
    const reach = index % 2 === 0 ? 1 : 0.02;
    return [175 * reach * Math.cos(angle), 85 * reach * Math.sin(angle)];
  });
  return [...ring, ring[0]!];
}

const many = (count: number, part: (index: number) => unknown) => Array.from({ length: count }, (_, at) => part(at));

describe('a query as large as it may be', () => {
  test.each([
    ['a polygon of 10,000 vertices', { kind: 'within', geometry: { type: 'Polygon', coordinates: [star(10_000)] } }],
    [
      'the same as WKT',
      {
        kind: 'within',
        geometry: `POLYGON((${star(10_000)
          .map(([x, y]) => `${x} ${y}`)
          .join(',')}))`,
      },
    ],
    [
      '2,500 triangles',
      {
        kind: 'within',
        geometry: {
          type: 'MultiPolygon',
          coordinates: many(2_500, (at) => [
            [
              [-170, -80],
              [170, at / 50 - 80],
              [0, 80],
              [-170, -80],
            ],
          ]),
        },
      },
    ],
    ['990 values', { kind: 'in', field: 'catalogNumber', values: many(990, (at) => `C ${at * 3}`) }],
    [
      '990 distances',
      { kind: 'or', of: many(990, (at) => ({ kind: 'near', latitude: 0, longitude: at / 10, radiusInMeters: 9e6 })) },
    ],
    [
      '990 ranges',
      {
        kind: 'or',
        of: many(990, (at) => ({ kind: 'range', field: 'eventDate', from: '1800', to: `${1801 + (at % 190)}` })),
      },
    ],
    ['20 texts', { kind: 'or', of: many(20, (at) => ({ kind: 'text', value: String.fromCodePoint(97 + at) })) }],
    ['20 patterns', { kind: 'or', of: many(20, (at) => ({ kind: 'like', field: 'agent', value: `*b*a*${at}*` })) }],
    ['100 words', { kind: 'text', value: many(100, (at) => ['by', 'the', 'and'][at % 3]).join(' ') }],
    ['a phrase of 100 words', { kind: 'text', value: `"${many(100, (at) => ['by', 'the'][at % 2]).join(' ')}"` }],
  ])('%s is answered, and others are answered meanwhile', async (_name, query) => {
    const order: string[] = [];
    const large = post(query).then((response) => {
      order.push('large');
      return response;
    });
    const others = Promise.all(
      many(5, async () => {
        await (await fetch(`${server.address}/api/fields`)).text();
        order.push('small');
      }),
    );
    expect((await large).status).toBe(200);
    await others;
    expect(order).toHaveLength(6);
    await expectFullHealth(server, leases);
  });
});

describe('a query that is larger than it may be is refused with what to do instead', () => {
  test.each([
    [
      '1,000 conditions',
      { kind: 'or', of: many(1_000, (at) => ({ kind: 'is', field: 'catalogNumber', value: `C ${at}` })) },
    ],
    ['1,000 texts', { kind: 'or', of: many(999, (at) => ({ kind: 'text', value: `w${at}` })) }],
    ['1,000 words', { kind: 'text', value: many(1_000, (at) => `w${at}`).join(' ') }],
    ['10,001 vertices', { kind: 'within', geometry: { type: 'Polygon', coordinates: [star(10_001)] } }],
    ['a megabyte of brackets', { kind: 'within', geometry: `POLYGON(${'('.repeat(900_000)}` }],
    ['a deep query', JSON.parse(`${'{"kind":"not","of":'.repeat(300)}{"kind":"all"}${'}'.repeat(300)}`)],
  ])('%s', async (_name, query) => {
    const response = await post(query);
    const { error } = await response.json();
    expect({ status: response.status, error }).toMatchObject({
      status: 400,
      error: { code: 'bad-query', hint: expect.stringMatching(/./u) },
    });
    await expectFullHealth(server, leases);
  });

  test('more cells of a map than anyone can see', async () => {
    const response = await fetch(`${server.address}/api/grid?cells=4096`);
    expect({ status: response.status, ...(await response.json()) }).toMatchObject({
      status: 400,
      error: { code: 'bad-parameter', hint: expect.stringContaining('bounds') },
    });
    expect((await fetch(`${server.address}/api/grid?cells=4096&bounds=0,0,10,10`)).status).toBe(200);
  });
});

describe('values that very many records share', () => {
  test('a person with half of all records, beside as many who have one each', async () => {
    const { total, facets } = await get('/api/search?limit=25&facet=recordedBy&facet=scientificName&sort=-eventDate');
    expect(total).toBe(RECORDS);
    const [person, species] = facets;
    expect(person.distinct).toBe(RECORDS / 2 + 1);
    expect(person.values[0].count).toBe(RECORDS / 2);
    expect(species.values[0]).toMatchObject({ value: SPECIES, count: RECORDS / 3 });
    const own = await get(`/api/search?recordedBy=${encodeURIComponent(person.values[0].value)}`);
    expect(own.total).toBe(RECORDS / 2);
    const page = await fetch(`${server.address}/search?recordedBy=${encodeURIComponent(person.values[0].value)}`);
    expect(await page.text()).toContain(COLLECTOR.split(',')[0]);
  });

  test('all of them are reached, page by page, each once', async () => {
    const keys = new Set<string>();
    let cursor: string | undefined;
    do {
      const at = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await get(
        `/api/search?scientificName=${encodeURIComponent(SPECIES)}&sort=catalogNumber&limit=500${at}`,
      );
      for (const { key } of page.results) {
        expect(keys.has(key)).toBe(false);
        keys.add(key);
      }
      ({ cursor } = page);
    } while (cursor !== undefined);
    expect(keys.size).toBe(RECORDS / 3);
  });
});

test('a flood of distinct queries does not make memory grow with their number', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let asked = 0;
  const flood = async (count: number) => {
    const paths = [
      (at: number) => `/api/search?q=by+${at}&facet=agent`,
      (at: number) => `/api/search?recordedBy=${at}&limit=1`,
      (at: number) => `/api/suggest?prefix=b${at}`,
      (at: number) => `/api/search?geoDistance=${at % 80},${at % 170},${at}km&limit=1`,
      (at: number) => `/api/histogram?field=eventDate&from=${1700 + (at % 200)}&q=${at}`,
      (at: number) => `/nowhere/${at}`,
    ];
    const clients = many(8, async () => {
      while (asked < count) {
        const at = asked++;
        await (await fetch(server.address + paths[at % paths.length]!(at))).text();
      }
    });
    await Promise.all(clients);
    // What the first collection lets go is released in the turn after it.
    for (let round = 0; round < 3; round += 1) {
      collect();
      await new Promise(setImmediate);
    }
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1e6;
  };
  const before = await flood(1_500);
  const after = await flood(4_500);
  // What is kept on purpose is bounded by far more than this; kept for each query, it would be several times as much.
  expect(after - before).toBeLessThan(40);
  await expectFullHealth(server, leases);
});
