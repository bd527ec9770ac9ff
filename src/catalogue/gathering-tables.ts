/** The tables of gatherings and expeditions, made of all datasets of an edition together. */
export const GATHERING_TABLES = {
  /** Gatherings of two records or more, in the order of their keys. */
  gathering: {
    key: 'VARCHAR',
    /** Collectors, date and place. */
    label: 'VARCHAR',
    /** People and groups who gathered all of it. */
    agentKeys: 'VARCHAR[]',
    /** First and last day, as day numbers. */
    dateBegin: 'INTEGER',
    dateEnd: 'INTEGER',
    /** The same in EDTF. */
    date: 'VARCHAR',
    place: 'VARCHAR',
    countryCode: 'VARCHAR',
    latitude: 'DOUBLE',
    longitude: 'DOUBLE',
    records: 'INTEGER',
    datasets: 'INTEGER',
    /** What the records agree on: GatheringFact. */
    facts: 'STRUCT(kind VARCHAR, "value" VARCHAR)[]',
  },
  /** The gathering of a record, in the order of records. */
  gathering_link: {
    rid: 'INTEGER',
    gatheringKey: 'VARCHAR',
    /** How the record came to it: GatheringRule. */
    rule: 'VARCHAR',
  },
  /** Gatherings of editions before that are none any more, in the order of their keys, and what holds the most of their records. */
  gathering_alias: {
    key: 'VARCHAR',
    gatheringKey: 'VARCHAR',
  },
  /** Groups of duplicates within a gathering, by gathering. */
  gathering_claim: {
    key: 'VARCHAR',
    gatheringKey: 'VARCHAR',
    /** number or taxon. */
    kind: 'VARCHAR',
    value: 'VARCHAR',
    /** accepted or proposed. */
    status: 'VARCHAR',
    score: 'DOUBLE',
    /** Why, and in what they differ: GatheringFact. */
    facts: 'STRUCT(kind VARCHAR, "value" VARCHAR)[]',
    /** Keys of the records; of many only the first. */
    keys: 'VARCHAR[]',
    records: 'INTEGER',
    datasets: 'INTEGER',
  },
  /** Expeditions of editions before, likewise. */
  expedition_alias: {
    key: 'VARCHAR',
    expeditionKey: 'VARCHAR',
  },
  expedition: {
    key: 'VARCHAR',
    label: 'VARCHAR',
    /** Names under which records state it, and those that were declared. */
    otherNames: 'VARCHAR[]',
    /** Whether somebody declared it, in collectome.yaml or a profile. */
    isDeclared: 'BOOLEAN',
    dateBegin: 'INTEGER',
    dateEnd: 'INTEGER',
    /** In EDTF. */
    date: 'VARCHAR',
    people: 'STRUCT("name" VARCHAR, agentKey VARCHAR)[]',
    ships: 'VARCHAR[]',
    places: 'VARCHAR[]',
    description: 'VARCHAR',
    /** Where what is declared is from. */
    source: 'VARCHAR',
    records: 'INTEGER',
    /** Of these, records that state it themselves. */
    stated: 'INTEGER',
  },
  /** The expeditions of a record, in the order of records. */
  expedition_link: {
    rid: 'INTEGER',
    expeditionKey: 'VARCHAR',
    /** stated: the record names it; people: one of its people did it in its time. */
    rule: 'VARCHAR',
  },
} as const;
