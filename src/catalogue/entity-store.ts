import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** Tables of the store with a line of JSON for each key: rows of linked tables, and the groups of duplicates of a record. */
export type KeyedTable =
  | 'agent'
  | 'expedition'
  | 'gathering'
  | 'gathering_claim'
  | 'place'
  | 'record_claim'
  | 'taxon'
  | 'taxon_match';

/** Tables of the store with what links each record to entities. */
export type RecordLinkTable = 'expedition_link' | 'gathering_link' | 'place_link' | 'taxon_link';

export type StoredTable = KeyedTable | RecordLinkTable;

/** Its files, in an edition's folder; a file is named after the stage whose tables it holds, with which it is taken over or made again. */
export const ENTITY_FILES: Readonly<Record<string, readonly StoredTable[]>> = {
  'agent-entities.sqlite': ['agent'],
  'gathering-entities.sqlite': ['gathering', 'gathering_claim', 'record_claim', 'gathering_link'],
  'expedition-entities.sqlite': ['expedition', 'expedition_link'],
  'taxon-entities.sqlite': ['taxon', 'taxon_match', 'taxon_link'],
  'place-entities.sqlite': ['place', 'place_link'],
};

/** Records whose links stand in one row. */
export const LINK_BLOCK = 32;

/** Characters of lines that are kept as objects: the same people stand on record after record, and an edition does not change. */
const MOST_KEPT = 8 * 2 ** 20;

/** Writes a file of the store. */
export class EntityStoreWriter implements Disposable {
  readonly #database: DatabaseSync;

  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    this.#database.exec('pragma journal_mode = off; pragma synchronous = off; pragma page_size = 8192; begin');
  }

  /** Makes a table and answers how a row is added: fastest in the order of the keys. */
  table(name: StoredTable): (key: string | number, line: string) => void {
    const key = isKeyed(name) ? 'key text primary key' : 'key integer primary key';
    this.#database.exec(`create table ${name} (${key}, line text not null) ${isKeyed(name) ? 'without rowid' : ''}`);
    const insert = this.#database.prepare(`insert into ${name} values (?, ?)`);
    return (value, line) => void insert.run(value, line);
  }

  close(): void {
    this.#database.exec('commit; pragma journal_mode = delete');
    this.#database.close();
  }

  [Symbol.dispose](): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

function isKeyed(name: StoredTable): name is KeyedTable {
  return !name.endsWith('_link');
}

/**
 * What an edition's entities are called, and what links a record to them, for look-ups of a few: DuckDB takes milliseconds for
 * each of them. The same as in the linked tables. Editions that were made before there was a store have none.
 */
export class EntityStore {
  readonly #folder: string;
  readonly #files = new Map<string, DatabaseSync | undefined>();
  readonly #selects = new Map<StoredTable, StatementSync | undefined>();
  readonly #kept = new Map<string, object>();
  #keptCharacters = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Rows by key, in the order of the keys, without those that there are not; undefined where the edition has no such table here. */
  read<Row extends object>(table: KeyedTable, keys: readonly string[]): Row[] | undefined {
    if (this.#select(table) === undefined) return undefined;
    return keys.flatMap((key) => (this.#line(table, key) as Row | undefined) ?? []);
  }

  /** The links of one record, in the table's order; undefined where the edition has no such table here. */
  links<Link extends readonly unknown[]>(table: RecordLinkTable, rid: number): Link[] | undefined {
    if (this.#select(table) === undefined) return undefined;
    const offset = rid % LINK_BLOCK;
    const block = (this.#line(table, (rid - offset) / LINK_BLOCK) ?? []) as readonly (readonly [number, ...Link])[];
    return block.filter(([at]) => at === offset).map(([, ...link]) => link as unknown as Link);
  }

  #line(table: StoredTable, key: string | number): object | undefined {
    const name = `${table} ${key}`;
    const kept = this.#kept.get(name);
    if (kept !== undefined) return kept;
    const line = this.#select(table)?.get(key)?.['line'];
    if (typeof line !== 'string') return undefined;
    const row = JSON.parse(line) as object;
    this.#keptCharacters += line.length;
    if (this.#keptCharacters > MOST_KEPT) {
      this.#kept.clear();
      this.#keptCharacters = line.length;
    }
    this.#kept.set(name, row);
    return row;
  }

  #select(table: StoredTable): StatementSync | undefined {
    if (!this.#selects.has(table)) {
      const [file] = Object.entries(ENTITY_FILES).find(([, tables]) => tables.includes(table))!;
      this.#selects.set(table, this.#open(file)?.prepare(`select line from ${table} where key = ?`));
    }
    return this.#selects.get(table);
  }

  #open(file: string): DatabaseSync | undefined {
    if (!this.#files.has(file)) {
      const path = join(this.#folder, file);
      this.#files.set(file, existsSync(path) ? new DatabaseSync(path, { readOnly: true }) : undefined);
    }
    return this.#files.get(file);
  }

  close(): void {
    for (const file of this.#files.values()) file?.close();
    this.#files.clear();
    this.#selects.clear();
  }
}
