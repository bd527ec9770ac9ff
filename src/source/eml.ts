import { SourceError, type DatasetMetadata, type Notice } from './source.ts';
import { childrenOf, findChild, readXml, textAt, type XmlElement } from './xml.ts';

type Contact = DatasetMetadata['contacts'][number];

/** Leaves out what is undefined. */
export function definedOnly<T extends object>(values: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

/**
 * Reads what a dataset says about itself: EML of any version (https://eml.ecoinformatics.org), or a flat list of Dublin
 * Core elements. A file that cannot be read costs a notice and never the import.
 */
export function readMetadata(bytes: Buffer, file: string, notice: (notice: Notice) => void): DatasetMetadata {
  try {
    let isFirstError = true;
    const root = readXml(bytes, file, (message, line) => {
      if (isFirstError)
        notice({
          file,
          line,
          message: `the metadata is not well-formed XML (${message}); read as far as it can be understood`,
        });
      isFirstError = false;
    });
    const dataset = findChild(root, 'dataset');
    return dataset === undefined ? readDublinCore(root) : readEml(root, dataset);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    notice({ file, message: `the metadata is not read: ${error.message}` });
    return { contacts: [] };
  }
}

function readEml(root: XmlElement, dataset: XmlElement): DatasetMetadata {
  const coverage = findChild(dataset, 'coverage');
  const rights = findChild(dataset, 'intellectualRights');
  return definedOnly({
    title: textAt(dataset, 'title'),
    description: textAt(dataset, 'abstract'),
    language: textAt(dataset, 'language') ?? root.attributes['lang'],
    publisher: textAt(dataset, 'publisher', 'organizationName') ?? textAt(dataset, 'creator', 'organizationName'),
    contacts: readContacts(dataset),
    license: textAt(dataset, 'licensed', 'url') ?? findLink(rights) ?? textAt(rights),
    citation:
      textAt(root, 'additionalMetadata', 'metadata', 'gbif', 'citation') ??
      textAt(root, 'additionalMetadata', 'metadata', 'citation'),
    homepage: textAt(dataset, 'distribution', 'online', 'url'),
    pubDate: textAt(dataset, 'pubDate'),
    geographicCoverage: textAt(coverage, 'geographicCoverage', 'geographicDescription'),
    taxonomicCoverage: textAt(coverage, 'taxonomicCoverage', 'generalTaxonomicCoverage'),
    temporalCoverage: readTemporalCoverage(findChild(coverage, 'temporalCoverage')),
  });
}

/** The address of the first <ulink>, as GBIF's editor writes a licence. */
function findLink(element: XmlElement | undefined): string | undefined {
  for (const child of element?.children ?? []) {
    const link = child.name === 'ulink' ? child.attributes['url'] : findLink(child);
    if (link !== undefined && link.trim() !== '') return link.trim();
  }
  return undefined;
}

function readContacts(dataset: XmlElement): readonly Contact[] {
  const seen = new Set<string>();
  return ['contact', 'creator', 'metadataProvider', 'associatedParty']
    .flatMap((role) => childrenOf(dataset, role).map((element) => readContact(element, role)))
    .filter((contact) => {
      const key = JSON.stringify([contact.name, contact.email]);
      if ((contact.name ?? contact.email) === undefined || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

function readContact(element: XmlElement, role: string): Contact {
  const person = findChild(element, 'individualName');
  const names = [textAt(person, 'givenName'), textAt(person, 'surName')].filter((name) => name !== undefined);
  const name = names.length > 0 ? names.join(' ') : textAt(element, 'organizationName');
  return definedOnly({
    name,
    email: textAt(element, 'electronicMailAddress'),
    role: textAt(element, 'role') ?? role,
  });
}

function readTemporalCoverage(coverage: XmlElement | undefined): string | undefined {
  const begin = textAt(coverage, 'rangeOfDates', 'beginDate', 'calendarDate');
  const end = textAt(coverage, 'rangeOfDates', 'endDate', 'calendarDate');
  if (begin !== undefined && end !== undefined) return `${begin}/${end}`;
  return begin ?? end ?? textAt(coverage, 'singleDateTime', 'calendarDate') ?? textAt(coverage);
}

function readDublinCore(root: XmlElement): DatasetMetadata {
  const holder = root.name === 'metadata' ? root : (findChild(root, 'metadata') ?? root);
  const publisher = textAt(holder, 'publisher') ?? textAt(holder, 'creator');
  return definedOnly({
    title: textAt(holder, 'title'),
    description: textAt(holder, 'description') ?? textAt(holder, 'abstract'),
    language: textAt(holder, 'language'),
    publisher,
    contacts: publisher === undefined ? [] : [{ name: publisher, role: 'publisher' }],
    license: textAt(holder, 'license') ?? textAt(holder, 'rights'),
    citation: textAt(holder, 'bibliographicCitation'),
    homepage: textAt(holder, 'source'),
    pubDate: textAt(holder, 'issued') ?? textAt(holder, 'date'),
  });
}
