import { readCountry } from '../interpret/country-name.ts';
import { countryAt, isDrawn, isInWaters, isNearCountry } from '../interpret/country-shapes.ts';
import { COUNTRY_VARIANTS } from '../vocabulary/country-variants.ts';
import { COUNTRIES, findCountry, foldCountryName } from '../vocabulary/countries.ts';
import { emptyTerm, lacking, unavailable, validated, type Answer } from './answer.ts';
import { isGeodeticCode } from './geodetic-datum.ts';
import { remembered } from './remembered.ts';
import { numberOf, trimmed, type Terms } from './terms.ts';

/** Boundaries are taken with a buffer of 3,000 m, in degrees of latitude. */
const BUFFER = 0.027;
/** ISO's user-defined codes that Darwin Core recommends: the high seas, and not known. */
const HIGH_SEAS = 'XZ';
const UNKNOWN = 'ZZ';

export function isCountryCode(text: string): boolean {
  return text === HIGH_SEAS || text === UNKNOWN || (findCountry(text) !== undefined && text !== 'XK');
}

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The coordinates, where both are numbers within the globe. */
export function pointOf(terms: Terms): Point | undefined {
  const [latitude, longitude] = [numberOf(terms, 'decimalLatitude'), numberOf(terms, 'decimalLongitude')];
  if (latitude === undefined || longitude === undefined) return undefined;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

/** A term whose number must lie within a range, both ends inclusive. */
export interface Bounds {
  readonly term: string;
  readonly least: number;
  readonly most: number;
  /** What makes the test impossible: an empty value; also one that is no number; also one below zero. */
  readonly needs: 'value' | 'number' | 'positive';
}

export function inRange({ term, least, most, needs }: Bounds): (terms: Terms) => Answer {
  return (terms) => {
    if (!terms.has(term)) return emptyTerm(term);
    const number = numberOf(terms, term);
    if (number === undefined && needs !== 'value') return lacking(`dwc:${term} is no number.`);
    if (number !== undefined && number < 0 && needs === 'positive') return lacking(`dwc:${term} is below zero.`);
    const inside = number !== undefined && number >= least && number <= most;
    return validated(inside, `dwc:${term} is ${inside ? '' : 'not '}a number from ${least} to ${most}.`);
  };
}

export function inOrder({
  of,
  positive,
}: {
  readonly of: string;
  readonly positive: boolean;
}): (terms: Terms) => Answer {
  const terms = [`minimum${of}InMeters`, `maximum${of}InMeters`] as const;
  return (record) => {
    const missing = terms.find((term) => !record.has(term));
    if (missing !== undefined) return emptyTerm(missing);
    const [least, most] = [numberOf(record, terms[0]), numberOf(record, terms[1])];
    if (least === undefined || most === undefined) return lacking(`dwc:${terms[0]} or dwc:${terms[1]} is no number.`);
    if (positive && (least < 0 || most < 0)) return lacking(`dwc:${terms[0]} or dwc:${terms[1]} is below zero.`);
    return validated(least <= most, `dwc:${terms[0]} is ${least <= most ? 'not above' : 'above'} dwc:${terms[1]}.`);
  };
}

export function coordinatesNotZero(terms: Terms): Answer {
  const [latitude, longitude] = [numberOf(terms, 'decimalLatitude'), numberOf(terms, 'decimalLongitude')];
  if (latitude === undefined || longitude === undefined)
    return lacking('dwc:decimalLatitude or dwc:decimalLongitude is empty or no number.');
  const isZero = latitude === 0 && longitude === 0;
  return validated(!isZero, `dwc:decimalLatitude and dwc:decimalLongitude are ${isZero ? '' : 'not '}both zero.`);
}

export function countryCodeStandard(terms: Terms): Answer {
  const code = terms.get('countryCode');
  if (code === undefined) return emptyTerm('countryCode');
  return validated(
    isCountryCode(code),
    `dwc:countryCode is ${isCountryCode(code) ? '' : 'not '}a code of ISO 3166-1 alpha-2.`,
  );
}

export function countryNotEmpty(terms: Terms): Answer {
  if (terms.has('country')) return validated(true, 'dwc:country is not empty.');
  const isHighSeas = trimmed(terms.get('countryCode') ?? '') === HIGH_SEAS;
  return validated(isHighSeas, isHighSeas ? 'dwc:countryCode says high seas.' : 'dwc:country is empty.');
}

const NATIONAL = /^(?:u ?s ?a|u ?s)$|republi|united|unidos|unis\b|kingdom|federa|union|states|democrat/u;

/** The code of a country of today that a text names: names in many languages, not codes, alternatives or parts. */
const codeOfName = remembered((text: string): string | undefined => {
  if (text !== trimmed(text) || /[;|/,?]/u.test(text)) return undefined;
  if (/^[A-Z]{2,3}$/u.test(text) && text !== 'USA') return undefined;
  const folded = foldCountryName(text);
  // Among the variants stand parts of countries, too.
  if (Object.hasOwn(COUNTRY_VARIANTS, folded) && !NATIONAL.test(folded)) return undefined;
  const reading = readCountry(text);
  return reading?.historic === undefined ? reading?.certain : undefined;
});

export function countryFound(terms: Terms): Answer {
  const country = terms.get('country');
  if (country === undefined) return emptyTerm('country');
  const code = codeOfName(country);
  return validated(
    code !== undefined,
    `dwc:country is ${code === undefined ? 'not ' : ''}the name of a country of ISO 3166-1.`,
  );
}

export function countryMatchesCode(terms: Terms): Answer {
  const [country, code] = [terms.get('country'), terms.get('countryCode')];
  if (country === undefined || code === undefined) return emptyTerm('country', 'countryCode');
  const matches = isCountryCode(code) && codeOfName(country) === code;
  return validated(matches, `dwc:country and dwc:countryCode ${matches ? 'mean the same' : 'do not mean the same'}.`);
}

/** Whether a point lies in a country, its waters or within the buffer; undefined where our map does not say. */
export function isInCountry({ latitude, longitude }: Point, code: string): boolean | undefined {
  if (isNearCountry(longitude, latitude, code, BUFFER)) return true;
  const land = countryAt(longitude, latitude);
  if (land !== undefined) return isDrawn(code) || land === code ? land === code : undefined;
  return isDrawn(code) ? isInWaters(longitude, latitude, code) : undefined;
}

/** The codes of the countries within whose 200 nautical miles a point at sea lies. */
export function watersAt({ latitude, longitude }: Point): readonly string[] {
  return COUNTRIES.flatMap(({ code }) => (isDrawn(code) && isInWaters(longitude, latitude, code) ? [code] : []));
}

export function coordinatesInCountry(terms: Terms): Answer {
  const [point, code] = [pointOf(terms), terms.get('countryCode')];
  if (point === undefined) return lacking('dwc:decimalLatitude or dwc:decimalLongitude is empty or no coordinate.');
  if (code === undefined || !isCountryCode(code) || code === UNKNOWN)
    return lacking('dwc:countryCode is empty or no code of ISO 3166-1 alpha-2.');
  if (code === HIGH_SEAS) {
    const isHighSeas = countryAt(point.longitude, point.latitude) === undefined && watersAt(point).length === 0;
    return validated(isHighSeas, `The coordinates lie ${isHighSeas ? '' : 'not '}on the high seas.`);
  }
  const inside = isInCountry(point, code);
  if (inside === undefined) return unavailable('A map with the boundary of this country');
  return validated(
    inside,
    `The coordinates lie ${inside ? '' : 'not '}in the country, within 200 nautical miles of its coast or 3,000 m of its boundary.`,
  );
}

export function stateProvinceCoordinates(terms: Terms): Answer {
  if (!terms.has('stateProvince')) return emptyTerm('stateProvince');
  if (pointOf(terms) === undefined)
    return lacking('dwc:decimalLatitude or dwc:decimalLongitude is empty or no coordinate.');
  return unavailable('A map of provinces');
}

export function terrestrialMarine(terms: Terms): Answer {
  for (const term of ['scientificName', 'decimalLatitude', 'decimalLongitude'])
    if (!terms.has(term)) return emptyTerm(term);
  return unavailable('A register of marine species');
}

export function geodeticDatumStandard(terms: Terms): Answer {
  const datum = terms.get('geodeticDatum');
  if (datum === undefined) return emptyTerm('geodeticDatum');
  const isStandard = datum === 'not recorded' || isGeodeticCode(datum);
  return validated(
    isStandard,
    `dwc:geodeticDatum is ${isStandard ? '' : 'not '}an EPSG code of a datum, an ellipsoid or a system of geographic coordinates, or "not recorded".`,
  );
}
