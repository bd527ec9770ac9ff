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
  // Most rings do not cross it; then there is nothing to make.
  if (ring.every(([x = 0], at) => Math.abs(x - (ring[at - 1]?.[0] ?? x)) <= 180)) return ring;
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
    const shapes = written.map(({ rings }) => rings.map(unrolled));
    const count = shapes.reduce((sum, rings) => sum + rings.reduce((corners, { length }) => corners + length, 0), 0);
    this.#corners = new Float64Array(2 * count);
    this.#outlines = new Int32Array(2 * shapes.length);
    const isLast = new Uint8Array(count);
    let corner = 0;
    for (const [shape, rings] of shapes.entries()) {
      this.#outlines.set([corner, rings[0]?.length ?? 0], 2 * shape);
      for (const ring of rings) {
        for (const [x = 0, y = 0] of ring) {
          this.#corners[2 * corner] = x;
          this.#corners[2 * corner + 1] = y;
          corner++;
        }
        if (ring.length > 0) isLast[corner - 1] = 1;
      }
    }
    const edges = this.#edgesOfRows(isLast);
    this.#firstRun = edges.firstRun;
    this.#firstEdge = edges.firstEdge;
    this.#shapeOfRun = edges.shapeOfRun;
    this.#edges = new Int32Array(edges.firstEdge.at(-1) ?? 0);
    this.#west = new Float64Array(edges.shapeOfRun.length).fill(Infinity);
    this.#east = new Float64Array(edges.shapeOfRun.length).fill(-Infinity);
    this.#fill(isLast, edges.runOf);
  }

  /** Counts first, so that nothing but flat arrays is made: a run is the edges of one shape in one row. */
  #edgesOfRows(isLast: Uint8Array) {
    // In the order of the shapes: the row of each run, and how many edges it has.
    const rows: number[] = [];
    const counts: number[] = [];
    const shapeOf: number[] = [];
    const runOfRow = new Int32Array(ROWS);
    const shapeOfRow = new Int32Array(ROWS).fill(-1);
    this.#visit(isLast, (shape, row) => {
      if (shapeOfRow[row] !== shape) {
        shapeOfRow[row] = shape;
        runOfRow[row] = rows.length;
        rows.push(row);
        counts.push(0);
        shapeOf.push(shape);
      }
      counts[runOfRow[row]!]!++;
    });
    // In the order of the rows, and in that of the shapes in each.
    const firstRun = new Int32Array(ROWS + 1);
    for (const row of rows) firstRun[row + 1]!++;
    for (let row = 0; row < ROWS; row++) firstRun[row + 1]! += firstRun[row]!;
    const next = firstRun.slice();
    const runOf = Int32Array.from(rows, (row) => next[row]!++);
    const firstEdge = new Int32Array(rows.length + 1);
    const shapeOfRun = new Int32Array(rows.length);
    for (const [index, run] of runOf.entries()) {
      firstEdge[run + 1] = counts[index]!;
      shapeOfRun[run] = shapeOf[index]!;
    }
    for (let run = 0; run < rows.length; run++) firstEdge[run + 1]! += firstEdge[run]!;
    return { firstRun, firstEdge, shapeOfRun, runOf };
  }

  /** `runOf` has the runs in the order in which the shapes come to them. */
  #fill(isLast: Uint8Array, runOf: Int32Array): void {
    const next = this.#firstEdge.slice();
    const runOfRow = new Int32Array(ROWS);
    const shapeOfRow = new Int32Array(ROWS).fill(-1);
    let seen = 0;
    this.#visit(isLast, (shape, row, corner) => {
      if (shapeOfRow[row] !== shape) {
        shapeOfRow[row] = shape;
        runOfRow[row] = runOf[seen++]!;
      }
      const run = runOfRow[row]!;
      this.#edges[next[run]!++] = corner;
      const from = this.#corners[2 * corner]!;
      const until = this.#corners[2 * corner + 2]!;
      this.#west[run] = Math.min(this.#west[run]!, from, until);
      this.#east[run] = Math.max(this.#east[run]!, from, until);
    });
  }

  /** Calls back for each edge, shape by shape, with each row that it touches. */
  #visit(isLast: Uint8Array, callback: (shape: number, row: number, corner: number) => void): void {
    const shapes = this.#outlines.length / 2;
    for (let shape = 0; shape < shapes; shape++) {
      const end = shape + 1 < shapes ? this.#outlines[2 * shape + 2]! : isLast.length;
      for (let corner = this.#outlines[2 * shape]!; corner < end; corner++) {
        if (isLast[corner] === 1) continue;
        const y = this.#corners[2 * corner + 1]!;
        const nextY = this.#corners[2 * corner + 3]!;
        const last = rowOf(Math.max(y, nextY));
        for (let row = rowOf(Math.min(y, nextY)); row <= last; row++) callback(shape, row, corner);
      }
    }
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
