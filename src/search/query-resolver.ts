import type { Database } from '../catalogue/database.ts';
import type { SourceManifest } from '../catalogue/manifest.ts';
import type { HopQuery, Query, SomeQuery } from '../model/query.ts';
import type { EmbeddedIndex } from './embedded-index.ts';
import { narrowByColumn, resolveColumn, weigh, type ColumnCondition } from './column-condition.ts';
import { pointsNear, pointsWithin } from './geo-filter.ts';
import { parseGeometry } from './geometry.ts';
import { POINT_COLUMN } from './index-columns.ts';
import type { HopIndex } from './hop-index.ts';
import { resolveHop, type HopAnswer } from './hop-resolver.ts';
import { columnCondition, patternCondition, valuesOf, type Condition } from './indexed-conditions.ts';
import { extensionRowType, resolveField, type FieldReference, type Scope } from './query-fields.ts';
import type { Recent } from './recent.ts';
import { both, bytesOf, either, exactly, opposite, type Resolution } from './resolution.ts';
import { RowSet, wordsFor } from './row-set.ts';
import { tablesFor, type RowTable } from './row-tables.ts';
import { compileRowTest } from './row-test.ts';
import { parseText } from './text-query.ts';
import { Turns } from './turns.ts';

/** Below this share of all records, a hop that compares pairs starts from the rows that are left. */
const FEW_ROWS = 1 / 8;

/** What an edition offers to resolve queries with. */
export interface QueryContext {
  readonly index: EmbeddedIndex;
  readonly database: Database;
  readonly sources: readonly SourceManifest[];
  readonly hops: HopIndex;
  /** Hops that were asked lately, over all records. */
  readonly recentHops: Recent<string, HopAnswer>;
  /** Records that are not withdrawn, and those of them that are objects. */
  readonly live: RowSet;
  readonly objects: RowSet;
}

/** Resolves one canonical query into sets of rows: by the index where it can, by DuckDB where it cannot. */
export class QueryResolver {
  readonly #context: QueryContext;
  readonly #signal: AbortSignal | undefined;
  readonly #turns: Turns;
  /** Sentences on what was approximated. */
  readonly notices: string[] = [];

  constructor(context: QueryContext, signal?: AbortSignal) {
    this.#context = context;
    this.#signal = signal;
    this.#turns = new Turns(signal);
  }

  async resolve(query: Query): Promise<Resolution> {
    await this.#turns.take();
    const { index } = this.#context;
    switch (query.kind) {
      case 'all':
        return exactly(RowSet.all(index.records));
      case 'and':
        return this.#and(query.of);
      case 'or': {
        let result = exactly(RowSet.none(index.records));
        for (const part of query.of) result = either(result, await this.resolve(part));
        return result;
      }
      case 'not':
        return opposite(await this.resolve(query.of));
      case 'text': {
        const match = index.text.match(parseText(query.value, query.whole === true), this.notices);
        return { ...exactly(RowSet.ofSorted(index.records, match.rows)), texts: [match] };
      }
      case 'within': {
        const flags = await pointsWithin(index.points(), parseGeometry(query.geometry), this.#signal);
        return exactly(rowsOfPoints(index, flags));
      }
      case 'near':
        return exactly(rowsOfPoints(index, pointsNear(index.points(), query)));
      case 'some':
        return this.#some(query);
      case 'hop':
        return (await this.hop(query)).resolution;
      case 'exists':
        return this.#exists(query.field, query);
      default:
        return this.#condition(query);
    }
  }

  /** A hop over all records, with its counts. */
  async hop(query: HopQuery): Promise<HopAnswer> {
    const { recentHops, live } = this.#context;
    const name = JSON.stringify(query);
    let answer = recentHops.get(name);
    if (answer === undefined) {
      answer = await this.#hopFrom(query, live);
      recentHops.set(name, answer, bytesOf(answer.resolution) + name.length * 2);
    }
    this.#notice(answer.notices);
    return answer;
  }

  /** The same; where pairs of records have to be compared and few are wanted, from these rows alone. */
  async #narrowedHop(query: HopQuery, rows: RowSet): Promise<Resolution> {
    if (query.compare === undefined || query.to === undefined || rows.count > rows.records * FEW_ROWS)
      return (await this.hop(query)).resolution;
    const { resolution, notices } = await this.#hopFrom(query, rows.and(this.#context.live));
    this.#notice(notices);
    return resolution;
  }

  async #hopFrom(query: HopQuery, rows: RowSet): Promise<HopAnswer> {
    const inner = new QueryResolver(this.#context, this.#signal);
    return resolveHop(
      query,
      {
        ...this.#context,
        turns: this.#turns,
        signal: this.#signal,
        notices: inner.notices,
        resolve: (part) => inner.resolve(part),
      },
      rows,
    );
  }

  #notice(notices: readonly string[]): void {
    for (const notice of notices) if (!this.notices.includes(notice)) this.notices.push(notice);
  }

  /**
   * Columns of the index come first, the rarest value before all others; what DuckDB must look up comes last. Once nothing
   * is left, nothing more is asked.
   */
  async #and(parts: readonly Query[]): Promise<Resolution> {
    let result = exactly(RowSet.all(this.#context.index.records));
    const columns = parts.map((part) => this.#columnCondition(part));
    const weighed = columns
      .filter((condition) => condition !== undefined)
      .map((condition) => ({ condition, weight: weigh(condition) }))
      .toSorted((a, b) => a.weight - b.weight);
    for (const { condition, weight } of weighed) {
      result = narrowByColumn(result, condition, weight);
      if (result.possible.count === 0) return result;
    }
    const others = parts.filter((_, at) => columns[at] === undefined);
    for (const part of others.toSorted((a, b) => Number(this.#isSlow(a)) - Number(this.#isSlow(b)))) {
      const found = part.kind === 'hop' ? await this.#narrowedHop(part, result.possible) : await this.resolve(part);
      result = both(result, found);
      if (result.possible.count === 0) break;
    }
    return result;
  }

  /** The condition on a column of the index that a query is, where its values need not be searched. */
  #columnCondition(query: Query): ColumnCondition | undefined {
    if (query.kind !== 'is' && query.kind !== 'in' && query.kind !== 'range') return undefined;
    const reference = resolveField(query.field);
    return this.#isIndexed(reference) ? columnCondition(this.#context.index, reference.field, query) : undefined;
  }

  #isSlow(query: Query): boolean {
    switch (query.kind) {
      case 'some':
      case 'hop':
        return true;
      case 'not':
        return this.#isSlow(query.of);
      case 'and':
      case 'or':
        return query.of.some((part) => this.#isSlow(part));
      case 'is':
      case 'in':
      case 'range':
      case 'like':
      case 'exists':
        return !this.#isIndexed(resolveField(query.field));
      default:
        return false;
    }
  }

  #isIndexed(reference: FieldReference): reference is Extract<FieldReference, { kind: 'field' }> {
    return reference.kind === 'field' && this.#context.index.hasColumn(reference.name);
  }

  async #exists(field: string, query: Query): Promise<Resolution> {
    const reference = resolveField(field);
    if (this.#isIndexed(reference)) return exactly(this.#context.index.column(reference.name).present());
    return this.#lookUp(query, reference);
  }

  /** By a column that is not indexed, of the record or as the museum named it. */
  async #lookUp(query: Query, reference: FieldReference): Promise<Resolution> {
    const tables = tablesFor({ reference }, this.#context.sources);
    if (tables.length === 0) this.notices.push(`No source has a column for ${reference.name}.`);
    return this.#scan(query, { tables, scope: undefined });
  }

  async #condition(query: Condition): Promise<Resolution> {
    const indexed = this.#columnCondition(query);
    if (indexed !== undefined) return resolveColumn(indexed);
    const reference = resolveField(query.field);
    const { index } = this.#context;
    if (query.kind === 'like' && this.#isIndexed(reference)) {
      return resolveColumn(await patternCondition(index, { ...query, field: reference.name }, this.#turns));
    }
    if (reference.name === 'key' && (query.kind === 'is' || query.kind === 'in')) {
      const rows = valuesOf(query).flatMap((key) => index.keys.find(String(key)) ?? []);
      return exactly(RowSet.ofLists(index.records, [Uint32Array.from(rows)]));
    }
    return this.#lookUp(query, reference);
  }

  async #some({ child, query }: SomeQuery): Promise<Resolution> {
    const rowType = extensionRowType(child);
    const tables = tablesFor(rowType === undefined ? { scope: child } : { rowType }, this.#context.sources);
    return this.#scan(query, { tables, scope: child });
  }

  /** Rows of records of which one row of the tables fulfils the query. */
  async #scan(
    query: Query,
    where: { readonly tables: readonly RowTable[]; readonly scope: Scope },
  ): Promise<Resolution> {
    const { index, database } = this.#context;
    const possible = new Uint32Array(wordsFor(index.records));
    const certain = new Uint32Array(wordsFor(index.records));
    for (const table of index.records === 0 ? [] : where.tables) {
      const rowTest = compileRowTest(query, table, where.scope);
      const { columns, filter } = rowTest;
      const sql = `select ${['rid', ...columns].join(', ')} from ${table.name} where ${filter.sql}`;
      const asked = { parameters: filter.parameters, signal: this.#signal };
      for await (const [rids, ...values] of database.chunks(sql, asked)) {
        rids!.forEach((rid, at) => {
          const answer = rowTest.test(values.map((column) => column[at]));
          const row = rid as number;
          if (answer.possible) possible[row >>> 5]! |= 1 << (row & 31);
          if (answer.certain) certain[row >>> 5]! |= 1 << (row & 31);
        });
      }
    }
    return {
      possible: RowSet.ofBits(index.records, possible),
      certain: RowSet.ofBits(index.records, certain),
      texts: [],
    };
  }
}

/** The rows whose point's code is flagged. */
function rowsOfPoints(index: EmbeddedIndex, flags: Uint8Array): RowSet {
  const codes: number[] = [];
  for (let code = 1; code < flags.length; code++) if (flags[code] === 1) codes.push(code);
  return index.column(POINT_COLUMN).rowsOf(codes);
}
