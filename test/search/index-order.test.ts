import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteOrder } from '../../src/search/byte-order.ts';
import { ByteTokens } from '../../src/search/byte-tokens.ts';
import { TermTable } from '../../src/search/term-table.ts';
import { compareText } from '../../src/search/text-order.ts';
import { sortTexts } from '../../src/search/text-sort.ts';
import { tokenise } from '../../src/search/text-tokens.ts';

const SEED = { seed: 20_261_121 };
const letters = fc.constantFrom(...' -.,:/()_\'"%019aAbBzZéÉñüßøŁжあ\u0301'.split(''));
const label = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(''));
const anyText = fc.oneof(
  label,
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const encoder = new TextEncoder();

function blobOf(texts: readonly string[]): { readonly bytes: Uint8Array; readonly ends: Uint32Array } {
  const parts = texts.map((text) => encoder.encode(text));
  let length = 0;
  const ends = Uint32Array.from(parts, (part) => (length += part.length));
  return { bytes: Buffer.concat(parts), ends };
}

/** The words of packed texts, a list for each text. */
function readAll(texts: readonly string[]): string[][] {
  const tokens = new ByteTokens(encoder.encode(texts.join('\0')));
  return texts.map(() => {
    const words: string[] = [];
    tokens.read(
      (bytes, length) => words.push(Buffer.from(bytes.subarray(0, length)).toString('utf8')),
      () => undefined,
    );
    return words;
  });
}

describe('sortTexts', () => {
  it('orders as the collation does, numbers by value, accents and case last', () => {
    expect(
      sortTexts(['item 10', 'Item 9', 'item 9', 'Éclair', 'eclair', 'Eclair 007', 'Eclair 7', 'ångström']),
    ).toEqual(['ångström', 'eclair', 'Éclair', 'Eclair 007', 'Eclair 7', 'item 9', 'Item 9', 'item 10']);
  });

  it('is the order of compareText for any texts', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyText, { maxLength: 60 }), (texts) => {
        expect(sortTexts(texts)).toEqual(texts.toSorted(compareText));
      }),
      SEED,
    );
  });
});

describe('ByteOrder', () => {
  it('is the order of JavaScript texts, beyond the first plane too', () => {
    const texts = ['\u{1F600}', '\uFFFD', '\uE000', 'a', 'ab', '', 'abcdefghijklmnop', 'abcdefghijklmnoq', '\uD7FF'];
    const { bytes, ends } = blobOf(texts);
    const sorted = Array.from(new ByteOrder(bytes, ends).order(), (index) => texts[index]);
    expect(sorted).toEqual(texts.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('sorts any well-formed texts', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 16 }), { maxLength: 50 }), (texts) => {
        const { bytes, ends } = blobOf(texts);
        const sorted = Array.from(new ByteOrder(bytes, ends).order(), (index) => texts[index]);
        expect(sorted).toEqual(texts.toSorted((a, b) => (a < b ? -1 : 1)));
      }),
      SEED,
    );
  });
});

describe('ByteTokens', () => {
  it('finds the words that a query for the same text has', () => {
    const plain = anyText.map((text) => text.toWellFormed().replaceAll('\0', ' ').replaceAll('\u0001', ' '));
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 8 }), (texts) => {
        expect(readAll(texts)).toEqual(texts.map(tokenise));
      }),
      SEED,
    );
  });

  it.each([
    ['urn:uuid:F47AC10B-58cc-4372-a567-0e02b2c3d479 x', ['urn', 'uuid', 'f47ac10b58cc4372a5670e02b2c3d479', 'x']],
    ['f47ac10b-58cc-4372-a567-0e02b2c3d479f', ['f47ac10b', '58cc', '4372', 'a567', '0e02b2c3d479f']],
    ['é f47ac10b-58cc-4372-a567-0e02b2c3d479', ['e', 'f47ac10b58cc4372a5670e02b2c3d479']],
    ['x'.repeat(80), ['x'.repeat(64)]],
  ])('reads %s', (text, words) => {
    expect(readAll([text])).toEqual([words]);
    expect(tokenise(text)).toEqual(words);
  });
});

describe('TermTable', () => {
  it('gives each word one number, and all words in order', () => {
    const words = Array.from({ length: 200_000 }, (_, index) => `w${(index * 7919) % 150_000}`);
    const table = new TermTable();
    const ids = words.map((word) => {
      const bytes = encoder.encode(word);
      return table.idOf(bytes, bytes.length);
    });
    expect(table.size).toBe(150_000);
    expect(ids[150_000]).toBe(ids[0]);
    const { ids: order, blob, offsets } = table.ordered();
    const ordered = Array.from(order, (_, place) =>
      Buffer.from(blob.subarray(offsets[place], offsets[place + 1])).toString(),
    );
    expect(ordered).toEqual([...new Set(words)].toSorted((a, b) => (a < b ? -1 : 1)));
    expect(words[ids.indexOf(order[3]!)]).toBe(ordered[3]);
  });
});
