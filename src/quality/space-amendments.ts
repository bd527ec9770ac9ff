import { parseAngle, parsePair, type AnglePair } from '../interpret/coordinates.ts';
import { readCountry } from '../interpret/country-name.ts';
import { countryAt } from '../interpret/country-shapes.ts';
import { parseHeights } from '../interpret/height.ts';
import { COUNTRIES } from '../vocabulary/countries.ts';
import { amended, emptyTerm, filledIn, lacking, notAmended, unavailable, type Answer, type Changes } from './answer.ts';
import { largestDatumShift } from './datum-shift.ts';
import { geodeticCodeOf, isGeodeticCode } from './geodetic-datum.ts';
import { remembered } from './remembered.ts';
import { isCountryCode, isInCountry, pointOf, watersAt, type Point } from './space-validations.ts';
import { numberOf, trimmed, type Terms } from './terms.ts';

const COORDINATES = ['decimalLatitude', 'decimalLongitude'] as const;

export function countryCodeStandardized(terms: Terms): Answer {
  const text = terms.get('countryCode');
  if (text === undefined) return emptyTerm('countryCode');
  if (isCountryCode(text)) return notAmended('dwc:countryCode is a code of ISO 3166-1 alpha-2.');
  const code = codeOf(trimmed(text));
  return code === undefined
    ? notAmended('dwc:countryCode means no one country for certain.')
    : amended({ countryCode: code }, 'dwc:countryCode can mean only this.');
}

/** A code in other letters, of three letters or digits, or a name; abbreviated names leave a doubt. */
const codeOf = remembered((text: string): string | undefined => {
  const upper = text.toUpperCase();
  if (isCountryCode(upper)) return upper;
  const other = COUNTRIES.find(({ alpha3, numeric }) => alpha3 === upper || numeric === text)?.code;
  if (other !== undefined) return other;
  if (/^high seas$/iu.test(text)) return 'XZ';
  if (/[;|/,?]/u.test(text) || /^\p{L}{1,6}\.$/u.test(text) || text.length < 3) return undefined;
  const reading = readCountry(text);
  return reading?.historic === undefined && isCountryCode(reading?.certain ?? '') ? reading?.certain : undefined;
});

export function countryCodeFromCoordinates(terms: Terms): Answer {
  for (const term of COORDINATES) if (!terms.has(term)) return emptyTerm(term);
  if (terms.has('countryCode')) return lacking('dwc:countryCode is not empty.');
  const point = pointOf(terms);
  if (point === undefined) return notAmended('dwc:decimalLatitude and dwc:decimalLongitude are no coordinates.');
  const land = countryAt(point.longitude, point.latitude);
  if (land !== undefined)
    return isCountryCode(land)
      ? filledIn({ countryCode: land }, 'The coordinates lie in this country.')
      : notAmended('The coordinates lie in a country without a code of ISO 3166-1.');
  const waters = watersAt(point);
  const [only] = waters;
  if (only === undefined) return filledIn({ countryCode: 'XZ' }, 'The coordinates lie on the high seas.');
  return waters.length === 1
    ? filledIn({ countryCode: only }, 'The coordinates lie within 200 nautical miles of this country only.')
    : unavailable('A map of Exclusive Economic Zones');
}

/** The same number with the other sign. */
function negated(text: string): string {
  return text.startsWith('-') ? text.slice(1) : `-${text.replace(/^\+/u, '')}`;
}

/** A latitude and a longitude as written, exchanged or with other signs. */
function otherReadings(latitude: string, longitude: string): readonly (readonly [string, string])[] {
  return [
    [negated(latitude), longitude],
    [latitude, negated(longitude)],
    [negated(latitude), negated(longitude)],
    [longitude, latitude],
    [negated(longitude), latitude],
    [longitude, negated(latitude)],
    [negated(longitude), negated(latitude)],
  ];
}

export function coordinatesTransposed(terms: Terms): Answer {
  for (const term of [...COORDINATES, 'countryCode']) if (!terms.has(term)) return emptyTerm(term);
  const code = terms.get('countryCode') ?? '';
  const [latitude, longitude] = COORDINATES.map((term) => trimmed(terms.get(term) ?? ''));
  if (!isCountryCode(code) || latitude === undefined || longitude === undefined)
    return notAmended('dwc:countryCode is no code of ISO 3166-1 alpha-2.');
  if (numberOf(terms, 'decimalLatitude') === undefined || numberOf(terms, 'decimalLongitude') === undefined)
    return notAmended('dwc:decimalLatitude or dwc:decimalLongitude is no number.');
  const point = pointOf(terms);
  if (point !== undefined && isInCountry(point, code) !== false)
    return notAmended('Nothing says that the coordinates lie in another country.');
  // On land first: of two readings, one at sea is the less likely.
  const readings = otherReadings(latitude, longitude).map((pair) => ({ pair, point: pointOfPair(pair) }));
  const aligned =
    readings.find((reading) => reading.point !== undefined && isLand(reading.point, code)) ??
    readings.find((reading) => reading.point !== undefined && isInCountry(reading.point, code) === true);
  if (aligned === undefined) return notAmended('Neither other signs nor another order lead into the country.');
  const [decimalLatitude, decimalLongitude] = aligned.pair;
  return amended({ decimalLatitude, decimalLongitude }, 'So the coordinates lie in dwc:countryCode.');
}

function isLand({ latitude, longitude }: Point, code: string): boolean {
  return countryAt(longitude, latitude) === code;
}

function pointOfPair([latitude, longitude]: readonly [string, string]): Point | undefined {
  return pointOf(
    new Map([
      ['decimalLatitude', latitude],
      ['decimalLongitude', longitude],
    ]),
  );
}

export function coordinatesFromVerbatim(terms: Terms): Answer {
  for (const term of COORDINATES) if (terms.has(term)) return lacking(`dwc:${term} is not empty.`);
  const [latitude, longitude] = [terms.get('verbatimLatitude'), terms.get('verbatimLongitude')];
  const both = terms.get('verbatimCoordinates');
  const isPair = latitude !== undefined && longitude !== undefined;
  if (both === undefined && !isPair)
    return lacking('dwc:verbatimCoordinates and dwc:verbatimLatitude or dwc:verbatimLongitude are empty.');
  const srs = trimmed(terms.get('verbatimSRS') ?? '');
  if (/^EPSG:\d+$/iu.test(srs) && !isGeodeticCode(srs.toUpperCase()))
    return notAmended('dwc:verbatimSRS is no system of geographic coordinates.');
  const separate = isPair ? pairOf(latitude, longitude) : undefined;
  const joint = both === undefined ? undefined : changesOf(parsePair(trimmed(both)));
  if (separate !== undefined && joint !== undefined && !agree(separate, joint))
    return notAmended('dwc:verbatimCoordinates says otherwise than dwc:verbatimLatitude and dwc:verbatimLongitude.');
  const changes = separate ?? (isPair ? undefined : joint);
  return changes === undefined
    ? notAmended('What was written is no pair of geographic coordinates for certain.')
    : filledIn({ ...changes, ...(srs === '' ? {} : { geodeticDatum: srs }) }, 'From the verbatim coordinates.');
}

function pairOf(latitude: string, longitude: string): Changes | undefined {
  const [one, other] = [parseAngle(latitude), parseAngle(longitude)];
  if (one === undefined || other === undefined || one.axis === 'longitude' || other.axis === 'latitude')
    return undefined;
  const changes = changesOf({ latitude: one, longitude: other });
  if (changes === undefined) return undefined;
  // What is in decimal degrees already keeps its digits.
  const [first, second] = [latitude, longitude].map((text) => trimmed(text));
  const isDecimal = /^-?\d{1,3}(?:\.\d+)?$/u;
  return {
    decimalLatitude: isDecimal.test(first ?? '') ? (first ?? '') : (changes['decimalLatitude'] ?? ''),
    decimalLongitude: isDecimal.test(second ?? '') ? (second ?? '') : (changes['decimalLongitude'] ?? ''),
  };
}

function changesOf(pair: AnglePair | undefined): Changes | undefined {
  if (pair === undefined || pair.latitude.isAmbiguous || pair.longitude.isAmbiguous) return undefined;
  const [latitude, longitude] = [pair.latitude.degrees, pair.longitude.degrees];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return { decimalLatitude: decimal(latitude), decimalLongitude: decimal(longitude) };
}

function agree(one: Changes, other: Changes): boolean {
  const near = 0.01;
  return COORDINATES.every((term) => Math.abs(Number(one[term]) - Number(other[term])) < near);
}

/** Seven decimals are a centimetre. */
function decimal(degrees: number): string {
  return String(Math.round(degrees * 1e7) / 1e7);
}

export function geodeticDatumStandardized(terms: Terms): Answer {
  const text = terms.get('geodeticDatum');
  if (text === undefined) return emptyTerm('geodeticDatum');
  if (text === 'not recorded' || isGeodeticCode(text)) return notAmended('dwc:geodeticDatum is as recommended.');
  const geodeticDatum = geodeticCodeOf(trimmed(text));
  return geodeticDatum === undefined
    ? notAmended('dwc:geodeticDatum means no one datum for certain.')
    : amended({ geodeticDatum }, 'dwc:geodeticDatum can mean only this.');
}

/** Adds to the uncertainty what the datum leaves open at the point. */
export function geodeticDatumAssumed(terms: Terms): Answer {
  if (terms.has('geodeticDatum')) return notAmended('dwc:geodeticDatum is not empty.');
  const geodeticDatum = 'EPSG:4326';
  const uncertainty = numberOf(terms, 'coordinateUncertaintyInMeters');
  const point = pointOf(terms);
  if (uncertainty === undefined || uncertainty < 1 || point === undefined)
    return filledIn({ geodeticDatum }, 'WGS 84, by default.');
  const shift = largestDatumShift(point);
  return amended(
    { geodeticDatum, coordinateUncertaintyInMeters: metres(uncertainty + shift) },
    `WGS 84, by default; the uncertainty grows by ${shift} m, the largest shift between datums there.`,
  );
}

export interface VerticalTerms {
  readonly of: 'Elevation' | 'Depth';
}

export function verticalFromVerbatim({ of }: VerticalTerms): (terms: Terms) => Answer {
  const [minimum, maximum] = [`minimum${of}InMeters`, `maximum${of}InMeters`];
  return (terms) => {
    for (const term of [minimum, maximum]) if (terms.has(term)) return lacking(`dwc:${term} is not empty.`);
    const text = terms.get(`verbatim${of}`);
    if (text === undefined) return emptyTerm(`verbatim${of}`);
    // A number alone does not say of what.
    const heights =
      /[\p{L}'′]/u.test(text) && !/\?|^\W*(?:ca?|circa|about|approx\w*)\b/iu.test(text)
        ? parseHeights(trimmed(text))
        : undefined;
    // A depth below zero may be a height, or a depth as divers write it.
    if (heights === undefined || (of === 'Depth' && (heights.low < 0 || heights.high < 0)))
      return notAmended(`dwc:verbatim${of} is no ${of.toLowerCase()} with its unit for certain.`);
    const [low, high] = heights.low <= heights.high ? [heights.low, heights.high] : [heights.high, heights.low];
    return filledIn({ [minimum]: metres(low), [maximum]: metres(high) }, `From dwc:verbatim${of}.`);
  };
}

/** All digits that the conversion gives, without the noise of binary fractions. */
function metres(value: number): string {
  return String(Number(value.toPrecision(12)));
}
