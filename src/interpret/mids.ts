/** A record's level of Minimum Information about a Digital Specimen (https://www.tdwg.org/standards/mids/). */
export interface Mids {
  /** 0 to 3; null where not even level 0 is reached. */
  readonly level: 0 | 1 | 2 | 3 | null;
  /** What the next level asks for and the record lacks: elements of the standard, in its words. Empty at level 3. */
  readonly missing: readonly string[];
}

export interface MidsRecord {
  /** Whether the record has a value for a Darwin Core term; `media` stands for its nested media. */
  readonly has: (term: string) => boolean;
  /** Fossils and minerals are asked for their age, other specimens for their type status. */
  readonly isGeological: boolean;
}

type Level = 0 | 1 | 2 | 3;

interface Element {
  readonly name: string;
  /** Any one of these lists of terms, all of its terms, is enough. */
  readonly terms: readonly (readonly string[])[];
  readonly only?: 'biology' | 'geology';
}

function element(name: string, terms: string, only?: Element['only']): Element {
  const lists = terms.split(' ').map((list) => list.split('+'));
  return only === undefined ? { name, terms: lists } : { name, terms: lists, only };
}

/** The elements of each level, as the standard's mappings to Darwin Core name their terms. */
const LEVELS: Readonly<Record<Level, readonly Element[]>> = {
  0: [
    element('PhysicalSpecimenID', 'catalogNumber occurrenceID materialEntityID materialSampleID identifier'),
    element('Organization', 'institutionCode institutionID ownerInstitutionCode'),
  ],
  1: [
    element('Name', 'scientificName verbatimIdentification vernacularName genus title'),
    element('SpecimenType', 'basisOfRecord type'),
    element('ObjectType', 'preparations materialEntityType objectType'),
    element('License', 'license accessRights'),
    element('Modified', 'modified'),
  ],
  2: [
    element(
      'QualitativeLocation',
      'locality verbatimLocality country countryCode stateProvince higherGeography waterBody island continent',
    ),
    element(
      'QuantitativeLocation',
      'decimalLatitude+decimalLongitude verbatimLatitude+verbatimLongitude verbatimCoordinates footprintWKT',
    ),
    element('CollectingAgent', 'recordedBy recordedByID'),
    element('DateCollected', 'eventDate verbatimEventDate year'),
    element('CollectingNumber', 'recordNumber fieldNumber'),
    element('Media', 'media associatedMedia'),
    element(
      'GeologicalAge',
      `earliestEonOrLowestEonothem earliestEraOrLowestErathem earliestPeriodOrLowestSystem earliestEpochOrLowestSeries
earliestAgeOrLowestStage geologicalPeriod`.replaceAll('\n', ' '),
      'geology',
    ),
    element('TypeStatus', 'typeStatus', 'biology'),
  ],
  3: [
    element('InstitutionID', 'institutionID'),
    element('CollectorID', 'recordedByID'),
    element('ScientificNameID', 'scientificNameID taxonID', 'biology'),
    element('GeographicalLocalityID', 'locationID higherGeographyID'),
    element('IdentifiedByID', 'identifiedByID'),
    element('AssociatedMediaID', 'associatedMedia media'),
  ],
};

/** The highest level all of whose elements, and those of all levels below, the record has; and what the next one lacks. */
export function midsOf({ has, isGeological }: MidsRecord): Mids {
  const discipline = isGeological ? 'geology' : 'biology';
  let reached: Level | null = null;
  for (const level of [0, 1, 2, 3] as const) {
    const missing = LEVELS[level].filter(
      ({ terms, only }) =>
        (only === undefined || only === discipline) && !terms.some((list) => list.every((term) => has(term))),
    );
    if (missing.length > 0) return { level: reached, missing: missing.map(({ name }) => name) };
    reached = level;
  }
  return { level: reached, missing: [] };
}

/** All terms whose presence decides the level. */
export const MIDS_TERMS: readonly string[] = [
  ...new Set(Object.values(LEVELS).flatMap((elements) => elements.flatMap(({ terms }) => terms.flat()))),
];

/**
 * SQL of the level that `midsOf` gives, as an integer or null. `has` and `isGeological` are SQL conditions that are never null;
 * `has` is asked for each of MIDS_TERMS.
 */
export function midsLevelSql({
  has,
  isGeological,
}: {
  readonly has: (term: string) => string;
  readonly isGeological: string;
}): string {
  const lacks = ([0, 1, 2, 3] as const).map((level) => {
    const elements = LEVELS[level].map(({ terms, only }) => {
      const found = terms.map((list) => `(${list.map(has).join(' and ')})`).join(' or ');
      if (only === undefined) return `(${found})`;
      return only === 'geology' ? `(not ${isGeological} or ${found})` : `(${isGeological} or ${found})`;
    });
    return `when not (${elements.join(' and ')}) then ${level === 0 ? 'null' : level - 1}`;
  });
  return `case ${lacks.join(' ')} else 3 end`;
}
