import { findField } from '../vocabulary/fields.ts';
import type { EmbeddedIndex } from './embedded-index.ts';
import type { Facet, FacetRequest } from './engine.ts';
import { QueryError } from './query-error.ts';
import type { RowSet } from './row-set.ts';
import { countCodes, type CountCache } from './selection-counts.ts';
import { topItems } from './top-items.ts';

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
  if (field === undefined || field.type === 'span' || !index.hasColumn(field.name)) throw notCountable(request.field);
  if (!Number.isInteger(request.limit) || request.limit < 1 || request.limit > MOST_VALUES) {
    throw new QueryError(`A facet shows 1 to ${MOST_VALUES.toLocaleString('en')} values.`);
  }
  const column = index.column(field.name);
  const counts = cache.count(column, possible);
  const certainCounts =
    field.type === 'country'
      ? countCodes({ codes: index.certainCountries(), offsets: undefined }, certain, column.distinct)
      : certain === possible
        ? counts
        : cache.count(column, certain);
  const { present, distinct, sum } = presentCodes(index, { name: field.name, counts, request });
  const byValue = request.sort === 'value';
  const codes = topItems(present, {
    limit: request.limit,
    compare: (a, b) => (byValue ? a - b : counts[b]! - counts[a]! || a - b),
  });
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

function presentCodes(
  index: EmbeddedIndex,
  { name, counts, request }: { name: string; counts: Uint32Array; request: FacetRequest },
): { readonly present: number[]; readonly distinct: number; readonly sum: number } {
  const { contains } = request;
  const present: number[] = [];
  let sum = 0;
  for (let code = 1; code < counts.length; code++) sum += counts[code]!;
  if (contains === undefined || contains === '' || findField(name)!.type === 'number') {
    for (let code = 1; code < counts.length; code++) if (counts[code]! > 0) present.push(code);
  } else for (const code of index.texts(name).containing(contains)) if (counts[code]! > 0) present.push(code);
  return { present, distinct: present.length, sum };
}

function notCountable(name: string): QueryError {
  return new QueryError(`"${name.slice(0, 80)}" cannot be counted by value.`, {
    hint: 'Facets are fields of the index that hold words, numbers or yes and no; dates are drawn as a histogram.',
  });
}
