import { expect, test } from 'vitest';
import { Database } from '../../src/catalogue/database.ts';
import {
  entriesSql,
  listedSql,
  LISTS_SQL,
  namesOfList,
  numbersOfList,
  partListsSql,
} from '../../src/link/agent-queries.ts';

test('lists of names are grouped by place, dataset and decade, and every record finds its list', async () => {
  await using database = await Database.open({ folders: [] });
  await database.run(
    `create table record as select *, case rid when 1 then 'No. 77a' when 2 then '120' when 3 then '5/1855' end as recordNumber, 1799 as year, if(rid = 6, ['Book'], if(rid = 5, ['letter'], null)) as objectType from (values
      (1, 'd', 'MY', -41920, -41920, null, null, null, null), (2, 'd', 'MY', -41919, -41919, null, null, null, null),
      (3, 'd', 'MY', -41919, 0, null, null, null, null), (4, 'd', null, null, null, null, null, null, null),
      (5, 'd', null, null, null, -41920, -41920, null, null), (6, 'd', null, null, null, 8400, 8400, null, null)
    ) t(rid, datasetKey, countryCode, eventDateBegin, eventDateEnd, productionDateBegin, productionDateEnd, dateIdentifiedBegin, dateIdentifiedEnd)`,
  );
  await database.run(
    `create table participation as select *, if(agent = 'Kew', 1759, null) as born, null::integer as died,
        if(agent = 'Kew', 'https://ror.org/00ynnr806', null) as agentID from (values
      (1, 'gathering', 'collector', 'H. Bates', 'person', 'Bates', 'H.', 1, null), (1, 'gathering', 'collector', 'A. R. Wallace', 'person', 'Wallace', 'A. R.', 0, null),
      (2, 'gathering', 'collector', 'A. R. Wallace', 'person', 'Wallace', 'A. R.', 0, null), (2, 'gathering', 'collector', 'H. Bates', 'person', 'Bates', 'H.', 1, null),
      (3, 'gathering', 'collector', 'A. R. Wallace', 'person', 'Wallace', 'A. R.', 0, null), (4, 'acquisition', 'donor', 'Kew', 'group', null, null, 0, null),
      (5, 'production', 'maker', 'A. R. Wallace', 'person', 'Wallace', 'A. R.', 0, null), (6, 'production', 'maker', 'A. R. Wallace', 'person', 'Wallace', 'A. R.', 0, null)
    ) t(rid, activity, role, agent, agentType, family, given, position, qualifier)`,
  );
  const entries = entriesSql({ participation: 'participation', record: 'record' });
  await database.run(`create table agent_part_list as ${partListsSql(entries)}`);
  await database.run(LISTS_SQL);
  const lists = await database.query<{
    names: string;
    place: string;
    beginYear: number | null;
    records: number;
    leastNumber: number | null;
    greatestNumber: number | null;
  }>('select names, place, beginYear, records, leastNumber, greatestNumber from agent_list order by list');
  expect(
    lists.map(({ names, place, beginYear, records }) => [
      namesOfList(names).map(({ name }) => name),
      place,
      beginYear,
      records,
    ]),
  ).toEqual([
    [['Kew'], '', null, 1],
    // A book is printed again when its author is dead; a letter is not.
    [['A. R. Wallace'], '', 1855, 1],
    [['A. R. Wallace'], '', null, 1],
    [['A. R. Wallace'], 'MY', null, 1],
    [['A. R. Wallace', 'H. Bates'], 'MY', 1855, 2],
  ]);
  // A number that may be two, or has no year, is none; both are of one year here.
  expect(lists.map(({ leastNumber, greatestNumber }) => numbersOfList(leastNumber, greatestNumber))).toEqual([
    [],
    [],
    [],
    [],
    [
      { year: 1855, number: 77 },
      { year: 1855, number: 120 },
    ],
  ]);
  expect(namesOfList(lists[0]!.names)).toEqual([
    { type: 'group', name: 'Kew', born: 1759, identifier: 'https://ror.org/00ynnr806' },
  ]);
  const listed = await database.query<{ rid: number; list: bigint }>(`${listedSql(entries)} order by rid`);
  expect(listed.map(({ rid, list }) => [rid, Number(list)])).toEqual([
    [1, 5],
    [2, 5],
    [3, 4],
    [4, 1],
    [5, 2],
    [6, 3],
  ]);
});
