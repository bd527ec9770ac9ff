import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { datasetFolder } from '../catalogue/edition.ts';
import { writeEditionClaims } from '../catalogue/edition-claims.ts';
import type { EditionManifest } from '../catalogue/manifest.ts';
import type { NodePaths } from '../catalogue/paths.ts';
import { shareFiles } from '../catalogue/share-file.ts';
import type { Claim } from '../model/claim.ts';
import { rewriteColumns } from '../search/index-rewriter.ts';
import { writeIndex } from '../search/index-writer.ts';
import { linkDatasets } from './link-datasets.ts';
import { isMadeWithClaims, linkEntities, relinkEntities } from './link-entities.ts';

/** What an edition is put together from. */
export interface Assembly {
  readonly manifest: EditionManifest;
  /** The folder of each dataset's part, in the manifest's order. */
  readonly parts: readonly string[];
  /** People's claims that hold, in the order of their keys. */
  readonly claims: readonly Claim[];
  /** Keys of records that must not be public any more. */
  readonly withdrawn: readonly string[];
  /** The published edition, if there is one. */
  readonly previous: PublishedEdition | undefined;
  readonly memoryLimitInMb: number;
  readonly signal?: AbortSignal | undefined;
  readonly onStep: (step: string) => void;
}

export interface PublishedEdition {
  readonly folder: string;
  readonly manifest: EditionManifest;
}

/** Files of an edition that are each edition's own. */
const OWN_FILES: ReadonlySet<string> = new Set(['edition.json', 'claims.jsonl']);

/**
 * Puts an edition together under its name: parts, what they share, index. Where only people's claims differ from those of the
 * published edition, what they do not touch is taken over from it as it is.
 */
export async function assembleEdition(paths: NodePaths, assembly: Assembly): Promise<void> {
  const { manifest, parts, claims, previous } = assembly;
  const building = join(paths.editions, `.building-${process.pid}`);
  rmSync(building, { recursive: true, force: true });
  try {
    for (const [index, dataset] of manifest.datasets.entries())
      shareFiles(parts[index]!, datasetFolder(building, dataset));
    writeFileSync(join(building, 'edition.json'), JSON.stringify(manifest, undefined, 1));
    writeEditionClaims(building, claims);
    mkdirSync(join(building, 'index'));
    if (previous !== undefined && differsInClaimsOnly(previous.manifest, manifest))
      await takeOver(building, assembly, previous.folder);
    else await makeAnew(building, assembly);
    renameSync(building, paths.edition(manifest.name));
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

function differsInClaimsOnly(previous: EditionManifest, next: EditionManifest): boolean {
  return previous.basis !== undefined && previous.basis === next.basis && previous.claims?.hash !== next.claims?.hash;
}

async function makeAnew(building: string, assembly: Assembly): Promise<void> {
  await linkDatasets(building, assembly);
  if (assembly.manifest.agents === 'linked') await linkEntities(building, linkOptions(assembly));
  await writeIndex(indexOptions(building, assembly));
}

async function takeOver(building: string, assembly: Assembly, previous: string): Promise<void> {
  const isLinked = assembly.manifest.agents === 'linked';
  shareFiles(previous, building, (name) => !OWN_FILES.has(name) && !(isLinked && isMadeWithClaims(name)));
  const tables = isLinked
    ? await relinkEntities(previous, building, linkOptions(assembly))
    : new Map<string, undefined>();
  const options = indexOptions(building, assembly);
  if (!(await rewriteColumns({ ...options, previous, tables }))) await writeIndex(options);
}

function linkOptions({ claims, withdrawn, previous, memoryLimitInMb, signal, onStep }: Assembly) {
  return { claims, withdrawn, previous: previous?.folder, memoryLimitInMb, signal, onStep };
}

function indexOptions(edition: string, { manifest, signal, onStep }: Assembly) {
  return { edition, records: manifest.records, onProgress: onStep, ...(signal === undefined ? {} : { signal }) };
}
