import type { Answer } from './answer.ts';
import {
  BASIS_OF_RECORD,
  DCMI_TYPE,
  DEGREE_OF_ESTABLISHMENT,
  ESTABLISHMENT_MEANS,
  OCCURRENCE_STATUS,
  PATHWAY,
  SEX,
  TAXON_RANK,
} from './authorities.ts';
import { standard, standardized, type Authority } from './authority.ts';
import { emptyTerm, unavailable } from './answer.ts';
import {
  kingdomFound,
  NAME_TERMS,
  needsTaxa,
  polynomialConsistent,
  scientificNameFromId,
  scientificNameIdComplete,
  scientificNameIdFromTaxon,
  unlessEmpty,
} from './name-tests.ts';
import {
  issueWhenPresent,
  licenseStandard,
  licenseStandardized,
  notEmpty,
  occurrenceStatusAssumed,
  typeStatusStandard,
  typeStatusStandardized,
} from './other-tests.ts';
import {
  coordinatesFromVerbatim,
  coordinatesTransposed,
  countryCodeFromCoordinates,
  countryCodeStandardized,
  geodeticDatumAssumed,
  geodeticDatumStandardized,
  verticalFromVerbatim,
} from './space-amendments.ts';
import {
  coordinatesInCountry,
  coordinatesNotZero,
  countryCodeStandard,
  countryFound,
  countryMatchesCode,
  countryNotEmpty,
  geodeticDatumStandard,
  inOrder,
  inRange,
  stateProvinceCoordinates,
  terrestrialMarine,
} from './space-validations.ts';
import type { Terms } from './terms.ts';
import {
  dateStandardized,
  dayStandardized,
  eventDateFromDaysOfYear,
  eventDateFromParts,
  eventDateFromVerbatim,
  eventFromEventDate,
  monthStandardized,
} from './time-amendments.ts';
import {
  dateIdentifiedInRange,
  dateStandard,
  dayInRange,
  dayOfYearInRange,
  dayStandard,
  eventConsistent,
  eventDateDuration,
  eventDateInRange,
  monthStandard,
  yearInRange,
} from './time-validations.ts';

/** Answers one test for one record. Pure but for today's date; never throws. */
export type Check = (terms: Terms) => Answer;

const HIGHER_TAXA = [
  'kingdom',
  'phylum',
  'class',
  'order',
  'superfamily',
  'family',
  'subfamily',
  'tribe',
  'subtribe',
  'genus',
] as const;

const TAXON_TERMS = [
  'taxonID',
  'scientificNameID',
  'acceptedNameUsageID',
  'parentNameUsageID',
  'originalNameUsageID',
  'taxonConceptID',
  'scientificName',
  'higherClassification',
  ...HIGHER_TAXA,
  'genericName',
  'subgenus',
  'infragenericEpithet',
  'specificEpithet',
  'infraspecificEpithet',
  'vernacularName',
  'cultivarEpithet',
] as const;

const LOCATION_TERMS = [
  'higherGeographyID',
  'higherGeography',
  'continent',
  'country',
  'countryCode',
  'stateProvince',
  'county',
  'municipality',
  'waterBody',
  'island',
  'islandGroup',
  'locality',
  'locationID',
  'verbatimLocality',
  'decimalLatitude',
  'decimalLongitude',
  'verbatimCoordinates',
  'verbatimLatitude',
  'verbatimLongitude',
  'footprintWKT',
] as const;

const EVENT_TERMS = [
  'eventDate',
  'year',
  'month',
  'day',
  'startDayOfYear',
  'endDayOfYear',
  'verbatimEventDate',
] as const;

/** Terms of which one test asks whether they are there. */
const NOT_EMPTY = [
  'basisOfRecord',
  'countryCode',
  'decimalLatitude',
  'decimalLongitude',
  'eventDate',
  'geodeticDatum',
  'kingdom',
  'license',
  'namePublishedInYear',
  'occurrenceID',
  'occurrenceStatus',
  'scientificName',
  'scientificNameAuthorship',
  'scientificNameID',
  'taxonRank',
  'year',
] as const;

const VOCABULARIES: readonly (readonly [term: string, label: string, authority: Authority])[] = [
  ['basisOfRecord', 'BASISOFRECORD', BASIS_OF_RECORD],
  ['type', 'DCTYPE', DCMI_TYPE],
  ['degreeOfEstablishment', 'DEGREEOFESTABLISHMENT', DEGREE_OF_ESTABLISHMENT],
  ['establishmentMeans', 'ESTABLISHMENTMEANS', ESTABLISHMENT_MEANS],
  ['occurrenceStatus', 'OCCURRENCESTATUS', OCCURRENCE_STATUS],
  ['pathway', 'PATHWAY', PATHWAY],
  ['sex', 'SEX', SEX],
  ['taxonRank', 'TAXONRANK', TAXON_RANK],
];

/** The ranges that the standard sets by default: lowest land and highest mountain, deepest sea, half the equator. */
const ELEVATION = { least: -430, most: 8850, needs: 'number' } as const;
const DEPTH = { least: 0, most: 11_000, needs: 'positive' } as const;

function needsGazetteer(...terms: readonly string[]): Check {
  return (record) =>
    terms.some((term) => record.has(term)) ? unavailable('A gazetteer of provinces') : emptyTerm(...terms);
}

/** What answers each test that looks at one record alone, by the test's label. */
export const CHECKS: Readonly<Record<string, Check>> = {
  ...Object.fromEntries(NOT_EMPTY.map((term) => [`VALIDATION_${term.toUpperCase()}_NOTEMPTY`, notEmpty(term)])),
  ...Object.fromEntries(
    VOCABULARIES.flatMap(([term, label, authority]) => [
      [`VALIDATION_${label}_STANDARD`, standard(term, authority)],
      [`AMENDMENT_${label}_STANDARDIZED`, standardized(term, authority)],
    ]),
  ),
  ...Object.fromEntries(
    ['class', 'family', 'genus', 'order', 'phylum', 'scientificName'].map((term) => [
      `VALIDATION_${term.toUpperCase()}_FOUND`,
      needsTaxa(unlessEmpty(term)),
    ]),
  ),
  VALIDATION_CLASSIFICATION_CONSISTENT: needsTaxa(unlessEmpty(...HIGHER_TAXA)),
  VALIDATION_COORDINATESCOUNTRYCODE_CONSISTENT: coordinatesInCountry,
  VALIDATION_COORDINATESSTATEPROVINCE_CONSISTENT: stateProvinceCoordinates,
  VALIDATION_COORDINATESTERRESTRIALMARINE_CONSISTENT: terrestrialMarine,
  VALIDATION_COORDINATES_NOTZERO: coordinatesNotZero,
  VALIDATION_COORDINATEUNCERTAINTY_INRANGE: inRange({
    term: 'coordinateUncertaintyInMeters',
    least: 1,
    most: 20_037_509,
    needs: 'value',
  }),
  VALIDATION_COUNTRYCODE_STANDARD: countryCodeStandard,
  VALIDATION_COUNTRYCOUNTRYCODE_CONSISTENT: countryMatchesCode,
  VALIDATION_COUNTRYSTATEPROVINCE_UNAMBIGUOUS: needsGazetteer('country', 'stateProvince'),
  VALIDATION_COUNTRY_FOUND: countryFound,
  VALIDATION_COUNTRY_NOTEMPTY: countryNotEmpty,
  VALIDATION_DATEIDENTIFIED_INRANGE: dateIdentifiedInRange,
  VALIDATION_DATEIDENTIFIED_STANDARD: dateStandard('dateIdentified'),
  VALIDATION_DAY_INRANGE: dayInRange,
  VALIDATION_DAY_STANDARD: dayStandard,
  VALIDATION_DCTYPE_NOTEMPTY: notEmpty('type'),
  VALIDATION_DECIMALLATITUDE_INRANGE: inRange({ term: 'decimalLatitude', least: -90, most: 90, needs: 'number' }),
  VALIDATION_DECIMALLONGITUDE_INRANGE: inRange({ term: 'decimalLongitude', least: -180, most: 180, needs: 'number' }),
  VALIDATION_ENDDAYOFYEAR_INRANGE: dayOfYearInRange('end'),
  VALIDATION_EVENTDATE_INRANGE: eventDateInRange,
  VALIDATION_EVENTDATE_STANDARD: dateStandard('eventDate'),
  VALIDATION_EVENTTEMPORAL_NOTEMPTY: notEmpty(...EVENT_TERMS),
  VALIDATION_EVENT_CONSISTENT: eventConsistent,
  VALIDATION_GEODETICDATUM_STANDARD: geodeticDatumStandard,
  VALIDATION_KINGDOM_FOUND: kingdomFound,
  VALIDATION_LICENSE_STANDARD: licenseStandard,
  VALIDATION_LOCATION_NOTEMPTY: notEmpty(...LOCATION_TERMS),
  VALIDATION_MAXDEPTH_INRANGE: inRange({ term: 'maximumDepthInMeters', ...DEPTH }),
  VALIDATION_MAXELEVATION_INRANGE: inRange({ term: 'maximumElevationInMeters', ...ELEVATION }),
  VALIDATION_MINDEPTH_INRANGE: inRange({ term: 'minimumDepthInMeters', ...DEPTH }),
  VALIDATION_MINDEPTH_LESSTHAN_MAXDEPTH: inOrder({ of: 'Depth', positive: true }),
  VALIDATION_MINELEVATION_INRANGE: inRange({ term: 'minimumElevationInMeters', ...ELEVATION }),
  VALIDATION_MINELEVATION_LESSTHAN_MAXELEVATION: inOrder({ of: 'Elevation', positive: false }),
  VALIDATION_MONTH_STANDARD: monthStandard,
  VALIDATION_POLYNOMIAL_CONSISTENT: polynomialConsistent,
  VALIDATION_SCIENTIFICNAMEID_COMPLETE: scientificNameIdComplete,
  VALIDATION_STARTDAYOFYEAR_INRANGE: dayOfYearInRange('begin'),
  VALIDATION_STATEPROVINCE_FOUND: needsGazetteer('stateProvince'),
  VALIDATION_TAXON_NOTEMPTY: notEmpty(...TAXON_TERMS),
  VALIDATION_TAXON_UNAMBIGUOUS: needsTaxa(unlessEmpty('scientificNameID', ...NAME_TERMS)),
  VALIDATION_TYPESTATUS_STANDARD: typeStatusStandard,
  VALIDATION_YEAR_INRANGE: yearInRange,
  AMENDMENT_COORDINATES_FROM_VERBATIM: coordinatesFromVerbatim,
  AMENDMENT_COORDINATES_TRANSPOSED: coordinatesTransposed,
  AMENDMENT_COUNTRYCODE_FROM_COORDINATES: countryCodeFromCoordinates,
  AMENDMENT_COUNTRYCODE_STANDARDIZED: countryCodeStandardized,
  AMENDMENT_DATEIDENTIFIED_STANDARDIZED: dateStandardized('dateIdentified'),
  AMENDMENT_DAY_STANDARDIZED: dayStandardized,
  AMENDMENT_EVENTDATE_FROM_VERBATIM: eventDateFromVerbatim,
  AMENDMENT_EVENTDATE_FROM_YEARMONTHDAY: eventDateFromParts,
  AMENDMENT_EVENTDATE_FROM_YEARSTARTDAYOFYEARENDDAYOFYEAR: eventDateFromDaysOfYear,
  AMENDMENT_EVENTDATE_STANDARDIZED: dateStandardized('eventDate'),
  AMENDMENT_EVENT_FROM_EVENTDATE: eventFromEventDate,
  AMENDMENT_GEODETICDATUM_ASSUMEDDEFAULT: geodeticDatumAssumed,
  AMENDMENT_GEODETICDATUM_STANDARDIZED: geodeticDatumStandardized,
  AMENDMENT_LICENSE_STANDARDIZED: licenseStandardized,
  AMENDMENT_MINDEPTHMAXDEPTH_FROM_VERBATIM: verticalFromVerbatim({ of: 'Depth' }),
  AMENDMENT_MINELEVATIONMAXELEVATION_FROM_VERBATIM: verticalFromVerbatim({ of: 'Elevation' }),
  AMENDMENT_MONTH_STANDARDIZED: monthStandardized,
  AMENDMENT_OCCURRENCESTATUS_ASSUMEDDEFAULT: occurrenceStatusAssumed,
  AMENDMENT_SCIENTIFICNAMEID_FROM_TAXON: needsTaxa(scientificNameIdFromTaxon),
  AMENDMENT_SCIENTIFICNAME_FROM_SCIENTIFICNAMEID: needsTaxa(scientificNameFromId),
  AMENDMENT_TYPESTATUS_STANDARDIZED: typeStatusStandardized,
  ISSUE_ANNOTATION_NOTEMPTY: () => unavailable('A system of annotations'),
  ISSUE_COORDINATES_CENTEROFCOUNTRY: (terms) =>
    ['countryCode', 'decimalLatitude', 'decimalLongitude'].every((term) => terms.has(term))
      ? unavailable("GBIF's catalogue of the centres of countries")
      : emptyTerm('countryCode', 'decimalLatitude', 'decimalLongitude'),
  ISSUE_DATAGENERALIZATIONS_NOTEMPTY: issueWhenPresent('dataGeneralizations'),
  ISSUE_ESTABLISHMENTMEANS_NOTEMPTY: issueWhenPresent('establishmentMeans'),
  MEASURE_EVENTDATE_DURATIONINSECONDS: eventDateDuration,
};
