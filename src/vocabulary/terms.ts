/**
 * The closed list of terms to which a source's columns may be mapped. Darwin Core's names are kept letter for letter
 * (https://dwc.tdwg.org/terms/); for what Darwin Core lacks, Dublin Core (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/),
 * Audiovisual Core, and last our own names.
 */
const DWC = 'http://rs.tdwg.org/dwc/terms/';
const DWCIRI = 'http://rs.tdwg.org/dwc/iri/';
const DCTERMS = 'http://purl.org/dc/terms/';
const DC = 'http://purl.org/dc/elements/1.1/';
const GBIF = 'http://rs.gbif.org/terms/1.0/';
const AC = 'http://rs.tdwg.org/ac/terms/';
const OURS = 'https://collectome.org/terms/';

export const NAMESPACES = {
  dwc: DWC,
  dwciri: DWCIRI,
  dcterms: DCTERMS,
  dc: DC,
  gbif: GBIF,
  ac: AC,
  collectome: OURS,
} as const;

function names(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}

/** Terms by the class under which Darwin Core lists them. */
export const DARWIN_CORE = {
  record: names(`institutionID collectionID datasetID institutionCode collectionCode datasetName ownerInstitutionCode
    basisOfRecord informationWithheld dataGeneralizations dynamicProperties`),
  occurrence: names(`occurrenceID catalogNumber recordNumber recordedBy recordedByID individualCount organismQuantity
    organismQuantityType sex lifeStage reproductiveCondition caste behavior vitality establishmentMeans
    degreeOfEstablishment pathway georeferenceVerificationStatus occurrenceStatus associatedMedia
    associatedOccurrences associatedReferences associatedTaxa otherCatalogNumbers occurrenceRemarks`),
  organism: names(`organismID organismName organismScope associatedOrganisms previousIdentifications organismRemarks`),
  material: names(`materialEntityID digitalSpecimenID preparations disposition verbatimLabel associatedSequences
    materialEntityRemarks materialSampleID materialEntityType materialCategory`),
  event:
    names(`eventID parentEventID eventType fieldNumber projectID projectTitle fundingAttribution fundingAttributionID
    eventDate eventTime startDayOfYear endDayOfYear year month day verbatimEventDate habitat samplingProtocol
    sampleSizeValue sampleSizeUnit samplingEffort fieldNotes eventRemarks`),
  location:
    names(`locationID higherGeographyID higherGeography continent waterBody islandGroup island country countryCode
    stateProvince county municipality locality verbatimLocality minimumElevationInMeters maximumElevationInMeters
    verbatimElevation verticalDatum minimumDepthInMeters maximumDepthInMeters verbatimDepth
    minimumDistanceAboveSurfaceInMeters maximumDistanceAboveSurfaceInMeters locationAccordingTo locationRemarks
    decimalLatitude decimalLongitude geodeticDatum coordinateUncertaintyInMeters coordinatePrecision
    pointRadiusSpatialFit verbatimCoordinates verbatimLatitude verbatimLongitude verbatimCoordinateSystem verbatimSRS
    footprintWKT footprintSRS footprintSpatialFit georeferencedBy georeferencedDate georeferenceProtocol
    georeferenceSources georeferenceRemarks`),
  geology: names(`geologicalContextID earliestEonOrLowestEonothem latestEonOrHighestEonothem earliestEraOrLowestErathem
    latestEraOrHighestErathem earliestPeriodOrLowestSystem latestPeriodOrHighestSystem earliestEpochOrLowestSeries
    latestEpochOrHighestSeries earliestAgeOrLowestStage latestAgeOrHighestStage lowestBiostratigraphicZone
    highestBiostratigraphicZone lithostratigraphicTerms group formation member bed`),
  identification: names(`identificationID verbatimIdentification identificationQualifier typeStatus identifiedBy
    identifiedByID dateIdentified identificationReferences identificationVerificationStatus identificationRemarks`),
  taxon: names(`taxonID scientificNameID acceptedNameUsageID parentNameUsageID originalNameUsageID nameAccordingToID
    namePublishedInID taxonConceptID scientificName acceptedNameUsage parentNameUsage originalNameUsage
    nameAccordingTo namePublishedIn namePublishedInYear higherClassification kingdom phylum class order superfamily
    family subfamily tribe subtribe genus genericName subgenus infragenericEpithet specificEpithet
    infraspecificEpithet cultivarEpithet taxonRank verbatimTaxonRank scientificNameAuthorship vernacularName
    nomenclaturalCode taxonomicStatus nomenclaturalStatus taxonRemarks`),
  measurement: names(`measurementID parentMeasurementID measurementType measurementValue measurementAccuracy
    measurementUnit measurementDeterminedBy measurementDeterminedDate measurementMethod measurementRemarks`),
  relationship: names(`resourceRelationshipID resourceID relationshipOfResourceID relatedResourceID
    relationshipOfResource relationshipAccordingTo relationshipEstablishedDate relationshipRemarks`),
} as const;

export const DUBLIN_CORE =
  names(`type modified language license rightsHolder accessRights bibliographicCitation references
  title description subject creator contributor publisher format identifier created rights source isPartOf hasPart
  extent medium spatial temporal audience provenance`);

export const AUDIOVISUAL_CORE = names(`accessURI caption tag subtype metadataLanguage providerLiteral licenseLogoURL
  usageTerms furtherInformationURL variantLiteral serviceExpectation`);

/** Museum terms that neither Darwin Core nor Dublin Core has. Lists are separated by ' | ' unless a profile says otherwise. */
export const OUR_TERMS: Readonly<Record<string, string>> = {
  kind: 'A kind of object from KINDS; several are separated by |',
  objectType: 'What the object is called: phial, letter, oil painting',
  maker: 'Who made, wrote, drew or took it; several are separated by |',
  makerRole: 'What the maker did: manufacturer, author, photographer. One for all makers, or as many as makers',
  makerID: 'Identifiers of the makers, in their order',
  productionDate: 'When it was made, as written',
  productionPlace: 'Where it was made, as written',
  material: 'What it is made of',
  technique: 'How it was made',
  dimensions: 'Its measurements, as written',
  inscription: 'What is written on it',
  creditLine: 'The line that the museum wants beside it',
  acquisitionDate: 'When the museum acquired it',
  acquisitionMethod: 'How the museum acquired it: gift, purchase, bequest',
  acquiredFrom: 'From whom',
  recipient: 'To whom a letter was sent',
  usedBy: 'Who used it; several are separated by |',
  subjectAgent: 'People and groups that it shows or mentions',
  subjectPlace: 'Places that it shows or mentions',
  archiveLevel: 'Fonds, series, file, item',
  derivedFrom: 'The identifier of what it was taken or copied from',
  relatedTo: 'Identifiers of related records',
  expedition: 'The expedition or voyage to which it belongs',
  birthDate: 'Of an agent',
  deathDate: 'Of an agent',
  birthPlace: 'Of an agent',
  deathPlace: 'Of an agent',
  activeDate: 'When an agent was active',
  agentType: 'person or group',
  nationality: 'Of an agent',
  occupation: 'Of an agent',
  sameAs: 'Identifiers of the same thing elsewhere',
};

export interface Term {
  readonly name: string;
  readonly iri: string;
  readonly group: string;
}

export const TERMS: readonly Term[] = [
  ...Object.entries(DARWIN_CORE).flatMap(([group, list]) => list.map((name) => ({ name, iri: DWC + name, group }))),
  ...DUBLIN_CORE.map((name) => ({ name, iri: DCTERMS + name, group: 'dublin core' })),
  ...AUDIOVISUAL_CORE.map((name) => ({ name, iri: AC + name, group: 'audiovisual core' })),
  ...Object.keys(OUR_TERMS).map((name) => ({ name, iri: OURS + name, group: 'collectome' })),
];

const byName = new Map(TERMS.map((term) => [term.name.toLowerCase(), term]));
const byIri = new Map(TERMS.map((term) => [term.iri.toLowerCase(), term]));

/** The term of a local name (`catalogNumber`), whatever its case. */
export function findTerm(name: string): Term | undefined {
  return byName.get(name.toLowerCase());
}

/**
 * The term that an IRI names. Older and parallel spellings are understood: Dublin Core's two vocabularies, Darwin Core's
 * version of 2009 with https, and a bare local name.
 */
export function findTermByIri(iri: string): Term | undefined {
  const plain = iri
    .trim()
    .replace(/^https:/u, 'http:')
    .toLowerCase();
  const exact = byIri.get(plain);
  if (exact !== undefined) return exact;
  if (plain.startsWith(DC)) return byIri.get(DCTERMS + plain.slice(DC.length));
  if (plain.startsWith(OURS.replace('https:', 'http:'))) return byName.get(plain.slice(OURS.length - 1));
  return plain.includes('/') ? undefined : byName.get(plain);
}
