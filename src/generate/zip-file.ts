import { once } from 'node:events';
import { closeSync, openSync, writeSync } from 'node:fs';
import { createDeflateRaw, crc32 } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const ZIP64_END = 0x06064b50;
const ZIP64_LOCATOR = 0x07064b50;
const END = 0x06054b50;
const VERSION_ZIP64 = 45;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1980-01-01, the first day that a zip file can name: the same input gives the same bytes. */
const FIXED_DATE = 0x21;
const IN_ZIP64 = 0xffffffff;
const ZIP64_EXTRA = 1;
/** Fast; the archive is read once or twice. */
const LEVEL = 1;

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly bytes: number;
  readonly compressedBytes: number;
}

/** Writes a zip file of any size, an entry after the other, in bounded memory. Sizes are filled in when an entry ends. */
export class ZipFile implements Disposable {
  readonly #file: number;
  readonly #entries: Entry[] = [];
  #position = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  /** Adds an entry out of chunks of text. */
  async add(name: string, chunks: Iterable<string>): Promise<void> {
    const encoded = Buffer.from(name);
    const offset = this.#position;
    this.#append(localHeader({ name: encoded, offset, crc: 0, bytes: 0, compressedBytes: 0 }));
    const start = this.#position;
    const deflate = createDeflateRaw({ level: LEVEL, chunkSize: 1 << 18 });
    deflate.on('data', (chunk: Buffer) => this.#append(chunk));
    const ended = once(deflate, 'end');
    let crc = 0;
    let bytes = 0;
    for (const chunk of chunks) {
      const buffer = Buffer.from(chunk);
      crc = crc32(buffer, crc);
      bytes += buffer.length;
      if (!deflate.write(buffer)) await once(deflate, 'drain');
    }
    deflate.end();
    await ended;
    const entry = { name: encoded, offset, crc, bytes, compressedBytes: this.#position - start };
    writeSync(this.#file, localHeader(entry), 0, undefined, offset);
    this.#entries.push(entry);
  }

  /** Writes the directory. Nothing can be added after it. */
  finish(): void {
    const start = this.#position;
    for (const entry of this.#entries) this.#append(centralHeader(entry));
    const count = this.#entries.length;
    const size = this.#position - start;
    const tail = Buffer.alloc(98);
    tail.writeUInt32LE(ZIP64_END, 0);
    tail.writeBigUInt64LE(44n, 4);
    tail.writeUInt16LE(VERSION_ZIP64, 12);
    tail.writeUInt16LE(VERSION_ZIP64, 14);
    tail.writeBigUInt64LE(BigInt(count), 24);
    tail.writeBigUInt64LE(BigInt(count), 32);
    tail.writeBigUInt64LE(BigInt(size), 40);
    tail.writeBigUInt64LE(BigInt(start), 48);
    tail.writeUInt32LE(ZIP64_LOCATOR, 56);
    tail.writeBigUInt64LE(BigInt(this.#position), 64);
    tail.writeUInt32LE(1, 72);
    tail.writeUInt32LE(END, 76);
    tail.writeUInt16LE(count, 84);
    tail.writeUInt16LE(count, 86);
    tail.writeUInt32LE(size, 88);
    tail.writeUInt32LE(Math.min(start, IN_ZIP64), 92);
    this.#append(tail);
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }

  #append(bytes: Buffer): void {
    let written = 0;
    while (written < bytes.length) {
      written += writeSync(this.#file, bytes, written, bytes.length - written, this.#position + written);
    }
    this.#position += bytes.length;
  }
}

function localHeader({ name, crc, bytes, compressedBytes }: Entry): Buffer {
  const header = Buffer.alloc(30 + 20);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  header.writeUInt16LE(VERSION_ZIP64, 4);
  header.writeUInt16LE(UTF8_NAMES, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(FIXED_DATE, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(IN_ZIP64, 18);
  header.writeUInt32LE(IN_ZIP64, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(20, 28);
  header.writeUInt16LE(ZIP64_EXTRA, 30);
  header.writeUInt16LE(16, 32);
  header.writeBigUInt64LE(BigInt(bytes), 34);
  header.writeBigUInt64LE(BigInt(compressedBytes), 42);
  return Buffer.concat([header.subarray(0, 30), name, header.subarray(30)]);
}

function centralHeader({ name, offset, crc, bytes, compressedBytes }: Entry): Buffer {
  const header = Buffer.alloc(46 + 28);
  header.writeUInt32LE(CENTRAL_HEADER, 0);
  header.writeUInt16LE(VERSION_ZIP64, 4);
  header.writeUInt16LE(VERSION_ZIP64, 6);
  header.writeUInt16LE(UTF8_NAMES, 8);
  header.writeUInt16LE(DEFLATED, 10);
  header.writeUInt16LE(FIXED_DATE, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(IN_ZIP64, 20);
  header.writeUInt32LE(IN_ZIP64, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(28, 30);
  header.writeUInt32LE(IN_ZIP64, 42);
  header.writeUInt16LE(ZIP64_EXTRA, 46);
  header.writeUInt16LE(24, 48);
  header.writeBigUInt64LE(BigInt(bytes), 50);
  header.writeBigUInt64LE(BigInt(compressedBytes), 58);
  header.writeBigUInt64LE(BigInt(offset), 66);
  return Buffer.concat([header.subarray(0, 46), name, header.subarray(46)]);
}
