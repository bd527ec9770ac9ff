import { existsSync } from 'node:fs';
import { Database, quoteLiteral } from '../catalogue/database.ts';
import { Edition } from '../catalogue/edition.ts';
import { linkedFile } from '../catalogue/linked-tables.ts';
import type { LinkOptions } from './link-entities.ts';
import { ENTITY_ROW_GROUP, writeLinkedTable } from './linked-table.ts';

const NEEDED = ['gathering', 'gathering_link'] as const;
const NOTHING = 'select null as key, null as gatheringKey where false';

/**
 * Writes gathering_alias into an edition's folder: of each gathering of the edition before that is none any more, the one that holds the most
 * of its records, and what was an alias already and still leads somewhere. A gathering of which no record is in any has none.
 */
export async function writeGatheringAliases(
  folder: string,
  { previous, memoryLimitInMb }: Pick<LinkOptions, 'previous' | 'memoryLimitInMb'>,
): Promise<void> {
  const hasPrevious = previous !== undefined && NEEDED.every((table) => existsSync(linkedFile(previous, table)));
  const folders = hasPrevious ? [previous, folder] : [folder];
  await using database = await Database.open({ folders, memoryLimitInMb });
  if (hasPrevious) {
    for (const [name, of] of [
      ['before', previous],
      ['now', folder],
    ] as const) {
      for (const table of NEEDED)
        await database.run(`create view ${name}_${table} as select * from ${parquet(of, table)}`);
      await database.run(`create view ${name}_record as ${await recordKeysSql(of)}`);
    }
    await database.run(
      `create table gone as select key from before_gathering where key not in (select key from now_gathering)`,
    );
    await database.run(
      `create table moved as select key, arg_max(gatheringKey, (n, gatheringKey)) as gatheringKey from (
         select b.gatheringKey as key, l.gatheringKey, count(*) as n
         from (select * from before_gathering_link where gatheringKey in (select key from gone)) b
         join before_record r using (rid) join now_record on now_record.key = r.key join now_gathering_link l on l.rid = now_record.rid
         group by all) group by key`,
    );
    const earlier = existsSync(linkedFile(previous, 'gathering_alias'))
      ? parquet(previous, 'gathering_alias')
      : `(${NOTHING})`;
    await database.run(
      `create table alias as select key, gatheringKey from moved union all
       select a.key, coalesce(m.gatheringKey, a.gatheringKey) from ${earlier} a left join moved m on m.key = a.gatheringKey
       where a.key not in (select key from now_gathering) and a.key not in (select key from moved)
         and coalesce(m.gatheringKey, a.gatheringKey) in (select key from now_gathering)`,
    );
  }
  await writeLinkedTable({ folder, database }, 'gathering_alias', {
    sql: hasPrevious ? 'select * from alias order by key' : NOTHING,
    rowGroup: ENTITY_ROW_GROUP,
  });
}

function parquet(folder: string, table: string): string {
  return `read_parquet(${quoteLiteral(linkedFile(folder, table))})`;
}

/** Numbers and keys of all records of an edition, as a query for any database that may read its folder. */
async function recordKeysSql(folder: string): Promise<string> {
  await using edition = await Edition.open(folder);
  const selects = edition
    .slices(Number.MAX_SAFE_INTEGER)
    .map((slice) => `select rid, key from ${edition.sliceSql('record', slice)}`);
  return selects.length === 0 ? 'select null::integer as rid, null as key where false' : selects.join(' union all ');
}
