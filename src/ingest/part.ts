import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Database } from '../catalogue/database.ts';
import { EDITION_FORMAT } from '../catalogue/edition.ts';
import type { SourceManifest } from '../catalogue/manifest.ts';
import type { NodePaths } from '../catalogue/paths.ts';
import type { InterpretContext } from '../interpret/interpreter.ts';
import { parseLicence } from '../interpret/licence.ts';
import { INTERPRETERS } from '../interpret/registry.ts';
import { prepareSource } from '../source/prepare.ts';
import { readProfile } from '../source/profile-file.ts';
import type { Profile } from '../source/profile.ts';
import type { DatasetMetadata, PreparedSource } from '../source/source.ts';
import { buildChildren } from './children-stage.ts';
import { ConfigurationError, resolveInNode, type Configuration, type SourceConfiguration } from './configuration.ts';
import { withDatesOfDataset } from './date-order-stage.ts';
import { writePartTables } from './part-files.ts';
import { findProtected, keepWithheld } from './protect-stage.ts';
import type { RecordLinesTask } from './record-lines.ts';
import { interpretRecords, writeRecordTable } from './record-stage.ts';
import { writeRecordStore } from './record-thread.ts';
import { resolveRelations } from './relation-stage.ts';
import { hashSource } from './source-hash.ts';
import type { Stage } from './stage.ts';
import { hashStates } from './state-stage.ts';
import { flagUsages } from './usage-stage.ts';
import { keyByContent, loadTables, type Orphans } from './work-tables.ts';

/** part.json: what a dataset's part holds. A part is complete when this file is there. */
export interface PartManifest {
  readonly hash: string;
  readonly source: { readonly path: string; readonly sha256: string; readonly bytes: number; readonly format: string };
  readonly metadata: DatasetMetadata;
  readonly license: string | undefined;
  readonly sources: readonly Omit<SourceManifest, 'source' | 'datasetKey'>[];
  readonly records: number;
  readonly recordsByType: Readonly<Record<string, number>>;
  readonly rejected: readonly { readonly file: string; readonly line: number; readonly reason: string }[];
  readonly notices: readonly string[];
  readonly protectedRecords: number;
  /** Hash of the rules under which values were withheld. */
  readonly protection: string;
  readonly seconds: number;
}

export interface PartOptions {
  readonly folder: string;
  readonly paths: NodePaths;
  readonly configuration: Configuration;
  readonly source: SourceConfiguration;
  readonly workFolder: string;
  readonly software: string;
  /** ISO date of today, for embargoes. */
  readonly today: string;
  readonly onProgress: (progress: { readonly step: string; readonly fraction?: number }) => void;
  readonly signal?: AbortSignal;
  /** Called when the tables are made and only the record store is left to be written, which takes a thread and not the memory. */
  readonly onTables?: () => void;
}

/** The part of a dataset: made anew, or the one that is there already for the same source, profile and software. */
export async function buildPart(
  options: PartOptions,
): Promise<{ readonly manifest: PartManifest; readonly folder: string; readonly reused: boolean }> {
  const { paths, source, onProgress } = options;
  const path = resolveInNode(options.folder, source.path);
  onProgress({ step: 'hashing source' });
  const { sha256, bytes } = await hashSource(path, join(paths.private, 'source-hashes.json'));
  const { profile, text: profileText } = readSourceProfile(options.folder, source);
  const holding = (profile?.protect ?? []).filter(({ until }) => until === undefined || options.today < until);
  const protection = hashOf(holding);
  const versions = INTERPRETERS.map(({ name, target, version }) => `${target}/${name}/${version}`);
  const hash = hashOf({
    sha256,
    profileText,
    protection,
    versions,
    source: { ...source, path: '', profile: '' },
    license: options.configuration.license,
    software: options.software,
    format: EDITION_FORMAT,
  });
  const folder = join(paths.parts, hash.slice(0, 32));
  const file = join(folder, 'part.json');
  if (existsSync(file))
    return { manifest: JSON.parse(readFileSync(file, 'utf8')) as PartManifest, folder, reused: true };

  const started = performance.now();
  const work = join(options.workFolder, source.key);
  mkdirSync(work, { recursive: true, mode: 0o700 });
  const building = join(paths.parts, `.building-${process.pid}-${source.key}`);
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  try {
    const prepared = await prepareSource({
      path,
      workFolder: work,
      ...(profile === undefined ? {} : { profile }),
      onProgress: (read, total) => onProgress({ step: 'reading', fraction: total === 0 ? 1 : read / total }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    // Even the names of private columns are nobody's business but the museum's.
    const columns = join(paths.private, 'columns');
    mkdirSync(columns, { recursive: true, mode: 0o700 });
    writeFileSync(join(columns, `${source.key}.json`), JSON.stringify(prepared.privateColumns, undefined, 1));
    const { lines, ...made } = await makePart(options, { prepared, profile, work, building });
    options.onTables?.();
    onProgress({ step: 'writing records' });
    await writeRecordStore(lines, made.records, options.signal);
    const manifest: PartManifest = {
      hash,
      source: { path: basename(source.path), sha256, bytes, format: prepared.format },
      metadata: {
        ...prepared.metadata,
        ...profile?.metadata,
        contacts: profile?.metadata.contacts ?? prepared.metadata.contacts,
      },
      protection,
      ...made,
      seconds: (performance.now() - started) / 1000,
    };
    writeFileSync(join(building, 'part.json'), JSON.stringify(manifest, undefined, 1));
    rmSync(folder, { recursive: true, force: true });
    renameSync(building, folder);
    return { manifest, folder, reused: false };
  } finally {
    rmSync(building, { recursive: true, force: true });
    rmSync(work, { recursive: true, force: true });
  }
}

/** The profile of a source, as written and as read. Throws SourceError naming the line. */
export function readSourceProfile(
  folder: string,
  source: SourceConfiguration,
): { readonly text?: string; readonly profile?: Profile } {
  if (source.profile === undefined) return {};
  const path = resolveInNode(folder, source.profile);
  if (!existsSync(path))
    throw new ConfigurationError(
      `The profile of “${source.key}” is not there: ${path}. Put it in its place, or mend collectome.yaml.`,
    );
  const text = readFileSync(path, 'utf8');
  return { text, profile: readProfile(text, source.profile) };
}

interface Making {
  readonly prepared: PreparedSource;
  readonly profile: Profile | undefined;
  readonly work: string;
  readonly building: string;
}

type Made = Omit<PartManifest, 'hash' | 'source' | 'metadata' | 'protection' | 'seconds'> & {
  readonly lines: RecordLinesTask;
};

async function makePart(options: PartOptions, { prepared, profile, work, building }: Making): Promise<Made> {
  const { source, configuration, paths } = options;
  const stated = source.license ?? profile?.metadata.license ?? prepared.metadata.license;
  const license = stated === undefined ? undefined : parseLicence(stated);
  const context: InterpretContext = {
    ...(profile?.dayMonthOrder === undefined ? {} : { dayMonthOrder: profile.dayMonthOrder }),
    ...(profile?.hemisphere === undefined ? {} : { hemisphere: profile.hemisphere }),
    ...languageOf(profile?.metadata.language ?? prepared.metadata.language),
    ...(license === undefined ? {} : { license }),
    ...(profile?.records.kind === undefined ? {} : { kind: profile.records.kind }),
  };
  // In memory, and spilled to a file where memory ends: a database file would compress and sync what is needed once.
  await using database = await Database.open({
    folders: [work, building, join(paths.cache, source.key), join(paths.private, 'withheld')],
    temporaryFolder: join(work, 'spill'),
    memoryLimitInMb: configuration.options.memoryLimitInMb,
    keepsOrder: true,
  });
  const loading: Stage = {
    database,
    workFolder: work,
    cacheFolder: join(paths.cache, source.key),
    datasetKey: source.key,
    datasetIri: source.iri,
    tables: prepared.tables,
    firstRows: new Map(),
    context,
    signal: options.signal,
    onStep: (step) => options.onProgress({ step }),
  };
  const orphans = await loadTables(loading);
  const stage: Stage = { ...loading, context: await withDatesOfDataset(loading) };
  const protections = await findProtected(stage, profile, options.today);
  await hashStates(stage, protections);
  await keyByContent(stage);
  const interpretations = await interpretRecords(stage, protections);
  await buildChildren(stage, protections, interpretations);
  await resolveRelations(stage);
  const usages = await flagUsages(stage, protections);
  await writeRecordTable(stage, join(building, 'record.parquet'));
  const lines = await writePartTables(stage, protections, building);
  let protectedRecords = 0;
  if (protections.length > 0) {
    mkdirSync(join(paths.private, 'withheld'), { recursive: true, mode: 0o700 });
    await keepWithheld(stage, protections, join(paths.private, 'withheld', `${source.key}.parquet`));
    const [counted] = await database.query<{ n: number }>('select count(*) as n from protection');
    protectedRecords = counted?.n ?? 0;
  }
  const types = await database.query<{ recordType: string; n: number }>(
    'select recordType, count(*) as n from core group by recordType order by recordType',
  );
  return {
    lines,
    license,
    sources: prepared.tables.map((table, ordinal) => {
      const orphaned = orphans.find((entry) => entry.ordinal === ordinal)?.count ?? 0;
      return {
        role: table.role,
        rowType: table.rowType,
        files: table.files,
        columns: table.columns,
        rowsRead: table.rowsRead,
        rowsImported: table.rowsImported - orphaned,
        rowsRejected: table.rowsRejected + orphaned,
      };
    }),
    records: types.reduce((sum, { n }) => sum + n, 0),
    recordsByType: Object.fromEntries(types.map(({ recordType, n }) => [recordType, n])),
    rejected: [
      ...prepared.rejections.map(({ file, line, reason }) => ({ file, line, reason })),
      ...orphans.flatMap(rejectionsOf),
    ],
    notices: [
      ...prepared.notices.map(
        ({ file, line, message, count }) =>
          `${file}${line === undefined ? '' : `:${line}`}: ${message}${count === undefined ? '' : ` (${count})`}`,
      ),
      ...usages,
    ],
    protectedRecords,
  };
}

function rejectionsOf({ examples }: Orphans): { file: string; line: number; reason: string }[] {
  return examples.map(({ file, line, identifier }) => ({
    file,
    line,
    reason: identifier === '' ? 'the row names no record' : `no record has the identifier “${identifier}”`,
  }));
}

function languageOf(language: string | undefined): { language?: string } {
  return language === undefined ? {} : { language };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
