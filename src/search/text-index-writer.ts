import { join } from 'node:path';
import type { IndexFileWriter } from './index-file.ts';
import { Occurrences } from './occurrences.ts';
import { TextRun, TextRunReader } from './text-run.ts';
import { tokenise } from './text-tokens.ts';
import { ByteWriter } from './varint.ts';

/** Occurrences a run: 52 MB of memory. */
const RUN_LENGTH = 4_000_000;
/** Tokenised values that are kept, since many records share theirs; where fewer than one in eight does, none are. */
const REMEMBERED = 50_000;
const WORTH_REMEMBERING = 1 / 8;
/** Between two values of a record, so that no phrase reaches from one into the next. */
const GAP = 2;
/** A record's words beyond these are not indexed: no phrase that far in is looked for. */
const LONGEST_RECORD = 50_000;

/** BM25's two constants. The first is high, since a word in a title alone weighs 8. */
const SATURATION = 4;
const LENGTH_SHARE = 0.5;

/**
 * Builds the full text index: words in order, and per word the rows that have it with their quantised BM25 impact, and the
 * word's positions there. Runs of occurrences are sorted in memory, written, and merged at the end.
 */
export class TextIndexWriter {
  readonly #writer: IndexFileWriter;
  readonly #ids = new Map<string, number>();
  readonly #lengths: Uint32Array;
  readonly #positions: Uint32Array;
  readonly #run: TextRun;
  readonly #paths: string[] = [];
  #weight = 1;
  #remembered = new Map<string, readonly number[]>();
  #asked = 0;
  #known = 0;
  #readers: TextRunReader[] = [];

  constructor(options: { readonly writer: IndexFileWriter; readonly records: number }) {
    this.#writer = options.writer;
    this.#lengths = new Uint32Array(options.records);
    this.#positions = new Uint32Array(options.records);
    this.#run = new TextRun(Math.min(RUN_LENGTH, Math.max(1000, options.records * 128)));
  }

  /** Begins a field whose words weigh this much. */
  begin(weight: number): void {
    this.#weight = weight;
    this.#asked = 0;
    this.#known = 0;
  }

  /** A text or a list of texts; anything else has no words. */
  add(row: number, value: unknown): void {
    if (typeof value === 'string') this.#addText(row, value);
    else if (Array.isArray(value)) for (const item of value) this.add(row, item);
  }

  #addText(row: number, text: string): void {
    const ids = this.#tokens(text);
    if (ids.length === 0) return;
    let position = this.#positions[row]!;
    if (position + ids.length > LONGEST_RECORD) return;
    for (const id of ids) {
      if (this.#run.isFull) this.#flush();
      this.#run.add(id, row, position++, this.#weight);
    }
    this.#positions[row] = position + GAP;
    this.#lengths[row]! += ids.length;
  }

  #tokens(text: string): readonly number[] {
    const isWorthIt = this.#asked < REMEMBERED || this.#known > this.#asked * WORTH_REMEMBERING;
    if (!isWorthIt) return this.#idsOf(text);
    this.#asked++;
    const known = this.#remembered.get(text);
    if (known !== undefined) {
      this.#known++;
      return known;
    }
    const ids = this.#idsOf(text);
    if (this.#remembered.size >= REMEMBERED) this.#remembered = new Map();
    this.#remembered.set(text, ids);
    return ids;
  }

  #idsOf(text: string): readonly number[] {
    return tokenise(text).map((token) => {
      let id = this.#ids.get(token);
      if (id === undefined) {
        id = this.#ids.size;
        this.#ids.set(token, id);
      }
      return id;
    });
  }

  #flush(): void {
    if (this.#run.isEmpty) return;
    const path = join(this.#writer.folder, `run-${this.#paths.length}.tmp`);
    this.#paths.push(path);
    this.#run.write(path);
  }

  /** Merges the runs and writes the sections; returns the number of different words. */
  finish(): number {
    this.#flush();
    this.#remembered.clear();
    const terms = [...this.#ids.keys()];
    const rank = new Uint32Array(terms.length);
    terms
      .map((_, id) => id)
      .toSorted((a, b) => (terms[a]! < terms[b]! ? -1 : 1))
      .forEach((id, place) => (rank[id] = place));
    this.#writeTerms(terms, rank);
    this.#merge(rank);
    return terms.length;
  }

  #writeTerms(terms: readonly string[], rank: Uint32Array): void {
    const ordered: string[] = Array.from({ length: terms.length });
    terms.forEach((term, id) => (ordered[rank[id]!] = term));
    const offsets = new Uint32Array(terms.length + 1);
    ordered.forEach((term, place) => (offsets[place + 1] = offsets[place]! + Buffer.byteLength(term)));
    this.#writer.add('terms/offsets', offsets, 'terms.bin');
    this.#writer.add('terms/blob', Buffer.from(ordered.join('')), 'terms.bin');
  }

  #merge(rank: Uint32Array): void {
    const frequencies = new Uint32Array(rank.length);
    const rowStarts = new Float64Array(rank.length);
    const rowLengths = new Uint32Array(rank.length);
    const positionStarts = new Float64Array(rank.length);
    const positionLengths = new Uint32Array(rank.length);
    const rowStream = this.#writer.stream('postings/rows', 'postings.bin');
    const positionStream = this.#writer.stream('postings/positions', 'positions.bin');
    const impactOf = this.#impact();
    const [rowBytes, positionBytes] = [new ByteWriter(), new ByteWriter()];
    this.#readers = this.#paths.map((path) => new TextRunReader(path));
    const occurrences = new Occurrences();
    for (let id = 0; id < rank.length; id++) {
      occurrences.clear();
      rowBytes.length = 0;
      positionBytes.length = 0;
      for (const reader of this.#readers) if (reader.term === id) reader.take(occurrences);
      const place = rank[id]!;
      frequencies[place] = occurrences.write({ rowBytes, positionBytes, impactOf });
      rowStarts[place] = rowStream.size;
      rowLengths[place] = rowBytes.length;
      positionStarts[place] = positionStream.size;
      positionLengths[place] = positionBytes.length;
      rowStream.append(rowBytes.view());
      positionStream.append(positionBytes.view());
    }
    rowStream.end();
    positionStream.end();
    this.#writer.add('terms/frequencies', frequencies, 'terms.bin');
    this.#writer.add('terms/rowStarts', rowStarts, 'terms.bin');
    this.#writer.add('terms/rowLengths', rowLengths, 'terms.bin');
    this.#writer.add('terms/positionStarts', positionStarts, 'terms.bin');
    this.#writer.add('terms/positionLengths', positionLengths, 'terms.bin');
  }

  /** 1 to 255: how much a word of this weight says about a record of its length, without how rare the word is. */
  #impact(): (row: number, weight: number) => number {
    let sum = 0;
    let described = 0;
    for (const length of this.#lengths) {
      sum += length;
      if (length > 0) described++;
    }
    const mean = Math.max(1, sum / Math.max(1, described));
    return (row, weight) => {
      const norm = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * this.#lengths[row]!) / mean);
      return Math.max(1, Math.round((255 * weight) / (weight + norm)));
    };
  }

  dispose(): void {
    for (const reader of this.#readers) reader.close();
    this.#readers = [];
  }
}
