import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** The widths, in pixels, in which pictures are kept. */
export const DERIVATIVE_WIDTHS = [300, 1000] as const;
export type DerivativeWidth = (typeof DERIVATIVE_WIDTHS)[number];

/** A picture on the shelf: its content hash names its files; width and height are those of the original, in pixels. */
export interface Derivative {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
}

/** The shelf: derivatives of media files by content hash, and which of them belongs to which medium of which dataset. */
export class Shelf implements Disposable {
  readonly folder: string;
  #database: DatabaseSync | undefined;
  #find: StatementSync | undefined;

  /** Opens the shelf of a node; for reading, a shelf that does not exist yet is empty. */
  constructor(folder: string, options: { readonly readOnly?: boolean } = {}) {
    this.folder = folder;
    if (options.readOnly === true) return;
    mkdirSync(folder, { recursive: true });
    this.#database = new DatabaseSync(join(folder, 'media.sqlite'));
    this.#database.exec(`pragma journal_mode = wal;
        create table if not exists media (
          dataset text not null, identifier text not null, hash text, width integer, height integer,
          problem text, time text not null, primary key (dataset, identifier)) without rowid`);
  }

  /** A shelf that is only read is opened when it is there: pictures may be made while the server runs. */
  #open(): DatabaseSync | undefined {
    const path = join(this.folder, 'media.sqlite');
    if (this.#database === undefined && existsSync(path)) this.#database = new DatabaseSync(path, { readOnly: true });
    return this.#database;
  }

  find(datasetKey: string, identifier: string): Derivative | undefined {
    this.#find ??= this.#open()?.prepare(
      'select hash, width, height from media where dataset = ? and identifier = ? and hash is not null',
    );
    const row = this.#find?.get(datasetKey, identifier);
    if (row === undefined) return undefined;
    return { hash: String(row['hash']), width: Number(row['width']), height: Number(row['height']) };
  }

  /** When this medium was last tried, with success or not: an ISO 8601 time. */
  triedAt(datasetKey: string, identifier: string): string | undefined {
    const row = this.#open()
      ?.prepare('select time from media where dataset = ? and identifier = ?')
      .get(datasetKey, identifier);
    return row === undefined ? undefined : String(row['time']);
  }

  put(datasetKey: string, identifier: string, result: Derivative | { readonly problem: string }): void {
    const { hash, width, height, problem } = { hash: null, width: null, height: null, problem: null, ...result };
    this.#database
      ?.prepare('insert or replace into media values (?, ?, ?, ?, ?, ?, ?)')
      .run(datasetKey, identifier, hash, width, height, problem, new Date().toISOString());
  }

  /** Where a derivative's file lies. */
  path(hash: string, width: DerivativeWidth): string {
    return join(this.folder, 'media', hash.slice(0, 2), `${hash}-${width}.webp`);
  }

  [Symbol.dispose](): void {
    this.#database?.close();
  }
}
