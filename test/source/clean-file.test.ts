import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CleanFile, CLEAN_ROW_LIMIT } from '../../src/source/clean-file.ts';
import { newFolder } from './workspace.ts';

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('"', "'", '\\', '\t', '\n', '\r', ' ', 'a', 'é', '你', '\u2028', '|'),
    maxLength: 10,
  }),
);

test('DuckDB reads from a clean file exactly what was written to it', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const folder = newFolder();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 }),
      async (table) => {
        const rows = table.map((row) => row.map((cell) => cell.toWellFormed().replaceAll('\0', '')));
        const path = join(folder, `${count++}.tsv`);
        const clean = new CleanFile(path);
        for (const [index, cells] of rows.entries())
          clean.writeTexts({ line: index + 1, file: 0, repairs: [], identifier: `id ${index}`, cells });
        clean.close();
        const result = await connection.runAndReadAll(
          `select * from read_csv('${path}', auto_detect = false, header = false, delim = '\t', quote = '"', escape = '"', nullstr = '',
         strict_mode = true, new_line = '\\n', columns = {line: 'BIGINT', file: 'INTEGER', repair: 'VARCHAR', id: 'VARCHAR', c0: 'VARCHAR', c1: 'VARCHAR', c2: 'VARCHAR'})`,
        );
        const read = result.getRows();
        expect(read.map((row) => row[3])).toEqual(rows.map((_, index) => `id ${index}`));
        expect(read.map((row) => row.slice(4))).toEqual(
          rows.map((cells) => cells.map((cell) => (cell.trim() === '' ? null : cell))),
        );
      },
    ),
    { seed: 17, numRuns: 100 },
  );
  connection.closeSync();
});

test('a row beyond the limit is not written, and the rows around it are whole', () => {
  const path = join(newFolder(), 'clean.tsv');
  const clean = new CleanFile(path);
  const row = (length: number): boolean =>
    clean.writeTexts({ line: 1, file: 0, repairs: [], identifier: 'a', cells: ['x'.repeat(length), 'y'] });
  expect([row(10), row(CLEAN_ROW_LIMIT), row(CLEAN_ROW_LIMIT / 2), row(10)]).toEqual([true, false, true, true]);
  clean.close();
  expect(clean.rows).toBe(3);
  expect(statSync(path).size).toBe(3 * '1\t0\t\ta\t\ty\n'.length + 20 + CLEAN_ROW_LIMIT / 2);
});
