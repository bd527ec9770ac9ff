import { quoteIdentifier } from '../catalogue/database.ts';
import type { SourceManifest } from '../catalogue/manifest.ts';
import { CHILDREN, type ChildName } from '../vocabulary/children.ts';
import { columnsOf } from '../vocabulary/fields.ts';
import type { FieldReference, Scope } from './query-fields.ts';

/** The columns of a table that hold a field's value: quoted identifiers. Absent where the table has none. */
export interface RowColumns {
  readonly value?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly basis?: string;
  readonly isList: boolean;
  /** Of a list: a text that has all its items in it, folded. */
  readonly folded?: string;
}

/** A table of the edition with `rid`, and where it holds the fields that a query names. All names come from closed lists. */
export interface RowTable {
  readonly name: string;
  columnsOf(reference: FieldReference): RowColumns | undefined;
}

/** The tables in which a condition on this field, or on nested rows of this scope, is to be looked up. */
export function tablesFor(
  about: { readonly scope?: Scope; readonly reference?: FieldReference; readonly rowType?: string },
  sources: readonly SourceManifest[],
): RowTable[] {
  const { reference, scope, rowType } = about;
  if (rowType !== undefined) return extensionTables(rowType, sources);
  if (scope !== undefined) return [childTable(scope as ChildName)];
  switch (reference?.kind) {
    case 'field':
      return [RECORD];
    case 'verbatim':
      return sources
        .filter(({ role, columns }) => role === 'core' && columnAt(columns, reference.header) >= 0)
        .map((source) => verbatimTable(source, reference.header));
    case 'extension':
      return extensionTables(reference.rowType, sources);
    default:
      return [];
  }
}

const RECORD: RowTable = {
  name: 'record',
  columnsOf(reference) {
    if (reference.kind !== 'field' || columnsOf(reference.field).length === 0) return undefined;
    const { field } = reference;
    if (field.type !== 'span') return { value: quoteIdentifier(field.name), isList: field.many };
    return spanColumns(field.name, true);
  },
};

function spanColumns(name: string, hasBasis: boolean): RowColumns {
  return {
    begin: quoteIdentifier(`${name}Begin`),
    end: quoteIdentifier(`${name}End`),
    ...(hasBasis ? { basis: quoteIdentifier(`${name}Basis`) } : {}),
    isList: false,
  };
}

function childTable(child: ChildName): RowTable {
  const columns: Readonly<Record<string, string>> = CHILDREN[child];
  return {
    name: child,
    columnsOf({ name }) {
      const type = columns[name];
      if (type === undefined) return undefined;
      if (type === 'SPAN') return spanColumns(name, `${name}Basis` in columns);
      return { value: quoteIdentifier(name), isList: type.endsWith('[]') };
    },
  };
}

type SourceColumns = SourceManifest['columns'];

/** A column by its header, letter for letter first; by its term or IRI where `byTerm`. −1 where there is none. */
function columnAt(columns: SourceColumns, name: string, byTerm = false): number {
  const lower = name.toLowerCase();
  const tests: ((column: SourceColumns[number]) => boolean)[] = [
    ({ header }) => header === name,
    ({ term, iri }) => byTerm && (term === name || iri === name),
    ({ header }) => header.toLowerCase() === lower,
    ({ term }) => byTerm && term?.toLowerCase() === lower,
  ];
  for (const test of tests) {
    const position = columns.findIndex(test);
    if (position >= 0) return position;
  }
  return -1;
}

function verbatimTable({ source, columns }: SourceManifest, header: string): RowTable {
  return { name: `verbatim_${source}`, columnsOf: () => ({ value: `c${columnAt(columns, header)}`, isList: false }) };
}

function extensionTables(rowType: string, sources: readonly SourceManifest[]): RowTable[] {
  return sources
    .filter((source) => source.role === 'extension' && isRowType(source.rowType, rowType))
    .map(({ source, columns }) => ({
      name: `verbatim_${source}`,
      columnsOf(reference) {
        const position = reference.kind === 'extension' ? columnAt(columns, reference.term, true) : -1;
        return position < 0 ? undefined : { value: `c${position}`, isList: false };
      },
    }));
}

/** Row types are asked for by their IRI or its last part. */
function isRowType(iri: string, name: string): boolean {
  const local = /[^/#]*$/u.exec(iri)![0];
  return iri === name || local.toLowerCase() === name.toLowerCase();
}
