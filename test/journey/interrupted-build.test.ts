import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { smallFolder } from '../fixture/small-node.ts';

const main = join(import.meta.dirname, '../../src/cli/main.ts');
let folder: string;
beforeEach(() => {
  folder = smallFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a build in a process of its own and sends it a signal once it has begun to write an edition's index. */
async function interruptBuild(
  signal: NodeJS.Signals,
): Promise<{ code: number | null; signal: NodeJS.Signals | null; isEarly: boolean }> {
  const child = spawn(process.execPath, [main, 'build', '--node', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let isEarly = true;
  const editions = pathsOf(folder).editions;
  const watch = setInterval(() => {
    if (existsSync(editions) && readdirSync(editions).some((name) => name.startsWith('.building'))) {
      isEarly = false;
      clearInterval(watch);
      child.kill(signal);
    }
  }, 2);
  return new Promise((resolve) => {
    child.once('exit', (code, received) => {
      clearInterval(watch);
      resolve({ code, signal: received, isEarly });
    });
  });
}

function remains(): string[] {
  const paths = pathsOf(folder);
  return [paths.editions, paths.parts, paths.work]
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
    .filter((path) => path.includes('.building') || path.startsWith(paths.work));
}

test.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)(
  'after %s the published edition is as it was and the next build works',
  { timeout: 120_000 },
  async (signal) => {
    const first = await buildEdition(folder);
    const occurrences = join(folder, 'exports/herbarium/occurrence.txt');
    writeFileSync(occurrences, readFileSync(occurrences, 'utf8').replace('Locality 15', 'Port Famine'));
    const end = await interruptBuild(signal);
    expect(end.isEarly).toBe(false);
    expect(end.code).not.toBe(0);
    expect(readFileSync(pathsOf(folder).current, 'utf8').trim()).toBe(first.edition.name);
    if (signal !== 'SIGKILL') expect(remains()).toEqual([]);

    const second = await buildEdition(folder);
    expect(second.changes.find(({ datasetKey }) => datasetKey === 'herbarium')).toMatchObject({
      changed: 1,
      added: 0,
      removed: 0,
    });
    expect(remains()).toEqual([]);
  },
);

test('two builds of one node do not run at once', async () => {
  await buildEdition(folder);
  writeFileSync(join(pathsOf(folder).catalogue, 'build.lock'), String(process.ppid));
  await expect(buildEdition(folder)).rejects.toThrow(/Another build of this node is running/u);
});
