import type { Query, Sort } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { AnswerCache } from './answer-cache.ts';
import { formatCursor, parseCursor, staleCursor, type Cursor } from './cursor.ts';
import type { EmbeddedIndex } from './embedded-index.ts';
import type {
  Facet,
  FacetRequest,
  Grid,
  GridOptions,
  Histogram,
  HistogramOptions,
  Page,
  PageOptions,
  Point,
  Selection,
} from './engine.ts';
import { countFacet } from './facet-count.ts';
import { countGrid } from './grid.ts';
import { countHistogram } from './histogram.ts';
import { POINT_COLUMN } from './index-columns.ts';
import { QueryError } from './query-error.ts';
import { formatSort } from './query-url.ts';
import { Relevance } from './relevance.ts';
import type { Resolution } from './resolution.ts';
import type { RowSet } from './row-set.ts';
import type { CountCache } from './selection-counts.ts';
import { codeOfSortValue, SortOrder, sortValue, type OrderLists } from './sort-order.ts';
import { hashText } from './text-hash.ts';
import { topItems } from './top-items.ts';

const MICRO = 1e6;
const MOST_RECORDS = 1_000;
/** Longer pages are read by programs, which ask for each record once. */
const MOST_KEPT = 100;
const MOST_POINTS = 10_000;
const MOST_FACETS = 50;

/** What a selection needs of its engine. */
export interface SelectionHost {
  readonly edition: string;
  readonly index: EmbeddedIndex;
  readonly cache: CountCache;
  readonly answers: AnswerCache;
  readonly orders: Map<string, OrderLists>;
  /** Records by row, in the order asked for, without those withheld meanwhile. */
  fetch(rows: readonly number[]): CatalogueRecord[];
  /** The same of many records, which are not kept in memory for others. */
  read(rows: readonly number[]): CatalogueRecord[];
  isWithheld(row: number): boolean;
}

export class EmbeddedSelection implements Selection {
  readonly query: Query;
  readonly notices: readonly string[];
  readonly #host: SelectionHost;
  readonly #resolution: Resolution;
  #relevance: Relevance | undefined;

  constructor(options: {
    readonly host: SelectionHost;
    readonly query: Query;
    readonly resolution: Resolution;
    readonly notices: readonly string[];
  }) {
    this.query = options.query;
    this.notices = options.notices;
    this.#host = options.host;
    this.#resolution = options.resolution;
  }

  get #rows(): RowSet {
    return this.#resolution.possible;
  }

  get total(): number {
    return this.#rows.count;
  }

  get certain(): number {
    return this.#resolution.certain.count;
  }

  get #counted() {
    return { ...this.#resolution, index: this.#host.index, cache: this.#host.cache };
  }

  async page({ sort, limit, cursor }: PageOptions): Promise<Page> {
    if (!Number.isInteger(limit) || limit < 0 || limit > MOST_RECORDS) {
      throw new QueryError(`A page has 0 to ${MOST_RECORDS.toLocaleString('en')} records.`);
    }
    const order = this.#effectiveSort(sort);
    const name = order === undefined ? '' : formatSort(order);
    const from = cursor === undefined ? undefined : parseCursor(cursor, name);
    // One more than asked for tells whether there is a next page.
    const found = this.#host.answers.answer(this.query, {
      request: ['page', name, limit, cursor],
      work: () => this.#order(order, { from, limit: limit + 1 }),
      sizeOf: ({ length }) => length,
    });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const rows = shown.map(({ row }) => row);
    const records = limit > MOST_KEPT ? this.#host.read(rows) : this.#host.fetch(rows);
    if (last === undefined || found.length <= limit) return { records };
    const { edition, index } = this.#host;
    return {
      records,
      cursor: formatCursor({ edition, sort: name, value: last.value(), key: index.keys.at(last.row) }),
    };
  }

  #effectiveSort(sort: Sort | undefined): Sort | undefined {
    const isText = this.#resolution.texts.length > 0;
    if (sort === undefined) return isText ? { field: 'relevance', order: 'desc' } : undefined;
    return sort.field === 'relevance' && !isText ? undefined : sort;
  }

  #order(
    sort: Sort | undefined,
    { from, limit }: { readonly from: Cursor | undefined; readonly limit: number },
  ): { readonly row: number; value(): string | number | null }[] {
    const { index } = this.#host;
    const row = from === undefined ? undefined : this.#rowOf(from);
    if (sort === undefined) {
      return this.#rows.first(limit, row === undefined ? 0 : row + 1).map((row) => ({ row, value: () => null }));
    }
    if (sort.field === 'relevance') {
      if (from !== undefined && from.edition !== this.#host.edition) throw staleCursor();
      this.#relevance ??= new Relevance(this.#rows, this.#resolution.texts);
      const position = from === undefined ? undefined : { score: Number(from.value), row: row! };
      return this.#relevance.after({ position, limit }).map(({ row, score }) => ({ row, value: () => score }));
    }
    const order = SortOrder.of(index, sort, this.#host.orders);
    const code = from === undefined ? undefined : codeOfSortValue(index, sort.field, from.value);
    if (from !== undefined && code === undefined) throw staleCursor();
    const position = code === undefined ? undefined : { code, row: row! };
    return order.after(this.#rows, { position, limit }).map((row) => ({
      row,
      value: () => sortValue(index, sort.field, order.codeOf(row)),
    }));
  }

  /** The row of a cursor's record in this edition. */
  #rowOf({ key }: Cursor): number {
    const row = this.#host.index.keys.find(key);
    if (row === undefined) throw staleCursor();
    return row;
  }

  async facets(requests: readonly FacetRequest[]): Promise<Facet[]> {
    if (requests.length > MOST_FACETS) throw new QueryError(`At most ${MOST_FACETS} facets can be asked for at once.`);
    return requests.map((request) =>
      this.#host.answers.answer(this.query, {
        request: ['facet', request],
        work: () => countFacet(this.#counted, request),
        sizeOf: ({ values }) => values.length,
      }),
    );
  }

  async histogram(options: HistogramOptions): Promise<Histogram> {
    return this.#host.answers.answer(this.query, {
      request: ['histogram', options],
      work: () => countHistogram(this.#counted, options),
      sizeOf: ({ bins }) => bins.length,
    });
  }

  async grid(options: GridOptions): Promise<Grid> {
    return this.#host.answers.answer(this.query, {
      request: ['grid', options],
      work: () => countGrid(this.#counted, options),
      sizeOf: ({ cells }) => cells.length,
    });
  }

  async points({ limit }: { readonly limit: number }): Promise<Point[]> {
    checkCount(limit, MOST_POINTS);
    const { index } = this.#host;
    const column = index.column(POINT_COLUMN);
    const { latitudes, longitudes } = index.points();
    const located = this.#rows.and(column.present()).rows();
    const count = Math.min(limit, located.length);
    const rows = Array.from({ length: count }, (_, at) => located[Math.floor((at * located.length) / count)]!);
    return rows
      .filter((row) => !this.#host.isWithheld(row))
      .map((row) => {
        const code = column.codes[row]!;
        return {
          key: index.keys.at(row),
          title: this.#firstText('title', row) ?? this.#firstText('scientificName', row),
          longitude: longitudes[code - 1]! / MICRO,
          latitude: latitudes[code - 1]! / MICRO,
          kind: this.#firstText('kind', row),
        };
      });
  }

  #firstText(name: string, row: number): string | undefined {
    const code = this.#host.index.column(name).first(row);
    return code === 0 ? undefined : this.#host.index.texts(name).get(code);
  }

  async sample({ count, seed }: { readonly count: number; readonly seed: string }): Promise<CatalogueRecord[]> {
    checkCount(count, MOST_RECORDS);
    const start = hashText(seed);
    const lot = (row: number) => shuffle(row ^ start);
    const rows = topItems(this.#rows.rows(), { limit: count, compare: (a, b) => lot(a) - lot(b) || a - b });
    return this.#host.fetch(rows);
  }

  async *scan(
    options: { readonly batch?: number; readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<readonly CatalogueRecord[]> {
    const { batch = 256, signal } = options;
    checkCount(batch, MOST_POINTS);
    const rows = this.#rows.rows();
    for (let from = 0; from < rows.length; from += batch) {
      signal?.throwIfAborted();
      const records = this.#host.read([...rows.subarray(from, from + batch)]);
      if (records.length > 0) yield records;
      // Others get their turn between batches.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#relevance = undefined;
  }
}

function checkCount(count: number, most: number): void {
  if (Number.isInteger(count) && count >= 1 && count <= most) return;
  throw new QueryError(`From 1 to ${most.toLocaleString('en')} records can be asked for at once.`);
}

/** A 32-bit mixer (the finaliser of MurmurHash3): every row gets its lot. */
function shuffle(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
