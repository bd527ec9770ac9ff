import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hashSource } from '../../src/ingest/source-hash.ts';

const folder = mkdtempSync(join(tmpdir(), 'collectome-source-hash-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kept = join(folder, 'kept.json');
const later = () => Date.now() + 60_000;

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Makes what is kept of a source tell that it was not read. */
function mark(path: string): void {
  const hashes = JSON.parse(readFileSync(kept, 'utf8')) as Record<string, { sha256: string }>;
  writeFileSync(kept, JSON.stringify({ ...hashes, [path]: { ...hashes[path], sha256: 'kept' } }));
}

describe('the hash of a source', () => {
  test('is that of its bytes, and an unchanged file is not read again', async () => {
    const path = fileOf('a.csv', 'id\n1\n');
    const sha256 = createHash('sha256').update('id\n1\n').digest('hex');
    expect(await hashSource(path, kept, later())).toEqual({ sha256, bytes: 5 });
    mark(path);
    expect((await hashSource(path, kept, later())).sha256).toBe('kept');
  });

  test('is taken anew of other content of the same length, and of a file in its place', async () => {
    const path = fileOf('b.csv', 'id\n1\n');
    await hashSource(path, kept, later());
    mark(path);
    writeFileSync(path, 'id\n2\n');
    const changed = await hashSource(path, kept, later());
    expect(changed.sha256).toBe(createHash('sha256').update('id\n2\n').digest('hex'));
    mark(path);
    rmSync(path);
    expect(await hashSource(fileOf('b.csv', 'id\n2\n'), kept, later())).toEqual(changed);
  });

  test('of a folder is of the names and contents of its files', async () => {
    const path = join(folder, 'archive');
    mkdirSync(path);
    fileOf('archive/meta.xml', '<archive/>');
    const one = await hashSource(path, kept, later());
    mark(path);
    expect((await hashSource(path, kept, later())).sha256).toBe('kept');
    fileOf('archive/more.csv', 'id\n');
    const more = await hashSource(path, kept, later());
    expect(more.sha256).not.toBe(one.sha256);
    expect(more.bytes).toBe(one.bytes + 3);
  });

  test('is not kept of what was written just now, nor believed where the memory is broken', async () => {
    const path = fileOf('c.csv', 'id\n1\n');
    await hashSource(path, kept);
    expect(readFileSync(kept, 'utf8')).not.toContain('c.csv');
    writeFileSync(kept, '{"broken');
    expect((await hashSource(path, kept, later())).bytes).toBe(5);
    expect(readFileSync(kept, 'utf8')).toContain('c.csv');
  });
});
