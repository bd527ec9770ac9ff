import { findTerm, findTermByIri, NAMESPACES, type Term } from '../vocabulary/terms.ts';

/** Dublin Core terms that Simple Darwin Core includes (https://dwc.tdwg.org/simple/), and its older `rights`. */
const SIMPLE_DUBLIN_CORE = new Set(
  [
    'type',
    'modified',
    'language',
    'license',
    'rights',
    'rightsHolder',
    'accessRights',
    'bibliographicCitation',
    'references',
  ].map((name) => name.toLowerCase()),
);

/** Headers that name a record, the surest first. They need not be terms. */
const IDENTIFIERS: readonly string[] = [
  'id',
  'occurrenceid',
  'materialentityid',
  'digitalspecimenid',
  'materialsampleid',
  'taxonid',
  'eventid',
  'uuid',
  'gbifid',
  'coreid',
  'identifier',
  'catalognumber',
];

/** A header without namespace prefix or IRI, in lower case. */
export function plainHeader(header: string): string {
  const trimmed = header.trim();
  const local = /^https?:/iu.test(trimmed)
    ? trimmed.slice(trimmed.search(/[^/#]*$/u))
    : trimmed.replace(/^[a-z]{2,12}:/iu, '');
  return local.toLowerCase();
}

/** The term that a header spells, with or without prefix or as an IRI, whatever its case. */
export function findTermOfHeader(header: string): Term | undefined {
  const trimmed = header.trim();
  if (/^https?:/iu.test(trimmed)) return findTermByIri(trimmed);
  const prefix = /^([a-z]{2,12}):(.+)$/iu.exec(trimmed);
  if (prefix === null) return findTerm(trimmed);
  const namespace = Object.entries(NAMESPACES).find(([name]) => name === prefix[1]?.toLowerCase())?.[1];
  return namespace === undefined ? undefined : (findTermByIri(namespace + prefix[2]) ?? findTerm(prefix[2] ?? ''));
}

/** The term of a header of Simple Darwin Core; these are public without a profile. */
export function findDarwinCoreTerm(header: string): Term | undefined {
  const term = findTermOfHeader(header);
  if (term === undefined || term.group === 'audiovisual core' || term.group === 'collectome') return undefined;
  return term.group === 'dublin core' && !SIMPLE_DUBLIN_CORE.has(term.name.toLowerCase()) ? undefined : term;
}

/**
 * The column that names the records: the first of the usual headers whose values in the sample are all there and all
 * different, or failing that the first that is there at all; -1 where there is none.
 */
export function findIdentifierColumn(header: readonly string[], rows: readonly (readonly string[])[]): number {
  const plain = header.map(plainHeader);
  const candidates = IDENTIFIERS.map((name) => plain.indexOf(name)).filter((index) => index >= 0);
  const isKey = (index: number): boolean => {
    const values = rows.map((row) => (row[index] ?? '').trim());
    return values.every((value) => value !== '') && new Set(values).size === values.length;
  };
  return candidates.find(isKey) ?? candidates[0] ?? -1;
}

/** The row type that headers of Darwin Core betray. */
export function rowTypeOfHeader(header: readonly string[]): string {
  const plain = new Set(header.map(plainHeader));
  const has = (...names: readonly string[]): boolean => names.some((name) => plain.has(name));
  if (has('occurrenceid', 'basisofrecord', 'catalognumber', 'recordedby', 'materialentityid'))
    return `${NAMESPACES.dwc}Occurrence`;
  if (has('taxonid', 'parentnameusageid', 'acceptednameusageid')) return `${NAMESPACES.dwc}Taxon`;
  if (has('eventid') && !has('scientificname')) return `${NAMESPACES.dwc}Event`;
  return `${NAMESPACES.dwc}Occurrence`;
}
