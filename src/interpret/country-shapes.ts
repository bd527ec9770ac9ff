import { createRequire } from 'node:module';
import Flatbush from 'flatbush';
import pointInPolygon from 'point-in-polygon-hao';
import { feature } from 'topojson-client';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { COUNTRIES } from '../vocabulary/countries.ts';

/** Natural Earth's countries at 1:50 million, as the package world-atlas has them. Coasts are within some 5 km. */
const SHAPES = 'world-atlas/countries-50m.json';
/** Natural Earth gives no number to these. */
const UNNUMBERED: Readonly<Record<string, string>> = {
  Somaliland: 'SO',
  Kosovo: 'XK',
  'N. Cyprus': 'CY',
  'Indian Ocean Ter.': 'CX',
  'Siachen Glacier': 'IN',
};
/** Parts that Natural Earth draws as one with their state, though ISO 3166-1 gives them a code: state, and where the part lies. */
const PARTS: readonly (readonly [
  state: string,
  code: string,
  west: number,
  south: number,
  east: number,
  north: number,
])[] = [
  ['FR', 'GF', -55, 2, -51, 6.5],
  ['FR', 'GP', -61.9, 15.8, -60.9, 16.6],
  ['FR', 'MQ', -61.3, 14.3, -60.7, 15],
  ['FR', 'RE', 55.1, -21.5, 55.9, -20.8],
  ['FR', 'YT', 44.9, -13.1, 45.4, -12.6],
  ['NO', 'SJ', 10, 74, 35, 81],
  ['NO', 'SJ', -9.2, 70.7, -7.8, 71.3],
  ['NO', 'BV', 3.2, -54.6, 3.5, -54.3],
  ['NL', 'BQ', -68.5, 12, -68.1, 12.4],
  ['CX', 'CC', 96.7, -12.3, 97, -11.8],
];

interface Shapes {
  readonly index: Flatbush;
  readonly polygons: readonly { readonly code: string; readonly rings: number[][][] }[];
}

type Topology = Parameters<typeof feature>[0];

let shapes: Shapes | undefined;

function featuresOf(shape: ReturnType<typeof feature>): readonly Feature[] {
  return shape.type === 'Feature' ? [shape] : shape.features;
}

function load(): Shapes {
  if (shapes !== undefined) return shapes;
  const topology = createRequire(import.meta.url)(SHAPES) as Topology & {
    readonly objects: { readonly countries: Parameters<typeof feature>[1] };
  };
  const byNumber = new Map(COUNTRIES.map(({ numeric, code }) => [numeric, code]));
  const polygons = featuresOf(feature(topology, topology.objects.countries)).flatMap((country) => {
    const { geometry, id, properties } = country as Feature<Polygon | MultiPolygon, { name: string }>;
    const code = byNumber.get(String(id)) ?? UNNUMBERED[properties.name];
    if (code === undefined) return [];
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return parts.map((rings) => ({ code: codeOfPart(code, rings[0]?.[0] ?? []), rings }));
  });
  const index = new Flatbush(polygons.length);
  for (const { rings } of polygons) {
    const [outer = []] = rings;
    const longitudes = outer.map(([x = 0]) => x);
    const latitudes = outer.map(([, y = 0]) => y);
    index.add(Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes));
  }
  index.finish();
  shapes = { index, polygons };
  return shapes;
}

function codeOfPart(state: string, [x = 0, y = 0]: readonly number[]): string {
  const part = PARTS.find(
    ([of, , west, south, east, north]) => of === state && x >= west && x <= east && y >= south && y <= north,
  );
  return part?.[1] ?? state;
}

/** The countries at a point (degrees, WGS 84): none at sea, two on a border. ISO 3166-1 alpha-2; XK for Kosovo. */
export function countriesAt(longitude: number, latitude: number): string[] {
  const { index, polygons } = load();
  const found = index.search(longitude, latitude, longitude, latitude).flatMap((position) => {
    const polygon = polygons[position];
    if (polygon === undefined) return [];
    return pointInPolygon([longitude, latitude], polygon.rings) === false ? [] : [polygon.code];
  });
  return [...new Set(found)];
}

/** Whether the country is on the map; a few islands are too small for its scale, so that nothing can be said of them. */
export function isDrawn(code: string): boolean {
  return load().polygons.some((polygon) => polygon.code === code);
}

/** Whether a country lies at a point or within so many degrees (of latitude) of it: coasts, borders and shapes are approximate. */
export function isNearCountry(longitude: number, latitude: number, code: string, degrees: number): boolean {
  if (countriesAt(longitude, latitude).includes(code)) return true;
  const stretch = 1 / Math.max(0.1, Math.cos((latitude * Math.PI) / 180));
  const width = Math.min(degrees * stretch, 180);
  const { index, polygons } = load();
  // A place near the antimeridian is near what lies beyond it, too.
  return [longitude, longitude - 360, longitude + 360].some((x) =>
    index
      .search(x - width, latitude - degrees, x + width, latitude + degrees, (at) => polygons[at]?.code === code)
      .some((at) => isNearRing(polygons[at]?.rings[0] ?? [], { x, y: latitude, stretch, degrees })),
  );
}

interface Surroundings {
  readonly x: number;
  readonly y: number;
  /** Degrees of longitude that are as long as one of latitude. */
  readonly stretch: number;
  readonly degrees: number;
}

function isNearRing(ring: readonly (readonly number[])[], { x, y, stretch, degrees }: Surroundings): boolean {
  const limit = degrees * degrees;
  let [fromX, fromY] = relative(ring.at(-1) ?? []);
  for (const point of ring) {
    const [toX, toY] = relative(point);
    const [alongX, alongY] = [toX - fromX, toY - fromY];
    const length = alongX * alongX + alongY * alongY;
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, -(fromX * alongX + fromY * alongY) / length));
    if ((fromX + share * alongX) ** 2 + (fromY + share * alongY) ** 2 <= limit) return true;
    [fromX, fromY] = [toX, toY];
  }
  return false;

  function relative([longitude = 0, latitude = 0]: readonly number[]): readonly [number, number] {
    return [(longitude - x) / stretch, latitude - y];
  }
}
