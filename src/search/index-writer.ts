import type { Database } from '../catalogue/database.ts';
import type { SourceManifest } from '../catalogue/manifest.ts';
import { ColumnWriter } from './column-writer.ts';
import { CERTAIN_COUNTRY, INDEX_COLUMNS, type ColumnSource } from './index-columns.ts';
import { allocateCodes, IndexFileWriter, type ColumnEntry } from './index-file.ts';
import { TextIndexWriter } from './text-index-writer.ts';
import { textSources } from './text-sources.ts';

export interface WriteIndexOptions {
  /** With the edition's views (see Edition) in place. */
  readonly database: Database;
  /** The index's folder, empty. */
  readonly folder: string;
  readonly manifest: { readonly records: number; readonly sources: readonly SourceManifest[] };
  /** Called with the name of each column or text as it begins. */
  readonly onProgress?: (step: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Writes an edition's index: coded columns, words and keys. Values stream from DuckDB; a column at a time is in memory.
 * Without its directory, which is written last, a folder is no index.
 */
export async function writeIndex(options: WriteIndexOptions): Promise<void> {
  const { database, manifest, onProgress, signal } = options;
  const writer = new IndexFileWriter(options.folder);
  try {
    const columns: Record<string, ColumnEntry> = {};
    for (const source of INDEX_COLUMNS) {
      signal?.throwIfAborted();
      onProgress?.(source.name);
      columns[source.name] = await writeColumn({ database, writer, source, records: manifest.records });
    }
    const text = new TextIndexWriter({ writer, records: manifest.records });
    try {
      for (const source of manifest.records === 0 ? [] : textSources(manifest.sources)) {
        signal?.throwIfAborted();
        onProgress?.(`words of ${source.name}`);
        text.begin(source.weight);
        for await (const [rows, values] of database.chunks(source.sql)) {
          signal?.throwIfAborted();
          rows!.forEach((row, index) => text.add(row as number, values![index]));
        }
      }
      signal?.throwIfAborted();
      onProgress?.('words');
      const terms = text.finish();
      onProgress?.('keys');
      const keyWidth = await writeKeys(database, writer, manifest.records);
      writer.close({ records: manifest.records, columns, terms, keyWidth });
    } finally {
      text.dispose();
    }
  } finally {
    writer.dispose();
  }
}

async function writeColumn(options: {
  readonly database: Database;
  readonly writer: IndexFileWriter;
  readonly source: ColumnSource;
  readonly records: number;
}): Promise<ColumnEntry> {
  const { database, writer, source, records } = options;
  const column = new ColumnWriter(records, source.many);
  if (records > 0) {
    for await (const [rows, values] of database.chunks(source.sql)) {
      rows!.forEach((row, index) => {
        const value = values![index] as string | number | readonly (string | null)[];
        if (Array.isArray(value)) {
          for (const item of value as readonly (string | null)[]) {
            if (item !== null && item !== '') column.add(row as number, item);
          }
        } else if (value !== '') column.add(row as number, value as string | number);
      });
    }
  }
  const { codeOf, ...entry } = column.write({ writer, ...source });
  if (source.name === 'country') {
    const certain = allocateCodes(records, entry.distinct);
    if (records > 0) {
      const sql = 'select rid, countryCode from record where countryCode is not null';
      for await (const [rows, codes] of database.chunks(sql)) {
        rows!.forEach((row, index) => (certain[row as number] = codeOf(codes![index] as string)));
      }
    }
    writer.add(CERTAIN_COUNTRY, certain);
  }
  return entry;
}

/** Keys in their order, each padded to the longest one's width, the rows that have them, and each row's place among them. */
async function writeKeys(database: Database, writer: IndexFileWriter, records: number): Promise<number> {
  const rows = new Uint32Array(records);
  const places = new Uint32Array(records);
  if (records === 0) {
    writer.add('keys/rows', rows, 'keys.bin');
    writer.add('keys/places', places, 'keys.bin');
    writer.add('keys/texts', new Uint8Array(0), 'keys.bin');
    return 1;
  }
  const [longest] = await database.query<{ width: number }>('select max(strlen(key)) as width from record');
  const width = longest!.width;
  const texts = Buffer.alloc(records * width);
  let index = 0;
  for await (const [rids, keys] of database.chunks('select rid, key from record order by key')) {
    for (let at = 0; at < rids!.length; at++) {
      texts.write(keys![at] as string, index * width);
      places[rids![at] as number] = index;
      rows[index++] = rids![at] as number;
    }
  }
  writer.add('keys/rows', rows, 'keys.bin');
  writer.add('keys/places', places, 'keys.bin');
  writer.add('keys/texts', texts, 'keys.bin');
  return width;
}
