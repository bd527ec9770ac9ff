import { parseBound } from '../model/day.ts';
import type { InQuery, IsQuery, LikeQuery, RangeQuery, Uncertain } from '../model/query.ts';
import type { Field } from '../vocabulary/fields.ts';
import { numberBound } from './dictionaries.ts';
import type { EmbeddedIndex } from './embedded-index.ts';
import { exactly, withMatch, type Resolution } from './resolution.ts';
import { RowSet, wordsFor } from './row-set.ts';
import { matchesPattern, parsePattern } from './text-pattern.ts';

export type Condition = IsQuery | InQuery | RangeQuery | LikeQuery;

/** Resolves a canonical condition on a field that the index holds. */
export function resolveIndexed(index: EmbeddedIndex, field: Field, condition: Condition): Resolution {
  switch (field.type) {
    case 'span':
      return resolveSpans(index, field.name, condition as IsQuery | InQuery | RangeQuery);
    case 'country':
      return resolveCountries(index, condition as IsQuery | InQuery);
    case 'number':
      return exactly(resolveNumbers(index, field.name, condition as IsQuery | InQuery | RangeQuery));
    default:
      return exactly(resolveTexts(index, field.name, condition));
  }
}

/** The values of `is` and `in`. */
export function valuesOf(condition: IsQuery | InQuery): readonly (string | number | boolean)[] {
  return condition.kind === 'is' ? [condition.value] : condition.values;
}

function resolveTexts(index: EmbeddedIndex, name: string, condition: Condition): RowSet {
  const column = index.column(name);
  const texts = index.texts(name);
  switch (condition.kind) {
    case 'is':
    case 'in':
      return column.rowsOf([...new Set(valuesOf(condition).flatMap((value) => texts.find(String(value))))]);
    case 'range': {
      const from = condition.from === undefined ? 1 : texts.lowerBound(String(condition.from));
      const to = condition.to === undefined ? texts.size : texts.upperBound(String(condition.to)) - 1;
      return column.rowsOfRange(from, to);
    }
    case 'like': {
      const pattern = parsePattern(condition.value);
      return column.rowsOf(texts.matching((folded) => matchesPattern(folded, pattern)));
    }
  }
}

function resolveNumbers(index: EmbeddedIndex, name: string, condition: IsQuery | InQuery | RangeQuery): RowSet {
  const column = index.column(name);
  const numbers = index.numbers(name);
  if (condition.kind === 'range') {
    const from = condition.from === undefined ? 0 : numberBound(numbers, Number(condition.from), false);
    const to = condition.to === undefined ? numbers.length : numberBound(numbers, Number(condition.to), true);
    return column.rowsOfRange(from + 1, to);
  }
  const codes = valuesOf(condition).flatMap((value) => {
    const at = numberBound(numbers, Number(value), false);
    return numbers[at] === value ? [at + 1] : [];
  });
  return column.rowsOf(codes);
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

function resolveSpans(index: EmbeddedIndex, name: string, condition: IsQuery | InQuery | RangeQuery): Resolution {
  const column = index.column(name);
  const { begins, ends, bases } = index.spans(name);
  const bounds = boundsOf(condition);
  const possible = new Uint8Array(column.distinct + 1);
  const certain = new Uint8Array(column.distinct + 1);
  for (let at = 0; at < begins.length; at++) {
    if (!hasBasis(bases[at] === 1, condition.basis)) continue;
    const result = compareSpan({ begin: begins[at]!, end: ends[at]! }, bounds);
    possible[at + 1] = result & 1;
    certain[at + 1] = result >> 1;
  }
  return withMatch(
    { possible: column.rowsOfFlags(possible), certain: column.rowsOfFlags(certain), texts: [] },
    condition.match,
  );
}

/** Certain where the country is, or where all countries that are possible are among those asked for. */
function resolveCountries(index: EmbeddedIndex, condition: IsQuery | InQuery): Resolution {
  const column = index.column('country');
  const wanted = new Uint8Array(column.distinct + 1);
  for (const value of valuesOf(condition))
    for (const code of index.texts('country').find(String(value))) wanted[code] = 1;
  const possible = column.rowsOfFlags(wanted);
  const certainCodes = index.certainCountries();
  const bits = new Uint32Array(wordsFor(index.records));
  for (const row of possible.rows()) {
    const codes = column.codes.subarray(column.offsets![row], column.offsets![row + 1]);
    if (wanted[certainCodes[row]!] === 1 || codes.every((code) => wanted[code] === 1)) {
      bits[row >>> 5]! |= 1 << (row & 31);
    }
  }
  return withMatch({ possible, certain: RowSet.ofBits(index.records, bits), texts: [] }, condition.match);
}
