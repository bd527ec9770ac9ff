import type { Database } from '../catalogue/database.ts';
import type { InterpretContext } from '../interpret/interpreter.ts';
import type { SourceTable } from '../source/source.ts';

/** What the stages of one dataset's part share: the working database and what is known of the source. */
export interface Stage {
  readonly database: Database;
  /** Where files may be written that DuckDB reads; private. */
  readonly workFolder: string;
  /** Results of interpretation by distinct value; private. */
  readonly cacheFolder: string;
  readonly datasetKey: string;
  readonly datasetIri: string;
  readonly tables: readonly SourceTable[];
  /** The number of the first record of each core table, by its ordinal; filled by loadTables. */
  readonly firstRows: Map<number, number>;
  readonly context: InterpretContext;
  readonly signal: AbortSignal | undefined;
  readonly onStep: (step: string) => void;
}

/** Rows of a row group in a part's files: what is read at a time. */
export const ROW_GROUP = 61_440;

/** How a part's tables are written. A higher level of compression takes longer and saves little. */
export const PARQUET = `(format parquet, compression zstd, compression_level 1, row_group_size ${ROW_GROUP})`;

/** Core tables with their ordinal among the source's tables. */
export function coresOf(tables: readonly SourceTable[]): (readonly [ordinal: number, table: SourceTable])[] {
  return [...tables.entries()].filter(([, { role }]) => role === 'core');
}

export function extensionsOf(tables: readonly SourceTable[]): (readonly [ordinal: number, table: SourceTable])[] {
  return [...tables.entries()].filter(([, { role }]) => role === 'extension');
}
