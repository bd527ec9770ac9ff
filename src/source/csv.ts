import type { ArchiveReading, ReadArchive } from './darwin-core-archive.ts';
import { openDelimited, type DelimitedFile } from './delimited-file.ts';
import { readDelimitedTable, type DelimitedTable } from './delimited-table.ts';
import { findIdentifierColumn } from './header.ts';
import { inferTable } from './inferred-table.ts';
import { unescape } from './meta-xml.ts';
import type { Profile } from './profile.ts';
import { SourceError, type PrivateColumn } from './source.ts';
import { findColumn, nameColumns, planTable } from './table-plan.ts';
import { sizeOf, type InputFile } from './text-input.ts';

/** Reads delimited files with the same columns as one table: by its profile, or as Darwin Core where its headers are terms. */
export async function readCsv(files: readonly InputFile[], options: ArchiveReading): Promise<ReadArchive> {
  const { profile } = options;
  const { headerLines = 1, delimiter, quote, encoding } = profile?.csv ?? {};
  const layout = {
    headerLines,
    cells: 1,
    ...(delimiter === undefined ? {} : { delimiter: unescape(delimiter) }),
    ...(quote === undefined ? {} : { quote }),
    ...(encoding === undefined ? {} : { encoding }),
  };
  const opened: DelimitedFile[] = [];
  for (const file of files) opened.push(await openDelimited(file, layout, options.reading.ledger));
  const delimited = opened[0]!;
  for (const other of opened) checkColumns(other, delimited);
  const isMapped = profile !== undefined && Object.keys(profile.columns).length > 0;
  const { table, privateColumns } = isMapped ? mapTable(delimited, profile) : inferTable(delimited, options);
  const sizes = await Promise.all(files.map(({ path }) => sizeOf(path)));
  options.onTotal(sizes.reduce((sum, size) => sum + size, 0));
  const tables = await readDelimitedTable(
    { ...table, files: opened },
    { workFolder: options.workFolder, name: 'core', reading: options.reading },
  );
  return { metadata: { contacts: [] }, tables, privateColumns };
}

/** Columns are told by their place, so they must be the same in all files. */
function checkColumns({ file, survey }: DelimitedFile, first: DelimitedFile): void {
  const same =
    survey.header.length === first.survey.header.length &&
    survey.header.every((name, index) => name.trim() === first.survey.header[index]!.trim());
  if (same) return;
  throw new SourceError(`its columns are not those of ${first.file.name}`, {
    file: file.name,
    mend: 'give files with the same header line, or one file for one profile',
  });
}

function mapTable(
  delimited: DelimitedFile,
  profile: Profile,
): { readonly table: DelimitedTable; readonly privateColumns: readonly PrivateColumn[] } {
  const { file, survey } = delimited;
  const header =
    survey.header.length > 0
      ? survey.header
      : Array.from({ length: delimited.dialect.width }, (_, index) => String(index + 1));
  if (header.every((name) => name.trim() === ''))
    throw new SourceError('the header line is empty', { file: file.name });
  const plan = planTable({ file: file.name, header, declared: [], profile });
  const { identifier: wanted, kind, type = 'object' } = profile.records;
  const publicTerms = header.map(
    (_, index) => plan.columns.find((column) => column.index === index)?.column.term ?? '',
  );
  const identifier =
    wanted === undefined
      ? findIdentifierColumn(publicTerms, survey.rows)
      : findColumn(nameColumns(header, []), wanted, file.name);
  return {
    table: {
      description: {
        role: 'core',
        rowType: type,
        recordType: type,
        constants: kind === undefined ? plan.constants : { ...plan.constants, kind },
      },
      files: [delimited],
      identifier,
      columns: plan.columns,
      children: plan.children,
    },
    privateColumns: plan.privateColumns,
  };
}
