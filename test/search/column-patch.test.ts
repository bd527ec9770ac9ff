import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patchColumn } from '../../src/search/column-patch.ts';
import { ColumnWriter } from '../../src/search/column-writer.ts';
import { ITEM_SEPARATOR } from '../../src/search/index-columns.ts';
import { IndexFileReader, IndexFileWriter, writeDirectory, type ColumnEntry } from '../../src/search/index-file.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'collectome-patch-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Rows = readonly (readonly string[])[];
let runs = 0;

/** Writes into a folder of its own, and tells what is in its files. */
function written(work: (writer: IndexFileWriter) => ColumnEntry) {
  const path = join(folder, String(runs++));
  mkdirSync(path);
  const writer = new IndexFileWriter(path);
  const { dictionary, many, distinct } = work(writer);
  writer.dispose();
  const entry: ColumnEntry = { dictionary, many, distinct };
  const files = ['columns.bin', 'texts.bin'].map((file) => readFileSync(join(path, file)).toString('base64'));
  return { path, entry, files, sections: writer.sections };
}

function writeWhole(rows: Rows, many: boolean) {
  return written((writer) => {
    const column = new ColumnWriter(rows.length, many);
    column.add(
      Int32Array.from(rows.keys()),
      rows.map((values) => values.join(ITEM_SEPARATOR)),
    );
    return column.write({ writer, name: 'who', dictionary: 'text' });
  });
}

test.each([
  ['several values a row', true, 3],
  ['one value a row', false, 1],
])('with %s, what is patched is what is written of all', (_, many, most) => {
  // So many that codes take a byte and two.
  const value = fc.oneof(fc.constantFrom('a', 'Á', 'b 2', 'b 10', 'ü'), fc.integer({ min: 0, max: 400 }).map(String));
  const values = fc.uniqueArray(value, { maxLength: most });
  const column = fc.array(values, { minLength: 1, maxLength: 300 });
  const changes = fc.dictionary(fc.integer({ min: 0, max: 299 }).map(String), values, { maxKeys: 40 });
  fc.assert(
    fc.property(column, changes, (rows, changed) => {
      const own = new Map(Object.entries(changed).map(([row, list]) => [Number(row) % rows.length, list]));
      const before = writeWhole(rows, many);
      writeDirectory(before.path, {
        records: rows.length,
        columns: { who: before.entry },
        sections: before.sections,
        terms: 0,
        keyWidth: 1,
      });
      const after = writeWhole(
        rows.map((list, row) => own.get(row) ?? list),
        many,
      );
      const reader = new IndexFileReader(before.path);
      const patched = written((writer) => patchColumn({ reader, writer, name: 'who', changed: own }));
      reader.close();
      expect({ ...patched, path: '' }).toEqual({ ...after, path: '' });
    }),
    { seed: 11, numRuns: 60 },
  );
});
