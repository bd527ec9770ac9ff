import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AGENT_TABLES } from './agent-tables.ts';
import { quoteIdentifier, quoteLiteral, type Database } from './database.ts';
import type { EntityStore } from './entity-store.ts';
import { GATHERING_TABLES } from './gathering-tables.ts';
import { PLACE_TABLES } from './place-tables.ts';
import { RELATION_TABLES } from './relation-tables.ts';
import { TAXON_TABLES } from './taxon-tables.ts';

/**
 * The tables of what records share, made of all datasets of an edition together: each is a Parquet file in the edition's folder
 * with the table's name. One that was not made is empty. Tables whose first column is `rid` are in the order of records.
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

/** The views of all of them. */
export function linkedViews(folder: string): string[] {
  return Object.entries(LINKED_TABLES).map(([table, columns]) => {
    const path = linkedFile(folder, table);
    if (existsSync(path)) return `create view ${table} as select * from read_parquet(${quoteLiteral(path)})`;
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
