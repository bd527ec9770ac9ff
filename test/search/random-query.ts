import * as fc from 'fast-check';
import type { HopComparison, Query, Uncertain } from '../../src/model/query.ts';

/** Text that spellings may stumble over. */
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Wallace',
      'bird wing',
      'Müller',
      'a,b',
      'x..y',
      '5" lens',
      '(sic)',
      'C:\\x',
      '*',
      'a*b',
      'or',
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
);

const day = fc.constantFrom('1858', '1858-03', '1858-03-09', '185X', '18XX', '-0200');
const number = fc.oneof(fc.integer({ min: -3000, max: 3000 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
const uncertain: fc.Arbitrary<Uncertain> = fc.record(
  { match: fc.constantFrom('certain', 'possible'), basis: fc.constantFrom('recorded', 'inferred', 'any') },
  { requiredKeys: [] },
);

const keywordField = fc.constantFrom(
  'title',
  'kind',
  'recordedBy',
  'collector',
  'locality',
  'verbatim["Old \\"No\\""]',
  'ext["Loan"].to',
);
const spanField = fc.constantFrom('eventDate', 'date', 'gathering.date');
const numberField = fc.constantFrom('year', 'elevation', 'decimalLatitude');
const country = fc.constantFrom('MY', 'sg', 'DE');

const ring = fc.constantFrom('POLYGON((0 0, 10 0, 10 10, 0 0))', 'MULTIPOLYGON(((170 0, 190 0, 190 9, 170 0)))');

const leaf: fc.Arbitrary<Query> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), value: text, whole: fc.boolean() }),
  fc.record({ kind: fc.constant('is' as const), field: keywordField, value: text }),
  fc.record({
    kind: fc.constant('in' as const),
    field: keywordField,
    values: fc.array(text, { minLength: 1, maxLength: 3 }),
  }),
  fc.record(
    { kind: fc.constant('range' as const), field: keywordField, from: text, to: text },
    { requiredKeys: ['kind', 'field'] },
  ),
  fc.record({ kind: fc.constant('like' as const), field: keywordField, value: text }),
  fc.record({ kind: fc.constant('exists' as const), field: fc.oneof(keywordField, spanField, numberField) }),
  fc.record({ kind: fc.constant('is' as const), field: numberField, value: number }),
  fc.record(
    { kind: fc.constant('range' as const), field: numberField, from: number, to: number },
    { requiredKeys: ['kind', 'field'] },
  ),
  fc.record({ kind: fc.constant('is' as const), field: fc.constant('hasCoordinate'), value: fc.boolean() }),
  withUncertainty(fc.record({ kind: fc.constant('is' as const), field: spanField, value: day })),
  withUncertainty(
    fc.record({
      kind: fc.constant('in' as const),
      field: spanField,
      values: fc.array(day, { minLength: 1, maxLength: 3 }),
    }),
  ),
  withUncertainty(
    fc.record(
      { kind: fc.constant('range' as const), field: spanField, from: day, to: day },
      { requiredKeys: ['kind', 'field'] },
    ),
  ),
  withUncertainty(
    fc.record({
      kind: fc.constant('in' as const),
      field: fc.constant('country'),
      values: fc.array(country, { minLength: 1, maxLength: 3 }),
    }),
  ),
  fc.record({ kind: fc.constant('within' as const), geometry: ring }),
  fc.constant<Query>({
    kind: 'within',
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [5, 0],
          [5, 5],
          [0, 0],
        ],
      ],
    },
  }),
  fc.record({
    kind: fc.constant('near' as const),
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    radiusInMeters: fc.double({ min: 1, max: 1e6, noNaN: true }),
  }),
  fc.constant<Query>({ kind: 'all' }),
);

function withUncertainty<T extends object>(query: fc.Arbitrary<T>): fc.Arbitrary<T & Uncertain> {
  return fc.tuple(query, uncertain).map(([query, how]) => Object.assign({}, query, how));
}

const measurementLeaf: fc.Arbitrary<Query> = fc.oneof(
  fc.record({ kind: fc.constant('is' as const), field: fc.constant('measurementType'), value: text }),
  fc.record({ kind: fc.constant('range' as const), field: fc.constant('measurementNumber'), from: number }),
  fc.record({ kind: fc.constant('exists' as const), field: fc.constant('measurementUnit') }),
);
const loanLeaf: fc.Arbitrary<Query> = fc.record({
  kind: fc.constant('is' as const),
  field: fc.constantFrom('borrower', '["to be \\"back\\""]', 'Überbringer'),
  value: text,
});

function nestedIn(leaf: fc.Arbitrary<Query>): fc.Arbitrary<Query> {
  return fc.oneof(
    leaf,
    fc.record({ kind: fc.constant('and' as const), of: fc.array(leaf, { minLength: 1, maxLength: 2 }) }),
    fc.record({ kind: fc.constant('not' as const), of: leaf }),
    fc.constant<Query>({ kind: 'all' }),
  );
}

const some: fc.Arbitrary<Query> = fc.oneof(
  fc.record({
    kind: fc.constant('some' as const),
    child: fc.constant('measurement' as const),
    query: nestedIn(measurementLeaf),
  }),
  fc.record({
    kind: fc.constant('some' as const),
    child: fc.constant('ext["Loan \\"x\\""]' as const),
    query: nestedIn(loanLeaf),
  }),
);

const role = fc.constantFrom(
  'maker',
  'Collector',
  'maker of the parts',
  'any',
  'agent',
  'part of',
  'inverse of',
  'né "x"',
  'entry',
);
const relationType = fc.constantFrom('part of', 'Depicts', 'used with', 'related', 'gathering', '"odd" (type)');
const agentLeaf: fc.Arbitrary<Query> = fc.oneof(
  fc.record({ kind: fc.constant('is' as const), field: fc.constantFrom('name', 'kind', 'Label'), value: text }),
  fc.record(
    { kind: fc.constant('range' as const), field: fc.constantFrom('born', 'died'), from: number, to: number },
    { requiredKeys: ['kind', 'field'] },
  ),
  fc.record({ kind: fc.constant('text' as const), value: text }),
);
const of = fc.constantFrom({}, { of: 'entity' as const });
const recordComparison: fc.Arbitrary<HopComparison> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('before' as const, 'after' as const),
    here: spanField,
    there: spanField,
  }),
  fc.record({
    kind: fc.constant('within' as const),
    here: spanField,
    there: spanField,
    amount: fc.integer({ min: 0, max: 9999 }),
    unit: fc.constantFrom('days' as const, 'years' as const),
  }),
  fc.record({ kind: fc.constant('near' as const), radiusInMeters: fc.double({ min: 0.001, max: 2e7, noNaN: true }) }),
  fc.record({
    kind: fc.constantFrom('same' as const, 'different' as const),
    field: fc.constantFrom('country', 'collector', 'year', 'datasetKey'),
  }),
);
const agentComparison: fc.Arbitrary<HopComparison> = fc
  .tuple(
    fc.record({
      kind: fc.constantFrom('before' as const, 'after' as const),
      here: spanField,
      there: fc.constantFrom('born', 'died', 'activeBegin'),
    }),
    of,
  )
  .map(([comparison, end]) => Object.assign({}, comparison, end));

/** Hops over agents, relations and what has no role; `query` makes those at their other ends. */
function hopTo(query: fc.Arbitrary<Query>): fc.Arbitrary<Query> {
  const end = fc.record({ query });
  return fc.oneof(
    fc.record(
      { kind: fc.constant('hop' as const), via: fc.constant('agent' as const), role, entity: nestedIn(agentLeaf) },
      { requiredKeys: ['kind', 'via'] },
    ),
    fc.record(
      {
        kind: fc.constant('hop' as const),
        via: fc.constant('agent' as const),
        role,
        entity: nestedIn(agentLeaf),
        compare: fc.array(agentComparison, { maxLength: 2 }),
      },
      { requiredKeys: ['kind', 'via'] },
    ),
    fc.record(
      {
        kind: fc.constant('hop' as const),
        via: fc.constant('agent' as const),
        role,
        entity: nestedIn(agentLeaf),
        to: fc.record({ role, query }, { requiredKeys: ['query'] }),
        compare: fc.array(recordComparison, { maxLength: 2 }),
      },
      { requiredKeys: ['kind', 'via', 'to'] },
    ),
    fc
      .record({
        role: relationType,
        inverse: fc.boolean(),
        to: end,
        compare: fc.array(recordComparison, { maxLength: 2 }),
      })
      .map(({ inverse, ...rest }): Query => ({
        kind: 'hop',
        via: 'relation',
        ...rest,
        ...(inverse ? { inverse } : {}),
      })),
    fc.record(
      {
        kind: fc.constant('hop' as const),
        via: fc.constantFrom('gathering' as const, 'taxon' as const, 'place' as const, 'relation' as const),
        to: end,
      },
      { requiredKeys: ['kind', 'via'] },
    ),
    fc.record({
      kind: fc.constantFrom('is' as const, 'like' as const),
      field: fc.constantFrom('taxon', 'Place'),
      value: text,
    }),
  );
}

/** Any query that can be asked, at most a few levels deep. */
export const anyQuery: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: some },
    { weight: 1, arbitrary: hopTo(tie('query')) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        of: fc.array(tie('query'), { minLength: 1, maxLength: 4 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), of: tie('query') }) },
  ),
})).query;
