import type { PlannedColumn } from './column-plan.ts';
import type { DelimitedTable } from './delimited-table.ts';
import type { Ledger } from './ledger.ts';
import { RowScanner } from './row-scanner.ts';
import type { Row } from './row.ts';
import { readUtf8 } from './text-input.ts';

/** Characters of core rows that are held in memory for their occurrences. */
const MEMORY_LIMIT = 128 * 1024 * 1024;

/**
 * Columns of core rows as columns of the rows that name them: those whose terms the rows lack themselves.
 * Beyond 128 million characters of core rows there are none, and a notice says so.
 */
export async function inheritColumns(options: {
  readonly core: DelimitedTable;
  readonly own: ReadonlySet<string>;
  /** The cell by which a row names its core row. */
  readonly coreIdentifier: number;
  readonly ledger: Ledger;
}): Promise<readonly PlannedColumn<Row>[]> {
  const { core, own, coreIdentifier } = options;
  const columns = core.columns.filter(({ column }) => column.term !== undefined && !own.has(column.term));
  if (core.identifier < 0 || columns.length === 0) return [];
  const rows = new Map<string, readonly string[]>();
  let held = 0;
  const remember = (row: Row): void => {
    const cells = columns.map(({ read }) => read(row));
    rows.set(row.text(core.identifier).trim(), cells);
    held += cells.reduce((sum, cell) => sum + cell.length, 0);
  };
  for (const { file, encoding, dialect } of core.files) {
    const scanner = new RowScanner(dialect, { row: remember, reject: () => undefined });
    for await (const chunk of readUtf8(file, { encoding })) {
      scanner.push(chunk);
      if (held > MEMORY_LIMIT) {
        options.ledger.notice({ file: file.name, message: 'too large for its occurrences to take over its columns' });
        return [];
      }
    }
    scanner.end();
  }
  return columns.map(({ column }, position) => ({
    column,
    index: -1,
    read: (row) => rows.get(row.text(coreIdentifier).trim())?.[position] ?? '',
  }));
}
