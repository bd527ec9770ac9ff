import { expect, test } from 'vitest';
import { Database, textsOf } from '../../src/catalogue/database.ts';

/** All rows of a table through packs: row and texts. */
async function readPacks(database: Database, from: string, columns: readonly string[]): Promise<(string | number)[][]> {
  const packs = await database.packs(from, 'n', columns);
  return packs.flatMap((pack) => {
    const texts = pack.columns.map((column) => textsOf(pack, column));
    return Array.from(pack.rows, (row, index) => [row, ...texts.map((list) => list[index]!)]);
  });
}

test('rows come in their order with all their texts, nothing for null, whatever the size of the table', async () => {
  await using database = await Database.open({ folders: [], threads: 1, keepsOrder: true });
  await database.run(
    `create table t as select (i * 7919) % 20000 as n, 'é' || i as a, case when i % 3 = 0 then null else repeat('x', i % 40) end as b
     from range(20000) r(i)`,
  );
  const rows = await readPacks(database, 't', ['a', 'b']);
  expect(rows.map(([row]) => row)).toEqual(Array.from({ length: 20_000 }, (_, row) => row));
  for (const [row, a, b] of rows) {
    const i = Number(String(a).slice(1));
    expect((i * 7919) % 20_000).toBe(row);
    expect(b).toBe(i % 3 === 0 ? '' : 'x'.repeat(i % 40));
  }
});

test('texts stay with their rows though several threads gather them', async () => {
  await using database = await Database.open({ folders: [], threads: 4 });
  await database.run(
    `create table t as select ((i * 7919) % 300007)::integer as n, 'v' || ((i * 7919) % 300007) as a from range(300007) r(i)`,
  );
  const rows = await readPacks(database, 't', ['a']);
  expect(rows.filter(([row, text]) => text !== `v${row}`)).toEqual([]);
  expect(rows).toHaveLength(300_007);
});

test('a row that comes several times keeps the order of its texts', async () => {
  await using database = await Database.open({ folders: [], threads: 1, keepsOrder: true });
  await database.run(
    `create table t as select * from (values (5, 'a'), (1, ''), (5, 'b'), (0, null), (1, 'c'), (5, 'a')) v(n, x)`,
  );
  expect(await readPacks(database, 't', ['x'])).toEqual([
    [0, ''],
    [1, ''],
    [1, 'c'],
    [5, 'a'],
    [5, 'b'],
    [5, 'a'],
  ]);
  expect(await readPacks(database, '(select * from t where false)', ['x'])).toEqual([]);
});

test('a text with NUL is refused, not divided', async () => {
  await using database = await Database.open({ folders: [], threads: 1 });
  await expect(readPacks(database, `(select 1 as n, 'a' || chr(0) || 'b' as x)`, ['x'])).rejects.toThrow('NUL');
});
