import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDictionary } from '../../src/search/dictionaries.ts';
import { IndexFileReader, IndexFileWriter, writeDirectory } from '../../src/search/index-file.ts';
import { fold } from '../../src/search/text-fold.ts';
import { matchesPattern, parsePattern } from '../../src/search/text-pattern.ts';
import { Turns } from '../../src/search/turns.ts';

/** A dictionary of these texts, as an index holds them: each after a line break, and one after the last. */
async function withDictionary(texts: readonly string[], work: (texts: TextDictionary) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'collectome-dictionary-'));
  try {
    const writer = new IndexFileWriter(folder);
    for (const [form, values] of [
      ['texts', texts],
      ['folded', texts.map((text) => fold(text).replaceAll('\n', ' '))],
    ] as const) {
      const offsets = new Uint32Array(values.length + 1);
      let size = 1;
      values.forEach((text, index) => {
        offsets[index] = size;
        size += Buffer.byteLength(text) + 1;
      });
      offsets[values.length] = size;
      writer.add(`word/${form}/offsets`, offsets);
      writer.add(`word/${form}/blob`, Buffer.from(`\n${values.map((text) => `${text}\n`).join('')}`));
    }
    writer.dispose();
    writeDirectory(folder, { records: 0, columns: {}, terms: 0, keyWidth: 1, sections: writer.sections });
    const reader = new IndexFileReader(folder);
    try {
      await work(new TextDictionary(reader, 'word'));
    } finally {
      reader.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const codesOf = (texts: readonly string[], test: (text: string) => boolean) =>
  texts.flatMap((text, at) => (test(text) ? [at + 1] : []));
const characters = fc.constantFrom('a', 'b', 'B', 'é', 'ß', ' ', '\n', '漢', '-', '1');
const text = fc.array(characters, { maxLength: 8 }).map((parts) => parts.join(''));
const pattern = fc
  .array(fc.oneof(characters, fc.constantFrom('*', '?')), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''));

describe('TextDictionary', () => {
  it('finds what fulfils a pattern as if each text were tested', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 20 }), fc.array(pattern, { minLength: 5 }), (texts, patterns) =>
        withDictionary(texts, async (dictionary) => {
          for (const value of patterns) {
            const parsed = parsePattern(value);
            const expected = codesOf(texts, (other) => matchesPattern(fold(other), parsed));
            expect(await dictionary.matching(parsed, new Turns(undefined))).toEqual(expected);
          }
        }),
      ),
      { seed: 5, numRuns: 60 },
    );
  });

  it('tells what begins a word, of one text as of all', async () => {
    const texts = ['Maria Berg', 'Hamar', 'San-Mara', 'Émarch', 'mar', '漢mar', 'x\nmar'];
    await withDictionary(texts, async (dictionary) => {
      const each = texts.flatMap((_, at) => (dictionary.hasWordBeginning(at + 1, 'Mär') ? [at + 1] : []));
      expect(each).toEqual([1, 3, 5, 7]);
      expect(dictionary.beginningWords('Mär', 4)).toEqual(each);
      expect(dictionary.beginningWords('mar', 3)).toBeUndefined();
    });
  });

  it('stops when what is searched for is not wanted any more', async () => {
    await withDictionary(['a', 'b'], async (dictionary) => {
      const turns = new Turns(AbortSignal.abort(new Error('gone')));
      await expect(dictionary.matching(parsePattern('a*'), turns)).rejects.toThrow('gone');
    });
  });
});
