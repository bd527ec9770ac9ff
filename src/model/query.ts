import type { ChildName } from '../vocabulary/children.ts';
import type { Match } from './span.ts';

/**
 * A query, as data. It has three spellings that round-trip: this JSON, URL parameters, and a line that a person types.
 * A field is a name from FIELDS (or, inside `some`, of that child), `verbatim["header"]`, or `ext["rowType"].term`.
 * The default base is objects: a query that names no `recordType` selects records of type `object`.
 */
export type Query =
  | AllQuery
  | AndQuery
  | OrQuery
  | NotQuery
  | TextQuery
  | IsQuery
  | InQuery
  | RangeQuery
  | LikeQuery
  | ExistsQuery
  | WithinQuery
  | NearQuery
  | SomeQuery;

export interface AllQuery {
  readonly kind: 'all';
}
export interface AndQuery {
  readonly kind: 'and';
  readonly of: readonly Query[];
}
export interface OrQuery {
  readonly kind: 'or';
  readonly of: readonly Query[];
}
export interface NotQuery {
  readonly kind: 'not';
  readonly of: Query;
}
/** Every word must occur; "quoted words" must follow each other; the last word may be a beginning unless `whole`. */
export interface TextQuery {
  readonly kind: 'text';
  readonly value: string;
  readonly whole?: boolean;
}
/** The part of a condition that says how uncertainty is treated. Defaults: possible, recorded. */
export interface Uncertain {
  readonly match?: Match;
  readonly basis?: 'recorded' | 'inferred' | 'any';
}
export interface IsQuery extends Uncertain {
  readonly kind: 'is';
  readonly field: string;
  readonly value: string | number | boolean;
}
export interface InQuery extends Uncertain {
  readonly kind: 'in';
  readonly field: string;
  readonly values: readonly (string | number)[];
}
/** Both ends inclusive; one may be absent. On a span the ends are EDTF or ISO dates ("1850", "1850-06"): whole years and months. */
export interface RangeQuery extends Uncertain {
  readonly kind: 'range';
  readonly field: string;
  readonly from?: string | number;
  readonly to?: string | number;
}
/** A pattern over the whole value: * any characters, ? one. Letter case and accents do not matter. */
export interface LikeQuery {
  readonly kind: 'like';
  readonly field: string;
  readonly value: string;
}
export interface ExistsQuery {
  readonly kind: 'exists';
  readonly field: string;
}
/** Inside a shape: WKT or GeoJSON geometry (longitude latitude, degrees, WGS 84), Polygon or MultiPolygon, at most 10,000 vertices. */
export interface WithinQuery {
  readonly kind: 'within';
  readonly geometry: string | GeoJsonGeometry;
}
export interface GeoJsonGeometry {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: readonly unknown[];
}
export interface NearQuery {
  readonly kind: 'near';
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusInMeters: number;
}
/** One and the same nested row fulfils all of `query`. */
export interface SomeQuery {
  readonly kind: 'some';
  readonly child: ChildName | `ext["${string}"]`;
  readonly query: Query;
}

/** How a result list is ordered: by relevance (only with text), by a field, or as the museums listed them. */
export interface Sort {
  readonly field: string;
  readonly order: 'asc' | 'desc';
}

export const ALL: AllQuery = { kind: 'all' };
