/** How much an issue hurts: something was done that is worth knowing; a value may be wrong; a value is missing or unusable. */
type IssueSeverity = 'info' | 'warning' | 'error';

/** What an issue is about, as data quality pages group them. */
type IssueTopic =
  | 'coordinates'
  | 'place'
  | 'date'
  | 'taxon'
  | 'agent'
  | 'identifier'
  | 'relation'
  | 'rights'
  | 'media'
  | 'measurement'
  | 'source'
  | 'vocabulary';

export interface IssueDefinition {
  readonly severity: IssueSeverity;
  readonly about: IssueTopic;
  /** For a museum's person: what was found and what was done about it. */
  readonly sentence: string;
}

function info(about: IssueTopic, sentence: string): IssueDefinition {
  return { severity: 'info', about, sentence };
}
function warning(about: IssueTopic, sentence: string): IssueDefinition {
  return { severity: 'warning', about, sentence };
}
function error(about: IssueTopic, sentence: string): IssueDefinition {
  return { severity: 'error', about, sentence };
}

/**
 * Every problem that reading a record can raise. Where GBIF has a flag of the same meaning
 * (https://gbif.github.io/gbif-api/apidocs/org/gbif/api/vocabulary/OccurrenceIssue.html), the code is GBIF's;
 * the others are named `<TERM>_<PROBLEM>`.
 */
export const ISSUES = {
  ZERO_COORDINATE: warning(
    'coordinates',
    'Latitude and longitude are both zero, which usually stands for "unknown". The point was not used.',
  ),
  COORDINATE_OUT_OF_RANGE: error(
    'coordinates',
    'Latitude lies beyond ±90 or longitude beyond ±180 degrees. The point was not used.',
  ),
  COORDINATE_INVALID: error(
    'coordinates',
    'The coordinates could not be read as numbers or degrees. The point was not used.',
  ),
  COORDINATE_INCOMPLETE: warning(
    'coordinates',
    'Only one of latitude and longitude is given. No point was made of it.',
  ),
  COORDINATE_AMBIGUOUS: warning(
    'coordinates',
    'The letter O may stand for Ost (east) or Oeste, Ouest (west), and nothing else decides which. The point was not used.',
  ),
  COORDINATE_VERBATIM_MISMATCH: warning(
    'coordinates',
    'The decimal coordinates and the coordinates as first written name places far apart. The decimal ones were used.',
  ),
  COORDINATE_ROUNDED: info(
    'coordinates',
    'The coordinates are written with more digits than any survey could give. They were rounded to six decimals (about 10 cm).',
  ),
  FOOTPRINT_WKT_INVALID: warning(
    'coordinates',
    'The footprint is not well-known text of a geometry. It is shown as written, and no shape was made of it.',
  ),
  GEODETIC_DATUM_INVALID: warning(
    'coordinates',
    'The geodetic datum is not one that we know. The coordinates were used as if they were WGS 84.',
  ),
  GEODETIC_DATUM_ASSUMED_WGS84: info(
    'coordinates',
    'No geodetic datum is given. The coordinates were taken to be WGS 84, as GPS gives them.',
  ),
  GEODETIC_DATUM_NOT_CONVERTED: info(
    'coordinates',
    'The coordinates are in another datum than WGS 84 and were not converted: the point may be off by up to a few hundred metres.',
  ),
  COORDINATE_REPROJECTED: info('coordinates', 'The coordinates were converted from their own datum to WGS 84.'),
  COORDINATE_REPROJECTION_FAILED: warning(
    'coordinates',
    'The coordinates could not be converted to WGS 84. They were used as written.',
  ),
  COORDINATE_REPROJECTION_SUSPICIOUS: warning(
    'coordinates',
    'Converting the coordinates to WGS 84 would move them by more than a tenth of a degree, so that the datum is probably wrong. They were used as written.',
  ),
  COORDINATE_UNCERTAINTY_METERS_INVALID: warning(
    'coordinates',
    'The uncertainty of the coordinates is not a length above zero and below 5,000 km. It was left out.',
  ),
  COORDINATE_UNCERTAINTY_DERIVED: info(
    'coordinates',
    'No uncertainty is given. It was found from the square of the grid, or from the digits that are written; the true one may be greater.',
  ),
  COORDINATE_COUNTRY_CENTROID: warning(
    'coordinates',
    'The point is the middle of a whole country, as gazetteers give it. It was kept, but probably stands for the country.',
  ),
  COORDINATE_AT_INSTITUTION: warning(
    'coordinates',
    'The point lies at a museum, herbarium or botanical garden. It was kept, but may be the address of the collection.',
  ),
  COORDINATE_GRID_CENTRE: info(
    'coordinates',
    'The point is exactly the middle of a square of a whole, half or quarter degree. It was kept, but may stand for the square.',
  ),
  COORDINATE_COARSE: info(
    'coordinates',
    'Latitude and longitude are written to a tenth of a degree (11 km) or more coarsely. They were kept as written.',
  ),
  COORDINATE_MERIDIAN_NOT_GREENWICH: warning(
    'coordinates',
    'The longitude is counted from another meridian than Greenwich, such as that of Paris or Ferro. The point was not used.',
  ),
  COORDINATE_TOWNSHIP_RANGE: info(
    'coordinates',
    'The place is given by township, range and section. They were kept as text, and no point was made of them.',
  ),
  COORDINATE_PRECISION_INVALID: warning(
    'coordinates',
    'The precision of the coordinates is not a number of degrees between 0 and 1. It was left out.',
  ),
  PRESUMED_SWAPPED_COORDINATE: warning(
    'coordinates',
    'The point lies in the named country only if latitude and longitude are exchanged. They were exchanged.',
  ),
  PRESUMED_NEGATED_LATITUDE: warning(
    'coordinates',
    'The point lies in the named country only on the other side of the equator. The sign of the latitude was turned.',
  ),
  PRESUMED_NEGATED_LONGITUDE: warning(
    'coordinates',
    'The point lies in the named country only on the other side of Greenwich. The sign of the longitude was turned.',
  ),
  COUNTRY_COORDINATE_MISMATCH: warning(
    'place',
    'The point lies outside the named country, and no exchange or turned sign explains it. Both were kept as written.',
  ),
  COUNTRY_MISMATCH: warning(
    'place',
    'The country and the country code name different countries. Both are kept as possible; neither is certain.',
  ),
  COUNTRY_INVALID: warning(
    'place',
    'The country is not one that we know, today or in the past. It is shown as written.',
  ),
  COUNTRY_AMBIGUOUS: info(
    'place',
    'The name stands for what are several countries today. All of them are kept as possible; none is certain.',
  ),
  COUNTRY_HISTORIC: info(
    'place',
    'The name is that of a former state, territory or colony. The country in which it lies today was found from it.',
  ),
  COUNTRY_READ_BY_YEAR: info(
    'place',
    'The name covered other countries of today in the year of the record than it does without a year. Those of that year are possible.',
  ),
  STATE_PROVINCE_COORDINATE_MISMATCH: warning(
    'place',
    'The point lies outside the state or province that has the written name today. Both were kept as written.',
  ),
  WATER_BODY_COORDINATE_MISMATCH: warning(
    'place',
    'The point lies in another sea than the named one. Both were kept as written.',
  ),
  COUNTRY_DERIVED_FROM_COORDINATES: info('place', 'No country is given. It was found from the coordinates.'),
  COUNTRY_DERIVED_FROM_HIGHER_GEOGRAPHY: info('place', 'No country is given. It was found in the higher geography.'),
  CONTINENT_INVALID: warning('place', 'The continent is not one that we know. It was left out.'),
  CONTINENT_COUNTRY_MISMATCH: warning(
    'place',
    'The country does not lie in the named continent. Both were kept as written.',
  ),
  CONTINENT_COORDINATE_MISMATCH: warning(
    'place',
    'The point does not lie in the named continent. Both were kept as written.',
  ),
  CONTINENT_DERIVED_FROM_COUNTRY: info('place', 'No continent is given. It was found from the country.'),
  CONTINENT_DERIVED_FROM_COORDINATES: info('place', 'No continent is given. It was found from the coordinates.'),
  ELEVATION_MIN_MAX_SWAPPED: warning('place', 'The lowest elevation is above the highest. They were exchanged.'),
  ELEVATION_NOT_METRIC: info('place', 'The elevation is written in another unit than metres. It was converted.'),
  ELEVATION_NON_NUMERIC: warning('place', 'The elevation could not be read as a number. It was left out.'),
  ELEVATION_UNLIKELY: warning(
    'place',
    'The elevation is above the highest summit or below the deepest sea floor. It was left out.',
  ),
  DEPTH_MIN_MAX_SWAPPED: warning('place', 'The least depth is below the greatest. They were exchanged.'),
  DEPTH_NOT_METRIC: info('place', 'The depth is written in another unit than metres. It was converted.'),
  DEPTH_NON_NUMERIC: warning('place', 'The depth could not be read as a number. It was left out.'),
  DEPTH_UNLIKELY: warning('place', 'The depth is negative or below the deepest sea floor (11,000 m). It was left out.'),

  RECORDED_DATE_INVALID: warning(
    'date',
    'The date of collecting could not be read, or is a day that never was. What could be read of it was used.',
  ),
  RECORDED_DATE_MISMATCH: warning(
    'date',
    'The date, the year, month and day, or the date as first written contradict each other. The most complete one was used.',
  ),
  RECORDED_DATE_UNLIKELY: warning(
    'date',
    'The date of collecting lies before 1600 or in the future. It was kept, but may be a slip of the pen.',
  ),
  EVENT_DATE_AMBIGUOUS: warning(
    'date',
    'The date of collecting can be read in two ways, as where day and month can be exchanged (3/4/1902). The span covers both.',
  ),
  EVENT_DATE_REVERSED: warning('date', 'The date of collecting ends before it begins. It was not used.'),
  EVENT_DATE_FROM_VERBATIM: info(
    'date',
    'No other field holds the date of collecting. It was read from the words on the label.',
  ),
  DATE_YEAR_SHORT: warning(
    'date',
    'The year has two digits, and nothing says of which century. The date was not used.',
  ),
  DATE_ORDER_INFERRED: info(
    'date',
    'Day and month could be exchanged. The order was taken from the other dates of the dataset, which agree.',
  ),
  DATE_CENTURY_INFERRED: info('date', 'The year has two digits; the other dates of the dataset settle the century.'),
  DATE_OLD_STYLE: info(
    'date',
    'The date is written in the Old Style. It was converted where the words say so; its year is counted from January.',
  ),
  DATE_SEASON_NORTHERN: info(
    'date',
    'The date names a season, and no hemisphere is known. The months are those of the north.',
  ),
  DATE_WORD_CORRECTED: info(
    'date',
    'The name of the month is misspelt by one letter, or a letter stands for a digit (l905). It was read as the only date that it can be.',
  ),
  PRODUCTION_DATE_OF_LIFE: warning(
    'date',
    'The date of making seems to be of the life of the maker (born, died). The object was made at some time in it or after.',
  ),
  PRODUCTION_DATE_OF_PATENT: info(
    'date',
    'The date of making is that of a patent or registration. The object was made then or later.',
  ),
  PRODUCTION_DATE_INVALID: warning('date', 'The date of making could not be read. It is shown as written.'),
  PRODUCTION_DATE_AMBIGUOUS: warning(
    'date',
    'The date of making can be read in two ways (3/4/1902, 1909-10). The span covers both.',
  ),
  PRODUCTION_DATE_REVERSED: warning('date', 'The date of making ends before it begins. It was not used.'),
  PRODUCTION_DATE_UNLIKELY: warning(
    'date',
    'The date of making lies in the future. It was kept, but may be a slip of the pen.',
  ),
  ACQUISITION_DATE_INVALID: warning('date', 'The date of acquisition could not be read. It is shown as written.'),
  ACQUISITION_DATE_AMBIGUOUS: warning(
    'date',
    'The date of acquisition can be read in two ways (3/4/1902). The span covers both.',
  ),
  ACQUISITION_DATE_REVERSED: warning('date', 'The date of acquisition ends before it begins. It was not used.'),
  ACQUISITION_DATE_UNLIKELY: warning(
    'date',
    'The date of acquisition lies in the future. It was kept, but may be a slip of the pen.',
  ),
  IDENTIFIED_DATE_INVALID: warning('date', 'The date of identification could not be read. It is shown as written.'),
  IDENTIFIED_DATE_AMBIGUOUS: warning(
    'date',
    'The date of identification can be read in two ways (3/4/1902). The span covers both.',
  ),
  IDENTIFIED_DATE_REVERSED: warning('date', 'The date of identification ends before it begins. It was not used.'),
  IDENTIFIED_DATE_UNLIKELY: warning(
    'date',
    'The date of identification lies before 1700 or in the future. It was kept, but may be a slip of the pen.',
  ),
  MODIFIED_DATE_INVALID: warning('date', 'The date of the last change could not be read.'),
  MODIFIED_DATE_UNLIKELY: warning('date', 'The date of the last change lies before 1970 or in the future.'),
  GEOREFERENCED_DATE_INVALID: warning('date', 'The date of georeferencing could not be read.'),
  GEOREFERENCED_DATE_UNLIKELY: warning('date', 'The date of georeferencing lies in the future or before its time.'),

  TAXON_MATCH_NONE: info('taxon', 'The name was not found in the checklist. It is kept as written.'),
  TAXON_MATCH_FUZZY: warning('taxon', 'The name was found in the checklist only in a slightly different spelling.'),
  TAXON_MATCH_HIGHERRANK: warning('taxon', 'Only the genus or a higher group was found in the checklist.'),
  PARENT_NAME_USAGE_ID_INVALID: warning(
    'taxon',
    'The entry names a taxon above it that the checklist does not have. It was placed by the names that stand on it, or at the top.',
  ),
  ACCEPTED_NAME_USAGE_ID_INVALID: warning(
    'taxon',
    'The entry names an accepted name that the checklist does not have. It was looked for by name, and leads nowhere where that failed.',
  ),
  TAXON_RANK_INVALID: warning(
    'taxon',
    'The rank is not one that we know. The rank was taken from the name, where it shows one.',
  ),
  SCIENTIFIC_NAME_MISSING: info(
    'taxon',
    'The scientific name is missing. It was put together from genus and epithets, where they are given.',
  ),
  SCIENTIFIC_NAME_UNREADABLE: warning(
    'taxon',
    'The scientific name could not be taken apart. It is kept and searched as written.',
  ),
  SCIENTIFIC_NAME_UNCERTAIN: info(
    'taxon',
    'The name carries a doubt (cf., aff., ?). The doubt is kept with the identification.',
  ),
  SCIENTIFIC_NAME_REPAIRED: info(
    'taxon',
    'The name holds markup, letters of another alphabet or a broken encoding. It was mended before it was read.',
  ),
  SCIENTIFIC_NAME_MISMATCH: warning(
    'taxon',
    'The scientific name and the genus or epithet columns contradict each other. The scientific name was used.',
  ),

  AGENT_UNREADABLE: warning('agent', 'The name of a person or group could not be taken apart. It is kept as written.'),
  RECORDED_BY_UNREADABLE: warning(
    'agent',
    'The collectors could not be told apart. They are kept as written, as one name.',
  ),
  IDENTIFIED_BY_UNREADABLE: warning(
    'agent',
    'The people who identified it could not be told apart. They are kept as written, as one name.',
  ),
  MAKER_UNREADABLE: warning('agent', 'The makers could not be told apart. They are kept as written, as one name.'),
  AGENT_ID_INVALID: warning(
    'agent',
    'An identifier of a person is not well formed, or is not of the kind that it says. It was left out.',
  ),
  AGENT_ID_COUNT_MISMATCH: warning(
    'agent',
    'There are not as many identifiers as people. They were not joined to the names.',
  ),

  IDENTIFIER_MISSING: warning(
    'identifier',
    'The record has no identifier. It got one made from its content, which changes when the content does.',
  ),
  IDENTIFIER_DUPLICATE: warning(
    'identifier',
    'Several records of the dataset have this identifier. All are kept, numbered in the order of the file.',
  ),
  PART_OF_DANGLING: warning(
    'relation',
    'The record says that it is part of another, which was found in no dataset here. The name is kept.',
  ),
  PART_OF_CIRCULAR: warning(
    'relation',
    'The record is, by way of others, part of itself. The link was left out of the tree.',
  ),
  RELATION_DANGLING: info(
    'relation',
    'The record names a related record that was found in no dataset here. The name is kept.',
  ),
  RELATION_TYPE_UNKNOWN: info('relation', 'The kind of relation is not one that we know. It is kept as written.'),
  PARENT_EVENT_INFINITE_LINEAGE: info('relation', 'The event is, by way of others, part of itself.'),

  LICENSE_MISSING: info(
    'rights',
    'No licence is stated for the record, its column or its dataset. It counts as not stated, never as free.',
  ),
  LICENSE_UNREADABLE: warning(
    'rights',
    'The licence is not one that we know. It is shown as written and counts as not stated.',
  ),
  LICENSE_CONFLICT: warning(
    'rights',
    'Two statements about the licence contradict each other. The stricter one counts.',
  ),

  MULTIMEDIA_URI_INVALID: warning(
    'media',
    'The address of a media file is not a web address or a path in the dataset. No link was made of it.',
  ),
  MULTIMEDIA_DATE_INVALID: warning('media', 'The date of a media file could not be read. It is shown as written.'),
  MULTIMEDIA_TYPE_UNKNOWN: info('media', 'The type of a media file is neither stated nor to be seen from its name.'),
  MEDIA_LICENSE_MISSING: info(
    'media',
    'No licence is stated for a media file. It counts as not stated, never as free.',
  ),
  MEDIA_LICENSE_UNREADABLE: warning(
    'media',
    'The licence of a media file is not one that we know. It is shown as written and counts as not stated.',
  ),
  REFERENCES_URI_INVALID: warning(
    'media',
    'The address of the page about the record is not a web address. No link was made of it.',
  ),

  MEASUREMENT_VALUE_NON_NUMERIC: info(
    'measurement',
    'The value of a measurement has a unit, but is not a number. It is kept as text and cannot be compared.',
  ),
  MEASUREMENT_UNIT_UNKNOWN: info(
    'measurement',
    'The unit of a measurement is not one that we know. It is kept as written.',
  ),
  DIMENSIONS_CONFLICT: info(
    'measurement',
    'The same dimensions are given in two units that do not agree. The first are kept.',
  ),
  DIMENSIONS_UNREADABLE: info('measurement', 'The dimensions could not be taken apart. They are shown as written.'),

  ROW_REPAIRED: warning('source', 'The row in the file was damaged and was repaired. See the report of the import.'),
  ROW_QUOTES_REPAIRED: warning(
    'source',
    'A stray quotation mark in the row would have swallowed cells or rows. It was taken as text.',
  ),
  ROW_PADDED: warning('source', 'The row has fewer cells than its header. The missing ones were taken as empty.'),
  ROW_TRUNCATED: warning(
    'source',
    'The row has more cells than its header. The surplus ones were empty and were left out.',
  ),
  ROW_JOINED: warning('source', 'A line break within a cell had broken the row. Its lines were joined again.'),
  ROW_NUL_REMOVED: warning('source', 'The row holds NUL bytes. They were removed.'),
  ROW_ENCODING_REPAIRED: warning(
    'source',
    'The row is written in another encoding than its file. It was read in its own.',
  ),
  ROW_ENCODING_REPLACED: error(
    'source',
    'Some bytes of the row are no text in its encoding. A replacement character stands for them.',
  ),
  ENCODING_REPAIRED: info('source', 'The file is written in another encoding than it says. It was read in its own.'),
  EXTENSION_ROW_ORPHANED: warning(
    'source',
    'A row of an extension names a record that is not in the file. The row is kept in the import report.',
  ),
  INTERPRETATION_ERROR: error('source', 'Our software failed on this value. It is kept as written; please tell us.'),

  BASIS_OF_RECORD_INVALID: warning('vocabulary', 'The basis of record is not one that we know. It was left out.'),
  KIND_UNCERTAIN: info(
    'vocabulary',
    'What kind of object this is could not be told for certain. It is listed as "other".',
  ),
  TYPE_STATUS_INVALID: warning('vocabulary', 'The type status is not one that we know. It is shown as written.'),
  SUSPECTED_TYPE: info('vocabulary', 'The record reads like a type specimen, but has no type status.'),
  SEX_INVALID: info('vocabulary', 'The sex is not one that we know. It is shown as written.'),
  LIFE_STAGE_INVALID: info('vocabulary', 'The life stage is not one that we know. It is shown as written.'),
  ESTABLISHMENT_MEANS_INVALID: info(
    'vocabulary',
    'The means of establishment is not one that we know. It is shown as written.',
  ),
  LANGUAGE_INVALID: info('vocabulary', 'The language is not one that we know. It is shown as written.'),
  ARCHIVE_LEVEL_INVALID: info('vocabulary', 'The archival level is not one that we know. It is shown as written.'),
  INDIVIDUAL_COUNT_INVALID: warning(
    'vocabulary',
    'The number of individuals is not a whole number from zero. It was left out.',
  ),
  INDIVIDUAL_COUNT_CONFLICTS_WITH_OCCURRENCE_STATUS: warning(
    'vocabulary',
    'The number of individuals and the statement "present" or "absent" contradict each other. Both were kept.',
  ),
  OCCURRENCE_STATUS_UNPARSABLE: warning(
    'vocabulary',
    'The occurrence status is neither "present" nor "absent". It was left out.',
  ),
  OCCURRENCE_STATUS_INFERRED_FROM_INDIVIDUAL_COUNT: info(
    'vocabulary',
    'Whether it was present was found from the number of individuals.',
  ),
  OCCURRENCE_STATUS_INFERRED_FROM_BASIS_OF_RECORD: info(
    'vocabulary',
    'A specimen in a collection was present where it was found.',
  ),
  GEOLOGICAL_PERIOD_INVALID: info(
    'vocabulary',
    'The geological period is not one that we know. It is shown as written.',
  ),
} as const satisfies Readonly<Record<string, IssueDefinition>>;

export type IssueCode = keyof typeof ISSUES;

/** GBIF's flags that make its `hasGeospatialIssue` true; ours follows them. */
export const GEOSPATIAL_ISSUES: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'ZERO_COORDINATE',
  'COORDINATE_OUT_OF_RANGE',
  'COORDINATE_INVALID',
  'PRESUMED_SWAPPED_COORDINATE',
  'PRESUMED_NEGATED_LONGITUDE',
  'PRESUMED_NEGATED_LATITUDE',
  'COUNTRY_COORDINATE_MISMATCH',
]);

/** Issues that by themselves say exactly where a point is: a protected record does not keep them. */
export const LOCATING_ISSUES: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'COORDINATE_COUNTRY_CENTROID',
  'COORDINATE_AT_INSTITUTION',
  'COORDINATE_GRID_CENTRE',
]);

/** The definition of a code; undefined for codes of other versions of the software. */
export function findIssue(code: string): IssueDefinition | undefined {
  return Object.hasOwn(ISSUES, code) ? ISSUES[code as IssueCode] : undefined;
}
