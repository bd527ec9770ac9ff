import { join } from 'node:path';
import type { Pack } from '../catalogue/database.ts';
import { ByteTokens } from './byte-tokens.ts';
import type { IndexFileWriter } from './index-file.ts';
import { Occurrences } from './occurrences.ts';
import { TermTable } from './term-table.ts';
import { TextRun, TextRunReader } from './text-run.ts';
import { ByteWriter } from '../model/bytes.ts';

/** Memory of a run. */
const RUN_BYTES = 192_000_000;
/** And of one for few records. */
const RECORD_BYTES = 4096;
/** Between two values of a record, so that no phrase reaches from one into the next. */
const GAP = 2;
/** A record's words beyond these are not indexed: no phrase that far in is looked for. */
const LONGEST_RECORD = 50_000;

/** BM25's two constants. The first is high, since a word in a title alone weighs 8. */
const SATURATION = 4;
const LENGTH_SHARE = 0.5;

/** One text of some rows: a row may have several or none. */
export interface PackedText {
  readonly pack: Pack;
  readonly column: Uint8Array;
  /** How much its words weigh. */
  readonly weight: number;
}

/**
 * Builds the full text index: words in order, and per word the rows that have it with their quantised BM25 impact, and the
 * word's positions there. Runs of occurrences are gathered in memory by word, written, and merged at the end.
 */
export class TextIndexWriter {
  readonly #writer: IndexFileWriter;
  readonly #terms = new TermTable();
  readonly #lengths: Uint32Array;
  readonly #run: TextRun;
  readonly #paths: string[] = [];
  #row = -1;
  #position = 0;
  #weight = 1;
  #readers: TextRunReader[] = [];

  constructor(options: { readonly writer: IndexFileWriter; readonly records: number }) {
    this.#writer = options.writer;
    this.#lengths = new Uint32Array(options.records);
    this.#run = new TextRun(Math.min(RUN_BYTES, options.records * RECORD_BYTES));
  }

  /** All texts of the rows `from` to `to` − 1, the heaviest first. Calls go from row to row: each row comes in one call only. */
  add(from: number, to: number, texts: readonly PackedText[]): void {
    const cursors = texts.map((text) => ({ ...text, tokens: new ByteTokens(text.column), next: 0 }));
    for (let row = from; row < to; row++) {
      this.#row = row;
      this.#position = 0;
      for (const cursor of cursors) {
        const { rows } = cursor.pack;
        this.#weight = cursor.weight;
        for (; rows[cursor.next] === row; cursor.next++) cursor.tokens.read(this.#onWord, this.#onItem);
      }
    }
  }

  readonly #onWord = (bytes: Uint8Array, length: number): void => {
    if (this.#position >= LONGEST_RECORD) return;
    if (this.#run.isFull) this.#flush();
    this.#run.add(this.#terms.idOf(bytes, length), this.#row, this.#position++, this.#weight);
    this.#lengths[this.#row]!++;
  };

  readonly #onItem = (): void => {
    this.#position += GAP;
  };

  #flush(): void {
    if (this.#run.isEmpty) return;
    const path = join(this.#writer.folder, `run-${this.#paths.length}.tmp`);
    this.#paths.push(path);
    this.#run.write(path);
  }

  /** Merges the runs and writes the sections; returns the number of different words. */
  finish(): number {
    this.#flush();
    const { ids, blob, offsets } = this.#terms.ordered();
    this.#writer.add('terms/offsets', offsets, 'terms.bin');
    this.#writer.add('terms/blob', blob, 'terms.bin');
    const rank = new Uint32Array(ids.length);
    for (let place = 0; place < ids.length; place++) rank[ids[place]!] = place;
    this.#merge(rank);
    return ids.length;
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
