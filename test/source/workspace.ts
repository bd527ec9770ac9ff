import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { SourceTable } from '../../src/source/source.ts';

const root = mkdtempSync(join(tmpdir(), 'collectome-source-'));
let count = 0;

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** An empty folder of the test's own. */
export function newFolder(): string {
  const folder = join(root, String(count++));
  mkdirSync(folder);
  return folder;
}

/** Writes files below a new folder and returns its path. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = newFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Writes one file and returns its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  return join(folderOf({ [name]: content }), name);
}

/** The rows of a clean file, by the rules that SourceTable states and no others. */
export function parseClean(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let position = 0;
  while (position < text.length) {
    const row: string[] = [];
    for (;;) {
      if (text[position] === '"') {
        const match = /"((?:[^"]|"")*)"/uy;
        match.lastIndex = position;
        const cell = match.exec(text);
        if (cell === null) throw new Error(`unclosed quote at ${position}`);
        row.push((cell[1] ?? '').replaceAll('""', '"'));
        position = match.lastIndex;
      } else {
        const match = /[^\t\n]*/uy;
        match.lastIndex = position;
        const cell = match.exec(text)?.[0] ?? '';
        if (/["\r]/u.test(cell)) throw new Error(`a cell that should be quoted: ${JSON.stringify(cell)}`);
        row.push(cell);
        position = match.lastIndex;
      }
      const separator = text[position++];
      if (separator === '\n') break;
      if (separator !== '\t') throw new Error(`neither tab nor line end at ${position}`);
    }
    rows.push(row);
  }
  return rows;
}

export function readClean(table: SourceTable | undefined): readonly (readonly string[])[] {
  if (table === undefined) throw new Error('there is no such table');
  return parseClean(readFileSync(table.cleanFile, 'utf8'));
}

/** The public cells of a table, without line, file, repairs and identifier. */
export function cellsOf(table: SourceTable | undefined): readonly (readonly string[])[] {
  return readClean(table).map((row) => row.slice(4));
}
