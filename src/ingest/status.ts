import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readEditionClaims } from '../catalogue/edition-claims.ts';
import type { EditionManifest } from '../catalogue/manifest.ts';
import { pathsOf, type NodePaths } from '../catalogue/paths.ts';
import { readWithdrawals } from '../catalogue/withdrawn.ts';
import { currentName } from '../search/live.ts';
import { readClaims } from './claims.ts';
import { readConfiguration, resolveInNode } from './configuration.ts';
import { listEditions } from './publish-edition.ts';

export interface NodeStatus {
  readonly name: string;
  readonly base: string;
  /** The published edition; absent before the first build. */
  readonly current?: string;
  readonly editions: readonly {
    readonly name: string;
    readonly created: string;
    readonly records: number;
    readonly objects: number;
    readonly published: boolean;
    /** Whether people and groups were linked; absent in editions from before that. */
    readonly agents?: EditionManifest['agents'];
  }[];
  readonly sources: readonly {
    readonly key: string;
    readonly path: string;
    readonly exists: boolean;
    readonly records?: number;
    readonly rejected?: number;
    /** Whether the source file is newer than the published edition. */
    readonly changed: boolean;
  }[];
  readonly withdrawn: number;
  /** Claims of people that hold, and how many were made or taken back since the published edition. */
  readonly claims: { readonly holding: number; readonly unpublished: number };
  readonly bytes: number;
}

/** What a node is and has, without opening its tables. */
export function nodeStatus(folder: string): NodeStatus {
  const paths = pathsOf(folder);
  const configuration = readConfiguration(folder);
  const current = currentName(paths);
  const editions = listEditions(paths);
  const published = editions.find(({ name }) => name === current);
  return {
    name: configuration.name,
    base: configuration.base,
    ...(current === undefined ? {} : { current }),
    editions: editions.map(({ name, created, records, objects, agents }) => ({
      name,
      created,
      records,
      objects,
      published: name === current,
      ...(agents === undefined ? {} : { agents }),
    })),
    sources: configuration.sources.map((source) => {
      const path = resolveInNode(folder, source.path);
      const stats = statSync(path, { throwIfNoEntry: false });
      const dataset = published?.datasets.find(({ key }) => key === source.key);
      const sources = published?.sources.filter(({ datasetKey }) => datasetKey === source.key) ?? [];
      return {
        key: source.key,
        path: source.path,
        exists: stats !== undefined,
        ...(dataset === undefined
          ? {}
          : { records: dataset.records, rejected: sources.reduce((sum, { rowsRejected }) => sum + rowsRejected, 0) }),
        changed: stats !== undefined && (published === undefined || stats.mtime.toISOString() > published.created),
      };
    }),
    withdrawn: readWithdrawals(paths.withdrawn).size,
    claims: claimStatus(paths, current),
    bytes: bytesOf(paths.catalogue),
  };
}

function claimStatus(paths: NodePaths, current: string | undefined): NodeStatus['claims'] {
  const holding = new Set(readClaims(paths).map(({ key }) => key));
  const published = new Set(
    current === undefined ? [] : readEditionClaims(paths.edition(current)).map(({ key }) => key),
  );
  return { holding: holding.size, unpublished: holding.symmetricDifference(published).size };
}

/** Files that editions share are counted once. */
function bytesOf(folder: string, seen = new Set<number>()): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + bytesOf(path, seen);
    const { ino, size } = statSync(path);
    if (seen.has(ino)) return sum;
    seen.add(ino);
    return sum + size;
  }, 0);
}
