import type { Edition } from '../catalogue/edition.ts';
import type { Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import { EmbeddedIndex } from './embedded-index.ts';
import { EmbeddedSelection, type SelectionHost } from './embedded-selection.ts';
import type {
  EngineStatistics,
  ResolveOptions,
  SearchEngine,
  Selection,
  SuggestOptions,
  Suggestion,
} from './engine.ts';
import { normaliseQuery } from './query-normal.ts';
import { namesRecordType, QueryResolver } from './query-resolver.ts';
import { both, exactly } from './resolution.ts';
import { RowSet } from './row-set.ts';
import { CountCache } from './selection-counts.ts';
import type { OrderLists } from './sort-order.ts';
import { suggestValues } from './suggestions.ts';

/** The engine over an edition's own index, within this process. */
export class EmbeddedEngine implements SearchEngine {
  readonly edition: string;
  readonly #opened: Edition;
  readonly #index: EmbeddedIndex;
  readonly #orders = new Map<string, OrderLists>();
  #withheld: ReadonlySet<number> = new Set();
  /** All records that are not withheld, and those of them that are objects: what most queries start from. */
  #live: RowSet;
  #objects: RowSet;
  #cache: CountCache;

  private constructor(edition: Edition, index: EmbeddedIndex) {
    this.edition = edition.name;
    this.#opened = edition;
    this.#index = index;
    this.#live = RowSet.all(index.records);
    this.#objects = this.#objectRows();
    this.#cache = new CountCache(this.#objects);
  }

  static open(edition: Edition): EmbeddedEngine {
    return new EmbeddedEngine(edition, new EmbeddedIndex(edition.indexFolder));
  }

  #objectRows(): RowSet {
    const codes = this.#index.texts('recordType').find('object');
    return this.#index.column('recordType').rowsOf(codes).and(this.#live);
  }

  async resolve(query: Query, options: ResolveOptions = {}): Promise<Selection> {
    const normal = normaliseQuery(query);
    const resolver = new QueryResolver(
      { index: this.#index, database: this.#opened.database, sources: this.#opened.manifest.sources },
      options.signal,
    );
    const found = await resolver.resolve(normal);
    const base = namesRecordType(normal) ? this.#live : this.#objects;
    return new EmbeddedSelection({
      host: this.#host(),
      query: normal,
      resolution: both(found, exactly(base)),
      notices: resolver.notices,
    });
  }

  #host(): SelectionHost {
    return {
      edition: this.edition,
      index: this.#index,
      cache: this.#cache,
      orders: this.#orders,
      fetch: (rows) => this.#fetch(rows),
      isWithheld: (row) => this.#withheld.has(row),
    };
  }

  #fetch(rows: readonly number[]): CatalogueRecord[] {
    return this.#opened.records(rows.filter((row) => !this.#withheld.has(row)));
  }

  async suggest(options: SuggestOptions): Promise<Suggestion[]> {
    return suggestValues({ index: this.#index, rows: this.#objects, cache: this.#cache }, options);
  }

  find(key: string): number | undefined {
    const row = this.#index.keys.find(key);
    return row === undefined || this.#withheld.has(row) ? undefined : row;
  }

  async record(key: string): Promise<CatalogueRecord | undefined> {
    const row = this.find(key);
    return row === undefined ? undefined : this.#fetch([row])[0];
  }

  withhold(keys: ReadonlySet<string>): void {
    const rows = [...keys].flatMap((key) => this.#index.keys.find(key) ?? []);
    this.#withheld = new Set(rows);
    const { records } = this.#index;
    this.#live = RowSet.ofSorted(records, Uint32Array.from(this.#withheld).toSorted()).not();
    this.#objects = this.#objectRows();
    this.#cache = new CountCache(this.#objects);
  }

  statistics(): EngineStatistics {
    return { objects: this.#objects.count, records: this.#live.count };
  }

  close(): void {
    this.#index.close();
    this.#orders.clear();
  }
}
