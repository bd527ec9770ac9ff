/** The tables of places, made of all datasets of an edition together. */
export const PLACE_TABLES = {
  /** What records name, and above it countries and continents; in the order of their keys. */
  place: {
    key: 'VARCHAR',
    /** The place in which it lies for certain. */
    parentKey: 'VARCHAR',
    label: 'VARCHAR',
    /** PlaceKind: continent, country, stateProvince, county, municipality, island, locality, water, historic, region. */
    kind: 'VARCHAR',
    /** Of the country of today in which it lies. */
    countryCode: 'VARCHAR',
    /** Of a name of the past: first and last year in which it held. */
    begin: 'INTEGER',
    end: 'INTEGER',
    /** The names as written, and in how many records; the most frequent first. */
    names: 'STRUCT(name VARCHAR, records INTEGER)[]',
    /** Other names that bundled data know. */
    otherNames: 'VARCHAR[]',
    /** Of a name of the past: the country of today that holds all of it, and all that hold parts of it. */
    certainWithin: 'VARCHAR',
    possibleWithin: 'VARCHAR[]',
    latitude: 'DOUBLE',
    longitude: 'DOUBLE',
    /** Records of all types that name it or a place in it. */
    records: 'INTEGER',
    /** Places directly below. */
    children: 'INTEGER',
    /** Keys of all above, the widest first. */
    lineage: 'VARCHAR[]',
    /** All names, folded, for finding it. */
    folded: 'VARCHAR',
  },
  /** The narrowest places that a record names, in the order of records. */
  place_link: {
    rid: 'INTEGER',
    placeKey: 'VARCHAR',
    /** gathering, production, subject. */
    role: 'VARCHAR',
  },
} as const;
