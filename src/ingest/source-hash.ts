import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface SourceHash {
  readonly sha256: string;
  readonly bytes: number;
}

/** A hash, and what the files were like when it was taken. */
interface KeptHash extends SourceHash {
  readonly stamp: string;
}

/** What was written so shortly before it was looked at may be written again without a sign of it. */
const RECENT_MS = 2_000;

/**
 * SHA-256 of a file, or of the names and contents of a folder's files. Files whose size, times and place on the disk are those of
 * the last time are not read again: `kept` is the JSON file that remembers them. `now` in milliseconds.
 */
export async function hashSource(path: string, kept: string, now = Date.now()): Promise<SourceHash> {
  const files = filesOf(path);
  const { stamp, isRecent } = stampOf(path, files, now);
  const known = readKept(kept)[path];
  if (known?.stamp === stamp) return { sha256: known.sha256, bytes: known.bytes };
  const hash = createHash('sha256');
  let bytes = 0;
  for (const file of files) {
    if (file !== path) hash.update(`${file.slice(path.length)}\0`);
    bytes += statSync(file).size;
    await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), async (chunks) => {
      for await (const chunk of chunks) hash.update(chunk as Buffer);
    });
  }
  const hashed = { sha256: hash.digest('hex'), bytes };
  const isStill = stampOf(path, filesOf(path), now).stamp === stamp;
  if (isStill && !isRecent) writeFileSync(kept, JSON.stringify({ ...readKept(kept), [path]: { ...hashed, stamp } }));
  return hashed;
}

function readKept(file: string): Readonly<Record<string, KeptHash | undefined>> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, KeptHash>;
  } catch {
    // Half written when the machine stopped: all is read again.
    return {};
  }
}

function stampOf(path: string, files: readonly string[], now: number): { stamp: string; isRecent: boolean } {
  let isRecent = false;
  const stamps = files.map((file) => {
    const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = statSync(file, { bigint: true });
    if (Number(ctimeMs) > now - RECENT_MS) isRecent = true;
    return [file.slice(path.length), dev, ino, size, mtimeNs, ctimeNs].join(' ');
  });
  return { stamp: createHash('sha256').update(stamps.join('\n')).digest('hex'), isRecent };
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
