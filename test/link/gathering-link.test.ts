import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GatheringGroups, type Separation } from '../../src/link/gathering-groups.ts';
import { linkCollector, linkFamily } from '../../src/link/gathering-link.ts';
import type { GatheringRecord } from '../../src/link/gathering-record.ts';
import { parseDateSpan } from '../../src/model/day.ts';

type Case = Omit<GatheringRecord, 'id'>;

function record(key: string, date: string, rest: Partial<Case> = {}): Case {
  return { key, span: parseDateSpan(date), countryCode: 'MY', locality: 'Simunjon, Sarawak', ...rest };
}

function groupsOf(records: readonly Case[], apart: readonly Separation[] = []): readonly (readonly string[])[] {
  const groups = new GatheringGroups(records.length, apart);
  linkCollector(
    records.map((one, id) => ({ ...one, id })),
    groups,
  );
  return listOf(groups, records);
}

function listOf(groups: GatheringGroups, records: readonly Case[]): readonly (readonly string[])[] {
  const byGroup = Map.groupBy(groups.members(), ({ group }) => group);
  return [...byGroup.values()]
    .map((members) => members.map(({ id }) => records[id]!.key).toSorted())
    .toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1));
}

const point = (latitude: number, longitude: number) => ({ point: { latitude, longitude } });

describe('records of one gathering', () => {
  test.each<[string, readonly Case[]]>([
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
      'same number of the event in the field, the place left out',
      [
        record('a', '1855-03-12', { fieldNumber: 'st. 4' }),
        record('b', '1855-03-12', { fieldNumber: 'ST 4', locality: '' }),
      ],
    ],
    [
      'a place in other letters',
      [record('a', '1855-03-12'), record('b', '1855-03-12', { locality: 'SIMUNJON — Sarawak' })],
    ],
    ['a place of two signs', ['a', 'b'].map((key) => record(key, '1855-03-12', { locality: '厦门' }))],
    ['a place in fewer words', [record('a', '1855-03-12'), record('b', '1855-03-12', { locality: 'Simunjon' })]],
    [
      'a point beside a place of which only a name is known',
      [record('a', '1855-03-12', point(1.05, 110.7)), record('b', '1855-03-12')],
    ],
    [
      'points as far apart as one of them is uncertain',
      [
        record('a', '1855-03-12', point(1.05, 110.7)),
        record('b', '1855-03-12', { ...point(1.1, 110.7), uncertaintyInMeters: 5000 }),
      ],
    ],
  ])('%s', (_, records) => {
    expect(groupsOf(records)).toEqual([['a', 'b']]);
    expect(groupsOf(records.toReversed())).toEqual([['a', 'b']]);
  });
});

describe('records of several', () => {
  test.each<[string, readonly Case[]]>([
    ['1 May to 1 June is not a day', [record('a', '1855-05-01'), record('b', '1855-06-01')]],
    ['a month says nothing of a day', [record('a', '1855-05'), record('b', '1855-05')]],
    ['two days that touch, without a number', [record('a', '1855-05-01'), record('b', '1855-05-02')]],
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
      [record('a', '1855-03-12', point(1, 110)), record('b', '1855-03-12', point(2, 110))],
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

  test('a name that lies in two places of the day is put into neither', () => {
    const records = [
      record('a', '1855-03-12'),
      record('b', '1855-03-12', { locality: 'Kuching, Sarawak' }),
      record('c', '1855-03-12', { locality: 'Sarawak' }),
    ];
    expect(groupsOf(records)).toEqual([]);
  });

  test('a number with two dates does not bring two full days together', () => {
    const records = [
      record('a', '1855-03-12', { recordNumber: '7' }),
      record('b', '1855-03-12'),
      record('c', '1855-03-13', { recordNumber: '7' }),
      record('d', '1855-03-13'),
    ];
    expect(groupsOf(records)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

describe('names of one family', () => {
  const smiths = (...given: readonly string[]) => {
    const records = given.map((own, id) => ({
      ...record(`${id}`, '1855-03-12', { recordNumber: '7' }),
      id,
      agentKey: own,
      name: { type: 'person' as const, name: `${own} Smith`, family: 'Smith', given: own },
    }));
    const groups = new GatheringGroups(records.length);
    linkFamily(records, groups);
    return listOf(groups, records);
  };

  test('come together on one day with one number, where they can be one person', () => {
    expect(smiths('J.', 'John')).toEqual([['0', '1']]);
    expect(smiths('P.', 'John')).toEqual([]);
  });

  test('stay alone where they can be two', () => {
    expect(smiths('J.', 'John', 'James')).toEqual([]);
  });
});

test('what must stay apart does, also by way of others', () => {
  const records = ['a', 'b', 'c'].map((key) => record(key, '1855-03-12'));
  expect(groupsOf(records)).toEqual([['a', 'b', 'c']]);
  expect(groupsOf(records.slice(0, 2), [[0, 1]])).toEqual([]);
  expect(groupsOf(records, [[0, 2]])).toEqual([['a', 'b']]);
});

test('eighteen thousand records of one day are one gathering', () => {
  const records = Array.from({ length: 18_000 }, (_, index) => record(String(index), '1855-03-12'));
  const [group, ...others] = groupsOf(records);
  expect([group?.length, others.length]).toEqual([18_000, 0]);
});

test('the order of records makes no difference', () => {
  const cases = fc.record({
    day: fc.constantFrom('1855-03-12', '1855-03-13', '1855-03', '1855'),
    number: fc.constantFrom(undefined, '1', '2'),
    locality: fc.constantFrom('', 'Sarawak', 'Simunjon, Sarawak', 'Kuching, Sarawak'),
  });
  fc.assert(
    fc.property(fc.array(cases, { maxLength: 12 }), (rows) => {
      const records = rows.map(({ day, number, locality }, index) =>
        record(`k${String(index).padStart(2, '0')}`, day, { recordNumber: number, locality }),
      );
      expect(groupsOf(records.toReversed())).toEqual(groupsOf(records));
      const last = records.length - 1;
      if (last > 0) expect(groupsOf(records.toReversed(), [[last, last - 1]])).toEqual(groupsOf(records, [[0, 1]]));
    }),
    { seed: 5, numRuns: 300 },
  );
});
