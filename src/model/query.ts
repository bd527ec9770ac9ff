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
  | SomeQuery
  | HopQuery;

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

/** What a record shares with others: linked people and groups, gatherings, …, or a relation that a museum states. */
export type HopVia = 'agent' | 'gathering' | 'expedition' | 'taxon' | 'place' | 'relation';

/**
 * Over something that the record shares with others to what that is (`entity`), to another record (`to`), or both; never to
 * the record itself. Without either, it is enough that the record stands in one.
 */
export interface HopQuery {
  readonly kind: 'hop';
  readonly via: HopVia;
  /** agent: what it did here, as `maker` or `collector`; relation: its type, as `part of`. Absent: any. */
  readonly role?: string;
  /** Only of a relation: its type as the other end says it. */
  readonly inverse?: true;
  /** About the entity's own fields: an agent's `born`, `name`, … */
  readonly entity?: Query;
  readonly to?: HopEnd;
  /** All must hold, of the same entity and the same other record. */
  readonly compare?: readonly HopComparison[];
}

/** The other end of a hop: a record that stands in the same entity. */
export interface HopEnd {
  /** Only of an agent: what it did there. */
  readonly role?: string;
  readonly query: Query;
}

/**
 * The two ends of a hop compared. `here` is a field of this record, `there` one of the other record; of the entity where the hop
 * leads no further, or where `of` says so.
 */
export type HopComparison = { readonly of?: 'entity' } & (
  | { readonly kind: 'before' | 'after'; readonly here: string; readonly there: string }
  | {
      readonly kind: 'within';
      readonly here: string;
      readonly there: string;
      readonly amount: number;
      /** A year counts 365.2425 days; parts of days count up. */
      readonly unit: 'days' | 'years';
    }
  | { readonly kind: 'near'; readonly radiusInMeters: number }
  /** The same value of a field of both records; or values in both, none of them the same. */
  | { readonly kind: 'same' | 'different'; readonly field: string }
);

/** How a result list is ordered: by relevance (only with text), by a field, or as the museums listed them. */
export interface Sort {
  readonly field: string;
  readonly order: 'asc' | 'desc';
}

export const ALL: AllQuery = { kind: 'all' };
