import { KINDS } from '../vocabulary/kinds.ts';
import type { Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { Facet, Grid, HopCount, SearchEngine, Selection } from '../search/engine.ts';
import { chosenValues, conditionsOf, isChoice, isTimeRange, without } from './query-parts.ts';
import { PAGE_SIZE, type SearchAddress } from './search-address.ts';
import { readableGrid } from './readable-grid.ts';
import { beforeScale, binsOn, readTimeBins, scaleOf, trimScale, type TimeBins } from './time-bins.ts';

/** The facets of the search page, in its order. */
export const FACET_FIELDS = [
  'kind',
  'datasetKey',
  'agent',
  'country',
  'objectType',
  'family',
  'genus',
  'scientificName',
  'typeStatus',
  'expedition',
  'stateProvince',
  'material',
  'technique',
  'subject',
  'recipient',
  'archiveLevel',
  'basisOfRecord',
  'institutionCode',
  'collectionCode',
  'mediaType',
  'license',
  'issue',
  'midsLevel',
] as const;

const FEW = 6;
const MANY = 60;

export interface FacetView extends Facet {
  readonly chosen: readonly string[];
  readonly limit: number;
}

/** All that a page of results shows. */
export interface SearchView {
  readonly address: SearchAddress;
  readonly total: number;
  readonly certain: number;
  readonly notices: readonly string[];
  readonly hops: readonly HopCount[];
  readonly records: readonly CatalogueRecord[];
  readonly next?: string;
  readonly facets: readonly FacetView[];
  readonly time: TimeBins & { readonly early: number };
  readonly grid: Grid;
  /** Where nothing was found: what would be, without each condition. */
  readonly loosened: readonly { readonly query: Query; readonly index: number; readonly total: number }[];
}

interface SearchOptions {
  readonly address: SearchAddress;
  /** The last year that a chart of time needs. */
  readonly lastYear: number;
  readonly signal?: AbortSignal | undefined;
}

export async function readSearchView(engine: SearchEngine, options: SearchOptions): Promise<SearchView> {
  const { address, signal } = options;
  const resolve = (query: Query) => engine.resolve(query, signal === undefined ? {} : { signal });
  await using selection = await resolve(address.query);
  const [page, facets, time, grid] = await Promise.all([
    selection.page({
      limit: address.view === 'map' ? 0 : PAGE_SIZE,
      ...(address.sort === undefined ? {} : { sort: address.sort }),
      ...(address.cursor === undefined ? {} : { cursor: address.cursor }),
    }),
    readFacets(selection, address, resolve),
    readTime(selection, options, resolve),
    readableGrid(selection, { cells: 72, most: 250 }),
  ]);
  return {
    address,
    total: selection.total,
    certain: selection.certain,
    notices: selection.notices,
    hops: await engine.countHops(address.query, signal === undefined ? {} : { signal }),
    records: page.records,
    ...(page.cursor === undefined ? {} : { next: page.cursor }),
    facets,
    time,
    grid,
    loosened: selection.total === 0 ? await loosen(address.query, resolve) : [],
  };
}

type Resolve = (query: Query) => Promise<Selection>;

/** A field's values are counted without its own choice, so that others can be added to it. */
async function readFacets(selection: Selection, address: SearchAddress, resolve: Resolve): Promise<FacetView[]> {
  const wanted = FACET_FIELDS.map((field) => {
    const find = address.find.get(field);
    const limit = address.more.has(field) || find !== undefined ? MANY : field === 'kind' ? KINDS.length : FEW;
    const chosen = chosenValues(address.query, field);
    return {
      chosen,
      limit,
      request: { field, limit: limit + chosen.length, ...(find === undefined ? {} : { contains: find }) },
    };
  });
  const free = wanted.filter(({ chosen }) => chosen.length === 0);
  const counted = new Map<string, Facet>();
  for (const facet of await selection.facets(free.map(({ request }) => request))) counted.set(facet.field, facet);
  for (const { request, chosen } of wanted) {
    if (chosen.length === 0) continue;
    await using others = await resolve(without(address.query, (condition) => isChoice(condition, request.field)));
    const [facet] = await others.facets([request]);
    if (facet !== undefined) counted.set(request.field, facet);
  }
  return wanted.flatMap(({ request, chosen, limit }): FacetView[] => {
    const facet = counted.get(request.field);
    if (facet === undefined) return [];
    const isEmpty = facet.distinct === 0 && chosen.length === 0 && request.contains === undefined;
    return isEmpty ? [] : [{ ...facet, chosen, limit }];
  });
}

async function readTime(
  selection: Selection,
  { address, lastYear }: SearchOptions,
  resolve: Resolve,
): Promise<SearchView['time']> {
  const open = without(address.query, isTimeRange);
  const scale = scaleOf({}, lastYear);
  const isOpen = !conditionsOf(address.query).some(isTimeRange);
  await using others = isOpen ? undefined : await resolve(open);
  const time = await readTimeBins(others ?? selection, scale);
  await using early = await resolve(beforeScale(open, scale));
  return { ...time, bins: binsOn(trimScale(scale, time.bins), time.bins), early: early.certain };
}

async function loosen(query: Query, resolve: Resolve) {
  const conditions = conditionsOf(query);
  if (conditions.length < 2 || conditions.length > 8) return [];
  const found = [];
  for (const [index, condition] of conditions.entries()) {
    const looser = without(
      query,
      (other) => other === condition || JSON.stringify(other) === JSON.stringify(condition),
    );
    await using selection = await resolve(looser);
    if (selection.total > 0) found.push({ query: looser, index, total: selection.total });
  }
  return found;
}
