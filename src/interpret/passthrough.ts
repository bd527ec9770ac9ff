import type { ChildName } from '../vocabulary/children.ts';

/** For each column, the terms whose first non-empty value, trimmed, is the column's value. */
export type Passthrough = Readonly<Record<string, readonly string[]>>;

/** Columns of the `record` table that are copied, not interpreted. Every other column of FIELDS is filled by one interpreter or by ingest. */
export const PASSTHROUGH: Passthrough = {
  catalogNumber: ['catalogNumber'],
  institutionCode: ['institutionCode'],
  collectionCode: ['collectionCode'],
  ownerInstitutionCode: ['ownerInstitutionCode'],
  modified: ['modified'],
  description: ['description', 'verbatimLabel'],
  inscription: ['inscription'],
  remarks: ['occurrenceRemarks', 'materialEntityRemarks', 'organismRemarks', 'eventRemarks', 'fieldNotes'],
  recordNumber: ['recordNumber'],
  fieldNumber: ['fieldNumber'],
  samplingProtocol: ['samplingProtocol'],
  habitat: ['habitat'],
  higherGeography: ['higherGeography'],
  stateProvince: ['stateProvince'],
  county: ['county'],
  municipality: ['municipality'],
  island: ['island', 'islandGroup'],
  waterBody: ['waterBody'],
  locality: ['locality', 'verbatimLocality'],
  vernacularName: ['vernacularName'],
  formation: ['formation', 'lithostratigraphicTerms'],
  rightsHolder: ['rightsHolder'],
  creditLine: ['creditLine'],
};

/** The same for child tables whose rows come from an extension or a nested list. */
export const CHILD_PASSTHROUGH: Readonly<Partial<Record<ChildName, Passthrough>>> = {
  identification: {
    remarks: ['identificationRemarks', 'taxonRemarks'],
  },
  media: {
    title: ['title', 'caption'],
    description: ['description', 'caption'],
    creator: ['creator', 'providerLiteral'],
    created: ['created'],
    rightsHolder: ['rightsHolder'],
    references: ['references', 'furtherInformationURL'],
  },
  measurement: {
    measurementType: ['measurementType'],
    measurementValue: ['measurementValue'],
    measurementMethod: ['measurementMethod'],
    measurementRemarks: ['measurementRemarks'],
  },
  relation: {
    target: ['relatedResourceID'],
    remarks: ['relationshipRemarks'],
  },
};

/** Columns that an interpreter fills; where it leaves them empty, the first of these terms that has a value does. */
export const FALLBACK: Passthrough = {
  title: [
    'catalogNumber',
    'recordNumber',
    'fieldNumber',
    'otherCatalogNumbers',
    'identifier',
    'occurrenceID',
    'materialEntityID',
  ],
};
