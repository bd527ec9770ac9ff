import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { CatalogueRecord } from '../model/record.ts';

const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** A state of a record and the editions between which it held. */
export interface RecordState {
  readonly stateHash: string;
  readonly fromEdition: string;
  /** The first edition in which it no longer held; absent for the state of the current edition. */
  readonly toEdition?: string;
  /** The whole record as it was; absent for the current state, which the edition itself holds. */
  readonly record?: CatalogueRecord;
}

/** A key and all earlier keys of its record, with the number of renamings between; 32 at most. */
const KNOWN = `with recursive known(key, steps) as (
  select ?, 0 union select old, steps + 1 from alias join known on new = key where steps < 32)`;

/** A record that left its state in an edition: changed, or gone. */
export interface EndedState {
  readonly key: string;
  readonly stateHash: string;
  readonly record: CatalogueRecord;
}

/**
 * history.sqlite: which state of which record held from which edition to which, the earlier states whole, and the keys
 * under which a record was known before its identifier changed.
 */
export class History implements Disposable {
  readonly #database: DatabaseSync;
  /** Statements that every record's page runs, compiled once. */
  readonly #reading = new Map<string, StatementSync>();

  constructor(path: string, options: { readonly readOnly?: boolean } = {}) {
    this.#database = new DatabaseSync(path, { readOnly: options.readOnly ?? false });
    if (options.readOnly === true) return;
    this.#database.exec(`
      pragma journal_mode = wal; pragma cache_size = -65536;
      create table if not exists history (
        key text not null, state blob not null, from_edition text not null, to_edition text,
        primary key (key, from_edition)) without rowid;
      create table if not exists state (hash blob not null, key text not null, body blob not null, primary key (hash, key)) without rowid;
      create table if not exists alias (old text primary key, new text not null, reason text not null, edition text not null) without rowid;
      create table if not exists edition (n integer primary key, name text not null unique);
    `);
  }

  /** Opens a node's history for reading; undefined where no edition was published yet. */
  static read(path: string): History | undefined {
    return existsSync(path) ? new History(path, { readOnly: true }) : undefined;
  }

  /**
   * Writes what an edition changed, in one transaction. `ended` are the states that no longer hold, `begun` the new
   * ones as [key, stateHash] in batches, `aliases` the keys that were renamed. An edition is written once: again is no change.
   */
  async write(edition: string, change: EditionChange): Promise<void> {
    const known = this.#database.prepare('select 1 from edition where name = ?').get(edition);
    if (known !== undefined) return;
    const end = this.#database.prepare('update history set to_edition = ? where key = ? and to_edition is null');
    const keep = this.#database.prepare('insert or ignore into state values (?, ?, ?)');
    const begin = this.#database.prepare('insert or replace into history values (?, ?, ?, null)');
    const revive = this.#database.prepare('delete from alias where old = ?');
    const rename = this.#database.prepare('insert or replace into alias values (?, ?, ?, ?)');
    this.#database.exec('begin immediate');
    try {
      for await (const batch of change.ended) {
        for (const { key, stateHash, record } of batch) {
          end.run(edition, key);
          keep.run(Buffer.from(stateHash, 'hex'), key, zstdCompressSync(JSON.stringify(record), LEVEL));
        }
      }
      for await (const batch of change.begun) {
        for (const [key, stateHash] of batch) begin.run(key, Buffer.from(stateHash, 'hex'), edition);
      }
      for (const { from, to, reason } of change.aliases) {
        // A key that is in use again is no alias: a spelling may be changed and changed back.
        revive.run(to);
        rename.run(from, to, reason, edition);
      }
      this.#database.prepare('insert into edition (name) values (?)').run(edition);
      this.#database.exec('commit');
    } catch (error) {
      this.#database.exec('rollback');
      throw error;
    }
  }

  /** The edition that was written last; the open states are its states. */
  lastEdition(): string | undefined {
    const row = this.#database.prepare('select name from edition order by n desc limit 1').get();
    return row === undefined ? undefined : String(row['name']);
  }

  /** All editions that were ever published, earliest first. */
  editions(): string[] {
    return this.#database
      .prepare('select name from edition order by n')
      .all()
      .map((row) => String(row['name']));
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#reading.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#reading.set(sql, statement);
    }
    return statement;
  }

  /** The states of a record, latest first, those under its earlier keys included; empty where the key is unknown. */
  states(key: string): RecordState[] {
    return this.#states(key, 'body').map((row) => ({
      ...toState(row),
      ...(row['body'] instanceof Uint8Array && row['to_edition'] !== null
        ? { record: JSON.parse(zstdDecompressSync(row['body']).toString('utf8')) as CatalogueRecord }
        : {}),
    }));
  }

  /** The same without the records as they were, which take longer to read than all else. */
  listStates(key: string): Omit<RecordState, 'record'>[] {
    return this.#states(key, 'null as body').map(toState);
  }

  #states(key: string, body: 'body' | 'null as body'): Record<string, SQLOutputValue>[] {
    // `cross join` keeps SQLite from reading all of the history to find the few rows of these keys.
    return this.#prepared(
      `${KNOWN} select lower(hex(h.state)) as state, from_edition, to_edition, ${body} from known cross join history h using (key)
         left join state s on s.hash = h.state and s.key = h.key
         order by (select n from edition where name = from_edition) desc`,
    ).all(key);
  }

  /** The key under which a record is known today, when this one is an earlier one of it. */
  resolveAlias(key: string): string | undefined {
    let current = key;
    for (let steps = 0; steps < 32; steps++) {
      const row = this.#prepared('select new from alias where old = ?').get(current);
      if (row === undefined) break;
      current = String(row['new']);
    }
    return current === key ? undefined : current;
  }

  /** The keys under which a record was known before, earliest first. */
  earlierKeys(key: string): string[] {
    const rows = this.#prepared(`${KNOWN} select key from known where steps > 0 order by steps desc, key`).all(key);
    return rows.map((row) => String(row['key']));
  }

  /** Rewrites the kept states of records, for instance to take out what has become protected. Returns how many changed. */
  redact(keys: Iterable<string>, change: (record: CatalogueRecord) => CatalogueRecord): number {
    const select = this.#database.prepare('select hash, body from state where key = ?');
    const update = this.#database.prepare('update state set body = ? where hash = ? and key = ?');
    let changed = 0;
    this.#database.exec('begin immediate');
    for (const key of keys) {
      for (const { hash, body } of select.all(key)) {
        const record = JSON.parse(zstdDecompressSync(body as Uint8Array).toString('utf8')) as CatalogueRecord;
        update.run(zstdCompressSync(JSON.stringify(change(record)), LEVEL), hash as Uint8Array, key);
        changed += 1;
      }
    }
    this.#database.exec('commit');
    return changed;
  }

  close(): void {
    this.#database.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

function toState(row: Readonly<Record<string, SQLOutputValue>>): RecordState {
  return {
    stateHash: String(row['state']),
    fromEdition: String(row['from_edition']),
    ...(row['to_edition'] === null ? {} : { toEdition: String(row['to_edition']) }),
  };
}

export interface EditionChange {
  readonly ended: AsyncIterable<readonly EndedState[]>;
  readonly begun: AsyncIterable<readonly (readonly [key: string, stateHash: string])[]>;
  readonly aliases: readonly { readonly from: string; readonly to: string; readonly reason: string }[];
}
