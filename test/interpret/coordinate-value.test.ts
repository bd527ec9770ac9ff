import { describe, expect, test } from 'vitest';
import { interpretCoordinates } from '../../src/interpret/coordinate-value.ts';
import { interpretCountry } from '../../src/interpret/country-value.ts';
import { evaluate as evaluateCoordinates } from '../evaluation/coordinates.ts';
import { evaluate as evaluatePlaces } from '../evaluation/places.ts';

describe('one text', () => {
  test.each([
    ['SU 387 148', 50.9317, -1.4499, 71],
    ['NN166712', 56.7966, -5.0039, 71],
    ['O 159 345', 53.3487, -6.2596, 71],
    ['31U DQ 48251 11932', 48.858, 2.2945, 1],
    ['10N 717474 4389450', 39.627204, -120.466146, null],
    ['UTM N:717474 E:4389450 zone 10', 39.627204, -120.466146, null],
    [`Orlando, 28°36'31"n 81°11'58"w, 70ft`, 28.608611, -81.199444, null],
    ['51.5, -0.12', 51.5, -0.12, null],
  ])('%s', (text, latitude, longitude, uncertainty) => {
    const { decimalLatitude, decimalLongitude, coordinateUncertaintyInMeters } = interpretCoordinates(text);
    expect(decimalLatitude).toBeCloseTo(latitude, 3);
    expect(decimalLongitude).toBeCloseTo(longitude, 3);
    expect(coordinateUncertaintyInMeters).toBe(uncertainty);
  });

  test.each(['T24S R27E S15', '4.1 km 231° SW Ranomafana', `109°30' W`, '27.3°C', 'Stipe: 4-6mm tall', '99Z AB 12'])(
    '%s is no point, and is flagged',
    (text) =>
      expect(interpretCoordinates(text)).toMatchObject({
        decimalLatitude: null,
        issues: [expect.objectContaining({ code: 'COORDINATE_INVALID' })],
      }),
  );
});

describe('datums', () => {
  // Known shifts: Tokyo's datum lies some 450 m south-east of WGS 84 in Japan, NAD27 some 70 m in the west of the United States.
  test.each([
    ['Tokyo', 35.6, 139.7, 35.6032, 139.6968, 'COORDINATE_REPROJECTED'],
    ['OSGB36', 51.5, -0.1, 51.5005, -0.1016, 'COORDINATE_REPROJECTED'],
    ['NAD27', 40, -110, 39.99995, -110.0007, 'COORDINATE_REPROJECTED'],
    ['Clarke 1858', 10, 10, 10, 10, 'COORDINATE_REPROJECTION_FAILED'],
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
