import { createRequire } from 'node:module';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import pointInPolygon from 'point-in-polygon-hao';
import { feature } from 'topojson-client';
import { COUNTRIES } from '../vocabulary/countries.ts';
import { mix, Random, Weighted, zipf } from './random.ts';
import { WORLD } from './settings.ts';

/** Natural Earth's countries at 1:50 million. */
const SHAPES = 'world-atlas/countries-50m.json';
const CONTINENT_NAMES: Readonly<Record<string, string>> = {
  AFRICA: 'Africa',
  ANTARCTICA: 'Antarctica',
  ASIA: 'Asia',
  EUROPE: 'Europe',
  NORTH_AMERICA: 'North America',
  OCEANIA: 'Oceania',
  SOUTH_AMERICA: 'South America',
};
const BEGINNINGS = [
  'San',
  'Mont',
  'Al',
  'Kor',
  'Tan',
  'Ber',
  'Nov',
  'Lin',
  'Mar',
  'Ost',
  'Ram',
  'Sel',
  'Tor',
  'Ul',
  'Ven',
  'Wad',
  'Yar',
  'Zan',
  'Gor',
  'Hal',
  'Ked',
  'Lom',
];
const MIDDLES = ['a', 'e', 'i', 'o', 'u', 'an', 'er', 'il', 'or', 'und', 'ach', 'ing'];
const ENDS = [
  'ton',
  'burg',
  'ville',
  'berg',
  'pur',
  'gawa',
  'stad',
  'field',
  'mouth',
  'dorf',
  'ra',
  'na',
  'mo',
  'ki',
  'vik',
  'ta',
  'sk',
  'by',
  'mar',
];
const AFTER = [
  '',
  ' River',
  ' Hills',
  ' Bay',
  ' National Park',
  ' Forest',
  ' Lake',
  ' Pass',
  ', 2 km N',
  ', 5 mi. SW',
  ', near the village',
];
const SAMPLING_TRIES = 60;

interface Land {
  readonly code: string;
  readonly name: string;
  readonly continent: string;
  readonly ring: readonly (readonly number[])[][];
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number];
}

export interface Place {
  readonly id: string;
  readonly countryCode: string;
  readonly country: string;
  readonly continent: string;
  readonly stateProvince: string;
  readonly county: string;
  readonly municipality: string;
  readonly locality: string;
  /** Degrees, WGS 84; within the country. */
  readonly latitude: number;
  readonly longitude: number;
}

/** Made places in real countries, most in a few of them; each is made when it is first asked for. */
export class Places {
  readonly #seed: number;
  readonly #lands: readonly Land[];
  /** Draws a number of a country. */
  readonly countries: Weighted;
  readonly #placeWeights = new Weighted(zipf(WORLD.placesPerCountry, 0.7, 3));
  readonly #made: (Place | undefined)[] = [];

  constructor(seed: number) {
    this.#seed = seed;
    this.#lands = readLands().toSorted((a, b) => rank(seed, a) - rank(seed, b));
    this.countries = new Weighted(zipf(this.#lands.length, 1, 2));
  }

  draw(random: Random, country: number): Place {
    const index = country * WORLD.placesPerCountry + this.#placeWeights.draw(random);
    return (this.#made[index] ??= this.#make(country, index));
  }

  /** The name of a country that is not this place's: far enough away to be a contradiction. */
  elsewhere(random: Random, { continent }: Place): string {
    for (;;) {
      const other = this.#lands[random.below(this.#lands.length)]!;
      if (other.continent !== continent) return other.name;
    }
  }

  #make(country: number, index: number): Place {
    const random = new Random(this.#seed, 0x706c61, index);
    const land = this.#lands[country]!;
    const [longitude, latitude] = pointWithin(land, random);
    const province = new Random(this.#seed, 0x737461, country, random.below(12));
    const stateProvince = placeName(province);
    const county = new Random(this.#seed, 0x636f75, mix(country, stateProvince.length), random.below(40));
    return {
      id: `P${String(index + 1).padStart(6, '0')}`,
      countryCode: land.code,
      country: land.name,
      continent: land.continent,
      stateProvince,
      county: placeName(county),
      municipality: placeName(random),
      locality: placeName(random) + random.pick(AFTER),
      latitude,
      longitude,
    };
  }
}

/** Large countries are not the frequent ones: the order is drawn, once for a seed. */
function rank(seed: number, { code }: Land): number {
  return mix(seed, code.charCodeAt(0), code.charCodeAt(1));
}

function placeName(random: Random): string {
  return random.pick(BEGINNINGS) + random.pick(MIDDLES) + random.pick(ENDS);
}

function pointWithin({ ring, box: [west, south, east, north] }: Land, random: Random): [number, number] {
  for (let tries = 0; tries < SAMPLING_TRIES; tries += 1) {
    const point: [number, number] = [west + random.unit() * (east - west), south + random.unit() * (north - south)];
    if (pointInPolygon(point, ring as number[][][]) === true) return point;
  }
  const [x = 0, y = 0] = ring[0]?.[0] ?? [];
  return [x, y];
}

type Topology = Parameters<typeof feature>[0];

/** Each country's largest piece of land. */
function readLands(): Land[] {
  const topology = createRequire(import.meta.url)(SHAPES) as Topology & {
    readonly objects: { readonly countries: Parameters<typeof feature>[1] };
  };
  const collection = feature(topology, topology.objects.countries);
  const features = (collection.type === 'Feature' ? [collection] : collection.features) as readonly Feature<
    Polygon | MultiPolygon
  >[];
  const rings = new Map<string, number[][][]>();
  for (const { id, geometry } of features) {
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const part of parts) {
      const before = rings.get(String(id));
      if (before === undefined || area(boxOf(part)) > area(boxOf(before))) rings.set(String(id), part);
    }
  }
  const names = new Intl.DisplayNames('en', { type: 'region' });
  return COUNTRIES.flatMap(({ code, numeric, continent }): Land[] => {
    const ring = rings.get(numeric);
    return ring === undefined
      ? []
      : [{ code, name: names.of(code) ?? code, continent: CONTINENT_NAMES[continent]!, ring, box: boxOf(ring) }];
  });
}

function boxOf([outer = []]: number[][][]): [number, number, number, number] {
  const longitudes = outer.map(([x = 0]) => x);
  const latitudes = outer.map(([, y = 0]) => y);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

function area([west, south, east, north]: readonly [number, number, number, number]): number {
  return (east - west) * (north - south);
}
