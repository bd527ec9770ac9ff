import type { PlaceStep } from '../api/place-view.ts';
import type { Query } from '../model/query.ts';
import type { Facet, FacetRequest, FacetValue, Selection } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import { findField } from '../vocabulary/fields.ts';
import { conditionsOf, withCondition } from './query-parts.ts';

/** A part of the set, as a query of its own. */
export interface Step {
  /** What it is called, where its value does not say so by itself. */
  readonly label?: string;
  /** Which place it is: some are called otherwise in the page's language. */
  readonly place?: PlaceStep;
  /** Of a unit of geological time: the ages between which it lies, in millions of years before present. */
  readonly ages?: { readonly begin: number; readonly end: number };
  readonly field: string;
  readonly value: string;
  readonly query: Query;
  readonly count: number;
  /** Of these, how many are certain. */
  readonly certain: number;
}

/** What is chosen already, from the whole set on. */
export type PathStep = Pick<Step, 'label' | 'place' | 'field' | 'value' | 'query'> & { readonly isMissing?: boolean };

/** Where one stands in an arrangement, and where one can go. */
export interface Walk {
  readonly path: readonly PathStep[];
  readonly steps: readonly Step[];
  /** Values that are not among the steps, since they are too many. */
  readonly hidden: number;
  /** What is in none of the steps: without a value, directly here, or in one that is not shown. */
  readonly rest:
    | { readonly kind: 'without' | 'here' | 'others'; readonly query: Query; readonly count: number }
    | undefined;
  /** Whether an object may be in several steps, so that their sum is larger than the set. */
  readonly overlaps: boolean;
}

export interface WalkOptions {
  readonly query: Query;
  /** Steps to be shown. */
  readonly limit: number;
}

/** The name of a value, where it has one of its own. */
export function labelled(labels: ReadonlyMap<string, string>, key: string): { readonly label?: string } {
  const label = labels.get(key);
  return label === undefined ? {} : { label };
}

export async function facetOf(selection: Selection, request: FacetRequest): Promise<Facet> {
  const [facet] = await selection.facets([request]);
  return facet!;
}

/** Whether a condition asks for what has no value in a field. */
export function isMissing(condition: Query, field: string): boolean {
  return condition.kind === 'not' && condition.of.kind === 'exists' && condition.of.field === field;
}

/** The step of a query that asks for what has no value. */
export function missingStep(query: Query, field: string, own: Query = query): PathStep[] {
  return conditionsOf(query).some((condition) => isMissing(condition, field))
    ? [{ field, value: '', query: own, isMissing: true }]
    : [];
}

export function is(field: string, value: string): Query {
  return { kind: 'is', field, value };
}

export function stepOf(base: Query, field: string, { value, count, certain }: FacetValue): Step {
  return { field, value, query: withCondition(base, is(field, value)), count, certain };
}

/** What of a set is in none of the steps; counted anew only where an object may be in several of them. */
export async function restOf(
  { engine }: Pick<Lease, 'engine'>,
  options: {
    readonly query: Query;
    readonly field: string;
    readonly facet: Facet;
    readonly total: number;
    readonly isTop: boolean;
  },
): Promise<Walk['rest']> {
  const { query, field, facet, total, isTop } = options;
  const { values, distinct, missing } = facet;
  if (values.length === 0) return undefined;
  const isWhole = values.length === distinct;
  const kind = isWhole ? (isTop ? 'without' : 'here') : 'others';
  const others: Query =
    kind === 'without'
      ? withCondition(query, { kind: 'not', of: { kind: 'exists', field } })
      : withCondition(query, { kind: 'not', of: { kind: 'in', field, values: values.map(({ value }) => value) } });
  const count =
    kind === 'without'
      ? missing
      : findField(field)?.many === true
        ? await countOf(engine, others)
        : total - values.reduce((sum, value) => sum + value.count, 0);
  return count === 0 ? undefined : { kind, query: others, count };
}

async function countOf(engine: Lease['engine'], query: Query): Promise<number> {
  await using selection = await engine.resolve(query);
  return selection.total;
}
