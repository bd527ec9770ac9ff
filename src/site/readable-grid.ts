import type { Grid, Selection } from '../search/engine.ts';

interface GridOptions {
  /** Columns across the world to begin with. */
  readonly cells: number;
  /** Dots that a map of its size can show apart. */
  readonly most: number;
}

/** Where a selection lies, in cells coarse enough that the map stays readable and its page small. */
export async function readableGrid(selection: Selection, { cells, most }: GridOptions): Promise<Grid> {
  const grid = await selection.grid({ cells });
  if (grid.cells.length <= most || cells <= 16) return grid;
  return readableGrid(selection, { cells: Math.round(cells / 1.5), most });
}
