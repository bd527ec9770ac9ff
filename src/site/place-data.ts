import {
  listPlaces,
  placeQuery,
  possibleQuery,
  readPlaceRoots,
  type PlaceRoot,
  readPlaceView,
  type PlaceSummary,
  type PlaceView,
} from '../api/place-view.ts';
import { coordinatesQuery } from '../api/place-coordinates.ts';
import type { Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { Grid } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import type { KindTime } from './components/kind-times.tsx';
import { firstRecords } from './first-records.ts';
import { readKindTimes } from './kind-times-data.ts';
import { readableGrid } from './readable-grid.ts';
import { yearOfEdition } from './time-bins.ts';

/** What a place's page shows. */
export interface PlacePageView {
  readonly place: PlaceView;
  readonly query: Query;
  /** Of a country: the search for what may come from it. */
  readonly possible?: Query;
  /** Of a known area or sea: the search for what lies in it by its point alone. */
  readonly byCoordinates?: Query;
  /** Some of the objects, those with pictures first. */
  readonly records: readonly CatalogueRecord[];
  readonly times: readonly KindTime[];
  readonly grid: Grid;
}

const RECORDS = 8;

export async function readPlacePage(lease: Lease, key: string): Promise<PlacePageView | undefined> {
  const { engine, edition } = lease;
  const place = await readPlaceView(lease, key);
  if (place === undefined) return undefined;
  const query = placeQuery(key);
  await using selection = await engine.resolve(query);
  const [times, grid, records] = await Promise.all([
    readKindTimes(engine, query, yearOfEdition(edition.manifest.created)),
    readableGrid(selection, { cells: 72, most: 250 }),
    firstRecords(lease, { query, limit: RECORDS }),
  ]);
  const { kind, countryCode } = place;
  const possible = kind === 'country' && countryCode !== undefined ? possibleQuery(countryCode) : undefined;
  const byCoordinates = coordinatesQuery(place);
  return {
    place,
    query,
    records,
    times,
    grid,
    ...(possible === undefined ? {} : { possible }),
    ...(byCoordinates === undefined ? {} : { byCoordinates }),
  };
}

/** What the page of all places shows: the topmost, with what is directly below each; or what was searched for. */
export type PlacesPageView =
  | { readonly kind: 'found'; readonly text: string; readonly total: number; readonly places: readonly PlaceSummary[] }
  | { readonly kind: 'all'; readonly roots: readonly PlaceRoot[] };

const FOUND = 100;
const LONGEST_TEXT = 200;

export async function readPlacesPage(lease: Lease, text: string): Promise<PlacesPageView> {
  const asked = text.trim().slice(0, LONGEST_TEXT);
  if (asked !== '') return { kind: 'found', text: asked, ...(await listPlaces(lease, { text: asked, limit: FOUND })) };
  return { kind: 'all', roots: await readPlaceRoots(lease) };
}
