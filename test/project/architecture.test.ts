import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Folder → folders that it may import, out of docs/architecture.md. */
function readTable(): Map<string, ReadonlySet<string>> {
  const rows = readFileSync(join(root, 'docs/architecture.md'), 'utf8').matchAll(
    /^\| ([\w/]+) \| [^|]+ \| ([^|]+) \|$/gmu,
  );
  return new Map(
    [...rows]
      .filter(([, folder]) => folder !== 'folder')
      .map(([, folder, allowed]) => {
        const names = allowed === 'nothing of ours' ? [] : (allowed ?? '').split(', ');
        return [folder ?? '', new Set(names.map((name) => (name === 'demo' ? name : `src/${name}`)))];
      }),
  );
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/u.test(path) && statSync(join(root, path)).isFile());
}

function folderOf(path: string, folders: Iterable<string>): string | undefined {
  return [...folders].find((folder) => path.startsWith(`${folder}/`));
}

const table = readTable();

describe('folders import only what docs/architecture.md allows', () => {
  test('the table names every folder of src', () => {
    const present = readdirSync(join(root, 'src')).map((name) => `src/${name}`);
    expect([...table.keys()].filter((folder) => folder.startsWith('src/')).toSorted()).toEqual(present.toSorted());
  });

  test.each([...table.keys()])('%s', (folder) => {
    const allowed = table.get(folder);
    const wrong = sourceFiles(folder).flatMap((path) => {
      const imports = readFileSync(join(root, path), 'utf8').matchAll(
        /(?:from|import|new URL\()\s*\(?['"](\.{1,2}\/[^'"]+)['"]/gu,
      );
      return [...imports].flatMap(([, target]) => {
        const imported = relative(root, resolve(root, dirname(path), target ?? ''));
        const other = folderOf(imported, table.keys());
        return other === undefined || other === folder || allowed?.has(other) === true
          ? []
          : [`${path} imports ${imported}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test('DuckDB is imported in src/catalogue alone', () => {
    const importing = sourceFiles('src').filter((path) => readFileSync(join(root, path), 'utf8').includes('@duckdb/'));
    expect(importing).toEqual(['src/catalogue/database.ts']);
  });
});

test('no source file is longer than 500 lines', () => {
  const long = ['src', 'web', 'demo', 'bench', 'test']
    .filter((folder) => statSync(join(root, folder), { throwIfNoEntry: false }) !== undefined)
    .flatMap(sourceFiles)
    .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > 501);
  expect(long).toEqual([]);
});
