import { join } from 'node:path';
import { Database, quoteIdentifier, quoteLiteral } from '../catalogue/database.ts';
import { LINKED_TABLES, linkedFile } from '../catalogue/linked-tables.ts';

/** Records whose rows are summed up together: only where the sums differ are rows compared. */
const BUCKET = 1_024;

/** Rows (`rid`) of which a linked table says something else than the same table of another edition, ascending. */
export async function findChangedRows(
  table: string,
  editions: { readonly previous: string; readonly folder: string; readonly memoryLimitInMb: number },
): Promise<readonly number[]> {
  const { previous, folder, memoryLimitInMb } = editions;
  await using database = await Database.open({
    folders: [previous, folder],
    memoryLimitInMb,
    temporaryFolder: join(folder, '.changed-rows'),
  });
  const columns = Object.keys(LINKED_TABLES[table]!).map(quoteIdentifier).join(', ');
  for (const [view, edition] of [
    ['before', previous],
    ['after', folder],
  ] as const) {
    const file = quoteLiteral(linkedFile(edition, table));
    await database.run(`create view ${view} as select ${columns} from read_parquet(${file})`);
    await database.run(
      `create table ${view}_sum as select rid // ${BUCKET} as bucket, count(*) as n, bit_xor(h) as x, sum(h % 4294967296) as s
       from (select rid, hash(${columns}) as h from ${view}) group by bucket`,
    );
  }
  const rowsOf = (view: string) =>
    `select ${columns} from ${view} where rid // ${BUCKET} in (select bucket from changed)`;
  await database.run(
    `create table changed as select bucket from
       ((select * from before_sum except select * from after_sum) union (select * from after_sum except select * from before_sum))`,
  );
  const rows = await database.query<{ rid: number }>(
    `select distinct rid from (
       (${rowsOf('before')} except all ${rowsOf('after')}) union all (${rowsOf('after')} except all ${rowsOf('before')})
     ) order by rid`,
  );
  return rows.map(({ rid }) => rid);
}
