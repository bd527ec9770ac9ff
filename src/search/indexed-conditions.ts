import { parseBound } from '../model/day.ts';
import type { InQuery, IsQuery, LikeQuery, RangeQuery, Uncertain } from '../model/query.ts';
import type { Field } from '../vocabulary/fields.ts';
import { flagsOf, type ColumnCondition } from './column-condition.ts';
import { numberBound } from './dictionaries.ts';
import type { EmbeddedIndex } from './embedded-index.ts';
import { overlappingSpans } from './span-lookup.ts';
import { parsePattern } from './text-pattern.ts';
import type { Turns } from './turns.ts';

export type Condition = IsQuery | InQuery | RangeQuery | LikeQuery;

/** What a canonical condition asks of the column of a field that the index holds. */
export function columnCondition(
  index: EmbeddedIndex,
  field: Field,
  condition: Exclude<Condition, LikeQuery>,
): ColumnCondition {
  switch (field.type) {
    case 'span':
      return spanCondition(index, field.name, condition);
    case 'country':
      return countryCondition(index, condition as IsQuery | InQuery);
    case 'number':
      return {
        column: index.column(field.name),
        codes: codesOfNumbers(index, field.name, condition),
      };
    default: {
      const column = index.column(field.name);
      return field.tree !== undefined && condition.kind !== 'range'
        ? { column, codes: index.tree(field.name).codesBelow(valuesOf(condition).map(String)) }
        : { column, codes: codesOfTexts(index, field.name, condition) };
    }
  }
}

/** The same of a pattern, for which the values are searched. */
export async function patternCondition(
  index: EmbeddedIndex,
  { field, value }: LikeQuery,
  turns: Turns,
): Promise<ColumnCondition> {
  return { column: index.column(field), codes: await index.texts(field).matching(parsePattern(value), turns) };
}

/** The values of `is` and `in`. */
export function valuesOf(condition: IsQuery | InQuery): readonly (string | number | boolean)[] {
  return condition.kind === 'is' ? [condition.value] : condition.values;
}

function codesOfTexts(
  index: EmbeddedIndex,
  name: string,
  condition: IsQuery | InQuery | RangeQuery,
): ArrayLike<number> {
  const texts = index.texts(name);
  switch (condition.kind) {
    case 'is':
    case 'in':
      return inOrder(valuesOf(condition).flatMap((value) => texts.find(String(value))));
    case 'range': {
      const from = condition.from === undefined ? 1 : texts.lowerBound(String(condition.from));
      const to = condition.to === undefined ? texts.size : texts.upperBound(String(condition.to)) - 1;
      return codesBetween(from, to);
    }
  }
}

function codesOfNumbers(
  index: EmbeddedIndex,
  name: string,
  condition: IsQuery | InQuery | RangeQuery,
): ArrayLike<number> {
  const numbers = index.numbers(name);
  if (condition.kind === 'range') {
    const from = condition.from === undefined ? 0 : numberBound(numbers, Number(condition.from), false);
    const to = condition.to === undefined ? numbers.length : numberBound(numbers, Number(condition.to), true);
    return codesBetween(from + 1, to);
  }
  return inOrder(
    valuesOf(condition).flatMap((value) => {
      const at = numberBound(numbers, Number(value), false);
      return numbers[at] === value ? [at + 1] : [];
    }),
  );
}

function inOrder(codes: readonly number[]): number[] {
  return [...new Set(codes)].toSorted((a, b) => a - b);
}

/** From `from` to `to`, both inclusive; none where the range ends before it begins. */
function codesBetween(from: number, to: number): Uint32Array {
  return Uint32Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/** The days that a condition on a span asks for, both ends inclusive; one per value. */
export function boundsOf(condition: IsQuery | InQuery | RangeQuery): { readonly from: number; readonly to: number }[] {
  const ranges =
    condition.kind === 'range'
      ? [{ from: condition.from, to: condition.to }]
      : valuesOf(condition).map((value) => ({ from: String(value), to: String(value) }));
  return ranges.map(({ from, to }) => ({
    from: from === undefined ? -Infinity : (parseBound(String(from), 'begin') ?? -Infinity),
    to: to === undefined ? Infinity : (parseBound(String(to), 'end') ?? Infinity),
  }));
}

const POSSIBLE = 1;
const CERTAIN = 3;

/** 0 where a span lies outside the bounds, 1 where it overlaps them, 3 where they contain it. */
export function compareSpan(
  span: { readonly begin: number; readonly end: number },
  bounds: readonly { readonly from: number; readonly to: number }[],
): number {
  let result = 0;
  for (const { from, to } of bounds) {
    if (span.begin >= from && span.end <= to) return CERTAIN;
    if (span.begin <= to && span.end >= from) result = POSSIBLE;
  }
  return result;
}

/** Whether a value of this basis is asked for; recorded ones are unless the condition says otherwise. */
export function hasBasis(isInferred: boolean, basis: Uncertain['basis']): boolean {
  return basis === 'any' || isInferred === (basis === 'inferred');
}

function spanCondition(index: EmbeddedIndex, name: string, condition: IsQuery | InQuery | RangeQuery): ColumnCondition {
  const column = index.column(name);
  const spans = index.spans(name);
  const bounds = boundsOf(condition);
  const places = overlappingSpans(spans, bounds).filter((at) => hasBasis(spans.bases[at] === 1, condition.basis));
  const inside = places.filter(
    (at) => compareSpan({ begin: spans.begins[at]!, end: spans.ends[at]! }, bounds) === CERTAIN,
  );
  const codeOf = (at: number) => at + 1;
  if (condition.match === 'certain') return { column, codes: inside.map(codeOf) };
  if (inside.length === places.length) return { column, codes: places.map(codeOf) };
  const certain = flagsOf(column, inside.map(codeOf));
  return { column, codes: places.map(codeOf), isCertain: (row) => column.hasFlag(row, certain) };
}

/** Certain where the country is, or where all countries that are possible are among those asked for. */
function countryCondition(index: EmbeddedIndex, condition: IsQuery | InQuery): ColumnCondition {
  const column = index.column('country');
  const codes = inOrder(valuesOf(condition).flatMap((value) => index.texts('country').find(String(value))));
  const wanted = flagsOf(column, codes);
  const certainCodes = index.certainCountries();
  const isCertain = (row: number) => {
    if (wanted[certainCodes[row]!] === 1) return true;
    for (let at = column.offsets![row]!; at < column.offsets![row + 1]!; at++) {
      if (wanted[column.codes[at]!] === 0) return false;
    }
    return true;
  };
  return { column, codes, isCertain, doubtful: index.doubtfulCountries(), match: condition.match };
}
