import pointInPolygon from 'point-in-polygon-hao';
import type { PointDictionary } from './dictionaries.ts';
import type { Polygon, Position } from './geometry.ts';
import { Turns } from './turns.ts';

const MICRO = 1e6;
/** Mean radius of the Earth in metres (IUGG). */
export const EARTH_RADIUS = 6_371_008.8;
/** Cells along each side of a polygon's box; those that no edge touches are decided once. */
const CELLS = 128;
/** Points that are tested before the clock is looked at; one may take a tenth of a millisecond. */
const STEP = 64;

/** A flag per point code (index 0 unused): 1 where the point lies in one of the polygons, their edges included. */
export async function pointsWithin(
  points: PointDictionary,
  polygons: readonly Polygon[],
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const flags = new Uint8Array(points.latitudes.length + 1);
  const turns = new Turns(signal);
  for (const polygon of polygons) {
    await turns.take();
    const tester = new PolygonTester(polygon.map(unwrapRing));
    for (const shift of [-360, 0, 360]) {
      if (tester.west > 180 + shift || tester.east < -180 + shift) continue;
      const first = latitudeBound(points.latitudes, tester.south * MICRO);
      for (let index = first; index < points.latitudes.length; index++) {
        if (index % STEP === 0 && turns.isDue) await turns.take();
        const latitude = points.latitudes[index]! / MICRO;
        if (latitude > tester.north) break;
        if (flags[index + 1] === 0 && tester.contains(points.longitudes[index]! / MICRO + shift, latitude)) {
          flags[index + 1] = 1;
        }
      }
    }
  }
  return flags;
}

/** The same for a circle on the globe, the distance included. */
export function pointsNear(
  points: PointDictionary,
  circle: { readonly latitude: number; readonly longitude: number; readonly radiusInMeters: number },
): Uint8Array {
  const { latitudes, longitudes } = points;
  const flags = new Uint8Array(latitudes.length + 1);
  const reach = degrees(circle.radiusInMeters / EARTH_RADIUS) + 1e-6;
  const first = latitudeBound(latitudes, (circle.latitude - reach) * MICRO);
  for (let index = first; index < latitudes.length && latitudes[index]! <= (circle.latitude + reach) * MICRO; index++) {
    const point = { latitude: latitudes[index]! / MICRO, longitude: longitudes[index]! / MICRO };
    if (distanceInMeters(circle, point) <= circle.radiusInMeters) flags[index + 1] = 1;
  }
  return flags;
}

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** Along the great circle (haversine), on a sphere. */
export function distanceInMeters(a: Place, b: Place): number {
  const half = (x: number, y: number) => Math.sin(radians(y - x) / 2) ** 2;
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}

/** The first index whose latitude is not below this one. */
function latitudeBound(latitudes: Int32Array, microdegrees: number): number {
  let low = 0;
  let high = latitudes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (latitudes[middle]! < microdegrees) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A ring in continuous longitudes, which may go beyond ±180. An edge longer than 180° crosses the antimeridian where the
 * ring would run clockwise otherwise (outer rings run anticlockwise, RFC 7946), or where it goes round a pole, which it
 * then encloses. Edges of a full 360° are those of a box round the world and stay.
 */
export function unwrapRing(ring: readonly Position[]): Position[] {
  const jumps = ring.some(([longitude], index) => index > 0 && isJump(ring[index - 1]![0], longitude));
  if (!jumps) return [...ring];
  const unwrapped: Position[] = [[ring[0]![0], ring[0]![1]]];
  let turn = 0;
  for (let index = 1; index < ring.length; index++) {
    const [longitude, latitude] = ring[index]!;
    const before = ring[index - 1]![0];
    if (isJump(before, longitude)) turn += longitude < before ? 360 : -360;
    unwrapped.push([longitude + turn, latitude]);
  }
  if (turn !== 0) return aroundPole(unwrapped);
  return signedArea(ring) >= 0 ? [...ring] : unwrapped;
}

function isJump(from: number, to: number): boolean {
  const step = Math.abs(to - from);
  return step > 180 && step < 360;
}

function aroundPole(ring: readonly Position[]): Position[] {
  const mean = ring.reduce((sum, [, latitude]) => sum + latitude, 0) / ring.length;
  const pole = mean >= 0 ? 90 : -90;
  const [first] = ring[0]!;
  const [last] = ring.at(-1)!;
  return [...ring, [last, pole], [first, pole], [first, ring[0]![1]]];
}

function signedArea(ring: readonly Position[]): number {
  let area = 0;
  for (let index = 1; index < ring.length; index++) {
    const [x1, y1] = ring[index - 1]!;
    const [x2, y2] = ring[index]!;
    area += x1 * y2 - x2 * y1;
  }
  return area;
}

const UNKNOWN = 0;
const OUTSIDE = 1;
const INSIDE = 2;
const EDGE = 3;

/** Tests points against one polygon; points in the same cell of its box share their answer where no edge runs through it. */
class PolygonTester {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  readonly #rings: Position[][];
  readonly #cells = new Uint8Array(CELLS * CELLS);

  constructor(rings: Position[][]) {
    this.#rings = rings;
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [longitude, latitude] of rings[0]!) {
      west = Math.min(west, longitude);
      east = Math.max(east, longitude);
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
    }
    this.west = west;
    this.east = east;
    this.south = south;
    this.north = north;
    for (const ring of rings) for (let at = 1; at < ring.length; at++) this.#markEdge(ring[at - 1]!, ring[at]!);
  }

  #column(longitude: number): number {
    return cellOf((longitude - this.west) / (this.east - this.west));
  }

  #row(latitude: number): number {
    return cellOf((latitude - this.south) / (this.north - this.south));
  }

  /** Marks the cells that an edge may touch: per column of cells, those between its latitudes there, and one more each way. */
  #markEdge([x1, y1]: Position, [x2, y2]: Position): void {
    const [from, to] = [Math.min(this.#column(x1), this.#column(x2)), Math.max(this.#column(x1), this.#column(x2))];
    const width = (this.east - this.west) / CELLS;
    for (let column = Math.max(0, from - 1); column <= Math.min(CELLS - 1, to + 1); column++) {
      const at = (longitude: number) => {
        const share = x1 === x2 ? 0 : Math.min(1, Math.max(0, (longitude - x1) / (x2 - x1)));
        return y1 + share * (y2 - y1);
      };
      const left = this.west + column * width;
      const ends = x1 === x2 ? [y1, y2] : [at(left - width), at(left + 2 * width)];
      const low = this.#row(Math.min(...ends)) - 1;
      const high = this.#row(Math.max(...ends)) + 1;
      for (let row = Math.max(0, low); row <= Math.min(CELLS - 1, high); row++)
        this.#cells[row * CELLS + column] = EDGE;
    }
  }

  contains(longitude: number, latitude: number): boolean {
    if (!(longitude >= this.west && longitude <= this.east && latitude >= this.south && latitude <= this.north))
      return false;
    const cell = this.#row(latitude) * CELLS + this.#column(longitude);
    const known = this.#cells[cell]!;
    if (known === INSIDE || known === OUTSIDE) return known === INSIDE;
    const inside = pointInPolygon([longitude, latitude], this.#rings) !== false;
    if (known === UNKNOWN) this.#cells[cell] = inside ? INSIDE : OUTSIDE;
    return inside;
  }
}

function cellOf(share: number): number {
  return Math.min(CELLS - 1, Math.max(0, Math.floor(share * CELLS) || 0));
}
