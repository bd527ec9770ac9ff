import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COLUMNS, readOutcome, type Outcome } from './shared-archives.ts';
import { newFolder } from './workspace.ts';

const DATA = join(import.meta.dirname, '../../../shared/data');

const lines = readFileSync(join(import.meta.dirname, '../fixtures/expected.tsv'), 'utf8')
  .trimEnd()
  .split('\n');
const expected = lines.slice(1).map((line): Outcome => {
  const cells = line.split('\t');
  return Object.fromEntries(COLUMNS.map((name, index) => [name, cells[index] ?? ''])) as Outcome;
});

describe.skipIf(!existsSync(DATA))('archives of ../shared/data, as test/fixtures/expected.tsv has them', () => {
  test.each(expected)('$path', async (wanted) => {
    expect(await readOutcome({ name: wanted.path, path: join(DATA, wanted.path), workFolder: newFolder() })).toEqual(
      wanted,
    );
  });
});

test('read is always imported plus rejected', () => {
  const wrong = expected.filter(
    ({ rowsRead, rowsImported, rowsRejected }) => Number(rowsRead) !== Number(rowsImported) + Number(rowsRejected),
  );
  expect(wrong).toEqual([]);
});
