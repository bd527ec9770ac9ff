import { join } from 'node:path';
import { quoteIdentifier, quoteLiteral } from '../catalogue/database.ts';
import { RecordStoreWriter } from '../catalogue/record-store.ts';
import type { SourceTable } from '../source/source.ts';
import { CHILD_NAMES, columnsOfChild } from '../vocabulary/children.ts';
import { columnsOf, FIELDS } from '../vocabulary/fields.ts';
import { protectionJoin, type Protection } from './protect-stage.ts';
import { coresOf, extensionsOf, type Stage } from './stage.ts';
import { cellSql } from './state-stage.ts';

/** Records that are put together at a time: bounds memory, whatever the size of the source. */
const SLICE = 32_768;
const PARQUET = '(format parquet, compression zstd, row_group_size 122880)';

/** Writes a part's files into `folder`: record.parquet, one for each child table and source, records.sqlite. */
export async function writePartFiles(stage: Stage, protections: readonly Protection[], folder: string): Promise<void> {
  const { database } = stage;
  const copy = (sql: string, file: string) =>
    database.run(`copy (${sql}) to ${quoteLiteral(join(folder, file))} ${PARQUET}`);
  stage.onStep('writing tables');
  await copy('select * exclude (issues) from record', 'record.parquet');
  for (const child of CHILD_NAMES) await copy(`select * from child_${child}`, `${child}.parquet`);
  for (const [ordinal, table] of coresOf(stage.tables)) {
    const row = `(raw.rowid + ${stage.firstRows.get(ordinal) ?? 0})::integer`;
    const sql = `select ${row} as row, raw.line, raw.file, ${cellList(protections, table)} from raw_${ordinal} raw ${protectionJoin(protections, row)}`;
    await copy(sql, `verbatim-${ordinal}.parquet`);
  }
  for (const [ordinal, table] of extensionsOf(stage.tables)) {
    const sql = `select e.row, raw.line, raw.file, ${cellList(protections, table)} from extension_${ordinal} e
      join raw_${ordinal} raw on raw.rowid = e.rawRow ${protectionJoin(protections, 'e.row')}`;
    await database.run(`create table verbatim_${ordinal} as select * from (${sql}) order by row, file, line`);
    await copy(`select * from verbatim_${ordinal}`, `verbatim-${ordinal}.parquet`);
  }
  await writeRecords(stage, protections, join(folder, 'records.sqlite'));
}

function cellList(protections: readonly Protection[], table: SourceTable, named = true): string {
  return table.columns
    .map((column, position) => cellSql(protections, column, position) + (named ? ` as c${position}` : ''))
    .join(', ');
}

async function writeRecords(stage: Stage, protections: readonly Protection[], path: string): Promise<void> {
  using writer = new RecordStoreWriter(path);
  for (const [ordinal, table] of coresOf(stage.tables)) {
    const first = stage.firstRows.get(ordinal) ?? 0;
    const end = first + table.rowsImported;
    for (let from = first; from < end; from += SLICE) {
      stage.signal?.throwIfAborted();
      stage.onStep(`writing records ${from} of ${end}`);
      const to = Math.min(from + SLICE, end);
      const lines: string[] = [];
      // Joins do not keep an order, and placing lines by their row is cheaper than sorting them.
      for await (const [rows, texts] of stage.database.chunks(
        lineSql(stage, { protections, ordinal, table, first, from, to }),
      )) {
        for (const [index, row] of (rows ?? []).entries()) lines[(row as number) - from] = texts?.[index] as string;
      }
      for (const line of lines) writer.add(line);
    }
  }
  writer.close();
}

interface Slice {
  readonly protections: readonly Protection[];
  readonly ordinal: number;
  readonly table: SourceTable;
  /** The number of the table's first record. */
  readonly first: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** The rows from … to − 1 with their record lines (RecordLine, as JSON). Columns without a value are left out of `record`. */
function lineSql(stage: Stage, { protections, ordinal, table, first, from, to }: Slice): string {
  const within = `row >= ${from} and row < ${to}`;
  const children = CHILD_NAMES.map((child) => {
    const columns = columnsOfChild(child).map(([name]) => `${quoteLiteral(name)}: ${quoteIdentifier(name)}`);
    return `left join (select row, list({${columns.join(', ')}} order by rowid) as list from child_${child} where ${within} group by row) ${child} on ${child}.row = r.row`;
  });
  const extensions = extensionsOf(stage.tables).map(([number, { columns }]) => {
    const values = columns.map((_, position) => `c${position}`).join(', ');
    return `select row, ${number} as source, rowid as position, {'source': ${number}, 'file': file, 'values': [${values}]::varchar[]} as item
      from verbatim_${number} where ${within}`;
  });
  const extensionList =
    extensions.length === 0
      ? `select null::integer as row, null as list where false`
      : `select row, list(item order by source, position) as list from (${extensions.join(' union all ')}) group by row`;
  const fields = FIELDS.flatMap((field) => columnsOf(field))
    .filter(([name]) => name !== 'key' && name !== 'recordType' && name !== 'datasetKey')
    .map(
      ([name]) =>
        `case when r.${quoteIdentifier(name)} is not null then ',"${name}":' || to_json(r.${quoteIdentifier(name)})::varchar end`,
    );
  const lists = CHILD_NAMES.map(
    (child) => `case when ${child}.list is not null then ',"${child}":' || to_json(${child}.list)::varchar end`,
  );
  const row = `(raw.rowid + ${first})::integer`;
  return `select r.row, concat(
      '{"key":"', r.key, '","recordType":"', r.recordType, '","source":${ordinal},"file":', v.file, ',"line":', v.line,
      ',"stateHash":"', r.stateHash, '","values":', to_json(v."values")::varchar, ',"extensions":', coalesce(to_json(x.list)::varchar, 'null'),
      ',"record":{', ltrim(concat(${fields.join(', ')}), ','), '},"issues":', coalesce(to_json(r.issues)::varchar, 'null'),
      ',"children":{', ltrim(concat(${lists.join(', ')}), ','), '}}')
    from (select * from record where ${within}) r
    join (
      select ${row} as row, raw.line, raw.file, [${cellList(protections, table, false)}]::varchar[] as "values"
      from raw_${ordinal} raw ${protectionJoin(protections, row)}
      where raw.rowid >= ${from - first} and raw.rowid < ${to - first}
    ) v on v.row = r.row
    left join (${extensionList}) x on x.row = r.row
    ${children.join('\n')}`;
}
