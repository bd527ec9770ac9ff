import { findAlias } from '../catalogue/entity-alias.ts';
import {
  findPlacesByName,
  findPlacesByWords,
  placesOfCountries,
  placesOfHistoricLabels,
  placesOfRecord,
  readPlace,
  readPlaces,
  type PlaceAbove,
  type PlaceDetails,
  type PlaceLine,
} from '../catalogue/place-store.ts';
import { ALL, type Query } from '../model/query.ts';
import type { Facet, Selection } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import { fold } from '../search/text-fold.ts';
import { findHistoricPlace } from '../vocabulary/historic-places.ts';
import { RECORD_TYPES } from '../vocabulary/kinds.ts';
import { summariseAgents, type AgentSummary } from './agent-view.ts';
import { coordinatesQuery } from './place-coordinates.ts';

/** A place above another one. */
export interface PlaceStep extends Pick<PlaceLine, 'key' | 'kind' | 'label'> {
  readonly countryCode?: string;
}

/** A place, in a line. */
export interface PlaceSummary extends PlaceStep {
  /** Of a name of the past: first and last year in which it held. */
  readonly begin?: number;
  readonly end?: number;
  /** Records of all types that name it or a place in it. */
  readonly records: number;
}

/** A name of the past, or of several countries, whose records may come from a country. */
export interface PossibleSource {
  /** The historic place; absent where the records name several countries, or one in doubt. */
  readonly place?: PlaceSummary;
  readonly count: number;
  /** All countries of today in which it lies. */
  readonly within: readonly string[];
}

/** Everything about a place but its records. */
export interface PlaceView extends PlaceSummary {
  readonly latitude?: number;
  readonly longitude?: number;
  /** Objects that name it or a place in it, as where they come from, were made, or what they show. */
  readonly objects: number;
  /** As written, the most frequent first. */
  readonly names: readonly { readonly name: string; readonly records: number }[];
  /** Other names that are known of it. */
  readonly otherNames: readonly string[];
  /** What it lies in, the widest first. */
  readonly lineage: readonly PlaceStep[];
  /** Places directly below, those with the most objects first, each with all below it. */
  readonly within: readonly (PlaceSummary & { readonly count: number })[];
  /** How many places are directly below. */
  readonly withinTotal: number;
  /** Of a country: objects that may come from it, but do not for certain, and why. */
  readonly possible?: { readonly objects: number; readonly sources: readonly PossibleSource[] };
  /** Of a known area or sea: objects whose point lies in it, and which do not name it. Inferred. */
  readonly byCoordinates?: { readonly objects: number };
  /** Of a name of the past: the countries of today in which it lies, with the keys of their places where records name them. */
  readonly liesIn?: {
    readonly certain?: string;
    readonly possible: readonly { readonly countryCode: string; readonly key?: string }[];
  };
  /** Over the objects. */
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly people: readonly (AgentSummary & { readonly count: number })[];
  readonly taxa: readonly { readonly field: string; readonly value: string; readonly count: number }[];
  /** Other places of the same name. */
  readonly namesakes: readonly (PlaceSummary & { readonly lineage: readonly PlaceStep[] })[];
  /** Whether records were withdrawn since, so that names as written are not told until the next build. */
  readonly isReduced: boolean;
}

const MOST_WITHIN = 200;
const MOST_ROOTS = 60;
const MOST_PEOPLE = 24;
const MOST_TAXA = 24;
const MOST_SOURCES = 100;
const MOST_NAMESAKES = 12;

/** Selects the objects of a place and of all within it. */
export function placeQuery(key: string): Query {
  return { kind: 'is', field: 'placeKey', value: key };
}

/** Selects the objects that possibly come from a country, and not for certain. */
export function possibleQuery(countryCode: string): Query {
  const isThere = { kind: 'is', field: 'country', value: countryCode } as const;
  return { kind: 'and', of: [isThere, { kind: 'not', of: { ...isThere, match: 'certain' } }] };
}

/** All about a place, also by a key that it had in an edition before; undefined where the edition has none of this key, or all of its records were withdrawn. */
export async function readPlaceView(lease: Lease, key: string): Promise<PlaceView | undefined> {
  const { engine, edition } = lease;
  const details = await readPlace(edition, key);
  if (details === undefined) {
    const now = await findAlias(edition, 'place', key);
    return now === undefined ? undefined : readPlaceView(lease, now);
  }
  const present = await presentPlace(lease, details);
  if (present === undefined) return undefined;
  const { isReduced } = present;
  await using selection = await engine.resolve(placeQuery(key));
  const [[below, kinds, agents, families, genera], namesakes] = await Promise.all([
    selection.facets([
      { field: 'placeKey', limit: MOST_WITHIN, under: key },
      { field: 'kind', limit: 20 },
      { field: 'agentKey', limit: MOST_PEOPLE },
      { field: 'family', limit: MOST_TAXA },
      { field: 'genus', limit: MOST_TAXA },
    ]),
    readPlacesCalled(lease, present.label),
  ]);
  const people = await summariseAgents(
    lease,
    agents!.values.map(({ value }) => value),
  );
  const peopleCounts = new Map(agents!.values.map(({ value, count }) => [value, count]));
  const taxa = families!.values.length > 0 ? families! : genera!;
  const { latitude, longitude, kind, countryCode } = present;
  return {
    ...summaryOf(present),
    ...(latitude === null || longitude === null || isReduced ? {} : { latitude, longitude }),
    objects: selection.total,
    names: isReduced ? [] : details.names,
    otherNames: details.otherNames,
    lineage: details.lineage.map(stepOf),
    within: countedBelow(details, below!),
    withinTotal: below!.distinct,
    ...(kind === 'country' && countryCode !== null ? { possible: await readPossible(lease, countryCode) } : {}),
    ...(await countByCoordinates(lease, summaryOf(present))),
    ...(kind === 'historic' || kind === 'region' ? { liesIn: await readLiesIn(lease, details) } : {}),
    kinds: kinds!.values.map(({ value, count }) => ({ kind: value, count })),
    people: people.map((agent) => ({ ...agent, count: peopleCounts.get(agent.key) ?? 0 })),
    taxa: taxa.values.map(({ value, count }) => ({ field: taxa.field, value, count })),
    namesakes: namesakes.filter((place) => place.key !== key),
    isReduced,
  };
}

/** A place in which no other lies, or a continent with its countries. */
export interface PlaceRoot extends PlaceSummary {
  readonly count: number;
  readonly within: PlaceView['within'];
}

/** The topmost places, those with the most objects first, and the countries of continents. */
export async function readPlaceRoots({ engine, edition }: Lease): Promise<readonly PlaceRoot[]> {
  await using selection = await engine.resolve(ALL);
  const [facet] = await selection.facets([{ field: 'placeKey', under: '', limit: MOST_ROOTS }]);
  const counts = new Map(facet!.values.map(({ value, count }) => [value, count]));
  const roots = await readPlaces(edition, [...counts.keys()]);
  return Promise.all(
    roots.map(async (root): Promise<PlaceRoot> => {
      const counted = { ...summaryOf(root), count: counts.get(root.key)! };
      if (root.kind !== 'continent') return { ...counted, within: [] };
      const [place, [below]] = await Promise.all([
        readPlace(edition, root.key),
        selection.facets([{ field: 'placeKey', limit: MOST_WITHIN, under: root.key }]),
      ]);
      return { ...counted, within: place === undefined ? [] : countedBelow(place, below!) };
    }),
  );
}

function countedBelow({ within }: PlaceDetails, { values }: Facet): PlaceView['within'] {
  const known = new Map(within.map((place) => [place.key, place]));
  return values.flatMap(({ value, count }) => {
    const place = known.get(value);
    return place === undefined ? [] : [{ ...summaryOf(place), count }];
  });
}

/** Places with these words in their names, those with the most records first. */
export async function listPlaces(
  lease: Lease,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<{ readonly total: number; readonly places: readonly PlaceSummary[] }> {
  const words = fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const { total, places } = await findPlacesByWords(lease.edition, { words, limit });
  const shown = await presentPlaces(lease, places);
  return { total: total - (places.length - shown.length), places: shown.map(summaryOf) };
}

/** Places that are called by a name, whole and in any spelling of letters, those with the most records first. For queries that name a place. */
export async function findPlaces(lease: Lease, name: string): Promise<readonly PlaceSummary[]> {
  return (await presentPlaces(lease, await findPlacesByName(lease.edition, fold(name.trim())))).map(summaryOf);
}

/** Places in a line each, those of the keys that the edition has, and of which not all was withdrawn. */
export async function summarisePlaces(lease: Lease, keys: readonly string[]): Promise<readonly PlaceSummary[]> {
  return (await presentPlaces(lease, await readPlaces(lease.edition, keys))).map(summaryOf);
}

/** The places that a record names as those from which it comes, each with what it lies in, the widest first. */
export async function readRecordPlaces(
  { edition }: Pick<Lease, 'edition'>,
  rid: number,
): Promise<readonly (readonly PlaceStep[])[]> {
  const places = await readPlaces(edition, await placesOfRecord(edition, rid));
  return places.map((place) => [...place.lineage, place].map(stepOf));
}

/** Records that say "Straits Settlements" may come from Malaysia: such names, and how many records each has. */
async function readPossible(
  { engine, edition }: Lease,
  countryCode: string,
): Promise<NonNullable<PlaceView['possible']>> {
  await using selection = await engine.resolve(possibleQuery(countryCode));
  const [facet] = await selection.facets([{ field: 'historicPlace', limit: MOST_SOURCES }]);
  const labels = facet!.values.map(({ value }) => value);
  const places = new Map((await placesOfHistoricLabels(edition, labels)).map((place) => [place.label, place]));
  const sources = facet!.values.map(({ value, count }): PossibleSource => {
    const place = places.get(value);
    return {
      ...(place === undefined ? {} : { place: summaryOf(place) }),
      count,
      within: findHistoricPlace(value)?.possible ?? [],
    };
  });
  const rest = facet!.missing > 0 ? [{ count: facet!.missing, within: [] }] : [];
  return { objects: selection.total, sources: [...sources, ...rest] };
}

async function countByCoordinates({ engine }: Lease, place: PlaceSummary): Promise<Pick<PlaceView, 'byCoordinates'>> {
  const query = coordinatesQuery(place);
  if (query === undefined) return {};
  await using selection = await engine.resolve(query);
  return { byCoordinates: { objects: selection.total } };
}

async function readLiesIn(
  { edition }: Lease,
  {
    certainWithin,
    possibleWithin,
  }: { readonly certainWithin: string | null; readonly possibleWithin: readonly string[] },
): Promise<NonNullable<PlaceView['liesIn']>> {
  const keys = await placesOfCountries(edition, possibleWithin);
  return {
    ...(certainWithin === null ? {} : { certain: certainWithin }),
    possible: possibleWithin.map((countryCode) => {
      const key = keys.get(countryCode);
      return { countryCode, ...(key === undefined ? {} : { key }) };
    }),
  };
}

/** Places that are called by a name, whole and in any spelling of letters, with what they lie in; those with the most records first. */
export async function readPlacesCalled(lease: Lease, name: string): Promise<PlaceView['namesakes']> {
  const called = await findPlacesByName(lease.edition, fold(name.trim()));
  const present = await presentPlaces(lease, called.slice(0, MOST_NAMESAKES));
  return present.map((place) => ({ ...summaryOf(place), lineage: place.lineage.map(stepOf) }));
}

interface PresentPlace extends PlaceLine {
  readonly isReduced: boolean;
}

/** A place as what is not withdrawn tells of it; undefined where nothing does. */
async function presentPlace({ engine }: Lease, line: PlaceLine): Promise<PresentPlace | undefined> {
  // Counting what is left of a continent takes longer than all the rest, and of most places nothing was withdrawn.
  if (!engine.isTouched('placeKey', line.key)) return { ...line, isReduced: false };
  const types: Query = { kind: 'in', field: 'recordType', values: [...RECORD_TYPES] };
  await using selection: Selection = await engine.resolve({ kind: 'and', of: [placeQuery(line.key), types] });
  const { total } = selection;
  return total === 0 ? undefined : { ...line, records: total, isReduced: total !== line.records };
}

async function presentPlaces(lease: Lease, lines: readonly PlaceLine[]): Promise<readonly PresentPlace[]> {
  const present = await Promise.all(lines.map((line) => presentPlace(lease, line)));
  return present.filter((place) => place !== undefined);
}

function stepOf({ key, kind, label, countryCode }: PlaceAbove): PlaceStep {
  return { key, kind, label, ...(countryCode === null ? {} : { countryCode }) };
}

type Summarised = Omit<PlaceLine, 'latitude' | 'longitude' | 'lineage'>;

function summaryOf({ begin, end, records, ...step }: Summarised): PlaceSummary {
  return {
    ...stepOf(step),
    ...(begin === null ? {} : { begin }),
    ...(end === null ? {} : { end }),
    records,
  };
}
