import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AGENT_TABLES } from './agent-tables.ts';
import { quoteIdentifier, quoteLiteral, type Database } from './database.ts';
import type { EntityStore } from './entity-store.ts';
import { GATHERING_TABLES } from './gathering-tables.ts';
import { PLACE_TABLES } from './place-tables.ts';
import { RELATION_TABLES } from './relation-tables.ts';
import { shareFile } from './share-file.ts';
import { TAXON_TABLES } from './taxon-tables.ts';

/**
 * The tables of what records share, made of all datasets of an edition together: each is a Parquet file in the edition's folder
 * with the table's name; of some, files beside it say what differs from it (CHANGED_BY). One that was not made is empty. Files of tables whose
 * first column is `rid` are in the order of records.
 */
export const LINKED_TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...AGENT_TABLES,
  ...GATHERING_TABLES,
  ...TAXON_TABLES,
  ...PLACE_TABLES,
  ...RELATION_TABLES,
};

export function linkedFile(folder: string, table: string): string {
  return join(folder, `${table.replaceAll('_', '-')}.parquet`);
}

/**
 * Tables of millions of rows of which a claim changes a few, and the column by whose values they change. An edition that differs
 * from another by claims has the other's file, and beside it a file of the values whose rows there do not hold any more, and one of
 * the rows that hold for them.
 */
export const CHANGED_BY = { agent: 'key', agent_link: 'rid', agent_unit: 'unit', agent_claim: 'agentKey' } as const;

export type ChangeableTable = keyof typeof CHANGED_BY;

function isChangeable(table: string): table is ChangeableTable {
  return table in CHANGED_BY;
}

export function replacedFile(folder: string, table: ChangeableTable): string {
  return linkedFile(folder, `${table}_replaced`);
}

export function changedFile(folder: string, table: ChangeableTable): string {
  return linkedFile(folder, `${table}_changed`);
}

/** A table expression of a linked table whose file is there. */
export function linkedSql(folder: string, table: string): string {
  return hasChanges(folder, table)
    ? `(select * exclude (file_row_number) from ${changedSql(folder, table)})`
    : `read_parquet(${quoteLiteral(linkedFile(folder, table))})`;
}

/** The same with a column `file_row_number`: of no two rows the same, and below the number of all rows that its files have. */
export function positionedSql(folder: string, table: string): string {
  return hasChanges(folder, table)
    ? changedSql(folder, table)
    : `read_parquet(${quoteLiteral(linkedFile(folder, table))}, file_row_number = true)`;
}

function hasChanges(folder: string, table: string): table is ChangeableTable {
  return isChangeable(table) && existsSync(changedFile(folder, table));
}

function changedSql(folder: string, table: ChangeableTable): string {
  const [file, replaced, changed] = [linkedFile, replacedFile, changedFile].map((fileOf) =>
    quoteLiteral(fileOf(folder, table)),
  );
  const by = quoteIdentifier(CHANGED_BY[table]);
  return `(select f.* from read_parquet(${file}, file_row_number = true) f anti join read_parquet(${replaced}) using (${by})
    union all select * replace (file_row_number + (select count(*) from read_parquet(${file})) as file_row_number)
    from read_parquet(${changed}, file_row_number = true))`;
}

/** Gives the files of a linked table a second name in another folder; answers whether there are any. */
export function shareLinked(from: string, to: string, table: string): boolean {
  if (!existsSync(linkedFile(from, table))) return false;
  shareFile(linkedFile(from, table), linkedFile(to, table));
  if (hasChanges(from, table))
    for (const fileOf of [replacedFile, changedFile]) shareFile(fileOf(from, table), fileOf(to, table));
  return true;
}

/** The views of all of them. */
export function linkedViews(folder: string): string[] {
  return Object.entries(LINKED_TABLES).map(([table, columns]) => {
    if (existsSync(linkedFile(folder, table)))
      return `create view ${table} as select * from ${linkedSql(folder, table)}`;
    const empty = Object.entries(columns).map(([name, type]) => `null::${type} as ${quoteIdentifier(name)}`);
    return `create view ${table} as select ${empty.join(', ')} where false`;
  });
}

/** Linked tables whose rows are entities with a name. */
export type LabelledTable = 'agent' | 'expedition' | 'gathering' | 'place' | 'taxon';

/** The names of entities by key; those that the edition does not have are left out. */
export async function readLabels(
  { database, entities }: { readonly database: Database; readonly entities: EntityStore },
  table: LabelledTable,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const stored = entities.read(table, keys);
  if (stored !== undefined) return new Map(stored.map(({ key, label }) => [key, label]));
  const rows = await database.query<{ key: string; label: string }>(
    `select key, label from ${table} where key in (${keys.map(() => '?').join(', ')})`,
    keys,
  );
  return new Map(rows.map(({ key, label }) => [key, label]));
}
