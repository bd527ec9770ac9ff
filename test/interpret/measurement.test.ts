import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measurement, readDimensions } from '../../src/interpret/measurement.ts';
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

test.each<[[string | null, string | null], object]>([
  [['12.5', 'Millimetres'], { measurementNumber: 12.5, measurementUnit: 'mm' }],
  [['12.5 mm', null], { measurementNumber: 12.5, measurementUnit: 'mm' }],
  [['12.5 mm', 'mm'], { measurementNumber: 12.5, measurementUnit: 'mm' }],
  [['green', null], {}],
  [['10', 'individuals per trap'], { measurementNumber: 10, measurementUnit: 'individuals per trap' }],
  [[null, null], {}],
])('the measurement %j', (values, output) => {
  expect(measurement.interpret(values, {})).toEqual({ output, issues: [] });
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
