import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import yauzl, { type Entry as ZipEntry, type ZipFile } from 'yauzl';
import { SourceError } from './source.ts';
import { checkGrowth, readSample, sizeOf, type InputFile } from './text-input.ts';

/** What lies at a path, told by its first bytes and not by its name. */
export type Container = 'folder' | 'zip' | 'tar' | 'file';

const ENTRY_LIMIT = 100_000;
const TAR_MAGIC_OFFSET = 257;
const FILE_TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const ENCRYPTED = 1;
const TRUSTED = 'unpack it yourself and import the folder if you trust it';

/** Files that read as text somehow, and are no table: their first characters, what they are, how to get a table. */
const FOREIGN: readonly (readonly [start: RegExp, what: string, mend: string])[] = [
  [/^<(?:\?xml\b|lido:|rdf:|mets:|mods:)/u, 'an XML file', 'export Darwin Core, CSV or JSON instead'],
  [/^%PDF-/u, 'a PDF', 'export the data itself, as Darwin Core, CSV or JSON'],
  // oxlint-disable-next-line no-control-regex -- bytes of a file, not text
  [/^\xD0\xCF\x11\xE0/u, 'an old Office file', 'save the sheet as CSV'],
  [/^SQLite format 3\0/u, 'an SQLite database', 'export its tables as CSV'],
];

/** Files that operating systems leave behind. */
function isDebris(name: string): boolean {
  return name
    .split('/')
    .some((part) => part === '__MACOSX' || part.startsWith('.') || part.toLowerCase() === 'thumbs.db');
}

export async function containerOf(path: string): Promise<Container> {
  const name = basename(path);
  const stats = await lstat(path).catch(() => {
    throw new SourceError('there is no such file', { file: path });
  });
  if (stats.isDirectory()) return 'folder';
  if (stats.size === 0) throw new SourceError('the file is empty', { file: name });
  const start = await readSample({ path, name: 'sample' }, TAR_MAGIC_OFFSET + 5);
  if (
    start.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' ||
    start.subarray(0, 4).toString('latin1') === 'PK\u0005\u0006'
  )
    return 'zip';
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  const plain = isGzip ? await readSample({ path, name: 'sample.gz' }, TAR_MAGIC_OFFSET + 5) : start;
  if (plain.subarray(TAR_MAGIC_OFFSET, TAR_MAGIC_OFFSET + 5).toString('latin1') === 'ustar') return 'tar';
  refuseForeign(plain, name);
  return 'file';
}

function refuseForeign(start: Buffer, file: string): void {
  // The byte order mark of UTF-16 and the NUL between its letters, or that of UTF-8.
  const text = start.toString('latin1').replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/u, '');
  for (const [pattern, what, mend] of FOREIGN) {
    if (pattern.test(text) || pattern.test(text.replaceAll('\0', '')))
      throw new SourceError(`this is ${what}`, { file, mend });
  }
}

function checkName(name: string, file: string): void {
  if (/^[/\\]|^[a-z]:|\\|\0/iu.test(name) || name.split('/').includes('..')) {
    throw new SourceError(`the archive holds a path that leads out of it: ${JSON.stringify(name.slice(0, 100))}`, {
      file,
      mend: TRUSTED,
    });
  }
}

function checkCount(count: number, file: string): void {
  if (count > ENTRY_LIMIT)
    throw new SourceError(`the archive holds more than ${ENTRY_LIMIT} files`, {
      file,
      mend: 'join them into fewer files',
    });
}

/** All files below a folder, links and hidden files excepted, in the order of their names. */
export async function listFolder(folder: string): Promise<InputFile[]> {
  const files: InputFile[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(join(folder, '/').length).replaceAll('\\', '/');
    if (!isDebris(name)) files.push({ path, name });
  }
  checkCount(files.length, basename(folder));
  return files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Counts bytes on their way and refuses a bomb. */
function meter(onBytes: (bytes: number) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done): void {
      try {
        onBytes(chunk.length);
        done(null, chunk);
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
}

interface Unpacking {
  readonly path: string;
  readonly workFolder: string;
  readonly signal?: AbortSignal | undefined;
}

/** Where `unpack` puts the files of an archive; they are not needed once they are read. */
export function unpackedFolder(workFolder: string): string {
  return join(workFolder, 'unpacked');
}

/** An error of the machine (no space, no permission) and not of the archive. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/**
 * Unpacks a zip or tar (gzipped or not) into the work folder, under numbers instead of names, so that no name can lead
 * anywhere. Errors: SourceError for encrypted, damaged, exploding archives, links, and paths that lead out.
 */
export async function unpack(options: Unpacking & { readonly container: 'zip' | 'tar' }): Promise<InputFile[]> {
  const folder = unpackedFolder(options.workFolder);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files: InputFile[] = [];
  const compressed = await sizeOf(options.path);
  let plain = 0;
  const save = async (name: string, stream: AsyncIterable<Buffer>): Promise<void> => {
    const path = join(folder, String(files.length));
    await pipeline(
      stream,
      meter((bytes) => {
        plain += bytes;
        checkGrowth({ file: basename(options.path), compressed, plain });
      }),
      createWriteStream(path, { flags: 'wx' }),
      options.signal === undefined ? {} : { signal: options.signal },
    );
    files.push({ path, name });
  };
  if (options.container === 'zip') await unpackZip(options.path, save);
  else for await (const entry of readTar(options)) await save(entry.name, entry.stream);
  return files;
}

async function unpackZip(
  path: string,
  save: (name: string, stream: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const file = basename(path);
  let zip: ZipFile;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, strictFileNames: true });
    let count = 0;
    for await (const entry of zip.eachEntry()) {
      checkCount(++count, file);
      checkName(entry.fileName, file);
      checkZipEntry(entry, file);
      if (entry.fileName.endsWith('/') || isDebris(entry.fileName)) continue;
      await save(entry.fileName, await zip.openReadStreamPromise(entry));
    }
  } catch (error) {
    if (error instanceof SourceError || isSystemError(error) || (error instanceof Error && error.name === 'AbortError'))
      throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (/invalid relative path|absolute path|invalid characters/u.test(reason)) {
      throw new SourceError(`the archive holds a path that leads out of it (${reason})`, { file, mend: TRUSTED });
    }
    throw new SourceError(`the zip file is damaged (${reason})`, { file, mend: 'export or copy it again' });
  }
}

function checkZipEntry(entry: ZipEntry, file: string): void {
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) {
    throw new SourceError('the zip file is encrypted', {
      file,
      mend: 'unpack it with its password and import the folder',
    });
  }
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK) === SYMBOLIC_LINK) {
    throw new SourceError(`the archive holds a link: ${JSON.stringify(entry.fileName)}`, { file, mend: TRUSTED });
  }
  checkGrowth({ file, compressed: entry.compressedSize, plain: entry.uncompressedSize });
}

/** The files of a tar, one at a time; each stream must be read before the next is asked for. */
export async function* readTar(
  options: Pick<Unpacking, 'path' | 'signal'> & { readonly onBytes?: (bytes: number) => void },
): AsyncGenerator<{ readonly name: string; readonly size: number; readonly stream: AsyncIterable<Buffer> }> {
  const file = basename(options.path);
  const start = await readSample({ path: options.path, name: 'sample' }, 2);
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  const stream = createReadStream(options.path, { highWaterMark: 1024 * 1024 });
  let compressed = 0;
  let plain = 0;
  stream.on('data', (chunk) => {
    compressed += chunk.length;
    options.onBytes?.(chunk.length);
  });
  const entries = extract();
  const piping = pipeline(
    stream,
    isGzip ? createGunzip({ chunkSize: 1024 * 1024 }) : new PassThrough(),
    meter((bytes) => {
      plain += bytes;
      checkGrowth({ file, compressed, plain });
    }),
    entries,
  ).catch((error: unknown) => {
    entries.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  let count = 0;
  try {
    for await (const entry of entries) {
      options.signal?.throwIfAborted();
      checkCount(++count, file);
      const { name, type, size } = entry.header;
      checkName(name, file);
      if (type === 'symlink' || type === 'link') {
        throw new SourceError(`the archive holds a link: ${JSON.stringify(name)}`, { file, mend: TRUSTED });
      }
      const plainName = name.replace(/^\.\//u, '');
      // tar-stream's entries are streams of streamx, which its types do not tell.
      const content = entry as unknown as AsyncIterable<Buffer>;
      if (type === 'file' && !isDebris(plainName)) yield { name: plainName, size: size ?? 0, stream: content };
      entry.resume();
    }
  } catch (error) {
    if (error instanceof SourceError || isSystemError(error) || options.signal?.aborted === true) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SourceError(`the tar file is damaged (${reason})`, { file, mend: 'export or copy it again' });
  } finally {
    stream.destroy();
    entries.destroy();
    await piping;
  }
}
