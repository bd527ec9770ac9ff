import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawPictures } from '../../demo/draw/draw-pictures.ts';
import { buildEdition } from '../ingest/build.ts';
import { addSource, initNode } from '../ingest/configuration.ts';
import { fetchMedia } from '../ingest/media.ts';
import { SOFTWARE } from '../model/software.ts';
import { CliError, type Invocation } from './command.ts';
import { Progress, toStage } from './progress.ts';
import { startServer } from './server.ts';

/** The museums as they were made for this; the IRIs are fixed so that addresses hold from one run to the next. */
const MUSEUMS = [
  { key: 'natural-history', path: 'natural-history' },
  { key: 'science-industry', path: 'science-industry' },
  { key: 'archive', path: 'archive/archive.csv' },
  { key: 'people', path: 'archive/people.csv' },
] as const;

/** Marks a folder as made by this command, so that it may be made anew. */
const STAMP = 'demo.json';

export async function run(invocation: Invocation): Promise<void> {
  const folder = invocation.terminal.resolve(invocation.text('folder') ?? '.demo');
  const port = invocation.number('port', { min: 0, max: 65_535 }) ?? 8080;
  const host = invocation.text('host') ?? '127.0.0.1';
  const base = `http://localhost:${port === 0 ? 8080 : port}`;
  const stamp = stampOf(base);
  if (readStamp(folder).stamp !== stamp) await makeNode(invocation, { folder, base, stamp });
  const server = await startServer({ folder, port, host });
  invocation.say(`Listening on ${server.address}`);
  await server.stopped(invocation.signal);
}

async function makeNode(
  invocation: Invocation,
  { folder, base, stamp }: { readonly folder: string; readonly base: string; readonly stamp: string },
): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, STAMP))) {
    throw new CliError(`${folder} is not empty and was not made by this command. Choose another with --folder.`);
  }
  const media = join(folder, 'media');
  const drawn = hashOf(['draw']);
  const isDrawn = readStamp(folder).drawn === drawn;
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name !== STAMP && !(isDrawn && name === 'media')) rmSync(join(folder, name), { recursive: true });
  }
  mkdirSync(folder, { recursive: true });
  using progress = new Progress(invocation.terminal, { silent: invocation.flag('quiet') });
  if (!isDrawn) {
    writeStamp(folder, {});
    progress.report({ stage: 'drawing pictures' });
    await drawPictures({ folder: join(media, 'pictures') });
  }
  writeStamp(folder, { drawn });
  initNode(folder, { name: 'Three small museums', base, language: 'en' });
  for (const { key, path } of MUSEUMS) {
    const profile = join(demoFolder(), 'profiles', `${key}.yaml`);
    addSource(folder, {
      key,
      iri: `urn:collectome:demo:${key}`,
      path: join(demoFolder(), 'museums', path),
      media,
      ...(existsSync(profile) ? { profile } : {}),
    });
  }
  await buildEdition(folder, {
    signal: invocation.signal,
    onProgress: (progressed) => progress.report(toStage(progressed)),
  });
  await fetchMedia(folder, {
    signal: invocation.signal,
    onProgress: (done, total) => progress.report({ stage: 'pictures', fraction: total === 0 ? 1 : done / total }),
  });
  writeStamp(folder, { stamp, drawn });
}

/** What of the folder is finished: the pictures that were drawn, and the node that was built from what. */
interface Stamp {
  readonly drawn?: string;
  readonly stamp?: string;
}

function readStamp(folder: string): Stamp {
  try {
    return JSON.parse(readFileSync(join(folder, STAMP), 'utf8')) as Stamp;
  } catch {
    return {};
  }
}

function writeStamp(folder: string, stamp: Stamp): void {
  writeFileSync(join(folder, STAMP), `${JSON.stringify(stamp)}\n`);
}

/** Another one when the museums, the software or the address are another. A new build of the program gives its files new times. */
function stampOf(base: string): string {
  const built = statSync(fileURLToPath(import.meta.url)).mtimeMs;
  return `${SOFTWARE.version} ${base} ${built} ${hashOf(['museums', 'profiles', 'draw'])}`;
}

function hashOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const path = join(demoFolder(), folder);
    if (!existsSync(path)) continue;
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).toSorted(compare);
    for (const name of names) {
      const file = join(path, name);
      if (statSync(file).isFile()) hash.update(`\n${name}\n`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The museums lie beside the package's sources, not in what is compiled. */
function demoFolder(): string {
  const candidates = ['../../../demo', '../../demo'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((folder) => existsSync(join(folder, 'museums')));
  if (found === undefined) throw new CliError('The museums of the demonstration are missing from this installation.');
  return found;
}
