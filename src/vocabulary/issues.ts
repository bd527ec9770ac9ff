/** What an issue is about, for grouping. */
export type IssueTopic =
  | 'coordinates'
  | 'place'
  | 'date'
  | 'taxon'
  | 'agent'
  | 'rights'
  | 'media'
  | 'relation'
  | 'source'
  | 'vocabulary';

export interface IssueDefinition {
  readonly severity: 'info' | 'warning' | 'error';
  readonly about: IssueTopic;
  /** For a museum's person: what was found and what was done about it. */
  readonly sentence: string;
}

/**
 * Every problem that reading a record may raise. Where GBIF's OccurrenceIssue has the same meaning, the code is GBIF's;
 * the others are `<TERM>_<PROBLEM>`.
 */
export const ISSUES = {
  ZERO_COORDINATE: {
    severity: 'warning',
    about: 'coordinates',
    sentence:
      'Latitude and longitude are both zero, which usually stands for “unknown”. The point is kept but does not count as located.',
  },
  COORDINATE_OUT_OF_RANGE: {
    severity: 'warning',
    about: 'coordinates',
    sentence: 'The latitude is beyond ±90° or the longitude beyond ±180°. No point is shown.',
  },
  COORDINATE_INVALID: {
    severity: 'warning',
    about: 'coordinates',
    sentence: 'The coordinates cannot be read. No point is shown.',
  },
  COORDINATE_ROUNDED: {
    severity: 'info',
    about: 'coordinates',
    sentence: 'The coordinates were rounded to six decimals, about ten centimetres.',
  },
  COORDINATE_AMBIGUOUS: {
    severity: 'warning',
    about: 'coordinates',
    sentence: 'The letter of the hemisphere may mean east or west in different languages. No point is shown.',
  },
  COORDINATE_UNCERTAINTY_METERS_INVALID: {
    severity: 'warning',
    about: 'coordinates',
    sentence: 'The uncertainty of the coordinates is not a positive number of metres. It is left out.',
  },
  COORDINATE_PRECISION_INVALID: {
    severity: 'warning',
    about: 'coordinates',
    sentence: 'The precision of the coordinates is not a number of degrees between 0 and 1. It is left out.',
  },
  GEODETIC_DATUM_INVALID: {
    severity: 'warning',
    about: 'coordinates',
    sentence: 'The geodetic datum is not one we know. The coordinates are taken as WGS 84.',
  },
  GEODETIC_DATUM_ASSUMED_WGS84: {
    severity: 'info',
    about: 'coordinates',
    sentence: 'No geodetic datum is stated. The coordinates are taken as WGS 84.',
  },
  COORDINATE_REPROJECTED: {
    severity: 'info',
    about: 'coordinates',
    sentence: 'The coordinates were converted from the stated datum to WGS 84.',
  },
  COORDINATE_REPROJECTION_FAILED: {
    severity: 'warning',
    about: 'coordinates',
    sentence: 'The coordinates could not be converted from the stated datum; they are shown as written.',
  },
  PRESUMED_SWAPPED_COORDINATE: {
    severity: 'warning',
    about: 'coordinates',
    sentence: 'The point lies in the stated country only if latitude and longitude are exchanged. They were exchanged.',
  },
  PRESUMED_NEGATED_LATITUDE: {
    severity: 'warning',
    about: 'coordinates',
    sentence:
      'The point lies in the stated country only with the latitude on the other side of the equator. Its sign was changed.',
  },
  PRESUMED_NEGATED_LONGITUDE: {
    severity: 'warning',
    about: 'coordinates',
    sentence:
      'The point lies in the stated country only with the longitude on the other side of Greenwich. Its sign was changed.',
  },
  FOOTPRINT_WKT_INVALID: {
    severity: 'warning',
    about: 'coordinates',
    sentence: 'The footprint is not well-known text. It is left out.',
  },
  COUNTRY_COORDINATE_MISMATCH: {
    severity: 'warning',
    about: 'place',
    sentence: 'The point lies outside the stated country. Both are kept.',
  },
  COUNTRY_MISMATCH: {
    severity: 'warning',
    about: 'place',
    sentence: 'The country and the country code name different countries.',
  },
  COUNTRY_INVALID: {
    severity: 'warning',
    about: 'place',
    sentence: 'The country is not one we know, of today or of the past. It is kept as written.',
  },
  COUNTRY_AMBIGUOUS: {
    severity: 'info',
    about: 'place',
    sentence: 'The name may mean several countries of today; all of them are kept as possible ones.',
  },
  COUNTRY_HISTORIC: {
    severity: 'info',
    about: 'place',
    sentence:
      'The country is one of the past. The countries of today in which the place certainly or possibly lies stand beside it.',
  },
  COUNTRY_DERIVED_FROM_COORDINATES: {
    severity: 'info',
    about: 'place',
    sentence: 'No country is stated; it was found from the coordinates.',
  },
  CONTINENT_INVALID: {
    severity: 'warning',
    about: 'place',
    sentence: 'The continent is not one we know.',
  },
  CONTINENT_COUNTRY_MISMATCH: {
    severity: 'warning',
    about: 'place',
    sentence: 'The stated continent is not that of the country.',
  },
  CONTINENT_DERIVED_FROM_COUNTRY: {
    severity: 'info',
    about: 'place',
    sentence: 'No continent is stated; it was taken from the country.',
  },
  RECORDED_DATE_INVALID: {
    severity: 'warning',
    about: 'date',
    sentence: 'The date of the gathering cannot be read with certainty. It is kept as written.',
  },
  RECORDED_DATE_MISMATCH: {
    severity: 'warning',
    about: 'date',
    sentence: 'The date and the fields for year, month and day contradict each other.',
  },
  RECORDED_DATE_UNLIKELY: {
    severity: 'warning',
    about: 'date',
    sentence: 'The date of the gathering lies before 1600 or in the future.',
  },
  EVENT_DATE_AMBIGUOUS: {
    severity: 'warning',
    about: 'date',
    sentence: 'Day and month may be read in two orders; the span covers both.',
  },
  EVENT_DATE_REVERSED: {
    severity: 'warning',
    about: 'date',
    sentence: 'The date ends before it begins. It is kept as written and not used.',
  },
  EVENT_DATE_FROM_VERBATIM: {
    severity: 'info',
    about: 'date',
    sentence: 'The date was read from the words on the label, since no other field holds it.',
  },
  PRODUCTION_DATE_INVALID: {
    severity: 'warning',
    about: 'date',
    sentence: 'The date of making cannot be read with certainty. It is kept as written.',
  },
  PRODUCTION_DATE_AMBIGUOUS: {
    severity: 'warning',
    about: 'date',
    sentence: 'Day and month of the date of making may be read in two orders; the span covers both.',
  },
  PRODUCTION_DATE_REVERSED: {
    severity: 'warning',
    about: 'date',
    sentence: 'The date of making ends before it begins. It is kept as written and not used.',
  },
  PRODUCTION_DATE_UNLIKELY: {
    severity: 'warning',
    about: 'date',
    sentence: 'The date of making lies in the future.',
  },
  ACQUISITION_DATE_INVALID: {
    severity: 'warning',
    about: 'date',
    sentence: 'The date of acquisition cannot be read with certainty. It is kept as written.',
  },
  ACQUISITION_DATE_AMBIGUOUS: {
    severity: 'warning',
    about: 'date',
    sentence: 'Day and month of the date of acquisition may be read in two orders; the span covers both.',
  },
  IDENTIFIED_DATE_INVALID: {
    severity: 'warning',
    about: 'date',
    sentence: 'The date of the identification cannot be read with certainty. It is kept as written.',
  },
  IDENTIFIED_DATE_AMBIGUOUS: {
    severity: 'warning',
    about: 'date',
    sentence: 'Day and month of the date of identification may be read in two orders; the span covers both.',
  },
  IDENTIFIED_DATE_UNLIKELY: {
    severity: 'warning',
    about: 'date',
    sentence: 'The date of the identification lies before 1700 or in the future.',
  },
  DEPTH_NOT_METRIC: {
    severity: 'info',
    about: 'place',
    sentence: 'The depth was given in another unit and converted to metres.',
  },
  DEPTH_UNLIKELY: {
    severity: 'warning',
    about: 'place',
    sentence: 'The depth is negative or beyond 11,000 metres.',
  },
  DEPTH_MIN_MAX_SWAPPED: {
    severity: 'warning',
    about: 'place',
    sentence: 'The least depth is larger than the greatest; they were exchanged.',
  },
  DEPTH_NON_NUMERIC: {
    severity: 'warning',
    about: 'place',
    sentence: 'The depth is not a number. It is left out.',
  },
  ELEVATION_NOT_METRIC: {
    severity: 'info',
    about: 'place',
    sentence: 'The elevation was given in another unit and converted to metres.',
  },
  ELEVATION_UNLIKELY: {
    severity: 'warning',
    about: 'place',
    sentence: 'The elevation lies below the deepest or above the highest point of the Earth.',
  },
  ELEVATION_MIN_MAX_SWAPPED: {
    severity: 'warning',
    about: 'place',
    sentence: 'The lowest elevation is above the highest; they were exchanged.',
  },
  ELEVATION_NON_NUMERIC: {
    severity: 'warning',
    about: 'place',
    sentence: 'The elevation is not a number. It is left out.',
  },
  BASIS_OF_RECORD_INVALID: {
    severity: 'warning',
    about: 'vocabulary',
    sentence: 'The basis of record is not a value of Darwin Core.',
  },
  KIND_UNCERTAIN: {
    severity: 'info',
    about: 'vocabulary',
    sentence: 'Nothing in the record says which kind of object it is; it is listed under “other”.',
  },
  TYPE_STATUS_INVALID: {
    severity: 'warning',
    about: 'vocabulary',
    sentence: 'The type status is not one we know.',
  },
  SUSPECTED_TYPE: {
    severity: 'info',
    about: 'vocabulary',
    sentence: 'The record may be a type, but the words are not certain.',
  },
  ARCHIVE_LEVEL_INVALID: {
    severity: 'info',
    about: 'vocabulary',
    sentence: 'The level of archival description is none that is known here. It is kept as written.',
  },
  LANGUAGE_INVALID: {
    severity: 'info',
    about: 'vocabulary',
    sentence: 'The language is neither a code nor a name of a language that is known here. It is kept as written.',
  },
  SEX_INVALID: {
    severity: 'info',
    about: 'vocabulary',
    sentence: 'The sex is not one we know. It is kept as written.',
  },
  LIFE_STAGE_INVALID: {
    severity: 'info',
    about: 'vocabulary',
    sentence: 'The life stage is not one we know. It is kept as written.',
  },
  OCCURRENCE_STATUS_UNPARSABLE: {
    severity: 'warning',
    about: 'vocabulary',
    sentence: 'The occurrence status is neither present nor absent in words we know.',
  },
  OCCURRENCE_STATUS_INFERRED_FROM_INDIVIDUAL_COUNT: {
    severity: 'info',
    about: 'vocabulary',
    sentence: 'No occurrence status is stated; the count of individuals says that it was present or absent.',
  },
  ESTABLISHMENT_MEANS_INVALID: {
    severity: 'info',
    about: 'vocabulary',
    sentence: 'The means of establishment is not one we know. It is kept as written.',
  },
  INDIVIDUAL_COUNT_INVALID: {
    severity: 'warning',
    about: 'vocabulary',
    sentence: 'The count of individuals is not a whole number. It is left out.',
  },
  INDIVIDUAL_COUNT_CONFLICTS_WITH_OCCURRENCE_STATUS: {
    severity: 'warning',
    about: 'vocabulary',
    sentence: 'The count of individuals and the occurrence status contradict each other.',
  },
  TAXON_RANK_INVALID: {
    severity: 'info',
    about: 'taxon',
    sentence: 'The rank is not one we know. It is kept as written.',
  },
  SCIENTIFIC_NAME_UNREADABLE: {
    severity: 'warning',
    about: 'taxon',
    sentence: 'The scientific name cannot be read as a name. It is kept as written.',
  },
  SCIENTIFIC_NAME_UNCERTAIN: {
    severity: 'info',
    about: 'taxon',
    sentence: 'The name is qualified (cf., aff., sp., a placeholder): the identification is not certain to that rank.',
  },
  RECORDED_BY_UNREADABLE: {
    severity: 'warning',
    about: 'agent',
    sentence: 'The names of the collectors could not be told apart. They are kept as one.',
  },
  IDENTIFIED_BY_UNREADABLE: {
    severity: 'warning',
    about: 'agent',
    sentence: 'The names of those who identified it could not be told apart. They are kept as one.',
  },
  MAKER_UNREADABLE: {
    severity: 'warning',
    about: 'agent',
    sentence: 'The names of the makers could not be told apart. They are kept as one.',
  },
  AGENT_UNREADABLE: {
    severity: 'warning',
    about: 'agent',
    sentence: 'The names could not be told apart. They are kept as one.',
  },
  LICENSE_MISSING: {
    severity: 'info',
    about: 'rights',
    sentence: 'No licence is stated for this record or its dataset. Ask the museum before using it.',
  },
  LICENSE_UNREADABLE: {
    severity: 'warning',
    about: 'rights',
    sentence: 'The statement of rights is not a licence that we know. It is kept as written.',
  },
  MULTIMEDIA_URI_INVALID: {
    severity: 'warning',
    about: 'media',
    sentence: 'The address of a picture or other file is not one that can be opened. It is kept as written.',
  },
  MULTIMEDIA_DATE_INVALID: {
    severity: 'info',
    about: 'media',
    sentence: 'The date of a picture or other file cannot be read.',
  },
  REFERENCES_URI_INVALID: {
    severity: 'info',
    about: 'media',
    sentence: "The address of the record's own page is not one that can be opened.",
  },
  MEASUREMENT_UNREADABLE: {
    severity: 'info',
    about: 'vocabulary',
    sentence: 'A measurement could not be read as a number with a unit. It is kept as written.',
  },
  PART_OF_DANGLING: {
    severity: 'warning',
    about: 'relation',
    sentence: 'The whole to which this belongs is not among the records of its dataset.',
  },
  RELATION_DANGLING: {
    severity: 'info',
    about: 'relation',
    sentence: 'A related record that is named here is not among the records of its dataset.',
  },
  IDENTIFIER_MISSING: {
    severity: 'warning',
    about: 'source',
    sentence: 'The row has no identifier. Its address is made from its content and changes with it.',
  },
  IDENTIFIER_DUPLICATE: {
    severity: 'warning',
    about: 'source',
    sentence: 'Several rows have this identifier. All are kept, numbered in the order of the file.',
  },
  ROW_REPAIRED: {
    severity: 'warning',
    about: 'source',
    sentence: 'The row of the export was damaged and was repaired; nothing was left out but what was empty.',
  },
  ENCODING_REPAIRED: {
    severity: 'warning',
    about: 'source',
    sentence: 'Some text was not in the encoding of its file and was read as windows-1252.',
  },
  INTERPRETATION_ERROR: {
    severity: 'error',
    about: 'source',
    sentence: 'Our software failed to read a value. The value is kept as written; please report it.',
  },
} as const satisfies Readonly<Record<string, IssueDefinition>>;

export type IssueCode = keyof typeof ISSUES;

/** The codes that GBIF counts as a geospatial problem of the record. */
export const GEOSPATIAL_ISSUES: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'ZERO_COORDINATE',
  'COORDINATE_OUT_OF_RANGE',
  'COORDINATE_INVALID',
  'COUNTRY_COORDINATE_MISMATCH',
  'PRESUMED_SWAPPED_COORDINATE',
  'PRESUMED_NEGATED_LONGITUDE',
  'PRESUMED_NEGATED_LATITUDE',
]);

/** The definition of a code; undefined for codes of other software's versions. */
export function findIssue(code: string): IssueDefinition | undefined {
  return code in ISSUES ? ISSUES[code as IssueCode] : undefined;
}
