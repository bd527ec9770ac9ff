import { isCountryCentre } from './country-shapes.ts';
import type { Degrees } from './datum.ts';
import type { PlaceIssues } from './place-issues.ts';

/** Collections whose own address stands in records that had no better: latitude, longitude, metres around it. */
const INSTITUTIONS: readonly (readonly [name: string, latitude: number, longitude: number, metres: number])[] = [
  ['Natural History Museum, London', 51.4963, -0.1764, 250],
  ['Royal Botanic Gardens, Kew', 51.4787, -0.2956, 750],
  ['Royal Botanic Garden Edinburgh', 55.9653, -3.2092, 400],
  ['Oxford University Museum of Natural History', 51.7587, -1.2556, 200],
  ["Muséum national d'Histoire naturelle, Paris", 48.8434, 2.3587, 450],
  ['Naturalis, Leiden', 52.1648, 4.473, 250],
  ['Museum für Naturkunde, Berlin', 52.5302, 13.3793, 250],
  ['Botanischer Garten, Berlin', 52.4549, 13.304, 500],
  ['Senckenberg, Frankfurt', 50.1175, 8.6519, 250],
  ['Naturhistorisches Museum, Wien', 48.2052, 16.3598, 200],
  ['Naturhistoriska riksmuseet, Stockholm', 59.369, 18.0535, 250],
  ['National Museum of Natural History, Washington', 38.8913, -77.0261, 250],
  ['American Museum of Natural History, New York', 40.7813, -73.974, 250],
  ['New York Botanical Garden', 40.8623, -73.8773, 700],
  ['Museum of Comparative Zoology, Harvard', 42.3783, -71.1155, 250],
  ['Field Museum, Chicago', 41.8663, -87.617, 250],
  ['Missouri Botanical Garden', 38.6128, -90.2594, 500],
  ['California Academy of Sciences', 37.7699, -122.4661, 250],
  ['Natural History Museum of Los Angeles County', 34.0171, -118.2887, 250],
  ['Royal Ontario Museum, Toronto', 43.6677, -79.3948, 200],
  ['Australian Museum, Sydney', -33.8743, 151.213, 200],
];
const METRES_PER_DEGREE = 111_195;
/** Degrees of latitude. */
const FARTHEST = 0.01;
const WHOLE = 1e-9;

function institutionAt({ latitude, longitude }: Degrees): string | undefined {
  return INSTITUTIONS.find(([, north, east, metres]) => {
    const up = latitude - north;
    if (Math.abs(up) > FARTHEST) return false;
    const across = (longitude - east) * Math.cos((north * Math.PI) / 180);
    return Math.hypot(up, across) * METRES_PER_DEGREE <= metres;
  })?.[0];
}

function isMultiple(degrees: number, step: number): boolean {
  const count = degrees / step;
  return Math.abs(count - Math.round(count)) < WHOLE;
}

/** The side in degrees of the square whose middle the point is exactly; squares of a whole degree, a half and a quarter are in use. */
function squareAround({ latitude, longitude }: Degrees): number | undefined {
  return [1, 0.5, 0.25].find((side) => isMultiple(latitude - side / 2, side) && isMultiple(longitude - side / 2, side));
}

interface FlaggedPoint {
  readonly point: Degrees;
  /** In the datum in which it is written. */
  readonly written: Degrees;
  /** Degrees: one unit of the last digit that is written. */
  readonly precision: number | undefined;
  readonly possible: readonly string[];
}

/** Issues: that the point stands for something larger (a country, a collection, a square), or is written coarsely. */
export function flagPoint({ point, written, precision, possible }: FlaggedPoint, issues: PlaceIssues): void {
  const country = possible.find((code) => isCountryCentre(point.longitude, point.latitude, code));
  if (country !== undefined) issues.add('COORDINATE_COUNTRY_CENTROID', 'decimalLatitude', country);
  const institution = institutionAt(point);
  if (institution !== undefined) issues.add('COORDINATE_AT_INSTITUTION', 'decimalLatitude', institution);
  const side = squareAround(written);
  if (side !== undefined) issues.add('COORDINATE_GRID_CENTRE', 'decimalLatitude', `${side}°`);
  else if (precision !== undefined && precision >= 0.09) issues.add('COORDINATE_COARSE', 'decimalLatitude');
}
