import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInFolder } from './terminal.ts';

const fixture = join(import.meta.dirname, '../fixture');
let folder: string;
const run = (...arguments_: string[]) => runInFolder(folder, arguments_);

async function answerOf(...arguments_: string[]): Promise<any> {
  const { code, stdout, stderr } = await run(...arguments_, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'collectome-cli-'));
  cpSync(join(fixture, 'herbarium'), join(folder, 'exports/herbarium'), { recursive: true });
  cpSync(join(fixture, 'workshop/objects.csv'), join(folder, 'exports/objects.csv'));
  cpSync(join(fixture, 'workshop.yaml'), join(folder, 'workshop.yaml'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a node from nothing', () => {
  test('a command in a folder that is no node says what to do', async () => {
    const { code, stderr } = await run('build');
    expect(stderr).toContain('Run `collectome init`');
    expect(code).toBe(1);
  });

  test('init makes a node, once', async () => {
    expect((await run('init', '--name', 'My museum')).stdout).toContain('Made the node “My museum”');
    expect((await run('init')).code).toBe(1);
    expect(readFileSync(join(folder, 'collectome.yaml'), 'utf8')).toContain('name: "My museum"');
  });

  test('nothing is served, searched or published before the first build', async () => {
    for (const command of [['serve', '--port', '0'], ['search', 'x'], ['show', 'k'], ['export']]) {
      const { code, stderr } = await run(...command);
      expect({ command, code }).toEqual({ command, code: 1 });
      expect(stderr).toContain('collectome build');
    }
    expect((await run('build')).stderr).toContain('collectome add');
  });

  test('add takes an export and its profile', async () => {
    const added = await answerOf('add', 'exports/herbarium', '--key', 'herbarium');
    expect(added).toMatchObject({ key: 'herbarium', path: 'exports/herbarium' });
    expect(added.iri).toMatch(/^urn:uuid:/u);
    expect((await run('add', 'exports/objects.csv', '--profile', 'workshop.yaml')).stdout).toContain('as “objects”');
    expect((await run('add', 'nowhere.csv')).stderr).toContain('nowhere.csv does not exist');
  });

  test('build counts every row and publishes', async () => {
    const built = await answerOf('build');
    expect(built).toMatchObject({ published: true, records: 45, objects: 45 });
    for (const { rowsRead, rowsImported, rowsRejected } of built.datasets) {
      expect(rowsRead).toBe(rowsImported + rowsRejected);
    }
    expect((await answerOf('status')).current).toBe(built.edition);
  });

  test('a preview is built but not published; publish does it, and back', async () => {
    const before = (await answerOf('status')).current;
    const preview = await answerOf('build', '--preview');
    expect(preview.published).toBe(false);
    expect((await answerOf('status')).current).toBe(before);
    await answerOf('publish', preview.edition);
    expect((await answerOf('status')).current).toBe(preview.edition);
    expect((await run('publish', before)).stdout).toContain(`Edition ${before} is published`);
    expect((await run('publish', '1999-01-01.1')).stderr).toContain('There is no edition “1999-01-01.1”');
  });

  test('the guard stops an edition that lost its records, and --force publishes it', async () => {
    const path = join(folder, 'exports/herbarium/occurrence.txt');
    const whole = readFileSync(path, 'utf8');
    const before = (await answerOf('status')).current;
    writeFileSync(path, `${whole.split('\n').slice(0, 21).join('\n')}\n`);
    const stopped = await run('build', '--json');
    expect(stopped.code).toBe(1);
    expect(JSON.parse(stopped.stdout)).toMatchObject({ published: false });
    expect((await answerOf('status')).current).toBe(before);
    expect((await run('build')).stderr).toContain('--force');
    expect(await answerOf('build', '--force')).toMatchObject({ published: true });
    writeFileSync(path, whole);
    expect(await answerOf('build')).toMatchObject({ published: true, records: 45 });
  });

  test('backup copies the node to a new folder only', async () => {
    const target = join(folder, '../', `${folder.split('/').at(-1)}-backup`);
    try {
      expect((await answerOf('backup', target)).folder).toBe(target);
      expect(existsSync(join(target, 'collectome.yaml'))).toBe(true);
      expect((await run('backup', target)).code).toBe(1);
    } finally {
      rmSync(target, { recursive: true, force: true });
    }
  });
});

describe('check and profile', () => {
  test('check reports what an export is, without importing it', async () => {
    const report = await answerOf('check', 'exports/objects.csv', '--profile', 'workshop.yaml');
    expect(report).toMatchObject({ kind: 'accepted', format: 'csv' });
    const { stdout, code } = await run('check', 'exports/herbarium');
    expect(code).toBe(0);
    expect(stdout).toMatch(/core object \(occurrence\.txt\): 40 rows read, 40 to import, 0 rejected/u);
  });

  test('what cannot be imported is refused with a reason and exit code 1', async () => {
    const { code, stdout } = await run('check', 'exports/objects.csv');
    expect(stdout).toContain('Refused: ');
    expect(code).toBe(1);
    expect((await run('check', 'exports/objects.csv', '--profile', 'none.yaml')).stderr).toContain(
      'none.yaml cannot be read',
    );
  });

  test('a proposed profile leaves private what looks private, and is never overwritten', async () => {
    const { stdout, stderr } = await run('profile', 'exports/objects.csv');
    expect(stdout).toContain('columns:');
    expect(stderr).toMatch(/private: Valuation: looks like a valuation/u);
    expect((await run('profile', 'exports/objects.csv', '--output', 'proposed.yaml')).code).toBe(0);
    expect((await run('profile', 'exports/objects.csv', '--output', 'proposed.yaml')).stderr).toContain(
      'never overwritten',
    );
  });
});

test('progress is a bar on a terminal, plain lines elsewhere, and nothing with --quiet', async () => {
  const plain = await run('build');
  expect(plain.stderr).toContain('importing herbarium\n');
  expect(plain.stderr).not.toContain('\u001b');
  const bars = await runInFolder(folder, ['build'], { isInteractive: true });
  expect(bars.stderr).toContain('\r\u001b[2K');
  expect(await run('build', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('an interrupted build ends with 130 and leaves the published edition', async () => {
  const before = (await answerOf('status')).current;
  const controller = new AbortController();
  controller.abort(new Error('stopped'));
  const { code, stderr } = await runInFolder(folder, ['build'], { signal: controller.signal });
  expect({ code, stderr: stderr.includes('Stopped.') }).toEqual({ code: 130, stderr: true });
  expect((await answerOf('status')).current).toBe(before);
  expect(await answerOf('build')).toMatchObject({ published: true });
});
