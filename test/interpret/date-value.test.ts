import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inferDayMonthOrder, inferYears } from '../../src/interpret/date-order.ts';
import { readPlainDate } from '../../src/interpret/date-plain.ts';
import { interpretDate } from '../../src/interpret/date-value.ts';
import { readWrittenDate } from '../../src/interpret/date-written.ts';
import { formatDay, parseDateSpan } from '../../src/model/day.ts';

/** Days as the table writes them: `1850/1860-05`, `../1849`, `none`, `unread`, `either` for those that can be exchanged. */
function daysOf(text: string): string {
  const { begin, end, edtf, issues } = interpretDate(text);
  return edtf === null ? (issues.length === 0 ? 'none' : 'unread') : `${begin ?? '..'}/${end ?? '..'}`;
}

function wholeDays(label: string): string {
  if (label === 'none' || label === 'unread') return label;
  const [first = '', last = first] = label.replace('either ', '').split('/');
  const [begin, end] = [parseDateSpan(first)?.begin, parseDateSpan(last)?.end];
  return `${begin === undefined ? '..' : formatDay(begin)}/${end === undefined ? '..' : formatDay(end)}`;
}

const FORMS = readFileSync(join(import.meta.dirname, 'date-forms.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line): [string, string] => {
    const [written = '', days = ''] = line.split('\t');
    return [written, days];
  });

describe('one date by itself', () => {
  test.each(FORMS)('%s is %s', (written, days) => expect(daysOf(written)).toBe(wholeDays(days)));

  test.each([
    ['2 May 1905', { begin: '1905-05-02', end: '1905-05-02', edtf: '1905-05-02', precision: 'day', issues: [] }],
    ['ca. 1880–90', { begin: '1880-01-01', end: '1890-12-31', edtf: '1880~/1890~', precision: 'span', issues: [] }],
    ['1880s', { begin: '1880-01-01', end: '1889-12-31', edtf: '188X', precision: 'decade', issues: [] }],
    ['before 1850', { begin: null, end: '1849-12-31', edtf: '../1849', precision: 'span', issues: [] }],
    ['s.d.', { begin: null, end: null, edtf: null, precision: null, issues: [] }],
  ])('%s, whole', (written, value) => expect(interpretDate(written)).toEqual(value));
});

describe('what was done to read a date is said', () => {
  test.each([
    ['31 February 1900', ['RECORDED_DATE_INVALID']],
    ['12.V.98', ['DATE_YEAR_SHORT']],
    ['05/26/70-05/26/70', ['DATE_YEAR_SHORT']],
    ['1900-1850', ['EVENT_DATE_REVERSED']],
    ['3/4/1902', ['EVENT_DATE_AMBIGUOUS']],
    ['summer 1902', ['DATE_SEASON_NORTHERN']],
    ['southern winter 1902', []],
    ['austral summer 1902', ['EVENT_DATE_AMBIGUOUS']],
    ['11 Feb 1731/32', ['DATE_OLD_STYLE']],
    ['5 May 1712 O.S.', ['DATE_OLD_STYLE']],
    ['12 Feb 1731 O.S.', ['EVENT_DATE_AMBIGUOUS', 'DATE_OLD_STYLE']],
    ['Tuly 9, 1937', ['DATE_WORD_CORRECTED']],
    ['Edo period (1750)', []],
    ['Edo period (1950)', ['EVENT_DATE_AMBIGUOUS']],
    ['3 May 2090', ['RECORDED_DATE_UNLIKELY']],
  ])('%s: %o', (written, issues) => expect(interpretDate(written).issues).toEqual(issues));

  test('seasons of the south lie half a year apart; a summer may have begun in the year before', () => {
    expect(interpretDate('winter 1902', { hemisphere: 'south' })).toMatchObject({
      begin: '1902-06-01',
      end: '1902-09-30',
      issues: [],
    });
    expect(interpretDate('summer 1902', { hemisphere: 'south' }).edtf).toBe('[1901-12..1902-03,1902-12..1903-03]');
  });

  test('one letter may be wrong, not two, and not where two months are as near', () => {
    expect(daysOf('dune 26, 1936')).toBe('1936-06-26/1936-06-26');
    expect(daysOf('Juny 26, 1936')).toBe('unread');
    expect(daysOf('Jove 26, 1936')).toBe('unread');
  });
});

describe('the order of day and month of a dataset', () => {
  const proofs = Array.from({ length: 200 }, (_, index) => `${13 + (index % 16)}/${1 + (index % 12)}/1950`);

  test('is settled by its dates that cannot be read in two ways', () => {
    expect(inferDayMonthOrder([...proofs, '3/4/1902', '1950-05-03'])).toBe('dmy');
    expect(inferDayMonthOrder([...proofs, '4/30/1902'])).toBe('dmy');
    expect(inferDayMonthOrder([...proofs, '4/30/1902', '5/30/1902', '6/30/1902'])).toBeUndefined();
    expect(inferDayMonthOrder(proofs.slice(0, 5))).toBeUndefined();
    expect(inferDayMonthOrder([])).toBeUndefined();
  });

  test('is then used, and said', () => {
    const value = interpretDate('3/4/1902', { inferredDayMonthOrder: 'dmy' });
    expect([value.edtf, value.issues]).toEqual(['1902-04-03', ['DATE_ORDER_INFERRED']]);
    expect(interpretDate('13/4/1902', { inferredDayMonthOrder: 'mdy' }).issues).toEqual([]);
    expect(interpretDate('3/4/1902', { inferredDayMonthOrder: 'dmy', dayMonthOrder: 'mdy' }).edtf).toBe('1902-03-04');
  });
});

describe('the century of years of two digits', () => {
  const counts = Array.from({ length: 86 }, (_, index): [number, number] => [1890 + index, 2]);

  test('is settled by dates that lie within a hundred years', () => {
    expect(inferYears(counts)).toEqual([1890, 1975]);
    expect(inferYears([...counts, [1752, 1]])).toEqual([1890, 1975]);
    expect(inferYears([...counts, [1752, 9]])).toBeUndefined();
    expect(inferYears([...counts, [2010, 20]])).toBeUndefined();
    expect(inferYears(counts.slice(0, 20))).toBeUndefined();
    expect(inferYears([])).toBeUndefined();
  });

  test.each([
    ['5.vi.23', '1923-06-05'],
    ["5 June '98", '1898-06-05'],
    ["June '98", '1898-06'],
    ['June 5, 23', '1923-06-05'],
    ['25/6/23', '1923-06-25'],
    ['5.vi.23 - 7.vi.23', null],
    ['5.vi.80', null],
    ['June 23', null],
    ['10-11-12', null],
    ['6/23', null],
    ['23', null],
  ])('%s is %s', (written, edtf) => {
    const value = interpretDate(written, { inferredYears: [1890, 1975] });
    expect(value.edtf).toBe(edtf);
    if (edtf !== null) expect(value.issues).toEqual(['DATE_CENTURY_INFERRED']);
  });

  test('is not asked for where the year has four', () => {
    expect(interpretDate('5.vi.2023', { inferredYears: [1890, 1975] })).toMatchObject({
      edtf: '2023-06-05',
      issues: [],
    });
  });
});

describe('laws', () => {
  const WORDS = 'May|sept.|Sept|VII|juin|März|mayo|jan|published|active|born|c.|ca.|circa|?|before|des|day'.split('|');
  const part = fc.oneof(
    fc.integer({ min: 0, max: 2100 }).map(String),
    fc.integer({ min: 0, max: 31 }).map((number) => String(number).padStart(2, '0')),
    fc.constantFrom(...WORDS),
  );
  const separator = fc.constantFrom('-', '/', '.', ' ', ', ', '. ', '–', ' - ', '', 'T12:00:00Z');
  const written = fc
    .array(fc.tuple(part, separator), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([text, after], index) => text + (index < parts.length - 1 ? after : '')).join(''));
  const options = fc.constantFrom(
    {},
    { dayMonthOrder: 'mdy' } as const,
    { inferredDayMonthOrder: 'dmy' } as const,
    { language: 'de' },
    { yearsInShort: true },
    { year: 1950 },
  );

  test('what is read at once is what any other way finds', () => {
    fc.assert(
      fc.property(written, options, (text, given) => {
        const plain = readPlainDate(text, given);
        if (plain !== undefined) expect([text, plain]).toEqual([text, readWrittenDate(text, given)]);
      }),
      { seed: 31, numRuns: 20_000 },
    );
  });

  test('every date that is taken from a list of forms is read at once as otherwise', () => {
    for (const [text] of FORMS) {
      const plain = readPlainDate(text, {});
      if (plain !== undefined) expect([text, plain]).toEqual([text, readWrittenDate(text, {})]);
    }
  });

  test('long texts are left, whatever they hold', () => {
    for (const text of ['1/', '1850 ', 'a1', ' ', '(', '明'])
      expect(interpretDate(text.repeat(100_000)).begin).toBeNull();
  });
});
