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
    /** All above, the widest first. */
    lineage: 'STRUCT("key" VARCHAR, kind VARCHAR, label VARCHAR, countryCode VARCHAR)[]',
    /** Those directly below with the most records. */
    within:
      'STRUCT("key" VARCHAR, kind VARCHAR, label VARCHAR, countryCode VARCHAR, "begin" INTEGER, "end" INTEGER, records INTEGER)[]',
    /** All names, folded, a line each, for finding it by parts of them. */
    folded: 'VARCHAR',
  },
  /** Every name of every place, in the order of `folded`. */
  place_name: {
    folded: 'VARCHAR',
    placeKey: 'VARCHAR',
    /** Of the place: for the order of answers. */
    records: 'INTEGER',
  },
  /** The narrowest places that a record names, in the order of records. */
  place_link: {
    rid: 'INTEGER',
    placeKey: 'VARCHAR',
    /** gathering, production, subject. */
    role: 'VARCHAR',
  },
  /** Places of editions before that are none any more, in the order of their keys, and what holds most of their records. */
  place_alias: {
    key: 'VARCHAR',
    placeKey: 'VARCHAR',
  },
} as const;
