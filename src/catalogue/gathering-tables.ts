/** The tables of gatherings and expeditions, made of all datasets of an edition together. */
export const GATHERING_TABLES = {
  gathering: { key: 'VARCHAR', label: 'VARCHAR' },
  gathering_link: { rid: 'INTEGER', gatheringKey: 'VARCHAR' },
  expedition: { key: 'VARCHAR', label: 'VARCHAR' },
  expedition_link: { rid: 'INTEGER', expeditionKey: 'VARCHAR' },
} as const;
