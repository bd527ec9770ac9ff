import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve, sep } from 'node:path';
import { Edition } from '../catalogue/edition.ts';
import { pathsOf } from '../catalogue/paths.ts';
import { Shelf } from '../catalogue/shelf.ts';
import { currentName } from '../search/live.ts';
import { ConfigurationError, readConfiguration, resolveInNode, type Configuration } from './configuration.ts';
import { FetchError, fetchFile } from './fetch-picture.ts';
import { makeDerivatives } from './picture.ts';

const MOST_BYTES = 100_000_000;
const TIMEOUT_MS = 60_000;

export interface MediaOptions {
  /** Load remote files too, from these hosts and those of the settings. Absent: local files alone. */
  readonly hosts?: readonly string[];
  /** Tries again what failed before. */
  readonly retry?: boolean;
  /** At most so many remote files. */
  readonly limit?: number;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** For tests against a server on this machine only. */
  readonly allowLoopback?: boolean;
}

export interface MediaResult {
  readonly made: number;
  /** On the shelf from before. */
  readonly known: number;
  readonly failed: readonly { readonly identifier: string; readonly problem: string }[];
  /** Remote files that nobody asked to load, or whose host was not named. */
  readonly left: number;
}

interface Medium {
  readonly datasetKey: string;
  readonly identifier: string;
}

/**
 * Puts pictures of the published edition on the shelf: local files below a source's `media` folder and, where hosts are
 * named, remote ones. Can be stopped and started again: what is there is not made anew.
 */
export async function fetchMedia(folder: string, options: MediaOptions = {}): Promise<MediaResult> {
  const paths = pathsOf(folder);
  const configuration = readConfiguration(folder);
  const name = currentName(paths);
  if (name === undefined)
    throw new ConfigurationError('This node has no published edition yet. Run `collectome build`.');
  const hosts = new Set([
    ...(options.hosts ?? []),
    ...(options.hosts === undefined ? [] : configuration.options.mediaHosts),
  ]);
  using shelf = new Shelf(paths.shelf);
  const media = await listMedia(paths.edition(name));
  const failed: { identifier: string; problem: string }[] = [];
  const counts = { made: 0, known: 0, left: 0, remote: 0, done: 0 };
  const work = async (medium: Medium) => {
    options.signal?.throwIfAborted();
    const { datasetKey, identifier } = medium;
    const isRemote = /^https?:/iu.test(identifier);
    const local = isRemote ? undefined : localPath(folder, configuration, medium);
    if (isKnown(shelf, medium, local, options.retry === true)) counts.known += 1;
    else if (
      isRemote &&
      (!hosts.has(URL.parse(identifier)?.host ?? '') || counts.remote >= (options.limit ?? Infinity))
    )
      counts.left += 1;
    else {
      if (isRemote) counts.remote += 1;
      try {
        const bytes = isRemote
          ? await fetchFile(identifier, {
              hosts,
              maxBytes: MOST_BYTES,
              timeoutMs: TIMEOUT_MS,
              allowLoopback: options.allowLoopback ?? false,
            })
          : readLocal(local);
        shelf.put(datasetKey, identifier, await makeDerivatives(shelf, bytes));
        counts.made += 1;
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        shelf.put(datasetKey, identifier, { problem });
        failed.push({ identifier, problem });
      }
    }
    counts.done += 1;
    options.onProgress?.(counts.done, media.length);
  };
  const queue = media.values();
  await Promise.all(
    Array.from({ length: Math.max(2, availableParallelism()) }, async () => {
      for (const medium of queue) await work(medium);
    }),
  );
  return { made: counts.made, known: counts.known, left: counts.left, failed };
}

async function listMedia(editionFolder: string): Promise<Medium[]> {
  await using edition = await Edition.open(editionFolder);
  return await edition.database.query<Medium>(
    `select distinct r.datasetKey, m.identifier from media m join record r using (rid)
     where m.identifier is not null and (m.type is null or m.type = 'StillImage') order by 1, 2`,
  );
}

function isKnown(shelf: Shelf, { datasetKey, identifier }: Medium, local: string | undefined, retry: boolean): boolean {
  const time = shelf.triedAt(datasetKey, identifier);
  if (time === undefined) return false;
  if (local !== undefined && existsSync(local) && statSync(local).mtime.toISOString() > time) return false;
  return shelf.find(datasetKey, identifier) !== undefined || !(retry || local !== undefined);
}

/** Where a local medium lies; undefined where its source has no media folder or the path leads out of it. */
function localPath(
  folder: string,
  configuration: Configuration,
  { datasetKey, identifier }: Medium,
): string | undefined {
  const media = configuration.sources.find(({ key }) => key === datasetKey)?.media;
  if (media === undefined) return undefined;
  const root = resolve(resolveInNode(folder, media));
  const path = resolve(root, identifier);
  if (!path.startsWith(root + sep)) return undefined;
  if (existsSync(path) && !realpathSync(path).startsWith(realpathSync(root) + sep)) return undefined;
  return path;
}

function readLocal(path: string | undefined): Buffer {
  if (path === undefined) throw new FetchError('a local path, but its source has no media folder that holds it');
  if (!existsSync(path)) throw new FetchError('the file is not in the media folder');
  return readFileSync(path);
}
