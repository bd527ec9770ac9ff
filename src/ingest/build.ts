import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EDITION_FORMAT } from '../catalogue/edition.ts';
import type { DatasetManifest, EditionManifest, SourceManifest } from '../catalogue/manifest.ts';
import { pathsOf, type NodePaths } from '../catalogue/paths.ts';
import { readWithdrawals } from '../catalogue/withdrawn.ts';
import type { Claim } from '../model/claim.ts';
import type { ExpeditionDeclaration } from '../model/expedition.ts';
import { currentName } from '../search/live.ts';
import { SourceError } from '../source/source.ts';
import { assembleEdition, type PublishedEdition } from './assemble.ts';
import { Comparison, type DatasetChange } from './change.ts';
import { describeClaims, readClaims } from './claims.ts';
import {
  ConfigurationError,
  readConfiguration,
  resolveInNode,
  type Configuration,
  type SourceConfiguration,
} from './configuration.ts';
import { declaredExpeditions } from './expedition-declarations.ts';
import { findAlarms } from './guard.ts';
import { isRunning, lockNode } from './lock.ts';
import { buildPart, readSourceProfile, type PartManifest } from './part.ts';
import { publishEdition, readManifest } from './publish-edition.ts';

export interface BuildProgress {
  /** The dataset that is being built, or the edition as a whole. */
  readonly dataset?: string;
  readonly step: string;
  /** 0 to 1, where it is known. */
  readonly fraction?: number;
}

export interface BuildOptions {
  /** Builds the edition but leaves the published one where it is. */
  readonly preview?: boolean;
  /** Publishes though the guard speaks against it. */
  readonly force?: boolean;
  readonly onProgress?: (progress: BuildProgress) => void;
  readonly signal?: AbortSignal;
  /** Stands in for the present moment. */
  readonly now?: Date;
}

export interface BuildResult {
  readonly edition: EditionManifest;
  readonly published: boolean;
  readonly changes: readonly DatasetChange[];
  /** Keys of the datasets whose part was taken over as it was. */
  readonly reused: readonly string[];
  readonly seconds: number;
}

/** The guard stopped an edition: it is built and can be looked at, but is not published. */
export class GuardError extends Error {
  override readonly name = 'GuardError';
  readonly alarms: readonly string[];
  readonly edition: string;
  constructor(alarms: readonly string[], edition: string) {
    super(
      `The new edition ${edition} was not published:\n${alarms.map((alarm) => `  ${alarm}`).join('\n')}\n` +
        `If that is right, run \`collectome publish ${edition}\` or build again with --force.`,
    );
    this.alarms = alarms;
    this.edition = edition;
  }
}

/**
 * Builds an edition of all sources and publishes it. What it leaves when it dies is cleared by the next build; the
 * published edition is not touched until the new one is whole. Throws SourceError for a source that cannot be read,
 * ConfigurationError for settings that are wrong, GuardError where too much would vanish.
 */
export async function buildEdition(folder: string, options: BuildOptions = {}): Promise<BuildResult> {
  const started = performance.now();
  const paths = pathsOf(folder);
  const configuration = readConfiguration(folder);
  if (configuration.sources.length === 0)
    throw new ConfigurationError('This node has no sources yet. Add one with `collectome add FILE`.');
  const now = options.now ?? new Date();
  for (const path of [paths.editions, paths.parts]) mkdirSync(path, { recursive: true });
  mkdirSync(paths.private, { recursive: true, mode: 0o700 });
  using _lock = lockNode(paths);
  clearRemains(paths);
  const workFolder = join(paths.work, String(process.pid));
  try {
    const parts = await buildParts(folder, { configuration, options, paths, workFolder, now });
    const previous = publishedEdition(paths);
    const claims = readClaims(paths);
    const withdrawn = [...readWithdrawals(paths.withdrawn).keys()];
    const software = softwareVersion();
    const expeditions = declaredExpeditions(folder, configuration);
    const manifest = describeEdition(paths, { configuration, parts, expeditions, claims, withdrawn, now, software });
    await assembleEdition(paths, {
      manifest,
      parts: parts.map((part) => part.folder),
      claims,
      withdrawn,
      previous,
      memoryLimitInMb: configuration.options.memoryLimitInMb,
      signal: options.signal,
      onStep: (step) => options.onProgress?.({ step }),
    });
    const changes = await compare(paths, previous, manifest);
    const alarms = findAlarms(changes, configuration.options.guard);
    if (options.preview !== true) {
      if (alarms.length > 0 && options.force !== true) throw new GuardError(alarms, manifest.name);
      options.onProgress?.({ step: 'publishing' });
      await publishEdition(folder, manifest.name);
    }
    return {
      edition: manifest,
      published: options.preview !== true,
      changes,
      reused: parts.filter(({ reused }) => reused).map(({ source }) => source.key),
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

interface BuiltPart {
  readonly source: SourceConfiguration;
  readonly manifest: PartManifest;
  readonly folder: string;
  readonly reused: boolean;
}

async function buildParts(
  folder: string,
  context: { configuration: Configuration; options: BuildOptions; paths: NodePaths; workFolder: string; now: Date },
): Promise<BuiltPart[]> {
  const { configuration, options, paths, workFolder, now } = context;
  // What a person can mend at once is said before hours of work, not after.
  for (const source of configuration.sources) {
    const path = resolveInNode(folder, source.path);
    if (!existsSync(path))
      throw new ConfigurationError(
        `The source “${source.key}” is not there: ${path}. Put the export in its place, or mend collectome.yaml.`,
      );
    readSourceProfile(folder, source);
  }
  const parts: Promise<BuiltPart>[] = [];
  for (const source of configuration.sources) {
    if (options.signal?.aborted === true) break;
    const tables = Promise.withResolvers<void>();
    const part = buildPart({
      folder,
      paths,
      configuration,
      source,
      workFolder,
      software: softwareVersion(),
      today: now.toISOString().slice(0, 10),
      onProgress: (progress) => options.onProgress?.({ dataset: source.key, ...progress }),
      onTables: tables.resolve,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    })
      .then((built) => ({ source, ...built }))
      .catch((error: unknown) => {
        throw error instanceof SourceError ? new SourceError(`The source “${source.key}”: ${error.message}`) : error;
      });
    parts.push(part);
    // One dataset's tables at a time, since they take the memory; the record store of the one before is written meanwhile.
    const failed = await Promise.race([tables.promise, part]).then(
      () => false,
      () => true,
    );
    if (failed) break;
    await parts.at(-2)?.catch(() => undefined);
  }
  const settled = await Promise.allSettled(parts);
  options.signal?.throwIfAborted();
  return settled.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

function describeEdition(
  paths: NodePaths,
  content: {
    readonly configuration: Configuration;
    readonly parts: readonly BuiltPart[];
    readonly expeditions: readonly ExpeditionDeclaration[];
    readonly claims: readonly Claim[];
    readonly withdrawn: readonly string[];
    readonly now: Date;
    readonly software: string;
  },
): EditionManifest {
  const { configuration, parts, expeditions, claims, now, software } = content;
  let first = 0;
  const datasets: DatasetManifest[] = [];
  const sources: SourceManifest[] = [];
  for (const { source, manifest } of parts) {
    const { metadata } = manifest;
    datasets.push({
      ...metadata,
      key: source.key,
      iri: source.iri,
      title: source.title ?? metadata.title ?? source.key,
      ...(manifest.license === undefined ? {} : { license: manifest.license }),
      part: manifest.hash,
      source: manifest.source,
      first,
      records: manifest.records,
      recordsByType: manifest.recordsByType,
      rejected: manifest.rejected,
      notices: manifest.notices,
      protectedRecords: manifest.protectedRecords,
      protection: manifest.protection,
    });
    for (const entry of manifest.sources) sources.push({ ...entry, source: sources.length, datasetKey: source.key });
    first += manifest.records;
  }
  const { name, base } = configuration;
  const { link = true } = configuration.options;
  return {
    name: nextName(paths, now),
    created: now.toISOString(),
    software,
    format: EDITION_FORMAT,
    node: { name, base },
    datasets,
    sources,
    records: first,
    objects: datasets.reduce((sum, { recordsByType }) => sum + (recordsByType['object'] ?? 0), 0),
    agents: link ? 'linked' : 'turned off',
    basis: hashBasis(content),
    claims: describeClaims(claims),
    ...(expeditions.length === 0 ? {} : { expeditions }),
    seconds: Object.fromEntries(parts.map(({ source, manifest }) => [source.key, manifest.seconds])),
  };
}

/** Of all that an edition is made of but people's claims. */
function hashBasis(content: {
  readonly configuration: Configuration;
  readonly parts: readonly BuiltPart[];
  readonly withdrawn: readonly string[];
  readonly software: string;
}): string {
  const { configuration, parts, withdrawn, software } = content;
  const hashes = parts.map(({ manifest }) => manifest.hash);
  const basis = [software, EDITION_FORMAT, configuration, hashes, withdrawn.toSorted()];
  return createHash('sha256').update(JSON.stringify(basis)).digest('hex');
}

function nextName(paths: NodePaths, now: Date): string {
  const day = now.toISOString().slice(0, 10);
  const numbers = readdirSync(paths.editions)
    .filter((name) => name.startsWith(`${day}.`))
    .map((name) => Number(name.slice(day.length + 1)));
  return `${day}.${Math.max(0, ...numbers) + 1}`;
}

function publishedEdition(paths: NodePaths): PublishedEdition | undefined {
  const name = currentName(paths);
  if (name === undefined || !existsSync(join(paths.edition(name), 'edition.json'))) return undefined;
  return { folder: paths.edition(name), manifest: readManifest(paths, name) };
}

async function compare(
  paths: NodePaths,
  previous: PublishedEdition | undefined,
  manifest: EditionManifest,
): Promise<readonly DatasetChange[]> {
  await using comparison = await Comparison.of(previous, { folder: paths.edition(manifest.name), manifest });
  return comparison.datasets;
}

/** Removes what builds that died have left. */
function clearRemains(paths: NodePaths): void {
  for (const folder of [paths.editions, paths.parts, paths.work]) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      const pid = /^\.building-(\d+)/u.exec(name)?.[1] ?? (folder === paths.work ? name : undefined);
      if (pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid))))
        rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

let version: string | undefined;

/** The version in package.json, whether this runs from its source or compiled. */
export function softwareVersion(): string {
  if (version !== undefined) return version;
  for (const up of ['../../package.json', '../../../package.json']) {
    const url = new URL(up, import.meta.url);
    if (existsSync(url)) {
      ({ version } = JSON.parse(readFileSync(url, 'utf8')) as { version: string });
      return version;
    }
  }
  throw new Error('package.json of collectome was not found');
}
