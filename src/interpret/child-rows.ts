import { columnsOfChild, type ChildName } from '../vocabulary/children.ts';

/**
 * The column in which a `record` interpreter hands over child rows that come from the record's own terms: `participationRows`.
 * Ingest unnests it into the child table; it is no column of the `record` table.
 */
export function childRowsColumn<Child extends ChildName>(child: Child): `${Child}Rows` {
  return `${child}Rows`;
}

/**
 * The DuckDB type of that column: a list of structs of exactly the child's columns, in their order, as in
 * `STRUCT("type" VARCHAR, "target" VARCHAR, …)[]`.
 */
export function childRowsType(child: ChildName): string {
  const members = columnsOfChild(child).map(([name, type]) => `"${name}" ${type}`);
  return `STRUCT(${members.join(', ')})[]`;
}
