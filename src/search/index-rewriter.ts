import { join } from 'node:path';
import { Edition } from '../catalogue/edition.ts';
import { linkedSql } from '../catalogue/linked-tables.ts';
import { shareFile } from '../catalogue/share-file.ts';
import { CodedColumn } from './coded-column.ts';
import type { ChangedRows } from './column-patch.ts';
import { TextDictionary } from './dictionaries.ts';
import { INDEX_COLUMNS, type ColumnSource } from './index-columns.ts';
import { IndexFileReader, readDirectory, writeDirectory, type IndexDirectory } from './index-file.ts';
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
  const patchable = sources.filter(({ table, dictionary, tree }) => {
    const rows = tables.get(table);
    return (
      rows !== undefined && rows.length <= records * MOST_PATCHED_SHARE && dictionary === 'text' && tree === undefined
    );
  });
  const reader = new IndexFileReader(from);
  try {
    onProgress?.(patchable.map(({ name }) => name).join(', '));
    const patches = await readPatches(reader, { edition, tables, sources: patchable });
    const anew = sources.filter((source) => !patchable.includes(source));
    const written = [...patches.keys(), ...anew.map(({ name }) => name)];
    const isNew = (section: string) => written.some((name) => section.startsWith(`${name}/`));
    const sections = Object.fromEntries(Object.entries(directory.sections).filter(([section]) => !isNew(section)));
    const files = new Set(Object.values(sections).map(({ file }) => file));
    for (const file of files) shareFile(join(from, file), join(to, file));
    const suffix = freeSuffix(files);
    const results = await writeShares(options, () => [
      ...[...patches].map(([name, changed], part): IndexShare => ({
        kind: 'patch',
        name,
        from,
        changed,
        file: `${suffix}-patch${part}`,
      })),
      ...anew.map(({ name }, part): IndexShare => ({ kind: 'columns', names: [name], file: `${suffix}-${part}` })),
    ]);
    writeDirectory(to, {
      ...directory,
      columns: Object.assign(
        {},
        directory.columns,
        ...results.map((result) => result.columns),
      ) as IndexDirectory['columns'],
      sections: Object.assign(sections, ...results.map((result) => result.sections)) as IndexDirectory['sections'],
    });
  } finally {
    reader.close();
  }
  return true;
}

/** The values of changed rows in those columns of which one has another value now, by the column's name. */
async function readPatches(
  reader: IndexFileReader,
  work: { readonly edition: string; readonly tables: ChangedTables; readonly sources: readonly ColumnSource[] },
): Promise<ReadonlyMap<string, ChangedRows>> {
  const patches = new Map<string, ChangedRows>();
  if (work.sources.length === 0) return patches;
  await using edition = await Edition.open(work.edition, { threads: 1, keepsOrder: true });
  for (const [table, sources] of Map.groupBy(work.sources, (source) => source.table)) {
    const changes = await readValues(edition, { table, sources, rows: work.tables.get(table)! });
    for (const [name, changed] of changes) if (differs(reader, name, changed)) patches.set(name, changed);
  }
  return patches;
}

/** The values of some rows of a linked table, each once, in the table's order, by the name of the column. */
async function readValues(
  { database, folder }: Edition,
  {
    table,
    sources,
    rows,
  }: { readonly table: string; readonly sources: readonly ColumnSource[]; readonly rows: readonly number[] },
): Promise<ReadonlyMap<string, ChangedRows>> {
  const changes = sources.map(() => new Map<number, string[]>(rows.map((row) => [row, []])));
  // What changed beside a file is of rows that come from there only.
  const sql = `select rid, ${sources.map(({ value }) => value).join(', ')} from ${linkedSql(folder, table)}
    where rid in (select unnest([${rows.join(', ')}]))`;
  for await (const [rids, ...columns] of database.chunks(sql))
    for (const [at, rid] of rids!.entries())
      for (const [index, { many }] of sources.entries()) {
        const text = columns[index]![at] as string | null;
        const own = changes[index]!.get(rid as number)!;
        if (text === null || text === '' || own.includes(text)) continue;
        // Of a column with one value a row, the last counts.
        if (!many) own.length = 0;
        own.push(text);
      }
  return new Map(sources.map(({ name }, index) => [name, changes[index]!]));
}

/** Whether one of the rows has other values than in the index. */
function differs(reader: IndexFileReader, name: string, changed: ChangedRows): boolean {
  const column = new CodedColumn(reader, name, reader.directory.columns[name]!);
  const texts = new TextDictionary(reader, name);
  for (const [row, values] of changed) {
    const codes = column.codesOf(row);
    if (codes.length !== values.length || codes.some((code, at) => texts.get(code) !== values[at])) return true;
  }
  return false;
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
