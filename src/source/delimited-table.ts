import { join } from 'node:path';
import { ChildFile } from './child-file.ts';
import type { ChildPlan } from './child-plan.ts';
import { CleanFile, TOO_LONG } from './clean-file.ts';
import type { PlannedColumn } from './column-plan.ts';
import { scanDelimited, type DelimitedFile, type Reading } from './delimited-file.ts';
import type { Row } from './row.ts';
import { REPAIRS, type RepairCode, type SourceTable } from './source.ts';

/** A table of one or more delimited files, and what is to become of it. */
export interface DelimitedTable {
  readonly description: Omit<
    SourceTable,
    'cleanFile' | 'columns' | 'files' | 'rowsRead' | 'rowsImported' | 'rowsRejected'
  >;
  readonly files: readonly DelimitedFile[];
  /** The cell of the (core) identifier; -1: rows have none. */
  readonly identifier: number;
  readonly columns: readonly PlannedColumn<Row>[];
  readonly children: readonly ChildPlan<Row>[];
  /** Rows that are read as part of another table and are none of this one. */
  readonly isElsewhere?: (row: Row) => boolean;
}

const EXCERPT_LENGTH = 200;

/** Writes the clean files of a table and of the nested rows that its profile takes out of it. */
export async function readDelimitedTable(
  table: DelimitedTable,
  options: { readonly workFolder: string; readonly name: string; readonly reading: Reading },
): Promise<readonly SourceTable[]> {
  const { ledger } = options.reading;
  const clean = new CleanFile(join(options.workFolder, `${options.name}.tsv`));
  const children = table.children.map(
    (plan) => new ChildFile(plan, join(options.workFolder, `${options.name}-${plan.name}.tsv`)),
  );
  const fileNames = table.files.map(({ file }) => file.name);
  let rejected = 0;
  let withoutIdentifier = 0;
  const { identifier, columns } = table;
  const isExtension = table.description.role === 'extension';
  try {
    for (const [file, delimited] of table.files.entries()) {
      const repairs = new Map<RepairCode, { count: number; readonly line: number }>();
      const onRow = (row: Row): void => {
        if (table.isElsewhere?.(row) === true) return;
        for (const code of row.repairs) {
          const known = repairs.get(code);
          if (known === undefined) repairs.set(code, { count: 1, line: row.line });
          else known.count++;
        }
        const isNameless = identifier >= 0 && row.isBlank(identifier);
        const reason = isExtension && isNameless ? 'the row names no core record' : undefined;
        if (reason !== undefined || !clean.writeRow(row, { file, identifier, columns })) {
          rejected++;
          const excerpt = row.texts().join(' ').slice(0, EXCERPT_LENGTH);
          ledger.reject({ file: delimited.file.name, line: row.line, reason: reason ?? TOO_LONG, excerpt });
          return;
        }
        if (isNameless) withoutIdentifier++;
        const { line, repairs: codes } = row;
        const name = identifier < 0 ? '' : row.text(identifier);
        for (const child of children) {
          child.write(row, { line, file, repairs: codes, identifier: name }, (reject) =>
            ledger.reject({ file: delimited.file.name, ...reject }),
          );
        }
      };
      const rejectedByScan = await scanDelimited(delimited, onRow, options.reading);
      rejected += rejectedByScan;
      for (const [code, { count, line }] of repairs)
        ledger.notice({ file: delimited.file.name, line, message: REPAIRS[code], count });
    }
  } finally {
    clean.close();
    for (const child of children) child.close();
  }
  if (withoutIdentifier > 0) {
    ledger.notice({ file: fileNames[0] ?? '', message: 'rows without an identifier', count: withoutIdentifier });
  }
  const core: SourceTable = {
    ...table.description,
    files: fileNames,
    columns: columns.map(({ column }) => column),
    cleanFile: clean.path,
    rowsRead: clean.rows + rejected,
    rowsImported: clean.rows,
    rowsRejected: rejected,
  };
  return [core, ...children.map((child) => child.table(fileNames))];
}
