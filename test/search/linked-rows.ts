import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, quoteIdentifier, quoteLiteral } from '../../src/catalogue/database.ts';
import { LINKED_TABLES, linkedFile } from '../../src/catalogue/linked-tables.ts';

type Scalar = string | number | boolean | null | undefined;
export type LinkedValue = Scalar | readonly LinkedValue[] | { readonly [name: string]: LinkedValue };
export type LinkedRow = Readonly<Record<string, LinkedValue>>;

/** Rows of LINKED_TABLES, in their order. */
export type LinkedRows = Readonly<Record<string, readonly LinkedRow[]>>;

function literal(value: LinkedValue): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return quoteLiteral(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(literal).join(', ')}]`;
  const fields = Object.entries(value).map(([name, field]) => `${quoteLiteral(name)}: ${literal(field)}`);
  return `{${fields.join(', ')}}`;
}

function isList(value: object): value is readonly LinkedValue[] {
  return Array.isArray(value);
}

/** Writes linked tables into a folder of their own, as the fixture of an edition takes them. */
export async function writeLinkedRows(tables: LinkedRows): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'collectome-linked-'));
  await using database = await Database.open({ folders: [folder], threads: 1, keepsOrder: true });
  for (const [table, rows] of Object.entries(tables)) {
    const columns = Object.entries(LINKED_TABLES[table]!);
    await database.run(
      `create table ${table} (${columns.map(([name, type]) => `${quoteIdentifier(name)} ${type}`).join(', ')})`,
    );
    const values = rows.map((row) => `(${columns.map(([name]) => literal(row[name])).join(', ')})`);
    if (values.length > 0) await database.run(`insert into ${table} values ${values.join(', ')}`);
    await database.run(`copy ${table} to ${quoteLiteral(linkedFile(folder, table))} (format parquet)`);
  }
  return folder;
}
