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
    let result: TextMatch | undefined;
    for (const phrase of phrases) {
      const match = this.#matchPhrase(phrase, notices);
      result = result === undefined ? match : intersect(result, match);
      if (result.rows.length === 0) break;
    }
    return result ?? { rows: new Uint32Array(0), scores: new Float32Array(0) };
  }

  #matchPhrase({ words, prefix }: TextPhrase, notices: string[]): TextMatch {
    const places = words.map((word, index) =>
      prefix && index === words.length - 1 ? this.#expand(word, notices) : this.#find(word),
    );
    if (places.some((list) => list.length === 0)) return { rows: new Uint32Array(0), scores: new Float32Array(0) };
    const matches = places.map((list) => this.#union(list.map((place) => this.#postings(place))));
    if (matches.length === 1) return matches[0]!;
    const together = matches.reduce(intersect);
    return this.#following(together, places);
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

  /** Rows of any of the matches, each with its best score. */
  #union(matches: readonly TextMatch[]): TextMatch {
    if (matches.length === 1) return matches[0]!;
    const best = new Float32Array(this.#records);
    let count = 0;
    for (const { rows, scores } of matches) {
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

  /** Of the rows that have all words of a phrase, those where they follow each other. */
  #following(match: TextMatch, places: readonly (readonly number[])[]): TextMatch {
    const wanted = match.rows;
    let ends: (readonly number[])[] | undefined;
    for (const list of places) {
      const positions = this.#positionsIn(list, wanted);
      ends =
        ends === undefined
          ? positions
          : positions.map((own, index) => {
              const before = new Set(ends![index]);
              return own.filter((position) => before.has(position - 1));
            });
    }
    const kept = Uint32Array.from(wanted.keys()).filter((index) => ends![index]!.length > 0);
    return {
      rows: kept.map((index) => wanted[index]!),
      scores: Float32Array.from(kept, (index) => match.scores[index]!),
    };
  }

  /** The positions of any of the words in each of the rows. */
  #positionsIn(places: readonly number[], wanted: Uint32Array): number[][] {
    const found: number[][] = Array.from(wanted, () => []);
    for (const place of places) {
      const { rows } = this.#postings(place);
      const start = this.#start('positionStarts', place);
      const bytes = this.#reader.read(
        'postings/positions',
        'u8',
        start,
        start + this.#number('positionLengths', place),
      );
      const reader = new ByteReader(bytes);
      let next = 0;
      for (const row of rows) {
        while (next < wanted.length && wanted[next]! < row) next++;
        if (next === wanted.length) break;
        const isWanted = wanted[next] === row;
        let position = 0;
        for (let rest = reader.varint(); rest > 0; rest--) {
          position += reader.varint();
          if (isWanted) found[next]!.push(position);
        }
      }
    }
    return found;
  }
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
