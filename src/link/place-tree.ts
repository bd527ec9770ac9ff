import { hashKey } from '../model/key.ts';
import { findCountry, foldCountryName } from '../vocabulary/countries.ts';
import { findArea, lineageOfArea, type Area } from '../vocabulary/geography-areas.ts';
import { findSea, lineageOfSea } from '../vocabulary/geography-seas.ts';
import { findHistoricPlace, type HistoricPlace } from '../vocabulary/historic-places.ts';
import type { PlaceKind } from '../model/place.ts';

/** What records say of where, one for all that say the same; what none of them says is null. */
export interface PlaceNames {
  /** ISO 3166-1 alpha-2, where one is certain. */
  readonly countryCode: string | null;
  /** The label of a HistoricPlace. */
  readonly historicPlace: string | null;
  /** One of CONTINENTS. */
  readonly continent: string | null;
  readonly stateProvince: string | null;
  readonly county: string | null;
  readonly municipality: string | null;
  readonly island: string | null;
  readonly waterBody: string | null;
}

/** How many records there are, and where those with a point lie on average. */
export interface PlaceEvidence {
  readonly records: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A place that records name, or one above it. */
export interface PlaceNode {
  readonly key: string;
  readonly parent?: PlaceNode;
  readonly kind: PlaceKind;
  readonly label: string;
  /** Whether the label is that of bundled data, and not one of the names as written. */
  readonly isKnown: boolean;
  readonly countryCode?: string;
  /** Of a name of the past: when it held, and where it lies. */
  readonly historic?: HistoricPlace;
  /** As bundled data have it, in degrees. */
  readonly middle?: readonly [latitude: number, longitude: number];
  /** Names as written, with their records. */
  readonly names: Map<string, number>;
  /** Where its records lie, from what most of them say alike. */
  point?: readonly [latitude: number, longitude: number];
  /** How many records say that. */
  located: number;
}

interface Found {
  readonly parent?: PlaceNode | undefined;
  readonly kind: PlaceKind;
  readonly label: string;
  /** Whether the label is that of bundled data; so it is where this is left out. */
  readonly isKnown?: boolean;
  /** What tells it from others of its kind under the same parent. */
  readonly identity: string;
  readonly countryCode?: string | undefined;
  readonly historic?: HistoricPlace;
  readonly middle?: readonly [latitude: number, longitude: number];
}

/** Other spellings of one place are counted, but not kept, beyond so many. */
const MOST_NAMES = 100;
const SEPARATOR = '\u001F';

/**
 * The places that records name as a hierarchy: continent, country, province, county, municipality, island; waters; and names of the past
 * as places of their own, within a country where they lie in one for certain. Names are united under the same parent where they
 * fold to the same, or are known names of the same administrative area. Keys depend on names and parents alone.
 */
export class PlaceTree {
  readonly #nodes = new Map<string, PlaceNode>();
  /** Of what is being added. */
  #records = 0;
  readonly #english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

  /** All places, those above before those below. */
  nodes(): Iterable<PlaceNode> {
    return this.#nodes.values();
  }

  /** Adds what some records say; answers the narrowest places that they name, none where they name none that can be placed. */
  add(names: PlaceNames, evidence: PlaceEvidence): readonly PlaceNode[] {
    this.#records = evidence.records;
    const places = [...this.#landsOf(names), ...this.#watersOf(names)];
    for (const node of new Set(places.flatMap(lineageOf))) locate(node, evidence);
    // What lies within another of them says nothing more.
    return places.filter((place) => !places.some((other) => other !== place && lineageOf(other).includes(place)));
  }

  #landsOf(names: PlaceNames): PlaceNode[] {
    const { countryCode, historicPlace, continent, stateProvince, county, municipality, island } = names;
    const historic = historicPlace === null ? undefined : findHistoricPlace(historicPlace);
    const past = historic === undefined ? undefined : this.#historic(historic);
    const country =
      countryCode === null
        ? (past ?? (continent === null ? undefined : this.#continent(continent)))
        : this.#country(countryCode);
    const province = stateProvince === null ? country : this.#province(stateProvince, country);
    const inCounty = county === null ? province : this.#county(county, province);
    const narrowest = municipality === null ? inCounty : this.#written('municipality', municipality, inCounty);
    const onIsland = island === null ? undefined : this.#written('island', island, province);
    return [...new Set([narrowest, onIsland, past])].filter((place) => place !== undefined);
  }

  #watersOf({ waterBody }: PlaceNames): PlaceNode[] {
    if (waterBody === null) return [];
    const sea = findSea(waterBody);
    const water = sea === undefined ? this.#written('water', waterBody, undefined) : this.#sea(sea);
    if (sea !== undefined && water !== undefined) this.#countName(water, waterBody);
    return water === undefined ? [] : [water];
  }

  /** A place below another one by its name as written; `parent` where nothing of the name can be compared. */
  #written(kind: PlaceKind, name: string, parent: PlaceNode | undefined): PlaceNode | undefined {
    const folded = foldCountryName(name);
    if (folded === '' || (parent !== undefined && isCountryLike(parent) && foldCountryName(parent.label) === folded))
      return parent;
    const { countryCode } = parent ?? {};
    const node = this.#node({ kind, label: name, isKnown: false, identity: folded, parent, countryCode });
    this.#countName(node, name);
    return node;
  }

  #province(name: string, country: PlaceNode | undefined): PlaceNode | undefined {
    const area = country?.kind === 'country' ? findArea(country.countryCode ?? '', name) : undefined;
    if (area === undefined) return this.#written('stateProvince', name, country);
    const node = this.#area(area, country!);
    this.#countName(node, name);
    return node;
  }

  /** England's counties are administrative areas too. */
  #county(name: string, province: PlaceNode | undefined): PlaceNode | undefined {
    const country = province === undefined ? undefined : lineageOf(province).find(({ kind }) => kind === 'country');
    const area = country === undefined ? undefined : findArea(country.countryCode ?? '', name);
    if (area !== undefined && country !== undefined) {
      const node = this.#area(area, country);
      const isSame = node === province;
      // "Cornwall, Cornwall" is one place; New York in New York is another one.
      if (isSame ? area.parent !== undefined : lineageOf(node).includes(province!)) {
        this.#countName(node, name);
        return node;
      }
    }
    return this.#written('county', name, province);
  }

  #area(area: Area, country: PlaceNode): PlaceNode {
    let parent = country;
    for (const each of lineageOfArea(area)) {
      const { label, latitude, longitude, countryCode } = each;
      const middle =
        latitude === undefined || longitude === undefined ? {} : { middle: [latitude, longitude] as const };
      parent = this.#node({ kind: 'stateProvince', label, identity: `=${label}`, parent, countryCode, ...middle });
    }
    return parent;
  }

  #country(code: string): PlaceNode {
    const continent = findCountry(code)?.continent;
    const parent = continent === undefined ? undefined : this.#continent(continent);
    // A country is the same whatever continent it is reckoned to.
    return this.#node({
      kind: 'country',
      label: this.#english.of(code) ?? code,
      identity: code,
      parent,
      countryCode: code,
    });
  }

  #continent(continent: string): PlaceNode {
    const label = continent
      .toLowerCase()
      .split('_')
      .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
      .join(' ');
    return this.#node({ kind: 'continent', label, identity: continent });
  }

  #historic(historic: HistoricPlace): PlaceNode {
    const { label, certain } = historic;
    const parent = certain === undefined ? undefined : this.#country(certain);
    const kind = historic.begin === undefined && historic.end === undefined ? 'region' : 'historic';
    return this.#node({ kind, label, identity: label, parent, countryCode: certain, historic });
  }

  #sea(label: string): PlaceNode {
    let parent: PlaceNode | undefined;
    for (const name of lineageOfSea(label).toReversed())
      parent = this.#node({ kind: 'water', label: name, identity: `=${name}`, parent });
    return parent!;
  }

  #countName({ names }: PlaceNode, name: string): void {
    const known = names.get(name);
    if (known !== undefined || names.size < MOST_NAMES) names.set(name, (known ?? 0) + this.#records);
  }

  #node({ parent, kind, label, isKnown = true, identity, countryCode, historic, middle }: Found): PlaceNode {
    const isRooted = kind === 'country' || historic !== undefined;
    const key = hashKey(['place', isRooted ? '' : (parent?.key ?? ''), kind, identity].join(SEPARATOR));
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const node: PlaceNode = {
      key,
      ...(parent === undefined ? {} : { parent }),
      kind,
      label,
      ...(countryCode === undefined ? {} : { countryCode }),
      ...(historic === undefined ? {} : { historic }),
      ...(middle === undefined ? {} : { middle }),
      names: new Map(),
      isKnown,
      located: 0,
    };
    this.#nodes.set(key, node);
    return node;
  }
}

/**
 * The key of the place that a locality within another place is; undefined where nothing of its name can be compared, and where it says the
 * name of that place again, or of one above it.
 */
export function localityKey(parent: PlaceNode, name: string): string | undefined {
  const folded = foldCountryName(name);
  const isAgain = lineageOf(parent).some(({ label }) => foldCountryName(label) === folded);
  return folded === '' || isAgain ? undefined : hashKey(['place', parent.key, 'locality', folded].join(SEPARATOR));
}

/** "Singapore, Singapore" is one place. */
function isCountryLike({ kind }: PlaceNode): boolean {
  return kind === 'country' || kind === 'historic' || kind === 'region';
}

/** A place and all above it, the place itself first. */
export function lineageOf(place: PlaceNode): readonly PlaceNode[] {
  const lineage: PlaceNode[] = [];
  for (let at: PlaceNode | undefined = place; at !== undefined; at = at.parent) lineage.push(at);
  return lineage;
}

function locate(node: PlaceNode, { records, latitude, longitude }: PlaceEvidence): void {
  if (latitude === null || longitude === null || records <= node.located) return;
  node.located = records;
  node.point = [latitude, longitude];
}

/** The names as written, those of the most records first; of equal ones those in capitals and small letters. */
export function namesOf({ names }: PlaceNode): readonly { readonly name: string; readonly records: number }[] {
  return [...names]
    .map(([name, records]) => ({ name, records }))
    .toSorted(
      (a, b) =>
        b.records - a.records || Number(isOneCase(a.name)) - Number(isOneCase(b.name)) || (a.name < b.name ? -1 : 1),
    );
}

/** In capitals or small letters alone; nobody is sure then how it is written. */
function isOneCase(name: string): boolean {
  return name === name.toUpperCase() || name === name.toLowerCase();
}

/** What a place is called: by a name that is known, or as most records write it. */
export function labelOf(node: PlaceNode): string {
  return node.isKnown ? node.label : (namesOf(node)[0]?.name ?? node.label);
}
