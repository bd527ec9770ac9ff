import { findArea, lineageOfArea, type Area } from '../vocabulary/geography-areas.ts';
import { findSea, lineageOfSea } from '../vocabulary/geography-seas.ts';
import type { Degrees } from './datum.ts';
import { countryAt } from './country-shapes.ts';
import { areasNear } from './geography-area-shapes.ts';
import { isSeaNear, seaAround } from './geography-sea-shapes.ts';
import type { PlaceIssues } from './place-issues.ts';

/** Degrees: outlines are simplified to some 3 km. */
const OUTLINE = 0.03;
/** Degrees: 17 km. A point that is nearer to the named area is not said to be outside it. */
const AMPLE = 0.15;
/** Degrees: a point that is less certain lies in no area for sure. */
const LEAST_CERTAIN = 0.5;
const METRES_PER_DEGREE = 111_195;

interface Located extends Degrees {
  /** The country in which it lies for certain. ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  readonly coordinateUncertaintyInMeters: number | undefined;
  /** As written. */
  readonly stateProvince: string | null;
}

/**
 * The administrative areas in which a point lies, the broadest first: empty where a border is as near as the point is uncertain,
 * unless the areas on both sides have one above them. Issue: STATE_PROVINCE_COORDINATE_MISMATCH.
 */
export function readAreas(point: Located, issues: PlaceIssues): readonly string[] {
  const { countryCode, coordinateUncertaintyInMeters = 0, stateProvince } = point;
  const doubt = coordinateUncertaintyInMeters / METRES_PER_DEGREE;
  if (doubt > LEAST_CERTAIN) return [];
  const near = areasNear(point, { countryCode, degrees: Math.max(OUTLINE, doubt) });
  const named = stateProvince === null ? undefined : findArea(countryCode, stateProvince);
  if (named !== undefined && near.size > 0 && !isAmong(named, near)) {
    const around = areasNear(point, { countryCode, degrees: Math.max(AMPLE, doubt) });
    const labels = [...near].map(({ label }) => label).join(', ');
    if (!isAmong(named, around)) issues.add('STATE_PROVINCE_COORDINATE_MISMATCH', 'stateProvince', labels);
  }
  return sharedLineage([...near]).map(({ label }) => label);
}

/** Whether an area, or one below it, is among some. */
function isAmong({ number }: Area, areas: ReadonlySet<Area>): boolean {
  return [...areas].some((area) => area.number === number || area.parent === number);
}

/** What all the areas lie in. */
function sharedLineage(areas: readonly Area[]): readonly Area[] {
  const [first, ...others] = areas.map(lineageOfArea);
  return (first ?? []).filter((area) => others.every((lineage) => lineage.includes(area)));
}

/** Degrees of latitude: the limits of seas are drawn by hand. */
const LIMIT = 1.5;
const INLAND_SEA = 'Caspian Sea';

interface AtSea extends Degrees {
  /** As written. */
  readonly waterBody: string | null;
}

/** The sea in which a point lies; undefined on land. Issue: WATER_BODY_COORDINATE_MISMATCH. */
export function readSea({ latitude, longitude, waterBody }: AtSea, issues: PlaceIssues): string | undefined {
  const found = seaAround({ latitude, longitude });
  // The shapes of countries end at the shores of the Caspian Sea; other lakes are within them.
  const sea = countryAt(longitude, latitude) === undefined ? found : undefined;
  const named = waterBody === null || sea === undefined ? undefined : findSea(waterBody);
  if (
    sea !== undefined &&
    named !== undefined &&
    (named === INLAND_SEA) === (sea === INLAND_SEA) &&
    !lineageOfSea(sea).includes(named) &&
    !isSeaNear({ latitude, longitude, degrees: LIMIT }, (label) => lineageOfSea(label).includes(named))
  )
    issues.add('WATER_BODY_COORDINATE_MISMATCH', 'waterBody', sea);
  return sea;
}
