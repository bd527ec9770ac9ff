import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edtfWords, yearWords } from '../../src/site/edtf-words.ts';
import { messagesIn } from '../../src/site/messages.ts';

const en = messagesIn('en');
const de = messagesIn('de');

describe('a date in words', () => {
  test.each([
    ['1858', '1858', '1858'],
    ['1858-01', 'January 1858', 'Januar 1858'],
    ['1857-12-22', '22 December 1857', '22. Dezember 1857'],
    ['1832/1836', '1832–1836', '1832–1836'],
    ['182X', '1820s', '1820er Jahre'],
    ['18XX', '19th century', '19. Jahrhundert'],
    ['1823~', 'c.\u00A01823', 'um\u00A01823'],
    ['1823?', '1823\u00A0(?)', '1823\u00A0(?)'],
    ['1855-23', 'autumn 1855', 'Herbst 1855'],
    ['../1850', 'until 1850', 'bis 1850'],
    ['1850/..', 'from 1850', 'ab 1850'],
    ['-0043', '44 BCE', '44 v. Chr.'],
    ['0079', '79', '79'],
    ['not a date', 'not a date', 'not a date'],
  ])('%s is "%s" and "%s"', (edtf, english, german) => {
    expect(edtfWords(edtf, en)).toBe(english);
    expect(edtfWords(edtf, de)).toBe(german);
  });

  test('a span of months names its year once, with an en dash', () => {
    expect(edtfWords('1857-01/1857-07', en).replace(/\s/gu, ' ')).toBe('January – July 1857');
  });

  test.each([
    ['1857-01/1857-07', '1857'],
    ['1858-10/1859-04', '1858–1859'],
    ['1823~', 'c.\u00A01823'],
    ['../1904-05', 'until 1904'],
    ['1904/..', 'from 1904'],
    ['nothing', undefined],
  ])('the years of %s are %s', (edtf, years) => {
    expect(yearWords(edtf, en)).toBe(years);
  });

  test('never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof edtfWords(text, en)).toBe('string');
        yearWords(text, de);
      }),
      { seed: 7 },
    );
  });
});
