import { quoteIdentifier, quoteLiteral } from '../catalogue/database.ts';
import type { Edition } from '../catalogue/edition.ts';
import { LINKED_TABLES, linkedFile } from '../catalogue/linked-tables.ts';

/** Rows that are read for the page of one record, and of one entity; DuckDB reads no fewer than 2,048. */
export const LINK_ROW_GROUP = 10_240;
export const ENTITY_ROW_GROUP = 2_048;

/** Writes a linked table of an edition that is being built. The query gives its columns, in the table's order of rows. */
export async function writeLinkedTable(
  { folder, database }: Pick<Edition, 'folder' | 'database'>,
  table: keyof typeof LINKED_TABLES,
  { sql, rowGroup }: { readonly sql: string; readonly rowGroup: number },
): Promise<void> {
  const columns = Object.entries(LINKED_TABLES[table]!).map(
    ([name, type]) => `${quoteIdentifier(name)}::${type} as ${quoteIdentifier(name)}`,
  );
  const path = quoteLiteral(linkedFile(folder, table));
  await database.run(
    `copy (select ${columns.join(', ')} from (${sql})) to ${path} (format parquet, compression zstd, compression_level 1, row_group_size ${rowGroup})`,
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
