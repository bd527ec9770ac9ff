/** The tables of taxa, of the checklists and of what records say. */
export const TAXON_TABLES = {
  /** Taxa and, above them, their classifications; synonyms are not nodes. A taxon of a checklist has the key of its record. */
  taxon: {
    key: 'VARCHAR',
    /** The taxon above, or the classification. */
    parentKey: 'VARCHAR',
    /** The name without its authors; of a classification, its title. */
    label: 'VARCHAR',
    /** classification, taxon; implied: named above others in a checklist that has no entry of it. */
    kind: 'VARCHAR',
    scientificName: 'VARCHAR',
    canonicalName: 'VARCHAR',
    authorship: 'VARCHAR',
    rank: 'VARCHAR',
    /** As the checklist has it. */
    status: 'VARCHAR',
    classificationKey: 'VARCHAR',
    /** The checklist; none where records are all that says it. */
    datasetKey: 'VARCHAR',
    /** The checklist's own key, and addresses of the taxon elsewhere. */
    identifiers: 'VARCHAR[]',
    /** `recordKey`: the record that has the name; none where several do. */
    vernacularNames: 'STRUCT(name VARCHAR, "language" VARCHAR, recordKey VARCHAR)[]',
    /** Objects that are of this taxon and of none below it. */
    objects: 'INTEGER',
    /** Objects of it and of all below. */
    objectsBelow: 'INTEGER',
    /** Taxa directly below. */
    children: 'INTEGER',
    /** Keys of all above, the classification first. */
    lineage: 'VARCHAR[]',
  },
  /** What is directly below a taxon, in the order of `parentKey` and `label`: to be read together. */
  taxon_child: {
    parentKey: 'VARCHAR',
    key: 'VARCHAR',
    label: 'VARCHAR',
    kind: 'VARCHAR',
    authorship: 'VARCHAR',
    rank: 'VARCHAR',
    classificationKey: 'VARCHAR',
    datasetKey: 'VARCHAR',
  },
  /** The names under which a taxon is found, in the order of `folded`. */
  taxon_name: {
    folded: 'VARCHAR',
    name: 'VARCHAR',
    /** accepted, synonym, vernacular. */
    kind: 'VARCHAR',
    taxonKey: 'VARCHAR',
    /** Of what is found under it: for the order of answers. */
    objects: 'INTEGER',
  },
  /** Names that a checklist has as synonyms, by the key of their record. */
  taxon_synonym: {
    key: 'VARCHAR',
    /** None where the checklist does not say, or does not have, of what it is one. */
    taxonKey: 'VARCHAR',
    scientificName: 'VARCHAR',
    canonicalName: 'VARCHAR',
    authorship: 'VARCHAR',
    rank: 'VARCHAR',
    status: 'VARCHAR',
    datasetKey: 'VARCHAR',
  },
  /** The taxon of a record in each classification; without a key where the name is ambiguous there. */
  taxon_link: {
    rid: 'INTEGER',
    taxonKey: 'VARCHAR',
    /** How it was found; none where the record's own words are the classification. */
    match: 'INTEGER',
  },
  /** How a name of records was found in a checklist, by number. */
  taxon_match: {
    match: 'INTEGER',
    /** Without authors, as it was looked for. */
    name: 'VARCHAR',
    classificationKey: 'VARCHAR',
    /** The taxon, or that of which it is a synonym. */
    taxonKey: 'VARCHAR',
    /** The entry that has the name; a synonym's is not the taxon's. */
    usageKey: 'VARCHAR',
    /** exact, synonym, fuzzy, higher, ambiguous. */
    kind: 'VARCHAR',
    score: 'DOUBLE',
    evidence: 'VARCHAR[]',
    /** Where it is ambiguous: taxa that bear the name. */
    candidates: 'VARCHAR[]',
    /** Objects that have it. */
    objects: 'INTEGER',
  },
  /** Taxa of editions before that are none any more, in the order of their keys, and what holds most of their records. */
  taxon_alias: {
    key: 'VARCHAR',
    taxonKey: 'VARCHAR',
  },
} as const;
