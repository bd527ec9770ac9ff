/** Semi-major axis in metres and flattening. */
interface Ellipsoid {
  readonly axis: number;
  readonly flattening: number;
}

const INTERNATIONAL: Ellipsoid = { axis: 6_378_388, flattening: 1 / 297 };
const WGS84: Ellipsoid = { axis: 6_378_137, flattening: 1 / 298.257_223_563 };

/**
 * The datums that put points farthest from where WGS 84 puts them, with their transformations in EPSG: shifts in metres, rotations
 * in seconds (of the position vector), scale in millionths. All rest on the International ellipsoid of 1924. Of all other datums
 * with the meridian of Greenwich none is farther anywhere, but Macao 1920, which came into EPSG in 2018 and is no part of the
 * standard's figures.
 */
const FARTHEST: readonly (readonly [x: number, y: number, z: number, ...turns: number[]])[] = [
  // Fatu Iva 72
  [347.103, 1078.125, 2623.922, 33.8875, -70.6773, 9.3943, 186.074],
  // Kusaie 1951
  [647, 1777, -1124],
  // Helle 1954
  [982.6087, 552.753, -540.873, 6.681_626_63, -31.611_492_41, -19.848_161, 16.805],
  // Réunion 1947
  [94, -948, -1262],
];

const RADIANS = Math.PI / 180;

/**
 * The farthest, in whole metres, that a point of unknown datum may lie from where WGS 84 puts the same degrees: 2786 at 30° S
 * 130° E as in the standard's example, 5359 at most (Georeferencing Calculator, Wieczorek and Wieczorek 2021).
 */
export function largestDatumShift({
  latitude,
  longitude,
}: {
  readonly latitude: number;
  readonly longitude: number;
}): number {
  const [phi, lambda] = [latitude * RADIANS, longitude * RADIANS];
  return Math.round(Math.max(...FARTHEST.map((shift) => shiftBy(phi, lambda, shift))));
}

function shiftBy(
  phi: number,
  lambda: number,
  [dx, dy, dz, rx = 0, ry = 0, rz = 0, scale = 0]: readonly number[],
): number {
  const { axis, flattening } = INTERNATIONAL;
  const squared = flattening * (2 - flattening);
  const radius = axis / Math.sqrt(1 - squared * Math.sin(phi) ** 2);
  const x = radius * Math.cos(phi) * Math.cos(lambda);
  const y = radius * Math.cos(phi) * Math.sin(lambda);
  const z = radius * (1 - squared) * Math.sin(phi);
  const [a, b, c] = [rx, ry, rz].map((seconds) => (seconds / 3600) * RADIANS) as [number, number, number];
  const size = 1 + scale / 1e6;
  return distance(
    [phi, lambda],
    degreesOf(
      (dx ?? 0) + size * (x - c * y + b * z),
      (dy ?? 0) + size * (c * x + y - a * z),
      (dz ?? 0) + size * (a * y - b * x + z),
    ),
  );
}

type Angles = readonly [phi: number, lambda: number];

/** Latitude and longitude of a point near the surface of WGS 84, by Bowring's formula (good to a millimetre there). */
function degreesOf(x: number, y: number, z: number): Angles {
  const { axis, flattening } = WGS84;
  const polar = axis * (1 - flattening);
  const squared = flattening * (2 - flattening);
  const across = Math.hypot(x, y);
  const reduced = Math.atan2(z * axis, across * polar);
  const phi = Math.atan2(
    z + ((axis ** 2 - polar ** 2) / polar) * Math.sin(reduced) ** 3,
    across - squared * axis * Math.cos(reduced) ** 3,
  );
  return [phi, Math.atan2(y, x)];
}

/** On a sphere with the radius of the equator, as the standard's figures are. */
function distance([phi, lambda]: Angles, [otherPhi, otherLambda]: Angles): number {
  const half =
    Math.sin((otherPhi - phi) / 2) ** 2 +
    Math.cos(phi) * Math.cos(otherPhi) * Math.sin((otherLambda - lambda) / 2) ** 2;
  return 2 * WGS84.axis * Math.asin(Math.sqrt(half));
}
