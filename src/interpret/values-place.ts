import { interpretCoordinates } from './coordinate-value.ts';
import { interpretCountry } from './country-value.ts';
import { place } from './place.ts';
import { picked, withCodes, type ValueReader } from './value-reader.ts';

export const readers: Readonly<Record<string, ValueReader>> = {
  coordinates: {
    ofText: (text) => withCodes(interpretCoordinates(text)),
    ofTerms: (terms) => withCodes(interpretCoordinates(terms)),
  },
  country: {
    ofText: (text) => withCodes(interpretCountry(text)),
    ofTerms: picked({
      interpreter: place,
      term: 'country',
      columns: ['countryCode', 'possibleCountryCodes[]'],
      issues: /^(?:COUNTRY|HISTORIC|POSSIBLE)/u,
    }).ofTerms,
  },
};
