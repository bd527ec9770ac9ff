import { describe, expect, test } from 'vitest';
import { interpretCoordinates } from '../../src/interpret/coordinate-value.ts';
import { uncertaintyOfPrecision } from '../../src/interpret/coordinate-uncertainty.ts';
import { interpretCountry } from '../../src/interpret/country-value.ts';
import { evaluate as evaluateCoordinates } from '../evaluation/coordinates.ts';
import { evaluate as evaluatePlaces } from '../evaluation/places.ts';

describe('one text', () => {
  test.each([
    ['SU 387 148', 50.9317, -1.4499, 71],
    ['NN166712', 56.7966, -5.0039, 71],
    ['O 159 345', 53.3487, -6.2596, 71],
    ['31U DQ 48251 11932', 48.858, 2.29449, 1],
    ['10N 717474 4389450', 39.627204, -120.466146, null],
    ['UTM N:717474 E:4389450 zone 10', 39.627204, -120.466146, null],
    [`Orlando, 28°36'31"n 81°11'58"w, 70ft`, 28.608611, -81.199444, 41],
    ['51.5, -0.12', 51.5, -0.12, 1311],
    ['51.507351, -0.127758', 51.507351, -0.127758, null],
    ['10S 0600000 4200000', 37.942, -121.862, null],
    ['UTM NAD27 zone 10N 548120 4185210', 37.815, -122.454, null],
    ['北緯35度41分 東経139度46分', 35.683333, 139.766667, 2387],
    ['55°45′ с.ш. 37°37′ в.д.', 55.75, 37.616667, 2130],
    ['33°51′ ю. ш., 70°30′ з. д.', -33.85, -70.5, 2408],
    ['52° 30′ nördl. Br., 13° 24′ östl. L.', 52.5, 13.4, 2173],
    ['52°30′ n. Br. 13°24′ ö. v. Greenwich', null, null, null],
    ['4°36′ latitud norte, 74°05′ longitud oeste', 4.6, -74.083333, 2611],
    ["Breite 47°31' N, Länge 8°31' O", 47.516667, 8.516667, 2238],
    ["latitud 4°36' N, longitud 74°05' O", 4.6, -74.083333, 2611],
    ["48°51' Nord, 2°21' Est", 48.85, 2.35, 2221],
    ["Nord 48°51', Ost 2°21'", 48.85, 2.35, 2221],
  ])('%s', (text, latitude, longitude, uncertainty) => {
    const { decimalLatitude, decimalLongitude, coordinateUncertaintyInMeters } = interpretCoordinates(text);
    expect([decimalLatitude?.toFixed(3), decimalLongitude?.toFixed(3)]).toEqual([
      latitude?.toFixed(3),
      longitude?.toFixed(3),
    ]);
    expect(coordinateUncertaintyInMeters).toBe(uncertainty);
  });

  test.each(['4.1 km 231° SW Ranomafana', `109°30' W`, '27.3°C', 'Stipe: 4-6mm tall', '99Z AB 12'])(
    '%s is no point, and is flagged',
    (text) =>
      expect(interpretCoordinates(text)).toMatchObject({
        decimalLatitude: null,
        issues: [expect.objectContaining({ code: 'COORDINATE_INVALID' })],
      }),
  );
});

test.each([
  ['T24S R27E S15', 'COORDINATE_TOWNSHIP_RANGE'],
  ['T. 5 N., R. 3 W., Sec. 12', 'COORDINATE_TOWNSHIP_RANGE'],
  ['47°20′ N, 32°10′ östl. von Ferro', 'COORDINATE_MERIDIAN_NOT_GREENWICH'],
  ["12°30' lat. N., 5°10' long. E. de Paris", 'COORDINATE_MERIDIAN_NOT_GREENWICH'],
])('%s stays text: %s', (text, code) =>
  expect(interpretCoordinates(text)).toMatchObject({
    decimalLatitude: null,
    issues: [expect.objectContaining({ code })],
  }),
);

describe('the system is said elsewhere', () => {
  test.each([
    ['717474 4389450', { verbatimSRS: 'EPSG:32610' }, 39.6272, -120.4661],
    ['717474 4389450', { verbatimCoordinateSystem: 'UTM', verbatimSRS: 'WGS84 / UTM zone 10N' }, 39.6272, -120.4661],
    ['530000 180000', { verbatimSRS: 'EPSG:27700' }, 51.5038, -0.1286],
    ['N 515 123', { verbatimCoordinateSystem: 'Irish Grid' }, 53.1583, -7.2302],
    ['N 515 123', { country: 'Ireland' }, 53.1583, -7.2302],
  ])('%s %j', (verbatimCoordinates, rest, latitude, longitude) => {
    const value = interpretCoordinates({ verbatimCoordinates, ...rest });
    expect(value.decimalLatitude).toBeCloseTo(latitude, 2);
    expect(value.decimalLongitude).toBeCloseTo(longitude, 2);
  });

  test.each([
    ['N 515 123', {}],
    ['SU 387 148', { country: 'Peru' }],
    ['717474 4389450', {}],
  ])('%s is no point with %j', (verbatimCoordinates, rest) =>
    expect(interpretCoordinates({ verbatimCoordinates, ...rest }).decimalLatitude).toBeNull(),
  );
});

test('the table of Georeferencing Best Practices: one degree at the equator and at 30°', () => {
  expect(uncertaintyOfPrecision(1, 0)).toBeCloseTo(156_904, -1);
  expect(uncertaintyOfPrecision(1, 30)).toBeCloseTo(146_962, -1);
});

describe('flags of a point', () => {
  test.each([
    ['51.4963', '-0.1764', 'COORDINATE_AT_INSTITUTION'],
    ['-23.25', '28.75', 'COORDINATE_GRID_CENTRE'],
    ['-23', '28', 'COORDINATE_COARSE'],
    ['-23.1', '28.4', 'COORDINATE_COARSE'],
  ])('%s, %s: %s', (decimalLatitude, decimalLongitude, code) =>
    expect(interpretCoordinates({ decimalLatitude, decimalLongitude }).issues.map((issue) => issue.code)).toContain(
      code,
    ),
  );

  test('a point of six decimals in a field has no flag of these', () =>
    expect(
      interpretCoordinates({
        decimalLatitude: '47.123456',
        decimalLongitude: '8.654321',
        country: 'Switzerland',
        geodeticDatum: 'WGS84',
      }).issues.map(({ code }) => code),
    ).toEqual(['CONTINENT_DERIVED_FROM_COUNTRY']));

  test('the middle of a country', () => {
    const codes = (decimalLatitude: string, decimalLongitude: string) =>
      interpretCoordinates({ decimalLatitude, decimalLongitude, country: 'Botswana' }).issues.map(({ code }) => code);
    const west = 19.98;
    const east = 29.37;
    expect(codes('-22.345', ((west + east) / 2).toFixed(3))).toContain('COORDINATE_COUNTRY_CENTROID');
    expect(codes('-24.345', '25.678')).not.toContain('COORDINATE_COUNTRY_CENTROID');
  });

  test.each([
    [`51°30'N 0°7'W`, []],
    [`51°30'N 0°7'E`, ['COORDINATE_VERBATIM_MISMATCH']],
    [`15°30'N 0°7'W`, ['COORDINATE_VERBATIM_MISMATCH']],
    ['51 0', []],
    ['near London', []],
  ])('decimal fields beside %s: %j', (verbatimCoordinates, expected) =>
    expect(
      interpretCoordinates({ decimalLatitude: '51.5', decimalLongitude: '-0.12', verbatimCoordinates })
        .issues.map(({ code }) => code)
        .filter((code) => code.startsWith('COORDINATE_VERBATIM') || code === 'COORDINATE_INVALID'),
    ).toEqual(expected),
  );

  test('half a pair is said to be one', () =>
    expect(interpretCoordinates({ decimalLatitude: '51.5' }).issues.map(({ code }) => code)).toEqual([
      'COORDINATE_INCOMPLETE',
    ]));

  test('a continent is checked with the point, or found from it', () => {
    const codes = (rest: Readonly<Record<string, string>>) =>
      interpretCoordinates({ decimalLatitude: '-12.0464', decimalLongitude: '-77.0428', ...rest }).issues.map(
        ({ code }) => code,
      );
    expect(codes({ continent: 'Africa' })).toContain('CONTINENT_COORDINATE_MISMATCH');
    expect(codes({})).toContain('CONTINENT_DERIVED_FROM_COORDINATES');
    expect(codes({ country: 'Peru' })).toContain('CONTINENT_DERIVED_FROM_COUNTRY');
  });
});

describe('datums', () => {
  // Known shifts: Tokyo's datum lies some 450 m south-east of WGS 84 in Japan, NAD27 some 70 m in the west of the United States.
  test.each([
    ['Tokyo', 35.6, 139.7, 35.6032, 139.6968, 'COORDINATE_REPROJECTED'],
    ['OSGB36', 51.5, -0.1, 51.5005, -0.1016, 'COORDINATE_REPROJECTED'],
    ['NAD27', 40, -110, 39.99995, -110.0007, 'COORDINATE_REPROJECTED'],
    ['Clarke 1858', 10, 10, 10, 10, 'GEODETIC_DATUM_NOT_CONVERTED'],
    ['my own', 10, 10, 10, 10, 'GEODETIC_DATUM_INVALID'],
  ])('%s', (geodeticDatum, latitude, longitude, toLatitude, toLongitude, code) => {
    const value = interpretCoordinates({
      decimalLatitude: String(latitude),
      decimalLongitude: String(longitude),
      geodeticDatum,
    });
    expect(value.decimalLatitude).toBeCloseTo(toLatitude, 3);
    expect(value.decimalLongitude).toBeCloseTo(toLongitude, 3);
    expect(value.issues.map((issue) => issue.code)).toContain(code);
  });

  test('NAD83 is WGS 84 for all that a label can tell', () =>
    expect(
      interpretCoordinates({ decimalLatitude: '40', decimalLongitude: '-110', geodeticDatum: 'NAD83' }).issues.map(
        ({ code }) => code,
      ),
    ).not.toContain('COORDINATE_REPROJECTED'));
});

test('one country', () => {
  expect(interpretCountry('Straits Settlements')).toMatchObject({
    countryCode: null,
    possibleCountryCodes: ['MY', 'SG', 'CC', 'CX'],
    issues: [expect.objectContaining({ code: 'COUNTRY_HISTORIC' })],
  });
  expect(interpretCountry('Deutschland')).toEqual({ countryCode: 'DE', possibleCountryCodes: ['DE'], issues: [] });
  expect(interpretCountry('unknown')).toEqual({ countryCode: null, possibleCountryCodes: [], issues: [] });
});

test('what is labelled is read, or left: hardly ever read otherwise', () => {
  for (const { right, total, wrong = 0 } of [...evaluateCoordinates(), ...evaluatePlaces()]) {
    expect(right / total).toBeGreaterThan(0.94);
    expect(wrong / total).toBeLessThan(0.011);
  }
});
