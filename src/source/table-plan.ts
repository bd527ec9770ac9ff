import { findTerm } from '../vocabulary/terms.ts';
import { planChildren, type ChildPlan } from './child-plan.ts';
import { planColumns, type Access, type PlannedColumn } from './column-plan.ts';
import { findDarwinCoreTerm, plainHeader } from './header.ts';
import type { ChildMapping, Profile } from './profile.ts';
import type { Row } from './row.ts';
import { SourceError, type PrivateColumn, type SourceColumn } from './source.ts';

/** What becomes of the columns of a delimited table. */
export interface TablePlan {
  readonly columns: readonly PlannedColumn<Row>[];
  readonly constants: Readonly<Record<string, string>>;
  readonly children: readonly ChildPlan<Row>[];
  readonly privateColumns: readonly PrivateColumn[];
}

/** A column that is public before any profile is asked. */
export interface DeclaredColumn extends SourceColumn {
  readonly index: number;
}

/** Names under which a column can be asked for: its position in the row, by header, term and IRI. */
export type ColumnNames = ReadonlyMap<string, number>;

const HEADERS_SHOWN = 30;

/** The names of a table's columns: exact headers first, then without prefix and letter case, then terms and IRIs. */
export function nameColumns(header: readonly string[], declared: readonly DeclaredColumn[]): ColumnNames {
  const names = new Map<string, number>();
  const add = (name: string | undefined, index: number): void => {
    if (name !== undefined && name !== '' && !names.has(name)) names.set(name, index);
  };
  for (const [index, name] of header.entries()) add(name.trim(), index);
  for (const column of declared) add(column.header, column.index);
  for (const column of declared)
    for (const name of [column.term, column.iri, column.term?.toLowerCase()]) add(name, column.index);
  for (const [index, name] of header.entries()) {
    add(name.trim().toLowerCase(), index);
    add(plainHeader(name), index);
  }
  return names;
}

/** The headers of a table that are terms of Darwin Core, as columns that need no profile. */
export function declareDarwinCoreColumns(header: readonly string[]): readonly DeclaredColumn[] {
  return header.flatMap((name, index) => {
    const term = findDarwinCoreTerm(name);
    return term === undefined ? [] : [{ header: name.trim(), term: term.name, index }];
  });
}

/** The position of a header that a profile names. Errors: SourceError that lists what there is. */
export function findColumn(names: ColumnNames, wanted: string, file: string): number {
  const index = names.get(wanted) ?? names.get(wanted.trim().toLowerCase()) ?? names.get(plainHeader(wanted));
  if (index !== undefined) return index;
  const positions = new Set<number>();
  const known = [...names].flatMap(([name, position]) => {
    if (positions.has(position)) return [];
    positions.add(position);
    return [name];
  });
  const list = known.slice(0, HEADERS_SHOWN).join(', ') + (known.length > HEADERS_SHOWN ? ', …' : '');
  throw new SourceError(`the profile names a column ${JSON.stringify(wanted)} that the file does not have`, {
    file,
    mend: `its columns are: ${list}`,
  });
}

/** Decides which columns of a table are public and what they mean. */
export function planTable(options: {
  readonly file: string;
  readonly header: readonly string[];
  readonly declared: readonly DeclaredColumn[];
  readonly profile: Profile | undefined;
}): TablePlan {
  const { file, header, declared, profile } = options;
  const names = nameColumns(header, declared);
  const nameOf = (index: number): string =>
    header[index]?.trim() ?? declared.find((column) => column.index === index)?.header ?? `column ${index + 1}`;
  const access = (wanted: string): Access<Row> => {
    const index = findColumn(names, wanted, file);
    return { header: nameOf(index), index, readAll: (row) => [row.text(index)] };
  };
  const mappings = profile?.columns ?? {};
  const published = (profile?.publish ?? []).flatMap((name) =>
    name === '*' ? header.map((each) => each.trim()) : [name],
  );
  const plan = planColumns({ mappings, publish: published.filter((name) => name !== ''), access });
  const claimed = new Set(Object.keys(mappings));
  const remapped = new Set(plan.columns.flatMap(({ index, column }) => (column.term === undefined ? [] : [index])));
  const kept = declared.filter(({ index }) => !remapped.has(index));
  const keptIndexes = new Set(kept.map(({ index }) => index));
  const columns = [
    ...kept.map((column) => toPlanned(column, claimed)),
    ...plan.columns.filter(({ index, column }) => column.term !== undefined || !keptIndexes.has(index)),
  ];
  const publicIndexes = new Set(columns.map(({ index }) => index));
  const reason = declared.length > 0 ? 'not declared with a term' : 'neither mapped nor published by the profile';
  return {
    columns,
    constants: plan.constants,
    children: planChildren<Row, CellPart>(profile?.children ?? [], {
      elementsOf: (mapping) => divideCell(mapping, findColumn(names, mapping.each, file)),
      accessOf: (mapping, path) => (path === '.' ? WHOLE_PART : partAccess(access(path), mapping)),
    }),
    privateColumns: header.flatMap((name, index) =>
      publicIndexes.has(index) || name.trim() === '' ? [] : [{ header: name.trim(), reason }],
    ),
  };
}

function toPlanned({ header, iri, term, index }: DeclaredColumn, claimed: ReadonlySet<string>): PlannedColumn<Row> {
  const keepsTerm = term !== undefined && findTerm(term) !== undefined && !claimed.has(term);
  const column = { header, ...(iri === undefined ? {} : { iri }), ...(keepsTerm ? { term } : {}) };
  return { column, index, read: (row) => row.text(index) };
}

/** One of the parts into which a cell is divided for nested rows. */
interface CellPart {
  readonly row: Row;
  readonly text: string;
  readonly position: number;
  readonly count: number;
}

const WHOLE_PART: Access<CellPart> = { header: '.', index: -1, readAll: ({ text }) => [text] };

function divide(text: string, split: string | undefined): readonly string[] {
  if (split === undefined) return text.trim() === '' ? [] : [text];
  return text.split(split).map((part) => part.trim());
}

function divideCell(mapping: ChildMapping, index: number): (row: Row) => readonly CellPart[] {
  return (row) => {
    const parts = divide(row.text(index), mapping.split);
    return parts
      .map((text, position) => ({ row, text, position, count: parts.length }))
      .filter(({ text }) => text !== '');
  };
}

/** Another column beside the divided one: its part of the same position if it has as many parts, else all of it. */
function partAccess({ header, readAll }: Access<Row>, mapping: ChildMapping): Access<CellPart> {
  return {
    header,
    index: -1,
    readAll: ({ row, position, count }) => {
      const text = readAll(row)[0] ?? '';
      const parts = divide(text, mapping.split);
      return [parts.length === count ? (parts[position] ?? '') : text];
    },
  };
}
