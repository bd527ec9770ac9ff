import { existsSync } from 'node:fs';
import { quoteIdentifier, quoteLiteral } from '../catalogue/database.ts';
import type { Edition } from '../catalogue/edition.ts';
import {
  CHANGED_BY,
  changedFile,
  LINKED_TABLES,
  linkedFile,
  replacedFile,
  type ChangeableTable,
} from '../catalogue/linked-tables.ts';
import { shareFile } from '../catalogue/share-file.ts';

/** Rows that are read for the page of one record, and of one entity; DuckDB reads no fewer than 2,048. */
export const LINK_ROW_GROUP = 10_240;
export const ENTITY_ROW_GROUP = 2_048;

type Building = Pick<Edition, 'folder' | 'database'>;

/** Writes a linked table of an edition that is being built. The query gives its columns, in the table's order of rows. */
export async function writeLinkedTable(
  { folder, database }: Building,
  table: keyof typeof LINKED_TABLES,
  { sql, rowGroup }: { readonly sql: string; readonly rowGroup: number },
): Promise<void> {
  await copyRows(database, linkedFile(folder, table), { sql: `select ${columnsSql(table)} from (${sql})`, rowGroup });
}

/** What differs in a linked table from that of the edition before. */
interface Changes {
  /** Queries of all rows that some values of the table's column (CHANGED_BY) had before and have now. */
  readonly before: string;
  readonly now: string;
  /** The table's order of rows. */
  readonly order: string;
  readonly rowGroup: number;
  /** The folder with the files of the edition before. */
  readonly previous: string;
}

/** Writes a table of which only some rows are others than in the edition before. Time and space go by the rows that differ. */
export async function writeChangedTable(
  { folder, database }: Building,
  table: ChangeableTable,
  { before, now, order, rowGroup, previous }: Changes,
): Promise<void> {
  const by = quoteIdentifier(CHANGED_BY[table]);
  await database.run(`create table now_row as select ${columnsSql(table)} from (${now})`);
  await database.run(`create table before_row as select ${columnsSql(table)} from (${before})`);
  await database.run(
    `create table differing as select distinct ${by} from (
       (from now_row except all from before_row) union all (from before_row except all from now_row))`,
  );
  shareFile(linkedFile(previous, table), linkedFile(folder, table));
  const earlier = (fileOf: typeof changedFile) =>
    existsSync(fileOf(previous, table)) ? [`from read_parquet(${quoteLiteral(fileOf(previous, table))})`] : [];
  await copyRows(database, replacedFile(folder, table), {
    sql: `${['from differing', ...earlier(replacedFile)].join(' union ')} order by all`,
    rowGroup,
  });
  const rows = [
    `from now_row semi join differing using (${by})`,
    ...earlier(changedFile).map((sql) => `${sql} anti join differing using (${by})`),
  ];
  await copyRows(database, changedFile(folder, table), {
    sql: `select * from (${rows.join(' union all by name ')}) order by ${order}`,
    rowGroup,
  });
  for (const name of ['now_row', 'before_row', 'differing']) await database.run(`drop table ${name}`);
}

function columnsSql(table: keyof typeof LINKED_TABLES): string {
  return Object.entries(LINKED_TABLES[table]!)
    .map(([name, type]) => `${quoteIdentifier(name)}::${type} as ${quoteIdentifier(name)}`)
    .join(', ');
}

async function copyRows(
  database: Building['database'],
  path: string,
  { sql, rowGroup }: { readonly sql: string; readonly rowGroup: number },
): Promise<void> {
  await database.run(
    `copy (${sql}) to ${quoteLiteral(path)} (format parquet, compression zstd, compression_level 1, row_group_size ${rowGroup})`,
  );
}

/** Makes the views `open_record` and `open_object`: what may be evidence. */
export async function createOpenRecords(
  { database }: Pick<Edition, 'database'>,
  withdrawn: readonly string[],
): Promise<void> {
  await database.run('create table withheld (key varchar)');
  if (withdrawn.length > 0)
    await database.run(`insert into withheld values ${withdrawn.map((key) => `(${quoteLiteral(key)})`).join(', ')}`);
  await database.run('create view open_record as select * from record where key not in (select key from withheld)');
  await database.run(`create view open_object as select * from open_record where recordType = 'object'`);
}
