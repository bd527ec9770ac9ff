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
import type { Lease } from '../search/live.ts';
import { readObjects, type ObjectsView } from './objects-data.ts';

/** What a place's page shows. */
export interface PlacePageView extends ObjectsView {
  readonly place: PlaceView;
  /** Of a country: the search for what may come from it. */
  readonly possible?: Query;
  /** Of a known area or sea: the search for what lies in it by its point alone. */
  readonly byCoordinates?: Query;
}

const RECORDS = 8;

export async function readPlacePage(lease: Lease, key: string): Promise<PlacePageView | undefined> {
  const place = await readPlaceView(lease, key);
  if (place === undefined) return undefined;
  const { kind, countryCode } = place;
  const possible = kind === 'country' && countryCode !== undefined ? possibleQuery(countryCode) : undefined;
  const byCoordinates = coordinatesQuery(place);
  return {
    place,
    ...(await readObjects(lease, { query: placeQuery(place.key), limit: RECORDS })),
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
