import { quoteIdentifier, quoteLiteral } from '../catalogue/database.ts';
import type { SourceColumn, SourceTable } from '../source/source.ts';
import { protectionJoin, withheldSql, type Protection } from './protect-stage.ts';
import { coresOf, extensionsOf, type Stage } from './stage.ts';

/** Marks the header of a column that the profile computes from others (see SourceColumn). */
const COMPUTED = ' → ';

/** The public value of a cell, with `raw` and `p` (protection) in scope. */
function cellSql(protections: readonly Protection[], column: SourceColumn, position: number): string {
  const cell = `raw.${quoteIdentifier(`c${position}`)}`;
  const withheld = withheldSql(protections, column);
  return withheld === undefined ? cell : `case when ${withheld} then null else ${cell} end`;
}

/** The public values of all cells of a row, in their order. */
export function cellsSql(protections: readonly Protection[], table: SourceTable): string[] {
  return table.columns.map((column, position) => cellSql(protections, column, position));
}

/**
 * `state` (row, stateHash): SHA-256 of what the museum wrote of a record, its extension rows included, as far as it is
 * public: headers with their values in the headers' order, so that neither the order of columns nor of extension rows
 * matters, nor an empty column, nor how the profile maps them.
 */
export async function hashStates(stage: Stage, protections: readonly Protection[]): Promise<void> {
  const { database, tables } = stage;
  stage.onStep('hashing states');
  const extensions = extensionsOf(tables).map(
    ([ordinal, table]) =>
      `select e.row, concat(${quoteLiteral(table.rowType)}, chr(30), ${contentSql(protections, table)}) as content
       from extension_${ordinal} e join raw_${ordinal} raw on raw.rowid = e.rawRow ${protectionJoin(protections, 'e.row')}`,
  );
  const extended = extensions.length > 0;
  if (extended) {
    await database.run(
      `create table extension_content as select row, string_agg(content, chr(29) order by content) as content
       from (${extensions.join(' union all ')}) group by row`,
    );
  }
  const cores = coresOf(tables).map(([ordinal, table]) => {
    const row = `(raw.rowid + ${stage.firstRows.get(ordinal) ?? 0})::integer`;
    return `select ${row} as row, ${contentSql(protections, table)} as content from raw_${ordinal} raw ${protectionJoin(protections, row)}`;
  });
  await database.run(
    `create table state as select c.row, sha256(concat(c.content${extended ? `, chr(28), coalesce(x.content, '')` : ''})) as stateHash
     from (${cores.join(' union all ')}) c ${extended ? 'left join extension_content x using (row)' : ''} order by c.row`,
  );
  if (extended) await database.run('drop table extension_content');
}

function contentSql(protections: readonly Protection[], table: SourceTable): string {
  const cells = [...table.columns.entries()]
    .filter(([, { header }]) => !header.includes(COMPUTED))
    .toSorted(([, a], [, b]) => (a.header < b.header ? -1 : 1))
    .map(([position, column]) => {
      const cell = cellSql(protections, column, position);
      return `case when ${cell} is not null then ${quoteLiteral(column.header)} || chr(30) || (${cell}) end`;
    });
  return cells.length === 0 ? `''` : `concat_ws(chr(31), ${cells.join(', ')})`;
}
