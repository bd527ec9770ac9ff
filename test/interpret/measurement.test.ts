import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dimensions, interpretMeasurement, measurement, readDimensions } from '../../src/interpret/measurement.ts';
import { parseNumber } from '../../src/interpret/number.ts';

function shown(text: string): string[] {
  return readDimensions(text).map(({ measurementType, measurementNumber, measurementUnit = '', measurementRemarks }) =>
    `${measurementRemarks === undefined ? '' : `${measurementRemarks}: `}${measurementType} ${measurementNumber ?? '?'} ${measurementUnit}`.trim(),
  );
}

test.each([
  ['11 1/2', 11.5],
  ['½', 0.5],
  ['3½', 3.5],
  ['1,250', 1250],
  ['1,250.5', 1250.5],
  ['1.250,5', 1250.5],
  ['12,5', 12.5],
  ['0,125', 0.125],
  ['-3', -3],
  ['3e-5', 0.000_03],
  ['1/0', undefined],
  ['12 cm', undefined],
  ['', undefined],
])('the number %j is %s', (text, number) => {
  expect(parseNumber(text)).toBe(number);
});

test('a number that is written is read as itself', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (number) => {
      expect(parseNumber(String(number))).toBe(number === 0 ? 0 : number);
    }),
    { seed: 20261121 },
  );
});

describe('readDimensions', () => {
  test.each([
    ['11 1/2 x 9 in.', ['height 11.5 in', 'width 9 in']],
    ['11 1/2 x 9 in. (29.2 x 22.9 cm)', ['height 11.5 in', 'width 9 in']],
    ['overall: 760 mm x 1.2 m, 34 kg', ['overall: height 760 mm', 'overall: width 1.2 m', 'overall: weight 34 kg']],
    ['support: 394 × 419 mm', ['support: height 394 mm', 'support: width 419 mm']],
    [
      'support: 550 x 762 mm\nframe: 725 x 940 x 60 mm',
      [
        'support: height 550 mm',
        'support: width 762 mm',
        'frame: height 725 mm',
        'frame: width 940 mm',
        'frame: depth 60 mm',
      ],
    ],
    ['object: 672x 503x 218 mm', ['object: height 672 mm', 'object: width 503 mm', 'object: depth 218 mm']],
    ['H: 12 cm, W: 5.5 cm', ['height 12 cm', 'width 5.5 cm']],
    ['Höhe: 12,5 cm', ['height 12.5 cm']],
    ['Height 45cm; diameter 12 cm', ['height 45 cm', 'diameter 12 cm']],
    ['12 cm high', ['height 12 cm']],
    ['duration: 20min, 5sec', ['duration 1205 s']],
    ['30 x 40 cm (11 3/4 x 15 3/4 in)', ['height 30 cm', 'width 40 cm']],
    ['12 × 9 × 1/2 in.', ['height 12 in', 'width 9 in', 'depth 0.5 in']],
    ['H. 23 cm; Diam. 5', ['height 23 cm', 'diameter 5']],
    ['H: 30, W: 40, D: 5 cm', ['height 30 cm', 'width 40 cm', 'depth 5 cm']],
    ['30cm (h) x 40cm (w)', ['height 30 cm', 'width 40 cm']],
    ['H x W x D: 30 x 20 x 10 cm', ['height 30 cm', 'width 20 cm', 'depth 10 cm']],
    ['L38,5xB24 cm', ['length 38.5 cm', 'width 24 cm']],
    ['Höhe x Breite: 205 x 149 mm (Platte)', ['Platte: height 205 mm', 'Platte: width 149 mm']],
    ['Hauteur : 12,5 cm ; Largeur : 8 cm', ['height 12.5 cm', 'width 8 cm']],
    ['Durchmesser: 23 mm, Gewicht: 5.57 g', ['diameter 23 mm', 'weight 5.57 g']],
    ['6 ft 2 in', ['dimension 74 in']],
    ['2 lb 3 oz', ['weight 35 oz']],
    ['30–40 cm', ['dimension ? cm']],
    ['approx. 30 x 40 cm', ['about: height 30 cm', 'about: width 40 cm']],
    ['up to 5 mm long', ['at most: length 5 mm']],
    ['duration: 29 min., 46 sec.', ['duration 1786 s']],
    [
      'displayed: 2065 x 3460 mm, cases weigh 67kg/225kg',
      ['displayed: height 2065 mm', 'displayed: width 3460 mm', 'cases: weight 67 kg', 'cases: weight 225 kg'],
    ],
    [
      'frame 54 x 63 cm, plinth 58x 43 cm',
      ['frame: height 54 cm', 'frame: width 63 cm', 'plinth: height 58 cm', 'plinth: width 43 cm'],
    ],
    ['Breite: 54\n      cm', ['width 54 cm']],
    ['1:50,000', []],
    ['11 plan press drawers', []],
    ['display dimensions variable', []],
    ['1 folder', []],
  ])('%j', (text, rows) => {
    expect(shown(text)).toEqual(rows);
  });

  test('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      '12',
      '1/2',
      ' x ',
      'mm',
      'cm',
      ': ',
      'overall',
      ',',
      'kg',
      '½',
      '(',
      ')',
      '\n',
      '1,5',
      '"',
      "'",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          for (const { measurementNumber } of readDimensions(text))
            expect(measurementNumber === undefined || Number.isFinite(measurementNumber)).toBe(true);
        },
      ),
      { seed: 20261121, numRuns: 1000 },
    );
  });
});

test.each<[string, string[]]>([
  ['30 x 40 cm (11 3/4 x 15 3/4 in)', []],
  ['30 x 40 cm (21 3/4 x 15 3/4 in)', ['DIMENSIONS_CONFLICT']],
  ['167.5 kg (gross 440kg)', []],
  ['11 plan press drawers', ['DIMENSIONS_UNREADABLE']],
  ['variable', []],
])('the dimensions %j raise %j', (text, codes) => {
  expect(interpretMeasurement(text).issues.map(({ code }) => code)).toEqual(codes);
  expect(dimensions.interpret([text, null], {}).issues.map(({ code }) => code)).toEqual(codes);
});

test('an extent that is no measure raises nothing', () => {
  expect(dimensions.interpret([null, '3 boxes'], {})).toEqual({ output: {}, issues: [] });
});

test.each(['(1', '1 x ', 'a:', '1/', '1 ft ', '1-', "a'", '1,', '[½'])('long repetitions of %j are read', (piece) => {
  expect(() => interpretMeasurement(piece.repeat(20_000))).not.toThrow();
});

test('a range has both ends', () => {
  expect(interpretMeasurement('wingspan 30–40 mm').measurements).toEqual([
    { dimension: 'wingspan', value: 30, to: 40, unit: 'mm' },
  ]);
});

test.each<[[string | null, string | null], object, (readonly string[])?]>([
  [['12.5', 'Millimetres'], { measurementNumber: 12.5, measurementUnit: 'mm' }],
  [['12.5 mm', null], { measurementNumber: 12.5, measurementUnit: 'mm' }],
  [['12.5 mm', 'mm'], { measurementNumber: 12.5, measurementUnit: 'mm' }],
  [['green', null], {}],
  [['-', 'mm'], { measurementUnit: 'mm' }, ['MEASUREMENT_VALUE_NON_NUMERIC']],
  [
    ['10', 'individuals per trap'],
    { measurementNumber: 10, measurementUnit: 'individuals per trap' },
    ['MEASUREMENT_UNIT_UNKNOWN'],
  ],
  [[null, null], {}],
])('the measurement %j', (values, output, codes = []) => {
  const read = measurement.interpret(values, {});
  expect(read.output).toEqual(output);
  expect(read.issues.map(({ code }) => code)).toEqual(codes);
});

const sample = '../shared/data/tate/sample/artworks';
describe.skipIf(!existsSync(sample))('dimensions of artworks (tate)', () => {
  test('all that state a size are read as the museum read them', () => {
    const files = readdirSync(sample, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    const works = files.map(
      (name) =>
        JSON.parse(readFileSync(join(sample, name), 'utf8')) as {
          dimensions?: string;
          height?: string;
          units?: string;
        },
    );
    const single = works.filter(
      ({ dimensions, height }) => /^\w+: [^:]*mm\s*$/u.test(dimensions ?? '') && /^\d+$/u.test(height ?? ''),
    );
    expect(single.length).toBeGreaterThan(20);
    const differing = single.filter(({ dimensions = '', height }) => {
      const numbers = readDimensions(dimensions).map(({ measurementNumber }) => String(measurementNumber));
      return !numbers.includes(height ?? '');
    });
    expect(differing).toEqual([]);
  });
});
