import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAngle, parseAngle, parsePair } from '../../src/interpret/coordinates.ts';
import { parseCountryCode, readCountry } from '../../src/interpret/country-name.ts';
import { countryAt } from '../../src/interpret/country-shapes.ts';
import { parseHeights } from '../../src/interpret/height.ts';
import type { InterpretContext } from '../../src/interpret/interpreter.ts';
import { place } from '../../src/interpret/place.ts';
import { depth, elevation } from '../../src/interpret/vertical.ts';
import { COUNTRIES, findCountry } from '../../src/vocabulary/countries.ts';
import { HISTORIC_STATES } from '../../src/vocabulary/historic-states.ts';

function read(values: Readonly<Record<string, string>>, context: InterpretContext = {}) {
  const { output, issues } = place.interpret(
    place.inputs.map((term) => values[term] ?? null),
    context,
  );
  return { ...output, issues: issues.map(({ code }) => code) };
}

const at = (decimalLatitude: string, decimalLongitude: string, rest: Readonly<Record<string, string>> = {}) =>
  read({ decimalLatitude, decimalLongitude, geodeticDatum: 'WGS84', ...rest });

describe('angles', () => {
  test.each([
    ['51.5', 51.5],
    ['-0.12', -0.12],
    ['12,75', 12.75],
    [`51°30'26"N`, 51.507222],
    ['51° 30′ 26″ S', -51.507222],
    ['N51 30 26', 51.507222],
    ["0° 7.5' W", -0.125],
    ["110º 20' E", 110.333333],
    ['33d 52m 10s S', -33.869444],
    ['51:30:26 N', 51.507222],
  ])('%s', (text, degrees) => expect(parseAngle(text)?.degrees).toBeCloseTo(degrees, 5));

  test.each(['', 'north', "51°70'N", 'N 51 S', '-51 N', '1.5.2', "12° 61'", 'NaN', '1e5'])('%s is none', (text) =>
    expect(parseAngle(text)).toBeUndefined(),
  );

  test.each([
    [`51°30'N 0°7'W`, 51.5, -0.116667],
    ['51.5, -0.12', 51.5, -0.12],
    ['-33.45,-70.66', -33.45, -70.66],
    ['N51.5 W0.12', 51.5, -0.12],
    ["0°7'W, 51°30'N", 51.5, -0.116667],
    ['lat. 1.55 long. 110.34', 1.55, 110.34],
  ])('pair %s', (text, latitude, longitude) => {
    const pair = parsePair(text);
    expect(pair?.latitude.degrees).toBeCloseTo(latitude, 5);
    expect(pair?.longitude.degrees).toBeCloseTo(longitude, 5);
  });

  test('formatting and parsing round-trip to a thousandth of a second', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (degrees) => {
        expect(parseAngle(formatAngle(degrees, 'longitude'))?.degrees).toBeCloseTo(degrees, 6);
      }),
      { seed: 1 },
    );
  });
});

describe('names of countries', () => {
  test.each([
    ['Malaysia', 'MY'],
    ['Deutschland', 'DE'],
    ['U.S.A.', 'US'],
    ['España', 'ES'],
    ['Россия', 'RU'],
    ['日本', 'JP'],
    ['England', 'GB'],
    ['Ceylon', 'LK'],
    ['Sarawak', 'MY'],
    ['North Borneo', 'MY'],
    ['Malaya', 'MY'],
    ["Van Diemen's Land", 'AU'],
    ['Dutch East Indies', 'ID'],
    ['Belgian Congo', 'CD'],
    ['the Netherlands', 'NL'],
    ['Turkey', 'TR'],
    ['St. Kitts & Nevis', 'KN'],
    ['Saint Vincent and the Grenadines', 'VC'],
    ['Philippine Ids.', 'PH'],
    ['République démocratique du Congo', 'CD'],
    ['Malaysia/Sabah', 'MY'],
    ['Russia', 'RU'],
    ['[Colombie]', 'CO'],
    ["Côte d'Ivoire", 'CI'],
    ['Sarawak, Malaysia', 'MY'],
    ['S.E. coast of Madagascar', 'MG'],
    ['Honolulu, Hawaii, U.S.A.', 'US'],
    ['New Mexico', 'US'],
    ['Phillipines', 'PH'],
    ['Off N. Guinea, Brit. New Guinea', 'PG'],
    ['Limerick, Éire', 'IE'],
    ['Eagle Bay, Canada', 'CA'],
    ['Puerto Rico, USA', 'PR'],
    ['Nouveau Mexique', 'US'],
    ['P. R. Congo', 'CG'],
    ['Cook Archipelago', 'CK'],
    ['Lowr. Calif.', 'MX'],
  ])('%s is %s', (name, code) => expect(readCountry(name)?.certain).toBe(code));

  test.each([
    ['Straits Settlements', ['MY', 'SG']],
    ['USSR', ['RU', 'UA', 'KZ']],
    ['Prussia', ['DE', 'PL', 'RU']],
    ['Austria-Hungary', ['AT', 'HU', 'CZ']],
    ['Borneo', ['MY', 'ID', 'BN']],
    ['Malaysia or Indonesia', ['MY', 'ID']],
    ['Chile and Peru', ['CL', 'PE']],
    ['New Guinea', ['PG', 'ID']],
    ['Norfolk', ['GB', 'NF']],
    ['Peru?', ['PE']],
    ['Aust. Hungary', ['AT', 'HU']],
    ['Czecho-Slovakia', ['CZ', 'SK']],
    ['British Borneo', ['MY', 'BN']],
    ['Gabon-Congo', ['GA', 'CD']],
    ['Nepal-Sikkim frontier', ['NP', 'IN']],
    ['Prince of Wales Island', ['US', 'CA']],
    ['Austr.', ['AU', 'AT']],
  ])('%s is possibly %s and none for certain', (name, codes) => {
    const reading = readCountry(name);
    expect(reading?.certain).toBeUndefined();
    expect(reading?.possible).toEqual(expect.arrayContaining(codes));
  });

  test.each([
    '',
    'Atlantis',
    'unknown',
    '12',
    's.d.',
    'Gulf of Mexico',
    'South America',
    'Mozambique Channel',
    'Amerika',
    'Mexico, Central and South America',
    'Europa',
    'Nauna Islands',
    'Queen Charlotte Sound',
  ])('%s is none', (name) => expect(readCountry(name)).toBeUndefined());

  test('historic states name countries of today', () => {
    const codes = HISTORIC_STATES.flatMap(({ possible }) => possible).filter((code) => code !== 'XK');
    expect(codes.filter((code) => findCountry(code) === undefined)).toEqual([]);
  });

  const oracle = '../shared/data/iso-codes';
  test.skipIf(!existsSync(oracle))('the codes are those of ISO 3166-1 (needs ../shared/data/iso-codes)', () => {
    const file = [`${oracle}/data/iso_3166-1.json`, `${oracle}/iso_3166-1.json`].find((path) => existsSync(path));
    const entries = (
      JSON.parse(readFileSync(file ?? '', 'utf8')) as {
        '3166-1': { alpha_2: string; alpha_3: string; numeric: string }[];
      }
    )['3166-1'];
    const ours = COUNTRIES.map(({ code, alpha3, numeric }) => `${code} ${alpha3} ${numeric}`).toSorted();
    expect(ours).toEqual(entries.map(({ alpha_2, alpha_3, numeric }) => `${alpha_2} ${alpha_3} ${numeric}`).toSorted());
  });

  test('codes in any case', () => {
    expect(parseCountryCode('my')).toBe('MY');
    expect(parseCountryCode('mys')).toBe('MY');
    expect(parseCountryCode('ZZ')).toBeUndefined();
  });
});

describe('a point and its country', () => {
  test.each([
    [110.34, 1.55, 'MY'],
    [-0.12, 51.5, 'GB'],
    [139.77, 35.71, 'JP'],
    [0, 0, undefined],
    [179, -16.6, 'FJ'],
  ])('%d, %d', (longitude, latitude, code) => expect(countryAt(longitude, latitude)).toBe(code));

  test('agree', () =>
    expect(at('1.55', '110.34', { country: 'Malaysia' })).toMatchObject({
      decimalLatitude: 1.55,
      decimalLongitude: 110.34,
      countryCode: 'MY',
      continent: 'ASIA',
      hasGeospatialIssue: false,
    }));
  test('a country is found from the point', () =>
    expect(at('51.5', '-0.12')).toMatchObject({
      countryCode: 'GB',
      country: 'United Kingdom',
      issues: expect.arrayContaining(['COUNTRY_DERIVED_FROM_COORDINATES']),
    }));
  test('elsewhere', () =>
    expect(at('51.5', '-0.12', { country: 'Peru' })).toMatchObject({
      countryCode: 'PE',
      hasGeospatialIssue: true,
      issues: expect.arrayContaining(['COUNTRY_COORDINATE_MISMATCH']),
    }));
  test('the wrong side of Greenwich', () =>
    expect(at('-33.45', '70.66', { country: 'Chile' })).toMatchObject({
      decimalLongitude: -70.66,
      issues: expect.arrayContaining(['PRESUMED_NEGATED_LONGITUDE']),
    }));
  test('the wrong hemisphere', () =>
    expect(at('33.45', '-70.66', { country: 'Chile' })).toMatchObject({ decimalLatitude: -33.45 }));
  test('exchanged', () =>
    expect(at('110.34', '1.55', { country: 'Malaysia' })).toMatchObject({
      decimalLatitude: 1.55,
      decimalLongitude: 110.34,
      issues: expect.arrayContaining(['PRESUMED_SWAPPED_COORDINATE']),
    }));
  test('a point settles which of the possible countries it is', () =>
    expect(at('1.35', '103.82', { country: 'Straits Settlements' })).toMatchObject({
      countryCode: 'SG',
      country: 'Singapore',
    }));
  test('a country within the higher geography', () =>
    expect(read({ higherGeography: 'South America; Peru; Lima' })).toMatchObject({
      countryCode: 'PE',
      issues: expect.arrayContaining(['COUNTRY_DERIVED_FROM_HIGHER_GEOGRAPHY']),
    }));
  test('a smaller place settles it too', () =>
    expect(read({ country: 'Borneo', stateProvince: 'Sarawak' })).toMatchObject({ countryCode: 'MY' }));
  test('zero stands for unknown', () =>
    expect(at('0', '0')).toMatchObject({ hasCoordinate: false, issues: ['ZERO_COORDINATE'] }));
  test('out of range', () =>
    expect(at('95', '200')).toMatchObject({
      hasCoordinate: false,
      issues: expect.arrayContaining(['COORDINATE_OUT_OF_RANGE']),
    }));
  test('not readable', () =>
    expect(at('north of town', '12')).toMatchObject({
      hasCoordinate: false,
      issues: expect.arrayContaining(['COORDINATE_INVALID']),
    }));
  test('words on the label where the decimal fields are empty', () =>
    expect(read({ verbatimCoordinates: `1°33'N 110°20'E`, country: 'Malaysia' })).toMatchObject({
      decimalLatitude: 1.55,
      hasCoordinate: true,
    }));
  test('O is west in Spanish, east in German, decided by the country, or not read', () => {
    expect(
      read({ verbatimLatitude: `12°S`, verbatimLongitude: `77°O`, geodeticDatum: 'WGS84' }, { language: 'es' }),
    ).toMatchObject({ decimalLongitude: -77 });
    expect(
      read({ verbatimLatitude: `50°N`, verbatimLongitude: `8°O`, geodeticDatum: 'WGS84' }, { language: 'de' }),
    ).toMatchObject({ decimalLongitude: 8 });
    expect(read({ verbatimLatitude: `12°S`, verbatimLongitude: `77°O`, country: 'Peru' })).toMatchObject({
      decimalLongitude: -77,
    });
    expect(read({ verbatimLatitude: `50°N`, verbatimLongitude: `8°O` })).toMatchObject({
      hasCoordinate: false,
      issues: ['COORDINATE_AMBIGUOUS'],
    });
  });
  test('country and code contradict each other', () =>
    expect(read({ country: 'Peru', countryCode: 'BR' })).toMatchObject({
      possibleCountryCodes: ['PE', 'BR'],
      issues: expect.arrayContaining(['COUNTRY_MISMATCH']),
    }));

  test('never throws, and points are always on the globe', () => {
    const piece = fc.oneof(
      fc.constantFrom('51', '0', '-', '°', `'`, '"', 'N', 'O', 'W', ',', ' ', '.', '90', '180', '999', 'Peru', '?'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    const text = fc.option(fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')));
    fc.assert(
      fc.property(fc.array(text, { minLength: place.inputs.length, maxLength: place.inputs.length }), (values) => {
        const { output } = place.interpret(values, {});
        expect(Math.abs(output.decimalLatitude ?? 0)).toBeLessThanOrEqual(90);
        expect(Math.abs(output.decimalLongitude ?? 0)).toBeLessThanOrEqual(180);
        const certain = output.countryCode === undefined ? output.possibleCountryCodes : [output.countryCode];
        expect(output.possibleCountryCodes).toEqual(certain);
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});

describe('heights', () => {
  test.each([
    ['1200', 1200, 1200],
    ['1,200 ft', 365.76, 365.76],
    ['100-200 m', 100, 200],
    ['ca. 50 m', 50, 50],
    ['10 fathoms', 18.288, 18.288],
    ["500'", 152.4, 152.4],
    ['1200 m.s.n.m.', 1200, 1200],
    ['3 km', 3000, 3000],
    ['Alt. 1200 m', 1200, 1200],
    ['ca. 50-60 ft.', 15.24, 18.288],
    ['100 m - 200 m', 100, 200],
    ['between 100 and 200 feet', 30.48, 60.96],
    ['900 bis 1.100,5 m', 900, 1100.5],
    ['1 200 m', 1200, 1200],
    ['0,125 m', 0.125, 0.125],
    ['12,5 m ü. M.', 12.5, 12.5],
    ['300 m above sea level', 300, 300],
    ['300 m a.s.l.', 300, 300],
    ['20 m below sea level', -20, -20],
    ['3000 ft (914 m)', 914, 914],
    ['914 m [3000 ft]', 914, 914],
    ['1000 metros sobre el nivel del mar', 1000, 1000],
    ['5-10 fms', 9.144, 18.288],
    ['-20 m', -20, -20],
  ])('%s', (text, low, high) => {
    const heights = parseHeights(text);
    expect(heights?.low).toBeCloseTo(low, 6);
    expect(heights?.high).toBeCloseTo(high, 6);
  });
  test.each(['high up', '1.200 m', '10 20 m', '3000 ft (200 m)', '100 kg', '12 m/s', '100 m x 200 m', '', '-'])(
    '%s is none for certain',
    (text) => expect(parseHeights(text)).toBeUndefined(),
  );
  test.each([
    [['1.200', null, null], { elevationInMeters: 1.2 }, []],
    [[null, null, 'sea level'], { elevationInMeters: 0 }, []],
    [[null, null, '1000 ft'], { elevationInMeters: 304.8 }, ['ELEVATION_NOT_METRIC']],
    [['100', '9999', null], {}, ['ELEVATION_UNLIKELY']],
    [['high', null, '100 m'], { elevationInMeters: 100 }, ['ELEVATION_NON_NUMERIC']],
    [['-3000', null, null], { elevationInMeters: -3000 }, []],
  ])('elevation %j', (values, output, codes) => {
    const read = elevation.interpret(values, {});
    expect(read.output).toEqual(output);
    expect(read.issues.map(({ code }) => code)).toEqual(codes);
  });
  test('long repetitions stay fast', () => {
    for (const piece of ['1 ', '1,', 'm ', 'a ', 'above sea level ', '1-', '(', '='])
      expect(parseHeights(piece.repeat(50_000))).toBeUndefined();
  });
  test('the least of a range, exchanged where it is the wrong way round', () => {
    expect(elevation.interpret(['200', '100', null], {})).toEqual({
      output: { elevationInMeters: 100 },
      issues: [expect.objectContaining({ code: 'ELEVATION_MIN_MAX_SWAPPED' })],
    });
  });
  test('unlikely ones are left out', () =>
    expect(depth.interpret(['-5', null, null], {}).issues).toEqual([
      expect.objectContaining({ code: 'DEPTH_UNLIKELY' }),
    ]));
});

describe('shapes that the map lacks or joins', () => {
  test.each([
    ['4.5', '-52.6', 'French Guiana', 'GF', []],
    ['-21.1', '55.5', 'Réunion', 'RE', []],
    ['78.2', '15.6', 'Svalbard', 'SJ', []],
    ['-9.2', '-171.8', 'Tokelau', 'TK', []],
    ['-17', '-179.9', 'Fiji', 'FJ', []],
    ['52', '5', 'France', 'FR', ['COUNTRY_COORDINATE_MISMATCH']],
  ])('%s, %s in %s', (latitude, longitude, country, code, expected) => {
    const { countryCode, issues } = at(latitude, longitude, { country });
    expect(countryCode).toBe(code);
    expect(issues.filter((issue) => issue.startsWith('COUNTRY'))).toEqual(expected);
  });
});
