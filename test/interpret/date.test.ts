import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import edtf from 'edtf';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/interpret/date.ts';
import { EARLIEST_DAY, formatPeriod, LATEST_DAY, parsePeriod, spanOf } from '../../src/interpret/edtf.ts';
import { formatDay } from '../../src/model/day.ts';
import type { Span } from '../../src/model/span.ts';

const read = (text: string, options = {}): string => {
  const reading = readDate(text, options);
  return reading.kind === 'date'
    ? `${reading.edtf}${reading.problem === undefined ? '' : ` ${reading.problem}`}`
    : reading.kind === 'none'
      ? 'none'
      : reading.problem;
};

describe('written dates as EDTF', () => {
  test.each([
    // ISO 8601, whole and in part, times passed over
    ['2009-06-15', '2009-06-15'],
    ['1851-09', '1851-09'],
    ['1897', '1897'],
    ['19670726', '1967-07-26'],
    ['1988-08-16t00:00:00', '1988-08-16'],
    ['1914-03-08T00:00Z', '1914-03-08'],
    ['2015-04-25 00:00:00.0', '2015-04-25'],
    ['1998-03-01/1998-03-31', '1998-03-01/1998-03-31'],
    ['2012-08-06/11', '2012-08-06/2012-08-11'],
    ['2012-05-31/06-07', '2012-05-31/2012-06-07'],
    ['1959-07-20 - 1959-07-23', '1959-07-20/1959-07-23'],
    // Zeros and dashes stand for what is not known
    ['1912-00-00', '1912'],
    ['1916-05-00', '1916-05'],
    ['-- jul 1895', '1895-07'],
    ['-- --- 1932', '1932'],
    ['1988-11---', '1988-11'],
    ['1985 may 31 - 0000 00 00', '1985-05-31'],
    // Months in words, in languages and in Roman numerals
    ['05 aug 1942', '1942-08-05'],
    ['May 7, 1904', '1904-05-07'],
    ['2-June-2007', '2007-06-02'],
    ['30/jun/1965', '1965-06-30'],
    ['09may1967', '1967-05-09'],
    ['Sept. 19, 1920', '1920-09-19'],
    ['21st of June 1899', '1899-06-21'],
    ['tue apr 30 00:00:00 edt 1940', '1940-04-30'],
    ['den 3. März 1887', '1887-03-03'],
    ['le 1er août 1899', '1899-08-01'],
    ['12 de marzo de 1901', '1901-03-12'],
    ['7 de setembro de 1922', '1922-09-07'],
    ['15 luglio 1850', '1850-07-15'],
    ['3 mei 1912', '1912-05-03'],
    ['5 maj 1890', '1890-05-05'],
    ['18.vii.1997', '1997-07-18'],
    ['1996-V-30', '1996-05-30'],
    ['vii-17-1973', '1973-07-17'],
    ['iv.1989', '1989-04'],
    // Numbers whose order is certain
    ['06/15/1898', '1898-06-15'],
    ['28.05.2014', '2014-05-28'],
    ['3.4.1902', '1902-04-03'],
    ['05/05/1902', '1902-05-05'],
    // Ranges
    ['13-14 September 2005', '2005-09-13/2005-09-14'],
    ['July 16-21, 1962', '1962-07-16/1962-07-21'],
    ['23 June 2007 - 14 July 2007', '2007-06-23/2007-07-14'],
    ['26jul-9aug2012', '2012-07-26/2012-08-09'],
    ['8/27/1938/8/28/1938', '1938-08-27/1938-08-28'],
    ['1 to 5 May 1900', '1900-05-01/1900-05-05'],
    ['15-25.vii.1930', '1930-07-15/1930-07-25'],
    ['between 1850 and 1860', '1850/1860'],
    ['zwischen 1850 und 1860', '1850/1860'],
    ['1843–4', '1843/1844'],
    ['1957–66', '1957/1966'],
    ['1830/31', '1830/1831'],
    ['1905–06', '1905/1906'],
    ['1852-11', '1852-11'],
    ['1440/1450-1503', '1440/1503'],
    // About, perhaps, before, after
    ['c.1800', '1800~'],
    ['c.1786–9', '1786~/1789~'],
    ['1795–c. 1805', '1795/1805~'],
    ['um 1850', '1850~'],
    ['?1863', '1863?'],
    ['?c.1785', '1785%'],
    ['pre 1852', '../1851'],
    ['before 2017-07-11', '../2017-07-10'],
    ['vor 1900', '../1899'],
    ['after c.1830', '1830~/..'],
    ['1793 or earlier', '../1793'],
    ['1858-present', '1858/..'],
    ['1452-before 1525', '1452/1524'],
    // Seasons, decades, centuries and their parts
    ['1932-summer', '1932-22'],
    ['Sommer 1930', '1930-22'],
    ['1830s', '183X'],
    ['c.1840s', '1840~/1849~'],
    ['early 1840s', '1840~/1843~'],
    ['late 1960s–early 1970s', '1966~/1973~'],
    ['19th century', '18XX'],
    ['18th C', '17XX'],
    ['XIXe siècle', '18XX'],
    ['s. XVIII', '17XX'],
    ['2. Hälfte 19. Jh.', '1850/1899'],
    ['1st half 19th century', '1800/1849'],
    ['mid-late 19th century', '1830~/1899~'],
    ['15th-16th century', '14XX/15XX'],
    // Before our era; year 0 is 1 BCE
    ['525-500 BCE', '-0524/-0499'],
    ['5th century BC', '-0499/-0400'],
    ['44 v. Chr.', '-0043'],
    // Several
    ['1786 or 1800', '[1786,1800]'],
    ['1831 and 1834', '{1831,1834}'],
    ['1828, reprinted 1874', '{1828,1874}'],
    ['?1830–1, exhibited 1831', '1830?/1831?'],
    ['published 1885', '1885'],
    // None
    ['s.d.', 'none'],
    ['n.d.', 'none'],
    ['0000-00-00', 'none'],
    ['-- --- ----', 'none'],
    ['[no verbatim date data]', 'none'],
    ['date not known', 'none'],
    // Flagged, not guessed
    ['3/4/1902', '[1902-03-04,1902-04-03] ambiguous'],
    ['1852–11', '1852/1911 ambiguous'],
    ['31 February 1900', 'unreadable'],
    ['1900-02-29', 'unreadable'],
    ['1900-1850', 'reversed'],
    ['05/03/80', 'short-year'],
    ['trap night 2', 'unreadable'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

  test('the order of day and month may be given', () => {
    expect(read('3/4/1902', { dayMonthOrder: 'dmy' })).toBe('1902-04-03');
    expect(read('3/4/1902', { dayMonthOrder: 'mdy' })).toBe('1902-03-04');
    expect(read('13/4/1902', { dayMonthOrder: 'mdy' })).toBe('1902-04-13');
  });
});

test.each([
  ['1850', '1850-01-01', '1850-12-31'],
  ['18XX', '1800-01-01', '1899-12-31'],
  ['3/4/1902', '1902-03-04', '1902-04-03'],
  ['44 BC', '-0043-01-01', '-0043-12-31'],
])('the days of %s', (text, begin, end) => {
  const reading = readDate(text);
  expect(reading.kind === 'date' && [formatDay(reading.span.begin), formatDay(reading.span.end)]).toEqual([begin, end]);
});

const DAY_MS = 86_400_000;
/** The `1850..1860`, `..1850` and `1850..` of sets as intervals. */
function toInterval(member: string): string {
  const [begin, end] = member.split('..');
  return end === undefined ? member : `${begin === '' ? '..' : begin}/${end === '' ? '..' : end}`;
}

/**
 * Bounds by another implementation. It takes seasons for quarters, which ours are not, and of a set only the ends of the
 * first and last member, so that members are asked one by one.
 */
function oracle(text: string): Span {
  const members = /^[[{](.*)[\]}]$/u.exec(text)?.[1]?.split(',');
  if (members !== undefined) {
    // Refuses what is no EDTF.
    edtf(text);
    const spans = members.map((member) => oracle(toInterval(member)));
    return { begin: Math.min(...spans.map(({ begin }) => begin)), end: Math.max(...spans.map(({ end }) => end)) };
  }
  const { min, max } = edtf(text);
  return {
    begin: Number.isFinite(min) ? Math.floor(min / DAY_MS) : EARLIEST_DAY,
    end: Number.isFinite(max) ? Math.floor(max / DAY_MS) : LATEST_DAY,
  };
}

const year = fc.integer({ min: 1, max: 2100 }).map((number) => String(number).padStart(4, '0'));
const two = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'));
const FRAGMENTS =
  'May|vii|IX|Sept.|août|c.|ca.|um|before|nach|or|and|between|early|late|2nd half|19th century|1830s|18XX|Jh.|BC|AD|?|~|-|–|/|.|,|;|[|]|(|)|{|}|..|XX|00|printed|summer|T12:00Z'.split(
    '|',
  );
const written = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), year, two(40)), { maxLength: 8 })
  .chain((parts) => fc.constantFrom('', ' ', '-', '/').map((separator) => parts.join(separator)));

test.each(['1XXX', '156X-12-25', '15XX-12-25', '15XX-12-XX', '1560-XX-25', '201X', '2004-06-XX', '[..1760-12-03]'])(
  'unspecified digits of EDTF: %s',
  (text) => {
    const reading = readDate(text);
    expect(reading.kind === 'date' && reading.span).toEqual(oracle(text));
  },
);

describe('laws', () => {
  test('reading never throws, and a span begins before it ends', () => {
    fc.assert(
      fc.property(fc.oneof(written, fc.string({ unit: 'binary' })), (text) => {
        const reading = readDate(text);
        const { begin, end } = reading.kind === 'date' ? reading.span : { begin: 0, end: 0 };
        expect(begin).toBeLessThanOrEqual(end);
        expect(Number.isInteger(begin) && Number.isInteger(end)).toBe(true);
      }),
      { seed: 7, numRuns: 4000 },
    );
  });

  test('the EDTF that is written covers the same days, read by us and by another implementation', () => {
    fc.assert(
      fc.property(written, (text) => {
        const reading = readDate(text);
        if (reading.kind !== 'date') return;
        const again = parsePeriod(reading.edtf);
        expect(again === undefined ? undefined : spanOf(again)).toEqual(reading.span);
        const other = /-2[1-4]/u.test(reading.edtf) ? reading.span : oracle(reading.edtf);
        expect(other).toEqual(reading.span);
      }),
      { seed: 11, numRuns: 6000 },
    );
  });

  test('ISO dates come back as they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 50_000 }), (number) => {
        const iso = formatDay(number);
        const reading = readDate(iso);
        expect(reading).toEqual({ kind: 'date', span: { begin: number, end: number }, edtf: iso, precision: 'day' });
      }),
      { seed: 3 },
    );
  });

  test('EDTF that is written again is the same', () => {
    for (const text of [
      '185X',
      '18XX',
      '1850~/1851?',
      '../1850',
      '1850/..',
      '[1786,1800]',
      '{1962,1971..}',
      '-0043',
      'Y-12000',
    ])
      expect(formatPeriod(parsePeriod(text)!)).toBe(text);
  });
});

const TATE = '../shared/data/tate/artist_data.csv';
describe.skipIf(!existsSync(TATE))('life dates of artists (tate)', () => {
  test('nearly all are read', () => {
    const dates = readFileSync(TATE, 'utf8')
      .split('\n')
      .flatMap((line) => /,(?:Fe)?[Mm]ale,(\d{4}–\d{4}),/u.exec(line)?.[1] ?? []);
    expect(dates.length).toBeGreaterThan(1000);
    expect(dates.filter((text) => readDate(text).kind !== 'date')).toEqual([]);
  });
});

const IDIGBIO = '../shared/data/idigbio-10k/idigbio_10k.csv.gz';
describe.skipIf(!existsSync(IDIGBIO))('dates of 511 institutions (idigbio-10k)', () => {
  test('every ISO date is read as what it says', () => {
    const dates = gunzipSync(readFileSync(IDIGBIO))
      .toString('utf8')
      .matchAll(/,(1[89]\d\d-(?:0[1-9]|1[0-2])-[0-2][1-9]),/gu);
    for (const [, date = ''] of dates) expect(read(date)).toBe(date);
  });
});
