import type { Edition } from '../catalogue/edition.ts';
import type { HopQuery, Query, Sort } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import { EmbeddedEngine } from './embedded-engine.ts';

export { QueryError } from './query-error.ts';

/** Answers queries over one edition. All methods that take a query or field throw QueryError where it is not answerable. */
export interface SearchEngine {
  /** The edition's name. */
  readonly edition: string;
  resolve(query: Query, options?: ResolveOptions): Promise<Selection>;
  /** What each hop of a query leads over and finds by itself, so that it can be told before the whole is asked. */
  countHops(query: Query, options?: ResolveOptions): Promise<HopCount[]>;
  /** Values that contain a word beginning with the prefix, the most frequent first; over the default base (objects). */
  suggest(options: SuggestOptions): Promise<Suggestion[]>;
  /** The row number of a key; undefined where there is none or it is withheld. Never shown to anybody. */
  find(key: string): number | undefined;
  record(key: string): Promise<CatalogueRecord | undefined>;
  /** The values above one in the hierarchy of a field (`taxonKey`, for instance), the topmost first; none where it is not in it. */
  lineage(field: string, key: string): readonly string[];
  /** The values that one record has of a field whose values are texts, by its row number, in the order of the values. */
  valuesOf(field: string, row: number): readonly string[];
  /** Whether a record of the edition, withheld or not, may have a value of such a field: false only where it is known that none has. */
  mayHave(field: string, value: string): boolean;
  /** Whether a record that is withheld has this value, or one below it: what the edition says of it is not all true any more. */
  isTouched(field: string, value: string): boolean;
  /** Withdrawn keys: excluded from every answer from now on. Each call replaces the set before. */
  withhold(keys: ReadonlySet<string>): void;
  statistics(): EngineStatistics;
  close(): void;
}

export interface ResolveOptions {
  readonly signal?: AbortSignal;
}

export interface HopCount {
  readonly query: HopQuery;
  /** The same as a person types it. */
  readonly line: string;
  /** People, gatherings, taxa, … that lead from a record here to one there, or that fulfil the conditions; or relations. */
  readonly entities: number;
  /** Records at the other end that stand in such an entity and fulfil their conditions. */
  readonly there?: number;
  /** The query that selects them. */
  readonly thereQuery?: Query;
  /** Records here that it finds, certainly or possibly. */
  readonly here: number;
  /** Those of `here` that it finds certainly. */
  readonly certain: number;
}

export interface SuggestOptions {
  readonly prefix: string;
  /** Indexed keyword or country fields; default: SUGGEST_FIELDS. */
  readonly fields?: readonly string[];
  /** 1 to 100, default 10. */
  readonly limit?: number;
}

export interface Suggestion {
  readonly field: string;
  readonly value: string;
  /** What to show: the value itself, or the name of a country code. */
  readonly label: string;
  /** Objects that have it. */
  readonly count: number;
}

export interface EngineStatistics {
  /** Records of type object, without what is withheld. */
  readonly objects: number;
  readonly records: number;
}

/** What a query selects in one edition. Close it (`await using`) when the answer is sent. */
export interface Selection extends AsyncDisposable {
  readonly query: Query;
  /** Every record that matches certainly or possibly. */
  readonly total: number;
  /** Those of `total` that match certainly. */
  readonly certain: number;
  /** What was approximated, in sentences; empty as a rule. */
  readonly notices: readonly string[];
  page(options: PageOptions): Promise<Page>;
  /** In the order of the requests. */
  facets(requests: readonly FacetRequest[]): Promise<Facet[]>;
  histogram(options: HistogramOptions): Promise<Histogram>;
  grid(options: GridOptions): Promise<Grid>;
  /** Up to `limit` (1 to 10,000) located records, in edition order, spread evenly over the selection where it has more. */
  points(options: { readonly limit: number }): Promise<Point[]>;
  /** `count` (1 to 1,000) records drawn with the seed; the same seed draws the same records of an edition. */
  sample(options: { readonly count: number; readonly seed: string }): Promise<CatalogueRecord[]>;
  /** All records in edition order, in batches (default 256), in bounded memory. */
  scan(options?: { readonly batch?: number; readonly signal?: AbortSignal }): AsyncIterable<readonly CatalogueRecord[]>;
}

export interface PageOptions {
  /** Default: relevance (`{field: 'relevance', order: 'desc'}`) where the query has text, else edition order. */
  readonly sort?: Sort;
  /** 0 to 1,000. */
  readonly limit: number;
  readonly cursor?: string;
}

export interface Page {
  readonly records: CatalogueRecord[];
  /** Where the next page begins; absent after the last record. */
  readonly cursor?: string;
}

export interface FacetRequest {
  readonly field: string;
  /** Values, 1 to 1,000. */
  readonly limit: number;
  /** Only values that contain this text; letter case and accents do not matter. */
  readonly contains?: string;
  /** Default: count, the most frequent first, then by value. */
  readonly sort?: 'count' | 'value';
  /** Of a field with a hierarchy: the values directly below this one, or, where it is empty, the topmost; each with all below it. */
  readonly under?: string;
}

export interface FacetValue {
  readonly value: string;
  /** Records that have it, certainly or possibly. */
  readonly count: number;
  /** Of these, records that match the query certainly and have the value certainly. */
  readonly certain: number;
}

export interface Facet {
  readonly field: string;
  readonly values: readonly FacetValue[];
  /** Different values in the selection (with `contains`: of those that contain it). */
  readonly distinct: number;
  /** Records without a value. */
  readonly missing: number;
  /** Whether records with several values make the counts' sum larger than the number of records that have one. */
  readonly sumExceedsTotal: boolean;
}

export type HistogramInterval = 'day' | 'month' | 'year' | 'decade' | 'century' | number;

export interface HistogramOptions {
  /** A span or a number field. */
  readonly field: string;
  /** Bounds, inclusive: day numbers for spans, values for numbers. Default: the least and greatest value. */
  readonly from?: number;
  readonly to?: number;
  /** A named interval for spans and the field `year`; a width for other numbers. At most 2,000 bins. */
  readonly interval: HistogramInterval;
}

export interface HistogramBin {
  /** First and last day (ISO), or for numbers the bin's least value and the least value of the next bin. */
  readonly from: string;
  readonly to: string;
  /** Records whose value lies wholly inside. */
  readonly certain: number;
  /** Records whose value overlaps, those of `certain` included. */
  readonly possible: number;
  /** Sum of each record's share of this bin: its span is spread evenly over its days. */
  readonly spread: number;
}

export interface Histogram {
  readonly bins: readonly HistogramBin[];
  /** Records without a value. */
  readonly missing: number;
}

/** Degrees; west > east crosses the antimeridian. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface GridOptions {
  readonly bounds?: Bounds;
  /** Columns across 360°, 4 to 4,096; cells are square in degrees. */
  readonly cells: number;
}

export interface GridCell {
  /** The cell's centre. */
  readonly longitude: number;
  readonly latitude: number;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly count: number;
}

export interface Grid {
  readonly cells: readonly GridCell[];
  /** Records of the selection that have coordinates inside the bounds. */
  readonly located: number;
}

export interface Point {
  readonly key: string;
  /** The title, or the scientific name where there is none. */
  readonly title: string | undefined;
  readonly longitude: number;
  readonly latitude: number;
  /** The primary kind. */
  readonly kind: string | undefined;
}

/** Opens an edition's index; its files are read when first used. Throws where the index is missing or of another version. */
export async function openEngine(edition: Edition): Promise<SearchEngine> {
  return EmbeddedEngine.open(edition);
}
