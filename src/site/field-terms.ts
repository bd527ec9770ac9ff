import { FIELDS, type Field } from '../vocabulary/fields.ts';

/**
 * The terms that a field is read from, where they are others than the field's own name, in the order in which a page lists
 * them. A term may stand under several fields; a page shows it at the first that the record has.
 */
const SOURCE_TERMS: Readonly<Record<string, readonly string[]>> = {
  identifier: ['occurrenceID', 'materialEntityID', 'identifier', 'taxonID', 'eventID'],
  institutionCode: ['institutionCode', 'institutionID'],
  collectionCode: ['collectionCode', 'collectionID'],
  kind: ['kind', 'type'],
  description: ['description', 'verbatimLabel'],
  material: ['material', 'medium'],
  subject: ['subject'],
  remarks: ['occurrenceRemarks', 'materialEntityRemarks', 'organismRemarks', 'eventRemarks', 'fieldNotes'],
  recordedBy: ['recordedBy'],
  maker: ['maker', 'makerRole', 'creator', 'contributor'],
  productionDate: ['productionDate', 'created'],
  acquisitionDate: ['acquisitionDate', 'acquisitionMethod'],
  eventDate: ['eventDate', 'verbatimEventDate', 'year', 'month', 'day', 'startDayOfYear', 'endDayOfYear', 'eventTime'],
  country: ['country', 'countryCode'],
  island: ['island', 'islandGroup'],
  locality: ['locality', 'verbatimLocality'],
  decimalLatitude: ['decimalLatitude', 'verbatimLatitude', 'verbatimCoordinates', 'geodeticDatum', 'verbatimSRS'],
  decimalLongitude: ['decimalLongitude', 'verbatimLongitude'],
  coordinateUncertaintyInMeters: ['coordinateUncertaintyInMeters', 'coordinatePrecision'],
  elevationInMeters: ['minimumElevationInMeters', 'maximumElevationInMeters', 'verbatimElevation'],
  depthInMeters: ['minimumDepthInMeters', 'maximumDepthInMeters', 'verbatimDepth'],
  scientificName: [
    'scientificName',
    'scientificNameAuthorship',
    'identificationQualifier',
    'verbatimIdentification',
    'genericName',
  ],
  canonicalName: ['specificEpithet', 'infraspecificEpithet'],
  taxonRank: ['taxonRank', 'verbatimTaxonRank'],
  geologicalPeriod: [
    'earliestEonOrLowestEonothem',
    'latestEonOrHighestEonothem',
    'earliestEraOrLowestErathem',
    'latestEraOrHighestErathem',
    'earliestPeriodOrLowestSystem',
    'latestPeriodOrHighestSystem',
    'earliestEpochOrLowestSeries',
    'latestEpochOrHighestSeries',
    'earliestAgeOrLowestStage',
    'latestAgeOrHighestStage',
  ],
  formation: ['formation', 'lithostratigraphicTerms', 'group', 'member', 'bed'],
  mediaCount: ['associatedMedia'],
  license: ['license', 'rights', 'accessRights', 'usageTerms'],
};

/** The verbatim terms beside which a field's value is shown. */
export function termsOfField({ name }: Field): readonly string[] {
  return SOURCE_TERMS[name] ?? [name];
}

/** Fields that repeat what other rows of the page say. */
const UNSHOWN: ReadonlySet<string> = new Set([
  'key',
  'recordType',
  'date',
  'agent',
  'agentKey',
  'agentInitial',
  'agentRole',
  'expeditionKey',
  'gatheringKey',
  'placeKey',
  'related',
  'taxonKey',
  'wholeKey',
  'year',
  'month',
  'day',
  'issue',
  'hasCoordinate',
  'hasGeospatialIssue',
  'mediaType',
]);

/** The fields that a record's page shows, in its order. */
export const SHOWN_FIELDS: readonly Field[] = FIELDS.filter(({ name }) => !UNSHOWN.has(name));
