import { GrowingArray } from './growing-array.ts';
import type { IndexFileReader } from './index-file.ts';
import { Recent } from './recent.ts';
import { decodePostings, intersect, MatchUnion, NOTHING, type TextMatch } from './text-match.ts';
import type { TextPhrase } from './text-query.ts';
import { topItems } from './top-items.ts';
import { ByteReader } from '../model/bytes.ts';

/** Words that a beginning is expanded into at most; the most frequent ones. */
export const MAX_EXPANSIONS = 256;

/** Levels of a search for a word of which the words met are remembered. */
const KEPT_LEVELS = 12;

/** A word of the index: in how many rows it is, and where they stand. */
interface Word {
  readonly frequency: number;
  readonly rowStart: number;
  readonly rowLength: number;
  readonly positionStart: number;
  readonly positionLength: number;
}

/** Rows of frequent words are kept, as far as they fit into so many bytes: they take long to decode and are asked for often. */
const KEPT_BYTES = 96 * 2 ** 20;
const FREQUENT = 20_000;
const BYTES_A_ROW = 8;

/** The full text index, opened. Words and postings are read from the files as they are asked for. */
export class TextIndex {
  readonly #reader: IndexFileReader;
  readonly #terms: number;
  readonly #records: number;
  readonly #met = new Map<number, string>();
  readonly #joined: MatchUnion;
  /** By where a word's postings begin. */
  readonly #frequent = new Recent<number, TextMatch>(KEPT_BYTES);

  constructor(reader: IndexFileReader) {
    this.#reader = reader;
    this.#terms = reader.directory.terms;
    this.#records = reader.directory.records;
    this.#joined = new MatchUnion(this.#records);
  }

  /** Records that have all phrases. `notices` gets a sentence where a beginning stands for too many words. */
  match(phrases: readonly TextPhrase[], notices: string[]): TextMatch {
    const wanted = phrases.map(({ words, prefix }) =>
      words.map((word, index) =>
        prefix && index === words.length - 1 ? this.#expand(word, notices) : this.#find(word),
      ),
    );
    let result: TextMatch | undefined;
    for (const words of wanted.flat().toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
      const match = this.#union(words);
      result = result === undefined ? match : intersect(result, match);
      if (result.rows.length === 0) return NOTHING;
    }
    // That words follow each other is looked up last, where all words occur.
    for (const phrase of wanted) if (phrase.length > 1) result = this.#following(result!, phrase);
    return result ?? NOTHING;
  }

  #term(place: number): string {
    const [from, to] = this.#reader.read('terms/offsets', 'u32', place, place + 2);
    return Buffer.from(this.#reader.read('terms/blob', 'u8', from, to)).toString('utf8');
  }

  /** The first word that is not before this one, in UTF-16 order. */
  #lowerBound(word: string, isBefore = (term: string) => term < word): number {
    let low = 0;
    let high = this.#terms;
    for (let level = 0; low < high; level++) {
      const middle = (low + high) >>> 1;
      if (isBefore(level < KEPT_LEVELS ? this.#meet(middle) : this.#term(middle))) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #meet(place: number): string {
    let term = this.#met.get(place);
    if (term === undefined) {
      term = this.#term(place);
      this.#met.set(place, term);
    }
    return term;
  }

  #find(word: string): Word[] {
    const place = this.#lowerBound(word);
    return place < this.#terms && this.#term(place) === word ? this.#words(place, place + 1) : [];
  }

  #expand(prefix: string, notices: string[]): Word[] {
    const first = this.#lowerBound(prefix);
    const end = this.#lowerBound(prefix, (term) => term < prefix || term.startsWith(prefix));
    if (end - first <= MAX_EXPANSIONS) return this.#words(first, end);
    notices.push(
      `${(end - first).toLocaleString('en')} words begin with "${prefix}"; the ${MAX_EXPANSIONS} most frequent ones were searched.`,
    );
    const frequencies = this.#reader.read('terms/frequencies', 'u32', first, end);
    // The word itself is always among them.
    if (this.#term(first) === prefix) frequencies[0] = 0xffffffff;
    return topItems(frequencies.keys(), {
      limit: MAX_EXPANSIONS,
      compare: (a, b) => frequencies[b]! - frequencies[a]! || a - b,
    }).flatMap((at) => this.#words(first + at, first + at + 1));
  }

  /** The words from a place to another one, which is left out. */
  #words(from: number, to: number): Word[] {
    if (from >= to) return [];
    const frequencies = this.#reader.read('terms/frequencies', 'u32', from, to);
    const rowStarts = this.#reader.read('terms/rowStarts', 'f64', from, to);
    const rowLengths = this.#reader.read('terms/rowLengths', 'u32', from, to);
    const positionStarts = this.#reader.read('terms/positionStarts', 'f64', from, to);
    const positionLengths = this.#reader.read('terms/positionLengths', 'u32', from, to);
    return Array.from(frequencies, (frequency, at) => ({
      frequency,
      rowStart: rowStarts[at]!,
      rowLength: rowLengths[at]!,
      positionStart: positionStarts[at]!,
      positionLength: positionLengths[at]!,
    }));
  }

  #postings({ frequency, rowStart, rowLength }: Word): TextMatch {
    const kept = frequency < FREQUENT ? undefined : this.#frequent.get(rowStart);
    if (kept !== undefined) return kept;
    const bytes = this.#reader.read('postings/rows', 'u8', rowStart, rowStart + rowLength);
    const rarity = Math.log(1 + (this.#records - frequency + 0.5) / (frequency + 0.5)) / 255;
    const postings = decodePostings(bytes, { frequency, rarity });
    if (frequency >= FREQUENT) this.#frequent.set(rowStart, postings, frequency * BYTES_A_ROW);
    return postings;
  }

  /** Rows of any of the words, each with its best score. */
  #union(words: readonly Word[]): TextMatch {
    if (words.length === 0) return NOTHING;
    const matches = words.map((word) => this.#postings(word));
    return matches.length === 1 ? matches[0]! : this.#joined.of(matches);
  }

  /** Of rows that have all words of a phrase, those where they follow each other. */
  #following(match: TextMatch, phrase: readonly (readonly Word[])[]): TextMatch {
    const words = phrase.map((list) => this.#positions(list, match.rows));
    const kept = Uint32Array.from(match.rows.keys()).filter((index) => followsIn(words, index));
    return {
      rows: kept.map((index) => match.rows[index]!),
      scores: Float32Array.from(kept, (index) => match.scores[index]!),
    };
  }

  /** The positions of any of the words in each of the rows, ascending. */
  #positions(words: readonly Word[], wanted: Uint32Array): RowPositions {
    const lists = words.map((word) => this.#positionsOf(word, wanted));
    if (lists.length === 1) return lists[0]!;
    const offsets = new Uint32Array(wanted.length + 1);
    const positions = new GrowingArray();
    for (let row = 0; row < wanted.length; row++) {
      const own: number[] = [];
      for (const list of lists) own.push(...list.positions.subarray(list.offsets[row], list.offsets[row + 1]));
      for (const position of own.toSorted((a, b) => a - b)) positions.push(position);
      offsets[row + 1] = positions.length;
    }
    return { offsets, positions: positions.view() };
  }

  #positionsOf(word: Word, wanted: Uint32Array): RowPositions {
    const { rows } = this.#postings(word);
    const { positionStart, positionLength } = word;
    const bytes = this.#reader.read('postings/positions', 'u8', positionStart, positionStart + positionLength);
    const reader = new ByteReader(bytes);
    const offsets = new Uint32Array(wanted.length + 1);
    const positions = new GrowingArray();
    let next = 0;
    for (const row of rows) {
      while (next < wanted.length && wanted[next]! < row) offsets[++next] = positions.length;
      if (next === wanted.length) break;
      const isWanted = wanted[next] === row;
      let position = 0;
      for (let rest = reader.varint(); rest > 0; rest--) {
        position += reader.varint();
        if (isWanted) positions.push(position);
      }
    }
    while (next < wanted.length) offsets[++next] = positions.length;
    return { offsets, positions: positions.view() };
  }
}

/** Rows to be read for any of the words. */
function sizeOf(words: readonly Word[]): number {
  return words.reduce((sum, { frequency }) => sum + frequency, 0);
}

/** Positions by row: those of the n-th row asked for are positions[offsets[n]] to positions[offsets[n + 1] − 1]. */
interface RowPositions {
  readonly offsets: Uint32Array;
  readonly positions: Uint32Array;
}

/** Whether the words stand one after the other somewhere in the n-th row. */
function followsIn(words: readonly RowPositions[], row: number): boolean {
  const [first] = words;
  const next = words.map(({ offsets }) => offsets[row]!);
  for (let at = first!.offsets[row]!; at < first!.offsets[row + 1]!; at++) {
    const start = first!.positions[at]!;
    const follows = words.every(({ offsets, positions }, word) => {
      while (next[word]! < offsets[row + 1]! && positions[next[word]!]! < start + word) next[word]!++;
      return next[word]! < offsets[row + 1]! && positions[next[word]!] === start + word;
    });
    if (follows) return true;
  }
  return false;
}
