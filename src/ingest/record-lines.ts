import { join } from 'node:path';
import { Database, quoteIdentifier, quoteLiteral, type Pack } from '../catalogue/database.ts';
import { RecordStoreWriter } from '../catalogue/record-store.ts';
import { CHILD_NAMES, columnsOfChild } from '../vocabulary/children.ts';
import { columnsOf, FIELDS } from '../vocabulary/fields.ts';
import { ROW_GROUP } from './stage.ts';

/** Records that are put together at a time: bounds memory, whatever the size of the source. A row group of the tables. */
const SLICE = ROW_GROUP;

const COMMA = Buffer.from(',');

/** What is needed of a source to write its records' lines. */
export interface LineSource {
  readonly ordinal: number;
  /** How many columns its verbatim table has. */
  readonly columns: number;
  /** Core tables: the number of its first record, and of its last one + 1. */
  readonly rows?: { readonly from: number; readonly to: number };
}

export interface RecordLinesTask {
  /** The part's folder with its tables; records.sqlite goes there. */
  readonly folder: string;
  readonly workFolder: string;
  readonly sources: readonly LineSource[];
}

/** Columns of a table that hold anything, so that empty ones cost nothing. */
type Columns = readonly (readonly [name: string, type: string])[];

interface Slice {
  readonly from: number;
  readonly to: number;
}

/**
 * Writes records.sqlite: a line of JSON (RecordLine) for each record, in the order of their numbers, out of the part's tables.
 * Runs in a thread of its own, so that the next dataset need not wait; lines are put together as bytes.
 */
export default async function writeRecords(task: RecordLinesTask): Promise<void> {
  const { folder, workFolder } = task;
  await using database = await Database.open({
    folders: [folder, workFolder],
    temporaryFolder: join(workFolder, 'spill-records'),
    threads: 1,
    keepsOrder: true,
    memoryLimitInMb: 768,
  });
  using writer = new RecordStoreWriter(join(folder, 'records.sqlite'));
  const lines = new RecordLines(database, task, await findColumns(database, folder));
  for (const { ordinal, rows } of task.sources) {
    if (rows === undefined) continue;
    for (let { from } = rows; from < rows.to; from += SLICE) {
      await lines.write(writer, ordinal, { from, to: Math.min(from + SLICE, rows.to) });
    }
  }
  writer.close();
}

async function findColumns(database: Database, folder: string): Promise<ReadonlyMap<string, Columns>> {
  const found = new Map<string, Columns>();
  const record = FIELDS.flatMap((field) => columnsOf(field)).filter(
    ([name]) => name !== 'key' && name !== 'recordType' && name !== 'datasetKey',
  );
  found.set('record', await presentColumns(database, join(folder, 'record.parquet'), record));
  for (const child of CHILD_NAMES) {
    found.set(child, await presentColumns(database, join(folder, `${child}.parquet`), columnsOfChild(child)));
  }
  return found;
}

async function presentColumns(database: Database, path: string, columns: Columns): Promise<Columns> {
  const counts = columns.map(([name]) => `count(${quoteIdentifier(name)})`);
  const [counted] = await database.query<{ counts: number[] }>(
    `select [${counts.join(', ')}] as counts from read_parquet(${quoteLiteral(path)})`,
  );
  return columns.filter((_, index) => counted!.counts[index]! > 0);
}

class RecordLines {
  readonly #database: Database;
  readonly #task: RecordLinesTask;
  readonly #columns: ReadonlyMap<string, Columns>;

  constructor(database: Database, task: RecordLinesTask, columns: ReadonlyMap<string, Columns>) {
    this.#database = database;
    this.#task = task;
    this.#columns = columns;
  }

  async write(writer: RecordStoreWriter, ordinal: number, slice: Slice): Promise<void> {
    const { line } = writer;
    // Tables are read one by one and brought together here: a join in SQL takes longer and does not keep the order.
    const heads = [await this.#read(this.#verbatimSql(ordinal, slice)), await this.#read(this.#recordSql(slice))];
    const issues = await this.#read(this.#issuesSql(slice));
    const extensions: NestedLines[] = [];
    for (const source of this.#task.sources) {
      if (source.rows === undefined) extensions.push(await this.#read(this.#extensionSql(source, slice)));
    }
    const children: (readonly [Buffer, NestedLines])[] = [];
    for (const child of CHILD_NAMES) {
      const columns = this.#columns.get(child)!;
      if (columns.length === 0) continue;
      const sql = `(select row, '{' || ${objectSql(columns)} || '}' as line from ${this.#table(child, slice)})`;
      children.push([Buffer.from(`"${child}":[`), await this.#read(sql)]);
    }
    for (let row = slice.from; row < slice.to; row++) {
      for (const head of heads) if (!head.takeInto(line, row)) throw new RangeError(`record ${row} has no line`);
      if (!issues.takeInto(line, row)) line.append(NULL);
      line.append(EXTENSIONS);
      let separator: Buffer | undefined;
      for (const lines of extensions) if (lines.takeInto(line, row, separator)) separator = COMMA;
      line.append(CHILDREN);
      separator = undefined;
      for (const [name, lines] of children) {
        if (!lines.has(row)) continue;
        if (separator !== undefined) line.append(separator);
        line.append(name);
        lines.takeInto(line, row);
        line.append(END_OF_LIST);
        separator = COMMA;
      }
      line.append(END);
      writer.endLine();
    }
  }

  async #read(sql: string): Promise<NestedLines> {
    return new NestedLines(await this.#database.packs(sql, 'row', ['line']));
  }

  #table(name: string, slice: Slice): string {
    return sliceSql(join(this.#task.folder, `${name}.parquet`), slice);
  }

  #issuesSql(slice: Slice): string {
    return `(select row, to_json(issues)::varchar as line from ${this.#table('record', slice)} where len(issues) > 0)`;
  }

  #extensionSql({ ordinal, columns }: LineSource, slice: Slice): string {
    return `(select row, concat('{"source":${ordinal},"file":', file, ',"values":[', ${cellsSql(columns)}, ']}') as line
      from ${this.#table(`verbatim-${ordinal}`, slice)})`;
  }

  /** What the museum wrote, which begins the line. */
  #verbatimSql(ordinal: number, slice: Slice): string {
    const { columns } = this.#task.sources.find((source) => source.ordinal === ordinal)!;
    return `(select row, concat('{"source":${ordinal},"file":', file, ',"line":', line, ',"values":[', ${cellsSql(columns)}, '],') as line
      from ${this.#table(`verbatim-${ordinal}`, slice)})`;
  }

  /** What was read, up to the issues. Columns without a value are left out. */
  #recordSql(slice: Slice): string {
    return `(select row, concat('"key":"', key, '","recordType":"', recordType, '","stateHash":"', stateHash,
        '","record":{', ${objectSql(this.#columns.get('record')!)}, '},"issues":') as line
      from ${this.#table('record', slice)})`;
  }
}

function sliceSql(path: string, { from, to }: Slice): string {
  return `(select * from read_parquet(${quoteLiteral(path)}) where row >= ${from} and row < ${to})`;
}

const NULL = Buffer.from('null');
const EXTENSIONS = Buffer.from(',"extensions":[');
const CHILDREN = Buffer.from('],"children":{');
const END_OF_LIST = Buffer.from(']');
const END = Buffer.from('}}');

/** The cells of a row as the items of a JSON array. */
function cellsSql(columns: number): string {
  const cells = Array.from({ length: columns }, (_, position) => `coalesce(json_quote(c${position}), 'null')`);
  return cells.length === 0 ? `''` : `concat_ws(',', ${cells.join(', ')})`;
}

/** The members of a JSON object, those without a value left out. */
function objectSql(columns: Columns): string {
  const members = columns.map(([name, type]) => {
    const column = quoteIdentifier(name);
    const value = jsonSql(column, type);
    return `case when ${column} is not null then '"${name}":' || ${value} end`;
  });
  return members.length === 0 ? `''` : `concat_ws(',', ${members.join(', ')})`;
}

/** A value as JSON: by the cheapest function that is right for its type. */
function jsonSql(column: string, type: string): string {
  if (type === 'VARCHAR') return `json_quote(${column})`;
  return type === 'INTEGER' || type === 'BOOLEAN' ? `${column}::varchar` : `to_json(${column})::varchar`;
}

/** Lines of JSON by row, several a row or none, in the packs of a slice. */
class NestedLines {
  readonly #packs: readonly Pack[];
  #pack = 0;
  #index = 0;
  #at = 0;

  constructor(packs: readonly Pack[]) {
    this.#packs = packs;
  }

  /** Whether this row, not before those that were taken, has lines. */
  has(row: number): boolean {
    const pack = this.#packs[this.#pack];
    return pack !== undefined && pack.rows[this.#index] === row;
  }

  /** Appends a row's lines with commas between, `before` first. False where it has none. */
  takeInto(target: { append(bytes: Uint8Array): void }, row: number, before?: Uint8Array): boolean {
    let separator = before;
    let has = false;
    while (this.has(row)) {
      const { rows, columns } = this.#packs[this.#pack]!;
      const bytes = columns[0]!;
      const next = bytes.indexOf(0, this.#at);
      const end = next < 0 ? bytes.length : next;
      if (separator !== undefined) target.append(separator);
      target.append(bytes.subarray(this.#at, end));
      separator = COMMA;
      has = true;
      this.#at = end + 1;
      this.#index++;
      if (this.#index < rows.length) continue;
      this.#pack++;
      this.#index = 0;
      this.#at = 0;
    }
    return has;
  }
}
