import { countryName, readCountry } from '../interpret/country-name.ts';
import type { PlaceNames } from '../link/place-tree.ts';
import { foldCountryName } from '../vocabulary/countries.ts';
import { findArea } from '../vocabulary/geography-areas.ts';

/** What a place of production or of a subject says, and what is left of it as a place within that. */
export interface TextPlace {
  readonly names: PlaceNames;
  readonly locality: string | null;
}

const NOTHING: PlaceNames = {
  countryCode: null,
  historicPlace: null,
  continent: null,
  stateProvince: null,
  county: null,
  municipality: null,
  island: null,
  waterBody: null,
};
const LONGEST = 200;

/**
 * A place in one text: "Matang, Sarawak" is Matang in Sarawak in Malaysia. Undefined where nothing in it names a country, a part of
 * one that is known, or a name of the past.
 */
export function readTextPlace(text: string): TextPlace | undefined {
  if (text.length > LONGEST) return undefined;
  const { certain: countryCode = null, former: historicPlace = null } = readCountry(text) ?? {};
  if (countryCode === null && historicPlace === null) return undefined;
  const parts = text
    .split(/[,;>|]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isCountry(part));
  const stateProvince =
    countryCode === null ? undefined : parts.findLast((part) => findArea(countryCode, part) !== undefined);
  const [locality = null] =
    historicPlace === null || stateProvince !== undefined || parts.length > 1
      ? parts.filter((part) => part !== stateProvince)
      : [];
  return { names: { ...NOTHING, countryCode, historicPlace, stateProvince: stateProvince ?? null }, locality };
}

/** Whether a part says no more than the country, of today or of the past; "Sarawak" and "England" say more. */
function isCountry(part: string): boolean {
  const { whole, former } = readCountry(part) ?? {};
  if (whole === undefined) return former !== undefined;
  return findArea(whole, part) === undefined || foldCountryName(part) === foldCountryName(countryName(whole));
}
