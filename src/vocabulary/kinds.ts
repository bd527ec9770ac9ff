/** The closed list of kinds of object, in the order in which facets, legends and the eight colours list them. */
export const KINDS = [
  'specimen',
  'fossil',
  'mineral',
  'sample',
  'instrument',
  'artwork',
  'photograph',
  'archive',
  'other',
] as const;

export type Kind = (typeof KINDS)[number];

/** What a source row describes. Only objects are counted as objects. */
export const RECORD_TYPES = [
  'object',
  'taxon',
  'event',
  'agent',
  'place',
  'concept',
  'collection',
  'document',
] as const;

export type RecordType = (typeof RECORD_TYPES)[number];
