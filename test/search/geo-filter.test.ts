import { describe, expect, test } from 'vitest';
import { distanceInMeters, pointsNear, pointsWithin } from '../../src/search/geo-filter.ts';
import { parseGeometry } from '../../src/search/geometry.ts';

type Point = readonly [longitude: number, latitude: number];

/** As the index holds them: by latitude, then longitude. */
function dictionary(points: readonly Point[]) {
  const sorted = points.toSorted((a, b) => a[1] - b[1] || a[0] - b[0]);
  return {
    sorted,
    latitudes: Int32Array.from(sorted, ([, latitude]) => Math.round(latitude * 1e6)),
    longitudes: Int32Array.from(sorted, ([longitude]) => Math.round(longitude * 1e6)),
  };
}

async function within(geometry: string, points: readonly Point[]): Promise<Point[]> {
  const places = dictionary(points);
  const flags = await pointsWithin(places, parseGeometry(geometry));
  return places.sorted.filter((_, at) => flags[at + 1] === 1);
}

describe('within', () => {
  test.each<[string, string, Point[], Point[]]>([
    [
      'a box, edges and corners included',
      'POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))',
      [
        [5, 5],
        [0, 5],
        [10, 10],
      ],
      [
        [11, 5],
        [5, -1],
      ],
    ],
    ['a hole is left out', 'POLYGON((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))', [[1, 1]], [[5, 5]]],
    [
      'a narrow spike',
      'POLYGON((0 0, 10 0, 10 1, 5.01 1, 5 40, 4.99 1, 0 1, 0 0))',
      [
        [5, 30],
        [1, 0.5],
      ],
      [
        [5.2, 30],
        [4.9, 2],
      ],
    ],
    [
      'several polygons',
      'MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((20 20, 21 20, 21 21, 20 20)))',
      [
        [0.9, 0.5],
        [20.9, 20.5],
      ],
      [[10, 10]],
    ],
    [
      'beyond 180',
      'POLYGON((170 -20, 190 -20, 190 0, 170 0, 170 -20))',
      [
        [175, -10],
        [-175, -10],
      ],
      [
        [160, -10],
        [-165, -10],
      ],
    ],
    [
      'beyond -180',
      'POLYGON((-190 -20, -170 -20, -170 0, -190 0, -190 -20))',
      [
        [175, -10],
        [-175, -10],
      ],
      [[0, -10]],
    ],
    [
      'across the antimeridian',
      'POLYGON((170 -20, -170 -20, -170 0, 170 0, 170 -20))',
      [
        [175, -10],
        [-175, -10],
      ],
      [
        [0, -10],
        [160, -10],
      ],
    ],
    [
      'a wide box',
      'POLYGON((-170 -20, 170 -20, 170 0, -170 0, -170 -20))',
      [
        [0, -10],
        [160, -10],
      ],
      [
        [175, -10],
        [-175, -10],
      ],
    ],
    [
      'the whole world',
      'POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))',
      [
        [0, 0],
        [180, 90],
        [-180, -90],
      ],
      [],
    ],
    [
      'round the north pole',
      'POLYGON((0 60, 120 60, -120 60, 0 60))',
      [
        [0, 61],
        [180, 89],
        [-60, 70],
      ],
      [
        [0, 59],
        [90, 10],
      ],
    ],
    [
      'round the south pole, to the pole',
      'POLYGON((-180 -90, 180 -90, 180 -60, -180 -60, -180 -90))',
      [
        [0, -75],
        [179, -61],
      ],
      [[0, -59]],
    ],
  ])('%s', async (_, geometry, inside, outside) => {
    const found = await within(geometry, [...inside, ...outside]);
    expect(found).toEqual(dictionary(inside).sorted);
  });

  test('a grid of cells decides as each point alone would', async () => {
    const star = Array.from({ length: 21 }, (_, at) => {
      const [angle, radius] = [(at * Math.PI) / 10, at % 2 === 0 ? 40 : 12];
      return `${(radius * Math.cos(angle)).toFixed(4)} ${(radius * Math.sin(angle)).toFixed(4)}`;
    });
    const geometry = `POLYGON((${star.join(', ')}))`;
    const points = Array.from({ length: 4000 }, (_, at): Point => [((at * 37) % 101) - 50, ((at * 53) % 97) - 48]);
    const together = await within(geometry, points);
    const alone: Point[] = [];
    for (const point of points) alone.push(...(await within(geometry, [point])));
    expect(together).toEqual(dictionary(alone).sorted);
  });
});

describe('near', () => {
  test('distances run along the great circle', () => {
    const london = { latitude: 51.5074, longitude: -0.1278 };
    const kuching = { latitude: 1.5533, longitude: 110.3592 };
    // 11,234 km on a sphere of the Earth's mean radius, by the spherical law of cosines.
    const byCosines =
      6_371_008.8 *
      Math.acos(
        Math.sin(0.8989737) * Math.sin(0.0271102) + Math.cos(0.8989737) * Math.cos(0.0271102) * Math.cos(1.9283605),
      );
    expect(distanceInMeters(london, kuching)).toBeCloseTo(byCosines, -3);
  });

  test.each<[string, Point, number, Point[], Point[]]>([
    [
      'across the antimeridian',
      [179.9, 0],
      50_000,
      [
        [-179.9, 0],
        [179.6, 0],
      ],
      [[179, 0]],
    ],
    ['over the pole', [0, 89.9], 50_000, [[180, 89.8]], [[0, 89]]],
  ])('%s', (_, [longitude, latitude], radiusInMeters, inside, outside) => {
    const places = dictionary([...inside, ...outside]);
    const flags = pointsNear(places, { latitude, longitude, radiusInMeters });
    expect(places.sorted.filter((_, at) => flags[at + 1] === 1)).toEqual(dictionary(inside).sorted);
  });
});
