/** The IRI of a record, which is also the address of its page: `<base>/object/<key>`. */
export function recordIri(base: string, key: string): string {
  return `${base}/object/${key}`;
}

/** What records are linked to, as their addresses call it. */
export type EntityKind = 'person' | 'gathering' | 'expedition' | 'taxon' | 'place';

/** The IRI of an entity, which is also the address of its page: `<base>/person/<key>`. */
export function entityIri(base: string, kind: EntityKind, key: string): string {
  return `${base}/${kind}/${key}`;
}
