import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { MultiPolygon, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** The width of the projected world, in the units of its SVG. */
export const WORLD_WIDTH = 1000;

// Equal Earth (Šavrič, Patterson and Jenny 2018): areas are true, so that a crowded country is not made to look large or small.
const A = [1.340264, -0.081106, 0.000893, 0.003796] as const;
const M = Math.sqrt(3) / 2;

function rawX(longitude: number, theta: number): number {
  const slope = A[0] + 3 * A[1] * theta ** 2 + 7 * A[2] * theta ** 6 + 9 * A[3] * theta ** 8;
  return ((longitude * Math.PI) / 180) * (Math.cos(theta) / (M * slope));
}

function rawY(theta: number): number {
  return theta * (A[0] + A[1] * theta ** 2 + A[2] * theta ** 6 + A[3] * theta ** 8);
}

const SCALE = WORLD_WIDTH / 2 / rawX(180, 0);
export const WORLD_HEIGHT = Math.round(2 * SCALE * rawY(Math.asin(M)));

/** Degrees to SVG units: x grows to the east from 0, y to the south from 0. */
export function project(longitude: number, latitude: number): readonly [x: number, y: number] {
  const theta = Math.asin(M * Math.sin((Math.max(-90, Math.min(90, latitude)) * Math.PI) / 180));
  return [round(WORLD_WIDTH / 2 + SCALE * rawX(longitude, theta)), round(WORLD_HEIGHT / 2 - SCALE * rawY(theta))];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Natural Earth's land (public domain) at 1:110 million or 1:50 million, cut at the antimeridian. */
export function readLand(scale: '110m' | '50m'): MultiPolygon {
  const path = createRequire(import.meta.url).resolve(`world-atlas/land-${scale}.json`);
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ land: GeometryCollection }>;
  const collection = feature(topology, topology.objects.land);
  const polygons = collection.features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [],
  );
  return { type: 'MultiPolygon', coordinates: polygons.flatMap(splitPolygon) };
}

type Point = readonly [longitude: number, latitude: number];

/** Without jumps: where a ring crosses the antimeridian its longitudes go on beyond ±180. A ring around a pole is closed over it. */
function unwrap(ring: readonly Position[]): Point[] {
  const points: Point[] = [];
  for (const [longitude = 0, latitude = 0] of ring) {
    const before = points.at(-1)?.[0] ?? longitude;
    points.push([longitude + 360 * Math.round((before - longitude) / 360), latitude]);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || Math.abs(first[0] - last[0]) < 180) return points;
  const pole = first[1] < 0 ? -90 : 90;
  return [...points, [last[0], pole], [first[0], pole]];
}

/** The part of a ring on one side of a meridian (Sutherland and Hodgman). */
function clip(points: readonly Point[], meridian: number, side: 1 | -1): Point[] {
  const isIn = (longitude: number) => (longitude - meridian) * side >= 0;
  return points.flatMap((point, index) => {
    const before = points.at(index - 1) ?? point;
    if (isIn(point[0]) === isIn(before[0])) return isIn(point[0]) ? [point] : [];
    const share = (meridian - before[0]) / (point[0] - before[0]);
    const edge = [meridian, before[1] + share * (point[1] - before[1])] as const;
    return isIn(point[0]) ? [edge, point] : [edge];
  });
}

/** A polygon within ±180 degrees; one that crosses the antimeridian as two. */
function splitPolygon(rings: readonly (readonly Position[])[]): Position[][][] {
  const unwrapped = rings.map(unwrap);
  return [-360, 0, 360].flatMap((shift) => {
    const parts = unwrapped
      .map((points) =>
        clip(
          clip(
            points.map(([longitude, latitude]) => [longitude + shift, latitude]),
            -180,
            1,
          ),
          180,
          -1,
        ),
      )
      .filter((points) => points.length > 2)
      .map((points): Position[] => [...points, points[0]!].map(([longitude, latitude]) => [longitude, latitude]));
    return parts.length === 0 ? [] : [parts];
  });
}

function ringPath(ring: readonly Position[]): string {
  const places = ring.map(([longitude = 0, latitude = 0]) => project(longitude, latitude).join(' '));
  const distinct = places.filter((place, index) => place !== places[index - 1]);
  return distinct.length < 3 ? '' : `M${distinct.join('L')}Z`;
}

function outlinePath(): string {
  const latitudes = Array.from({ length: 37 }, (_, index) => -90 + index * 5);
  const east = latitudes.map((latitude) => project(180, latitude).join(' '));
  const west = latitudes.toReversed().map((latitude) => project(-180, latitude).join(' '));
  return `M${[...east, ...west].join('L')}Z`;
}

/**
 * The world as an SVG file with two symbols, `land` and `sea`, which pages refer to with `<use>`: the outline is fetched
 * once and then lies in the browser's cache, and takes the colours of the page that shows it.
 */
export function worldSvg(): string {
  const land = readLand('110m')
    .coordinates.map((rings) => rings.map(ringPath).join(''))
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WORLD_WIDTH} ${WORLD_HEIGHT}"><path id="sea" d="${outlinePath()}"/><path id="land" d="${land}"/></svg>`;
}
