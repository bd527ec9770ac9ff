import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { generateArchives } from '../src/generate/archive.ts';

export const SEED = 20_261;

export interface Archives {
  readonly folder: string;
  readonly paths: readonly string[];
  /** The first dataset, with other content under the same identifiers. */
  readonly changed: string;
  /** Where the core tables lie unzipped. */
  readonly plain: string;
  /** How long it took; undefined where the files of a run before were taken. */
  readonly seconds: number | undefined;
}

interface ArchiveOptions {
  readonly work: string;
  readonly records: number;
  readonly datasets: number;
}

/** The archives to measure with: made anew, or taken over from a run before. */
export async function prepareArchives({ work, records, datasets }: ArchiveOptions): Promise<Archives> {
  const folder = join(work, `archives-${records}-${datasets}-${SEED}`);
  const plain = join(folder, 'plain');
  const stamp = join(folder, 'complete');
  let seconds: number | undefined;
  if (!existsSync(stamp)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(plain, { recursive: true });
    const started = performance.now();
    await generateArchives({ records, seed: SEED, datasets, path: join(folder, 'museum.zip') });
    seconds = (performance.now() - started) / 1000;
    const other = { records, seed: SEED + 1, datasets, only: 1 };
    await generateArchives({ ...other, path: join(folder, 'changed.zip') });
    for (const path of archivesIn(folder, 'museum')) {
      await unpackCore(path, join(plain, `occurrence-${/(\d+)\.zip$/u.exec(path)?.[1]}.txt`));
    }
    writeFileSync(stamp, '');
  }
  return { folder, plain, paths: archivesIn(folder, 'museum'), changed: archivesIn(folder, 'changed')[0]!, seconds };
}

function archivesIn(folder: string, name: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.startsWith(name) && file.endsWith('.zip'))
    .toSorted()
    .map((file) => join(folder, file));
}

async function unpackCore(path: string, target: string): Promise<void> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true });
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== 'occurrence.txt') continue;
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
    }
  } finally {
    zip.close();
  }
}
