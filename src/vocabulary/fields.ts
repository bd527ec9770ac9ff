/**
 * The closed list of fields that a query may name, a facet may count and a page may show.
 *
 * A field is a column of the edition's `record` table under its own name, with these exceptions:
 * a `span` has three columns (`eventDate` as EDTF, `eventDateBegin` and `eventDateEnd` as day numbers since 1970-01-01,
 * both inclusive) and `eventDateBasis` ('recorded' or 'inferred'); `country` has `countryCode` (certain, at most one)
 * and `possibleCountryCodes` (many); `date` is every span of the record's activities, from the `activity` table; `agent` is
 * who took part in them, as written, `agentKey` the linked people and groups, `agentRole` a role and one of them (`maker:…`),
 * `agentInitial` the first letter of the last word of their names.
 * The keys of linked entities are in LINK_COLUMNS; those of taxa and places stand for all below them.
 */
export type FieldType = 'keyword' | 'text' | 'number' | 'span' | 'country' | 'boolean';

export type FieldGroup =
  | 'identity'
  | 'object'
  | 'gathering'
  | 'production'
  | 'place'
  | 'taxon'
  | 'identification'
  | 'geology'
  | 'archive'
  | 'media'
  | 'rights'
  | 'quality';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly group: FieldGroup;
  /** Whether a record may have several values. */
  readonly many: boolean;
  /** Whether the embedded index holds it, so that it can be counted and filtered at once; others are resolved by DuckDB. */
  readonly indexed: boolean;
  /** Whether its words enter the full text index, and how much they weigh there. 0: not searched. */
  readonly weight: number;
  /** Other names that queries may use, GBIF's among them. */
  readonly aliases: readonly string[];
  /** Keys of a hierarchy: a value stands for all below it as well. The table of the edition that has its nodes (key, parentKey, label). */
  readonly tree?: 'taxon' | 'place' | 'whole';
  /** Whether its values are always inferred, and never what the museum wrote. */
  readonly inferred?: boolean;
}

type Options = Partial<Pick<Field, 'many' | 'indexed' | 'weight' | 'aliases' | 'tree' | 'inferred'>>;

function field(group: FieldGroup, type: FieldType, name: string, options: Options = {}): Field {
  return {
    name,
    type,
    group,
    many: false,
    indexed: type !== 'text',
    weight: 0,
    aliases: [],
    ...options,
  };
}

export const FIELDS: readonly Field[] = [
  field('identity', 'keyword', 'key', { indexed: false }),
  field('identity', 'keyword', 'recordType'),
  field('identity', 'keyword', 'datasetKey', { aliases: ['dataset'] }),
  field('identity', 'keyword', 'identifier', {
    indexed: false,
    weight: 4,
    aliases: ['occurrenceID', 'materialEntityID'],
  }),
  field('identity', 'keyword', 'catalogNumber', { weight: 6, aliases: ['accessionNumber'] }),
  field('identity', 'keyword', 'otherCatalogNumbers', { many: true, weight: 3 }),
  field('identity', 'keyword', 'institutionCode', { weight: 1 }),
  field('identity', 'keyword', 'collectionCode', { weight: 1 }),
  field('identity', 'keyword', 'ownerInstitutionCode', { indexed: false }),
  field('identity', 'keyword', 'modified', { indexed: false }),

  field('object', 'keyword', 'kind', { many: true }),
  field('object', 'keyword', 'basisOfRecord'),
  field('object', 'keyword', 'objectType', { many: true, weight: 3 }),
  field('object', 'keyword', 'title', { indexed: true, weight: 8 }),
  field('object', 'text', 'description', { weight: 1 }),
  field('object', 'keyword', 'material', { many: true, weight: 2 }),
  field('object', 'keyword', 'technique', { many: true, weight: 1 }),
  field('object', 'keyword', 'subject', { many: true, weight: 2 }),
  field('object', 'text', 'inscription', { weight: 2 }),
  field('object', 'keyword', 'preparations', { many: true, weight: 1 }),
  field('object', 'keyword', 'sex'),
  field('object', 'keyword', 'lifeStage'),
  field('object', 'keyword', 'occurrenceStatus'),
  field('object', 'keyword', 'establishmentMeans'),
  field('object', 'number', 'individualCount'),
  field('object', 'text', 'remarks', { weight: 1, aliases: ['occurrenceRemarks'] }),

  field('gathering', 'keyword', 'recordedBy', {
    many: true,
    weight: 4,
    aliases: ['gathering.agent', 'collector'],
  }),
  field('gathering', 'keyword', 'recordedByID', { many: true }),
  field('gathering', 'keyword', 'recordNumber', { weight: 3 }),
  field('gathering', 'keyword', 'fieldNumber', { weight: 2 }),
  field('gathering', 'span', 'eventDate', { aliases: ['gathering.date'] }),
  field('gathering', 'number', 'year'),
  field('gathering', 'number', 'month'),
  field('gathering', 'number', 'day'),
  field('gathering', 'span', 'date', { many: true }),
  field('gathering', 'keyword', 'agent', { many: true, aliases: ['person', 'people'] }),
  field('gathering', 'keyword', 'agentKey', { many: true, aliases: ['personKey'] }),
  field('gathering', 'keyword', 'agentRole', { many: true, aliases: ['personRole'] }),
  field('gathering', 'keyword', 'agentInitial', { many: true }),
  field('gathering', 'keyword', 'samplingProtocol', { weight: 1 }),
  field('gathering', 'text', 'habitat', { weight: 1 }),
  field('gathering', 'keyword', 'expedition', { many: true, weight: 3 }),
  field('gathering', 'keyword', 'expeditionKey', { many: true }),
  field('gathering', 'keyword', 'gatheringKey'),

  field('production', 'keyword', 'maker', {
    many: true,
    weight: 4,
    aliases: ['production.agent', 'creator'],
  }),
  field('production', 'span', 'productionDate', { aliases: ['production.date'] }),
  field('production', 'keyword', 'productionPlace', {
    many: true,
    weight: 2,
    aliases: ['production.place'],
  }),
  field('production', 'span', 'acquisitionDate', { aliases: ['acquisition.date'] }),
  field('production', 'keyword', 'acquiredFrom', {
    many: true,
    weight: 1,
    aliases: ['acquisition.agent'],
  }),
  field('production', 'keyword', 'usedBy', { many: true, weight: 3, aliases: ['use.agent'] }),

  field('place', 'country', 'country', { weight: 2 }),
  field('place', 'keyword', 'continent'),
  field('place', 'keyword', 'historicPlace', { weight: 2 }),
  field('place', 'keyword', 'higherGeography', { indexed: false, weight: 1 }),
  field('place', 'keyword', 'stateProvince', { weight: 2 }),
  field('place', 'keyword', 'county', { weight: 1 }),
  field('place', 'keyword', 'municipality', { weight: 1 }),
  field('place', 'keyword', 'island', { weight: 2 }),
  field('place', 'keyword', 'waterBody', { weight: 1 }),
  field('place', 'keyword', 'locality', { indexed: false, weight: 2 }),
  field('place', 'keyword', 'administrativeArea', { many: true, inferred: true }),
  field('place', 'keyword', 'marineArea', { inferred: true }),
  field('place', 'keyword', 'placeKey', { many: true, tree: 'place' }),
  field('place', 'number', 'decimalLatitude', { indexed: true }),
  field('place', 'number', 'decimalLongitude', { indexed: true }),
  field('place', 'number', 'coordinateUncertaintyInMeters'),
  field('place', 'number', 'elevationInMeters', { aliases: ['elevation'] }),
  field('place', 'number', 'depthInMeters', { aliases: ['depth'] }),
  field('place', 'boolean', 'hasCoordinate'),
  field('place', 'boolean', 'hasGeospatialIssue', { aliases: ['hasGeospatialIssues'] }),

  field('taxon', 'keyword', 'scientificName', { weight: 6 }),
  field('taxon', 'keyword', 'canonicalName', { weight: 0 }),
  field('taxon', 'keyword', 'taxonRank'),
  field('taxon', 'keyword', 'kingdom', { weight: 1 }),
  field('taxon', 'keyword', 'phylum', { weight: 1 }),
  field('taxon', 'keyword', 'class', { weight: 1 }),
  field('taxon', 'keyword', 'order', { weight: 1 }),
  field('taxon', 'keyword', 'family', { weight: 2 }),
  field('taxon', 'keyword', 'genus', { weight: 2 }),
  field('taxon', 'keyword', 'vernacularName', { weight: 3 }),
  field('taxon', 'keyword', 'taxonKey', { many: true, tree: 'taxon' }),

  field('identification', 'keyword', 'typeStatus', { many: true, weight: 1 }),
  field('identification', 'keyword', 'identifiedBy', {
    many: true,
    weight: 1,
    aliases: ['identification.agent'],
  }),
  field('identification', 'span', 'dateIdentified', { aliases: ['identification.date'] }),

  field('geology', 'keyword', 'geologicalPeriod', { many: true, weight: 1 }),
  field('geology', 'keyword', 'formation', { weight: 1 }),

  field('archive', 'keyword', 'archiveLevel'),
  field('archive', 'keyword', 'isPartOf', { weight: 1 }),
  field('archive', 'keyword', 'wholeKey', { many: true, tree: 'whole' }),
  field('archive', 'keyword', 'related', { many: true }),
  field('archive', 'keyword', 'language', { many: true }),
  field('archive', 'keyword', 'subjectAgent', { many: true, weight: 2 }),
  field('archive', 'keyword', 'subjectPlace', { many: true, weight: 2 }),
  field('archive', 'keyword', 'recipient', { many: true, weight: 3 }),

  field('media', 'number', 'mediaCount'),
  field('media', 'keyword', 'mediaType', { many: true }),

  field('rights', 'keyword', 'license', { aliases: ['licence'] }),
  field('rights', 'keyword', 'licenseBasis', { indexed: false }),
  field('rights', 'keyword', 'rightsHolder'),
  field('rights', 'keyword', 'creditLine', { indexed: false }),

  field('quality', 'keyword', 'issue', { many: true }),
  field('quality', 'number', 'midsLevel', { aliases: ['mids'] }),
  field('quality', 'keyword', 'informationWithheld', { indexed: false }),
  field('quality', 'keyword', 'dataGeneralizations', { indexed: false }),
];

const byName = new Map<string, Field>(
  FIELDS.flatMap((item) => [item.name, ...item.aliases].map((name): [string, Field] => [name.toLowerCase(), item])),
);

/** The field of this name or alias, whatever its case; undefined where there is none. */
export function findField(name: string): Field | undefined {
  return byName.get(name.toLowerCase());
}

/** The tables of the edition in which linked entities stand by record, and the column of their key. */
export const LINK_COLUMNS: Readonly<Record<string, readonly [table: string, column: string]>> = {
  agentKey: ['agent_link', 'agentKey'],
  gatheringKey: ['gathering_link', 'gatheringKey'],
  expeditionKey: ['expedition_link', 'expeditionKey'],
  taxonKey: ['taxon_link', 'taxonKey'],
  placeKey: ['place_link', 'placeKey'],
  wholeKey: ['whole_link', 'wholeKey'],
  related: ['relation_link', 'related'],
};

const IN_OTHER_TABLES: ReadonlySet<string> = new Set([
  'date',
  'agent',
  'agentRole',
  'agentInitial',
  ...Object.keys(LINK_COLUMNS),
]);

/** The DuckDB columns of a field in the `record` table, as name and type. Fields of nested tables and of links have none. */
export function columnsOf({ name, type, many }: Field): readonly (readonly [name: string, type: string])[] {
  if (IN_OTHER_TABLES.has(name)) return [];
  switch (type) {
    case 'span':
      return [
        [name, 'VARCHAR'],
        [`${name}Begin`, 'INTEGER'],
        [`${name}End`, 'INTEGER'],
        [`${name}Basis`, 'VARCHAR'],
      ];
    case 'country':
      return [
        ['country', 'VARCHAR'],
        ['countryCode', 'VARCHAR'],
        ['possibleCountryCodes', 'VARCHAR[]'],
      ];
    case 'number':
      return [[name, 'DOUBLE']];
    case 'boolean':
      return [[name, 'BOOLEAN']];
    default:
      return [[name, many ? 'VARCHAR[]' : 'VARCHAR']];
  }
}
