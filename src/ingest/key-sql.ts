import { hashKey } from '../model/key.ts';

/** Between the dataset's IRI and the identifier; occurs in neither. */
const SEPARATOR = '\u001F';
const CHUNKS = [0, 1, 2, 3, 4] as const;

/**
 * The key of a record: the first 100 bits of SHA-256(dataset IRI, separator, exact identifier), as 20 characters 0–9, a–v.
 * `discriminator` numbers the rows that share an identifier, from the second.
 */
export function keyOf(datasetIri: string, identifier: string, discriminator?: number): string {
  const text = [datasetIri, identifier, ...(discriminator === undefined ? [] : [String(discriminator)])].join(
    SEPARATOR,
  );
  return hashKey(text);
}

/** The same in SQL, of an expression that gives the text to hash. */
export function keySql(text: string): string {
  const hash = `sha256(${text})`;
  return `lower(${CHUNKS.map((chunk) => `to_base(('0x' || substr(${hash}, ${chunk * 5 + 1}, 5))::bigint, 32, 4)`).join(' || ')})`;
}

/** The SQL text from which `keySql` makes the same key as `keyOf`. */
export function keyTextSql(datasetIri: string, identifier: string, discriminator: string): string {
  const iri = `'${datasetIri.replaceAll("'", "''")}'`;
  return `concat(${iri}, chr(31), ${identifier}, case when ${discriminator} > 1 then concat(chr(31), ${discriminator}) else '' end)`;
}
