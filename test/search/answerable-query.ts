import * as fc from 'fast-check';
import { parseBound } from '../../src/model/day.ts';
import type { HopComparison, Query } from '../../src/model/query.ts';
import { COUNTRIES, KINDS, LOCALITIES, PEOPLE } from './random-edition.ts';
import { TAXA } from './random-links.ts';

const day = fc.constantFrom('1830', '1845', '1850-06', '184X', '18XX', '1855-01-01');
const uncertain = fc.record(
  { match: fc.constantFrom('certain', 'possible'), basis: fc.constantFrom('recorded', 'inferred', 'any') },
  { requiredKeys: [] },
);
const number = fc.integer({ min: 1838, max: 1872 });

function kind<const Kind extends string>(name: Kind): fc.Arbitrary<Kind> {
  return fc.constant(name);
}

const dateRange = fc
  .record(
    { kind: kind('range'), field: fc.constantFrom('eventDate', 'date'), from: day, to: day },
    { requiredKeys: ['kind', 'field', 'from'] },
  )
  // Ranges that end before they begin are refused.
  .filter(({ from, to }) => to === undefined || parseBound(from, 'begin')! <= parseBound(to, 'end')!);
const leaf: fc.Arbitrary<Query> = fc.oneof(
  fc.record({ kind: kind('in'), field: kind('kind'), values: fc.subarray(KINDS, { minLength: 1 }) }),
  fc.record({ kind: kind('is'), field: fc.constantFrom('recordedBy', 'family'), value: fc.constantFrom(...PEOPLE) }),
  fc.record({ kind: kind('is'), field: kind('locality'), value: fc.constantFrom(...LOCALITIES) }),
  fc.record({
    kind: kind('like'),
    field: fc.constantFrom('family', 'locality'),
    value: fc.constantFrom('*a*', 'W?llace', 'l*', '*'),
  }),
  fc.record({ kind: kind('is'), field: kind('recordType'), value: fc.constantFrom('object', 'agent') }),
  fc.record({ kind: kind('is'), field: kind('hasCoordinate'), value: fc.boolean() }),
  fc
    .record(
      { kind: kind('range'), field: kind('year'), from: number, to: number },
      { requiredKeys: ['kind', 'field', 'to'] },
    )
    .filter(({ from, to }) => from === undefined || from <= to),
  fc.record({ kind: kind('exists'), field: fc.constantFrom('year', 'kind', 'locality', 'eventDate', 'recordedBy') }),
  fc.tuple(dateRange, uncertain).map(([range, how]) => Object.assign({}, range, how)),
  fc
    .tuple(
      fc.record({ kind: kind('in'), field: kind('eventDate'), values: fc.array(day, { minLength: 1, maxLength: 3 }) }),
      uncertain,
    )
    .map(([condition, how]) => Object.assign({}, condition, how)),
  fc.record({
    kind: kind('in'),
    field: kind('country'),
    values: fc.subarray(COUNTRIES, { minLength: 1 }),
    match: fc.constantFrom('certain', 'possible'),
  }),
  fc.record({
    kind: kind('near'),
    latitude: fc.integer({ min: -80, max: 80 }),
    longitude: fc.integer({ min: -180, max: 180 }),
    radiusInMeters: fc.constantFrom(500_000, 3_000_000, 12_000_000),
  }),
  fc.record({
    kind: kind('some'),
    child: kind('measurement'),
    query: fc.record({
      kind: kind('and'),
      of: fc.tuple(
        fc.record({ kind: kind('is'), field: kind('measurementType'), value: fc.constantFrom('length', 'Width') }),
        fc.record({ kind: kind('range'), field: kind('measurementNumber'), from: fc.integer({ min: 0, max: 19 }) }),
      ),
    }),
  }),
);

const role = fc.constantFrom('maker', 'collector', 'author', 'subject', 'entry', 'donor');
const agentLeaf: fc.Arbitrary<Query> = fc.oneof(
  fc.record({
    kind: kind('is'),
    field: fc.constantFrom('name', 'kind'),
    value: fc.constantFrom(...PEOPLE, 'name', 'person'),
  }),
  fc.record({ kind: kind('like'), field: kind('name'), value: fc.constantFrom('w*', '*item*') }),
  fc.record({ kind: kind('range'), field: fc.constantFrom('born', 'died'), to: fc.constantFrom(1790, 1830, 1880) }),
  fc.record({ kind: kind('exists'), field: fc.constantFrom('born', 'died') }),
);
const taxonLeaf: fc.Arbitrary<Query> = fc.oneof(
  fc.record({ kind: kind('in'), field: fc.constantFrom('name', 'label'), values: fc.subarray(TAXA, { minLength: 1 }) }),
  fc.record({ kind: kind('is'), field: kind('rank'), value: fc.constantFrom('order', 'genus') }),
);
const gatheringLeaf: fc.Arbitrary<Query> = fc.oneof(
  fc
    .tuple(fc.record({ kind: kind('is'), field: kind('date'), value: day }), uncertain)
    .map(([condition, { match }]) => (match === undefined ? condition : Object.assign({}, condition, { match }))),
  fc.record({ kind: kind('range'), field: kind('records'), from: fc.integer({ min: 1, max: 9 }) }),
);

function conditions(leaf: fc.Arbitrary<Query>): fc.Arbitrary<Query> {
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), of: fc.tuple(leaf, leaf) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: kind('not'), of: leaf }) },
  );
}

const time = fc.record({
  kind: kind('within'),
  here: kind('eventDate'),
  amount: fc.constantFrom(0, 40, 2_000),
  unit: kind('days'),
});
const order = fc.record({
  kind: fc.constantFrom('before' as const, 'after' as const),
  here: fc.constantFrom('eventDate', 'date'),
});
const ofRecords: fc.Arbitrary<HopComparison> = fc.oneof(
  fc.tuple(fc.oneof(time, order), fc.constantFrom('eventDate', 'date')).map(([rest, there]) => ({ ...rest, there })),
  fc.record({ kind: kind('near'), radiusInMeters: fc.constantFrom(900_000, 6_000_000) }),
  fc.record({
    kind: fc.constantFrom('same' as const, 'different' as const),
    field: fc.constantFrom('country', 'recordedBy', 'family', 'year'),
  }),
);
const ofAgent: fc.Arbitrary<HopComparison> = fc
  .tuple(fc.oneof(time, order), fc.constantFrom('born', 'died'))
  .map(([rest, there]) => ({ ...rest, there, of: 'entity' }));

function some(comparison: fc.Arbitrary<HopComparison>): fc.Arbitrary<readonly HopComparison[]> {
  return fc.array(comparison, { maxLength: 2 });
}

function hopTo(query: fc.Arbitrary<Query>): fc.Arbitrary<Query> {
  const to = fc.record({ query });
  return fc.oneof(
    fc.record(
      { kind: kind('hop'), via: kind('agent'), role, entity: conditions(agentLeaf), compare: some(ofAgent) },
      { requiredKeys: ['kind', 'via'] },
    ),
    fc.record(
      {
        kind: kind('hop'),
        via: kind('agent'),
        role,
        entity: conditions(agentLeaf),
        to: fc.record({ role, query }, { requiredKeys: ['query'] }),
        compare: some(fc.oneof(ofRecords, ofRecords, ofAgent)),
      },
      { requiredKeys: ['kind', 'via', 'to'] },
    ),
    fc.record(
      { kind: kind('hop'), via: kind('taxon'), entity: conditions(taxonLeaf), to, compare: fc.constant([]) },
      { requiredKeys: ['kind', 'via'] },
    ),
    fc.record(
      { kind: kind('hop'), via: kind('gathering'), entity: conditions(gatheringLeaf), to },
      { requiredKeys: ['kind', 'via'] },
    ),
    fc.record(
      {
        kind: kind('hop'),
        via: kind('relation'),
        role: fc.constantFrom('part of', 'has part', 'used with', 'depicts'),
        to,
        compare: some(ofRecords),
      },
      { requiredKeys: ['kind', 'via', 'to'] },
    ),
  );
}

/** Any query that the oracle can answer as well. */
export const answerable = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: 3, arbitrary: leaf },
    { weight: 2, arbitrary: hopTo(tie('query')) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        of: fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: kind('not'), of: tie('query') }) },
  ),
})).query;
