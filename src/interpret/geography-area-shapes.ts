import { listArcs, listAreas, type Area } from '../vocabulary/geography-areas.ts';
import type { Degrees } from './datum.ts';
import { ShapeRows } from './shape-rows.ts';

type Corner = readonly [longitude: number, latitude: number];

interface AreaShapes {
  readonly rows: ShapeRows;
  /** The area of each shape. */
  readonly areaOf: readonly Area[];
}

let shapes: AreaShapes | undefined;

const THOUSANDTH = 0.001;
/** Encoded polylines have five bits a letter, from `?` on; the sixth says that more follow. */
const FIRST_LETTER = 63;
const MORE = 0x20;

function decodeArc(text: string): readonly Corner[] {
  const corners: Corner[] = [];
  let [at, x, y] = [0, 0, 0];
  const next = () => {
    let [value, shift, part] = [0, 0, MORE];
    while (part >= MORE) {
      part = text.charCodeAt(at++) - FIRST_LETTER;
      value |= (part & (MORE - 1)) << shift;
      shift += 5;
    }
    return value & 1 ? ~(value >> 1) : value >> 1;
  };
  while (at < text.length) {
    x += next();
    y += next();
    corners.push([x * THOUSANDTH, y * THOUSANDTH]);
  }
  return corners;
}

/** As in TopoJSON: an arc that is counted backwards from -1 is turned round; arcs share their ends. */
function ringOf(numbers: string, arcs: readonly (readonly Corner[])[]): readonly Corner[] {
  return numbers.split(' ').flatMap((text, index) => {
    const number = Number(text);
    const corners = number < 0 ? (arcs[~number] ?? []).toReversed() : (arcs[number] ?? []);
    return index === 0 ? corners : corners.slice(1);
  });
}

function load(): AreaShapes {
  if (shapes !== undefined) return shapes;
  const arcs = listArcs().map(decodeArc);
  const parts = listAreas().flatMap((area) =>
    area.outline === ''
      ? []
      : area.outline.split(';').map((part) => ({ area, rings: part.split('/').map((ring) => ringOf(ring, arcs)) })),
  );
  shapes = { rows: new ShapeRows(parts), areaOf: parts.map(({ area }) => area) };
  return shapes;
}

/** The areas of a country that lie at a point (degrees, WGS 84), or within so many degrees of latitude of it. */
export function areasNear(
  { longitude, latitude }: Degrees,
  { countryCode, degrees }: { readonly countryCode: string; readonly degrees: number },
): ReadonlySet<Area> {
  const { rows, areaOf } = load();
  const found = new Set<Area>();
  for (let shape = rows.find(longitude, latitude); shape >= 0; shape = rows.find(longitude, latitude, shape))
    if (areaOf[shape]!.countryCode === countryCode) found.add(areaOf[shape]!);
  let next: Area | undefined;
  const isNew = (shape: number): boolean => {
    next = areaOf[shape]!;
    return next.countryCode === countryCode && !found.has(next);
  };
  while (rows.isNearBorder({ longitude, latitude, degrees }, isNew)) if (next !== undefined) found.add(next);
  return found;
}
