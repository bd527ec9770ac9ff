import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Query } from '../../src/model/query.ts';
import { QueryError } from '../../src/search/query-error.ts';
import { parseQueryJson, toQueryJson } from '../../src/search/query-json.ts';
import { formatQueryLine, parseQueryLine } from '../../src/search/query-line.ts';
import { normaliseQuery } from '../../src/search/query-normal.ts';
import { formatQueryParameters, parseQueryParameters } from '../../src/search/query-url.ts';
import { describeQuery } from '../../src/search/query-words.ts';
import { anyQuery } from './random-query.ts';

const RUNS = { seed: 1858, numRuns: 2000 };

function unlessRefused<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}

function law(check: (query: Query, normal: Query) => void): void {
  fc.assert(
    fc.property(anyQuery, (query) => {
      // Random queries may be deeper than is allowed.
      const normal = unlessRefused(() => normaliseQuery(query));
      if (normal !== undefined) check(query, normal);
    }),
    RUNS,
  );
}

describe('any query', () => {
  test('is canonical once it is made so', () => {
    law((_, normal) => expect(normaliseQuery(normal)).toEqual(normal));
  });
  test('comes back from JSON', () => {
    law((query, normal) => expect(parseQueryJson(JSON.parse(JSON.stringify(toQueryJson(query))))).toEqual(normal));
  });
  test('comes back from a typed line', () => {
    law((query, normal) => expect(parseQueryLine(formatQueryLine(query))).toEqual(normal));
  });
  test('comes back from URL parameters', () => {
    law((query, normal) => {
      const address = new URLSearchParams(formatQueryParameters(query).toString());
      expect(parseQueryParameters(address).query).toEqual(normal);
    });
  });
  test('loses one condition with each of its chips', () => {
    law((_, normal) => {
      const chips = describeQuery(normal);
      expect(chips).toHaveLength(normal.kind === 'all' ? 0 : normal.kind === 'and' ? normal.of.length : 1);
    });
  });
});

test('any line is a query or refused with a reason', () => {
  const pieces = '(|)|"|or|-|kind:| |a|some(media,|..|,|within(|!|\\|not|*|year:|1|verbatim["|"]'.split('|');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
      unlessRefused(() => parseQueryLine(parts.join('')));
    }),
    RUNS,
  );
});

describe('a typed line', () => {
  test.each<[string, Query]>([
    ['wallace "bird wing"', { kind: 'text', value: 'wallace "bird wing"' }],
    ['country:MY,sg', { kind: 'in', field: 'country', values: ['MY', 'SG'] }],
    ['year:1850..1860', { kind: 'range', field: 'year', from: 1850, to: 1860 }],
    ['eventDate!@any:1858', { kind: 'is', field: 'eventDate', value: '1858', match: 'certain', basis: 'any' }],
    ['-kind:archive', { kind: 'not', of: { kind: 'is', field: 'kind', value: 'archive' } }],
    ['collector:*wallace*', { kind: 'like', field: 'recordedBy', value: '*wallace*' }],
    ['missing:year', { kind: 'not', of: { kind: 'exists', field: 'year' } }],
    ['https://example.org/1 10:30', { kind: 'text', value: 'https://example.org/1 10:30' }],
    ['eventDate:1858-03..1858', { kind: 'range', field: 'eventDate', from: '1858-03', to: '1858' }],
    ['near(1.55, 110.34, 50 km)', { kind: 'near', latitude: 1.55, longitude: 110.34, radiusInMeters: 50_000 }],
    [
      '(family:Papilionidae or genus:Troides) moth',
      {
        kind: 'and',
        of: [
          {
            kind: 'or',
            of: [
              { kind: 'is', field: 'family', value: 'Papilionidae' },
              { kind: 'is', field: 'genus', value: 'Troides' },
            ],
          },
          { kind: 'text', value: 'moth' },
        ],
      },
    ],
    [
      'kind:fossil,art*',
      {
        kind: 'or',
        of: [
          { kind: 'is', field: 'kind', value: 'fossil' },
          { kind: 'like', field: 'kind', value: 'art*' },
        ],
      },
    ],
  ])('%s', (line, query) => {
    expect(parseQueryLine(line)).toEqual(query);
  });

  test.each([
    ['kind:archive colector:Wallace', 13, /no field "colector"/u, /collector/u],
    ['moth (kind:fossil', 5, /not closed/u, undefined],
    ['moth)', 4, /closing parenthesis/u, undefined],
    ['"bird wing', 0, /not closed/u, undefined],
    ['year:', 5, /No value/u, /has:year/u],
    ['year:old', 0, /numbers/u, /year:10/u],
    ['year:1860..1850', 0, /ends before it begins/u, /year:1850\.\.1860/u],
    ['eventDate:1858-03..1857', 0, /ends before it begins/u, /eventDate:1857\.\.1858-03/u],
    ['verbatim["Height"]:20..9', 0, /ends before it begins/u, /9\.\.20/u],
    ['eventDate:1858-13', 0, /not a date/u, /1858-03/u],
    ['country:Malaysia', 0, /country code/u, /country:MY/u],
    ['or moth', 2, /before "or"/u, undefined],
    ['some(medium, type:Sound)', 0, /nested rows called "medium"/u, /media/u],
    ['within(POINT(1 2))', 0, /not a shape/u, /POLYGON/u],
    ['near(110.34,1.55,50)', 0, /not a distance/u, /near\(1.55/u],
  ])('%s is refused', (line, position, message, hint) => {
    const error = refusal(() => parseQueryLine(line));
    expect(error.message).toMatch(message);
    expect(error.position).toBe(position);
    expect(error.hint ?? '').toMatch(hint ?? /^/u);
  });
});

function refusal(work: () => unknown): QueryError {
  try {
    work();
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('URL parameters', () => {
  test.each<[string, string]>([
    ['q=moth&country=MY&country=SG', 'moth country:MY,SG'],
    ['year=1850,1860', 'year:1850..1860'],
    ['eventDate=1858-01-01,*', 'eventDate:1858-01-01..'],
    ['not.kind=archive&not.kind=other', '-kind:archive,other'],
    ['certain.country=MY', 'country!:MY'],
    ['geoDistance=1.55,110.34,50km', 'near(1.55,110.34,50km)'],
    ['recordedBy=Wallace,%20A.%20R.', 'recordedBy:"Wallace, A. R."'],
    ['year=1850&year=1855,1860', 'year:1850 or year:1855..1860'],
    ['has=media&missing=year&query=kind:fossil+or+moth', 'has:media -has:year (kind:fossil or moth)'],
  ])('%s', (address, line) => {
    expect(parseQueryParameters(new URLSearchParams(address)).query).toEqual(parseQueryLine(line));
  });

  test('what is no part of the query is left for others', () => {
    const { sort, limit, cursor, rest } = parseQueryParameters(
      new URLSearchParams('q=moth&sort=-year&limit=50&cursor=abc&view=list&facet=kind'),
    );
    expect({ sort, limit, cursor, rest: rest.toString() }).toEqual({
      sort: { field: 'year', order: 'desc' },
      limit: 50,
      cursor: 'abc',
      rest: 'view=list&facet=kind',
    });
  });
});

function deep(depth: number): unknown {
  let query: unknown = { kind: 'exists', field: 'month' };
  for (let level = 0; level < depth; level++) {
    query = { kind: 'not', of: { kind: 'or', of: [{ kind: 'exists', field: 'year' }, query] } };
  }
  return query;
}

describe('limits', () => {
  test.each<[string, unknown, RegExp]>([
    ['nested too deep', deep(5), /nested more than 8/u],
    ['nested absurdly', deep(5_000), /nested too deep/u],
    [
      'too many values',
      { kind: 'in', field: 'year', values: Array.from({ length: 1001 }, (_, year) => year) },
      /1,000/u,
    ],
    [
      'too many patterns',
      { kind: 'or', of: Array.from({ length: 300 }, (_, at) => ({ kind: 'like', field: 'title', value: `*${at}*` })) },
      /more than 20 patterns/u,
    ],
    [
      'too large',
      { kind: 'or', of: Array.from({ length: 20 }, () => ({ kind: 'text', value: 'x'.repeat(60_000) })) },
      /1 MB/u,
    ],
    ['an unknown property', { kind: 'text', value: 'x', fuzzy: true }, /fuzzy/u],
    ['an unknown kind', { kind: 'hop', to: 'x' }, /not a query/u],
    [
      'too many vertices',
      {
        kind: 'within',
        geometry: { type: 'Polygon', coordinates: [Array.from({ length: 10_001 }, (_, at) => [at / 100, 1])] },
      },
      /10,000 vertices/u,
    ],
    ['outside the world', { kind: 'within', geometry: 'POLYGON((0 0, 0 91, 1 1, 0 0))' }, /outside the world/u],
  ])('%s is refused', (_, query, message) => {
    expect(refusal(() => parseQueryJson(query)).message).toMatch(message);
  });
});
