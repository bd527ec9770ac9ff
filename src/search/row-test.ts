import type { SqlValue } from '../catalogue/database.ts';
import type { InQuery, IsQuery, LikeQuery, Query, RangeQuery } from '../model/query.ts';
import { OPEN_BEGIN, OPEN_END } from './index-columns.ts';
import { boundsOf, compareSpan, hasBasis, valuesOf, type Condition } from './indexed-conditions.ts';
import { resolveField, type FieldReference, type Scope } from './query-fields.ts';
import type { RowColumns, RowTable } from './row-tables.ts';
import { fold } from './text-fold.ts';
import { compareText } from './text-order.ts';
import { longestPiece, matchesPattern, parsePattern, sqlPattern } from './text-pattern.ts';

/** What a row answers to a query: whether it fulfils it possibly, and whether certainly. */
export interface RowAnswer {
  readonly possible: boolean;
  readonly certain: boolean;
}

/**
 * A query compiled for the rows of one table: columns to select, a filter in SQL that lets through every row that may
 * fulfil it (and as few others as SQL can tell), and the test that decides. DuckDB cannot fold texts as we do.
 */
export interface RowTest {
  readonly columns: readonly string[];
  readonly filter: { readonly sql: string; readonly parameters: readonly SqlValue[] };
  readonly test: (values: readonly unknown[]) => RowAnswer;
}

type Filter = RowTest['filter'];
type Leaf = (values: readonly unknown[]) => RowAnswer;

const ANY: Filter = { sql: 'true', parameters: [] };
const NONE: Filter = { sql: 'false', parameters: [] };

export function compileRowTest(query: Query, table: RowTable, scope: Scope): RowTest {
  const columns: string[] = [];
  const { filter, test } = new RowCompiler(table, scope, columns).compile(query);
  return { columns, filter, test };
}

class RowCompiler {
  readonly #table: RowTable;
  readonly #scope: Scope;
  readonly #columns: string[];

  constructor(table: RowTable, scope: Scope, columns: string[]) {
    this.#table = table;
    this.#scope = scope;
    this.#columns = columns;
  }

  compile(query: Query): { readonly filter: Filter; readonly test: Leaf } {
    switch (query.kind) {
      case 'and':
      case 'or':
        return this.#list(query);
      case 'not': {
        const { test } = this.compile(query.of);
        return { filter: ANY, test: (values) => negate(test(values)) };
      }
      case 'exists':
        return this.#leaf(query.field, (reference, columns) => ({
          filter: {
            sql: `${columns.value ?? `coalesce(${columns.begin}, ${columns.end})`} is not null`,
            parameters: [],
          },
          test: (at) => (values) =>
            exact(isPresent(values[at]) || (reference.type === 'span' && isPresent(values[at + 1]))),
        }));
      case 'is':
      case 'in':
      case 'range':
      case 'like':
        return this.#leaf(query.field, (reference, columns) => condition(query, reference, columns));
      default:
        return { filter: ANY, test: () => exact(true) };
    }
  }

  #list(query: Extract<Query, { kind: 'and' | 'or' }>): { readonly filter: Filter; readonly test: Leaf } {
    const parts = query.of.map((part) => this.compile(part));
    const join = query.kind === 'and' ? ' and ' : ' or ';
    const every = query.kind === 'and';
    return {
      filter: {
        sql: `(${parts.map(({ filter }) => filter.sql).join(join)})`,
        parameters: parts.flatMap(({ filter }) => filter.parameters),
      },
      test: (values) => {
        const answers = parts.map(({ test }) => test(values));
        return {
          possible: every ? answers.every(({ possible }) => possible) : answers.some(({ possible }) => possible),
          certain: every ? answers.every(({ certain }) => certain) : answers.some(({ certain }) => certain),
        };
      },
    };
  }

  #leaf(
    field: string,
    make: (
      reference: FieldReference,
      columns: RowColumns,
    ) => { readonly filter: Filter; readonly test: (at: number) => Leaf },
  ): { readonly filter: Filter; readonly test: Leaf } {
    const reference = resolveField(field, this.#scope);
    const columns = this.#table.columnsOf(reference);
    if (columns === undefined) return { filter: NONE, test: () => exact(false) };
    const at = this.#columns.length;
    if (columns.value !== undefined) this.#columns.push(columns.value);
    else this.#columns.push(columns.begin!, columns.end!, columns.basis ?? 'null');
    const { filter, test } = make(reference, columns);
    return { filter, test: test(at) };
  }
}

function exact(holds: boolean): RowAnswer {
  return { possible: holds, certain: holds };
}

function negate({ possible, certain }: RowAnswer): RowAnswer {
  return { possible: !certain, certain: !possible };
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function condition(
  query: Condition,
  reference: FieldReference,
  columns: RowColumns,
): { readonly filter: Filter; readonly test: (at: number) => Leaf } {
  if (reference.type === 'span') return spanCondition(query as IsQuery | InQuery | RangeQuery, columns);
  const holds = valueTest(query, reference.type === 'number');
  return {
    filter: columns.isList ? listFilter(query, columns) : scalarFilter(query, columns.value!, reference.type),
    test: (at) => (values) => {
      const value = values[at];
      return exact(
        Array.isArray(value) ? value.some((item) => isPresent(item) && holds(item)) : isPresent(value) && holds(value),
      );
    },
  };
}

function spanCondition(
  query: IsQuery | InQuery | RangeQuery,
  { begin, end }: RowColumns,
): { readonly filter: Filter; readonly test: (at: number) => Leaf } {
  const bounds = boundsOf(query);
  return {
    filter: { sql: `(${begin} is not null or ${end} is not null)`, parameters: [] },
    test: (at) => (values) => {
      const [from, to, basis] = values.slice(at, at + 3) as [number | null, number | null, string | null];
      if ((from === null && to === null) || !hasBasis(basis === 'inferred', query.basis)) return exact(false);
      const result = compareSpan({ begin: from ?? OPEN_BEGIN, end: to ?? OPEN_END }, bounds);
      const certain = result === 3;
      return { possible: query.match === 'certain' ? certain : result > 0, certain };
    },
  };
}

/** Whether one value, which is present, fulfils the condition. */
function valueTest(query: Condition, isNumber: boolean): (value: unknown) => boolean {
  switch (query.kind) {
    case 'is':
    case 'in': {
      if (isNumber) {
        const wanted = new Set(valuesOf(query));
        return (value) => wanted.has(value as number);
      }
      const wanted = new Set(valuesOf(query).map((value) => fold(String(value))));
      return (value) => wanted.has(fold(String(value)));
    }
    case 'like': {
      const pattern = parsePattern(query.value);
      return (value) => matchesPattern(fold(String(value)), pattern);
    }
    case 'range':
      return rangeTest(query);
  }
}

/** Numbers are compared by value, where the ends are numbers; texts in their order. */
function rangeTest({ from, to }: RangeQuery): (value: unknown) => boolean {
  if (typeof (from ?? to) === 'number') {
    const [least, most] = [(from as number | undefined) ?? -Infinity, (to as number | undefined) ?? Infinity];
    return (value) => {
      const number = typeof value === 'number' ? value : parseNumber(String(value));
      return number >= least && number <= most;
    };
  }
  return (value) => {
    const text = String(value);
    return (
      (from === undefined || compareText(text, String(from)) >= 0) &&
      (to === undefined || compareText(text, String(to)) <= 0)
    );
  };
}

function parseNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** Where the folded items stand in one text, a piece of what is asked for must be in it. */
function listFilter(query: Condition, { value, folded }: RowColumns): Filter {
  const present: Filter = { sql: `${value} is not null`, parameters: [] };
  if (folded === undefined || query.kind === 'range') return present;
  const wanted =
    query.kind === 'like'
      ? [longestPiece(parsePattern(query.value))]
      : valuesOf(query).map((item) => fold(String(item)));
  if (wanted.includes('')) return present;
  return { sql: `(${wanted.map(() => `contains(${folded}, ?)`).join(' or ')})`, parameters: wanted };
}

function scalarFilter(query: Condition, column: string, type: FieldReference['type']): Filter {
  if (type === 'number') return numberFilter(query, column);
  if (type === 'boolean') {
    return { sql: `${column} = ?`, parameters: [(query as IsQuery).value] };
  }
  if (query.kind === 'range') return { sql: `${column} is not null`, parameters: [] };
  return textFilter(query, column);
}

function numberFilter(query: Condition, column: string): Filter {
  if (query.kind === 'range') {
    const ends = [
      query.from === undefined ? [] : [`${column} >= ?`],
      query.to === undefined ? [] : [`${column} <= ?`],
    ].flat();
    return { sql: `(${ends.join(' and ')})`, parameters: [query.from, query.to].filter((end) => end !== undefined) };
  }
  const values = valuesOf(query as IsQuery | InQuery);
  return { sql: `${column} in (${values.map(() => '?').join(', ')})`, parameters: values };
}

/** ASCII text is folded by lower-casing alone, which SQL does as we do; all other texts come through to be tested. */
function textFilter(query: IsQuery | InQuery | LikeQuery, column: string): Filter {
  const isAscii = `strlen(${column}) = length(${column})`;
  if (query.kind === 'like') {
    return {
      sql: String.raw`case when ${isAscii} then lower(${column}) like ? escape '\' else ${column} is not null end`,
      parameters: [sqlPattern(parsePattern(query.value))],
    };
  }
  const values = valuesOf(query).map((value) => fold(String(value)));
  return {
    sql: `case when ${isAscii} then lower(${column}) in (${values.map(() => '?').join(', ')}) else ${column} is not null end`,
    parameters: values,
  };
}
