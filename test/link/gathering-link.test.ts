import { describe, expect, test } from 'vitest';
import { linkGatherings, type GatheringRecord } from '../../src/link/gathering-link.ts';
import { parseDateSpan } from '../../src/model/day.ts';
import type { Claim } from '../../src/model/claim.ts';

function record(key: string, date: string, rest: Partial<GatheringRecord> = {}): GatheringRecord {
  return {
    key,
    collectors: ['wallace'],
    span: parseDateSpan(date),
    countryCode: 'MY',
    locality: 'Simunjon, Sarawak',
    ...rest,
  };
}

function groupsOf(records: readonly GatheringRecord[], claims: readonly Claim[] = []): readonly (readonly number[])[] {
  return linkGatherings(records, { collector: 'wallace', claims }).map((gathering) => gathering.records);
}

const different: Claim = {
  key: 'c1',
  kind: 'different',
  subject: 'a',
  object: 'b',
  status: 'accepted',
  score: 1,
  rule: 'person',
  evidence: ['other boxes'],
  maker: 'curator',
};

describe('records of one gathering', () => {
  test.each<[string, readonly GatheringRecord[]]>([
    ['same day and place', [record('a', '1855-03-12'), record('b', '1855-03-12')]],
    [
      'same number, one without a date',
      [
        record('a', '1855-03-12', { recordNumber: '112' }),
        { ...record('b', '1855'), span: undefined, recordNumber: 'No. 112' },
      ],
    ],
    [
      'same number, one dated to the month',
      [record('a', '1855-03-12', { recordNumber: '112' }), record('b', '1855-03', { recordNumber: '112' })],
    ],
    [
      'same number on two days that touch',
      [record('a', '1855-03-12', { recordNumber: '0112' }), record('b', '1855-03-13', { recordNumber: '112' })],
    ],
    [
      'a place in other letters',
      [record('a', '1855-03-12'), record('b', '1855-03-12', { locality: 'SIMUNJON — Sarawak' })],
    ],
  ])('%s', (_, records) => {
    expect(groupsOf(records)).toEqual([[0, 1]]);
  });
});

describe('records of several', () => {
  test.each<[string, readonly GatheringRecord[]]>([
    ['1 May to 1 June is not a day', [record('a', '1855-05-01'), record('b', '1855-06-01')]],
    ['a month says nothing of a day', [record('a', '1855-05'), record('b', '1855-05')]],
    [
      'the same number in other years',
      [record('a', '1855-03-12', { recordNumber: '7' }), record('b', '1859-03-12', { recordNumber: '7' })],
    ],
    [
      'another country',
      [
        record('a', '1855-03-12', { recordNumber: '7' }),
        record('b', '1855-03-12', { recordNumber: '7', countryCode: 'BR' }),
      ],
    ],
    [
      'the same place name, far away',
      [
        record('a', '1855-03-12', { point: { latitude: 1, longitude: 110 } }),
        record('b', '1855-03-12', { point: { latitude: 2, longitude: 110 } }),
      ],
    ],
    [
      'no number at all',
      [
        record('a', '1855-03-12', { recordNumber: 's.n.', locality: '' }),
        record('b', '1855-03-12', { recordNumber: 's.n.', locality: '' }),
      ],
    ],
  ])('%s', (_, records) => {
    expect(groupsOf(records)).toEqual([]);
  });
});

test('a claim keeps two records apart, and withdrawing it unites them again', () => {
  const records = [record('a', '1855-03-12'), record('b', '1855-03-12')];
  expect(groupsOf(records, [different])).toEqual([]);
  expect(groupsOf(records, [{ ...different, status: 'rejected' }])).toEqual([[0, 1]]);
});

test('a gathering says what its records agree on', () => {
  const [gathering] = linkGatherings(
    [record('a', '1855-03-12', { recordNumber: '112' }), record('b', '1855-03-12', { recordNumber: '112' })],
    { collector: 'wallace' },
  );
  expect(gathering?.facts.map(({ kind }) => kind)).toEqual(['collector', 'recordNumber', 'date', 'place']);
});

test('eighteen thousand records of one day are one gathering, whatever their order', () => {
  const records = Array.from({ length: 18_000 }, (_, index) => record(String(index), '1855-03-12'));
  const [group, ...others] = groupsOf(records);
  expect([group?.length, others.length]).toEqual([18_000, 0]);
  expect(linkGatherings(records.toReversed(), { collector: 'wallace' })[0]?.key).toBe(
    linkGatherings(records, { collector: 'wallace' })[0]?.key,
  );
});
