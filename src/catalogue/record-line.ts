import type { Issue } from '../model/issue.ts';
import type { CatalogueRecord, VerbatimCell, VerbatimExtension } from '../model/record.ts';
import type { ChildName } from '../vocabulary/children.ts';
import type { RecordType } from '../vocabulary/kinds.ts';
import type { SourceManifest } from './manifest.ts';

type Cell = string | null;

/**
 * A record as one line of JSON in the record store. Values are an array under their source's columns, so that headers
 * are not repeated in each record; sources are numbered within the dataset, so that editions can share the file.
 */
export interface RecordLine {
  readonly key: string;
  readonly recordType: RecordType;
  readonly source: number;
  readonly file: number;
  readonly line: number;
  readonly stateHash: string;
  readonly values: readonly Cell[];
  readonly extensions:
    | readonly {
        readonly source: number;
        readonly file: number;
        readonly values: readonly Cell[];
      }[]
    | null;
  readonly record: Readonly<Record<string, unknown>>;
  readonly issues: readonly Issue[] | null;
  readonly children: Readonly<Partial<Record<ChildName, readonly Readonly<Record<string, unknown>>[] | null>>>;
}

/** The record of a line of its dataset's store; `sources` are the dataset's own, in their order. */
export function decodeRecord(text: string, datasetKey: string, sources: readonly SourceManifest[]): CatalogueRecord {
  const line = JSON.parse(text) as RecordLine;
  const core = sources[line.source];
  return {
    key: line.key,
    datasetKey,
    recordType: line.recordType,
    source: { file: core?.files[line.file] ?? '', line: line.line },
    stateHash: line.stateHash,
    verbatim: cellsOf(line.values, core),
    extensions: extensionsOf(line, sources),
    interpreted: present(line.record) as CatalogueRecord['interpreted'],
    children: Object.fromEntries(
      Object.entries(line.children).flatMap(([name, rows]) =>
        rows === null || rows.length === 0 ? [] : [[name, rows.map(present)]],
      ),
    ),
    issues: (line.issues ?? []).map((issue) => present(issue) as unknown as Issue),
  };
}

function cellsOf(values: readonly Cell[], source: SourceManifest | undefined): VerbatimCell[] {
  return values.flatMap((value, position): VerbatimCell[] => {
    const column = source?.columns[position];
    if (value === null || column === undefined) return [];
    return [{ header: column.header, ...(column.term === undefined ? {} : { term: column.term }), value }];
  });
}

function extensionsOf(line: RecordLine, sources: readonly SourceManifest[]): VerbatimExtension[] {
  const bySource = new Map<number, { rowType: string; file: string; rows: VerbatimCell[][] }>();
  for (const row of line.extensions ?? []) {
    const source = sources[row.source];
    let extension = bySource.get(row.source);
    if (extension === undefined) {
      extension = { rowType: source?.rowType ?? '', file: source?.files[row.file] ?? '', rows: [] };
      bySource.set(row.source, extension);
    }
    extension.rows.push(cellsOf(row.values, source));
  }
  return [...bySource.values()];
}

/** Without the names that have no value. */
function present(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}
