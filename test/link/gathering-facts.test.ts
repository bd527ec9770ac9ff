import { expect, test } from 'vitest';
import { describeGathering, type GatheringMember } from '../../src/link/gathering-facts.ts';
import { parseDateSpan } from '../../src/model/day.ts';

function member(key: string, rest: Partial<GatheringMember> = {}): GatheringMember {
  return {
    key,
    datasetKey: 'one',
    collectors: [{ key: 'w', label: 'A. R. Wallace' }],
    collectorText: 'A. R. Wallace',
    span: parseDateSpan('1855-03-12'),
    date: '1855-03-12',
    locality: 'Simunjon',
    countryCode: 'MY',
    ...rest,
  };
}

test('a gathering says what its records agree on, and those that say nothing do not disagree', () => {
  const gathering = describeGathering([
    member('a', { recordNumber: '112' }),
    member('b', { recordNumber: 'No. 112', locality: undefined, datasetKey: 'two' }),
    member('c', { locality: 'SIMUNJON', span: undefined, date: undefined }),
  ]);
  expect(gathering).toMatchObject({
    label: 'A. R. Wallace, 1855-03-12, Simunjon',
    agentKeys: ['w'],
    date: '1855-03-12',
    countryCode: 'MY',
    records: 3,
    datasets: 2,
  });
  expect(gathering.facts.map(({ kind }) => kind)).toEqual(['collector', 'recordNumber', 'date', 'place']);
});

test('exact days tell when; a month beside them does not widen it', () => {
  const month = { span: parseDateSpan('1855-03'), date: '1855-03' };
  expect(describeGathering([member('a', month), member('b')]).date).toBe('1855-03-12');
  expect(describeGathering([member('a', month), member('b', month)]).date).toBe('1855-03');
  const next = { span: parseDateSpan('1855-03-13'), date: '1855-03-13' };
  expect(describeGathering([member('a', next), member('b')]).date).toBe('1855-03-12/1855-03-13');
});

test('duplicates are found though they were identified and written otherwise', () => {
  const { duplicates } = describeGathering([
    member('a', { recordNumber: '112', taxon: 'Trogonoptera brookiana' }),
    member('b', {
      recordNumber: '112',
      taxon: 'Ornithoptera brookiana',
      collectorText: 'Wallace, A. R.',
      datasetKey: 'two',
    }),
    member('c', { recordNumber: '113', taxon: 'Trogonoptera brookiana' }),
  ]);
  expect(duplicates).toHaveLength(1);
  expect(duplicates[0]).toMatchObject({ kind: 'number', status: 'accepted', value: '112', datasets: 2, records: 2 });
  expect(duplicates[0]!.facts).toContainEqual({ kind: 'otherTaxon', value: 'Ornithoptera brookiana' });
  expect(duplicates[0]!.facts).toContainEqual({ kind: 'otherSpelling', value: 'Wallace, A. R.' });
});

test('one species without numbers may be duplicates; a genus, or other numbers, are not', () => {
  const taxon = 'Trogonoptera brookiana';
  const kinds = (...members: readonly GatheringMember[]) =>
    describeGathering(members).duplicates.map(({ kind, status }) => `${kind} ${status}`);
  expect(kinds(member('a', { taxon }), member('b', { taxon }))).toEqual(['taxon proposed']);
  expect(kinds(member('a', { taxon: 'Trogonoptera' }), member('b', { taxon: 'Trogonoptera' }))).toEqual([]);
  expect(kinds(member('a', { taxon, recordNumber: '1' }), member('b', { taxon, recordNumber: '2' }))).toEqual([]);
});

test('the key rests on the founding record, whatever the order', () => {
  const [a, b] = [member('a'), member('b')];
  expect(describeGathering([b, a]).key).toBe(describeGathering([a, b]).key);
});
