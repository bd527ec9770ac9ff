import type { Query, Sort } from '../model/query.ts';
import { QueryError } from '../search/engine.ts';
import { formatSort, parseQueryParameters } from '../search/query-url.ts';
import { readTypedText } from '../search/typed-text.ts';
import { searchHref, withCondition, without } from './query-parts.ts';

/** Records on a page of results. */
export const PAGE_SIZE = 24;
export const VIEWS = ['list', 'table', 'gallery', 'map', 'timeline'] as const;
export type View = (typeof VIEWS)[number];

/** What the address of a search asks for. */
export interface SearchAddress {
  readonly query: Query;
  readonly sort?: Sort;
  readonly cursor?: string;
  readonly view: View;
  /** Field → text that a facet's values must contain. */
  readonly find: ReadonlyMap<string, string>;
  /** Fields of which more values are shown. */
  readonly more: ReadonlySet<string>;
  /** What was typed and read as mere words, where it looked like more, and why. */
  readonly asWords?: TypedAsWords;
}

/** Text that was searched for as words since it does not read as a query. */
export interface TypedAsWords {
  readonly text: string;
  /** What is wrong with it and how to mend it, in English. */
  readonly why: string;
}

/** Parameters that only a form sends; they are redirected to the address that says the same. */
const YEARS = ['from', 'to'] as const;

/** The search of an address, or the canonical address to which to redirect. Throws QueryError. */
export function parseSearchAddress(
  parameters: URLSearchParams,
): { readonly kind: 'search'; readonly search: SearchAddress } | { readonly kind: 'redirect'; readonly href: string } {
  const years = YEARS.map((name) => parameters.get(name)?.trim() ?? '');
  const isForm = YEARS.some((name) => parameters.has(name)) || [...parameters.values()].includes('');
  const kept = new URLSearchParams(
    [...parameters].filter(([name, value]) => value !== '' && name !== 'from' && name !== 'to'),
  );
  const typed = readTyped(kept);
  const { query, sort, cursor, rest } = parseQueryParameters(typed.parameters);
  const full = addYears(typed.query === undefined ? query : withCondition(query, typed.query), years);
  const search: SearchAddress = {
    query: full,
    ...(sort === undefined ? {} : { sort }),
    ...(cursor === undefined ? {} : { cursor }),
    view: VIEWS.find((view) => view === rest.get('view')) ?? 'list',
    find: new Map(
      [...rest].flatMap(([name, value]) => (name.startsWith('find.') ? [[name.slice(5), value.slice(0, 100)]] : [])),
    ),
    more: new Set(rest.getAll('more')),
    ...(typed.asWords === undefined ? {} : { asWords: typed.asWords }),
  };
  return isForm || typed.query !== undefined
    ? { kind: 'redirect', href: addressOf(search) }
    : { kind: 'search', search };
}

interface Typed {
  readonly parameters: URLSearchParams;
  /** What the line says beyond words. */
  readonly query?: Query;
  readonly asWords?: TypedAsWords;
}

/** What is typed into the search box may be a whole query line; where it is none, it is words. */
function readTyped(parameters: URLSearchParams): Typed {
  const text = parameters.get('q');
  if (text === null) return { parameters };
  const typed = readTypedText(text);
  switch (typed.kind) {
    case 'words':
      return { parameters };
    case 'query': {
      const others = new URLSearchParams(parameters);
      others.delete('q');
      return { parameters: others, query: typed.query };
    }
    case 'unreadable': {
      const { message, hint } = typed.error;
      return { parameters, asWords: { text, why: [message, hint].filter(Boolean).join(' ') } };
    }
  }
}

function addYears(query: Query, [from = '', to = '']: readonly string[]): Query {
  if (from === '' && to === '') return query;
  for (const year of [from, to]) {
    if (year !== '' && !/^-?\d{1,4}$/u.test(year)) {
      throw new QueryError(`"${year.slice(0, 40)}" is not a year.`, { hint: 'A year is a whole number: 1858.' });
    }
  }
  const open = without(query, (condition) => condition.kind === 'range' && condition.field === 'date');
  return withCondition(open, {
    kind: 'range',
    field: 'date',
    ...(from === '' ? {} : { from: padded(from) }),
    ...(to === '' ? {} : { to: padded(to) }),
  });
}

/** A year with the four digits that EDTF wants. */
function padded(year: string): string {
  return /^\d{1,3}$/u.test(year) ? year.padStart(4, '0') : year;
}

/** The address of a search, whole or in part changed; a change of the query goes back to the first page. */
export function addressOf(search: SearchAddress, change: Partial<SearchAddress> = {}): string {
  const next = { ...search, ...(change.query === undefined ? {} : { cursor: undefined }), ...change };
  return searchHref(next.query, viewParameters({ ...next, cursor: next.cursor }));
}

/** The parameters of a search beside its query. */
export function viewParameters(search: {
  readonly view: View;
  readonly sort?: Sort | undefined;
  readonly cursor?: string | undefined;
}): Record<string, string> {
  return {
    ...(search.sort === undefined ? {} : { sort: formatSort(search.sort) }),
    ...(search.view === 'list' ? {} : { view: search.view }),
    ...(search.cursor === undefined ? {} : { cursor: search.cursor }),
  };
}
