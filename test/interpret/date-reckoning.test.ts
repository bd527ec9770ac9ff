import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/interpret/date.ts';
import { readReckoning } from '../../src/interpret/date-reckoning.ts';
import { parsePeriod } from '../../src/interpret/edtf.ts';

function read(text: string): string {
  const reading = readDate(text, {});
  if (reading.kind !== 'date') return reading.kind;
  return [reading.edtf, reading.problem, ...(reading.notes ?? [])].filter((part) => part !== undefined).join(' ');
}

describe('other reckonings', () => {
  test.each([
    ['Q3 1905', '1905-07/1905-09'],
    ['1905-Q1', '1905-01/1905-03'],
    ['third quarter of 1905', '1905-07/1905-09'],
    ['3e trimestre 1905', '1905-07/1905-09'],
    ['18 brumaire an VIII', '1799-11-09'],
    ['9 Thermidor an II', '1794-07-27'],
    ['1er vendémiaire an IX', '1800-09-23'],
    ["l'an IV", '1795-09-23/1796-09-21'],
    ['germinal an 3', '1795-03-21/1795-04-19'],
    ['an XV', 'unread'],
    ['Michaelmas 1752', '1752-09-29'],
    ["New Year's Day 1850", '1850-01-01'],
    ['Weihnachten 1850', '1850-12-25'],
    ['Easter 1850', '1850-03-31'],
    ['Good Friday 1898', '1898-04-08'],
    ['Whitsun 2000', '2000-06-11'],
    ['Easter 1700', 'unread'],
    ['1st mo. 5, 1790', '1790-01-05'],
    ['5th day of 3rd month 1701', '1701-05-05 old-style'],
    ['12th month 1700', '1701-02 old-style'],
    ['13th mo. 5, 1790', 'unread'],
    ['12 Geo. III', '1771/1772'],
    ['3 George III', '1762/1763'],
    ['12 Car. II', '1660/1661'],
    ['1 Vict.', '1837/1838'],
    ['90 Vict.', 'unread'],
    ['S12.5.3', '1937-05-03'],
    ['H30.4.1', '2018-04-01'],
    ['S12.15.3', 'unread'],
    ['12 Feb. 1731-2', '1732-02-12 old-style'],
    ['Feb 1731/2 O.S.', '1732-02 old-style'],
    ['12 Feb. 1831-2', 'unread'],
    ['12 iulie 1905', '1905-07-12'],
    ['12 siječnja 1905', '1905-01-12'],
    ['12 Ιουλίου 1905', '1905-07-12'],
    ['12 вересня 1905', '1905-09-12'],
    ['12 Mayıs 1905', '1905-05-12'],
  ])('%s', (text, days) => {
    expect(read(text)).toBe(days);
  });

  test('Easter is a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1753, max: 2500 }), (year) => {
        const day = new Date(`${readReckoning(`Easter ${year}`)?.edtf ?? ''}T00:00:00Z`);
        expect(day.getUTCDay()).toBe(0);
        const monthAndDay = day.toISOString().slice(5, 10);
        expect(monthAndDay >= '03-22' && monthAndDay <= '04-25').toBe(true);
      }),
      { seed: 20261121 },
    );
  });

  test('days of the Republican calendar follow each other', () => {
    const months = ['vendémiaire', 'brumaire', 'frimaire', 'fructidor'];
    const day = fc.record({
      day: fc.integer({ min: 1, max: 29 }),
      month: fc.constantFrom(...months),
      year: fc.integer({ min: 1, max: 14 }),
    });
    fc.assert(
      fc.property(day, ({ day: number, month, year }) => {
        const [one, next] = [number, number + 1].map((count) =>
          Date.parse(readReckoning(`${count} ${month} an ${year}`)?.edtf ?? ''),
        );
        expect((next ?? 0) - (one ?? 0)).toBe(86_400_000);
      }),
      { seed: 20261121 },
    );
  });

  test('whatever is read is EDTF', () => {
    const word = fc.constantFrom(
      'Q1',
      'an',
      'IV',
      '12',
      '1752',
      'mo.',
      'month',
      'Geo.',
      'III',
      'Easter',
      'of',
      '5th',
      'S12.5.3',
      '1731-2',
      'Feb',
      '/',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const reckoned = readReckoning(words.join(' '));
        if (reckoned !== undefined && read(words.join(' ')) !== 'unread')
          expect(parsePeriod(reckoned.edtf)).toBeDefined();
      }),
      { seed: 20261121 },
    );
  });
});
