import { join } from 'node:path';
import { quoteLiteral } from '../catalogue/database.ts';
import type { SourceTable } from '../source/source.ts';
import { CHILD_NAMES } from '../vocabulary/children.ts';
import { protectionJoin, type Protection } from './protect-stage.ts';
import { coresOf, extensionsOf, type Stage } from './stage.ts';
import { writeRecords } from './record-lines.ts';
import { cellsSql } from './state-stage.ts';

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
    const sql = `select ${row} as row, raw.line, raw.file, ${namedCells(protections, table)} from raw_${ordinal} raw ${protectionJoin(protections, row)}`;
    await copy(sql, `verbatim-${ordinal}.parquet`);
  }
  for (const [ordinal, table] of extensionsOf(stage.tables)) {
    const sql = `select e.row, raw.line, raw.file, ${namedCells(protections, table)} from extension_${ordinal} e
      join raw_${ordinal} raw on raw.rowid = e.rawRow ${protectionJoin(protections, 'e.row')}`;
    await database.run(`create table verbatim_${ordinal} as select * from (${sql}) order by row, file, line`);
    await copy(`select * from verbatim_${ordinal}`, `verbatim-${ordinal}.parquet`);
  }
  await writeRecords(stage, protections, join(folder, 'records.sqlite'));
}

function namedCells(protections: readonly Protection[], table: SourceTable): string {
  return cellsSql(protections, table)
    .map((cell, position) => `${cell} as c${position}`)
    .join(', ');
}
