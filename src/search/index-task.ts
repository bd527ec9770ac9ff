import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { textsOf, type Pack } from '../catalogue/database.ts';
import { Edition } from '../catalogue/edition.ts';
import { ByteOrder } from './byte-order.ts';
import { patchColumn, type ChangedRows } from './column-patch.ts';
import { ColumnWriter } from './column-writer.ts';
import { CERTAIN_COUNTRY, CERTAIN_COUNTRY_SOURCE, INDEX_COLUMNS, type ColumnSource } from './index-columns.ts';
import { allocateCodes, IndexFileReader, IndexFileWriter, type ColumnEntry, type Sections } from './index-file.ts';
import { TextIndexWriter } from './text-index-writer.ts';
import { textSources, type TextSource } from './text-sources.ts';
import { writeTree } from './tree-writer.ts';

/** A share of an index, written by one thread. */
export interface IndexTask {
  /** The edition's folder, with its `index` folder. */
  readonly folder: string;
  readonly share: IndexShare;
  /** Gets the name of each step as it begins. */
  readonly progress?: MessagePort;
}

export type IndexShare =
  | { readonly kind: 'words' }
  | { readonly kind: 'keys' }
  /** Columns by name; `file` tells their files from those of other shares. */
  | { readonly kind: 'columns'; readonly names: readonly string[]; readonly file: string }
  | PatchShare;

/** A column of the index in the folder `from`, of which some rows have other values. */
interface PatchShare {
  readonly kind: 'patch';
  readonly name: string;
  readonly from: string;
  readonly changed: ChangedRows;
  readonly file: string;
}

export interface IndexShareResult {
  readonly sections: Sections;
  readonly columns: Readonly<Record<string, ColumnEntry>>;
  readonly terms?: number;
  readonly keyWidth?: number;
}

/** Columns that are read in one pass: their codes are in memory together. */
const COLUMNS_A_PASS = 6;
/** Rows whose packed texts are in memory together. */
const COLUMN_SLICE = 524_288;
const WORD_SLICE = 131_072;

/** What DuckDB may use in each thread. */
const MEMORY_IN_MB = 1024;

interface Work {
  readonly edition: Edition;
  readonly writer: IndexFileWriter;
  readonly onStep: (step: string) => void;
}

/** Writes a share of an edition's index. Runs in a worker thread of its own, or here where there are few records. */
export default async function writeShare({ folder, share, progress }: IndexTask): Promise<IndexShareResult> {
  if (share.kind === 'patch') {
    progress?.close();
    return writePatch(folder, share);
  }
  await using edition = await Edition.open(folder, { threads: 1, keepsOrder: true, memoryLimitInMb: MEMORY_IN_MB });
  const suffix = share.kind === 'columns' ? share.file : '';
  const writer = new IndexFileWriter(edition.indexFolder, suffix);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  const work: Work = { edition, writer, onStep: (step) => progress?.postMessage(step) };
  try {
    const result = await writeKind(work, share);
    writer.dispose();
    return { columns: {}, ...result, sections: writer.sections };
  } finally {
    writer.dispose();
    progress?.close();
  }
}

function writePatch(folder: string, { name, from, changed, file }: PatchShare): IndexShareResult {
  const writer = new IndexFileWriter(join(folder, 'index'), file);
  const reader = new IndexFileReader(from);
  try {
    const columns = { [name]: patchColumn({ reader, writer, name, changed }) };
    writer.dispose();
    return { columns, sections: writer.sections };
  } finally {
    reader.close();
    writer.dispose();
  }
}

async function writeKind(
  work: Work,
  share: Exclude<IndexShare, PatchShare>,
): Promise<Omit<Partial<IndexShareResult>, 'sections'>> {
  switch (share.kind) {
    case 'words':
      return { terms: await writeWords(work) };
    case 'keys':
      return { keyWidth: await writeKeys(work) };
    case 'columns':
      return { columns: await writeColumns(work, share.names) };
  }
}

async function writeColumns(work: Work, names: readonly string[]): Promise<Record<string, ColumnEntry>> {
  const entries: Record<string, ColumnEntry> = {};
  const sources = INDEX_COLUMNS.filter(({ name }) => names.includes(name));
  for (const [table, list] of Map.groupBy(sources, (source) => source.table)) {
    for (let from = 0; from < list.length; from += COLUMNS_A_PASS) {
      const pass = list.slice(from, from + COLUMNS_A_PASS);
      work.onStep(pass.map(({ name }) => name).join(', '));
      await writePass(work, { table, sources: pass, entries });
    }
  }
  return entries;
}

async function writePass(
  { edition, writer }: Work,
  pass: {
    readonly table: string;
    readonly sources: readonly ColumnSource[];
    readonly entries: Record<string, ColumnEntry>;
  },
): Promise<void> {
  const { records } = edition.manifest;
  const certainOf = pass.sources.findIndex(({ name }) => name === 'country');
  const sources = certainOf < 0 ? pass.sources : [...pass.sources, CERTAIN_COUNTRY_SOURCE];
  const columns = pass.sources.map(({ many }) => new ColumnWriter(records, many));
  const certain: (readonly [rows: Int32Array, codes: readonly string[]])[] = [];
  const values = sources.map(({ value }) => value);
  for (const slice of edition.slices(COLUMN_SLICE)) {
    for (const pack of await edition.database.packs(edition.sliceSql(pass.table, slice), 'rid', values)) {
      columns.forEach((column, index) => column.add(pack.rows, textsOf(pack, pack.columns[index]!)));
      if (certainOf >= 0) certain.push([pack.rows, textsOf(pack, pack.columns.at(-1)!)]);
    }
  }
  for (const [index, source] of pass.sources.entries()) {
    const { codeOf, ...entry } = columns[index]!.write({ writer, ...source });
    pass.entries[source.name] = entry;
    if (source.tree !== undefined)
      await writeTree({ database: edition.database, writer, table: source.tree, name: source.name, codeOf });
    if (index !== certainOf) continue;
    const codes = allocateCodes(records, entry.distinct);
    for (const [rows, texts] of certain) {
      for (let at = 0; at < rows.length; at++) if (texts[at] !== '') codes[rows[at]!] = codeOf(texts[at]!);
    }
    writer.add(CERTAIN_COUNTRY, codes);
  }
}

async function writeWords({ edition, writer, onStep }: Work): Promise<number> {
  const { records, sources } = edition.manifest;
  const text = new TextIndexWriter({ writer, records });
  try {
    const tables = Map.groupBy(textSources(sources), ({ table }) => table);
    for (const slice of edition.slices(WORD_SLICE)) {
      onStep(`words ${slice.dataset.first + slice.from} of ${records}`);
      const packs = new Map<TextSource['table'], readonly Pack[]>();
      for (const [table, list] of tables) {
        const from =
          typeof table === 'string' ? edition.sliceSql(table, slice) : edition.verbatimSliceSql(table, slice);
        if (from === undefined) continue;
        const values = list.map(({ value }) => value);
        packs.set(table, await edition.database.packs(from, 'rid', values));
      }
      addWords({ text, packs, tables });
    }
    onStep('words: merging');
    return text.finish();
  } finally {
    text.dispose();
  }
}

/** Brings the packs of all tables together, a pack of the records at a time. */
function addWords(options: {
  readonly text: TextIndexWriter;
  readonly packs: ReadonlyMap<TextSource['table'], readonly Pack[]>;
  readonly tables: ReadonlyMap<TextSource['table'], readonly TextSource[]>;
}): void {
  const { text, packs, tables } = options;
  const next = new Map([...packs.keys()].map((table) => [table, 0]));
  for (const { rows } of packs.get('record') ?? []) {
    const end = rows.at(-1)! + 1;
    const texts = [...packs].flatMap(([table, list]) => {
      const index = next.get(table)!;
      const pack = list[index];
      if (pack === undefined || pack.rows[0]! >= end) return [];
      next.set(table, index + 1);
      return tables.get(table)!.map(({ weight }, column) => ({ pack, column: pack.columns[column]!, weight }));
    });
    text.add(
      rows[0]!,
      end,
      texts.toSorted((a, b) => b.weight - a.weight),
    );
  }
}

/** Keys in their order, each padded to the longest one's width, the rows that have them, and each row's place among them. */
async function writeKeys({ edition, writer, onStep }: Work): Promise<number> {
  const { records } = edition.manifest;
  onStep('keys');
  const parts: Buffer[] = [];
  const ends = new Uint32Array(records);
  let [length, width, index] = [0, 1, 0];
  for (const slice of edition.slices(COLUMN_SLICE)) {
    for (const pack of await edition.database.packs(edition.sliceSql('record', slice), 'rid', ['key'])) {
      for (const key of textsOf(pack, pack.columns[0]!)) {
        const bytes = Buffer.byteLength(key);
        width = Math.max(width, bytes);
        length += bytes;
        ends[index++] = length;
      }
      parts.push(Buffer.from(pack.columns[0]!.filter((byte) => byte !== 0)));
    }
  }
  const blob = Buffer.concat(parts, length);
  const rows = new ByteOrder(blob, ends).order();
  const places = new Uint32Array(records);
  const texts = Buffer.alloc(records * width);
  for (let place = 0; place < records; place++) {
    const row = rows[place]!;
    places[row] = place;
    blob.copy(texts, place * width, row === 0 ? 0 : ends[row - 1]!, ends[row]);
  }
  writer.add('keys/rows', rows, 'keys.bin');
  writer.add('keys/places', places, 'keys.bin');
  writer.add('keys/texts', texts, 'keys.bin');
  return width;
}
