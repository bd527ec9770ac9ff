import { join } from 'node:path';
import { quoteLiteral } from '../catalogue/database.ts';
import type { SourceTable } from '../source/source.ts';
import { CHILD_NAMES } from '../vocabulary/children.ts';
import { protectionJoin, type Protection } from './protect-stage.ts';
import type { RecordLinesTask } from './record-lines.ts';
import { coresOf, extensionsOf, PARQUET, type Stage } from './stage.ts';
import { cellsSql } from './state-stage.ts';

/**
 * Writes a part's tables into `folder`, all but record.parquet: one for each child table and source. Returns what is left to be done
 * without the working database: records.sqlite out of these tables.
 */
export async function writePartTables(
  stage: Stage,
  protections: readonly Protection[],
  folder: string,
): Promise<RecordLinesTask> {
  const { database, tables, workFolder } = stage;
  const copy = (sql: string, path: string) => database.run(`copy (${sql}) to ${quoteLiteral(path)} ${PARQUET}`);
  stage.onStep('writing tables');
  for (const child of CHILD_NAMES) await copy(`select * from child_${child}`, join(folder, `${child}.parquet`));
  for (const [ordinal, table] of coresOf(tables)) {
    const row = `(raw.rowid + ${stage.firstRows.get(ordinal) ?? 0})::integer`;
    const sql = `select ${row} as row, raw.line, raw.file, ${namedCells(protections, table)} from raw_${ordinal} raw ${protectionJoin(protections, row)}`;
    await copy(sql, join(folder, `verbatim-${ordinal}.parquet`));
  }
  for (const [ordinal, table] of extensionsOf(tables)) {
    const sql = `select e.row, raw.line, raw.file, ${namedCells(protections, table)} from extension_${ordinal} e
      join raw_${ordinal} raw on raw.rowid = e.rawRow ${protectionJoin(protections, 'e.row')}`;
    await copy(`select * from (${sql}) order by row, file, line`, join(folder, `verbatim-${ordinal}.parquet`));
  }
  return {
    folder,
    workFolder,
    sources: tables.map(({ role, columns, rowsImported }, ordinal) => {
      const from = stage.firstRows.get(ordinal);
      const rows = role === 'core' && from !== undefined ? { rows: { from, to: from + rowsImported } } : {};
      return { ordinal, columns: columns.length, ...rows };
    }),
  };
}

function namedCells(protections: readonly Protection[], table: SourceTable): string {
  return cellsSql(protections, table)
    .map((cell, position) => `${cell} as c${position}`)
    .join(', ');
}
