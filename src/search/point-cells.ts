import type { PointDictionary } from './dictionaries.ts';

const MICRO = 1e6;

/** The cells of a grid over the world in which an index's places lie. */
export interface PointCells {
  /** Columns across 360°, and rows from pole to pole; cells are square in degrees. */
  readonly columns: number;
  readonly rows: number;
  /** By the code of a place: its cell, row by row from the south; the last cell of all, in which nothing lies, for code 0. */
  readonly byCode: Uint16Array;
}

/** Cells that a grid may have for its places to be remembered. */
const MOST_CELLS = 0xffff;

/** Whether a grid over the world has few enough cells. */
export function isCoarse(columns: number): boolean {
  return columns * rowsOf(columns) < MOST_CELLS;
}

function rowsOf(columns: number): number {
  return Math.ceil(columns / 2);
}

export function cellsOfPoints({ latitudes, longitudes }: PointDictionary, columns: number): PointCells {
  const size = 360 / columns;
  const rows = rowsOf(columns);
  const byCode = new Uint16Array(latitudes.length + 1);
  byCode[0] = columns * rows;
  for (let place = 0; place < latitudes.length; place++)
    byCode[place + 1] =
      cellRow(latitudes[place]! / MICRO, { size, rows }) * columns +
      cellColumn(longitudes[place]! / MICRO, { size, columns });
  return { columns, rows, byCode };
}

/** The poles' and the antimeridian's far edges belong to the last cell. */
export function cellRow(latitude: number, { size, rows }: { readonly size: number; readonly rows: number }): number {
  return Math.min(rows - 1, Math.floor((latitude + 90) / size));
}

export function cellColumn(
  longitude: number,
  { size, columns }: { readonly size: number; readonly columns: number },
): number {
  return Math.min(columns - 1, Math.floor((longitude + 180) / size));
}
