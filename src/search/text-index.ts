import { GrowingArray } from './growing-array.ts';
import type { IndexFileReader } from './index-file.ts';
import type { TextPhrase } from './text-query.ts';
import { ByteReader } from './varint.ts';

/** Words that a beginning is expanded into at most; the most frequent ones. */
export const MAX_EXPANSIONS = 256;

/** Rows that have a text, ascending, and what each scores. */
export interface TextMatch {
  readonly rows: Uint32Array;
  readonly scores: Float32Array;
}

/** The full text index, opened. Words and postings are read from the files as they are asked for. */
export class TextIndex {
  readonly #reader: IndexFileReader;
  readonly #terms: number;
  readonly #records: number;

  constructor(reader: IndexFileReader) {
    this.#reader = reader;
    this.#terms = reader.directory.terms;
    this.#records = reader.directory.records;
  }

  /** Records that have all phrases. `notices` gets a sentence where a beginning stands for too many words. */
  match(phrases: readonly TextPhrase[], notices: string[]): TextMatch {
    const places = phrases.map(({ words, prefix }) =>
      words.map((word, index) =>
        prefix && index === words.length - 1 ? this.#expand(word, notices) : this.#find(word),
      ),
    );
    let result: TextMatch | undefined;
    for (const list of places.flat().toSorted((a, b) => this.#size(a) - this.#size(b))) {
      const match = this.#union(list);
      result = result === undefined ? match : intersect(result, match);
      if (result.rows.length === 0) return NOTHING;
    }
    // That words follow each other is looked up last, where all words occur.
    for (const phrase of places) if (phrase.length > 1) result = this.#following(result!, phrase);
    return result ?? NOTHING;
  }

  /** Occurrences to be read for any of the words. */
  #size(places: readonly number[]): number {
    return places.reduce((sum, place) => sum + this.#number('frequencies', place), 0);
  }

  #term(place: number): string {
    const [from, to] = this.#reader.read('terms/offsets', 'u32', place, place + 2);
    return Buffer.from(this.#reader.read('terms/blob', 'u8', from, to)).toString('utf8');
  }

  /** The first word that is not before this one, in UTF-16 order. */
  #lowerBound(word: string, isBefore = (term: string) => term < word): number {
    let low = 0;
    let high = this.#terms;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(this.#term(middle))) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #find(word: string): number[] {
    const place = this.#lowerBound(word);
    return place < this.#terms && this.#term(place) === word ? [place] : [];
  }

  #expand(prefix: string, notices: string[]): number[] {
    const first = this.#lowerBound(prefix);
    const end = this.#lowerBound(prefix, (term) => term < prefix || term.startsWith(prefix));
    const places = Array.from({ length: end - first }, (_, index) => first + index);
    if (places.length <= MAX_EXPANSIONS) return places;
    notices.push(
      `${places.length.toLocaleString('en')} words begin with "${prefix}"; the ${MAX_EXPANSIONS} most frequent ones were searched.`,
    );
    const frequencies = this.#reader.read('terms/frequencies', 'u32', first, end);
    // The word itself is always among them.
    const score = (place: number) =>
      place === first && this.#term(first) === prefix ? Infinity : frequencies[place - first]!;
    return places.toSorted((a, b) => score(b) - score(a) || a - b).slice(0, MAX_EXPANSIONS);
  }

  #number(name: 'frequencies' | 'rowLengths' | 'positionLengths', place: number): number {
    return this.#reader.read(`terms/${name}`, 'u32', place, place + 1)[0]!;
  }

  #start(name: 'rowStarts' | 'positionStarts', place: number): number {
    return this.#reader.read(`terms/${name}`, 'f64', place, place + 1)[0]!;
  }

  #postings(place: number): TextMatch {
    const frequency = this.#number('frequencies', place);
    const start = this.#start('rowStarts', place);
    const bytes = this.#reader.read('postings/rows', 'u8', start, start + this.#number('rowLengths', place));
    const reader = new ByteReader(bytes);
    const rows = new Uint32Array(frequency);
    const scores = new Float32Array(frequency);
    const rarity = Math.log(1 + (this.#records - frequency + 0.5) / (frequency + 0.5)) / 255;
    let row = 0;
    for (let index = 0; index < frequency; index++) {
      row += reader.varint();
      rows[index] = row;
      scores[index] = bytes[reader.position++]! * rarity;
    }
    return { rows, scores };
  }

  /** Rows of any of the words, each with its best score. */
  #union(places: readonly number[]): TextMatch {
    if (places.length === 0) return NOTHING;
    if (places.length === 1) return this.#postings(places[0]!);
    const best = new Float32Array(this.#records);
    let count = 0;
    for (const place of places) {
      const { rows, scores } = this.#postings(place);
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index]!;
        if (best[row] === 0) count++;
        if (scores[index]! > best[row]!) best[row] = scores[index]!;
      }
    }
    const rows = new Uint32Array(count);
    const scores = new Float32Array(count);
    let length = 0;
    for (let row = 0; length < count; row++) {
      if (best[row] === 0) continue;
      rows[length] = row;
      scores[length++] = best[row]!;
    }
    return { rows, scores };
  }

  /** Of rows that have all words of a phrase, those where they follow each other. */
  #following(match: TextMatch, places: readonly (readonly number[])[]): TextMatch {
    const words = places.map((list) => this.#positions(list, match.rows));
    const kept = Uint32Array.from(match.rows.keys()).filter((index) => followsIn(words, index));
    return {
      rows: kept.map((index) => match.rows[index]!),
      scores: Float32Array.from(kept, (index) => match.scores[index]!),
    };
  }

  /** The positions of any of the words in each of the rows, ascending. */
  #positions(places: readonly number[], wanted: Uint32Array): RowPositions {
    const lists = places.map((place) => this.#positionsOf(place, wanted));
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

  #positionsOf(place: number, wanted: Uint32Array): RowPositions {
    const { rows } = this.#postings(place);
    const start = this.#start('positionStarts', place);
    const bytes = this.#reader.read('postings/positions', 'u8', start, start + this.#number('positionLengths', place));
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

const NOTHING: TextMatch = { rows: new Uint32Array(0), scores: new Float32Array(0) };

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

/** Rows of both, with the sum of their scores. */
function intersect(a: TextMatch, b: TextMatch): TextMatch {
  const size = Math.min(a.rows.length, b.rows.length);
  const rows = new Uint32Array(size);
  const scores = new Float32Array(size);
  let length = 0;
  for (let i = 0, j = 0; i < a.rows.length && j < b.rows.length;) {
    const difference = a.rows[i]! - b.rows[j]!;
    if (difference === 0) {
      rows[length] = a.rows[i]!;
      scores[length++] = a.scores[i++]! + b.scores[j++]!;
    } else if (difference < 0) i++;
    else j++;
  }
  return { rows: rows.subarray(0, length), scores: scores.subarray(0, length) };
}
