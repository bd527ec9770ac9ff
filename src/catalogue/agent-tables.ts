/**
 * The tables of people and groups, made of all datasets of an edition together.
 */
export const AGENT_TABLES = {
  /** Agents in the order of their keys. */
  agent: {
    key: 'VARCHAR',
    /** person, group, unnamed, or name: a name that several people may bear. */
    kind: 'VARCHAR',
    label: 'VARCHAR',
    family: 'VARCHAR',
    given: 'VARCHAR',
    born: 'INTEGER',
    died: 'INTEGER',
    activeBegin: 'INTEGER',
    activeEnd: 'INTEGER',
    identifiers: 'VARCHAR[]',
    /** For someone known only through another: that other's name. */
    through: 'VARCHAR',
    /** Records of all types in which it stands. */
    records: 'INTEGER',
    /** The names under which it stands, and in how many records of which dataset, the most frequent first; people's claims may name them by `nameKey`. */
    names: 'STRUCT(name VARCHAR, datasetKey VARCHAR, records INTEGER, nameKey VARCHAR)[]',
    /** All names, folded, for finding it. */
    folded: 'VARCHAR',
  },
  /** Who takes part in a record, in the order of records: one row for each name in each activity. */
  agent_link: {
    rid: 'INTEGER',
    activity: 'VARCHAR',
    /** The role of the participation; `entry` for the record of an authority that is about the agent itself. */
    role: 'VARCHAR',
    position: 'INTEGER',
    name: 'VARCHAR',
    agentKey: 'VARCHAR',
    /** The claim by which the name came to the agent; none for the name on which the agent was founded. */
    claim: 'VARCHAR',
    /** See agent_unit. */
    unit: 'INTEGER',
  },
  /** What is taken for one agent before any claim, in the order of its numbers: a name, or a name in one context. */
  agent_unit: {
    unit: 'INTEGER',
    key: 'VARCHAR',
    agentKey: 'VARCHAR',
    claim: 'VARCHAR',
    /** Stands for the name in people's claims. */
    nameKey: 'VARCHAR',
    name: 'VARCHAR',
    /** How often it takes part in an activity. */
    records: 'INTEGER',
  },
  /**
   * What rules and people say of two names: accepted claims within an agent; between two agents, where they stand twice, proposed ones
   * and, where a person says that they are not the same, rejected ones.
   */
  agent_claim: {
    key: 'VARCHAR',
    agentKey: 'VARCHAR',
    /** The agent of the other name: the same where the claim is accepted. */
    otherKey: 'VARCHAR',
    /** The units (see agent_unit) of which it is said: what a person's claim names. */
    subjectKey: 'VARCHAR',
    objectKey: 'VARCHAR',
    subject: 'VARCHAR',
    object: 'VARCHAR',
    status: 'VARCHAR',
    score: 'DOUBLE',
    rule: 'VARCHAR',
    evidence: 'VARCHAR[]',
  },
  /** Agents of editions before that are no more, in the order of their keys, and who holds what they were founded on. */
  agent_alias: {
    key: 'VARCHAR',
    agentKey: 'VARCHAR',
  },
} as const;
