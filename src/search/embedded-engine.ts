import type { Edition } from '../catalogue/edition.ts';
import { ALL, type Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import { findField } from '../vocabulary/fields.ts';
import { AnswerCache, type Resolved } from './answer-cache.ts';
import { EmbeddedIndex } from './embedded-index.ts';
import { EmbeddedSelection, type SelectionHost } from './embedded-selection.ts';
import type {
  EngineStatistics,
  HopCount,
  ResolveOptions,
  SearchEngine,
  Selection,
  SuggestOptions,
  Suggestion,
} from './engine.ts';
import { countHops } from './hop-counts.ts';
import { HopIndex } from './hop-index.ts';
import type { HopAnswer } from './hop-resolver.ts';
import { normaliseQuery } from './query-normal.ts';
import { namesRecordType } from './query-base.ts';
import { QueryResolver } from './query-resolver.ts';
import { Recent } from './recent.ts';
import { both, exactly } from './resolution.ts';
import { RowSet } from './row-set.ts';
import { CountCache } from './selection-counts.ts';
import type { OrderLists } from './sort-order.ts';
import { suggestValues } from './suggestions.ts';

/** Whole records in memory: what pages show first is shown often. */
const KEPT_RECORDS = 1_000;
/** Memory for the row sets of hops. */
const MOST_HOP_BYTES = 48 * 2 ** 20;

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
  #answers = new AnswerCache();
  readonly #hops: HopIndex;
  #recentHops = new Recent<string, HopAnswer>(MOST_HOP_BYTES);
  readonly #records = new Recent<number, CatalogueRecord>(KEPT_RECORDS);
  /** The values of records that are withheld, by field. */
  readonly #touched = new Map<string, ReadonlySet<string>>();

  private constructor(edition: Edition, index: EmbeddedIndex) {
    this.edition = edition.name;
    this.#opened = edition;
    this.#index = index;
    this.#hops = new HopIndex({ index, database: edition.database, folder: edition.folder });
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
    // The host first: a withdrawal while this is being resolved begins a new cache, in which it must not be kept.
    const host = this.#host();
    const base = namesRecordType(normal) ? this.#live : this.#objects;
    const resolved = await host.answers.resolve(normal, () => this.#resolve(normal, { base, signal: options.signal }));
    return new EmbeddedSelection({ host, query: normal, ...resolved });
  }

  async #resolve(
    query: Query,
    { base, signal }: { readonly base: RowSet; readonly signal: AbortSignal | undefined },
  ): Promise<Resolved> {
    const resolver = this.#resolver(signal);
    const found = await resolver.resolve(query);
    return { resolution: both(found, exactly(base)), notices: resolver.notices };
  }

  async countHops(query: Query, { signal }: ResolveOptions = {}): Promise<HopCount[]> {
    const resolver = this.#resolver(signal);
    const [live, objects] = [this.#live, this.#objects];
    return countHops(normaliseQuery(query), { live, objects, resolve: (hop) => resolver.hop(hop) });
  }

  #resolver(signal: AbortSignal | undefined): QueryResolver {
    const { database, manifest } = this.#opened;
    const [live, objects] = [this.#live, this.#objects];
    return new QueryResolver(
      {
        index: this.#index,
        database,
        sources: manifest.sources,
        hops: this.#hops,
        recentHops: this.#recentHops,
        live,
        objects,
      },
      signal,
    );
  }

  #host(): SelectionHost {
    return {
      edition: this.edition,
      index: this.#index,
      cache: this.#cache,
      answers: this.#answers,
      orders: this.#orders,
      fetch: (rows) => this.#fetch(rows),
      read: (rows) => this.#opened.records(rows.filter((row) => !this.#withheld.has(row))),
      isWithheld: (row) => this.#withheld.has(row),
    };
  }

  #fetch(rows: readonly number[]): CatalogueRecord[] {
    return rows
      .filter((row) => !this.#withheld.has(row))
      .map((row) => {
        let record = this.#records.get(row);
        if (record === undefined) {
          [record] = this.#opened.records([row]);
          this.#records.set(row, record!);
        }
        return record!;
      });
  }

  async suggest(options: SuggestOptions): Promise<Suggestion[]> {
    return this.#answers.answer(ALL, {
      request: ['suggest', options],
      work: () => suggestValues({ index: this.#index, rows: this.#objects, cache: this.#cache }, options),
      sizeOf: ({ length }) => length,
    });
  }

  find(key: string): number | undefined {
    const row = this.#index.keys.find(key);
    return row === undefined || this.#withheld.has(row) ? undefined : row;
  }

  async record(key: string): Promise<CatalogueRecord | undefined> {
    const row = this.find(key);
    return row === undefined ? undefined : this.#fetch([row])[0];
  }

  lineage(field: string, key: string): readonly string[] {
    if (findField(field)?.tree === undefined || !this.#index.hasColumn(field)) return [];
    const tree = this.#index.tree(field);
    const node = tree.find(key);
    return node === undefined
      ? []
      : tree
          .above(node)
          .map((above) => tree.key(above))
          .toReversed();
  }

  valuesOf(field: string, row: number): readonly string[] {
    if (!this.#hasTexts(field)) return [];
    const texts = this.#index.texts(field);
    return this.#index
      .column(field)
      .codesOf(row)
      .map((code) => texts.get(code));
  }

  mayHave(field: string, value: string): boolean {
    return !this.#hasTexts(field) || this.#index.texts(field).find(value).length > 0;
  }

  #hasTexts(field: string): boolean {
    return this.#index.hasColumn(field) && this.#index.dictionaryOf(field) === 'text';
  }

  isTouched(field: string, value: string): boolean {
    if (this.#withheld.size === 0) return false;
    let touched = this.#touched.get(field);
    if (touched === undefined) {
      const values = new Set([...this.#withheld].flatMap((row) => this.valuesOf(field, row)));
      touched = new Set([...values].flatMap((below) => [below, ...this.lineage(field, below)]));
      this.#touched.set(field, touched);
    }
    return touched.has(value);
  }

  withhold(keys: ReadonlySet<string>): void {
    const rows = [...keys].flatMap((key) => this.#index.keys.find(key) ?? []);
    this.#withheld = new Set(rows);
    this.#touched.clear();
    const { records } = this.#index;
    this.#live = RowSet.ofSorted(records, Uint32Array.from(this.#withheld).toSorted()).not();
    this.#objects = this.#objectRows();
    this.#cache = new CountCache(this.#objects);
    this.#answers = new AnswerCache();
    this.#recentHops = new Recent(MOST_HOP_BYTES);
  }

  statistics(): EngineStatistics {
    return { objects: this.#objects.count, records: this.#live.count };
  }

  close(): void {
    this.#index.close();
    this.#orders.clear();
  }
}
