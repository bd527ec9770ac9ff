import type { Grid, GridCell, GridOptions } from './engine.ts';
import type { Counted } from './facet-count.ts';
import { POINT_COLUMN } from './index-columns.ts';
import { QueryError } from './query-error.ts';

const MICRO = 1e6;

/** Below this share of all different places, the rows of a selection are counted one by one. */
const FEW_SHARE = 1 / 8;

/** Counts located records by cells that are square in degrees; places are visited by latitude, a row of cells at a time. */
export function countGrid(counted: Counted, options: GridOptions): Grid {
  const { cells: columns } = options;
  if (!Number.isInteger(columns) || columns < 4 || columns > 4096) {
    throw new QueryError('A grid has 4 to 4,096 columns across 360 degrees.');
  }
  const isInside = boundsTest(options.bounds);
  const { index, possible } = counted;
  const { latitudes, longitudes } = index.points();
  const size = 360 / columns;
  const band = new Uint32Array(columns);
  const cells: GridCell[] = [];
  let located = 0;
  let current = -1;
  const flush = () => {
    for (let column = 0; column < columns; column++) {
      if (band[column]! > 0) cells.push(cellAt({ column, row: current, size, count: band[column]! }));
    }
    band.fill(0);
  };
  /** Places come by latitude, so that a row of cells is filled before the next begins. */
  const add = (place: number, count: number) => {
    const [longitude, latitude] = [longitudes[place]! / MICRO, latitudes[place]! / MICRO];
    if (!isInside(longitude, latitude)) return;
    // The poles' and the antimeridian's far edges belong to the last cell.
    const row = Math.min(Math.ceil(180 / size) - 1, Math.floor((latitude + 90) / size));
    if (row !== current) {
      flush();
      current = row;
    }
    band[Math.min(columns - 1, Math.floor((longitude + 180) / size))]! += count;
    located += count;
  };
  const column = index.column(POINT_COLUMN);
  if (possible.count < latitudes.length * FEW_SHARE) {
    for (const code of possible
      .rows()
      .map((row) => column.codes[row]!)
      .toSorted()) {
      if (code > 0) add(code - 1, 1);
    }
  } else {
    const counts = counted.cache.count(column, possible);
    for (let at = 0; at < latitudes.length; at++) if (counts[at + 1]! > 0) add(at, counts[at + 1]!);
  }
  flush();
  return { cells, located };
}

function cellAt(options: { column: number; row: number; size: number; count: number }): GridCell {
  const { column, row, size, count } = options;
  const west = column * size - 180;
  const south = row * size - 90;
  const north = Math.min(90, south + size);
  return {
    longitude: west + size / 2,
    latitude: (south + north) / 2,
    west,
    south,
    east: west + size,
    north,
    count,
  };
}

/** Whether a point lies in the bounds, edges included; west > east crosses the antimeridian. */
export function boundsTest(bounds: GridOptions['bounds']): (longitude: number, latitude: number) => boolean {
  if (bounds === undefined) return () => true;
  const [west, south, east, north] = bounds;
  if (bounds.some((edge) => !Number.isFinite(edge)) || south > north) {
    throw new QueryError('The bounds of a map are west, south, east, north in degrees.', {
      hint: 'For instance bounds=95,-11,141,6.',
    });
  }
  if (east - west >= 360) return (_, latitude) => latitude >= south && latitude <= north;
  const [from, to] = [wrap(west), wrap(east)];
  return (longitude, latitude) => {
    if (latitude < south || latitude > north) return false;
    return from <= to ? longitude >= from && longitude <= to : longitude >= from || longitude <= to;
  };
}

/** A longitude within ±180. */
function wrap(longitude: number): number {
  if (longitude >= -180 && longitude <= 180) return longitude;
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}
