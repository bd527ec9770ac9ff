import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryAt } from '../../src/interpret/country-shapes.ts';
import { seaAround } from '../../src/interpret/geography-sea-shapes.ts';
import { isWkt } from '../../src/interpret/place-footprint.ts';
import { place } from '../../src/interpret/place.ts';
import { ShapeRows, type Shape } from '../../src/interpret/shape-rows.ts';
import { CHANGING_NAME, CHANGING_NAMES } from '../../src/vocabulary/country-extents.ts';
import { findArea, lineageOfArea, listAreas } from '../../src/vocabulary/geography-areas.ts';
import { findSea, lineageOfSea, SEAS } from '../../src/vocabulary/geography-seas.ts';
import { findHistoricPlace, listHistoricPlaces } from '../../src/vocabulary/historic-places.ts';
import { COUNTRIES } from '../../src/vocabulary/countries.ts';

function read(values: Readonly<Record<string, string>>) {
  const { output, issues } = place.interpret(
    place.inputs.map((term) => values[term] ?? null),
    {},
  );
  return { ...output, issues: issues.map(({ code }) => code) } as Readonly<Record<string, any>>;
}

const at = (latitude: number, longitude: number, rest: Readonly<Record<string, string>> = {}) =>
  read({ decimalLatitude: latitude.toFixed(4), decimalLongitude: longitude.toFixed(4), ...rest });

describe('areas from coordinates', () => {
  test.each([
    [1.5512, 110.3412, ['Sarawak']],
    [50.2712, -5.0512, ['England', 'Cornwall']],
    [45.4612, 9.1912, ['Lombardia', 'Milan']],
    [48.1123, 11.6123, ['Bavaria']],
    // On the far side of the antimeridian from most of the country.
    [66.5123, -172.0123, ['Chukotka Autonomous Okrug']],
    [67.0123, 179.5123, ['Chukotka Autonomous Okrug']],
  ])('%d, %d', (latitude, longitude, areas) => {
    expect(at(latitude, longitude).administrativeArea).toEqual(areas);
  });

  test('are not said where a border is nearer than the point is certain, but for what is on both sides', () => {
    expect(at(40.712, -74.02).administrativeArea).toBeUndefined();
    expect(at(50.2712, -5.0512, { coordinateUncertaintyInMeters: '60000' }).administrativeArea).toBeUndefined();
    expect(at(51.5012, -0.1212).administrativeArea).toContain('England');
  });

  test('do not touch what is written, and say where they contradict it', () => {
    const bavaria = at(48.1123, 11.6123, { country: 'Germany', stateProvince: 'Saxony' });
    expect(bavaria.issues).toContain('STATE_PROVINCE_COORDINATE_MISMATCH');
    expect(bavaria.administrativeArea).toEqual(['Bavaria']);
    for (const stateProvince of ['Bayern', 'Freistaat Bayern', 'bavière', 'Nowhere'])
      expect(at(48.1123, 11.6123, { country: 'Germany', stateProvince }).issues).not.toContain(
        'STATE_PROVINCE_COORDINATE_MISMATCH',
      );
    // A county's point lies in the country that is written as its province.
    expect(at(50.2712, -5.0512, { country: 'United Kingdom', stateProvince: 'England' }).issues).not.toContain(
      'STATE_PROVINCE_COORDINATE_MISMATCH',
    );
  });

  test('have their middle in themselves or near: outlines and names belong together', () => {
    const drawn = listAreas().filter(({ latitude, countryCode }) => latitude !== undefined && countryCode !== 'GB');
    const sample = drawn.filter((_, index) => index % 40 === 0);
    const found = sample.filter(({ latitude, longitude, label, countryCode }) => {
      const { administrativeArea = [] } = at(latitude!, longitude!, { countryCode });
      return administrativeArea.includes(label);
    });
    expect(found.length / sample.length).toBeGreaterThan(0.75);
  });

  test('are found by names in several languages, not by names that several bear', () => {
    expect(findArea('DE', 'Bavière')?.label).toBe('Bavaria');
    expect(findArea('IT', 'Lombardy')).toBe(findArea('IT', 'LOMBARDIA'));
    expect(findArea('IT', 'Provincia di Cuneo')?.label).toBe('Cuneo');
    expect(lineageOfArea(findArea('GB', 'Cornwall')!).map(({ label }) => label)).toEqual(['England', 'Cornwall']);
    expect(findArea('MY', 'North Borneo')).toBeUndefined();
    expect(findArea('US', 'nowhere')).toBeUndefined();
  });
});

describe('seas from coordinates', () => {
  test.each([
    [43.0123, 15.0123, 'Adriatic Sea'],
    [-8.5123, 133.0123, 'Arafura Sea'],
    [59.0123, 178.0123, 'Bering Sea'],
    [59.0123, -178.0123, 'Bering Sea'],
    [-30.0123, -179.5123, 'South Pacific Ocean'],
    [-70.5123, 10.0123, undefined],
    [-65.0123, 10.0123, 'Southern Ocean'],
    [42.0123, 51.0123, 'Caspian Sea'],
    [48.0123, 11.0123, undefined],
  ])('%d, %d', (latitude, longitude, sea) => {
    expect(at(latitude, longitude).marineArea).toBe(sea);
  });

  test('contradict a sea that is written only where they are no part of it and far from it', () => {
    const mismatch = (waterBody: string) =>
      at(43.0123, 15.0123, { waterBody }).issues.includes('WATER_BODY_COORDINATE_MISMATCH');
    for (const waterBody of ['Adria', 'Mediterranean', 'Mittelmeer', 'Atlantic Ocean', 'a ditch'])
      expect([waterBody, mismatch(waterBody)]).toEqual([waterBody, false]);
    for (const waterBody of ['Pacific', 'Black Sea', 'Tyrrhenian Sea', 'North Sea'])
      expect(mismatch(waterBody)).toBe(true);
  });

  test('are named alike in both directions', () => {
    for (const { label } of SEAS) expect(findSea(label)).toBe(label);
    expect(lineageOfSea('Adriatic Sea')).toEqual([
      'Adriatic Sea',
      'Mediterranean Sea',
      'North Atlantic Ocean',
      'Atlantic Ocean',
    ]);
  });
});

const MARINE = join(
  import.meta.dirname,
  '../../../shared/data/nhm-natural-earth-marine-geojson/ckanext/versioned_datastore/theme/public/querySchemas',
  'v1.0.0/geojson/50m-marine-regions-v4.1.0.geojson',
);

test.skipIf(!existsSync(MARINE))('seas agree with the marine regions of Natural Earth', () => {
  const { features } = JSON.parse(readFileSync(MARINE, 'utf8'));
  const names: string[] = [];
  const shapes: Shape[] = [];
  for (const { geometry, properties } of features)
    for (const rings of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) {
      names.push(String(properties.name_en ?? properties.name).toLowerCase());
      shapes.push({ rings });
    }
  const rows = new ShapeRows(shapes);
  const known = new Set(SEAS.flatMap(({ label }) => lineageOfSea(label)).map((label) => label.toLowerCase()));
  let [asked, agreed] = [0, 0];
  // A lattice that favours no meridian: steps of the golden ratio.
  for (let index = 0; index < 6_000; index++) {
    const longitude = ((index * 0.618034) % 1) * 360 - 180;
    const latitude = (Math.asin(2 * ((index + 0.5) / 6_000) - 1) * 180) / Math.PI;
    const name = names[rows.find(longitude, latitude)];
    if (name === undefined || !known.has(name) || countryAt(longitude, latitude) !== undefined) continue;
    const sea = seaAround({ longitude, latitude });
    asked++;
    if (sea !== undefined && lineageOfSea(sea).some((label) => label.toLowerCase() === name)) agreed++;
  }
  expect(asked).toBeGreaterThan(3_000);
  expect(agreed / asked).toBeGreaterThan(0.95);
});

describe('names of countries in other years', () => {
  test.each([
    ['Germany', '1900', undefined, 'PL', 'Germany (1867–1919)'],
    ['Germany', '1990', 'DE', 'DE', undefined],
    ['Deutschland', '12.5.1932', undefined, 'RU', 'Germany (1920–1937)'],
    ['Malaya', '1956', 'MY', 'MY', 'Malaya'],
    ['Malaysia', '1964', undefined, 'SG', 'Malaysia (1963–1965)'],
    ['Congo', '1985', 'CG', 'CG', 'Congo'],
    ['Congo', '1930', undefined, 'CD', 'Congo'],
    ['Sudan', '1990', undefined, 'SS', 'Sudan (until 2011)'],
    ['Sudan', '2014', 'SD', 'SD', undefined],
    ['Czechoslovakia', '1930', undefined, 'UA', 'Czechoslovakia'],
    ['British India', '1900', undefined, 'MM', 'British India'],
    ['British India', '1940', undefined, 'PK', 'British India'],
    ['Siam', '1920', 'TH', 'TH', 'Siam'],
    ['Soviet Union', '1930', undefined, 'KZ', 'USSR'],
  ])('%s %s', (country, eventDate, certain, possible, former) => {
    const { countryCode, possibleCountryCodes, historicPlace } = read({ country, eventDate });
    expect(countryCode).toBe(certain);
    expect(possibleCountryCodes).toContain(possible);
    expect(historicPlace).toBe(former);
  });

  test('no longer hold what was lost: Burma was no part of British India after 1937, nor Estonia of the Soviet Union before 1940', () => {
    expect(read({ country: 'British India', year: '1940' }).possibleCountryCodes).not.toContain('MM');
    expect(read({ country: 'USSR', year: '1930' }).possibleCountryCodes).not.toContain('EE');
  });

  test('are settled by the province or the point, and the name of the past stays', () => {
    expect(read({ country: 'Germany', year: '1900', stateProvince: 'Bayern' })).toMatchObject({
      countryCode: 'DE',
      historicPlace: 'Germany (1867–1919)',
    });
    expect(read({ country: 'Straits Settlements', year: '1880', stateProvince: 'Penang' })).toMatchObject({
      countryCode: 'MY',
      historicPlace: 'Straits Settlements',
    });
    const posen = at(52.4012, 16.9212, { country: 'Germany', year: '1900' });
    expect(posen).toMatchObject({ countryCode: 'PL', historicPlace: 'Germany (1867–1919)' });
    expect(posen.issues).not.toContain('COUNTRY_COORDINATE_MISMATCH');
  });

  test('a code stays the country of today, and a span of centuries says nothing', () => {
    expect(read({ countryCode: 'DE', year: '1900' }).countryCode).toBe('DE');
    expect(read({ country: 'Germany', eventDate: '1700/1950' }).countryCode).toBe('DE');
  });

  test('are written as CHANGING_NAME expects, so that the year reaches the reader', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region' });
    const pattern = new RegExp(CHANGING_NAME, 'u');
    for (const { of, extents } of CHANGING_NAMES) {
      expect((of.length === 2 ? names.of(of)! : of).toLowerCase()).toMatch(pattern);
      for (const { begin, end, possible } of extents) {
        expect(possible.length).toBeGreaterThan(0);
        expect((begin ?? -Infinity) <= (end ?? Infinity)).toBe(true);
        for (const code of possible) expect([...COUNTRIES.map((country) => country.code), 'XK']).toContain(code);
      }
    }
  });
});

test('historic places have labels of their own, and lie somewhere', () => {
  const places = listHistoricPlaces();
  expect(new Set(places.map(({ label }) => label)).size).toBe(places.length);
  for (const { possible, certain } of places) {
    expect(possible.length).toBeGreaterThan(0);
    if (certain !== undefined) expect(possible).toContain(certain);
  }
  expect(findHistoricPlace('Straits Settlements')).toMatchObject({
    begin: 1826,
    end: 1946,
    possible: ['MY', 'SG', 'CC', 'CX'],
  });
});

describe('footprints', () => {
  test.each([
    'POINT (110.3 1.5)',
    'point z(1 2 3)',
    'SRID=4326;POLYGON((0 0, 1 0, 1 1, 0 0))',
    'POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))',
    'MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))',
    'MULTIPOINT((1 2),(3 4))',
    'MULTIPOINT(1 2, 3 4)',
    'LINESTRING(1 2,-3.5 4e1)',
    'POLYGON EMPTY',
    'GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2, 3 4))',
  ])('%s is one', (text) => expect(isWkt(text)).toBe(true));

  test.each([
    '',
    'Borneo',
    'POINT(1)',
    'POINT(1 2) and more',
    'POINT(1 2',
    'POLYGON((0 0, 1 0, 1 1, 0 2))',
    'POLYGON((0 0, 1 0))',
    'POLYGON(0 0, 1 0, 1 1, 0 0)',
    `${'GEOMETRYCOLLECTION('.repeat(50)}POINT(1 2)${')'.repeat(50)}`,
  ])('%s is none', (text) => expect(isWkt(text)).toBe(false));

  test('that are wrong are said to be, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'POINTLYGE(), 01.-'.split('')), maxLength: 60 }), (text) => {
        expect(typeof isWkt(text)).toBe('boolean');
      }),
      { seed: 1 },
    );
  });
});

test('whatever is written, reading it does not throw', () => {
  const texts = fc.option(fc.string({ maxLength: 12 }), { nil: null });
  fc.assert(
    fc.property(fc.array(texts, { minLength: place.inputs.length, maxLength: place.inputs.length }), (tuple) => {
      expect(place.interpret(tuple, {}).output).toBeDefined();
    }),
    { seed: 1, numRuns: 200 },
  );
});
