import { SourceError } from './source.ts';
import { childrenOf, readXml, textAt, type XmlElement } from './xml.ts';

/** A column of a table in meta.xml. */
interface FieldDescriptor {
  /** 0-based column; absent: the default stands for all rows. */
  readonly index?: number;
  /** IRI of the term, or a bare name where the file has one. */
  readonly term: string;
  readonly default?: string;
}

/** A table of a Darwin Core Archive as its descriptor has it (https://dwc.tdwg.org/text/). */
export interface TableDescriptor {
  readonly role: 'core' | 'extension';
  readonly rowType: string;
  readonly files: readonly string[];
  /** Absent: not stated. */
  readonly delimiter?: string;
  readonly quote?: string;
  readonly encoding?: string;
  readonly headerLines: number;
  /** 0-based column of the identifier (core) or of the core's identifier (extension). */
  readonly identifier?: number;
  /** Whether that column is not stated but known from its term. */
  readonly isIdentifierInferred: boolean;
  readonly fields: readonly FieldDescriptor[];
}

export interface ArchiveDescriptor {
  readonly metadataFile?: string;
  readonly core: TableDescriptor;
  readonly extensions: readonly TableDescriptor[];
}

export const COLUMN_LIMIT = 2000;

const IDENTIFIER_TERM = /[/#](?:taxonID|occurrenceID|eventID|materialEntityID)$/iu;

/** Reads meta.xml. Errors: SourceError for what is not a descriptor, names no file, or ties extensions to no identifier. */
export function readDescriptor(bytes: Buffer, file: string): ArchiveDescriptor {
  const archive = readXml(bytes, file);
  if (archive.name !== 'archive')
    throw new SourceError(`the root element is <${archive.name}> and not <archive>`, { file });
  const cores = childrenOf(archive, 'core');
  const [core] = cores;
  if (core === undefined || cores.length > 1) {
    throw new SourceError(`the descriptor has ${cores.length} cores`, { file, mend: 'describe exactly one <core>' });
  }
  const extensions = childrenOf(archive, 'extension').map((element) => readTable(element, 'extension', file));
  const coreTable = readTable(core, 'core', file);
  if (extensions.length > 0 && coreTable.identifier === undefined) {
    throw new SourceError('the core has no <id>, so its extensions are tied to nothing', {
      file,
      mend: 'add <id index="…"/> to the core',
    });
  }
  const metadataFile = archive.attributes['metadata']?.trim();
  return {
    core: coreTable,
    extensions,
    ...(metadataFile === undefined || metadataFile === '' ? {} : { metadataFile }),
  };
}

function readTable(element: XmlElement, role: 'core' | 'extension', file: string): TableDescriptor {
  const { attributes } = element;
  const rowType = (attributes['rowType'] ?? '').trim();
  const name = role === 'core' ? 'the core' : `the extension ${JSON.stringify(rowType)}`;
  const files = childrenOf(element, 'files')
    .flatMap((list) => childrenOf(list, 'location'))
    .map((location) => location.text.trim())
    .filter((location) => location !== '');
  if (files.length === 0)
    throw new SourceError(`${name} names no file`, { file, mend: 'add <location> with the name of its file' });
  const idName = role === 'core' ? 'id' : 'coreid';
  const [id] = childrenOf(element, idName);
  const fields = childrenOf(element, 'field').map((field) => readField(field, { file, name: `a <field> of ${name}` }));
  const statedIdentifier = id === undefined ? undefined : readIndex(id, { file, name: `<${idName}> of ${name}` });
  // Some exporters write <coreid/> without an index and repeat the core's identifier as a field.
  const identifier =
    statedIdentifier ?? (id === undefined ? undefined : fields.find(({ term }) => IDENTIFIER_TERM.test(term))?.index);
  if (role === 'extension' && identifier === undefined) {
    throw new SourceError(`${name} has no <coreid index="…">`, {
      file,
      mend: 'add it, so that its rows are tied to the core',
    });
  }
  if (fields.length > COLUMN_LIMIT) {
    throw new SourceError(`${name} has ${fields.length} fields, more than ${COLUMN_LIMIT}`, {
      file,
      mend: 'leave out columns that nobody needs',
    });
  }
  const { fieldsTerminatedBy, fieldsEnclosedBy, encoding, ignoreHeaderLines = '' } = attributes;
  const headerLines = Number(ignoreHeaderLines.trim());
  if (!Number.isInteger(headerLines) || headerLines < 0 || headerLines > 1_000_000) {
    throw new SourceError(`ignoreHeaderLines of ${name} is ${JSON.stringify(ignoreHeaderLines)}`, {
      file,
      mend: 'write a number of lines',
    });
  }
  return {
    role,
    rowType,
    files,
    headerLines,
    fields,
    isIdentifierInferred: statedIdentifier !== identifier,
    ...(identifier === undefined ? {} : { identifier }),
    ...(fieldsTerminatedBy === undefined || fieldsTerminatedBy === ''
      ? {}
      : { delimiter: unescape(fieldsTerminatedBy) }),
    ...(fieldsEnclosedBy === undefined ? {} : { quote: checkQuote(unescape(fieldsEnclosedBy), { file, name }) }),
    ...(encoding === undefined || encoding.trim() === '' ? {} : { encoding }),
  };
}

function readField(element: XmlElement, where: { readonly file: string; readonly name: string }): FieldDescriptor {
  const term = (element.attributes['term'] ?? '').trim();
  if (term === '')
    throw new SourceError(`${where.name} has no term`, {
      file: where.file,
      mend: 'add term="…" with the IRI of a term',
    });
  const index = readIndex(element, where);
  const value = element.attributes['default'] ?? textAt(element, 'default');
  return {
    term,
    ...(index === undefined ? {} : { index }),
    ...(value === undefined || value === '' ? {} : { default: value }),
  };
}

function readIndex(element: XmlElement, where: { readonly file: string; readonly name: string }): number | undefined {
  const text = element.attributes['index']?.trim();
  if (text === undefined || text === '') return undefined;
  const index = Number(text);
  if (!Number.isInteger(index) || index < 0 || index >= COLUMN_LIMIT) {
    throw new SourceError(`the index of ${where.name} is ${JSON.stringify(text)}`, {
      file: where.file,
      mend: `write a column number from 0 to ${COLUMN_LIMIT - 1}`,
    });
  }
  return index;
}

function checkQuote(quote: string, where: { readonly file: string; readonly name: string }): string {
  if (quote.length > 1 || quote.charCodeAt(0) > 0x7f) {
    throw new SourceError(`fieldsEnclosedBy of ${where.name} is ${JSON.stringify(quote)}`, {
      file: where.file,
      mend: 'use one ASCII character or none',
    });
  }
  return quote;
}

const ESCAPES: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  '0': '\0',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

/** Resolves \t, \n, \u0001 and the like, as archives write delimiters. */
export function unescape(text: string): string {
  return text.replaceAll(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/giu,
    (match, wide?: string, narrow?: string, letter?: string) => {
      const code = wide ?? narrow;
      return code === undefined ? (ESCAPES[letter ?? ''] ?? match) : String.fromCharCode(Number.parseInt(code, 16));
    },
  );
}
