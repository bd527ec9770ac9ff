/** The IRI of a record, which is also the address of its page: `<base>/object/<key>`. */
export function recordIri(base: string, key: string): string {
  return `${base}/object/${key}`;
}
