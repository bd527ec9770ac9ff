import type { Issue } from '../model/issue.ts';
import { isNoCountry, readCountry } from './country-name.ts';

export interface CountryValue {
  /** ISO 3166-1 alpha-2, where exactly one is certain. */
  readonly countryCode: string | null;
  readonly possibleCountryCodes: readonly string[];
  readonly issues: readonly Issue[];
}

/** Reads what stands in one country field. Issues: COUNTRY_INVALID, COUNTRY_HISTORIC, COUNTRY_AMBIGUOUS. */
export function interpretCountry(text: string): CountryValue {
  const reading = readCountry(text);
  if (reading === undefined) {
    const isNamed = text.trim() !== '' && !isNoCountry(text);
    return {
      countryCode: null,
      possibleCountryCodes: [],
      issues: isNamed ? [{ code: 'COUNTRY_INVALID', term: 'country', detail: text }] : [],
    };
  }
  const { certain, possible, historic } = reading;
  const code = historic === undefined ? 'COUNTRY_AMBIGUOUS' : 'COUNTRY_HISTORIC';
  const isNoted = historic !== undefined || certain === undefined;
  return {
    countryCode: certain ?? null,
    possibleCountryCodes: possible,
    issues: isNoted ? [{ code, term: 'country', detail: text }] : [],
  };
}
