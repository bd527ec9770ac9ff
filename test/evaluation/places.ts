import { readFileSync } from 'node:fs';
import { interpretCountry } from '../../src/interpret/country-value.ts';
import { mostFrequent, type Score } from './score.ts';

/**
 * 150 values of `country` and 17 of `stateProvince` (where there is no country) of iDigBio's export, and 133 places of
 * birth and death of Tate's artists: distinct values, sorted, shuffled with Python's `random.Random(20261121)`, the first
 * ones taken. Labelled by hand before anything read them; every other one (by its number in the draw) is frozen.
 * `countryCodes` holds one code where a country is certain, several where none is, nothing where the text names none.
 */
export function evaluate(): Score[] {
  const lines = readFileSync(new URL('places.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  const rows = lines.map((line) => {
    const [half = '', , written = '', codes = ''] = line.split('\t');
    const [code, ...others] = codes.split(' ');
    return { half, written, expected: code === '' || code === undefined || others.length > 0 ? null : code };
  });
  return ['open', 'frozen'].map((half): Score => {
    const read = rows
      .filter((row) => row.half === half)
      .map((row) => ({ ...row, countryCode: interpretCountry(row.written).countryCode }));
    const missed = read.filter(({ expected, countryCode }) => expected !== countryCode);
    return {
      set: `places: iDigBio and Tate, ${half} half`,
      measure: 'country code or none',
      right: read.length - missed.length,
      total: read.length,
      wrong: missed.filter(({ countryCode }) => countryCode !== null).length,
      missed: half === 'frozen' ? [] : mostFrequent(missed.map(({ written }) => written)),
    };
  });
}
