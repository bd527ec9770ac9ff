import type { HopVia } from '../model/query.ts';
import { RELATION_TYPES } from '../vocabulary/relations.ts';

export const HOP_VIAS: readonly HopVia[] = ['agent', 'gathering', 'expedition', 'taxon', 'place', 'relation'];

/** Vias whose entities have a table of their own, by the field that holds their keys. */
export const KEY_FIELDS = {
  agent: 'agentKey',
  gathering: 'gatheringKey',
  expedition: 'expeditionKey',
  taxon: 'taxonKey',
  place: 'placeKey',
} as const satisfies Readonly<Partial<Record<HopVia, string>>>;

export type EntityVia = keyof typeof KEY_FIELDS;

/** `an agent`, `a place`. */
export function withArticle(via: HopVia): string {
  return `${via === 'agent' || via === 'expedition' ? 'an' : 'a'} ${via}`;
}

export function isEntityVia(via: HopVia): via is EntityVia {
  return via !== 'relation';
}

/** Everyone who took part in the making of an object, whatever the role is called. */
export const MAKER = 'maker';
/** Roles in the making of those who did not make it. */
export const NOT_MAKERS: ReadonlySet<string> = new Set(['subject', 'recipient']);
/** The role of an agent in the record of an authority that is about the agent itself. */
export const ENTRY = 'entry';

/** Roles that may be asked for whether or not an edition has them. */
export const KNOWN_ROLES: readonly string[] = [
  MAKER,
  'collector',
  'identifier',
  'author',
  'recipient',
  'subject',
  'user',
  'donor',
  'owner',
  ENTRY,
];

/** Whether the words are a type of relation of our own list, which need not be called one. */
export function isRelationType(name: string): boolean {
  return RELATION_TYPES.includes(name);
}

/** In a line, the other end where any role will do. */
export const ANY = 'any';

/** Names as they are compared: in small letters, one blank between words. */
export function normaliseName(name: string): string {
  return name.trim().replace(/\s+/gu, ' ').toLowerCase();
}
