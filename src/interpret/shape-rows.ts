/** A closed shape of one or more rings of [longitude, latitude]; holes and islands alike, told apart by even and odd. */
export interface Shape {
  readonly rings: readonly (readonly (readonly number[])[])[];
}

type Ring = readonly (readonly number[])[];

/**
 * A ring that runs on beyond ±180 where it crosses the antimeridian (there its edges would otherwise jump around the
 * globe), and along the pole that it encloses.
 */
function unrolled(ring: Ring): Ring {
  let turns = 0;
  let before = ring[0]?.[0] ?? 0;
  const corners = ring.map(([x = 0, y = 0]) => {
    turns += x - before > 180 ? -1 : before - x > 180 ? 1 : 0;
    before = x;
    return [x + 360 * turns, y];
  });
  const [first] = corners;
  if (turns === 0 || first === undefined) return corners;
  const pole = (first[1] ?? 0) < 0 ? -90 : 90;
  return [...corners, [corners.at(-1)?.[0] ?? 0, pole], [first[0] ?? 0, pole], first];
}

/** One shape's edges in one row. */
interface Run {
  readonly shape: number;
  readonly edges: number[];
}

interface Reach {
  readonly longitude: number;
  readonly latitude: number;
  /** Of latitude. */
  readonly degrees: number;
}

interface Surroundings {
  readonly x: number;
  readonly y: number;
  readonly degrees: number;
  /** Degrees of longitude that are as long as one of latitude. */
  readonly stretch: number;
}

const ROWS_PER_DEGREE = 10;
const ROWS = 180 * ROWS_PER_DEGREE;

function rowOf(latitude: number): number {
  return Math.max(0, Math.min(ROWS - 1, Math.floor((latitude + 90) * ROWS_PER_DEGREE)));
}

/**
 * Shapes cut into rows of a tenth of a degree. A point is tested against the edges of its own row only, and of these
 * against the shapes alone that the row has on both sides of it: below a microsecond, without allocation.
 */
export class ShapeRows {
  /** Corners of all rings, x and y by turns. An edge is named by the position of its first corner. */
  readonly #corners: Float64Array;
  /** First corner and number of corners of each shape's outer ring, by turns. */
  readonly #outlines: Int32Array;
  /** Edges of a run, one run after another. */
  readonly #edges: Int32Array;
  /** Runs of a row: the first of each row. */
  readonly #firstRun: Int32Array;
  readonly #firstEdge: Int32Array;
  readonly #shapeOfRun: Int32Array;
  readonly #west: Float64Array;
  readonly #east: Float64Array;

  constructor(written: readonly Shape[]) {
    const shapes = written.map(({ rings }) => ({ rings: rings.map(unrolled) }));
    const corners = shapes.reduce(
      (sum, { rings }) => sum + rings.reduce((count, ring) => count + ring.length + 1, 0),
      0,
    );
    this.#corners = new Float64Array(2 * corners);
    this.#outlines = new Int32Array(2 * shapes.length);
    const rows: number[][] = Array.from({ length: ROWS }, () => []);
    const lastRun = new Int32Array(ROWS).fill(-1);
    const runs: Run[] = [];
    let corner = 0;
    for (const [shape, { rings }] of shapes.entries()) {
      lastRun.fill(-1);
      this.#outlines.set([corner, rings[0]?.length ?? 0], 2 * shape);
      for (const ring of rings) {
        for (const [at, [x = 0, y = 0]] of ring.entries()) {
          this.#corners[2 * corner] = x;
          this.#corners[2 * corner + 1] = y;
          const next = ring[at + 1];
          if (next !== undefined) {
            const nextY = next[1] ?? 0;
            for (let row = rowOf(Math.min(y, nextY)); row <= rowOf(Math.max(y, nextY)); row++) {
              if (lastRun[row] === -1) {
                lastRun[row] = runs.length;
                rows[row]?.push(runs.length);
                runs.push({ shape, edges: [] });
              }
              runs[lastRun[row] ?? 0]?.edges.push(corner);
            }
          }
          corner++;
        }
      }
    }
    this.#firstRun = new Int32Array(ROWS + 1);
    this.#firstEdge = new Int32Array(runs.length + 1);
    this.#shapeOfRun = new Int32Array(runs.length);
    this.#west = new Float64Array(runs.length);
    this.#east = new Float64Array(runs.length);
    this.#edges = new Int32Array(runs.reduce((sum, { edges }) => sum + edges.length, 0));
    this.#fill(rows, runs);
  }

  #fill(rows: readonly (readonly number[])[], runs: readonly Run[]): void {
    let to = 0;
    let edge = 0;
    for (const [row, members] of rows.entries()) {
      this.#firstRun[row] = to;
      for (const member of members) {
        const run = runs[member];
        if (run === undefined) continue;
        const { shape, edges } = run;
        let west = Infinity;
        let east = -Infinity;
        this.#firstEdge[to] = edge;
        this.#shapeOfRun[to] = shape;
        for (const corner of edges) {
          this.#edges[edge++] = corner;
          const from = this.#corners[2 * corner] ?? 0;
          const until = this.#corners[2 * corner + 2] ?? 0;
          west = Math.min(west, from, until);
          east = Math.max(east, from, until);
        }
        this.#west[to] = west;
        this.#east[to] = east;
        to++;
      }
    }
    this.#firstRun[ROWS] = to;
    this.#firstEdge[to] = edge;
  }

  /** Longitudes and latitudes, by turns, of the outer ring of a shape. */
  outline(shape: number): Float64Array {
    const first = this.#outlines[2 * shape] ?? 0;
    return this.#corners.subarray(2 * first, 2 * (first + (this.#outlines[2 * shape + 1] ?? 0)));
  }

  /** The first shape that holds the point, counted from `after`; -1 where there is none. */
  find(longitude: number, latitude: number, after = -1): number {
    const row = rowOf(latitude);
    const end = this.#firstRun[row + 1] ?? 0;
    for (let run = this.#firstRun[row] ?? 0; run < end; run++) {
      const shape = this.#shapeOfRun[run] ?? -1;
      if (shape <= after) continue;
      for (let x = this.#leastTurn(run, longitude); x <= (this.#east[run] ?? 0); x += 360)
        if (this.#isInside(run, x, latitude)) return shape;
    }
    return -1;
  }

  /** The longitude, turned around the globe until it is no longer west of a run. */
  #leastTurn(run: number, longitude: number): number {
    const west = this.#west[run] ?? 0;
    let x = longitude;
    while (x < west) x += 360;
    while (x - 360 >= west) x -= 360;
    return x;
  }

  #isInside(run: number, x: number, y: number): boolean {
    const corners = this.#corners;
    const end = this.#firstEdge[run + 1] ?? 0;
    let isInside = false;
    for (let at = this.#firstEdge[run] ?? 0; at < end; at++) {
      const corner = 2 * (this.#edges[at] ?? 0);
      const fromY = corners[corner + 1] ?? 0;
      const toY = corners[corner + 3] ?? 0;
      if (fromY > y === toY > y) continue;
      const fromX = corners[corner] ?? 0;
      const crossing = fromX + ((y - fromY) * ((corners[corner + 2] ?? 0) - fromX)) / (toY - fromY);
      if (crossing > x) isInside = !isInside;
    }
    return isInside;
  }

  /** Whether a border of a chosen shape lies within so many degrees of latitude of the point. */
  isNearBorder({ longitude, latitude, degrees }: Reach, isChosen: (shape: number) => boolean): boolean {
    const stretch = 1 / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
    const width = degrees * stretch;
    const last = this.#firstRun[rowOf(latitude + degrees) + 1] ?? 0;
    for (let run = this.#firstRun[rowOf(latitude - degrees)] ?? 0; run < last; run++) {
      if (!isChosen(this.#shapeOfRun[run] ?? -1)) continue;
      const end = (this.#east[run] ?? 0) + width;
      for (let x = this.#leastTurn(run, longitude + width) - width; x <= end; x += 360)
        if (this.#hasEdgeNear(run, { x, y: latitude, degrees, stretch })) return true;
    }
    return false;
  }

  /** Whether an edge of a run lies near a point; a degree of latitude is as long as `stretch` of longitude. */
  #hasEdgeNear(run: number, { x, y, degrees, stretch }: Surroundings): boolean {
    const corners = this.#corners;
    const end = this.#firstEdge[run + 1] ?? 0;
    for (let at = this.#firstEdge[run] ?? 0; at < end; at++) {
      const corner = 2 * (this.#edges[at] ?? 0);
      const fromX = ((corners[corner] ?? 0) - x) / stretch;
      const fromY = (corners[corner + 1] ?? 0) - y;
      const alongX = ((corners[corner + 2] ?? 0) - x) / stretch - fromX;
      const alongY = (corners[corner + 3] ?? 0) - y - fromY;
      const length = alongX * alongX + alongY * alongY;
      const share = length === 0 ? 0 : Math.max(0, Math.min(1, -(fromX * alongX + fromY * alongY) / length));
      if ((fromX + share * alongX) ** 2 + (fromY + share * alongY) ** 2 <= degrees * degrees) return true;
    }
    return false;
  }
}
