/**
 * Columns of the Catalogue of Life Data Package (https://catalogueoflife.github.io/coldp/), by table: those that mean a term of ours with
 * that term, the others by themselves. What is not listed is not public unless a profile publishes it.
 */
const HIGHER = 'kingdom phylum class order superfamily family subfamily tribe subtribe subgenus';
const PARTS = 'genericName infragenericEpithet specificEpithet infraspecificEpithet cultivarEpithet';
const NAME_KEPT = `alternativeID sourceID basionymAuthorship basionymExAuthorship basionymAuthorshipYear combinationAuthorship
  combinationExAuthorship combinationAuthorshipYear notho originalSpelling gender genderAgreement etymology publishedInPage
  publishedInPageLink publishedInPageID pageReferenceID sanctioningAuthor`;
const TAXON_KEPT = `sequenceIndex ordinal branchLength namePhrase nameAlternativeID nameSourceID provisional accordingToPage accordingTo
  accordingToDate accordingToPageLink scrutinizer scrutinizerID scrutinizerDate extinct temporalRangeStart temporalRangeEnd environment
  lifezone referenceID referencePage referencePageUrl estimate species uninomial section subphylum infraphylum parvphylum superclass subclass
  infraclass superorder suborder infraorder realm subkingdom`;

const NAME_TERMS = {
  scientificName: 'scientificName',
  authorship: 'scientificNameAuthorship',
  rank: 'taxonRank',
  code: 'nomenclaturalCode',
  originalNameID: 'originalNameUsageID',
  basionymID: 'originalNameUsageID',
  publishedInYear: 'namePublishedInYear',
  publishedInID: 'namePublishedInID',
  nameReferenceID: 'namePublishedInID',
  nameStatus: 'nomenclaturalStatus',
  modified: 'modified',
  ...same(PARTS),
  ...kept(NAME_KEPT),
};
const USAGE_TERMS = {
  parentID: 'parentNameUsageID',
  status: 'taxonomicStatus',
  accordingToID: 'nameAccordingToID',
  link: 'references',
  remarks: 'taxonRemarks',
  genus: 'genus',
  modified: 'modified',
  ...same(HIGHER),
  ...kept(TAXON_KEPT),
};

/** For each column, in small letters, its term; empty where it has none. */
export type ChecklistColumns = ReadonlyMap<string, string>;

export const NAME_USAGE_COLUMNS = columns({
  ...NAME_TERMS,
  ...USAGE_TERMS,
  ID: 'taxonID',
  ...kept('nameRemarks'),
});
export const NAME_COLUMNS = columns({
  ...NAME_TERMS,
  ID: 'scientificNameID',
  genus: 'genericName',
  status: 'nomenclaturalStatus',
  referenceID: 'namePublishedInID',
  link: 'references',
  remarks: 'taxonRemarks',
  ...kept('uninomial'),
});
export const TAXON_COLUMNS = columns({ ...USAGE_TERMS, ID: 'taxonID', nameID: 'scientificNameID' });
export const SYNONYM_COLUMNS = columns({
  ...USAGE_TERMS,
  ID: 'taxonID',
  nameID: 'scientificNameID',
  taxonID: 'acceptedNameUsageID',
});

/** Tables whose rows belong to a taxon or a name, with the columns that mean a term; all their columns are public. */
export const CHECKLIST_EXTENSIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  VernacularName: { name: 'vernacularName', language: 'language', remarks: 'taxonRemarks' },
  Distribution: { remarks: 'taxonRemarks' },
  Media: {
    url: 'identifier',
    type: 'type',
    format: 'format',
    title: 'title',
    created: 'created',
    creator: 'creator',
    license: 'license',
    link: 'references',
  },
  SpeciesEstimate: {},
  SpeciesInteraction: {},
  TaxonConceptRelation: {},
  TaxonProperty: {},
  TypeMaterial: { status: 'typeStatus', citation: 'bibliographicCitation', locality: 'locality', country: 'country' },
  NameRelation: {},
};

function same(names: string): Record<string, string> {
  return Object.fromEntries(names.split(/\s+/u).map((name) => [name, name]));
}

function kept(names: string): Record<string, string> {
  return Object.fromEntries(names.split(/\s+/u).map((name) => [name, '']));
}

function columns(terms: Readonly<Record<string, string>>): ChecklistColumns {
  return new Map(Object.entries(terms).map(([name, term]) => [name.toLowerCase(), term]));
}
