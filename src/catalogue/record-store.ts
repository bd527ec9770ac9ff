import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { zstdCompressSync, zstdDecompressSync, constants } from 'node:zlib';

/** Records a block: compression gets better and point reads slower as it grows. Kept in the file, as its user_version. */
const BLOCK = 4;
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/**
 * Writes a dataset's records, each one line of JSON, in row order, as compressed blocks in SQLite.
 * A block of neighbours compresses as well as a dictionary would and needs none.
 */
export class RecordStoreWriter implements Disposable {
  readonly #database: DatabaseSync;
  readonly #insert: StatementSync;
  #lines: string[] = [];
  #first = 0;

  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    this.#database.exec(
      `pragma journal_mode = off; pragma synchronous = off; pragma page_size = 16384; pragma user_version = ${BLOCK};
       create table block (first integer primary key, body blob not null); begin`,
    );
    this.#insert = this.#database.prepare('insert into block values (?, ?)');
  }

  add(json: string): void {
    this.#lines.push(json);
    if (this.#lines.length === BLOCK) this.#flush();
  }

  #flush(): void {
    if (this.#lines.length === 0) return;
    this.#insert.run(this.#first, zstdCompressSync(this.#lines.join('\n'), LEVEL));
    this.#first += this.#lines.length;
    this.#lines = [];
  }

  close(): void {
    this.#flush();
    this.#database.exec('commit; pragma journal_mode = delete');
    this.#database.close();
  }

  [Symbol.dispose](): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

/** Reads records of one dataset by row number, from 0. */
export class RecordStoreReader {
  readonly #database: DatabaseSync;
  readonly #select: StatementSync;
  readonly #block: number;
  /** The block that was read last: a scan asks for its neighbours next. */
  #first = -1;
  #lines: readonly string[] = [];

  constructor(path: string) {
    this.#database = new DatabaseSync(path, { readOnly: true });
    this.#select = this.#database.prepare('select body from block where first = ?');
    this.#block = Number(this.#database.prepare('pragma user_version').get()?.['user_version']);
  }

  /** The record's JSON; throws where the row does not exist, since row numbers come from the index only. */
  get(row: number): string {
    const first = row - (row % this.#block);
    if (this.#first !== first) {
      const body = this.#select.get(first)?.['body'];
      if (!(body instanceof Uint8Array)) throw new RangeError(`no record in row ${row}`);
      this.#lines = zstdDecompressSync(body).toString('utf8').split('\n');
      this.#first = first;
    }
    const line = this.#lines[row - first];
    if (line === undefined) throw new RangeError(`no record in row ${row}`);
    return line;
  }

  close(): void {
    this.#database.close();
  }
}
