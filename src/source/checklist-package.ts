import { readFile } from 'node:fs/promises';
import type { ChildName } from '../vocabulary/children.ts';
import { findTerm, NAMESPACES } from '../vocabulary/terms.ts';
import { readChecklistMetadata } from './checklist-metadata.ts';
import {
  CHECKLIST_EXTENSIONS,
  NAME_COLUMNS,
  NAME_USAGE_COLUMNS,
  SYNONYM_COLUMNS,
  TAXON_COLUMNS,
  type ChecklistColumns,
} from './checklist-terms.ts';
import type { PlannedColumn } from './column-plan.ts';
import type { ArchiveReading, ReadArchive } from './darwin-core-archive.ts';
import { openDelimited, type DelimitedFile } from './delimited-file.ts';
import { readDelimitedTable, type DelimitedTable } from './delimited-table.ts';
import { inheritColumns } from './inheritance.ts';
import { RowScanner } from './row-scanner.ts';
import type { Row } from './row.ts';
import { SourceError, type DatasetMetadata, type PrivateColumn, type SourceTable } from './source.ts';
import { planTable, type DeclaredColumn } from './table-plan.ts';
import { readUtf8, sizeOf, type InputFile } from './text-input.ts';

const DATA_NAME = /\.(?:csv|tsv|txt|tab)(?:\.gz)?$/iu;
const METADATA_NAME = /(?:^|\/)metadata\.ya?ml$/iu;
const DOCUMENT_NAME = /(?:^|\/)(?:readme|licen[cs]e|changelog)[^/]*$/iu;
/** Of the namespace of ColDP's tables. */
const COLDP = 'http://catalogueoflife.org/terms/';

const TABLES = ['NameUsage', 'Name', 'Taxon', 'Synonym', ...Object.keys(CHECKLIST_EXTENSIONS)];
const PLURALS: Readonly<Record<string, string>> = {
  taxa: 'taxon',
  media: 'media',
  namerel: 'namerelation',
  namerels: 'namerelation',
};
const byPlainName = new Map(TABLES.map((name) => [name.toLowerCase(), name]));

/** The table of a file, whatever the spelling of its name: name-usage.tsv, NameUsage.csv, names.txt. */
function tableOf(name: string): string | undefined {
  if (!DATA_NAME.test(name)) return undefined;
  const plain = name
    .slice(name.lastIndexOf('/') + 1)
    .replace(DATA_NAME, '')
    .replaceAll(/[-_ ]/gu, '')
    .toLowerCase();
  const known = PLURALS[plain] ?? plain;
  return byPlainName.get(known) ?? byPlainName.get(known.replace(/s$/u, ''));
}

/** The files of a checklist by table. */
export interface ChecklistFiles {
  readonly metadata?: InputFile;
  readonly tables: ReadonlyMap<string, InputFile>;
  /** What is in none of the tables that are read. */
  readonly others: readonly InputFile[];
}

/** Finds the tables of a Catalogue of Life Data Package; undefined where the files are none. */
export function findChecklist(files: readonly InputFile[]): ChecklistFiles | undefined {
  const tables = new Map<string, InputFile>();
  const others: InputFile[] = [];
  let metadata: InputFile | undefined;
  for (const file of files.toSorted((a, b) => a.name.length - b.name.length)) {
    const table = tableOf(file.name);
    if (table !== undefined && !tables.has(table)) tables.set(table, file);
    else if (metadata === undefined && METADATA_NAME.test(file.name)) metadata = file;
    else if (!DOCUMENT_NAME.test(file.name)) others.push(file);
  }
  // One file of names is a checklist only if nothing else says what it is: other exports are called names.txt too.
  const isAlone =
    tables.size === 1 && (others.length > 0 || !/\.[ct]sv(?:\.gz)?$/iu.test(tables.get('Name')?.name ?? ''));
  const isChecklist =
    tables.has('NameUsage') || (tables.has('Name') && !isAlone) || (tables.has('Taxon') && tables.size > 1);
  if (!isChecklist) return undefined;
  return { tables, others, ...(metadata === undefined ? {} : { metadata }) };
}

interface Opened {
  readonly name: string;
  readonly table: DelimitedTable;
  readonly privateColumns: readonly PrivateColumn[];
  /** Positions of columns by their names in small letters, without prefix. */
  readonly positions: ReadonlyMap<string, number>;
}

/**
 * Reads a Catalogue of Life Data Package: usages of names become records of type taxon, with the columns of their names; names that are
 * used by none become records as well, marked as bare; tables that belong to taxa become nested rows. Other files are named in notices.
 */
export async function readChecklist(files: ChecklistFiles, options: ArchiveReading): Promise<ReadArchive> {
  const { ledger } = options.reading;
  const metadata: DatasetMetadata =
    files.metadata === undefined
      ? { contacts: [] }
      : readChecklistMetadata(await readFile(files.metadata.path), files.metadata.name, (notice) =>
          ledger.notice(notice),
        );
  for (const { name } of files.others)
    ledger.notice({ file: name, message: 'no table of a checklist that is read; passed over' });
  const opened = await openTables(files, options);
  const sizes = await Promise.all(opened.flatMap(({ table }) => table.files).map(({ file }) => sizeOf(file.path)));
  options.onTotal(sizes.reduce((sum, size) => sum + size, 0));
  const tables: SourceTable[] = [];
  for (const [position, { table }] of opened.entries())
    tables.push(
      ...(await readDelimitedTable(table, {
        workFolder: options.workFolder,
        name: position === 0 ? 'core' : `table-${position}`,
        reading: options.reading,
      })),
    );
  const ordered = [...tables.filter(({ role }) => role === 'core'), ...tables.filter(({ role }) => role !== 'core')];
  return { metadata, tables: ordered, privateColumns: opened.flatMap(({ privateColumns }) => privateColumns) };
}

async function openTables(files: ChecklistFiles, options: ArchiveReading): Promise<readonly Opened[]> {
  const open = async (name: string, columns?: ChecklistColumns): Promise<Opened | undefined> => {
    const file = files.tables.get(name);
    return file === undefined ? undefined : openTable(file, { name, columns, options });
  };
  const usages = await open('NameUsage', NAME_USAGE_COLUMNS);
  const names = await open('Name', NAME_COLUMNS);
  const used = [await open('Taxon', TAXON_COLUMNS), await open('Synonym', SYNONYM_COLUMNS)].filter(
    (table) => table !== undefined,
  );
  const cores = usages === undefined ? [] : [withComposedName(usages)];
  if (names !== undefined) cores.push(...(await withNames(used, withComposedName(names), options)));
  else if (usages === undefined && used.length > 0)
    throw new SourceError('the checklist has taxa and no names', { mend: 'add the table Name' });
  const hasUsages = usages !== undefined;
  const extensions: Opened[] = [];
  for (const name of Object.keys(CHECKLIST_EXTENSIONS)) {
    const extension = await open(name);
    if (extension === undefined) continue;
    const owner = extension.positions.get('taxonid') ?? (hasUsages ? extension.positions.get('nameid') : undefined);
    const file = extension.table.files[0]?.file.name ?? name;
    if (owner === undefined) {
      options.reading.ledger.notice({ file, message: 'its rows belong to names and not to taxa; not read' });
      continue;
    }
    const child: ChildName | undefined = name === 'Media' ? 'media' : undefined;
    const description = {
      role: 'extension' as const,
      rowType: COLDP + name,
      constants: {},
      ...(child === undefined ? {} : { child }),
    };
    extensions.push({ ...extension, table: { ...extension.table, description, identifier: owner } });
  }
  return [...cores, ...extensions];
}

async function openTable(
  file: InputFile,
  { name, columns, options }: { name: string; columns: ChecklistColumns | undefined; options: ArchiveReading },
): Promise<Opened> {
  const delimited = await openDelimited(file, { headerLines: 1, cells: 1 }, options.reading.ledger);
  const { header } = delimited.survey;
  const plain = header.map((each) =>
    each
      .trim()
      .replace(/^[a-z]{2,12}:/iu, '')
      .toLowerCase(),
  );
  const positions = new Map(plain.map((each, index) => [each, index]));
  const extension = new Map(
    Object.entries(CHECKLIST_EXTENSIONS[name] ?? {}).map(([column, term]) => [column.toLowerCase(), term]),
  );
  const declared = plain.flatMap((each, index): DeclaredColumn[] => {
    const term = columns === undefined ? (extension.get(each) ?? '') : (columns.get(each) ?? taxonTerm(each));
    if (term === undefined || each === '') return [];
    return [{ header: header[index]!.trim(), index, ...(term === '' ? {} : { term }) }];
  });
  const isCore = columns !== undefined;
  const plan = planTable({ file: file.name, header, declared, profile: isCore ? options.profile : undefined });
  const identifier = positions.get('id') ?? positions.get('nameid') ?? -1;
  return {
    name,
    positions,
    privateColumns: plan.privateColumns,
    table: {
      description: {
        role: 'core',
        rowType: `${NAMESPACES.dwc}Taxon`,
        recordType: 'taxon',
        constants: plan.constants,
      },
      files: [delimited],
      identifier,
      columns: plan.columns,
      children: plan.children,
    },
  };
}

/** Terms of Darwin Core's taxon are public wherever they stand. */
function taxonTerm(header: string): string | undefined {
  const term = findTerm(header);
  return term?.group === 'taxon' ? term.name : undefined;
}

const PART_COLUMNS = ['genericname', 'genus', 'infragenericepithet', 'specificepithet', 'infraspecificepithet'];

/** Where the whole name is not written, it is put together from its parts. */
function withComposedName(opened: Opened): Opened {
  const { positions, table, name } = opened;
  const whole = positions.get('scientificname');
  const single = positions.get('uninomial');
  // In a table of usages the genus is a taxon above, and no part of the name.
  const parts = PART_COLUMNS.filter((part) => part !== 'genus' || name === 'Name')
    .filter((part) => part !== 'infragenericepithet')
    .flatMap((part) => positions.get(part) ?? []);
  if (single === undefined && parts.length === 0) return opened;
  const composed: PlannedColumn<Row> = {
    column: { header: 'parts of the name → scientificName', term: 'scientificName' },
    index: -1,
    read: (row) => {
      if (whole !== undefined && !row.isBlank(whole)) return '';
      const uninomial = single === undefined ? '' : row.text(single).trim();
      const words = parts.map((part) => row.text(part).trim()).filter((part) => part !== '');
      return words.length > 1 ? words.join(' ') : uninomial === '' ? words.join(' ') : uninomial;
    },
  };
  return { ...opened, table: { ...table, columns: [...table.columns, composed] } };
}

/** Taxa and synonyms with the columns of their names, and the names that none of them uses. */
async function withNames(used: readonly Opened[], names: Opened, options: ArchiveReading): Promise<readonly Opened[]> {
  const { ledger } = options.reading;
  const inUse = new Set<string>();
  const joined: Opened[] = [];
  for (const opened of used) {
    const { table, positions } = opened;
    const nameID = positions.get('nameid') ?? positions.get('id');
    if (nameID === undefined) {
      const file = table.files[0]?.file.name ?? opened.name;
      throw new SourceError('the table has no column nameID', { file, mend: 'add it, so that its rows have names' });
    }
    for (const file of table.files)
      await collectCells(file, { index: nameID, into: inUse, signal: options.reading.signal });
    const own = new Set(table.columns.flatMap(({ column }) => column.term ?? []));
    const inherited = await inheritColumns({ core: names.table, own, coreIdentifier: nameID, ledger });
    joined.push({ ...opened, table: { ...table, columns: [...table.columns, ...inherited] } });
  }
  const { identifier } = names.table;
  const bare: PlannedColumn<Row> = {
    column: { header: 'used by no taxon → taxonomicStatus', term: 'taxonomicStatus' },
    index: -1,
    read: () => 'bare name',
  };
  const isUsed = (row: Row): boolean => identifier >= 0 && inUse.has(row.text(identifier).trim());
  if (inUse.size > 0)
    ledger.notice({
      file: names.table.files[0]?.file.name ?? names.name,
      message: 'names that are used by taxa or synonyms became part of these',
      count: inUse.size,
    });
  return [
    ...joined,
    { ...names, table: { ...names.table, columns: [...names.table.columns, bare], isElsewhere: isUsed } },
  ];
}

/** The different texts of one cell of all rows. What is wrong with a row is said when it is read in earnest. */
async function collectCells(
  { file, encoding, dialect }: DelimitedFile,
  {
    index,
    into,
    signal,
  }: { readonly index: number; readonly into: Set<string>; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const scanner = new RowScanner(dialect, { row: (row) => into.add(row.text(index).trim()), reject: () => undefined });
  for await (const chunk of readUtf8(file, { encoding })) {
    signal?.throwIfAborted();
    scanner.push(chunk);
  }
  scanner.end();
}
