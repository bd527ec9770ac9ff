import { wktToGeoJSON } from '@terraformer/wkt';
import type { GeoJsonGeometry } from '../model/query.ts';
import { QueryError } from './query-error.ts';
import { Recent } from './recent.ts';

/** The most vertices that a shape may have. */
export const MAX_VERTICES = 10_000;

export type Position = [longitude: number, latitude: number];
/** Rings, the outer one first, holes after it; closed (first vertex = last). */
export type Polygon = Position[][];

/** A map's cells are links, each with its shape: the same few hundred texts on every page of results. Only read from. */
const cells = new Recent<string, GeoJsonGeometry>(2_000);
const LONGEST_CELL = 200;

/**
 * The polygons of a shape, checked. WKT (Polygon, MultiPolygon) or GeoJSON; longitude first, degrees, WGS 84.
 * Longitudes may go beyond ±180 (to ±360) where a shape crosses the antimeridian. Throws QueryError.
 */
export function parseGeometry(geometry: string | GeoJsonGeometry): Polygon[] {
  const shape = typeof geometry === 'string' ? parseText(geometry.trim()) : geometry;
  const polygons =
    shape.type === 'Polygon' ? [shape.coordinates] : shape.type === 'MultiPolygon' ? shape.coordinates : undefined;
  if (polygons === undefined || !Array.isArray(polygons) || polygons.length === 0) throw notAShape();
  const budget = { vertices: 0 };
  return polygons.map((polygon) => {
    if (!Array.isArray(polygon) || polygon.length === 0) throw notAShape();
    return polygon.map((ring) => checkRing(ring, budget));
  });
}

function parseText(text: string): GeoJsonGeometry {
  if (!/^(?:MULTI)?POLYGON\s*\(/iu.test(text) && !text.startsWith('{')) throw notAShape();
  // Each vertex takes at least four characters; the WKT grammar is slow on what is refused anyway.
  if (text.length > MAX_VERTICES * 64) throw tooManyVertices();
  const known = cells.get(text);
  if (known !== undefined) return known;
  try {
    const shape = (text.startsWith('{') ? JSON.parse(text) : wktToGeoJSON(text)) as GeoJsonGeometry;
    if (text.length <= LONGEST_CELL) cells.set(text, shape);
    return shape;
  } catch {
    throw notAShape();
  }
}

function checkRing(ring: unknown, budget: { vertices: number }): Position[] {
  if (!Array.isArray(ring) || ring.length < 3) throw notAShape();
  budget.vertices += ring.length;
  if (budget.vertices > MAX_VERTICES) throw tooManyVertices();
  const positions = ring.map((vertex: unknown): Position => {
    const [longitude, latitude] = Array.isArray(vertex) ? (vertex as unknown[]) : [];
    if (typeof longitude !== 'number' || typeof latitude !== 'number') throw notAShape();
    if (!(Math.abs(longitude) <= 360) || !(Math.abs(latitude) <= 90)) {
      throw new QueryError(`The vertex ${longitude} ${latitude} lies outside the world.`, {
        hint: 'Each vertex is longitude first, then latitude, in degrees.',
      });
    }
    return [longitude, latitude];
  });
  const first = positions[0]!;
  const last = positions.at(-1)!;
  if (first[0] !== last[0] || first[1] !== last[1]) positions.push([first[0], first[1]]);
  return positions;
}

function notAShape(): QueryError {
  return new QueryError('This is not a shape that can be searched in.', {
    hint: 'A shape is a polygon or several, as WKT or GeoJSON: POLYGON((110 1, 111 1, 111 2, 110 1)).',
  });
}

function tooManyVertices(): QueryError {
  return new QueryError(`The shape has more than ${MAX_VERTICES.toLocaleString('en')} vertices.`, {
    hint: 'Simplify it first; what is drawn on a map needs no more.',
  });
}
