import { findField, type Field } from '../vocabulary/fields.ts';
import type { EmbeddedIndex } from './embedded-index.ts';
import type { SuggestOptions, Suggestion } from './engine.ts';
import { QueryError } from './query-error.ts';
import type { RowSet } from './row-set.ts';
import type { CountCache } from './selection-counts.ts';
import { fold } from './text-fold.ts';
import { tokenise } from './text-tokens.ts';
import { topItems } from './top-items.ts';

/** The fields whose values are suggested where none are named. */
export const SUGGEST_FIELDS: readonly string[] = [
  'agent',
  'scientificName',
  'vernacularName',
  'genus',
  'family',
  'title',
  'objectType',
  'country',
  'stateProvince',
  'island',
  'expedition',
  'catalogNumber',
];

const MOST = 100;
const LONGEST_PREFIX = 200;
/** Where more values begin so, all values are passed from the most frequent on instead: the first ones come soon. */
const MOST_FOUND = 2_000;
const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** The name of a country in English; the code itself where it has none. */
export function countryName(code: string): string {
  try {
    return countryNames.of(code) ?? code;
  } catch {
    return code;
  }
}

export function suggestValues(
  source: { readonly index: EmbeddedIndex; readonly rows: RowSet; readonly cache: CountCache },
  { prefix, fields = SUGGEST_FIELDS, limit = 10 }: SuggestOptions,
): Suggestion[] {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new QueryError(`From 1 to ${MOST} values are suggested.`);
  const wanted = prefix.trim().slice(0, LONGEST_PREFIX);
  if (wanted === '') return [];
  return fields
    .flatMap((name) => suggestField(source, { field: suggestable(source.index, name), prefix: wanted, limit }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, limit);
}

function suggestable(index: EmbeddedIndex, name: string): Field {
  const field = findField(name);
  if (field === undefined || !index.hasColumn(field.name) || (field.type !== 'keyword' && field.type !== 'country')) {
    throw new QueryError(`Values of "${name.slice(0, 80)}" cannot be suggested.`, {
      hint: 'Ask for fields of the index that hold words.',
    });
  }
  return field;
}

function suggestField(
  { index, rows, cache }: { readonly index: EmbeddedIndex; readonly rows: RowSet; readonly cache: CountCache },
  { field, prefix, limit }: { readonly field: Field; readonly prefix: string; readonly limit: number },
): Suggestion[] {
  const texts = index.texts(field.name);
  const isCountry = field.type === 'country';
  const column = index.column(field.name);
  const counts = cache.count(column, rows);
  const compare = (a: number, b: number) => counts[b]! - counts[a]! || a - b;
  const found = isCountry
    ? Array.from({ length: texts.size }, (_, at) => at + 1).filter((code) => namesCountry(texts.get(code), prefix))
    : texts.beginningWords(prefix, MOST_FOUND);
  const present = found?.filter((code) => counts[code]! > 0);
  const codes =
    present === undefined
      ? firstOf(cache.byCount(column, rows), { limit, test: (code) => texts.hasWordBeginning(code, prefix) })
      : topItems(present, { limit, compare });
  return codes.map((code) => {
    const value = texts.get(code);
    return { field: field.name, value, label: isCountry ? countryName(value) : value, count: counts[code]! };
  });
}

function firstOf(
  codes: Uint32Array,
  { limit, test }: { readonly limit: number; readonly test: (code: number) => boolean },
): number[] {
  const found: number[] = [];
  for (let at = 0; at < codes.length && found.length < limit; at++) if (test(codes[at]!)) found.push(codes[at]!);
  return found;
}

/** By its code, or by the beginning of a word of its name. */
function namesCountry(code: string, prefix: string): boolean {
  const folded = fold(prefix);
  const name = fold(countryName(code));
  return fold(code) === folded || name.startsWith(folded) || tokenise(name).some((word) => word.startsWith(folded));
}
