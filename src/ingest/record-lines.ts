import { quoteIdentifier, quoteLiteral } from '../catalogue/database.ts';
import { RecordStoreWriter } from '../catalogue/record-store.ts';
import type { SourceTable } from '../source/source.ts';
import { CHILD_NAMES, columnsOfChild } from '../vocabulary/children.ts';
import { columnsOf, FIELDS } from '../vocabulary/fields.ts';
import { protectionJoin, type Protection } from './protect-stage.ts';
import { coresOf, extensionsOf, type Stage } from './stage.ts';
import { cellsSql } from './state-stage.ts';

/** Records that are put together at a time: bounds memory, whatever the size of the source. */
const SLICE = 32_768;

/** Core rows from … to − 1 of a table whose first record has the number `first`. */
interface Slice {
  readonly ordinal: number;
  readonly table: SourceTable;
  readonly first: number;
  readonly from: number;
  readonly to: number;
}

/** Writes records.sqlite: a line of JSON (RecordLine) for each record, in the order of their numbers. */
export async function writeRecords(stage: Stage, protections: readonly Protection[], path: string): Promise<void> {
  using writer = new RecordStoreWriter(path);
  for (const [ordinal, table] of coresOf(stage.tables)) {
    const first = stage.firstRows.get(ordinal) ?? 0;
    const end = first + table.rowsImported;
    for (let from = first; from < end; from += SLICE) {
      stage.signal?.throwIfAborted();
      stage.onStep(`writing records ${from} of ${end}`);
      const slice = { ordinal, table, first, from, to: Math.min(from + SLICE, end) };
      for (const line of await readLines(stage, protections, slice)) writer.add(line);
    }
  }
  writer.close();
}

/**
 * The lines of a slice. Nested rows are streamed in their order and joined here: DuckDB's ordered `list` takes ten times
 * as long, and without an order it may mix rows.
 */
async function readLines(stage: Stage, protections: readonly Protection[], slice: Slice): Promise<string[]> {
  const { from, to } = slice;
  const lines = await readTexts(stage, headSql(protections, slice), slice);
  const extensions: string[] = Array.from({ length: to - from }, () => '');
  for (const [number, { columns }] of extensionsOf(stage.tables)) {
    const values = columns.map((_, position) => `c${position}`).join(', ');
    const sql = `select row, to_json({'source': ${number}, 'file': file, 'values': [${values}]::varchar[]})::varchar
      from verbatim_${number} where row >= ${from} and row < ${to}`;
    await appendTexts(stage, sql, extensions, from);
  }
  const children: string[] = Array.from({ length: to - from }, () => '');
  for (const child of CHILD_NAMES) {
    const columns = columnsOfChild(child).map(([name]) => `${quoteLiteral(name)}: ${quoteIdentifier(name)}`);
    const sql = `select row, to_json({${columns.join(', ')}})::varchar from child_${child} where row >= ${from} and row < ${to}`;
    const rows: string[] = [];
    await appendTexts(stage, sql, rows, from);
    for (const [index, list] of rows.entries()) {
      if (list !== undefined) children[index] += `${children[index] === '' ? '' : ','}"${child}":[${list}]`;
    }
  }
  return lines.map((head, index) => `${head}"extensions":[${extensions[index]}],"children":{${children[index]}}}`);
}

/** One text for each row of the slice. Joins do not keep an order, and placing texts is cheaper than sorting them. */
async function readTexts({ database }: Stage, sql: string, { from }: Slice): Promise<string[]> {
  const texts: string[] = [];
  for await (const [rows, values] of database.chunks(sql)) {
    for (const [index, row] of (rows ?? []).entries()) texts[(row as number) - from] = values?.[index] as string;
  }
  return texts;
}

/** Any number of texts for each row, in the order of the table, with commas between. */
async function appendTexts({ database }: Stage, sql: string, texts: string[], from: number): Promise<void> {
  for await (const [rows, values] of database.chunks(sql)) {
    for (const [position, row] of (rows ?? []).entries()) {
      const index = (row as number) - from;
      const before = texts[index];
      const value = values?.[position] as string;
      texts[index] = before === undefined || before === '' ? value : `${before},${value}`;
    }
  }
}

/** The beginning of each line: everything but what is nested. Columns without a value are left out of `record`. */
function headSql(protections: readonly Protection[], { ordinal, table, first, from, to }: Slice): string {
  const fields = FIELDS.flatMap((field) => columnsOf(field))
    .filter(([name]) => name !== 'key' && name !== 'recordType' && name !== 'datasetKey')
    .map(([name]) => {
      const column = `r.${quoteIdentifier(name)}`;
      return `case when ${column} is not null then ',"${name}":' || to_json(${column})::varchar end`;
    });
  const row = `(raw.rowid + ${first})::integer`;
  return `select r.row, concat(
      '{"key":"', r.key, '","recordType":"', r.recordType, '","source":${ordinal},"file":', v.file, ',"line":', v.line,
      ',"stateHash":"', r.stateHash, '","values":', to_json(v.cells)::varchar,
      ',"record":{', ltrim(concat(${fields.join(', ')}), ','), '},"issues":', coalesce(to_json(r.issues)::varchar, 'null'), ',')
    from (select * from record where row >= ${from} and row < ${to}) r
    join (
      select ${row} as row, raw.line, raw.file, [${cellsSql(protections, table).join(', ')}]::varchar[] as cells
      from raw_${ordinal} raw ${protectionJoin(protections, row)}
      where raw.rowid >= ${from - first} and raw.rowid < ${to - first}
    ) v on v.row = r.row`;
}
