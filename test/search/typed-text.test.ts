import { describe, expect, test } from 'vitest';
import { noticesOfText, readTypedText } from '../../src/search/typed-text.ts';

describe('free text that somebody typed', () => {
  test.each([
    ['words', 'bird wing', 'words'],
    ['a phrase', '"bird wing"', 'words'],
    ['a phrase with the look of a hop', '"hop(maker"', 'words'],
    ['an address', 'https://example.org/objects/12', 'words'],
    ['a condition', 'bird kind:specimen', 'query'],
    ['a whole hop', 'hop(maker, born:..1800)', 'query'],
    ['a hop that is not closed', 'hop(maker, born:..1800', 'unreadable'],
    ['a mark that is not closed', '5" disk', 'unreadable'],
    ['a field that is none', 'Penang: a letter', 'unreadable'],
    ['a name with an open bracket', 'Smith (', 'unreadable'],
    ['only marks', ')-:"', 'unreadable'],
  ])('%s', (_, text, kind) => {
    expect(readTypedText(text).kind).toBe(kind);
  });

  test('the notice says that it was searched as words, why, and how to mend it', () => {
    expect(noticesOfText({ kind: 'text', value: 'hop(maker, born:..1800' })).toEqual([
      '"hop(maker, born:..1800" was searched for as words, since it does not read as a query: The parenthesis is not closed. Close it, or put it in quotation marks.',
    ]);
    expect(noticesOfText({ kind: 'text', value: 'country:MY' })).toEqual([
      '"country:MY" was searched for as words. To ask it as a query, send it as "query".',
    ]);
  });

  test('beside other conditions too, and mere words have none', () => {
    const kind = { kind: 'is', field: 'kind', value: 'specimen' } as const;
    expect(noticesOfText({ kind: 'and', of: [kind, { kind: 'text', value: 'near(1,2' }] })).toHaveLength(1);
    expect(noticesOfText({ kind: 'and', of: [kind, { kind: 'text', value: 'Wallace' }] })).toEqual([]);
    expect(noticesOfText({ kind: 'text', value: 'country:MY', whole: true })).toEqual([]);
  });
});
