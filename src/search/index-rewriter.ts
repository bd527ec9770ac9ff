import { join } from 'node:path';
import { Edition } from '../catalogue/edition.ts';
import { linkedSql } from '../catalogue/linked-tables.ts';
import { shareFile } from '../catalogue/share-file.ts';
import { patchColumn, type ChangedRows } from './column-patch.ts';
import { INDEX_COLUMNS, type ColumnSource } from './index-columns.ts';
import { IndexFileReader, IndexFileWriter, readDirectory, writeDirectory, type IndexDirectory } from './index-file.ts';
import type { IndexShare } from './index-task.ts';
import { writeShares, type WriteIndexOptions } from './index-writer.ts';

/** With more changed rows than this share of all, a column is written anew. */
const MOST_PATCHED_SHARE = 0.1;

/** Linked tables whose rows are others than in another edition, by name; and of which records (`rid`), where that is known. */
export type ChangedTables = ReadonlyMap<string, readonly number[] | undefined>;

/**
 * Writes the index of an edition whose records are those of another edition, but for what comes from some of its tables: their columns
 * are written, all else is taken over from the other index by hard link. Answers false, and writes nothing, where that has not the
 * same columns.
 */
export async function rewriteColumns(
  options: WriteIndexOptions & {
    /** The other edition's folder. */
    readonly previous: string;
    readonly tables: ChangedTables;
  },
): Promise<boolean> {
  const { edition, previous, tables, records, onProgress } = options;
  const [from, to] = [join(previous, 'index'), join(edition, 'index')];
  const directory = readDirectory(from);
  if (directory === undefined || !hasColumnsOfToday(directory)) return false;
  const sources = INDEX_COLUMNS.filter(({ table }) => tables.has(table) && tables.get(table)?.length !== 0);
  const isNew = (section: string) => sources.some(({ name }) => section.startsWith(`${name}/`));
  const sections = Object.fromEntries(Object.entries(directory.sections).filter(([section]) => !isNew(section)));
  const files = new Set(Object.values(sections).map(({ file }) => file));
  for (const file of files) shareFile(join(from, file), join(to, file));
  const suffix = freeSuffix(files);
  const patched = sources.filter(({ table, dictionary, tree }) => {
    const rows = tables.get(table);
    return (
      rows !== undefined && rows.length <= records * MOST_PATCHED_SHARE && dictionary === 'text' && tree === undefined
    );
  });
  onProgress?.(patched.map(({ name }) => name).join(', '));
  const writer = new IndexFileWriter(to, suffix);
  const columns = {
    ...directory.columns,
    ...(await patchColumns(writer, { from, edition, tables, sources: patched })),
  };
  const anew = sources.filter((source) => !patched.includes(source));
  const results = await writeShares(options, () =>
    anew.map(({ name }, part): IndexShare => ({ kind: 'columns', names: [name], file: `${suffix}-${part}` })),
  );
  writeDirectory(to, {
    ...directory,
    columns: Object.assign(columns, ...results.map((result) => result.columns)) as IndexDirectory['columns'],
    sections: Object.assign(
      sections,
      writer.sections,
      ...results.map((result) => result.sections),
    ) as IndexDirectory['sections'],
  });
  return true;
}

async function patchColumns(
  writer: IndexFileWriter,
  work: {
    /** The other index. */
    readonly from: string;
    readonly edition: string;
    readonly tables: ChangedTables;
    readonly sources: readonly ColumnSource[];
  },
): Promise<IndexDirectory['columns']> {
  const { from, tables, sources } = work;
  if (sources.length === 0) return {};
  await using edition = await Edition.open(work.edition, { threads: 1, keepsOrder: true });
  const reader = new IndexFileReader(from);
  try {
    const columns: Record<string, IndexDirectory['columns'][string]> = {};
    for (const source of sources) {
      const changed = await readValues(edition, source, tables.get(source.table)!);
      columns[source.name] = patchColumn({ reader, writer, name: source.name, changed });
    }
    return columns;
  } finally {
    reader.close();
    writer.dispose();
  }
}

/** The values of some rows of a linked table, each once, in the table's order. */
async function readValues(
  { database, folder }: Edition,
  { table, value, many }: ColumnSource,
  rows: readonly number[],
): Promise<ChangedRows> {
  const changed = new Map<number, string[]>(rows.map((row) => [row, []]));
  // What changed beside a file is of rows that come from there only.
  const sql = `select rid, ${value} as value from ${linkedSql(folder, table)} where rid in (select unnest([${rows.join(', ')}]))`;
  for await (const [rids, values] of database.chunks(sql))
    for (const [at, rid] of rids!.entries()) {
      const text = values![at] as string | null;
      const own = changed.get(rid as number)!;
      if (text === null || text === '' || own.includes(text)) continue;
      // Of a column with one value a row, the last counts.
      if (!many) own.length = 0;
      own.push(text);
    }
  return changed;
}

function hasColumnsOfToday({ columns }: IndexDirectory): boolean {
  return INDEX_COLUMNS.length === Object.keys(columns).length && INDEX_COLUMNS.every(({ name }) => name in columns);
}

/** A name for new files beside those that are taken over. */
function freeSuffix(files: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const suffix = `-again${number}`;
    if (![...files].some((file) => file.includes(`${suffix}.`) || file.includes(`${suffix}-`))) return suffix;
  }
}
