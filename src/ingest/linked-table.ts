import { existsSync, rmSync } from 'node:fs';
import { quoteIdentifier, quoteLiteral } from '../catalogue/database.ts';
import type { Edition } from '../catalogue/edition.ts';
import {
  CHANGED_BY,
  changedFile,
  LINKED_TABLES,
  linkedFile,
  replacedFile,
  shareLinked,
  type ChangeableTable,
} from '../catalogue/linked-tables.ts';

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

/** What a linked table has in place of some of its rows. */
interface ChangedRows {
  /** The condition of the rows that it is in place of. */
  readonly replaced: string;
  readonly sql: string;
  /** The table's order of rows. */
  readonly order: string;
  readonly rowGroup: number;
  /** The folder with the files of the edition before. */
  readonly previous: string;
}

/**
 * Writes a table of which only some rows are others than in the edition before: the view `previous_<table>`. Time and space
 * go by the rows that differ.
 */
export async function writeChangedTable(
  { folder, database }: Building,
  table: ChangeableTable,
  { sql, order, rowGroup, previous, replaced }: ChangedRows,
): Promise<void> {
  const by = quoteIdentifier(CHANGED_BY[table]);
  const before = `previous_${table}`;
  await database.run(`create temporary table came as select ${columnsSql(table)} from (${sql})`);
  await database.run(`create temporary table went as select ${columnsSql(table)} from ${before} where ${replaced}`);
  await database.run(
    `create temporary table differing as select distinct ${by} from (
       (from came except all from went) union all (from went except all from came))`,
  );
  const isDiffering = `${by} in (from differing)`;
  shareLinked(previous, folder, table);
  const earlier = existsSync(changedFile(previous, table))
    ? [replacedFile(previous, table), changedFile(previous, table)].map((file) => `read_parquet(${quoteLiteral(file)})`)
    : undefined;
  for (const file of [replacedFile(folder, table), changedFile(folder, table)]) rmSync(file, { force: true });
  await copyRows(database, replacedFile(folder, table), {
    sql: `from differing ${earlier === undefined ? '' : `union from ${earlier[0]}`} order by all`,
    rowGroup,
  });
  const rows = [
    `from came where ${isDiffering}`,
    `select ${columnsSql(table)} from ${before} where ${isDiffering} and not (${replaced})`,
    ...(earlier === undefined ? [] : [`select ${columnsSql(table)} from ${earlier[1]} where not (${isDiffering})`]),
  ];
  await copyRows(database, changedFile(folder, table), {
    sql: `select * from (${rows.join(' union all ')}) order by ${order}`,
    rowGroup,
  });
  for (const name of ['came', 'went', 'differing']) await database.run(`drop table ${name}`);
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
