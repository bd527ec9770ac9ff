import type { PlaceKind } from '../model/place.ts';
import type { Edition } from './edition.ts';

/** What is shown of a place in a list, from the table `place`; what is not known is null. */
export interface PlaceLine {
  readonly key: string;
  readonly kind: PlaceKind;
  readonly label: string;
  readonly countryCode: string | null;
  /** Of a name of the past: first and last year in which it held. */
  readonly begin: number | null;
  readonly end: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly records: number;
  /** All above, the widest first. */
  readonly lineage: readonly PlaceAbove[];
}

/** A place above another one. */
export type PlaceAbove = Pick<PlaceLine, 'key' | 'kind' | 'label' | 'countryCode'>;

/** A place directly below another one. */
export type PlaceBelow = Omit<PlaceLine, 'latitude' | 'longitude' | 'lineage'>;

/** The rest of the row. */
export interface PlaceDetails {
  readonly names: readonly { readonly name: string; readonly records: number }[];
  readonly otherNames: readonly string[];
  readonly certainWithin: string | null;
  readonly possibleWithin: readonly string[];
  readonly children: number;
  /** Those directly below with the most records. */
  readonly within: readonly PlaceBelow[];
}

type Tables = Pick<Edition, 'database' | 'entities'>;

const LINE = 'key, kind, label, countryCode, begin, "end", latitude, longitude, records, lineage';
/** Places of one name are many where it is "Washington". */
const MOST_NAMESAKES = 20;

/** Places by key, in the order of the keys; without those that the edition does not have. */
export async function readPlaces({ database, entities }: Tables, keys: readonly string[]): Promise<PlaceLine[]> {
  const stored = entities.read('place', keys);
  if (stored !== undefined) return stored;
  if (keys.length === 0) return [];
  const found = await database.query<PlaceLine>(
    `select ${LINE} from place where key in (${keys.map(() => '?').join(', ')})`,
    keys,
  );
  const byKey = new Map(found.map((row) => [row.key, row]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** All that the edition says of a place; undefined where it has none of this key. */
export async function readPlace(
  { database, entities }: Tables,
  key: string,
): Promise<(PlaceLine & PlaceDetails) | undefined> {
  const [lines, details] = [entities.read('place', [key]), entities.read('place_detail', [key])];
  if (lines !== undefined && details !== undefined)
    return lines[0] === undefined || details[0] === undefined ? undefined : { ...lines[0], ...details[0] };
  const [place] = await database.query<PlaceLine & PlaceDetails>(
    `select ${LINE}, names, otherNames, certainWithin, possibleWithin, children, within from place where key = ?`,
    [key],
  );
  return place;
}

/** Places of whose names every one of the folded words is a part, those with the most records first; all without words. */
export async function findPlacesByWords(
  { database }: Tables,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
): Promise<{ readonly total: number; readonly places: readonly PlaceLine[] }> {
  const conditions = ['true', ...words.map(() => 'contains(folded, ?)')].join(' and ');
  const [counted] = await database.query<{ total: number }>(
    `select count(*) as total from place where ${conditions}`,
    words,
  );
  const places = await database.query<PlaceLine>(
    `select ${LINE} from place where ${conditions} order by records desc, label, key limit ${limit}`,
    words,
  );
  return { total: counted?.total ?? 0, places };
}

/** Places that bear a whole name (folded), those with the most records first. */
export async function findPlacesByName(tables: Tables, folded: string): Promise<readonly PlaceLine[]> {
  const stored = tables.entities.read('place_name', [folded]);
  if (stored !== undefined) return readPlaces(tables, stored.flat().slice(0, MOST_NAMESAKES));
  const found = await tables.database.query<{ placeKey: string }>(
    `select placeKey from place_name where folded = ? order by records desc, placeKey limit ${MOST_NAMESAKES}`,
    [folded],
  );
  return readPlaces(
    tables,
    found.map(({ placeKey }) => placeKey),
  );
}

/** The places of some countries, by ISO code; without those that no record names. */
export async function placesOfCountries(
  { database }: Tables,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await database.query<{ key: string; countryCode: string }>(
    `select key, countryCode from place where kind = 'country' and countryCode in (${codes.map(() => '?').join(', ')})`,
    codes,
  );
  return new Map(rows.map(({ key, countryCode }) => [countryCode, key]));
}

/** Historic places by their labels. */
export async function placesOfHistoricLabels({ database }: Tables, labels: readonly string[]): Promise<PlaceLine[]> {
  if (labels.length === 0) return [];
  return database.query<PlaceLine>(
    `select ${LINE} from place where kind in ('historic', 'region') and label in (${labels.map(() => '?').join(', ')})`,
    labels,
  );
}

/** The narrowest places that a record names as those from which it comes. */
export async function placesOfRecord({ database, entities }: Tables, rid: number): Promise<readonly string[]> {
  const stored = entities.links('place_link', rid);
  if (stored !== undefined) return stored.map(([placeKey]) => placeKey);
  const rows = await database.query<{ placeKey: string }>(
    `select distinct placeKey from place_link where rid = ? and role = 'gathering' order by placeKey`,
    [rid],
  );
  return rows.map(({ placeKey }) => placeKey);
}
