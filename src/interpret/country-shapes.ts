import { createRequire } from 'node:module';
import Flatbush from 'flatbush';
import pointInPolygon from 'point-in-polygon-hao';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
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
const RING = [0, 45, 90, 135, 180, 225, 270, 315].map((degrees) => (degrees * Math.PI) / 180);

interface Shapes {
  readonly index: Flatbush;
  readonly polygons: readonly { readonly code: string; readonly rings: number[][][] }[];
}

let shapes: Shapes | undefined;

function load(): Shapes {
  if (shapes !== undefined) return shapes;
  const topology = createRequire(import.meta.url)(SHAPES) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const byNumber = new Map(COUNTRIES.map(({ numeric, code }) => [numeric, code]));
  const polygons = feature(topology, topology.objects.countries).features.flatMap((country) => {
    const { geometry, id, properties } = country as Feature<Polygon | MultiPolygon, { name: string }>;
    const code = byNumber.get(String(id)) ?? UNNUMBERED[properties.name];
    if (code === undefined) return [];
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return parts.map((rings) => ({ code, rings }));
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

/** The countries at a point (degrees, WGS 84): none at sea, two on a border. ISO 3166-1 alpha-2; XK for Kosovo. */
export function countriesAt(longitude: number, latitude: number): string[] {
  const { index, polygons } = load();
  const found = index.search(longitude, latitude, longitude, latitude).flatMap((position) => {
    const polygon = polygons[position];
    if (polygon === undefined) return [];
    return pointInPolygon([longitude, latitude], polygon.rings as [number, number][][]) === false ? [] : [polygon.code];
  });
  return [...new Set(found)];
}

/** Whether a country lies at a point or within so many degrees of it: coasts, borders and shapes are approximate. */
export function isNearCountry(longitude: number, latitude: number, code: string, degrees: number): boolean {
  if (countriesAt(longitude, latitude).includes(code)) return true;
  const stretch = 1 / Math.max(0.1, Math.cos((latitude * Math.PI) / 180));
  return RING.some((angle) => {
    const x = longitude + Math.cos(angle) * degrees * stretch;
    const y = latitude + Math.sin(angle) * degrees;
    return Math.abs(y) <= 90 && countriesAt(((x + 540) % 360) - 180, y).includes(code);
  });
}
