import { readFile } from 'node:fs/promises';
import { findTerm, findTermByIri } from '../vocabulary/terms.ts';
import { openDelimited, type Reading } from './delimited-file.ts';
import { readDelimitedTable, type DelimitedTable } from './delimited-table.ts';
import { readMetadata } from './eml.ts';
import { openInferred } from './inferred-table.ts';
import { inheritColumns } from './inheritance.ts';
import type { Ledger } from './ledger.ts';
import { readDescriptor, type TableDescriptor } from './meta-xml.ts';
import type { Profile } from './profile.ts';
import { childOf, recordTypeOf } from './row-type.ts';
import type { Row } from './row.ts';
import { SourceError, type DatasetMetadata, type PrivateColumn, type SourceTable } from './source.ts';
import { planTable, type DeclaredColumn } from './table-plan.ts';
import { sizeOf, type InputFile } from './text-input.ts';

/** The files of an archive that matter. */
export interface ArchiveFiles {
  /** Absent: the core is inferred from its header. */
  readonly descriptor?: InputFile;
  readonly data: readonly InputFile[];
}

const DESCRIPTOR_NAME = /^(?:[^/]+\/)?meta\.xml$/iu;
const DATA_NAME = /\.(?:csv|tsv|txt|tab|psv)(?:\.gz)?$/iu;

/**
 * Finds meta.xml in the root or, where everything lies in one sub-directory, there; names become relative to it.
 * Undefined where the files are no archive: no descriptor and nothing that looks like delimited text.
 */
export function findArchive(files: readonly InputFile[]): ArchiveFiles | undefined {
  const descriptors = files
    .filter(({ name }) => DESCRIPTOR_NAME.test(name))
    .toSorted((a, b) => a.name.length - b.name.length);
  const [descriptor] = descriptors
    .filter(({ name }) => !name.includes('/'))
    .concat(descriptors.length === 1 ? descriptors : []);
  if (descriptor === undefined) {
    return files.some(({ name }) => DATA_NAME.test(name)) ? { data: files } : undefined;
  }
  const root = descriptor.name.slice(0, descriptor.name.lastIndexOf('/') + 1);
  const data = files
    .filter(({ name }) => name.startsWith(root))
    .map(({ path, name }) => ({ path, name: name.slice(root.length) }));
  return { descriptor: { path: descriptor.path, name: descriptor.name.slice(root.length) }, data };
}

export interface ArchiveReading {
  readonly workFolder: string;
  readonly profile: Profile | undefined;
  readonly reading: Reading;
  /** Told before any data is read. */
  readonly onTotal: (bytes: number) => void;
}

export interface ReadArchive {
  readonly metadata: DatasetMetadata;
  readonly tables: readonly SourceTable[];
  readonly privateColumns: readonly PrivateColumn[];
}

/** Reads an archive with its descriptor, or with one inferred from the header of its only data file. */
export async function readArchive(archive: ArchiveFiles, options: ArchiveReading): Promise<ReadArchive> {
  const { descriptor } = archive;
  const description =
    descriptor === undefined ? undefined : readDescriptor(await readFile(descriptor.path), descriptor.name);
  const metadata = await readArchiveMetadata(archive, description?.metadataFile, options);
  const descriptors = description === undefined ? [] : [description.core, ...description.extensions];
  const opened =
    description === undefined
      ? [await openInferred(archive, options)]
      : await Promise.all(descriptors.map((table) => openDescribed(table, archive, options)));
  const core = opened[0]!;
  for (const [position, table] of opened.entries()) {
    if (position > 0) opened[position] = await promoteOccurrences(table, core, options.reading.ledger);
  }
  const sizes = await Promise.all(opened.flatMap(({ table }) => table.files).map(({ file }) => sizeOf(file.path)));
  options.onTotal(sizes.reduce((sum, size) => sum + size, 0));
  const tables: SourceTable[] = [];
  for (const [position, { table }] of opened.entries()) {
    const name = position === 0 ? 'core' : `extension-${position}`;
    // One table after the other: each writes as fast as the disk takes it.
    tables.push(
      ...(await readDelimitedTable(table, { workFolder: options.workFolder, name, reading: options.reading })),
    );
  }
  const ordered = [...tables.filter(({ role }) => role === 'core'), ...tables.filter(({ role }) => role !== 'core')];
  return { metadata, tables: ordered, privateColumns: opened.flatMap(({ privateColumns }) => privateColumns) };
}

async function readArchiveMetadata(
  archive: ArchiveFiles,
  named: string | undefined,
  options: ArchiveReading,
): Promise<DatasetMetadata> {
  const { ledger } = options.reading;
  const eml = archive.data.find(({ name }) => name.toLowerCase() === 'eml.xml');
  const file = (named === undefined ? undefined : archive.data.find(({ name }) => sameName(name, named))) ?? eml;
  const meta = archive.descriptor?.name ?? '';
  if (named !== undefined && (file === undefined || !sameName(file.name, named))) {
    const isRemote = /^https?:/iu.test(named);
    ledger.notice({
      file: meta,
      message: isRemote
        ? `the metadata is at ${named} and is not fetched`
        : `the metadata file ${JSON.stringify(named)} is missing`,
    });
  }
  if (file === undefined) return { contacts: [] };
  return readMetadata(await readFile(file.path), file.name, (notice) => ledger.notice(notice));
}

function sameName(name: string, wanted: string): boolean {
  const plain = wanted.replace(/^\.\//u, '');
  return name === plain || name.toLowerCase() === plain.toLowerCase();
}

/** A table whose columns are settled, before its rows are read. */
export interface OpenedTable {
  readonly table: DelimitedTable;
  readonly privateColumns: readonly PrivateColumn[];
}

async function openDescribed(
  descriptor: TableDescriptor,
  archive: ArchiveFiles,
  options: ArchiveReading,
): Promise<OpenedTable> {
  const meta = archive.descriptor?.name ?? 'meta.xml';
  const { ledger } = options.reading;
  const inputs = descriptor.files.map((name) => {
    const file = archive.data.find((each) => sameName(each.name, name));
    if (file !== undefined) return file;
    throw new SourceError(`the file ${JSON.stringify(name)} is missing from the archive`, {
      file: meta,
      mend: `add it or remove its <${descriptor.role}> from ${meta}`,
    });
  });
  const indexes = descriptor.fields.flatMap(({ index }) => index ?? []).concat(descriptor.identifier ?? []);
  const cells = Math.max(0, ...indexes) + 1;
  const layout = {
    headerLines: descriptor.headerLines,
    cells,
    ...(descriptor.delimiter === undefined ? {} : { delimiter: descriptor.delimiter }),
    ...(descriptor.quote === undefined ? {} : { quote: descriptor.quote }),
    ...(descriptor.encoding === undefined ? {} : { encoding: descriptor.encoding }),
  };
  const files = await Promise.all(inputs.map((file) => openDelimited(file, layout, ledger)));
  for (const { file, dialect, survey } of files) {
    const isEmpty = survey.rows.length === 0 && survey.header.length === 0;
    if (!isEmpty && dialect.width < cells) {
      ledger.notice({ file: file.name, message: `${meta} describes ${cells} columns, the file has ${dialect.width}` });
    }
  }
  if (descriptor.isIdentifierInferred) {
    ledger.notice({
      file: meta,
      message: `${descriptor.rowType} states no column for its identifier; taken from the field that has its term`,
    });
  }
  const header = files[0]?.survey.header ?? [];
  const declared = declareColumns(descriptor, header);
  const isCore = descriptor.role === 'core';
  const plan = planTable({
    file: inputs[0]?.name ?? meta,
    header,
    declared,
    profile: isCore ? options.profile : undefined,
  });
  const isIdentifier = (index: number): boolean => index === descriptor.identifier;
  const privateColumns = plan.privateColumns.filter(
    ({ header: name }) => !isIdentifier(header.findIndex((each) => each.trim() === name)),
  );
  return {
    table: {
      description: describe(descriptor.rowType, {
        isCore,
        meta,
        constants: { ...constantsOf(descriptor), ...plan.constants },
        options,
      }),
      files,
      identifier: descriptor.identifier ?? -1,
      columns: plan.columns,
      children: plan.children,
    },
    privateColumns,
  };
}

/**
 * Occurrences that hang on an event or a taxon are objects in their own right: their rows become records, named by their
 * own identifier, with the columns of the event or taxon that they lack.
 */
async function promoteOccurrences(opened: OpenedTable, core: OpenedTable, ledger: Ledger): Promise<OpenedTable> {
  const { table } = opened;
  const { recordType } = core.table.description;
  const type = recordTypeOf(table.description.rowType);
  if (type !== 'object' || recordType === undefined || recordType === 'object') return opened;
  const own = new Set(table.columns.flatMap(({ column }) => column.term ?? []));
  const inherited = await inheritColumns({ core: core.table, own, coreIdentifier: table.identifier, ledger });
  const parentTerm = `${recordType}ID`;
  const needsParent = findTerm(parentTerm) !== undefined && !own.has(parentTerm);
  const parent = {
    column: { header: parentTerm, term: parentTerm },
    index: table.identifier,
    read: (row: Row) => row.text(table.identifier),
  };
  const identifier =
    table.columns.find(({ column }) => column.term === 'occurrenceID' || column.term === 'materialEntityID')?.index ??
    -1;
  const constants = Object.fromEntries(
    Object.entries(core.table.description.constants).filter(([term]) => !own.has(term)),
  );
  return {
    ...opened,
    table: {
      ...table,
      description: {
        role: 'core',
        rowType: table.description.rowType,
        recordType: type,
        constants: { ...constants, ...table.description.constants },
      },
      identifier,
      columns: [
        ...table.columns,
        ...(needsParent ? [parent] : []),
        ...inherited.filter(({ column }) => !needsParent || column.term !== parentTerm),
      ],
    },
  };
}

function declareColumns(descriptor: TableDescriptor, header: readonly string[]): readonly DeclaredColumn[] {
  return descriptor.fields.flatMap(({ index, term: iri }) => {
    if (index === undefined) return [];
    const term = findTermByIri(iri)?.name;
    const name = header[index]?.trim() ?? '';
    return [{ header: name === '' ? localName(iri) : name, iri, index, ...(term === undefined ? {} : { term }) }];
  });
}

function localName(iri: string): string {
  return /[^/#]*$/u.exec(iri)?.[0] ?? iri;
}

function constantsOf(descriptor: TableDescriptor): Readonly<Record<string, string>> {
  return Object.fromEntries(
    descriptor.fields.flatMap(({ term, default: value }) =>
      value === undefined ? [] : [[findTermByIri(term)?.name ?? term, value]],
    ),
  );
}

function describe(
  rowType: string,
  {
    isCore,
    meta,
    constants,
    options,
  }: {
    readonly isCore: boolean;
    readonly meta: string;
    readonly constants: Readonly<Record<string, string>>;
    readonly options: ArchiveReading;
  },
): DelimitedTable['description'] {
  if (!isCore) {
    const child = childOf(rowType);
    return { role: 'extension', rowType, constants, ...(child === undefined ? {} : { child }) };
  }
  const { profile, reading } = options;
  const recordType = profile?.records.type ?? recordTypeOf(rowType);
  if (recordType === undefined) {
    reading.ledger.notice({ file: meta, message: `rows of the type ${JSON.stringify(rowType)} are kept as documents` });
  }
  const kind = profile?.records.kind;
  return {
    role: 'core',
    rowType,
    recordType: recordType ?? 'document',
    constants: kind === undefined ? constants : { ...constants, kind },
  };
}
