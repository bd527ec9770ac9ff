import {
  DuckDBBlobVector,
  DuckDBInstance,
  DuckDBListValue,
  DuckDBListVector,
  DuckDBStructValue,
  type DuckDBConnection,
  type DuckDBDataChunk,
  type DuckDBValue,
} from '@duckdb/node-api';
import { availableParallelism } from 'node:os';

const INTERRUPT_INTERVAL_MS = 20;

export type SqlValue = string | number | bigint | boolean | null;
export type SqlParameters = Readonly<Record<string, SqlValue>> | readonly SqlValue[];

export interface DatabaseOptions {
  /** Absent: in memory. */
  readonly path?: string;
  /** The only folders whose files SQL may read or write. External access is off otherwise. */
  readonly folders: readonly string[];
  /** Where DuckDB may spill. */
  readonly temporaryFolder?: string;
  readonly memoryLimitInMb?: number;
  readonly threads?: number;
  /** Whether tables keep the order in which rows were inserted. Off by default, since it takes memory. */
  readonly keepsOrder?: boolean;
}

/** A failed statement, with its SQL. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** The whole statement; the message has its beginning. */
  get sql(): string {
    return this.#sql;
  }
  readonly #sql: string;
  constructor(sql: string, cause: unknown) {
    super(`${cause instanceof Error ? cause.message : String(cause)}\n${sql.slice(0, 500)}`, { cause });
    this.#sql = sql;
  }
}

/** A column chunk: as many values as the chunk has rows. */
export type ColumnChunk = readonly unknown[];

/** Rows of a table whose numbers divided by this are alike are packed together. */
const PACK = 4096;

/** The texts of some rows, one blob a column. */
export interface Pack {
  /** Ascending; a row may come several times. */
  readonly rows: Int32Array;
  /** For each column, UTF-8: one text a row, NUL between two; empty where the row has none. */
  readonly columns: readonly Uint8Array[];
}

/** A double-quoted SQL identifier. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A single-quoted SQL string literal. */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * DuckDB, behind the few calls that the project needs; the only module that imports its driver.
 * Extensions are never loaded or fetched, and files outside `folders` cannot be touched.
 */
export class Database implements AsyncDisposable {
  readonly #instance: DuckDBInstance;
  /** For statements that must see each other's temporary objects and settings. */
  readonly #main: DuckDBConnection;
  readonly #idle: DuckDBConnection[] = [];

  private constructor(instance: DuckDBInstance, main: DuckDBConnection) {
    this.#instance = instance;
    this.#main = main;
  }

  static async open(options: DatabaseOptions): Promise<Database> {
    const instance = await DuckDBInstance.create(options.path ?? ':memory:', {
      threads: String(options.threads ?? availableParallelism()),
      memory_limit: `${options.memoryLimitInMb ?? 2048}MB`,
      preserve_insertion_order: String(options.keepsOrder ?? false),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      ...(options.temporaryFolder === undefined ? {} : { temp_directory: options.temporaryFolder }),
    });
    const main = await instance.connect();
    const allowed = [...options.folders, ...(options.temporaryFolder === undefined ? [] : [options.temporaryFolder])];
    await main.run(
      `set allowed_directories = [${allowed.map((folder) => quoteLiteral(`${folder.replace(/\/$/u, '')}/`)).join(', ')}]`,
    );
    // The directory of a file with many row groups takes longer to read than the row that is looked up in it.
    await main.run('set global parquet_metadata_cache = true');
    await main.run('set enable_external_access = false');
    await main.run('set lock_configuration = true');
    return new Database(instance, main);
  }

  /** Runs one statement on the main connection. */
  async run(sql: string, parameters?: SqlParameters): Promise<void> {
    try {
      await this.#main.run(sql, bind(parameters));
    } catch (cause) {
      throw new DatabaseError(sql, cause);
    }
  }

  /** All rows of a query that is known to return few. BIGINT comes as number where it is safe. */
  async query<Row extends object>(sql: string, parameters?: SqlParameters): Promise<Row[]> {
    return this.#withConnection(sql, async (connection) => {
      const reader = await connection.runAndReadAll(sql, bind(parameters));
      return reader.getRowObjects().map((row) => mapValues(row) as Row);
    });
  }

  /**
   * The rows of a query of any size, as chunks of columns, in bounded memory. Once the signal is aborted, the query is
   * interrupted and the signal's reason thrown.
   */
  async *chunks(
    sql: string,
    options: { readonly parameters?: SqlParameters; readonly signal?: AbortSignal | undefined } = {},
  ): AsyncGenerator<readonly ColumnChunk[]> {
    const { parameters, signal } = options;
    signal?.throwIfAborted();
    const connection = await this.#instance.connect();
    // DuckDB forgets an interruption that comes before it has begun, so it is told until the query has ended.
    let telling: NodeJS.Timeout | undefined;
    const interrupt = () => {
      connection.interrupt();
      telling = setInterval(() => connection.interrupt(), INTERRUPT_INTERVAL_MS);
    };
    signal?.addEventListener('abort', interrupt, { once: true });
    try {
      signal?.throwIfAborted();
      const result = await connection.stream(sql, bind(parameters));
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        yield chunk.getColumns().map((column) => column.map(toPlain));
        signal?.throwIfAborted();
      }
    } catch (cause) {
      signal?.throwIfAborted();
      throw new DatabaseError(sql, cause);
    } finally {
      signal?.removeEventListener('abort', interrupt);
      clearInterval(telling);
      connection.closeSync();
    }
  }

  /**
   * Texts of a table, packed: reading them one by one takes some twenty times as long. `from` is a table expression, `row`
   * and `columns` are expressions over it, the columns texts without NUL. All packs are in memory at once, in the order of
   * their rows; so `from` should be a slice. Rows with the same number keep their order where this database has one thread.
   */
  async packs(from: string, row: string, columns: readonly string[]): Promise<readonly Pack[]> {
    const texts = columns.map((column) => `encode(string_agg(coalesce(${column}, ''), chr(0)))`);
    const sql = `select list((${row})::integer), ${texts.join(', ')} from ${from} group by (${row}) // ${PACK}`;
    return this.#withConnection(sql, async (connection) => {
      const result = await connection.stream(sql);
      const packs: Pack[] = [];
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) break;
        for (let index = 0; index < chunk.rowCount; index++) packs.push(packOf(chunk, index));
      }
      return packs.map(sortPack).toSorted((a, b) => a.rows[0]! - b.rows[0]!);
    });
  }

  async #withConnection<T>(sql: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = this.#idle.pop() ?? (await this.#instance.connect());
    try {
      const result = await work(connection);
      this.#idle.push(connection);
      return result;
    } catch (cause) {
      connection.closeSync();
      throw new DatabaseError(sql, cause);
    }
  }

  async close(): Promise<void> {
    for (const connection of this.#idle) connection.closeSync();
    this.#idle.length = 0;
    this.#main.closeSync();
    this.#instance.closeSync();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

function packOf(chunk: DuckDBDataChunk, index: number): Pack {
  const list = chunk.getColumnVector(0);
  if (!(list instanceof DuckDBListVector)) throw new TypeError('rows must be a list');
  const offset = list.getEntryOffset(index);
  const rows = new Int32Array(list.getEntryLength(index));
  const numbers = list.childVector;
  for (let at = 0; at < rows.length; at++) rows[at] = numbers.getItem(offset + at) as number;
  const columns = Array.from({ length: chunk.columnCount - 1 }, (_, column) => {
    const blobs = chunk.getColumnVector(column + 1);
    if (!(blobs instanceof DuckDBBlobVector)) throw new TypeError('columns must be texts');
    // Short blobs are views of memory that the chunk gives back.
    return Uint8Array.from(blobs.getItemBytes(index) ?? []);
  });
  return { rows, columns };
}

/** Tables have rows in another order where they were put together of several parts. */
function sortPack(pack: Pack): Pack {
  const { rows, columns } = pack;
  if (rows.every((row, index) => index === 0 || rows[index - 1]! <= row)) return pack;
  const order = Int32Array.from(rows.keys()).toSorted((a, b) => rows[a]! - rows[b]! || a - b);
  return {
    rows: order.map((index) => rows[index]!),
    columns: columns.map((column) => reorderTexts(column, order)),
  };
}

/** Packed texts in another order. */
function reorderTexts(column: Uint8Array, order: Int32Array): Uint8Array {
  const ends = new Int32Array(order.length);
  for (let index = 0, at = 0; index < order.length; index++) {
    const end = column.indexOf(0, at);
    ends[index] = end < 0 ? column.length : end;
    at = ends[index]! + 1;
  }
  const reordered = new Uint8Array(column.length);
  let length = 0;
  for (const index of order) {
    const begin = index === 0 ? 0 : ends[index - 1]! + 1;
    reordered.set(column.subarray(begin, ends[index]), length);
    // The NUL behind it is there already.
    length += ends[index]! - begin + 1;
  }
  return reordered;
}

/** The texts of a pack's column, one a row. Throws where a text had a NUL in it. */
export function textsOf({ rows }: Pack, column: Uint8Array): string[] {
  const texts = Buffer.from(column.buffer, column.byteOffset, column.length).toString('utf8').split('\0');
  if (texts.length !== rows.length) throw new RangeError('a text contains NUL, which cannot be packed');
  return texts;
}

function bind(parameters: SqlParameters | undefined): DuckDBValue[] | Record<string, DuckDBValue> | undefined {
  if (parameters === undefined) return undefined;
  if (isList(parameters)) return [...parameters];
  return { ...parameters };
}

function isList(parameters: SqlParameters): parameters is readonly SqlValue[] {
  return Array.isArray(parameters);
}

function mapValues(row: Readonly<Record<string, DuckDBValue>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toPlain(value)]));
}

/** BIGINT as a number where that is safe, lists as arrays, structs as objects; other types as the driver gives them. */
function toPlain(value: DuckDBValue): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (value instanceof DuckDBListValue) return value.items.map(toPlain);
  if (value instanceof DuckDBStructValue) return mapValues(value.entries);
  return value;
}
