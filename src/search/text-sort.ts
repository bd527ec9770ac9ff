import { sortByWords, sortTies } from './byte-order.ts';
import { compareText } from './text-order.ts';

const FIRST = 0x20;
const LAST = 0x7e;
/** Longer runs of digits are not compared as one number. */
const MOST_DIGITS = 200;
const WORD = 4;
const WORDS = 4;
const MARKS = /[\u0300-\u036f]/gu;
/** A mark that is not over a letter. */
const STRAY_MARK = /(?<![A-Za-z]|\p{Mn})\p{Mn}/u;

/** What comes first of two texts by their first difference that is more than letter case or accent: by ASCII code, 1 up. */
const WEIGHTS = primaryWeights();
const DIGIT = WEIGHTS['0'.codePointAt(0)!]!;

/** Asked of the collation itself, so that both are the same whatever Unicode version Node has. */
function primaryWeights(): Uint8Array {
  const collator = new Intl.Collator('und', { sensitivity: 'base' });
  const codes = Array.from({ length: LAST - FIRST + 1 }, (_, index) => index + FIRST);
  const compare = (a: number, b: number) => collator.compare(String.fromCodePoint(a), String.fromCodePoint(b));
  const weights = new Uint8Array(LAST + 1);
  let weight = 0;
  let before: number | undefined;
  for (const code of codes.toSorted(compare)) {
    if (before === undefined || compare(before, code) !== 0) weight++;
    weights[code] = weight;
    before = code;
  }
  return weights;
}

/**
 * Sorts texts by `compareText`, an order of magnitude faster where they are ASCII with or without accents: those are sorted
 * by keys of their letters and numbers first, and compared only where the keys are alike.
 */
export function sortTexts(texts: readonly string[]): string[] {
  const plain: string[] = [];
  const keys: string[] = [];
  const others: string[] = [];
  const words = Array.from({ length: WORDS }, () => new Uint32Array(texts.length));
  const builder = new KeyBuilder();
  for (const text of texts) {
    if (!builder.build(text)) {
      others.push(text);
      continue;
    }
    words.forEach((list, word) => (list[plain.length] = builder.word(word)));
    plain.push(text);
    keys.push(builder.key());
  }
  const used = words.map((list) => list.subarray(0, plain.length));
  const order = sortTies({
    order: sortByWords(used),
    words: used,
    compare: (a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : compareText(plain[a]!, plain[b]!)),
  });
  const sorted = Array.from(order, (index) => plain[index]!);
  return others.length === 0 ? sorted : mergeTexts(sorted, others.toSorted(compareText));
}

/** The texts of two sorted lists in one; fastest where the second is short. */
export function mergeTexts(a: readonly string[], b: readonly string[]): string[] {
  const merged: string[] = [];
  let left = 0;
  for (const text of b) {
    // Few texts among many: their places are searched for, not passed by.
    let low = left;
    let high = a.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareText(a[middle]!, text) < 0) low = middle + 1;
      else high = middle;
    }
    for (; left < low; left++) merged.push(a[left]!);
    merged.push(text);
  }
  for (; left < a.length; left++) merged.push(a[left]!);
  return merged;
}

/** Makes the key of one text at a time. */
class KeyBuilder {
  #bytes = Buffer.alloc(1024);
  #length = 0;

  /** False where the text has letters whose place is not known here. */
  build(text: string): boolean {
    if (this.#take(text)) return true;
    const decomposed = text.normalize('NFD');
    return !STRAY_MARK.test(decomposed) && this.#take(decomposed.replace(MARKS, ''));
  }

  #take(text: string): boolean {
    // A run of digits takes two bytes more than it has digits.
    if (text.length * 3 > this.#bytes.length) this.#bytes = Buffer.alloc(text.length * 4);
    this.#length = 0;
    for (let at = 0; at < text.length;) {
      const code = text.charCodeAt(at);
      const weight = code > LAST ? 0 : WEIGHTS[code]!;
      if (weight === 0) return false;
      if (isDigit(code)) {
        const end = this.#takeNumber(text, at);
        if (end < 0) return false;
        at = end;
      } else {
        this.#bytes[this.#length++] = weight;
        at++;
      }
    }
    return true;
  }

  /** A number as its length and its digits, so that it sorts by value. */
  #takeNumber(text: string, from: number): number {
    let at = from;
    while (text.charCodeAt(at) === 0x30 && isDigit(text.charCodeAt(at + 1))) at++;
    const begin = at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at - from > MOST_DIGITS) return -1;
    this.#bytes[this.#length++] = DIGIT;
    this.#bytes[this.#length++] = at - begin;
    for (let digit = begin; digit < at; digit++) this.#bytes[this.#length++] = text.charCodeAt(digit);
    return at;
  }

  word(word: number): number {
    let value = 0;
    for (let at = word * WORD; at < (word + 1) * WORD; at++) {
      value = (value << 8) | (at < this.#length ? this.#bytes[at]! : 0);
    }
    return value >>> 0;
  }

  key(): string {
    return this.#bytes.toString('latin1', 0, this.#length);
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
