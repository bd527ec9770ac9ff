import { hasOtherMeridian, isTownship } from './coordinate-words.ts';
import { readGrid, type PlacedGrid } from './coordinate-system.ts';
import { findPair, parseAngle, parsePair, type AnglePair } from './coordinates.ts';
import type { CountryReading } from './country-name.ts';
import { isNearCountry } from './country-shapes.ts';
import { parseDatum, toWgs84, type Degrees } from './datum.ts';
import type { InterpretContext } from './interpreter.ts';
import type { PlaceIssues } from './place-issues.ts';

/** Coasts and borders of the shapes are approximate, in degrees. */
const NEAR = 0.15;
/** Letters of a text that is searched for coordinates. */
const LONGEST = 2000;
/** About ten centimetres. */
const DECIMALS = 6;
const OTHER_DATUM =
  /^(?:nad ?\d\d|ed ?50|tokyo|osgb|ed50|gda ?\d\d|agd ?\d\d|cape|arc|sad ?\d\d|cassini|bessel|potsdam|pulkovo|clarke|indian|epsg:? ?\d+|north american)/u;

/** The terms that say where a point lies. */
export const POINT_TERMS = [
  'decimalLatitude',
  'decimalLongitude',
  'verbatimLatitude',
  'verbatimLongitude',
  'verbatimCoordinates',
  'verbatimCoordinateSystem',
  'verbatimSRS',
  'geodeticDatum',
] as const;

type PointTerms = Readonly<Record<(typeof POINT_TERMS)[number], string | null>>;

/** A point in WGS 84, and how it was written. */
export interface WrittenPoint extends Degrees {
  /** Degrees in the datum in which they are written. */
  readonly written: Degrees;
  /** Degrees: one unit of the last digit that is written. Absent where it comes from a grid. */
  readonly precision?: number;
  readonly isGrid: boolean;
  /** Of a grid's square. */
  readonly coordinateUncertaintyInMeters?: number;
}

interface PointOptions {
  readonly terms: PointTerms;
  readonly stated: CountryReading | undefined;
  readonly context: InterpretContext;
}

/**
 * Reads a point from the decimal fields, or, where they are empty or unreadable, from the words on the label: degrees, UTM,
 * MGRS, British and Irish grids, a pair within a longer text. Issues: those about coordinates and datums.
 */
export function readPoint({ terms, stated, context }: PointOptions, issues: PlaceIssues): WrittenPoint | undefined {
  const read = readAngles(terms, issues);
  if (read === 'other meridian') return undefined;
  if (read === undefined) return readOther(terms, stated, issues);
  const { pair, isDecimal } = read;
  const degrees = degreesOf(pair, { stated, context, issues });
  if (degrees === undefined) return undefined;
  const datum = isDecimal ? terms.geodeticDatum : (terms.verbatimSRS ?? terms.geodeticDatum);
  const { latitude, longitude } = converted(datum, degrees, issues);
  const point = { latitude: round(latitude), longitude: round(longitude) };
  if (isDecimal && (round(degrees.latitude) !== degrees.latitude || round(degrees.longitude) !== degrees.longitude))
    issues.add('COORDINATE_ROUNDED', 'decimalLatitude');
  const precision = Math.min(pair.latitude.precision, pair.longitude.precision);
  return { ...point, written: degrees, precision, isGrid: false };
}

function round(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS));
}

interface Angles {
  readonly pair: AnglePair;
  readonly isDecimal: boolean;
}

/** Decimal fields first; the words on the label where they are empty. */
function readAngles(terms: PointTerms, issues: PlaceIssues): Angles | 'other meridian' | undefined {
  const { decimalLatitude, decimalLongitude, verbatimLongitude, verbatimCoordinates } = terms;
  const decimal = readDecimal(decimalLatitude, decimalLongitude, issues);
  if (decimal !== undefined) {
    if (isFarApart(decimal, readWritten(terms))) issues.add('COORDINATE_VERBATIM_MISMATCH', 'verbatimCoordinates');
    return { pair: decimal, isDecimal: true };
  }
  const written = [verbatimLongitude, verbatimCoordinates]
    .filter((text) => text !== null)
    .find((text) => hasOtherMeridian(text.slice(0, LONGEST)));
  if (written !== undefined) {
    issues.add('COORDINATE_MERIDIAN_NOT_GREENWICH', 'verbatimCoordinates', written);
    return 'other meridian';
  }
  const pair = readWritten(terms);
  return pair === undefined ? undefined : { pair, isDecimal: false };
}

/** The words on the label as angles. */
function readWritten({ verbatimLatitude, verbatimLongitude, verbatimCoordinates }: PointTerms): AnglePair | undefined {
  if (verbatimLatitude !== null && verbatimLongitude !== null) {
    const latitude = parseAngle(verbatimLatitude);
    const longitude = parseAngle(verbatimLongitude);
    if (latitude !== undefined && longitude !== undefined && !isFarOff(latitude.degrees))
      return { latitude, longitude };
  }
  if (verbatimCoordinates === null) return undefined;
  const pair = parsePair(verbatimCoordinates) ?? findPair(verbatimCoordinates);
  return pair === undefined || isFarOff(pair.latitude.degrees) ? undefined : pair;
}

/** Degrees, 11 km: more than datums and rounding explain. */
const FAR_APART = 0.1;

/** Only where the label has letters for both directions: without them its signs are not sure. */
function isFarApart(decimal: AnglePair, written: AnglePair | undefined): boolean {
  if (written === undefined || written.longitude.isAmbiguous) return false;
  return (['latitude', 'longitude'] as const).some((axis) => {
    const { axis: said, degrees, precision } = written[axis];
    return said === axis && Math.abs(degrees - decimal[axis].degrees) > Math.max(FAR_APART, precision);
  });
}

/** Metres of a grid, and no angle. */
function isFarOff(degrees: number): boolean {
  return Math.abs(degrees) >= 1000;
}

function readDecimal(
  decimalLatitude: string | null,
  decimalLongitude: string | null,
  issues: PlaceIssues,
): AnglePair | undefined {
  if (decimalLatitude === null && decimalLongitude === null) return undefined;
  if (decimalLatitude === null || decimalLongitude === null) {
    const [term, value] =
      decimalLatitude === null ? ['decimalLongitude', decimalLongitude] : ['decimalLatitude', decimalLatitude];
    issues.add('COORDINATE_INCOMPLETE', term ?? '', value ?? undefined);
    return undefined;
  }
  const latitude = parseAngle(decimalLatitude);
  const longitude = parseAngle(decimalLongitude);
  if (
    latitude !== undefined &&
    longitude !== undefined &&
    latitude.axis !== 'longitude' &&
    longitude.axis !== 'latitude'
  )
    return { latitude, longitude };
  issues.add(
    'COORDINATE_INVALID',
    latitude === undefined ? 'decimalLatitude' : 'decimalLongitude',
    `${decimalLatitude}, ${decimalLongitude}`,
  );
  return undefined;
}

interface Surroundings {
  readonly stated: CountryReading | undefined;
  readonly context: InterpretContext;
  readonly issues: PlaceIssues;
}

/** A pair as a point on the globe, where it is one. */
function degreesOf(pair: AnglePair, { stated, context, issues }: Surroundings): Degrees | undefined {
  const latitude = pair.latitude.degrees;
  const longitude = pair.longitude.isAmbiguous ? decideO(pair, stated, context) : pair.longitude.degrees;
  if (longitude === undefined) {
    issues.add('COORDINATE_AMBIGUOUS', 'decimalLongitude');
    return undefined;
  }
  if (latitude === 0 && longitude === 0) {
    issues.add('ZERO_COORDINATE', 'decimalLatitude');
    return undefined;
  }
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  const fits =
    Math.abs(longitude) <= 90 &&
    Math.abs(latitude) <= 180 &&
    stated?.certain !== undefined &&
    isNearCountry(latitude, longitude, stated.certain, NEAR);
  issues.add(
    fits ? 'PRESUMED_SWAPPED_COORDINATE' : 'COORDINATE_OUT_OF_RANGE',
    'decimalLatitude',
    `${latitude}, ${longitude}`,
  );
  return fits ? { latitude: longitude, longitude: latitude } : undefined;
}

/** O is east in German; west in French, Spanish, Portuguese and Italian; else the stated country decides, if it can. */
function decideO(
  { latitude, longitude }: AnglePair,
  stated: CountryReading | undefined,
  { language }: InterpretContext,
): number | undefined {
  const east = longitude.degrees;
  if (stated?.certain !== undefined) {
    const { certain } = stated;
    const fits = [east, -east].filter((degrees) => isNearCountry(degrees, latitude.degrees, certain, NEAR));
    if (fits.length === 1) return fits[0];
  }
  if (language?.startsWith('de') === true) return east;
  return language !== undefined && /^(?:fr|es|pt|it|ca|gl)\b/u.test(language) ? -east : undefined;
}

/** The shorter way round the globe, in degrees. */
function turnOf(degrees: number): number {
  const turn = Math.abs(degrees) % 360;
  return Math.min(turn, 360 - turn);
}

/** A point in the stated datum as one of WGS 84. Issues: those about datum and reprojection. */
function converted(geodeticDatum: string | null, point: Degrees, issues: PlaceIssues): Degrees {
  if (geodeticDatum === null) {
    issues.add('GEODETIC_DATUM_ASSUMED_WGS84', 'geodeticDatum');
    return point;
  }
  const datum = parseDatum(geodeticDatum, point);
  if (datum === 'same') return point;
  if (datum === undefined) {
    const isKnown = OTHER_DATUM.test(geodeticDatum.toLowerCase());
    issues.add(isKnown ? 'GEODETIC_DATUM_NOT_CONVERTED' : 'GEODETIC_DATUM_INVALID', 'geodeticDatum', geodeticDatum);
    return point;
  }
  const moved = toWgs84(point, datum);
  if (!Number.isFinite(moved.latitude) || !Number.isFinite(moved.longitude)) {
    issues.add('COORDINATE_REPROJECTION_FAILED', 'geodeticDatum', geodeticDatum);
    return point;
  }
  const isFar =
    Math.abs(moved.latitude - point.latitude) > FAR_APART || turnOf(moved.longitude - point.longitude) > FAR_APART;
  // GBIF's rule: so far apart no two datums are. The point stays where it is written.
  if (isFar) issues.add('COORDINATE_REPROJECTION_SUSPICIOUS', 'geodeticDatum', geodeticDatum);
  else issues.add('COORDINATE_REPROJECTED', 'geodeticDatum', geodeticDatum);
  return isFar ? point : moved;
}

/** What is no pair of angles: a grid, or something that stays text. */
function readOther(
  terms: PointTerms,
  stated: CountryReading | undefined,
  issues: PlaceIssues,
): WrittenPoint | undefined {
  const { verbatimCoordinates, verbatimLatitude, verbatimLongitude, verbatimCoordinateSystem, verbatimSRS } = terms;
  const hasBoth = verbatimLatitude !== null && verbatimLongitude !== null;
  const text = verbatimCoordinates ?? (hasBoth ? `${verbatimLongitude} ${verbatimLatitude}` : '');
  if (text === '') return undefined;
  if (text.length > LONGEST) {
    issues.add('COORDINATE_INVALID', 'verbatimCoordinates', text.slice(0, LONGEST));
    return undefined;
  }
  const system = [verbatimSRS, verbatimCoordinateSystem].filter((part) => part !== null).join(' ');
  const grid = readGrid({ text, system, datum: datumOf(verbatimSRS) ?? terms.geodeticDatum, stated });
  if (grid !== undefined && Number.isFinite(grid.point.latitude) && Number.isFinite(grid.point.longitude))
    return placedOf(grid, issues);
  const hasDecimal = terms.decimalLatitude !== null || terms.decimalLongitude !== null;
  if (isTownship(text)) issues.add('COORDINATE_TOWNSHIP_RANGE', 'verbatimCoordinates', text);
  else if (!hasDecimal) issues.add('COORDINATE_INVALID', 'verbatimCoordinates', text);
  return undefined;
}

/** The statement about the system where it is a datum, and no grid. */
function datumOf(verbatimSRS: string | null): string | null {
  return verbatimSRS !== null && parseDatum(verbatimSRS) !== undefined ? verbatimSRS : null;
}

function placedOf({ point, coordinateUncertaintyInMeters, datum }: PlacedGrid, issues: PlaceIssues): WrittenPoint {
  if (datum.kind === 'assumed') issues.add('GEODETIC_DATUM_ASSUMED_WGS84', 'geodeticDatum');
  if (datum.kind === 'converted') issues.add('COORDINATE_REPROJECTED', 'verbatimSRS', datum.name);
  if (datum.kind === 'unknown') issues.add('GEODETIC_DATUM_NOT_CONVERTED', 'verbatimSRS', datum.name);
  const rounded = { latitude: round(point.latitude), longitude: round(point.longitude) };
  return {
    ...rounded,
    written: rounded,
    isGrid: true,
    ...(coordinateUncertaintyInMeters === undefined ? {} : { coordinateUncertaintyInMeters }),
  };
}
