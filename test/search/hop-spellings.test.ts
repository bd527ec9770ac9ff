import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Query } from '../../src/model/query.ts';
import { entityFields } from '../../src/search/hop-fields.ts';
import { KEY_FIELDS, type EntityVia } from '../../src/search/hop-names.ts';
import { QueryError } from '../../src/search/query-error.ts';
import { parseQueryJson } from '../../src/search/query-json.ts';
import { formatQueryLine, parseQueryLine } from '../../src/search/query-line.ts';
import { formatQueryParameters, parseQueryParameters } from '../../src/search/query-url.ts';
import { describeQuery } from '../../src/search/query-words.ts';

describe('a hop in a line', () => {
  test.each<[string, Query]>([
    [
      'hop(maker, born:..1800)',
      { kind: 'hop', via: 'agent', role: 'maker', entity: { kind: 'range', field: 'born', to: 1800 } },
    ],
    [
      'hop(Maker, Dollond)',
      { kind: 'hop', via: 'agent', role: 'maker', entity: { kind: 'like', field: 'name', value: '*Dollond*' } },
    ],
    [
      'hop(collector (born:..1800) > maker, kind:archive)',
      {
        kind: 'hop',
        via: 'agent',
        role: 'collector',
        entity: { kind: 'range', field: 'born', to: 1800 },
        to: { role: 'maker', query: { kind: 'is', field: 'kind', value: 'archive' } },
      },
    ],
    ['hop(agent > any)', { kind: 'hop', via: 'agent', to: { query: { kind: 'all' } } }],
    [
      'hop(gathering >, key:K)',
      { kind: 'hop', via: 'gathering', to: { query: { kind: 'is', field: 'key', value: 'K' } } },
    ],
    ['hop(inverse part of)', { kind: 'hop', via: 'relation', role: 'has part' }],
    ['hop(inverse relation:"used with")', { kind: 'hop', via: 'relation', role: 'used with', inverse: true }],
    [
      'hop(part of, kind:instrument)',
      {
        kind: 'hop',
        via: 'relation',
        role: 'part of',
        to: { query: { kind: 'is', field: 'kind', value: 'instrument' } },
      },
    ],
    [
      'hop(maker, acquisition.date after DIED)',
      {
        kind: 'hop',
        via: 'agent',
        role: 'maker',
        compare: [{ kind: 'after', here: 'acquisitionDate', there: 'died' }],
      },
    ],
    [
      'hop(maker > collector, productionDate within 1 week of eventDate, within 50 km, productionDate after entity.born)',
      {
        kind: 'hop',
        via: 'agent',
        role: 'maker',
        to: { role: 'collector', query: { kind: 'all' } },
        compare: [
          { kind: 'within', here: 'productionDate', there: 'eventDate', amount: 7, unit: 'days' },
          { kind: 'near', radiusInMeters: 50_000 },
          { kind: 'after', here: 'productionDate', there: 'born', of: 'entity' },
        ],
      },
    ],
    ['taxon:Lepidoptera', { kind: 'hop', via: 'taxon', entity: { kind: 'is', field: 'name', value: 'Lepidoptera' } }],
    [
      'place:Sarawak,"North Borneo"',
      { kind: 'hop', via: 'place', entity: { kind: 'in', field: 'name', values: ['Sarawak', 'North Borneo'] } },
    ],
  ])('%s', (line, query) => {
    expect(parseQueryLine(line)).toEqual(query);
    expect(parseQueryLine(formatQueryLine(query))).toEqual(query);
    expect(parseQueryParameters(formatQueryParameters(query)).query).toEqual(query);
    expect(parseQueryJson(query)).toEqual(query);
  });

  test.each([
    ['moth hop(maker, bron:1800)', /An agent has no field "bron"/u, /born/u],
    ['hop()', /over what it leads/u, /maker/u],
    ['hop(maker', /not closed/u, undefined],
    ['hop(maker,)', /Nothing follows the comma/u, undefined],
    ['hop(maker, acquisitionDate after dyed)', /"dyed" is not a date of the agent/u, /died/u],
    ['hop(maker > any, title before eventDate)', /title is not a date/u, /eventDate/u],
    ['hop(maker, same country)', /compares two records/u, /hop\(maker > collector/u],
    ['hop(maker, within 5km)', /where an agent is/u, /near to/u],
    ['hop(gathering > maker)', /Only agents have a role/u, undefined],
    ['hop(inverse maker)', /other way round/u, undefined],
    ['hop(maker, year:1850, year:1860)', /cannot be read|no field "year"/u, undefined],
    ['some(media, hop(maker))', /cannot be asked of nested rows/u, undefined],
    ['hop(maker, hop(maker))', /cannot be asked of what a hop leads over/u, /hop\(collector > maker/u],
  ])('%s is refused', (line, message, hint) => {
    const error = refusal(() => parseQueryLine(line));
    expect(error.message).toMatch(message);
    expect(error.position).toBeDefined();
    expect(error.hint ?? '').toMatch(hint ?? /^/u);
  });

  test('any line of its pieces is a query or refused with a reason', () => {
    const pieces = [
      'hop(',
      'maker',
      ' > ',
      '(',
      ')',
      ', ',
      'same country',
      'eventDate after died',
      '"',
      'born:',
      '1',
      'part of',
      'any',
      'inverse ',
      ':',
      'within 5km',
      'taxon:',
      'or ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        try {
          const query = parseQueryLine(parts.join(''));
          expect(parseQueryLine(formatQueryLine(query))).toEqual(query);
        } catch (error) {
          if (!(error instanceof QueryError)) throw error;
        }
      }),
      { seed: 1854, numRuns: 3000 },
    );
  });
});

test.each([
  ['hop(maker, born:..1800)', 'maker', 'born: to 1800'],
  ['hop(maker, Dollond kind:person)', 'maker', '“Dollond”, kind: person'],
  [
    'hop(collector > maker, kind:archive -year:1854)',
    'collector',
    'also maker of a record with kind: archive, not year: 1854',
  ],
  ['hop(maker, acquisitionDate after died)', 'maker', 'acquisitionDate after died'],
  [
    'hop(agent > any, eventDate within 7 days of eventDate, within 50km, same country)',
    'person or group',
    'another record, eventDate within 7 days of eventDate there, at most 50km apart, the same country',
  ],
  ['hop(part of, hop(maker, name:Ali))', 'part of', 'a record with maker (Ali)'],
  ['taxon:Troides,Attacus', 'taxon', 'Troides or Attacus'],
])('%s in words', (line, label, value) => {
  expect(describeQuery(parseQueryLine(line))).toMatchObject([{ label, value }]);
});

describe('the reference of the query language', () => {
  const reference = readFileSync(join(import.meta.dirname, '../../docs/reference/query-language.md'), 'utf8');
  const guide = readFileSync(join(import.meta.dirname, '../../docs/guide/asking.md'), 'utf8');
  const hops = (reference + guide).match(/(?<=`)hop\((?:[^`])+\)(?=`)/gu) ?? [];

  test.each(hops.filter((hop) => !hop.includes('…')))('has %s, which can be read', (hop) => {
    expect(parseQueryLine(hop).kind).toBe('hop');
  });

  test.each(Object.keys(KEY_FIELDS) as EntityVia[])('lists every field of the %s', (via) => {
    const row = reference.split('\n').find((line) => line.startsWith(`| ${via} |`))!;
    expect(
      [...entityFields(via).values()].map(({ name }) => name).filter((name) => !row.includes(`\`${name}\``)),
    ).toEqual([]);
  });
});

test('what follows the parenthesis of a hop is no part of its parameter', () => {
  const parameters = new URLSearchParams({ hop: 'maker) or hop(collector' });
  expect(refusal(() => parseQueryParameters(parameters)).message).toMatch(/not one hop/u);
});

function chain(length: number): Query {
  return length === 0
    ? { kind: 'exists', field: 'year' }
    : { kind: 'hop', via: 'agent', to: { query: chain(length - 1) } };
}

test.each<[string, unknown, RegExp]>([
  ['hops nested too deep', chain(9), /nested more than 8/u],
  [
    'too many hops',
    { kind: 'or', of: Array.from({ length: 11 }, () => ({ kind: 'hop', via: 'agent' })) },
    /more than 10 hops/u,
  ],
  [
    'too many comparisons',
    {
      kind: 'hop',
      via: 'agent',
      to: { query: { kind: 'all' } },
      compare: Array.from({ length: 9 }, () => ({ kind: 'same', field: 'year' })),
    },
    /at most 8 comparisons/u,
  ],
  ['a time without end', hopWithin(1e12), /at most 10,000 years/u],
  ['an unknown via', { kind: 'hop', via: 'person' }, /not a query/u],
  ['an unknown comparison', { kind: 'hop', via: 'agent', compare: [{ kind: 'like', field: 'title' }] }, /not a query/u],
  ['conditions on a relation', { kind: 'hop', via: 'relation', entity: { kind: 'all' } }, /no fields of its own/u],
])('%s is refused', (_, query, message) => {
  expect(refusal(() => parseQueryJson(query)).message).toMatch(message);
});

function hopWithin(amount: number): Query {
  return {
    kind: 'hop',
    via: 'agent',
    compare: [{ kind: 'within', here: 'eventDate', there: 'born', amount, unit: 'days' }],
  };
}

function refusal(work: () => unknown): QueryError {
  try {
    work();
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
