/** The tables of places, made of all datasets of an edition together. */
export const PLACE_TABLES = {
  place: { key: 'VARCHAR', parentKey: 'VARCHAR', label: 'VARCHAR' },
  /** The narrowest places that a record names. */
  place_link: { rid: 'INTEGER', placeKey: 'VARCHAR' },
} as const;
