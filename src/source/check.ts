import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareSource } from './prepare.ts';
import type { Profile } from './profile.ts';
import {
  SourceError,
  type DatasetMetadata,
  type Notice,
  type PrivateColumn,
  type Rejection,
  type SourceFormat,
  type SourceTable,
} from './source.ts';

/** One table in a report of `collectome check`. */
interface CheckedTable extends Pick<
  SourceTable,
  'role' | 'rowType' | 'recordType' | 'child' | 'rowsRead' | 'rowsImported' | 'rowsRejected'
> {
  /** How many files hold it, and the first of them. */
  readonly fileCount: number;
  readonly firstFile: string;
  /** Names of terms that its columns or constants have. */
  readonly terms: readonly string[];
  /** Public columns without a term. */
  readonly otherColumns: readonly string[];
}

export type SourceReport =
  | {
      readonly kind: 'accepted';
      readonly format: SourceFormat;
      readonly metadata: DatasetMetadata;
      readonly tables: readonly CheckedTable[];
      readonly notices: readonly Notice[];
      /** Examples: the first 100. */
      readonly rejections: readonly Rejection[];
      readonly privateColumns: readonly PrivateColumn[];
    }
  | {
      readonly kind: 'refused';
      readonly reason: string;
      readonly file?: string;
      readonly line?: number;
      readonly mend?: string;
    };

/** Reads an export as an import would, and reports what it is and what is wrong with it. Nothing is kept. */
export async function checkSource(options: {
  readonly path: string;
  readonly profile?: Profile | undefined;
  readonly signal?: AbortSignal | undefined;
}): Promise<SourceReport> {
  const workFolder = await mkdtemp(join(tmpdir(), 'collectome-check-'));
  try {
    const prepared = await prepareSource({ ...options, workFolder });
    const { format, metadata, notices, rejections, privateColumns } = prepared;
    return {
      kind: 'accepted',
      format,
      metadata,
      tables: prepared.tables.map(toCheckedTable),
      notices,
      rejections,
      privateColumns,
    };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { message, file, line, mend } = error;
    return {
      kind: 'refused',
      reason: message,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
      ...(mend === undefined ? {} : { mend }),
    };
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

function toCheckedTable(table: SourceTable): CheckedTable {
  const { role, rowType, recordType, child, rowsRead, rowsImported, rowsRejected, files, columns, constants } = table;
  const terms = [...columns.flatMap(({ term }) => term ?? []), ...Object.keys(constants)];
  return {
    role,
    rowType,
    ...(recordType === undefined ? {} : { recordType }),
    ...(child === undefined ? {} : { child }),
    rowsRead,
    rowsImported,
    rowsRejected,
    fileCount: files.length,
    firstFile: files[0] ?? '',
    terms: [...new Set(terms)],
    otherColumns: columns.filter(({ term }) => term === undefined).map(({ header }) => header),
  };
}
