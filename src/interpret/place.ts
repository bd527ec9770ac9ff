import type { Issue } from '../model/issue.ts';
import { CONTINENTS, findCountry, foldCountryName, type Continent } from '../vocabulary/countries.ts';
import { GEOSPATIAL_ISSUES, type IssueCode } from '../vocabulary/issues.ts';
import { findPair, parseAngle, parsePair, type AnglePair } from './coordinates.ts';
import { countryName, isNoCountry, parseCountryCode, readCountry, type CountryReading } from './country-name.ts';
import { countryAt, isDrawn, isInWaters, isNearCountry } from './country-shapes.ts';
import { parseDatum, toWgs84 } from './datum.ts';
import type { InterpretContext, Interpreted, Interpreter } from './interpreter.ts';

/** Coasts and borders of the shapes are approximate, in degrees. */
const NEAR = 0.15;
/** About ten centimetres. */
const DECIMALS = 6;
const OTHER_DATUM =
  /^(?:nad ?\d\d|ed ?50|tokyo|osgb|ed50|gda ?\d\d|agd ?\d\d|cape|arc|sad ?\d\d|cassini|bessel|potsdam|pulkovo|clarke|indian|epsg:? ?\d+|north american)/u;

const INPUTS = [
  'decimalLatitude',
  'decimalLongitude',
  'verbatimLatitude',
  'verbatimLongitude',
  'verbatimCoordinates',
  'geodeticDatum',
  'coordinateUncertaintyInMeters',
  'coordinatePrecision',
  'country',
  'countryCode',
  'continent',
  'stateProvince',
  'higherGeography',
] as const;

interface PlaceOutput {
  readonly decimalLatitude?: number;
  readonly decimalLongitude?: number;
  readonly hasCoordinate: boolean;
  readonly hasGeospatialIssue: boolean;
  readonly coordinateUncertaintyInMeters?: number;
  readonly country?: string;
  readonly countryCode?: string;
  readonly possibleCountryCodes?: readonly string[];
  readonly continent?: string;
}

type Values = Readonly<Record<(typeof INPUTS)[number], string | null>>;

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Collects issues while a tuple is read. */
class Issues {
  readonly list: Issue[] = [];
  add(code: IssueCode, term: string, detail?: string): void {
    this.list.push({ code, term, ...(detail === undefined ? {} : { detail }) });
  }
}

/**
 * Where: coordinates and country together, since each says something about the other (GBIF's rules, with exceptions:
 * the letter O is decided by language or country, and a name of the past has the countries in which it may lie).
 * Issues: those of coordinates, country and continent in ISSUES.
 */
export const place: Interpreter<PlaceOutput> = {
  name: 'place',
  version: 4,
  target: 'record',
  inputs: INPUTS,
  outputs: {
    decimalLatitude: 'DOUBLE',
    decimalLongitude: 'DOUBLE',
    hasCoordinate: 'BOOLEAN',
    hasGeospatialIssue: 'BOOLEAN',
    coordinateUncertaintyInMeters: 'DOUBLE',
    country: 'VARCHAR',
    countryCode: 'VARCHAR',
    possibleCountryCodes: 'VARCHAR[]',
    continent: 'VARCHAR',
  },
  interpret(tuple, context): Interpreted<PlaceOutput> {
    const values = Object.fromEntries(INPUTS.map((term, index) => [term, tuple[index] ?? null])) as Values;
    const issues = new Issues();
    const stated = statedCountry(values, issues);
    const point = readPoint(values, stated, context, issues);
    const placed = point === undefined ? undefined : reconcile(point, stated, issues);
    const reading = placed?.reading ?? stated;
    const continent = readContinent(values, reading, issues);
    const uncertainty = readUncertainty(values, issues);
    const country = reading?.certain === undefined ? values.country : countryName(reading.certain);
    return {
      output: {
        ...(placed === undefined ? {} : { decimalLatitude: placed.latitude, decimalLongitude: placed.longitude }),
        hasCoordinate: placed !== undefined,
        hasGeospatialIssue: issues.list.some(({ code }) => GEOSPATIAL_ISSUES.has(code)),
        ...(placed === undefined || uncertainty === undefined ? {} : { coordinateUncertaintyInMeters: uncertainty }),
        ...(country === null ? {} : { country }),
        ...(reading?.certain === undefined ? {} : { countryCode: reading.certain }),
        ...(reading === undefined ? {} : { possibleCountryCodes: reading.possible }),
        ...(continent === undefined ? {} : { continent }),
      },
      issues: issues.list,
    };
  },
};

function statedCountry(values: Values, issues: Issues): CountryReading | undefined {
  const { country, countryCode, higherGeography, stateProvince } = values;
  const code = countryCode === null ? undefined : parseCountryCode(countryCode);
  if (countryCode !== null && code === undefined) issues.add('COUNTRY_INVALID', 'countryCode', countryCode);
  const named = country === null ? undefined : readCountry(country);
  if (country !== null && named === undefined && !isNoCountry(country))
    issues.add('COUNTRY_INVALID', 'country', country);
  if (named?.historic !== undefined) issues.add('COUNTRY_HISTORIC', 'country', country ?? undefined);
  else if (named !== undefined && named.certain === undefined)
    issues.add('COUNTRY_AMBIGUOUS', 'country', country ?? undefined);
  if (named !== undefined && code !== undefined && !named.possible.includes(code)) {
    issues.add('COUNTRY_MISMATCH', 'countryCode', `${country ?? ''} / ${code}`);
    return { possible: [...new Set([...named.possible, code])] };
  }
  if (code !== undefined) return { certain: code, possible: [code] };
  if (named !== undefined) return named.certain === undefined ? narrowed(named, stateProvince) : named;
  if (country !== null) return undefined;
  const parts = (higherGeography ?? '')
    .split(/[,;|>:]/u)
    .map(readCountry)
    .filter((reading) => reading !== undefined);
  return (
    parts.find(({ certain }) => certain !== undefined) ??
    parts[0] ??
    (stateProvince === null ? undefined : readCountry(stateProvince))
  );
}

/** "Borneo", "Sarawak": the smaller place says which of the possible countries it is. */
function narrowed(reading: CountryReading, stateProvince: string | null): CountryReading {
  const inner = stateProvince === null ? undefined : readCountry(stateProvince);
  if (inner?.certain === undefined || !reading.possible.includes(inner.certain)) return reading;
  return { certain: inner.certain, possible: [inner.certain] };
}

function readPoint(
  values: Values,
  stated: CountryReading | undefined,
  context: InterpretContext,
  issues: Issues,
): Point | undefined {
  const pair = readPair(values, issues);
  if (pair === undefined) return undefined;
  const latitude = pair.latitude.degrees;
  let longitude = pair.longitude.degrees;
  if (pair.longitude.isAmbiguous) {
    const decided = decideO(pair, stated, context);
    if (decided === undefined) {
      issues.add('COORDINATE_AMBIGUOUS', 'decimalLongitude');
      return undefined;
    }
    longitude = decided;
  }
  if (latitude === 0 && longitude === 0) {
    issues.add('ZERO_COORDINATE', 'decimalLatitude');
    return undefined;
  }
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    const swapped = { latitude: longitude, longitude: latitude };
    const fits =
      Math.abs(longitude) <= 90 &&
      Math.abs(latitude) <= 180 &&
      stated?.certain !== undefined &&
      isNearCountry(swapped.longitude, swapped.latitude, stated.certain, NEAR);
    issues.add(
      fits ? 'PRESUMED_SWAPPED_COORDINATE' : 'COORDINATE_OUT_OF_RANGE',
      'decimalLatitude',
      `${latitude}, ${longitude}`,
    );
    return fits ? swapped : undefined;
  }
  const moved = converted(values, { latitude, longitude }, issues);
  const rounded = { latitude: round(moved.latitude), longitude: round(moved.longitude) };
  const isDecimal = values.decimalLatitude !== null && values.decimalLongitude !== null;
  if (isDecimal && (round(latitude) !== latitude || round(longitude) !== longitude))
    issues.add('COORDINATE_ROUNDED', 'decimalLatitude');
  return rounded;
}

function round(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS));
}

/** Decimal fields first; the words on the label where they are empty. */
function readPair(values: Values, issues: Issues): AnglePair | undefined {
  const { decimalLatitude, decimalLongitude, verbatimLatitude, verbatimLongitude, verbatimCoordinates } = values;
  if (decimalLatitude !== null || decimalLongitude !== null) {
    const latitude = decimalLatitude === null ? undefined : parseAngle(decimalLatitude);
    const longitude = decimalLongitude === null ? undefined : parseAngle(decimalLongitude);
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
      `${decimalLatitude ?? ''}, ${decimalLongitude ?? ''}`,
    );
  }
  if (verbatimLatitude !== null && verbatimLongitude !== null) {
    const latitude = parseAngle(verbatimLatitude);
    const longitude = parseAngle(verbatimLongitude);
    if (latitude !== undefined && longitude !== undefined) return { latitude, longitude };
  }
  return verbatimCoordinates === null ? undefined : (parsePair(verbatimCoordinates) ?? findPair(verbatimCoordinates));
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

/** A point in the stated datum as one of WGS 84. Issues: those about datum and reprojection. */
function converted({ geodeticDatum }: Values, point: Point, issues: Issues): Point {
  if (geodeticDatum === null) {
    issues.add('GEODETIC_DATUM_ASSUMED_WGS84', 'geodeticDatum');
    return point;
  }
  const datum = parseDatum(geodeticDatum, point);
  if (datum === 'same') return point;
  if (datum === undefined) {
    const isKnown = OTHER_DATUM.test(geodeticDatum.toLowerCase());
    issues.add(isKnown ? 'COORDINATE_REPROJECTION_FAILED' : 'GEODETIC_DATUM_INVALID', 'geodeticDatum', geodeticDatum);
    return point;
  }
  const moved = toWgs84(point, datum);
  if (!Number.isFinite(moved.latitude) || !Number.isFinite(moved.longitude)) {
    issues.add('COORDINATE_REPROJECTION_FAILED', 'geodeticDatum', geodeticDatum);
    return point;
  }
  issues.add('COORDINATE_REPROJECTED', 'geodeticDatum', geodeticDatum);
  return moved;
}

interface Placed extends Point {
  readonly reading: CountryReading | undefined;
}

/** Compares the point with the stated country, and tries the slips that are known: exchanged, or with the wrong sign. */
function reconcile(point: Point, stated: CountryReading | undefined, issues: Issues): Placed {
  const there = countryAt(point.longitude, point.latitude);
  if (stated === undefined) {
    if (there === undefined || there === 'XK') return { ...point, reading: undefined };
    issues.add('COUNTRY_DERIVED_FROM_COORDINATES', 'country');
    return { ...point, reading: { certain: there, possible: [there] } };
  }
  if (isIn(point, stated, there)) return { ...point, reading: settle(stated, there) };
  const { latitude, longitude } = point;
  const slips: readonly (readonly [IssueCode, Point])[] = [
    ['PRESUMED_NEGATED_LONGITUDE', { latitude, longitude: -longitude }],
    ['PRESUMED_NEGATED_LATITUDE', { latitude: -latitude, longitude }],
    ['PRESUMED_SWAPPED_COORDINATE', { latitude: longitude, longitude: latitude }],
  ];
  const slip = slips.find(
    ([, other]) =>
      Math.abs(other.latitude) <= 90 &&
      stated.possible.some((code) => isNearCountry(other.longitude, other.latitude, code, NEAR)),
  );
  if (slip !== undefined) {
    issues.add(
      slip[0],
      slip[0] === 'PRESUMED_NEGATED_LONGITUDE' ? 'decimalLongitude' : 'decimalLatitude',
      `${latitude}, ${longitude}`,
    );
    return { ...slip[1], reading: settle(stated, countryAt(slip[1].longitude, slip[1].latitude)) };
  }
  if (stated.possible.every((code) => !isDrawn(code))) return { ...point, reading: stated };
  issues.add(
    'COUNTRY_COORDINATE_MISMATCH',
    'country',
    there === undefined ? 'the point is at sea' : countryName(there),
  );
  return { ...point, reading: stated };
}

/** Whether the point lies in one of the possible countries: on its land, across an approximate border, or in its waters. */
function isIn({ longitude, latitude }: Point, { possible }: CountryReading, there: string | undefined): boolean {
  if (there === undefined) return possible.some((code) => isInWaters(longitude, latitude, code));
  return possible.includes(there) || possible.some((code) => isNearCountry(longitude, latitude, code, NEAR));
}

/** A point in one of the possible countries makes that one certain. */
function settle(stated: CountryReading, there: string | undefined): CountryReading {
  if (stated.certain !== undefined || there === undefined || !stated.possible.includes(there)) return stated;
  return { certain: there, possible: [there] };
}

const CONTINENT_WORDS: Readonly<Record<string, Continent>> = {
  africa: 'AFRICA',
  afrika: 'AFRICA',
  afrique: 'AFRICA',
  antarctica: 'ANTARCTICA',
  antarctic: 'ANTARCTICA',
  antarktis: 'ANTARCTICA',
  asia: 'ASIA',
  asien: 'ASIA',
  asie: 'ASIA',
  europe: 'EUROPE',
  europa: 'EUROPE',
  'north america': 'NORTH_AMERICA',
  nordamerika: 'NORTH_AMERICA',
  'amerique du nord': 'NORTH_AMERICA',
  'america del norte': 'NORTH_AMERICA',
  'central america': 'NORTH_AMERICA',
  'middle america': 'NORTH_AMERICA',
  oceania: 'OCEANIA',
  ozeanien: 'OCEANIA',
  oceanie: 'OCEANIA',
  australia: 'OCEANIA',
  australasia: 'OCEANIA',
  'south america': 'SOUTH_AMERICA',
  sudamerika: 'SOUTH_AMERICA',
  'amerique du sud': 'SOUTH_AMERICA',
  'america del sur': 'SOUTH_AMERICA',
  'america do sul': 'SOUTH_AMERICA',
};
/** Words for oceans stand in this field often and are no mistake. */
const OCEAN = /ocean|\bsea\b|atlantic|pacific|indian|arctic/u;

function readContinent({ continent }: Values, reading: CountryReading | undefined, issues: Issues): string | undefined {
  const of = new Set((reading?.possible ?? []).flatMap((code) => findCountry(code)?.continent ?? []));
  const [only] = of;
  const own = of.size === 1 ? only : undefined;
  if (continent === null) {
    if (own !== undefined) issues.add('CONTINENT_DERIVED_FROM_COUNTRY', 'continent');
    return own;
  }
  const folded = foldCountryName(continent);
  const stated = CONTINENT_WORDS[folded] ?? CONTINENTS.find((name) => foldCountryName(name) === folded);
  if (stated === undefined) {
    if (!OCEAN.test(folded)) issues.add('CONTINENT_INVALID', 'continent', continent);
    return own;
  }
  // Countries on two continents, and their far islands, agree with either.
  if (
    own !== undefined &&
    own !== stated &&
    !['RU', 'TR', 'EG', 'KZ', 'ID', 'US', 'FR', 'GB', 'NL', 'ES', 'PT', 'GE', 'AZ', 'CY', 'AM'].includes(
      reading?.certain ?? '',
    )
  ) {
    issues.add('CONTINENT_COUNTRY_MISMATCH', 'continent', `${continent} / ${own}`);
  }
  return stated;
}

function readUncertainty(
  { coordinateUncertaintyInMeters, coordinatePrecision }: Values,
  issues: Issues,
): number | undefined {
  if (coordinatePrecision !== null) {
    const precision = Number(coordinatePrecision.replace(',', '.'));
    if (!(precision > 0 && precision <= 1))
      issues.add('COORDINATE_PRECISION_INVALID', 'coordinatePrecision', coordinatePrecision);
  }
  if (coordinateUncertaintyInMeters === null) return undefined;
  const metres = Number(coordinateUncertaintyInMeters.replaceAll(/[\s,]|m(?:et(?:er|re)s?)?\.?$/giu, ''));
  if (metres > 0 && metres < 20_040_000) return metres;
  issues.add('COORDINATE_UNCERTAINTY_METERS_INVALID', 'coordinateUncertaintyInMeters', coordinateUncertaintyInMeters);
  return undefined;
}
