/** The tables of relations between records, within and across the datasets of an edition. */
export const RELATION_TABLES = {
  /** A row for each end of each relation between two records, in the order of records. */
  relation_link: {
    rid: 'INTEGER',
    /** What this record is to the other: a kind of RELATION_TYPES, or as the museum wrote it. */
    type: 'VARCHAR',
    otherRid: 'INTEGER',
    otherKey: 'VARCHAR',
    /** `type:otherKey`, the value of the field `related`. */
    related: 'VARCHAR',
    /** here: this record says so; there: the other one does; text: a text of this record quotes the other one's identifier. */
    stated: 'VARCHAR',
  },
  /** Records that have parts, as a hierarchy: the nodes of archive trees and the like, labelled by their numbers. */
  whole: { key: 'VARCHAR', parentKey: 'VARCHAR', label: 'VARCHAR' },
  /** The wholes to which a record directly belongs; a whole belongs to itself. */
  whole_link: { rid: 'INTEGER', wholeKey: 'VARCHAR' },
  /** Issues of which none is left on a record, since another dataset has what it names; in the order of records. */
  settled_issue: { rid: 'INTEGER', code: 'VARCHAR' },
} as const;
