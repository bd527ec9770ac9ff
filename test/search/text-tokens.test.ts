import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/search/text-fold.ts';
import { compareText } from '../../src/search/text-order.ts';
import { matchesPattern, parsePattern } from '../../src/search/text-pattern.ts';
import { segmentedTokens, tokenise } from '../../src/search/text-tokens.ts';

const RUNS = { seed: 1858, numRuns: 2000 };

describe('folding', () => {
  test.each([
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['Ørsted', 'orsted'],
    ['Đorđević', 'dordevic'],
    ['Æsop, Œuvres', 'aesop, oeuvres'],
    ['Diyarbakır İzmir', 'diyarbakir izmir'],
    ['كِتَابٌ أحمد', 'كتاب احمد'],
    ['ＡＢＣ　ｶﾞ', 'abc ガ'],
    ['がか', 'がか'],
    ['Κόσμος', 'κοσμοσ'],
    ['हिन्दी', 'हिन्दी'],
  ])('%s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  test('twice is once, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      RUNS,
    );
  });
});

describe('words', () => {
  test.each([
    ['BM 1858.12.3', ['bm', '1858', '12', '3']],
    [
      "Trogonoptera brookiana (A.R. Wallace, 1855) d'Orbigny",
      ['trogonoptera', 'brookiana', 'a', 'r', 'wallace', '1855', 'd', 'orbigny'],
    ],
    ['東京国立博物館', ['東京', '国立', '博物館']],
    ['Käfer-Sammlung', ['kafer', 'sammlung']],
    ['—', []],
  ])('%s', (text, expected) => {
    expect(tokenise(text)).toEqual(expected);
  });

  test('of scripts with spaces are the same as Intl.Segmenter finds', () => {
    const letters = fc.constantFrom(...Array.from('abzéß1250.,;:\'-_/()" ·жщαωתישبحر가나\u0301\u064e'));
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 30 }), (text) => {
        expect(tokenise(text)).toEqual(segmentedTokens(fold(text)));
      }),
      RUNS,
    );
  });
});

test('the order of texts is that of readers, numbers by value', () => {
  const sorted = [
    'Żuk',
    'Zebra',
    'A 100',
    'A 12',
    'Ähre',
    'Ahorn',
    'a 2',
    'كتاب',
    '東京',
    'Łódź',
    'Lyme',
    'Mole',
  ].toSorted(compareText);
  expect(sorted).toEqual([
    'a 2',
    'A 12',
    'A 100',
    'Ahorn',
    'Ähre',
    'Łódź',
    'Lyme',
    'Mole',
    'Zebra',
    'Żuk',
    'كتاب',
    '東京',
  ]);
});

test('patterns match as their regular expressions do', () => {
  const piece = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
  fc.assert(
    fc.property(piece, text, (pattern, text) => {
      const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
      expect(matchesPattern(text, parsePattern(pattern))).toBe(expression.test(text));
    }),
    RUNS,
  );
});
