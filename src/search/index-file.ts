import { closeSync, existsSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ByteWriter } from '../model/bytes.ts';

/** The version of the index's files: another version is rebuilt, not read. */
export const INDEX_VERSION = 1;
const DIRECTORY = 'index.json';
/** Node refuses reads and writes beyond 2 GB. */
const LARGEST_IO = 1 << 30;
/** What a stream gathers before it is written. */
const BUFFER_BYTES = 1 << 20;

const ELEMENTS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

export type ElementType = keyof typeof ELEMENTS;
interface ElementsOf {
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly u32: Uint32Array;
  readonly i32: Int32Array;
  readonly f64: Float64Array;
}
export type Elements = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;
export type Codes = Uint8Array | Uint16Array | Uint32Array;

interface Section {
  readonly file: string;
  readonly type: ElementType;
  /** Bytes from the file's beginning; a multiple of 8. */
  readonly offset: number;
  /** Elements, not bytes. */
  readonly length: number;
}

/** What a coded column's dictionary holds: texts, numbers, spans of days, or coordinates in microdegrees. */
export type DictionaryKind = 'text' | 'number' | 'span' | 'point';

export interface ColumnEntry {
  readonly dictionary: DictionaryKind;
  readonly many: boolean;
  /** Different values; codes run from 1 to this, 0 is none. */
  readonly distinct: number;
}

/** index.json */
export interface IndexDirectory {
  readonly version: number;
  readonly records: number;
  readonly columns: Readonly<Record<string, ColumnEntry>>;
  readonly terms: number;
  readonly keyWidth: number;
  readonly sections: Sections;
}

export type Sections = Readonly<Record<string, Section>>;

/** The directory of an index; undefined where there is none or one of another version. */
export function readDirectory(folder: string): IndexDirectory | undefined {
  const path = join(folder, DIRECTORY);
  if (!existsSync(path)) return undefined;
  const directory = JSON.parse(readFileSync(path, 'utf8')) as IndexDirectory;
  return directory.version === INDEX_VERSION ? directory : undefined;
}

/** Writes the directory, when all files are there: an unfinished index has none. */
export function writeDirectory(folder: string, entries: Omit<IndexDirectory, 'version'>): void {
  const directory: IndexDirectory = { version: INDEX_VERSION, ...entries };
  writeFileSync(join(folder, DIRECTORY), JSON.stringify(directory));
}

export function elementTypeOf(values: Elements): ElementType {
  return (Object.keys(ELEMENTS) as ElementType[]).find((type) => values instanceof ELEMENTS[type])!;
}

/** The smallest codes that hold values up to `largest`. */
export function allocateCodes(length: number, largest: number): Codes {
  if (largest < 1 << 8) return new Uint8Array(length);
  return largest < 1 << 16 ? new Uint16Array(length) : new Uint32Array(length);
}

function bytesOf(values: Elements): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** Appends sections of little-endian numbers to one of the index's files. */
class SectionFile {
  readonly name: string;
  readonly #descriptor: number;
  #size = 0;

  constructor(folder: string, name: string) {
    this.name = name;
    this.#descriptor = openSync(join(folder, name), 'w');
  }

  /** Where the next section begins. */
  align(): number {
    const padding = (8 - (this.#size % 8)) % 8;
    if (padding > 0) this.append(new Uint8Array(padding));
    return this.#size;
  }

  append(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;) {
      from += writeSync(this.#descriptor, bytes, from, Math.min(LARGEST_IO, bytes.length - from));
    }
    this.#size += bytes.length;
  }

  get size(): number {
    return this.#size;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** Writes some of the index's files. */
export class IndexFileWriter {
  readonly folder: string;
  readonly #suffix: string;
  readonly #files = new Map<string, SectionFile>();
  readonly #sections: Record<string, Section> = {};

  /** `suffix` tells the files of writers that write into the same folder apart. */
  constructor(folder: string, suffix = '') {
    this.folder = folder;
    this.#suffix = suffix;
  }

  #file(name: string): SectionFile {
    let file = this.#files.get(name);
    if (file === undefined) {
      file = new SectionFile(this.folder, name);
      this.#files.set(name, file);
    }
    return file;
  }

  add(name: string, values: Elements, fileName = 'columns.bin'): void {
    const file = this.#file(fileName.replace('.bin', `${this.#suffix}.bin`));
    const offset = file.align();
    file.append(bytesOf(values));
    this.#sections[name] = { file: file.name, type: elementTypeOf(values), offset, length: values.length };
  }

  /** Begins a section of bytes in a file of its own, to be appended to; `end` enters it into the directory. */
  stream(name: string, fileName: string): { append(bytes: Uint8Array): void; readonly size: number; end(): void } {
    const file = this.#file(fileName);
    const pending = new ByteWriter();
    const flush = () => {
      file.append(pending.view());
      pending.length = 0;
    };
    return {
      append: (bytes) => {
        pending.append(bytes);
        if (pending.length > BUFFER_BYTES) flush();
      },
      get size() {
        return file.size + pending.length;
      },
      end: () => {
        flush();
        this.#sections[name] = { file: fileName, type: 'u8', offset: 0, length: file.size };
      },
    };
  }

  /** The sections that were added; valid once the files are closed. */
  get sections(): Sections {
    return this.#sections;
  }

  /** Closes the files. */
  dispose(): void {
    for (const file of this.#files.values()) file.close();
    this.#files.clear();
  }
}

/** Reads sections of an index's files: whole ones once, into memory that threads can share; parts of large ones each time. */
export class IndexFileReader {
  readonly directory: IndexDirectory;
  readonly #folder: string;
  readonly #descriptors = new Map<string, number>();
  readonly #loaded = new Map<string, Elements>();

  /** Throws where there is no index or one of another version. */
  constructor(folder: string) {
    this.#folder = folder;
    this.directory = JSON.parse(readFileSync(join(folder, DIRECTORY), 'utf8')) as IndexDirectory;
    if (this.directory.version !== INDEX_VERSION) {
      throw new Error(
        `The index has version ${this.directory.version}; this software reads ${INDEX_VERSION}. Build again.`,
      );
    }
  }

  #section(name: string): Section {
    const section = this.directory.sections[name];
    if (section === undefined) throw new Error(`The index has no section "${name}". Build again.`);
    return section;
  }

  /** A whole section, read once. Throws where it is of another type. */
  load<Type extends ElementType>(name: string, type: Type): ElementsOf[Type] {
    const values = this.#load(name);
    if (!(values instanceof ELEMENTS[type]))
      throw new Error(`The index's section "${name}" is not ${type}. Build again.`);
    return values as ElementsOf[Type];
  }

  /** Codes, of whatever size they are. */
  loadCodes(name: string): Codes {
    return this.#load(name) as Codes;
  }

  #load(name: string): Elements {
    let values = this.#loaded.get(name);
    if (values === undefined) {
      const section = this.#section(name);
      values = this.read(name, section.type);
      this.#loaded.set(name, values);
    }
    return values;
  }

  /** Elements `from` (inclusive) to `to` (exclusive) of a section. */
  read<Type extends ElementType>(
    name: string,
    type: Type,
    from = 0,
    to = this.#section(name).length,
  ): ElementsOf[Type] {
    const { file, offset } = this.#section(name);
    const size = ELEMENTS[type].BYTES_PER_ELEMENT;
    const buffer = new SharedArrayBuffer((to - from) * size);
    this.#readInto(new Uint8Array(buffer), file, offset + from * size);
    const Constructor = ELEMENTS[type] as unknown as new (buffer: SharedArrayBuffer) => ElementsOf[Type];
    return new Constructor(buffer);
  }

  #readInto(target: Uint8Array, file: string, position: number): void {
    for (let done = 0; done < target.length;) {
      const length = Math.min(LARGEST_IO, target.length - done);
      const read = readSync(this.#descriptor(file), target, done, length, position + done);
      if (read === 0) throw new Error(`${file} of the index is shorter than its directory says. Build again.`);
      done += read;
    }
  }

  #descriptor(file: string): number {
    let descriptor = this.#descriptors.get(file);
    if (descriptor === undefined) {
      descriptor = openSync(join(this.#folder, file), 'r');
      this.#descriptors.set(file, descriptor);
    }
    return descriptor;
  }

  close(): void {
    for (const descriptor of this.#descriptors.values()) closeSync(descriptor);
    this.#descriptors.clear();
    this.#loaded.clear();
  }
}
