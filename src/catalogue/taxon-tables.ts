/** The tables of taxa, of the checklists and of what records say. */
export const TAXON_TABLES = {
  /** Taxa and, above them, their classifications; synonyms are not nodes. */
  taxon: { key: 'VARCHAR', parentKey: 'VARCHAR', label: 'VARCHAR' },
  /** The taxon of a record in each classification. */
  taxon_link: { rid: 'INTEGER', taxonKey: 'VARCHAR' },
} as const;
