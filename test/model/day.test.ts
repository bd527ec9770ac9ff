import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dateOfDay,
  dayNumber,
  daysInMonth,
  formatDay,
  isCalendarDay,
  parseBound,
  parseDateSpan,
} from '../../src/model/day.ts';

test.each([
  [1970, 1, 1, 0],
  [1969, 12, 31, -1],
  [2000, 2, 29, 11_016],
  [1, 1, 1, -719_162],
  [0, 1, 1, -719_528],
  [99, 12, 31, -683_004],
])('the number of %i-%i-%i is %i', (year, month, day, number) => expect(dayNumber(year, month, day)).toBe(number));

test('numbers and calendar days round-trip far beyond written history', () => {
  fc.assert(
    fc.property(fc.integer({ min: -4_000_000, max: 4_000_000 }), (number) => {
      const { year, month, day } = dateOfDay(number);
      expect(dayNumber(year, month, day)).toBe(number);
      expect(isCalendarDay({ year, month, day })).toBe(true);
      expect(day).toBeLessThanOrEqual(daysInMonth(year, month));
      expect(parseDateSpan(formatDay(number))).toEqual({ begin: number, end: number });
    }),
    { seed: 1 },
  );
});

describe('bounds of a query', () => {
  test.each([
    ['1850', '1850-01-01', '1850-12-31'],
    ['1850-06', '1850-06-01', '1850-06-30'],
    ['1850-06-02', '1850-06-02', '1850-06-02'],
    ['185X', '1850-01-01', '1859-12-31'],
    ['18XX', '1800-01-01', '1899-12-31'],
    ['-0200', '-0200-01-01', '-0200-12-31'],
    ['79', '0079-01-01', '0079-12-31'],
    ['1900-02', '1900-02-01', '1900-02-28'],
  ])('%s', (text, begin, end) => {
    expect([formatDay(parseBound(text, 'begin') ?? 0), formatDay(parseBound(text, 'end') ?? 0)]).toEqual([begin, end]);
  });

  test.each(['', 'soon', '1850-13', '1850-02-30', '1850-6', '1850/1851', '18X', '1850-06-02T00:00'])(
    '%s is none',
    (text) => expect(parseBound(text, 'begin')).toBeUndefined(),
  );
});

test('days are counted as the runtime counts them, months and days beyond the end running on', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -200_000, max: 200_000 }),
      fc.integer({ min: -30, max: 40 }),
      fc.integer({ min: -400, max: 800 }),
      (year, month, day) => {
        const date = new Date(0);
        date.setUTCFullYear(year, month - 1, day);
        const number = dayNumber(year, month, day);
        expect(number).toBe(date.getTime() / 86_400_000);
        expect(dateOfDay(number)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      },
    ),
    { seed: 41, numRuns: 2000 },
  );
});
