import { formatDay } from '../model/day.ts';
import type { Span } from '../model/span.ts';
import { spoilDate, writeDate } from './dates.ts';
import { People, type Collector } from './people.ts';
import { Places, type Place } from './places.ts';
import { Random } from './random.ts';
import { DIRTY_SHARE, SHARES, WORLD } from './settings.ts';
import { Taxa } from './taxa.ts';
import { Vocabulary } from './words.ts';

/** The columns of occurrence.txt, in their order. All but dcterms are Darwin Core's. */
export const COLUMNS = [
  'occurrenceID',
  'institutionCode',
  'collectionCode',
  'catalogNumber',
  'otherCatalogNumbers',
  'basisOfRecord',
  'modified',
  'license',
  'rightsHolder',
  'recordedBy',
  'recordNumber',
  'fieldNumber',
  'individualCount',
  'sex',
  'lifeStage',
  'preparations',
  'occurrenceStatus',
  'establishmentMeans',
  'occurrenceRemarks',
  'eventDate',
  'verbatimEventDate',
  'year',
  'month',
  'day',
  'habitat',
  'samplingProtocol',
  'higherGeography',
  'continent',
  'country',
  'countryCode',
  'stateProvince',
  'county',
  'municipality',
  'locality',
  'verbatimLocality',
  'decimalLatitude',
  'decimalLongitude',
  'geodeticDatum',
  'coordinateUncertaintyInMeters',
  'minimumElevationInMeters',
  'maximumElevationInMeters',
  'kingdom',
  'phylum',
  'class',
  'order',
  'family',
  'genus',
  'specificEpithet',
  'scientificName',
  'scientificNameAuthorship',
  'taxonRank',
  'identifiedBy',
  'dateIdentified',
  'typeStatus',
] as const;

type Column = (typeof COLUMNS)[number];

export interface Truth {
  readonly collectors: readonly Collector[];
  /** Absent where the record has no date. What a spoiled date should have said. */
  readonly span: Span | undefined;
  readonly place: Place;
  /** Degrees; absent where the record has none. */
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  /** Issues that interpretation must raise. */
  readonly issues: readonly string[];
}

export interface GeneratedRecord {
  /** One for each of COLUMNS. */
  readonly cells: readonly string[];
  readonly truth: Truth;
}

/** Kinds of rows, so that each has a series of random numbers of its own. */
const SERIES = { record: 1, identification: 2, media: 3 } as const;
const COLLECTIONS = [
  'Botany',
  'Coleoptera',
  'Lepidoptera',
  'Mollusca',
  'Birds',
  'Mammals',
  'Palaeobotany',
  'Arachnida',
  'Fungi',
  'Diptera',
];
const PREPARATIONS = [
  'pinned',
  'dried',
  'ethanol',
  'slide',
  'herbarium sheet',
  'shell',
  'skin',
  'pinned | dissected genitalia',
];
const PROTOCOLS = ['', '', '', 'light trap', 'hand net', 'pitfall trap', 'Malaise trap', 'beating', 'dredge'];
const TYPES = ['holotype', 'paratype', 'syntype', 'isotype', 'lectotype', 'paralectotype', 'neotype'];
const STAGES = ['adult', 'larva', 'juvenile', 'pupa', 'egg'];

/** Makes the records of a collection. Record `n` depends on the seed and on `n` alone. */
export class Records {
  readonly #seed: number;
  readonly #random = new Random(0);
  readonly vocabulary: Vocabulary;
  readonly taxa: Taxa;
  readonly places: Places;
  readonly people: People;

  constructor(seed: number) {
    this.#seed = seed;
    this.vocabulary = new Vocabulary(seed);
    this.taxa = new Taxa(seed);
    this.places = new Places(seed);
    this.people = new People(seed, this.places.countries);
  }

  record(number: number): GeneratedRecord {
    const random = this.#series('record', number);
    const row = new Map<Column, string>();
    const issues: string[] = [];
    const leader = this.#writeIdentity(row, random, number);
    const { collectors, year } = this.#writeGathering(row, random, leader);
    const span = writeSpan(row, random, { year, issues });
    const { place, latitude, longitude } = this.#writePlace(row, random, { collectors, issues });
    this.#writeTaxon(row, random, { year, issues });
    this.#writeObject(row, random, issues);
    return {
      cells: COLUMNS.map((column) => row.get(column) ?? ''),
      truth: { collectors, span, place, latitude, longitude, issues },
    };
  }

  /** The rows of identification.txt for a record: earlier identifications. */
  identifications(number: number): string[][] {
    const random = this.#series('identification', number);
    if (!random.chance(SHARES.formerIdentification)) return [];
    return Array.from({ length: random.pick([1, 1, 1, 2]) }, () => {
      const taxon = this.taxa.get(this.taxa.draw(random));
      const { text, members } = this.people.drawCompany(random);
      return [identifierOf(number), taxon.scientificName, text, String(members[0]!.from), ''];
    });
  }

  /** The rows of multimedia.txt for a record. */
  media(number: number): string[][] {
    const random = this.#series('media', number);
    if (!random.chance(SHARES.media)) return [];
    return Array.from({ length: random.pick([1, 1, 2, 4]) }, (_, position) => [
      identifierOf(number),
      'StillImage',
      'image/jpeg',
      random.chance(DIRTY_SHARE) ? 'ask the curator' : `https://media.example.org/${number}/${position + 1}.jpg`,
      `Sheet ${position + 1}`,
      'https://creativecommons.org/licenses/by/4.0/',
    ]);
  }

  #series(name: keyof typeof SERIES, number: number): Random {
    this.#random.seed(this.#seed, SERIES[name], number);
    return this.#random;
  }

  #writeIdentity(row: Map<Column, string>, random: Random, number: number): boolean {
    row.set('occurrenceID', identifierOf(number));
    row.set('institutionCode', 'GEN');
    row.set('collectionCode', random.pick(COLLECTIONS));
    row.set('catalogNumber', `GEN ${1850 + (number % 170)}.${number}`);
    if (random.chance(0.1)) row.set('otherCatalogNumbers', `B${random.below(1_000_000)} | ${random.below(10_000)}a`);
    row.set('modified', `20${random.between(10, 24)}-0${random.between(1, 9)}-1${random.below(10)}`);
    row.set('license', 'https://creativecommons.org/licenses/by/4.0/');
    row.set('rightsHolder', 'The Generated Museum');
    return random.chance(SHARES.collector);
  }

  #writeGathering(row: Map<Column, string>, random: Random, isKnown: boolean) {
    const { text, members } = this.people.drawCompany(random);
    const [first] = members as [Collector, ...Collector[]];
    const from = Math.max(...members.map((member) => member.from));
    const to = Math.max(from, Math.min(...members.map((member) => member.to)));
    const year = random.between(from, to);
    if (isKnown) {
      row.set('recordedBy', text);
      // A collector's numbers grow with the years.
      if (random.chance(0.4)) row.set('recordNumber', String((year - first.from) * 150 + random.below(150) + 1));
    }
    row.set('samplingProtocol', random.pick(PROTOCOLS));
    if (random.chance(SHARES.habitat)) row.set('habitat', this.vocabulary.phrase(random, random.between(3, 9)));
    if (random.chance(SHARES.remarks))
      row.set('occurrenceRemarks', this.vocabulary.phrase(random, random.between(8, 22)));
    return { collectors: isKnown ? members : [], year, home: first.homeCountry };
  }

  #writePlace(
    row: Map<Column, string>,
    random: Random,
    { collectors, issues }: { readonly collectors: readonly Collector[]; readonly issues: string[] },
  ) {
    const home = collectors[0]?.homeCountry;
    const country = home !== undefined && random.chance(0.6) ? home : this.places.countries.draw(random);
    const place = this.places.draw(random, country);
    row.set('continent', place.continent);
    row.set('higherGeography', `${place.continent} | ${place.country} | ${place.stateProvince}`);
    row.set('stateProvince', place.stateProvince);
    if (random.chance(0.5)) row.set('county', place.county);
    if (random.chance(0.3)) row.set('municipality', place.municipality);
    row.set('locality', place.locality);
    if (random.chance(0.3)) row.set('verbatimLocality', `${place.locality}, ${place.stateProvince}`);
    if (random.chance(DIRTY_SHARE)) {
      row.set('country', 'Ruritania');
      issues.push('COUNTRY_INVALID');
    } else row.set('country', place.country);
    if (random.chance(0.7)) row.set('countryCode', place.countryCode);
    if (random.chance(SHARES.elevation)) writeElevation(row, random, issues);
    if (!random.chance(SHARES.coordinates)) return { place, latitude: undefined, longitude: undefined };
    writeCoordinates(row, random, { place, issues });
    return { place, latitude: place.latitude, longitude: place.longitude };
  }

  #writeTaxon(
    row: Map<Column, string>,
    random: Random,
    { year, issues }: { readonly year: number; readonly issues: string[] },
  ): void {
    const taxon = this.taxa.get(this.taxa.draw(random));
    row.set('kingdom', taxon.kingdom);
    row.set('phylum', taxon.phylum);
    row.set('class', taxon.taxonClass);
    row.set('order', taxon.order);
    row.set('family', taxon.family);
    row.set('genus', taxon.genus);
    row.set('specificEpithet', taxon.specificEpithet);
    row.set('scientificNameAuthorship', taxon.authorship);
    row.set('taxonRank', 'species');
    row.set('scientificName', taxon.scientificName);
    if (random.chance(SHARES.identifiedBy)) {
      row.set('identifiedBy', this.people.drawCompany(random).text);
      if (random.chance(DIRTY_SHARE)) {
        row.set('dateIdentified', 'in spring, I think');
        issues.push('IDENTIFIED_DATE_INVALID');
      } else row.set('dateIdentified', String(Math.min(WORLD.lastYear, year + random.below(60))));
    }
    if (!random.chance(SHARES.typeStatus)) return;
    const isDirty = random.chance(DIRTY_SHARE);
    row.set('typeStatus', isDirty ? 'qwertytype' : random.pick(TYPES));
    if (isDirty) issues.push('TYPE_STATUS_INVALID');
  }

  #writeObject(row: Map<Column, string>, random: Random, issues: string[]): void {
    const spoil = (column: Column, text: string, issue: string) => {
      if (!random.chance(DIRTY_SHARE)) return;
      row.set(column, text);
      issues.push(issue);
    };
    row.set('basisOfRecord', random.chance(0.92) ? 'PreservedSpecimen' : 'FossilSpecimen');
    spoil('basisOfRecord', 'zzz', 'BASIS_OF_RECORD_INVALID');
    row.set('preparations', random.pick(PREPARATIONS));
    if (random.chance(SHARES.individualCount)) {
      row.set('individualCount', String(random.chance(0.8) ? 1 : random.between(2, 60)));
      spoil('individualCount', 'several', 'INDIVIDUAL_COUNT_INVALID');
    }
    if (random.chance(SHARES.sex)) {
      row.set('sex', random.pick(['male', 'female', '♂', '♀', 'm', 'f']));
      spoil('sex', 'blue', 'SEX_INVALID');
    }
    if (random.chance(SHARES.lifeStage)) {
      row.set('lifeStage', random.pick(STAGES));
      spoil('lifeStage', 'third drawer', 'LIFE_STAGE_INVALID');
    }
    if (random.chance(0.2)) row.set('occurrenceStatus', 'present');
    if (random.chance(0.1)) row.set('fieldNumber', `F${random.below(100_000)}`);
    if (random.chance(0.05)) row.set('establishmentMeans', 'native');
  }
}

/** The identifier of record `number`, counted from 0. */
export function identifierOf(number: number): string {
  return `urn:catalog:GEN:${String(number + 1).padStart(8, '0')}`;
}

function writeSpan(
  row: Map<Column, string>,
  random: Random,
  { year, issues }: { readonly year: number; readonly issues: string[] },
): Span | undefined {
  if (!random.chance(SHARES.date)) return undefined;
  const { eventDate, verbatimEventDate, span } = writeDate(random, year);
  if (random.chance(DIRTY_SHARE)) {
    const { text, issue } = spoilDate(random, span);
    row.set('eventDate', text);
    issues.push(issue);
    return span;
  }
  row.set('eventDate', eventDate);
  row.set('verbatimEventDate', verbatimEventDate);
  if (eventDate !== '' && random.chance(0.4)) {
    const day = formatDay(span.begin);
    row.set('year', day.slice(0, 4));
    if (eventDate.length >= 7) row.set('month', String(Number(day.slice(5, 7))));
    if (eventDate.length === 10) row.set('day', String(Number(day.slice(8, 10))));
  }
  return span;
}

function writeElevation(row: Map<Column, string>, random: Random, issues: string[]): void {
  const least = random.below(2800);
  const greatest = least + random.pick([0, 0, 50, 100]);
  row.set('minimumElevationInMeters', String(least));
  row.set('maximumElevationInMeters', String(greatest));
  const kind = Math.floor(random.unit() / DIRTY_SHARE);
  if (kind === 0) {
    row.set('minimumElevationInMeters', String(greatest + 10));
    row.set('maximumElevationInMeters', String(least));
    issues.push('ELEVATION_MIN_MAX_SWAPPED');
  } else if (kind === 1) {
    row.set('minimumElevationInMeters', 'up the hill');
    row.set('maximumElevationInMeters', '');
    issues.push('ELEVATION_NON_NUMERIC');
  }
}

function writeCoordinates(
  row: Map<Column, string>,
  random: Random,
  { place, issues }: { readonly place: Place; readonly issues: string[] },
): void {
  let latitude = place.latitude.toFixed(4);
  let longitude = place.longitude.toFixed(4);
  row.set('geodeticDatum', 'WGS84');
  row.set('coordinateUncertaintyInMeters', random.pick(['100', '500', '1000', '5000']));
  const kind = Math.floor(random.unit() / DIRTY_SHARE);
  const spoiled = (issue: string) => void issues.push(issue);
  if (kind === 0) {
    [latitude, longitude] = ['0', '0'];
    spoiled('ZERO_COORDINATE');
  } else if (kind === 1) {
    latitude = '112.5000';
    longitude = '260.0000';
    spoiled('COORDINATE_OUT_OF_RANGE');
  } else if (kind === 2) {
    latitude = 'see map';
    spoiled('COORDINATE_INVALID');
  } else if (kind === 3 && Math.abs(place.latitude) > 8 && row.get('country') === place.country) {
    latitude = (-place.latitude).toFixed(4);
    spoiled('PRESUMED_NEGATED_LATITUDE');
  } else if (kind === 4 && Math.abs(place.longitude) > 8 && row.get('country') === place.country) {
    longitude = (-place.longitude).toFixed(4);
    spoiled('PRESUMED_NEGATED_LONGITUDE');
  } else if (kind === 5) {
    row.set('coordinateUncertaintyInMeters', 'large');
    spoiled('COORDINATE_UNCERTAINTY_METERS_INVALID');
  }
  row.set('decimalLatitude', latitude);
  row.set('decimalLongitude', longitude);
}
