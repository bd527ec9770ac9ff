import { SEAS } from '../vocabulary/geography-seas.ts';
import type { Degrees } from './datum.ts';
import { ShapeRows } from './shape-rows.ts';

let rows: ShapeRows | undefined;

function load(): ShapeRows {
  rows ??= new ShapeRows(SEAS.map(({ ring }) => ({ rings: [[...ring, ...ring.slice(0, 1)]] })));
  return rows;
}

/** The narrowest sea that is drawn around a point (degrees, WGS 84): its label. Whether the point is on land is not asked. */
export function seaAround({ longitude, latitude }: Degrees): string | undefined {
  return SEAS[load().find(longitude, latitude)]?.label;
}

/** Whether a chosen sea is drawn around a point, or within so many degrees of latitude of it. */
export function isSeaNear(
  { longitude, latitude, degrees }: Degrees & { readonly degrees: number },
  isChosen: (label: string) => boolean,
): boolean {
  const shapes = load();
  for (let shape = shapes.find(longitude, latitude); shape >= 0; shape = shapes.find(longitude, latitude, shape))
    if (isChosen(SEAS[shape]!.label)) return true;
  return shapes.isNearBorder({ longitude, latitude, degrees }, (shape) => isChosen(SEAS[shape]!.label));
}
