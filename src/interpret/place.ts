import { CHANGING_NAME } from '../vocabulary/country-extents.ts';
import { GEOSPATIAL_ISSUES, type IssueCode } from '../vocabulary/issues.ts';
import { readContinent } from './continent.ts';
import { flagPoint } from './coordinate-flags.ts';
import { POINT_TERMS, readPoint, type WrittenPoint } from './coordinate-point.ts';
import { readUncertainty } from './coordinate-uncertainty.ts';
import { countryName, isNoCountry, parseCountryCode, readCountry, type CountryReading } from './country-name.ts';
import { countryAt, isDrawn, isInWaters, isNearCountry } from './country-shapes.ts';
import { narrowedBy, readingInYears, settledOn, yearsOf } from './country-years.ts';
import type { Degrees } from './datum.ts';
import { readAreas, readSea } from './geography.ts';
import type { InterpretContext, Interpreted, Interpreter } from './interpreter.ts';
import { PlaceIssues } from './place-issues.ts';

/** Coasts and borders of the shapes are approximate, in degrees. */
const NEAR = 0.15;

const INPUTS = [
  ...POINT_TERMS,
  'coordinateUncertaintyInMeters',
  'coordinatePrecision',
  'country',
  'countryCode',
  'continent',
  'stateProvince',
  'higherGeography',
  'waterBody',
  'year',
  'eventDate',
  'verbatimEventDate',
] as const;

/** They matter where the name of the country covered something else in some years. */
const DATES = ['year', 'eventDate', 'verbatimEventDate'] as const;
const OF_PLACE = INPUTS.filter((term) => !(DATES as readonly string[]).includes(term));

export interface PlaceContext extends InterpretContext {
  /** Nobody asks for areas and seas: they are looked up only to be compared with those that are written. */
  readonly isPointAlone?: boolean;
}

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
  readonly historicPlace?: string;
  readonly administrativeArea?: readonly string[];
  readonly marineArea?: string;
}

type Values = Readonly<Record<(typeof INPUTS)[number], string | null>>;

/**
 * Where: coordinates and country together, since each says something about the other (GBIF's rules, with exceptions:
 * the letter O is decided by language or country, and a name of the past has the countries in which it may lie).
 * Issues: those of coordinates, country and continent in ISSUES.
 */
export const place: Interpreter<PlaceOutput> = {
  name: 'place',
  version: 11,
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
    historicPlace: 'VARCHAR',
    administrativeArea: 'VARCHAR[]',
    marineArea: 'VARCHAR',
  },
  onlyWhere: { inputs: DATES, term: 'country', pattern: CHANGING_NAME },
  restsOn: { decimalLatitude: OF_PLACE, decimalLongitude: OF_PLACE, coordinateUncertaintyInMeters: OF_PLACE },
  interpret(tuple, context: PlaceContext): Interpreted<PlaceOutput> {
    const values = Object.fromEntries(INPUTS.map((term, index) => [term, tuple[index] ?? null])) as Values;
    const issues = new PlaceIssues();
    const stated = statedCountry(values, issues);
    const point = readPoint({ terms: values, stated, context }, issues);
    const placed = point === undefined ? undefined : reconcile(point, stated, issues);
    const reading = placed?.reading ?? stated;
    const possible = reading?.possible ?? [];
    if (point !== undefined && placed !== undefined)
      flagPoint({ point: placed, written: point.written, precision: point.precision, possible }, issues);
    const continent = readContinent(
      { continent: values.continent, possible, there: placed?.there, isFromPoint: stated === undefined },
      issues,
    );
    const uncertainty = readUncertainty({ ...values, point }, issues);
    const isPointAlone = context.isPointAlone === true && values.stateProvince === null && values.waterBody === null;
    const inside = isPointAlone ? undefined : placed;
    const areas = inside === undefined ? [] : areasOf({ placed: inside, uncertainty, values }, issues);
    const sea = inside === undefined ? undefined : readSea({ ...inside, waterBody: values.waterBody }, issues);
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
        ...(reading?.former === undefined ? {} : { historicPlace: reading.former }),
        ...(areas.length === 0 ? {} : { administrativeArea: areas }),
        ...(sea === undefined ? {} : { marineArea: sea }),
      },
      issues: issues.list,
    };
  },
};

function statedCountry(values: Values, issues: PlaceIssues): CountryReading | undefined {
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
  if (code !== undefined) return settledOn(named ?? { possible: [] }, code);
  if (named !== undefined && country !== null) {
    const then = readingInYears(named, country, yearsOf([values.year, values.eventDate, values.verbatimEventDate]));
    const reading = narrowedBy(then, stateProvince);
    if (then !== named && reading.possible.join(' ') !== named.possible.join(' '))
      issues.add('COUNTRY_READ_BY_YEAR', 'country', country);
    return reading;
  }
  if (country !== null) return undefined;
  // An empty text has no country, and would load the names of all.
  if (higherGeography === null && stateProvince === null) return undefined;
  const parts = (higherGeography ?? '')
    .split(/[,;|>:]/u)
    .map(readCountry)
    .filter((reading) => reading !== undefined);
  const higher = parts.find(({ certain }) => certain !== undefined) ?? parts[0];
  if (higher !== undefined)
    issues.add('COUNTRY_DERIVED_FROM_HIGHER_GEOGRAPHY', 'country', higherGeography ?? undefined);
  return higher ?? (stateProvince === null ? undefined : readCountry(stateProvince));
}

/** The administrative areas of today at a point: none where its country is not certain, or the point is not in it. */
function areasOf(
  {
    placed,
    uncertainty,
    values,
  }: { readonly placed: Placed; readonly uncertainty: number | undefined; readonly values: Values },
  issues: PlaceIssues,
): readonly string[] {
  const { reading, there, latitude, longitude } = placed;
  const countryCode = reading?.certain;
  if (countryCode === undefined || (there !== undefined && there !== countryCode)) return [];
  const { stateProvince } = values;
  return readAreas(
    { latitude, longitude, countryCode, coordinateUncertaintyInMeters: uncertainty, stateProvince },
    issues,
  );
}

interface Placed extends Degrees {
  readonly reading: CountryReading | undefined;
  /** The country on whose land it lies. */
  readonly there: string | undefined;
}

/** Compares the point with the stated country, and tries the slips that are known: exchanged, or with the wrong sign. */
function reconcile(
  { latitude, longitude, isGrid }: WrittenPoint,
  stated: CountryReading | undefined,
  issues: PlaceIssues,
): Placed {
  const there = countryAt(longitude, latitude);
  const asWritten = { latitude, longitude, there };
  if (stated === undefined) {
    if (there === undefined || there === 'XK') return { ...asWritten, reading: undefined };
    issues.add('COUNTRY_DERIVED_FROM_COORDINATES', 'country');
    return { ...asWritten, reading: { certain: there, possible: [there] } };
  }
  if (isIn(asWritten, stated, there)) return { ...asWritten, reading: settle(stated, there) };
  const slip = isGrid ? undefined : findSlip(asWritten, stated);
  if (slip !== undefined) {
    const [code, point] = slip;
    issues.add(
      code,
      code === 'PRESUMED_NEGATED_LONGITUDE' ? 'decimalLongitude' : 'decimalLatitude',
      `${latitude}, ${longitude}`,
    );
    const under = countryAt(point.longitude, point.latitude);
    return { ...point, there: under, reading: settle(stated, under) };
  }
  if (stated.possible.every((code) => !isDrawn(code))) return { ...asWritten, reading: stated };
  issues.add(
    'COUNTRY_COORDINATE_MISMATCH',
    'country',
    there === undefined ? 'the point is at sea' : countryName(there),
  );
  return { ...asWritten, reading: stated };
}

function findSlip(
  { latitude, longitude }: Degrees,
  { possible }: CountryReading,
): readonly [IssueCode, Degrees] | undefined {
  const slips: readonly (readonly [IssueCode, Degrees])[] = [
    ['PRESUMED_NEGATED_LONGITUDE', { latitude, longitude: -longitude }],
    ['PRESUMED_NEGATED_LATITUDE', { latitude: -latitude, longitude }],
    ['PRESUMED_SWAPPED_COORDINATE', { latitude: longitude, longitude: latitude }],
  ];
  return slips.find(
    ([, other]) =>
      Math.abs(other.latitude) <= 90 &&
      possible.some((code) => isNearCountry(other.longitude, other.latitude, code, NEAR)),
  );
}

/** Whether the point lies in one of the possible countries: on its land, across an approximate border, or in its waters. */
function isIn({ longitude, latitude }: Degrees, { possible }: CountryReading, there: string | undefined): boolean {
  if (there === undefined) return possible.some((code) => isInWaters(longitude, latitude, code));
  return possible.includes(there) || possible.some((code) => isNearCountry(longitude, latitude, code, NEAR));
}

/** A point in one of the possible countries makes that one certain. */
function settle(stated: CountryReading, there: string | undefined): CountryReading {
  if (stated.certain !== undefined || there === undefined || !stated.possible.includes(there)) return stated;
  return settledOn(stated, there);
}
