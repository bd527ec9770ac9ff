import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TextDecoder } from 'node:util';
import { createGunzip } from 'node:zlib';
import { SourceError } from './source.ts';

/** A file on disk under the name that people know it by. */
export interface InputFile {
  readonly path: string;
  /** Its name in the archive, folder or on disk; in messages and in `files`. */
  readonly name: string;
}

const CHUNK_SIZE = 1024 * 1024;
const BOMS: readonly (readonly [encoding: string, bytes: Buffer])[] = [
  ['utf-8', Buffer.of(0xef, 0xbb, 0xbf)],
  ['utf-16le', Buffer.of(0xff, 0xfe)],
  ['utf-16be', Buffer.of(0xfe, 0xff)],
];

/** A compressed file that grows to more than this many times its size, beyond the first 100 MB, is a bomb. */
const BOMB_RATIO = 200;
const BOMB_ALLOWANCE = 100 * 1024 * 1024;
const TOTAL_LIMIT = 100 * 1024 * 1024 * 1024;

function isGzipName(name: string): boolean {
  return /\.gz$/iu.test(name);
}

/** Refuses what has grown beyond any honest compression. */
export function checkGrowth(options: {
  readonly file: string;
  readonly compressed: number;
  readonly plain: number;
}): void {
  const { file, compressed, plain } = options;
  if (plain > TOTAL_LIMIT || (plain > BOMB_ALLOWANCE && plain > compressed * BOMB_RATIO)) {
    throw new SourceError('the compressed data grows beyond all measure, as in a zip bomb', {
      file,
      mend: 'unpack it yourself and import the folder if you trust it',
    });
  }
}

/** The bytes of a file, unpacked where its name ends in .gz. Errors: SourceError for damaged or exploding gzip. */
export async function* readBytes(
  file: InputFile,
  options: { readonly onBytes?: (bytes: number) => void; readonly signal?: AbortSignal; readonly limit?: number } = {},
): AsyncGenerator<Buffer> {
  const stream = createReadStream(file.path, { highWaterMark: CHUNK_SIZE });
  let compressed = 0;
  stream.on('data', (chunk) => {
    compressed += chunk.length;
    options.onBytes?.(chunk.length);
  });
  const output = isGzipName(file.name)
    ? createGunzip({ chunkSize: CHUNK_SIZE })
    : new PassThrough({ highWaterMark: CHUNK_SIZE });
  const piping = pipeline(stream, output).catch((error: unknown) =>
    output.destroy(error instanceof Error ? error : undefined),
  );
  let plain = 0;
  try {
    for await (const chunk of output as AsyncIterable<Buffer>) {
      options.signal?.throwIfAborted();
      plain += chunk.length;
      if (isGzipName(file.name)) checkGrowth({ file: file.name, compressed, plain });
      yield chunk;
      if (options.limit !== undefined && plain >= options.limit) return;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new SourceError('the file is not a whole gzip file', { file: file.name, mend: 'export or copy it again' });
    }
    throw error;
  } finally {
    stream.destroy();
    output.destroy();
    await piping;
  }
}

/** The first bytes of a file, unpacked. */
export async function readSample(file: InputFile, bytes: number): Promise<Buffer> {
  if (!isGzipName(file.name)) {
    const handle = await open(file.path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }
  const chunks: Buffer[] = [];
  for await (const chunk of readBytes(file, { limit: bytes })) chunks.push(chunk);
  return Buffer.concat(chunks).subarray(0, bytes);
}

/** A TextDecoder label for the names that exporting systems write, Java's among them. Errors: SourceError for unknown names. */
export function encodingLabel(name: string, file: string): string {
  const label = name
    .trim()
    .toLowerCase()
    .replace(/^cp-?(125\d)$/u, 'windows-$1')
    .replace(/^iso8859[_-](\d+)$/u, 'iso-8859-$1');
  const known: Readonly<Record<string, string>> = {
    macroman: 'macintosh',
    x_macroman: 'macintosh',
    utf: 'utf-8',
    'utf-8-sig': 'utf-8',
  };
  try {
    return new TextDecoder(known[label] ?? label).encoding;
  } catch {
    throw new SourceError(`no such encoding: ${JSON.stringify(name)}`, {
      file,
      mend: 'write utf-8, utf-16le, windows-1252 or another name of the WHATWG Encoding Standard',
    });
  }
}

/**
 * The encoding of a file that begins with `sample`: a byte order mark says it, NUL bytes betray UTF-16, else what is
 * declared, else UTF-8 (cells that are not UTF-8 are repaired one by one).
 */
export function detectEncoding(
  sample: Buffer,
  declared?: string,
): { readonly encoding: string; readonly bomLength: number } {
  for (const [encoding, bom] of BOMS) {
    if (sample.subarray(0, bom.length).equals(bom)) return { encoding, bomLength: bom.length };
  }
  if (declared === undefined || declared.startsWith('utf-')) {
    const counts = [0, 0];
    const length = Math.min(sample.length, 4096);
    for (let index = 0; index < length; index++) if (sample[index] === 0) counts[index % 2]!++;
    const [even, odd] = counts as [number, number];
    if (odd > length * 0.2 && even < length * 0.05) return { encoding: 'utf-16le', bomLength: 0 };
    if (even > length * 0.2 && odd < length * 0.05) return { encoding: 'utf-16be', bomLength: 0 };
    // Without a byte order mark, and without NUL where UTF-16 has one, it is not UTF-16 whatever is declared.
    if (declared?.startsWith('utf-16') === true && length > 0 && even + odd === 0)
      return { encoding: 'utf-8', bomLength: 0 };
  }
  return { encoding: declared ?? 'utf-8', bomLength: 0 };
}

/** The file as UTF-8 without byte order mark. Bytes that are not UTF-8 pass through if the encoding is UTF-8. */
export async function* readUtf8(
  file: InputFile,
  options: {
    readonly encoding?: string;
    readonly onBytes?: (bytes: number) => void;
    readonly signal?: AbortSignal;
  } = {},
): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  for await (const chunk of readBytes(file, options)) {
    let bytes = chunk;
    if (isFirst) {
      const { encoding, bomLength } = detectEncoding(chunk, options.encoding);
      if (encoding !== 'utf-8') decoder = new TextDecoder(encoding);
      bytes = chunk.subarray(bomLength);
      isFirst = false;
    }
    yield decoder === undefined ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }));
  }
  const rest = decoder?.decode();
  if (rest !== undefined && rest !== '') yield Buffer.from(rest);
}

/** A sample as UTF-8 text's bytes. */
export function sampleToUtf8(sample: Buffer, declared?: string): Buffer {
  const { encoding, bomLength } = detectEncoding(sample, declared);
  const bytes = sample.subarray(bomLength);
  return encoding === 'utf-8' ? bytes : Buffer.from(new TextDecoder(encoding).decode(bytes, { stream: true }));
}

export async function sizeOf(path: string): Promise<number> {
  return (await stat(path)).size;
}
