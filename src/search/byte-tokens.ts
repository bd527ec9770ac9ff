import { LONGEST_TOKEN, tokenise, UUID_LENGTH } from './text-tokens.ts';

/** What a byte is in a word: 0 no part of one, otherwise its lower case. Beyond ASCII is decided otherwise. */
const LETTERS = Uint8Array.from({ length: 128 }, (_, byte) => {
  const text = String.fromCodePoint(byte).toLowerCase();
  return /[a-z0-9]/u.test(text) ? text.codePointAt(0)! : 0;
});
const HEX = Uint8Array.from({ length: 128 }, (_, byte) => Number(/[0-9a-f]/iu.test(String.fromCodePoint(byte))));
const HYPHEN = 0x2d;
/** Between the items of a list (see index-columns). */
const ITEM = 0x01;
const HYPHENS: ReadonlySet<number> = new Set([8, 13, 18, 23]);

const encoder = new TextEncoder();

/**
 * Takes the words out of packed texts, as `tokenise` does, without making strings of what is plain ASCII. A text ends with
 * NUL or with the bytes; its items are divided by U+0001.
 */
export class ByteTokens {
  readonly #bytes: Uint8Array;
  readonly #word = new Uint8Array(LONGEST_TOKEN * 4);
  /** Where the next text begins. */
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Passes to the next text; `onWord` gets each of its words in the first `length` bytes, `onItem` is called behind each item. */
  read(onWord: (bytes: Uint8Array, length: number) => void, onItem: () => void): void {
    const bytes = this.#bytes;
    let at = this.#at;
    let begin = at;
    let isPlain = true;
    for (; ; at++) {
      const byte = at < bytes.length ? bytes[at]! : 0;
      if (byte >= 0x80) isPlain = false;
      if (byte > ITEM) continue;
      if (at > begin) {
        if (isPlain) this.#readPlain(begin, at, onWord);
        else this.#readOther(begin, at, onWord);
        onItem();
      }
      if (byte === 0) break;
      begin = at + 1;
      isPlain = true;
    }
    this.#at = at + 1;
  }

  #readPlain(from: number, to: number, onWord: (bytes: Uint8Array, length: number) => void): void {
    const bytes = this.#bytes;
    const word = this.#word;
    for (let at = from; at < to;) {
      if (LETTERS[bytes[at]!] === 0) {
        at++;
        continue;
      }
      let end = at;
      let length = 0;
      if (this.#isUuid(at, to)) {
        for (end = at + UUID_LENGTH; at < end; at++) if (bytes[at] !== HYPHEN) word[length++] = LETTERS[bytes[at]!]!;
      } else {
        for (; end < to; end++) {
          const letter = LETTERS[bytes[end]!]!;
          if (letter === 0) break;
          if (length < LONGEST_TOKEN) word[length++] = letter;
        }
      }
      onWord(word, length);
      at = end;
    }
  }

  /** Only asked where a word begins. */
  #isUuid(from: number, to: number): boolean {
    const bytes = this.#bytes;
    const end = from + UUID_LENGTH;
    if (end > to || bytes[from + 8] !== HYPHEN || bytes[from + 13] !== HYPHEN) return false;
    for (let at = from; at < end; at++) {
      if (HYPHENS.has(at - from) ? bytes[at] !== HYPHEN : HEX[bytes[at]!] === 0) return false;
    }
    return end === to || LETTERS[bytes[end]!] === 0;
  }

  #readOther(from: number, to: number, onWord: (bytes: Uint8Array, length: number) => void): void {
    const { buffer, byteOffset } = this.#bytes;
    for (const token of tokenise(Buffer.from(buffer, byteOffset + from, to - from).toString('utf8'))) {
      onWord(this.#word, encoder.encodeInto(token, this.#word).written);
    }
  }
}
