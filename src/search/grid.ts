import type { Grid, GridCell, GridOptions } from './engine.ts';
import type { Counted } from './facet-count.ts';
import { POINT_COLUMN } from './index-columns.ts';
import { cellColumn, cellRow, isCoarse } from './point-cells.ts';
import { QueryError } from './query-error.ts';

const MICRO = 1e6;

/** Below this share of all different places, the rows of a selection are counted one by one. */
const FEW_SHARE = 1 / 8;

/** Counts located records by cells that are square in degrees. */
export function countGrid(counted: Counted, options: GridOptions): Grid {
  const { cells: columns, bounds } = options;
  if (!Number.isInteger(columns) || columns < 4 || columns > 4096) {
    throw new QueryError('A grid has 4 to 4,096 columns across 360 degrees.');
  }
  const { index, possible } = counted;
  const isOfMany = possible.count >= index.points().latitudes.length * FEW_SHARE;
  return bounds === undefined && isOfMany && isCoarse(columns)
    ? countWorld(counted, columns)
    : countPlaces(counted, { columns, bounds });
}

/** Over all the world, record by record: each place's cell is known. */
function countWorld({ index, possible }: Counted, columns: number): Grid {
  const { byCode, rows } = index.cells(columns);
  const { codes } = index.column(POINT_COLUMN);
  const counts = new Uint32Array(columns * rows + 1);
  const list = possible.rows();
  for (let at = 0; at < list.length; at++) counts[byCode[codes[list[at]!]!]!]!++;
  const size = 360 / columns;
  const cells: GridCell[] = [];
  for (let cell = 0; cell < counts.length - 1; cell++)
    if (counts[cell]! > 0)
      cells.push(cellAt({ column: cell % columns, row: Math.floor(cell / columns), size, count: counts[cell]! }));
  return { cells, located: possible.count - counts.at(-1)! };
}

/** Place by place, by latitude, a row of cells at a time. */
function countPlaces(
  counted: Counted,
  { columns, bounds }: { readonly columns: number; readonly bounds: GridOptions['bounds'] },
): Grid {
  const isInside = boundsTest(bounds);
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
    const row = cellRow(latitude, { size, rows: Math.ceil(columns / 2) });
    if (row !== current) {
      flush();
      current = row;
    }
    band[cellColumn(longitude, { size, columns })]! += count;
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
