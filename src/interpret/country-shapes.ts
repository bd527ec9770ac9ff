import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { COUNTRIES } from '../vocabulary/countries.ts';
import { ShapeRows, type Shape } from './shape-rows.ts';

/** Natural Earth's countries at 1:10 million, as the package world-atlas has them. Coasts are within some 2 km. */
const SHAPES = 'world-atlas/countries-10m.json';
/** Natural Earth gives no number to these. What two states claim is left out: nobody is certain there. */
const UNNUMBERED: Readonly<Record<string, string>> = {
  Somaliland: 'SO',
  Kosovo: 'XK',
  'N. Cyprus': 'CY',
  'Cyprus U.N. Buffer Zone': 'CY',
  Akrotiri: 'CY',
  Dhekelia: 'CY',
  'USNB Guantanamo Bay': 'CU',
  Baikonur: 'KZ',
  'Indian Ocean Ter.': 'CX',
  'Coral Sea Is.': 'AU',
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
  ['NL', 'BQ', -63.4, 17.4, -62.9, 17.7],
  ['NZ', 'TK', -173, -9.7, -171, -8.4],
  ['CX', 'CC', 96.7, -12.3, 97, -11.8],
];

interface Part {
  readonly code: string;
  readonly shape: Shape;
}

interface Atlas {
  readonly rows: ShapeRows;
  /** The country of each shape. */
  readonly codes: readonly string[];
  readonly shapesOf: ReadonlyMap<string, readonly number[]>;
  /** Filled as countries are asked for. */
  readonly waters: Map<string, Uint8Array>;
  readonly centres: Map<string, readonly Centre[]>;
}

type Topology = Parameters<typeof feature>[0];

let atlas: Atlas | undefined;

function load(): Atlas {
  if (atlas !== undefined) return atlas;
  const parts = readParts();
  const codes = parts.map(({ code }) => code);
  atlas = {
    rows: new ShapeRows(parts.map(({ shape }) => shape)),
    codes,
    shapesOf: Map.groupBy(codes.keys(), (shape) => codes[shape] ?? ''),
    waters: new Map(),
    centres: new Map(),
  };
  return atlas;
}

function readParts(): readonly Part[] {
  const topology = createRequire(import.meta.url)(SHAPES) as Topology & {
    readonly objects: { readonly countries: Parameters<typeof feature>[1] };
  };
  const byNumber = new Map(COUNTRIES.map(({ numeric, code }) => [numeric, code]));
  const shape = feature(topology, topology.objects.countries);
  const features: readonly Feature[] = shape.type === 'Feature' ? [shape] : shape.features;
  return features.flatMap((country) => {
    const { geometry, id, properties } = country as Feature<Polygon | MultiPolygon, { name: string }>;
    const code = byNumber.get(String(id)) ?? UNNUMBERED[properties.name];
    if (code === undefined) return [];
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return parts.map((rings) => ({ code: codeOfPart(code, rings[0]?.[0] ?? []), shape: { rings } }));
  });
}

function codeOfPart(state: string, [x = 0, y = 0]: readonly number[]): string {
  const part = PARTS.find(
    ([of, , west, south, east, north]) => of === state && x >= west && x <= east && y >= south && y <= north,
  );
  return part?.[1] ?? state;
}

/** Degrees. Waters are looked up in squares of this size. */
const SQUARE = 0.5;
const SQUARES_ACROSS = 360 / SQUARE;
const SQUARES_UP = 180 / SQUARE;
/** At sea a country's records lie within its waters, some 200 nautical miles, in degrees of latitude. */
const WATERS = 3.3;

/** The longitudes and latitudes, by turns, of the outlines of a country's parts. */
function outlinesOf(code: string): readonly Float64Array[] {
  const { rows, shapesOf } = load();
  return (shapesOf.get(code) ?? []).map((shape) => rows.outline(shape));
}

function squareOf(longitude: number, latitude: number): number {
  const row = Math.max(0, Math.min(SQUARES_UP - 1, Math.floor((latitude + 90) / SQUARE)));
  const column = (Math.floor((longitude + 180) / SQUARE) + SQUARES_ACROSS) % SQUARES_ACROSS;
  return row * SQUARES_ACROSS + column;
}

/** Squares that lie within a country's waters or on its coast: one bit each. Its inland squares are not among them. */
function watersOf(code: string): Uint8Array {
  const { waters } = load();
  const known = waters.get(code);
  if (known !== undefined) return known;
  const corners = new Set<number>();
  for (const outline of outlinesOf(code))
    for (let at = 0; at + 3 < outline.length; at += 2) {
      const [x = 0, y = 0, nextX = 0, nextY = 0] = outline.subarray(at, at + 4);
      // A border along a parallel has corners degrees apart.
      const steps = Math.ceil(Math.max(Math.abs(nextX - x), Math.abs(nextY - y)) / SQUARE);
      for (let step = 0; step <= steps; step++)
        corners.add(squareOf(x + ((nextX - x) * step) / (steps || 1), y + ((nextY - y) * step) / (steps || 1)));
    }
  const bits = new Uint8Array((SQUARES_ACROSS * SQUARES_UP) / 8);
  const reach = Math.ceil(WATERS / SQUARE);
  for (const square of corners) {
    const row = Math.floor(square / SQUARES_ACROSS);
    const column = square % SQUARES_ACROSS;
    for (let up = -reach; up <= reach; up++) {
      const other = row + up;
      if (other < 0 || other >= SQUARES_UP) continue;
      const latitude = (other + 0.5) * SQUARE - 90;
      const half = Math.sqrt(Math.max(0, (reach + 0.5) ** 2 - up * up));
      const across = Math.min(
        SQUARES_ACROSS / 2,
        Math.floor(half / Math.max(0.1, Math.cos((latitude * Math.PI) / 180))),
      );
      for (let along = -across; along <= across; along++) {
        const at = other * SQUARES_ACROSS + ((column + along + SQUARES_ACROSS) % SQUARES_ACROSS);
        bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
      }
    }
  }
  waters.set(code, bits);
  return bits;
}

/** A point that stands for a country where nobody knew better. */
interface Centre {
  readonly longitude: number;
  readonly latitude: number;
}

interface WeighedCentre extends Centre {
  readonly area: number;
}

/** Centre of area of all parts, of the largest part, and the middle of the box around all and around the largest. */
function centresOf(code: string): readonly Centre[] {
  const { centres } = load();
  const known = centres.get(code);
  if (known !== undefined) return known;
  const outlines = outlinesOf(code);
  const parts = outlines.map(centreOf);
  const area = parts.reduce((sum, part) => sum + part.area, 0);
  const main = parts.reduce((best, part, at) => (part.area > (parts[best]?.area ?? 0) ? at : best), 0);
  const all = {
    longitude: parts.reduce((sum, part) => sum + part.longitude * part.area, 0) / area,
    latitude: parts.reduce((sum, part) => sum + part.latitude * part.area, 0) / area,
  };
  const found = [all, ...parts.slice(main, main + 1), middleOf(outlines), middleOf(outlines.slice(main, main + 1))];
  centres.set(code, found);
  return found;
}

function centreOf(ring: Float64Array): WeighedCentre {
  let [area, sumX, sumY] = [0, 0, 0];
  for (let at = 0; at + 3 < ring.length; at += 2) {
    const [x, y, nextX, nextY] = [ring[at]!, ring[at + 1]!, ring[at + 2]!, ring[at + 3]!];
    const cross = x * nextY - nextX * y;
    area += cross;
    sumX += (x + nextX) * cross;
    sumY += (y + nextY) * cross;
  }
  if (area === 0) return { longitude: ring[0] ?? 0, latitude: ring[1] ?? 0, area: 0 };
  const [longitude, latitude] = [sumX / (3 * area), sumY / (3 * area)];
  return { longitude: turned(longitude), latitude, area: Math.abs(area / 2) * Math.cos((latitude * Math.PI) / 180) };
}

/** An outline may run on beyond ±180. */
function turned(longitude: number): number {
  return longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
}

function middleOf(outlines: readonly Float64Array[]): Centre {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const outline of outlines)
    for (let at = 0; at < outline.length; at += 2) {
      west = Math.min(west, outline[at] ?? west);
      east = Math.max(east, outline[at] ?? east);
      south = Math.min(south, outline[at + 1] ?? south);
      north = Math.max(north, outline[at + 1] ?? north);
    }
  return { longitude: turned((west + east) / 2), latitude: (south + north) / 2 };
}

/** The country at a point (degrees, WGS 84): ISO 3166-1 alpha-2, XK for Kosovo; undefined at sea and where two states claim the land. */
export function countryAt(longitude: number, latitude: number): string | undefined {
  const { rows, codes } = load();
  return codes[rows.find(longitude, latitude)];
}

/** Whether the country is on the map; a few islands are too small for its scale, so that nothing can be said of them. */
export function isDrawn(code: string): boolean {
  return load().shapesOf.has(code);
}

/** Whether a country lies at a point or within so many degrees (of latitude) of it: coasts, borders and shapes are approximate. */
export function isNearCountry(longitude: number, latitude: number, code: string, degrees: number): boolean {
  if (countryAt(longitude, latitude) === code) return true;
  const { rows, codes } = load();
  return (
    isInWaters(longitude, latitude, code) &&
    rows.isNearBorder({ longitude, latitude, degrees }, (shape) => codes[shape] === code)
  );
}

/** Whether a point at sea lies within some 200 nautical miles (to half a degree) of a country's coast. */
export function isInWaters(longitude: number, latitude: number, code: string): boolean {
  const at = squareOf(longitude, latitude);
  return ((watersOf(code)[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
}

/** Some two kilometres, as GBIF takes it. */
const AT_CENTRE = 0.02;

/** Whether a point is where gazetteers put a whole country: its centre of area or the middle of its box. */
export function isCountryCentre(longitude: number, latitude: number, code: string): boolean {
  return centresOf(code).some(
    (centre) => Math.abs(centre.longitude - longitude) < AT_CENTRE && Math.abs(centre.latitude - latitude) < AT_CENTRE,
  );
}
