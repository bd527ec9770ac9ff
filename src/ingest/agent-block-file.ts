import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { nameKeyOf, type AgentBlock, type KnownAgent, type Mention, type StatedName } from '../link/agent-block.ts';
import type { NumberedBlock } from '../link/agent-collection.ts';

/** Mentions of the blocks that are packed and linked together. */
const MENTIONS_A_PACK = 20_000;
const BLOCKS_FILE = 'agent-blocks.bin';
const INDEX_FILE = 'agent-blocks.json';
export const BLOCK_FILES = [BLOCKS_FILE, INDEX_FILE] as const;

/** Where blocks that were packed together stand. */
export interface BlockPack {
  readonly offset: number;
  readonly length: number;
  /** The number of its first block; the others follow. */
  readonly first: number;
  readonly blocks: number;
}

/** A block as it was packed. */
export interface PackedBlock extends AgentBlock {
  readonly number: number;
  readonly mentionNumbers: readonly number[];
  /** Records of the known agents. */
  readonly knownRecords: readonly number[];
}

interface BlockLine {
  readonly key: string;
  readonly names: readonly StatedName[];
  readonly places: readonly string[];
  readonly datasets: readonly string[];
  /** A row for each mention: its number, name, company or -1, place, dataset, records, years if it has them, and year and number of each point of a series. */
  readonly mentions: readonly (readonly number[])[];
  readonly companies: readonly (readonly [number: number, companions: readonly string[]])[];
  readonly known: readonly KnownAgent[];
  readonly knownRecords: readonly number[];
}

/** Writes the blocks of an edition into its folder, so that a changed claim finds its own again. */
export class BlockFileWriter implements Disposable {
  readonly #folder: string;
  readonly #packs: BlockPack[] = [];
  readonly #descriptor: number;
  #pending: BlockLine[] = [];
  #mentions = 0;
  #blocks = 0;
  #offset = 0;

  constructor(folder: string) {
    this.#folder = folder;
    this.#descriptor = openSync(join(folder, BLOCKS_FILE), 'wx');
  }

  /** Adds a block; returns the pack that it made full, if it did. `records` has the record of each known agent of the collection. */
  add(block: NumberedBlock, records: readonly number[]): BlockPack | undefined {
    this.#pending.push(lineOf(block, records));
    this.#mentions += block.mentions.length;
    return this.#mentions < MENTIONS_A_PACK ? undefined : this.#pack();
  }

  /** Ends the file; returns the last pack, if there is one. */
  end(): BlockPack | undefined {
    return this.#pending.length === 0 ? undefined : this.#pack();
  }

  #pack(): BlockPack {
    const bytes = zstdCompressSync(JSON.stringify(this.#pending), {
      params: { [constants.ZSTD_c_compressionLevel]: 1 },
    });
    const pack = {
      offset: this.#offset,
      length: bytes.length,
      first: this.#blocks,
      blocks: this.#pending.length,
    };
    for (let written = 0; written < bytes.length;)
      written += writeSync(this.#descriptor, bytes, written, bytes.length - written);
    this.#packs.push(pack);
    this.#offset += bytes.length;
    this.#blocks += this.#pending.length;
    this.#pending = [];
    this.#mentions = 0;
    return pack;
  }

  /** Writes where each pack stands and how many units each block has. */
  writeIndex(units: readonly number[]): void {
    writeFileSync(join(this.#folder, INDEX_FILE), JSON.stringify({ packs: this.#packs, units } satisfies BlockIndex));
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }
}

/** Where the blocks of an edition stand, and how many units each has, in the order of their numbers. */
export interface BlockIndex {
  readonly packs: readonly BlockPack[];
  readonly units: readonly number[];
}

export function readBlockIndex(folder: string): BlockIndex {
  return JSON.parse(readFileSync(join(folder, INDEX_FILE), 'utf8')) as BlockIndex;
}

/** The blocks of a pack. */
export function readPack(folder: string, { offset, length, first }: BlockPack): readonly PackedBlock[] {
  const descriptor = openSync(join(folder, BLOCKS_FILE), 'r');
  try {
    const bytes = Buffer.alloc(length);
    for (let read = 0; read < length;) {
      const more = readSync(descriptor, bytes, read, length - read, offset + read);
      if (more === 0) throw new Error(`${BLOCKS_FILE} ends before its last block.`);
      read += more;
    }
    const lines = JSON.parse(zstdDecompressSync(bytes).toString()) as readonly BlockLine[];
    return lines.map((line, index) => blockOfLine(line, first + index));
  } finally {
    closeSync(descriptor);
  }
}

const ALONE = -1;

function lineOf(block: NumberedBlock, records: readonly number[]): BlockLine {
  const places = new Map<string, number>();
  const datasets = new Map<string, number>();
  const numberOf = (texts: Map<string, number>, text: string) => {
    const number = texts.get(text) ?? texts.size;
    if (number === texts.size) texts.set(text, number);
    return number;
  };
  const mentions = block.mentions.map(
    ({ name, company = ALONE, place, dataset, years, numbers = [], records: count }, index) => [
      block.mentionNumbers[index]!,
      name,
      company,
      numberOf(places, place),
      numberOf(datasets, dataset),
      count,
      ...(years === undefined
        ? []
        : [years.begin, years.end, ...numbers.flatMap(({ year, number }) => [year, number])]),
    ],
  );
  const companies = new Set(block.mentions.flatMap(({ company }) => (company === undefined ? [] : [company])));
  return {
    key: block.key,
    names: block.names.map(({ nameKey: _nameKey, ...name }) => name),
    places: [...places.keys()],
    datasets: [...datasets.keys()],
    mentions,
    companies: [...companies].map((company) => [company, block.companions(company)] as const),
    known: block.known,
    knownRecords: block.knownNumbers.map((number) => records[number]!),
  };
}

function blockOfLine(line: BlockLine, number: number): PackedBlock {
  const { key, places, datasets, known, knownRecords } = line;
  const companies = new Map(line.companies);
  return {
    key,
    number,
    names: line.names.map((name) => ({ ...name, nameKey: nameKeyOf(name) })),
    known,
    knownRecords,
    mentionNumbers: line.mentions.map(([mention]) => mention!),
    mentions: line.mentions.map(([, name, company, place, dataset, records, begin, end, ...points]): Mention => ({
      name: name!,
      company: company === ALONE ? undefined : company,
      place: places[place!]!,
      dataset: datasets[dataset!]!,
      years: begin === undefined ? undefined : { begin, end: end! },
      records: records!,
      ...(points.length === 0 ? {} : { numbers: numbersOf(points) }),
    })),
    companions: (company) => companies.get(company) ?? [],
  };
}

/** Year and number by turns. */
function numbersOf(points: readonly number[]): Mention['numbers'] {
  return points.flatMap((year, index) => (index % 2 === 0 ? [{ year, number: points[index + 1]! }] : []));
}
