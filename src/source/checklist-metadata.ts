import { parseDocument } from 'yaml';
import { definedOnly } from './eml.ts';
import type { DatasetMetadata, Notice } from './source.ts';

const SIZE_LIMIT = 1024 * 1024;
const LONGEST_TEXT = 20_000;

type Contact = DatasetMetadata['contacts'][number];

/** What a checklist says about itself in metadata.yaml. One that cannot be read costs a notice and never the import. */
export function readChecklistMetadata(bytes: Buffer, file: string, notice: (notice: Notice) => void): DatasetMetadata {
  const plain = bytes.length > SIZE_LIMIT ? undefined : parse(bytes.toString('utf8'));
  if (plain === undefined) {
    notice({ file, message: 'the metadata is not valid YAML, or has more than 1 MB; not read' });
    return { contacts: [] };
  }
  const doi = textOf(plain['doi']);
  return definedOnly<DatasetMetadata>({
    title: textOf(plain['title']) ?? textOf(plain['alias']),
    description: textOf(plain['description']),
    language: textOf(plain['language']),
    publisher: nameOf(firstOf(plain['publisher'])) ?? textOf(plain['publisher']),
    contacts: [...contactsOf(plain['contact'], 'contact'), ...contactsOf(plain['creator'], 'creator')],
    license: textOf(plain['license']),
    citation: textOf(plain['citation']),
    homepage: textOf(plain['url']) ?? textOf(plain['website']) ?? (doi === undefined ? undefined : doiAddress(doi)),
    pubDate: textOf(plain['issued']) ?? textOf(plain['released']),
    geographicCoverage: textOf(plain['geographicScope']),
    taxonomicCoverage: textOf(plain['taxonomicScope']),
    temporalCoverage: textOf(plain['temporalScope']),
  });
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  try {
    const plain: unknown = document.toJS({ maxAliasCount: 100 });
    return isRecord(plain) ? plain : undefined;
  } catch {
    // Too many aliases.
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim().slice(0, LONGEST_TEXT);
  return text === '' ? undefined : text;
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function nameOf(agent: unknown): string | undefined {
  if (!isRecord(agent)) return undefined;
  const person = [textOf(agent['given']), textOf(agent['family'])].filter((part) => part !== undefined).join(' ');
  return person === '' ? (textOf(agent['organisation']) ?? textOf(agent['organization'])) : person;
}

function contactsOf(value: unknown, role: string): Contact[] {
  return (Array.isArray(value) ? value : [value]).filter(isRecord).flatMap((agent) => {
    const contact = definedOnly<Contact>({ name: nameOf(agent), email: textOf(agent['email']), role });
    return contact.name === undefined && contact.email === undefined ? [] : [contact];
  });
}

function doiAddress(doi: string): string {
  return /^https?:/iu.test(doi) ? doi : `https://doi.org/${doi.replace(/^doi:/iu, '')}`;
}
