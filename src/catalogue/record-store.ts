import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { zstdCompressSync, zstdDecompressSync, constants } from 'node:zlib';
import { ByteWriter } from '../model/bytes.ts';

/** Records a block: compression gets better and point reads slower as it grows. Kept in the file, as its user_version. */
const BLOCK = 8;
/** Higher levels take longer and save next to nothing in blocks of this size. */
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const NEWLINE = Buffer.from('\n');

/**
 * Writes a dataset's records, each one line of JSON, in row order, as compressed blocks in SQLite.
 * A block of neighbours compresses as well as a dictionary would and needs none.
 */
export class RecordStoreWriter implements Disposable {
  readonly #database: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #block = new ByteWriter();
  #lines = 0;
  #first = 0;

  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    this.#database.exec(
      `pragma journal_mode = off; pragma synchronous = off; pragma page_size = 16384; pragma user_version = ${BLOCK};
       create table block (first integer primary key, body blob not null); begin`,
    );
    this.#insert = this.#database.prepare('insert into block values (?, ?)');
  }

  /** The line that is being written: UTF-8, to be appended to. */
  get line(): Pick<ByteWriter, 'append'> {
    return this.#block;
  }

  /** Ends the line of a record; the next record's follows. */
  endLine(): void {
    this.#lines++;
    if (this.#lines < BLOCK) this.#block.append(NEWLINE);
    else this.#flush();
  }

  #flush(): void {
    if (this.#lines === 0) return;
    if (this.#lines < BLOCK) this.#block.length -= NEWLINE.length;
    this.#insert.run(this.#first, zstdCompressSync(this.#block.view(), LEVEL));
    this.#first += this.#lines;
    this.#lines = 0;
    this.#block.length = 0;
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
  #body = Buffer.alloc(0);

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
      this.#body = zstdDecompressSync(body);
      this.#first = first;
    }
    let from = 0;
    for (let passed = first; passed < row; passed++) {
      const end = this.#body.indexOf(NEWLINE, from);
      if (end < 0) throw new RangeError(`no record in row ${row}`);
      from = end + 1;
    }
    const end = this.#body.indexOf(NEWLINE, from);
    return this.#body.toString('utf8', from, end < 0 ? this.#body.length : end);
  }

  close(): void {
    this.#database.close();
  }
}
