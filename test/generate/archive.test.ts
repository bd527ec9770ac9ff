import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateArchives } from '../../src/generate/archive.ts';
import { COLUMNS } from '../../src/generate/record.ts';
import { unpack } from '../../src/source/archive.ts';

const RECORDS = 300;
const folder = mkdtempSync(join(tmpdir(), 'collectome-generate-'));

afterAll(() => rmSync(folder, { recursive: true }));

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split('\t'));
}

async function filesOf(path: string): Promise<Map<string, string>> {
  const workFolder = mkdtempSync(join(folder, 'unpacked-'));
  const files = await unpack({ path, workFolder, container: 'zip' });
  return new Map(files.map((file) => [file.name, readFileSync(file.path, 'utf8')]));
}

async function generate(name: string, options: { seed?: number; datasets?: number; only?: number } = {}) {
  return generateArchives({ records: RECORDS, seed: 5, path: join(folder, name), ...options });
}

describe('a generated archive', () => {
  let files: Map<string, string>;
  beforeAll(async () => {
    const [path] = await generate('museum.zip');
    files = await filesOf(path!);
  });

  test('holds a core table and two extensions, as its meta.xml says', () => {
    expect([...files.keys()].toSorted()).toEqual([
      'eml.xml',
      'identification.txt',
      'meta.xml',
      'multimedia.txt',
      'occurrence.txt',
    ]);
    const rows = rowsOf(files.get('occurrence.txt')!);
    expect(rows).toHaveLength(RECORDS);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([COLUMNS.length]));
    const identifiers = new Set(rows.map(([id]) => id));
    expect(identifiers.size).toBe(RECORDS);
    for (const extension of ['identification.txt', 'multimedia.txt']) {
      const extended = rowsOf(files.get(extension)!);
      expect(extended.length).toBeGreaterThan(0);
      expect(extended.filter(([id]) => !identifiers.has(id))).toEqual([]);
    }
  });

  test('has the truth about each record beside it, and every collector that it names', () => {
    const read = (name: string) => rowsOf(gunzipSync(readFileSync(join(folder, name))).toString());
    const truth = read('museum.zip.truth.tsv.gz');
    expect(truth.map(([id]) => id)).toEqual(rowsOf(files.get('occurrence.txt')!).map(([id]) => id));
    const known = new Set(read('museum.zip.collectors.tsv.gz').map(([id]) => id));
    const named = truth.flatMap(([, collectors]) => collectors!.split('|').filter((id) => id !== ''));
    expect(named.length).toBeGreaterThan(RECORDS / 2);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('generating', () => {
  test('again with the same seed gives the same bytes, with another seed others', async () => {
    const [first] = await generate('first.zip');
    const [second] = await generate('second.zip');
    const [other] = await generate('other.zip', { seed: 6 });
    expect(hashOf(second!)).toBe(hashOf(first!));
    expect(hashOf(other!)).not.toBe(hashOf(first!));
  });

  test('several datasets spreads the same records over them', async () => {
    const [whole] = await generate('whole.zip');
    const parts = await generate('parts.zip', { datasets: 3 });
    expect(parts).toHaveLength(3);
    const cores = await Promise.all(parts.map(async (path) => rowsOf((await filesOf(path)).get('occurrence.txt')!)));
    expect(cores.flat()).toEqual(rowsOf((await filesOf(whole!)).get('occurrence.txt')!));
  });
});
