import { describe, expect, test } from 'vitest';
import { addressOf, parseSearchAddress } from '../../src/site/search-address.ts';
import { chosenValues, searchHref, textOf } from '../../src/site/query-parts.ts';

function parse(text: string) {
  return parseSearchAddress(new URLSearchParams(text));
}

/** The search of an address that is not redirected. */
function search(text: string) {
  const parsed = parse(text);
  if (parsed.kind === 'redirect') throw new Error(`redirected to ${parsed.href}`);
  return parsed.search;
}

describe('the address of a search', () => {
  test.each([
    ['what a form leaves empty is left out', 'q=&kind=specimen&from=&to=', '/search?kind=specimen'],
    ['two years are a span', 'from=1850&to=1860', '/search?date=1850%2C1860'],
    ['one year is an open span', 'q=wallace&from=1850', '/search?q=wallace&date=1850%2C*'],
    ['years replace the span that was there', 'date=1800,1810&from=1850&to=1860', '/search?date=1850%2C1860'],
    ['a typed line becomes its conditions', 'q=wallace kind:specimen', '/search?q=wallace&kind=specimen'],
    ['the view stays', 'view=gallery&q=-kind:archive', '/search?not.kind=archive&view=gallery'],
  ])('%s', (_, text, href) => {
    expect(parse(text)).toEqual({ kind: 'redirect', href });
    expect(parse(href.split('?')[1] ?? '').kind).toBe('search');
  });

  test('words are words, quoted or not, and need no redirection', () => {
    expect(textOf(search('q=bird wing').query)).toBe('bird wing');
    expect(parse('q="bird wing"').kind).toBe('search');
  });

  test('what only looks like a line is read as words, and the page says why', () => {
    const found = search('q=Penang: a letter');
    expect(textOf(found.query)).toBe('Penang: a letter');
    expect(found.asWords).toEqual({ text: 'Penang: a letter', why: expect.stringMatching(/Penang/u) });
  });

  test('a year that is none is refused with its mend', () => {
    expect(() => parse('from=spring')).toThrow(/not a year/u);
  });

  test('another query begins at the first page; another view keeps its place', () => {
    const found = search('kind=specimen&kind=fossil&cursor=abc&sort=-title');
    expect(chosenValues(found.query, 'kind')).toEqual(['specimen', 'fossil']);
    expect(addressOf(found, { query: { kind: 'all' } })).toBe('/search?sort=-title');
    expect(addressOf(found, { view: 'table' })).toContain('cursor=abc');
    expect(searchHref(found.query)).toBe('/search?kind=specimen&kind=fossil');
  });
});
