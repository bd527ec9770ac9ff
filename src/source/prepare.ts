import { mkdir, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { containerOf, listFolder, readTar, unpack, unpackedFolder } from './archive.ts';
import { findChecklist, readChecklist } from './checklist-package.ts';
import { readCsv } from './csv.ts';
import { findArchive, readArchive, type ReadArchive } from './darwin-core-archive.ts';
import type { Reading } from './delimited-file.ts';
import { jsonInput, readJson, type JsonInput } from './json.ts';
import { Ledger } from './ledger.ts';
import type { Profile } from './profile.ts';
import { SourceError, type DatasetMetadata, type PreparedSource, type Progress, type SourceFormat } from './source.ts';
import { sizeOf, type InputFile } from './text-input.ts';

export interface PrepareOptions {
  /** A zip, tar, tar.gz, folder or single file. */
  readonly path: string;
  /** Clean files, `rejected.tsv` and unpacked archives go here; made if it does not exist. */
  readonly workFolder: string;
  readonly profile?: Profile | undefined;
  readonly onProgress?: Progress | undefined;
  readonly signal?: AbortSignal | undefined;
}

const JSON_NAME = /\.(?:json|jsonl|ndjson|jsonlines)(?:\.gz)?$/iu;
const TABLE_NAME = /\.(?:csv|tsv|tab)(?:\.gz)?$/iu;
const TAR_ENTRIES_LOOKED_AT = 20;

/** What a path holds, before it is read. */
type Contents =
  | { readonly kind: 'files'; readonly files: readonly InputFile[]; readonly isSingle: boolean }
  | { readonly kind: 'json tar' };

/**
 * Reads an export into clean files (see SourceTable) in the work folder. Rows that cannot be read are rejected by file,
 * line and reason; the rest is imported. Errors: SourceError for a source that is refused as a whole; the signal's reason.
 */
export async function prepareSource(options: PrepareOptions): Promise<PreparedSource> {
  await mkdir(options.workFolder, { recursive: true });
  const ledger = new Ledger(options.workFolder);
  let bytesRead = 0;
  let bytesTotal = 0;
  const reading: Reading = {
    ledger,
    signal: options.signal,
    onBytes: (bytes) => {
      bytesRead += bytes;
      options.onProgress?.(Math.min(bytesRead, bytesTotal), bytesTotal);
    },
  };
  const onTotal = (bytes: number): void => {
    bytesTotal = bytes;
  };
  try {
    const contents = await openContents(options);
    const format = formatOf(contents, options);
    const read = await readContents(contents, { ...options, format, reading, onTotal });
    return {
      format,
      metadata: mergeMetadata(read.metadata, options.profile),
      tables: read.tables,
      notices: ledger.notices,
      rejections: ledger.rejections,
      privateColumns: read.privateColumns,
      bytesRead,
    };
  } finally {
    ledger.close();
    // What was unpacked may hold private columns.
    await rm(unpackedFolder(options.workFolder), { recursive: true, force: true });
  }
}

async function openContents(options: PrepareOptions): Promise<Contents> {
  const { path, workFolder, signal } = options;
  const container = await containerOf(path);
  if (container === 'file') return { kind: 'files', files: [{ path, name: basename(path) }], isSingle: true };
  if (container === 'folder') return { kind: 'files', files: await listFolder(path), isSingle: false };
  if (container === 'tar' && (await holdsJson(options))) return { kind: 'json tar' };
  return { kind: 'files', files: await unpack({ path, workFolder, container, signal }), isSingle: false };
}

/** Whether the first files of a tar are JSON; these are read as they come and never unpacked. */
async function holdsJson({ path, signal }: PrepareOptions): Promise<boolean> {
  let looked = 0;
  for await (const { name } of readTar({ path, signal })) {
    if (/(?:^|\/)meta\.xml$/iu.test(name)) return false;
    if (JSON_NAME.test(name)) return true;
    if (++looked >= TAR_ENTRIES_LOOKED_AT) return false;
  }
  return false;
}

function formatOf(contents: Contents, { path, profile }: PrepareOptions): SourceFormat {
  if (profile?.format !== undefined) return profile.format;
  if (contents.kind === 'json tar') return 'json';
  const { files, isSingle } = contents;
  const [file] = files;
  if (file === undefined)
    throw new SourceError('there is no file in it', { file: basename(path), mend: 'give an export with data' });
  if (isSingle) return JSON_NAME.test(file.name) ? 'json' : 'csv';
  if (files.some(({ name }) => /(?:^|\/)meta\.xml$/iu.test(name))) return 'dwca';
  if (findChecklist(files) !== undefined) return 'coldp';
  return files.some(({ name }) => JSON_NAME.test(name)) ? 'json' : 'dwca';
}

interface ContentsReading extends PrepareOptions {
  readonly format: SourceFormat;
  readonly reading: Reading;
  readonly onTotal: (bytes: number) => void;
}

async function readContents(contents: Contents, options: ContentsReading): Promise<ReadArchive> {
  const { path, format, profile, workFolder, reading, onTotal } = options;
  const name = basename(path);
  const archiveReading = { workFolder, profile, reading, onTotal };
  if (format === 'json') {
    if (profile === undefined) {
      throw new SourceError('JSON needs a profile that says where the records lie and what is public', {
        file: name,
        mend: '`collectome profile FILE` proposes one',
      });
    }
    const result = await readJson(await listJson(contents, options), { profile, workFolder, reading });
    return { metadata: { contacts: [] }, ...result };
  }
  if (contents.kind === 'json tar') throw new SourceError(`the archive holds JSON and not ${format}`, { file: name });
  if (format === 'csv') {
    const { files } = contents;
    const tables = files.length > 1 ? files.filter(({ name }) => TABLE_NAME.test(name)) : files;
    if (tables.length === 0) throw new SourceError('there is no CSV file in it', { file: name });
    for (const file of files)
      if (!tables.includes(file)) reading.ledger.notice({ file: file.name, message: 'not a CSV file, passed over' });
    return readCsv(tables, archiveReading);
  }
  const checklist = format === 'coldp' ? findChecklist(contents.files) : undefined;
  if (checklist !== undefined) return readChecklist(checklist, archiveReading);
  const archive = findArchive(contents.files);
  if (archive === undefined) {
    throw new SourceError('there is neither a meta.xml nor a delimited file in it', {
      file: name,
      mend: 'give a Darwin Core Archive, a CSV or JSON',
    });
  }
  return readArchive(archive, archiveReading);
}

async function listJson(
  contents: Contents,
  { path, reading, signal, onTotal }: ContentsReading,
): Promise<AsyncIterable<JsonInput>> {
  if (contents.kind === 'json tar') {
    onTotal(await sizeOf(path));
    return tarInputs(path, reading, signal);
  }
  const files = contents.isSingle ? contents.files : contents.files.filter(({ name }) => JSON_NAME.test(name));
  const sizes = await Promise.all(files.map((file) => sizeOf(file.path)));
  onTotal(sizes.reduce((sum, size) => sum + size, 0));
  return fileInputs(files, reading);
}

async function* fileInputs(files: readonly InputFile[], reading: Reading): AsyncGenerator<JsonInput> {
  for (const file of files) yield jsonInput(file, reading);
}

async function* tarInputs(path: string, reading: Reading, signal: AbortSignal | undefined): AsyncGenerator<JsonInput> {
  for await (const { name, stream } of readTar({ path, signal, onBytes: reading.onBytes })) {
    if (JSON_NAME.test(name)) yield { name, chunks: stream };
    else if (!/\.(?:md|txt)$|(?:^|\/)licen[cs]e$/iu.test(name))
      reading.ledger.notice({ file: name, message: 'not JSON, passed over' });
  }
}

function mergeMetadata(own: DatasetMetadata, profile: Profile | undefined): DatasetMetadata {
  return { ...own, ...profile?.metadata };
}
