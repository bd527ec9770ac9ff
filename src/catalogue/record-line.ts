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
    children: childrenOf(line),
    issues: (line.issues ?? []).map((issue) => present({ ...issue }) as unknown as Issue),
  };
}

function childrenOf({ children }: RecordLine): CatalogueRecord['children'] {
  const kept: Partial<Record<ChildName, readonly Readonly<Record<string, unknown>>[]>> = {};
  for (const name in children) {
    const rows = children[name as ChildName];
    if (rows !== null && rows !== undefined && rows.length > 0) kept[name as ChildName] = rows.map(present);
  }
  return kept;
}

function cellsOf(values: readonly Cell[], source: SourceManifest | undefined): VerbatimCell[] {
  const cells: VerbatimCell[] = [];
  for (let position = 0; position < values.length; position++) {
    const value = values[position]!;
    const column = source?.columns[position];
    if (value === null || column === undefined) continue;
    const { header, term } = column;
    cells.push(term === undefined ? { header, value } : { header, term, value });
  }
  return cells;
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

/** Without the names that have no value; the same object where all have one. */
function present(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  let isWhole = true;
  for (const name in row) isWhole &&= hasValue(row[name]);
  if (isWhole) return row;
  const kept: Record<string, unknown> = {};
  for (const name in row) {
    const value = row[name];
    if (hasValue(value)) kept[name] = value;
  }
  return kept;
}

function hasValue(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}
