/**
 * The nested rows of a record: tables whose rows point at their record by `rid` (in an edition) or `row` (in a dataset's part).
 * A query reaches them with `some(child, …)`; the names below are the fields that such a query may use.
 * A `span` column `x` has `xBegin` and `xEnd` beside it, as in FIELDS.
 */
export const CHILDREN = {
  /** One per identification: the record's own first (isCurrent), then its history. */
  identification: {
    scientificName: 'VARCHAR',
    canonicalName: 'VARCHAR',
    taxonRank: 'VARCHAR',
    identifiedBy: 'VARCHAR[]',
    dateIdentified: 'SPAN',
    typeStatus: 'VARCHAR[]',
    isCurrent: 'BOOLEAN',
    remarks: 'VARCHAR',
  },
  media: {
    /** Where the file is: an http(s) address, or a path below the dataset's media folder. */
    identifier: 'VARCHAR',
    /** StillImage, MovingImage, Sound, Text, InteractiveResource (3D). */
    type: 'VARCHAR',
    format: 'VARCHAR',
    title: 'VARCHAR',
    description: 'VARCHAR',
    creator: 'VARCHAR',
    created: 'VARCHAR',
    /** Resolved licence: an identifier from LICENCES, or null where none is stated. */
    license: 'VARCHAR',
    /** item, column, dataset or node. */
    licenseBasis: 'VARCHAR',
    rightsHolder: 'VARCHAR',
    /** The page about the media file at its source. */
    references: 'VARCHAR',
  },
  measurement: {
    measurementType: 'VARCHAR',
    measurementValue: 'VARCHAR',
    /** The value as a number, where it is one. */
    measurementNumber: 'DOUBLE',
    measurementUnit: 'VARCHAR',
    measurementMethod: 'VARCHAR',
    measurementRemarks: 'VARCHAR',
  },
  relation: {
    /** A kind of RELATION_TYPES: what this record is to the other; or as the museum wrote it. */
    type: 'VARCHAR',
    /** The other end as the museum wrote it. */
    target: 'VARCHAR',
    /** The other end's key, where it is in the edition. */
    targetKey: 'VARCHAR',
    /** What the other end is where it is no record: taxon, sequence, reference. */
    targetKind: 'VARCHAR',
    remarks: 'VARCHAR',
  },
  activity: {
    /** gathering, production, acquisition, identification, publication, use. */
    type: 'VARCHAR',
    date: 'SPAN',
    dateBasis: 'VARCHAR',
    place: 'VARCHAR',
    technique: 'VARCHAR',
  },
  participation: {
    /** The type of the activity in which the agent took part. */
    activity: 'VARCHAR',
    /** collector, identifier, maker, author, recipient, subject, donor, … */
    role: 'VARCHAR',
    /** The agent's name, as it is shown: given names or initials first. */
    agent: 'VARCHAR',
    /** person, group, unnamed. */
    agentType: 'VARCHAR',
    family: 'VARCHAR',
    given: 'VARCHAR',
    /** 'workshop of', 'attributed to', 'after', … */
    qualifier: 'VARCHAR',
    /** An identifier of the agent that the museum gave (ORCID, Wikidata, …). */
    agentID: 'VARCHAR',
    /** The years of a person's birth and death, where they stand with the name: "Ray-Jones, Tony, 1941–1972". */
    born: 'INTEGER',
    died: 'INTEGER',
    /** The agent's place in its list, from 0. */
    position: 'INTEGER',
  },
} as const;

export type ChildName = keyof typeof CHILDREN;
export const CHILD_NAMES = Object.keys(CHILDREN) as readonly ChildName[];

/** The DuckDB columns of a child table, spans expanded, without the pointer to the record. */
export function columnsOfChild(child: ChildName): readonly (readonly [name: string, type: string])[] {
  return Object.entries(CHILDREN[child]).flatMap(([name, type]): (readonly [string, string])[] =>
    type === 'SPAN'
      ? [
          [name, 'VARCHAR'],
          [`${name}Begin`, 'INTEGER'],
          [`${name}End`, 'INTEGER'],
        ]
      : [[name, type]],
  );
}
