import { findField } from '../vocabulary/fields.ts';
import type { TextDictionary } from './dictionaries.ts';
import type { EmbeddedIndex } from './embedded-index.ts';
import type { Facet, FacetRequest } from './engine.ts';
import { QueryError } from './query-error.ts';
import type { RowSet } from './row-set.ts';
import { countCodes, type CountCache } from './selection-counts.ts';
import { topItems } from './top-items.ts';

/** Texts that are read one by one; where there are more, all of the dictionary are searched. */
const MOST_READ = 1_000;
/** Values a facet may be asked for. */
const MOST_VALUES = 1_000;

/** The rows of a selection, and where counts are kept. */
export interface Counted {
  readonly index: EmbeddedIndex;
  readonly possible: RowSet;
  readonly certain: RowSet;
  readonly cache: CountCache;
}

export function countFacet(counted: Counted, request: FacetRequest): Facet {
  const { index, possible, certain, cache } = counted;
  const field = findField(request.field);
  if (field === undefined || field.type === 'span' || !field.indexed) throw notCountable(request.field);
  if (!Number.isInteger(request.limit) || request.limit < 1 || request.limit > MOST_VALUES) {
    throw new QueryError(`A facet shows 1 to ${MOST_VALUES.toLocaleString('en')} values.`);
  }
  // An edition that was built before the field came to be.
  if (!index.hasColumn(field.name))
    return { field: field.name, values: [], distinct: 0, missing: possible.count, sumExceedsTotal: false };
  if (request.under !== undefined) return countBelow(counted, { ...request, under: request.under });
  const column = index.column(field.name);
  const counts = cache.count(column, possible);
  const certainCounts =
    field.type === 'country'
      ? countCodes({ codes: index.certainCountries(), offsets: undefined }, certain, column.distinct)
      : certain === possible
        ? counts
        : cache.count(column, certain);
  const { codes, distinct } = shownCodes(index, { name: field.name, counts, request });
  let sum = 0;
  for (let code = 1; code < counts.length; code++) sum += counts[code]!;
  const valueOf = (code: number) =>
    field.type === 'number' ? String(index.numbers(field.name)[code - 1]!) : index.texts(field.name).get(code);
  return {
    field: field.name,
    values: codes.map((code) => ({ value: valueOf(code), count: counts[code]!, certain: certainCounts[code]! })),
    distinct,
    missing: counts[0]!,
    sumExceedsTotal: sum > possible.count - counts[0]!,
  };
}

/** The values directly below one of a hierarchy, each with the records of all below it; those that no record has are left out. */
function countBelow(
  { index, possible, certain }: Counted,
  { field: name, under, limit, sort }: FacetRequest & { readonly under: string },
): Facet {
  const field = findField(name)!;
  if (field.tree === undefined)
    throw new QueryError(
      `The values of ${field.name} are not above and below each other, so none can be asked for under another.`,
    );
  const tree = index.tree(field.name);
  const column = index.column(field.name);
  const node = under === '' ? undefined : tree.find(under);
  if (node === undefined && under !== '')
    throw new QueryError(`${field.name} has no value "${under.slice(0, 80)}" that others could be under.`);
  const { nodes, counts, present } = tree.countBelow(node, column, possible);
  const certainCounts = certain === possible ? counts : tree.countBelow(node, column, certain).counts;
  const places = nodes.map((_, place) => place).filter((place) => counts[place]! > 0);
  const compare = sort === 'value' ? (a: number, b: number) => a - b : byCount(counts);
  let sum = 0;
  for (const count of counts) sum += count;
  return {
    field: field.name,
    values: topItems(places, { limit, compare }).map((place) => ({
      value: tree.key(nodes[place]!),
      count: counts[place]!,
      certain: certainCounts[place]!,
    })),
    distinct: places.length,
    missing: possible.count - present,
    sumExceedsTotal: sum > present,
  };
}

/** The codes to be shown, in their order, and how many there are in all. */
function shownCodes(
  index: EmbeddedIndex,
  { name, counts, request }: { name: string; counts: Uint32Array; request: FacetRequest },
): { readonly codes: readonly number[]; readonly distinct: number } {
  const { contains, limit, sort } = request;
  if (contains !== undefined && contains !== '' && findField(name)!.type !== 'number') {
    const present = codesContaining(index.texts(name), { counts, contains });
    const compare = sort === 'value' ? (a: number, b: number) => a - b : byCount(counts);
    return { codes: topItems(present, { limit, compare }), distinct: present.length };
  }
  return sort === 'value' ? firstCodes(counts, limit) : topCodes(counts, limit);
}

/** The codes that are counted and whose texts contain another; where few are counted, only their texts are read. */
function codesContaining(
  texts: TextDictionary,
  { counts, contains }: { readonly counts: Uint32Array; readonly contains: string },
): number[] {
  const few: number[] = [];
  for (let code = 1; code < counts.length && few.length <= MOST_READ; code++) if (counts[code]! > 0) few.push(code);
  return few.length > MOST_READ
    ? texts.containing(contains).filter((code) => counts[code]! > 0)
    : texts.containingOf(few, contains);
}

function byCount(counts: Uint32Array): (a: number, b: number) => number {
  return (a, b) => counts[b]! - counts[a]! || a - b;
}

function firstCodes(
  counts: Uint32Array,
  limit: number,
): { readonly codes: readonly number[]; readonly distinct: number } {
  const codes: number[] = [];
  let distinct = 0;
  for (let code = 1; code < counts.length; code++) {
    if (counts[code] === 0) continue;
    if (distinct++ < limit) codes.push(code);
  }
  return { codes, distinct };
}

/** Counts from here on are told apart by sorting only. */
const HIGHEST_LEVEL = 1_024;

/** The most frequent codes. Those that cannot be among them are left out before anything is sorted. */
function topCodes(
  counts: Uint32Array,
  limit: number,
): { readonly codes: readonly number[]; readonly distinct: number } {
  const levels = new Uint32Array(HIGHEST_LEVEL + 1);
  for (let code = 1; code < counts.length; code++) levels[Math.min(counts[code]!, HIGHEST_LEVEL)]!++;
  const distinct = counts.length - 1 - levels[0]!;
  let least = HIGHEST_LEVEL;
  for (let reached = levels[least]!; reached < limit && least > 1;) reached += levels[--least]!;
  const candidates: number[] = [];
  for (let code = 1; code < counts.length; code++) if (counts[code]! >= least) candidates.push(code);
  return { codes: topItems(candidates, { limit, compare: byCount(counts) }), distinct };
}

function notCountable(name: string): QueryError {
  return new QueryError(`"${name.slice(0, 80)}" cannot be counted by value.`, {
    hint: 'Facets are fields of the index that hold words, numbers or yes and no; dates are drawn as a histogram.',
  });
}
