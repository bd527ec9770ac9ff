import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCell } from '../../src/publish/csv.ts';

describe('a cell of CSV', () => {
  test.each([
    ['plain', 'plain'],
    ['', ''],
    ['with, comma', '"with, comma"'],
    ['with "quotes"', '"with ""quotes"""'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
    ['+cmd', "'+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['＝1+1', "'＝1+1"],
    ['-12.5', '-12.5'],
    ['+44', '+44'],
    ['-1e-5', '-1e-5'],
  ])('%j is written as %j', (value, expected) => {
    expect(formatCell(value, ',')).toBe(expected);
  });

  test('a tab is quoted in TSV', () => {
    expect(formatCell('a\tb', '\t')).toBe('"a\tb"');
  });

  test('no text begins a formula, and every text can be read back', () => {
    assert(
      property(
        string({ unit: constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", 'a', '1', '.') }),
        (text) => {
          const cell = formatCell(text, ',');
          const quoted = cell.startsWith('"');
          const value = quoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
          expect(quoted || !/[",\r\n]/u.test(cell)).toBe(true);
          expect([text, `'${text}`]).toContain(value);
          expect(/^[=@\t\r\n]/u.test(value)).toBe(false);
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });
});
