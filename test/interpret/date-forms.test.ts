import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { productionDate } from '../../src/interpret/date-terms.ts';
import type { DateOptions } from '../../src/interpret/date-reading.ts';
import { readDate } from '../../src/interpret/date.ts';
import { eventDate } from '../../src/interpret/event-date.ts';
import { dateOfDay, dayNumber, formatDay } from '../../src/model/day.ts';

function read(text: string, options: DateOptions = {}): string {
  const reading = readDate(text, options);
  if (reading.kind === 'none') return 'none';
  if (reading.kind === 'unread') return reading.problem;
  return reading.problem === undefined ? reading.edtf : `${reading.edtf} ${reading.problem}`;
}

describe('forms of cataloguers', () => {
  test.each([
    // A short year belongs to the year before it, not to the one behind the comma
    ['1976–7, enlarged version 2007', '{1976..1977,2007}'],
    ['1995–6, 2007', '{1995..1996,2007}'],
    ['c.1780–5, cast 1950', '{1780..1785,1950}'],
    ['1939–40, cast before 1949', '{1939..1940,1948}'],
    ['1966 (repaired 2009)', '1966'],
    ['1932, printed later', '1932/..'],
    ['1999, remade on installation', '1999'],
    ['first printed c.1773', '1773~'],
    // "About" before a range is about both ends
    ['c.1799–1805', '1799~/1805~'],
    ['1795–c. 1805', '1795/1805~'],
    ['after c.1819–20', '1819~/..'],
    ['ca. 1909-10', '1909~/1910~'],
    ['1500/10', '1500/1510 ambiguous'],
    ['1596 or after', '1596/..'],
    ['1850 or before', '../1850'],
    ['not after 1850', '../1850'],
    ['prior to 1930', '../1929'],
    ['nach 1800, vor 1810', '1800/1809'],
    ['vor/um 1800', '../1800~'],
    ['1850 onwards', '1850/..'],
    // Masked years
    ['188_', '188X'],
    ['188-?', '1880?/1889?'],
    ['18--', '18XX'],
    ['18??', '18XX'],
    ['185x', '185X'],
    ['1971/xx/xx', '1971'],
    ['8/*/1973', '1973'],
    // Parts of centuries, years and months
    ['first half of the 19th century', '1800/1849'],
    ['2nd half of 19th century', '1850/1899'],
    ['third quarter of the 18th century', '1750/1774'],
    ['19. Jh., 1. Hälfte', '1800/1849'],
    ['18th or 19th century', '[17XX,18XX]'],
    ['slutet av 1800-talet', '1860~/1899~'],
    ['1910-tal', '191X'],
    ['1780-90s', '178X/179X'],
    ['late June 1902', '1902-06-20~/1902-06-30~'],
    ['Anfang 1900', '1900-01~/1900-05~'],
    ['winter 1977/78', '1977-12/1978-03'],
    // Before our era, and long ago; there is no year 0 of our era
    ['430s BC', '-0438/-0429'],
    ['12,000 BC', 'Y-11999'],
    ['1st century', '0001/0099'],
    ['1st century BC', '-0099/0000'],
    // Labels and logs
    ['4th of July 1876', '1876-07-04'],
    ['May 5th & 6th, 1930', '1930-05-05/1930-05-06'],
    ['Dec. 25, 1899 & Jan 1, 1900', '{1899-12-25,1900-01-01}'],
    ['vi-26-28-2000', '2000-06-26/2000-06-28'],
    ['6/17-24/2009', '2009-06-17/2009-06-24'],
    ['startdatetime:200607140845xx; enddatetime:200607151430xx', '2006-07-14/2006-07-15'],
    ['7 Sep 1977; at night', '1977-09-07'],
    ['883-08-11', '0883-08-11'],
    ['1930年5月12日', '1930-05-12'],
    ['mense Julio 1832', '1832-07'],
    ['[1885]', '1885'],
    // Days and weeks of ISO 8601 that EDTF does not have
    ['1914-06-08/1914-06-08', '1914-06-08'],
    ['0000-06-25', 'unreadable'],
    ['1930-133', '1930-05-13'],
    ['2009-W01', '2008-12-29/2009-01-04'],
    ['2009-W53-7', '2010-01-03'],
    ['2009-W54', 'unreadable'],
    // Not guessed
    ['31/02/1999', 'unreadable'],
    ['1-2 half of 19th century', 'unreadable'],
    ['19-jun-98', 'short-year'],
    ['1798–5', 'reversed'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('day and month that could be exchanged', () => {
  test('another date of the same text tells their order', () => {
    expect(read('9/5/1950 - 9/20/1950')).toBe('1950-09-05/1950-09-20');
    expect(read('9/5/1950 - 20/5/1950')).toBe('1950-05-09/1950-05-20');
  });

  test('so does the language, except plain English; what the profile says goes before', () => {
    expect(read('3/4/1902', { language: 'de' })).toBe('1902-04-03');
    expect(read('3/4/1902', { language: 'en-US' })).toBe('1902-03-04');
    expect(read('3/4/1902', { language: 'en' })).toBe('[1902-03-04,1902-04-03] ambiguous');
    expect(read('3/4/1902', { language: 'de', dayMonthOrder: 'mdy' })).toBe('1902-03-04');
    expect(read('3.4.1902', { dayMonthOrder: 'mdy' })).toBe('1902-03-04');
  });
});

test('a date of making may give two years in short; a date of gathering is ISO', () => {
  const made = productionDate.interpret(['1909-10', null], {});
  expect(made.output).toMatchObject({ productionDate: '1909/1910' });
  expect(made.issues.map(({ code }) => code)).toEqual(['PRODUCTION_DATE_AMBIGUOUS']);
  expect(productionDate.interpret(['1909-05', null], {}).output).toMatchObject({ productionDate: '1909-05' });
  const gathered = eventDate.interpret(['1909-10', null, null, null, null, null, null], {});
  expect(gathered.output).toMatchObject({ eventDate: '1909-10', year: 1909, month: 10 });
});

test('the day of the year decides between two readings of a date', () => {
  const read213 = eventDate.interpret(['8/1/1962', null, null, null, null, '213', null], {});
  expect(read213.output).toMatchObject({ eventDate: '1962-08-01', month: 8, day: 1 });
  expect(read213.issues).toEqual([]);
  const read100 = eventDate.interpret(['8/1/1962', null, null, null, null, '100', null], {});
  expect(read100.issues.map(({ code }) => code)).toEqual(['EVENT_DATE_AMBIGUOUS']);
});

test('open ends are no day', () => {
  const { output } = productionDate.interpret(['before 1850', null], {});
  expect(output).toEqual({
    productionDate: '../1849',
    productionDateEnd: dayNumber(1849, 12, 31),
    productionDateBasis: 'recorded',
  });
});

test.each(['Received May 1974', 'purchased 2002', 'det. J. Smith 1998'])('“%s” is no date of gathering', (text) => {
  const { output, issues } = eventDate.interpret([null, null, null, null, text, null, null], {});
  expect(output).toEqual({});
  expect(issues.map(({ code }) => code)).toEqual(['RECORDED_DATE_INVALID']);
});

describe('laws', () => {
  const MONTHS = [
    'January',
    'février',
    'März',
    'abril',
    'maggio',
    'juni',
    'Iulii',
    'VIII',
    'sept.',
    'x',
    'Nov',
    'dicembre',
  ];
  const ORDERS = [
    (day: number, month: string, year: number) => `${day} ${month} ${year}`,
    (day: number, month: string, year: number) => `${month} ${day}, ${year}`,
    (day: number, month: string, year: number) => `${year} ${month} ${day}`,
    (day: number, month: string, year: number) => `${day}-${month}-${year}`,
  ];

  test('a day in words, in any language and order, is that day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber(1000, 1, 1), max: dayNumber(2026, 12, 31) }),
        fc.constantFrom(...ORDERS),
        (number, write) => {
          const { year, month, day } = dateOfDay(number);
          const text = write(day, MONTHS[month - 1] ?? '', year);
          expect([text, read(text)]).toEqual([text, formatDay(number)]);
        },
      ),
      { seed: 21, numRuns: 1000 },
    );
  });

  test('a numeric day is that day once its order is known, and otherwise within the span', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber(1000, 1, 1), max: dayNumber(2026, 12, 31) }),
        fc.constantFrom('/', '-', ' '),
        (number, separator) => {
          const { year, month, day } = dateOfDay(number);
          const written = [day, month, year].join(separator);
          expect(read(written, { dayMonthOrder: 'dmy' })).toBe(formatDay(number));
          expect(read([month, day, year].join(separator), { dayMonthOrder: 'mdy' })).toBe(formatDay(number));
          const reading = readDate(written);
          expect(reading.kind).toBe('date');
          if (reading.kind !== 'date') return;
          expect(reading.span.begin).toBeLessThanOrEqual(number);
          expect(reading.span.end).toBeGreaterThanOrEqual(number);
          expect(reading.problem === 'ambiguous').toBe(day <= 12 && day !== month);
        },
      ),
      { seed: 22, numRuns: 1000 },
    );
  });

  test('two years from earlier to later are a range, the other way round reversed', () => {
    const year = fc.integer({ min: 1000, max: 2026 });
    fc.assert(
      fc.property(year, year, fc.constantFrom('-', '–', ' to ', ' - ', '/', ' bis '), (one, other, separator) => {
        fc.pre(one !== other);
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        expect(read(`${first}${separator}${last}`)).toBe(`${first}/${last}`);
        expect(read(`${last}${separator}${first}`)).toBe('reversed');
      }),
      { seed: 23, numRuns: 500 },
    );
  });
});
