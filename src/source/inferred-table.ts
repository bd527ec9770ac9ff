import type { ArchiveFiles, ArchiveReading, OpenedTable } from './darwin-core-archive.ts';
import { openDelimited, type DelimitedFile } from './delimited-file.ts';
import { findDarwinCoreTerm, findIdentifierColumn, plainHeader, rowTypeOfHeader } from './header.ts';
import { recordTypeOf } from './row-type.ts';
import { SourceError } from './source.ts';
import { declareDarwinCoreColumns, planTable } from './table-plan.ts';

const DOCUMENT_NAME =
  /(?:^|\/)(?:readme|licen[cs]e|changelog|citation|source|rights|metadata)[^/]*$|\.(?:md|rst|pdf|html?)$/iu;
const XML_NAME = /\.xml$/iu;

/** Darwin Core without a descriptor: one file whose header is made of terms. */
export async function openInferred(archive: ArchiveFiles, options: ArchiveReading): Promise<OpenedTable> {
  const candidates = archive.data.filter(({ name }) => !XML_NAME.test(name) && !DOCUMENT_NAME.test(name));
  const [file] = candidates;
  if (file === undefined || candidates.length > 1) {
    const names = candidates.map(({ name }) => name);
    throw new SourceError(
      candidates.length === 0
        ? 'there is no meta.xml and no data file'
        : `there is no meta.xml, and ${names.length} files could hold the records (${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''})`,
      { mend: 'add a meta.xml, or import the file with the records alone' },
    );
  }
  const delimited = await openDelimited(file, { headerLines: 1, cells: 2 }, options.reading.ledger);
  return inferTable(delimited, options);
}

/** A delimited file whose header is made of Darwin Core's terms, as a table. Errors: SourceError where it is not. */
export function inferTable(
  delimited: DelimitedFile,
  options: Pick<ArchiveReading, 'profile' | 'reading'>,
): OpenedTable {
  const { file, survey } = delimited;
  const { profile } = options;
  const { header } = survey;
  const declared = declareDarwinCoreColumns(header);
  const wanted = profile?.records.identifier;
  const identifier =
    wanted === undefined
      ? findIdentifierColumn(header, survey.rows)
      : header.findIndex((name) => plainHeader(name) === plainHeader(wanted));
  checkDarwinCoreHeader({ file: file.name, header, terms: declared.length, identifier });
  const plan = planTable({ file: file.name, header, declared, profile });
  const rowType = rowTypeOfHeader(header);
  const recordType = profile?.records.type ?? recordTypeOf(rowType) ?? 'object';
  const kind = profile?.records.kind;
  const constants = kind === undefined ? plan.constants : { ...plan.constants, kind };
  return {
    table: {
      description: { role: 'core', rowType, recordType, constants },
      files: [delimited],
      identifier,
      columns: plan.columns,
      children: plan.children,
    },
    privateColumns: plan.privateColumns.filter((column) => column.header !== header[identifier]?.trim()),
  };
}

/** At least an identifier and a third of the headers must be terms for a table to be Darwin Core without a profile. */
function checkDarwinCoreHeader({
  file,
  header,
  terms,
  identifier,
}: {
  readonly file: string;
  readonly header: readonly string[];
  readonly terms: number;
  readonly identifier: number;
}): void {
  const mend = 'write a profile (`collectome profile FILE` proposes one)';
  if (identifier < 0) throw new SourceError('no header names an identifier of Darwin Core', { file, mend });
  if (terms === 0 || terms < header.length / 3) {
    throw new SourceError(`only ${terms} of ${header.length} headers are terms of Darwin Core`, { file, mend });
  }
  const repeated = header
    .map(plainHeader)
    .filter((name, index, all) => findDarwinCoreTerm(name) !== undefined && all.indexOf(name) !== index);
  if (repeated.length > 0)
    throw new SourceError(`the header ${JSON.stringify(repeated[0])} stands twice`, { file, mend });
}
