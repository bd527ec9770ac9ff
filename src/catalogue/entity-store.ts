import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { ExpeditionRule } from '../model/expedition.ts';
import type { GatheringRule } from '../model/gathering.ts';
import type { AgentDetails, AgentLine } from './agent-store.ts';
import type { DuplicatesRow, ExpeditionRow, GatheringRow } from './gathering-store.ts';
import type { PlaceDetails, PlaceLine } from './place-store.ts';
import type { NamedTaxon, TaxonDetail, TaxonLine, TaxonMatchRow } from './taxon-store.ts';

/** Tables of the store with a line of JSON for each key, and what the line says: a row of a linked table as a rule. */
interface StoredRows {
  readonly agent: AgentLine & AgentDetails;
  /** Under ALL_ROLES: every role in which somebody stands. */
  readonly agent_role: readonly string[];
  readonly expedition: ExpeditionRow;
  readonly gathering: GatheringRow;
  readonly gathering_claim: DuplicatesRow;
  /** By the key of a gathering: the keys of its groups of duplicates, the surest first. */
  readonly gathering_group: readonly string[];
  readonly place: PlaceLine;
  /** The rest of a place's row, which only its own page shows. */
  readonly place_detail: PlaceDetails;
  /** By a folded name: the keys of the places that bear it, those with the most records first. */
  readonly place_name: readonly string[];
  /** By the key of a record: the keys of the groups of duplicates in which it is. */
  readonly record_claim: readonly string[];
  readonly taxon: TaxonLine;
  /** The rest of a taxon's row, which only its own page shows; only of taxa that have objects. */
  readonly taxon_detail: TaxonDetail;
  /** By a folded name: the first of the taxa that bear it; only of names of taxa that have objects. */
  readonly taxon_named: readonly NamedTaxon[];
  readonly taxon_match: TaxonMatchRow;
}

/** Tables of the store with what links each record to entities. */
interface StoredLinks {
  readonly expedition_link: readonly [expeditionKey: string, rule: ExpeditionRule];
  readonly gathering_link: readonly [gatheringKey: string, rule: GatheringRule];
  readonly place_link: readonly [placeKey: string];
  /** The taxon where the record's own words are the classification, else the match, which knows its taxon. */
  readonly taxon_link: readonly [taxonKey: string | null, match: string | null];
}

export type KeyedTable = keyof StoredRows;
export type RecordLinkTable = keyof StoredLinks;
export type StoredTable = KeyedTable | RecordLinkTable;

/** Its files, in an edition's folder; a file is named after the stage whose tables it holds, with which it is taken over or made again. */
export const ENTITY_FILES: Readonly<Record<string, readonly StoredTable[]>> = {
  'agent-entities.sqlite': ['agent', 'agent_role'],
  'gathering-entities.sqlite': ['gathering', 'gathering_claim', 'gathering_group', 'record_claim', 'gathering_link'],
  'expedition-entities.sqlite': ['expedition', 'expedition_link'],
  'taxon-entities.sqlite': ['taxon', 'taxon_detail', 'taxon_named', 'taxon_match', 'taxon_link'],
  'place-entities.sqlite': ['place', 'place_detail', 'place_name', 'place_link'],
};

/**
 * Beside a file that an edition shares with the edition before: lines of some of its keys, which hold instead of those in the file. An
 * empty line is of a key that is none any more.
 */
export function changedStoreFile(file: string): string {
  return file.replace('.sqlite', '-changed.sqlite');
}

/** The key of the one row of `agent_role`. */
export const ALL_ROLES = 'all';

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

  /** Makes a table and answers how a row is added: fastest in the order of the keys. The first row of a key holds. */
  table(name: StoredTable): (key: string | number, line: string) => void {
    const key = isKeyed(name) ? 'key text primary key' : 'key integer primary key';
    this.#database.exec(`create table ${name} (${key}, line text not null) ${isKeyed(name) ? 'without rowid' : ''}`);
    const insert = this.#database.prepare(`insert or ignore into ${name} values (?, ?)`);
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
  readonly #selects = new Map<StoredTable, Selects | undefined>();
  readonly #kept = new Map<string, object>();
  #keptCharacters = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Rows by key, in the order of the keys, without those that there are not; undefined where the edition has no such table here. */
  read<Table extends KeyedTable>(table: Table, keys: readonly string[]): StoredRows[Table][] | undefined {
    if (this.#select(table) === undefined) return undefined;
    return keys
      .map((key) => this.#line(table, key) as StoredRows[Table] | undefined)
      .filter((row) => row !== undefined);
  }

  /** The links of one record, in the table's order; undefined where the edition has no such table here. */
  links<Table extends RecordLinkTable>(table: Table, rid: number): StoredLinks[Table][] | undefined {
    if (this.#select(table) === undefined) return undefined;
    const offset = rid % LINK_BLOCK;
    const block = (this.#line(table, (rid - offset) / LINK_BLOCK) ?? []) as readonly (readonly [
      number,
      ...StoredLinks[Table],
    ])[];
    return block.filter(([at]) => at === offset).map(([, ...link]) => link as unknown as StoredLinks[Table]);
  }

  #line(table: StoredTable, key: string | number): object | undefined {
    const name = `${table} ${key}`;
    const kept = this.#kept.get(name);
    if (kept !== undefined) return kept;
    const selects = this.#select(table);
    const found = selects?.changed?.get(key) ?? selects?.all.get(key);
    const line = found?.['line'];
    if (typeof line !== 'string' || line === '') return undefined;
    const row = JSON.parse(line) as object;
    this.#keptCharacters += line.length;
    if (this.#keptCharacters > MOST_KEPT) {
      this.#kept.clear();
      this.#keptCharacters = line.length;
    }
    this.#kept.set(name, row);
    return row;
  }

  #select(table: StoredTable): Selects | undefined {
    if (!this.#selects.has(table)) {
      const [file] = Object.entries(ENTITY_FILES).find(([, tables]) => tables.includes(table))!;
      const all = prepareSelect(this.#open(file), table);
      const changed = prepareSelect(this.#open(changedStoreFile(file)), table);
      this.#selects.set(table, all === undefined ? undefined : { all, changed });
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

interface Selects {
  readonly all: StatementSync;
  /** Looked in first. */
  readonly changed: StatementSync | undefined;
}

/** Undefined where the file is of a time before the table. */
function prepareSelect(file: DatabaseSync | undefined, table: StoredTable): StatementSync | undefined {
  const isThere = file?.prepare('select 1 from sqlite_master where name = ?').get(table) !== undefined;
  return isThere ? file?.prepare(`select line from ${table} where key = ?`) : undefined;
}
