import { quoteIdentifier, quoteLiteral } from '../catalogue/database.ts';
import type { SourceTable } from '../source/source.ts';
import { keySql, keyTextSql } from './key-sql.ts';
import { coresOf, extensionsOf, type Stage } from './stage.ts';

/** The longest row that a clean file has, in bytes; the reader rejects longer ones. */
const LONGEST_ROW = 17_000_000;

export interface OrphanRow {
  readonly file: string;
  readonly line: number;
  readonly identifier: string;
}

/** Rows of extensions whose record is not in the core. */
export interface Orphans {
  readonly ordinal: number;
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly OrphanRow[];
}

/**
 * Reads the clean files into `raw_<ordinal>` and gives each core row its number and key in `core`
 * (row, source, file, line, repair, identifier, occurrence, isRepeated, recordType, key). Rows without an identifier get
 * their key later, from `keyByContent`. Extension rows point to their record in `extension_<ordinal>` (row, n, rawRow);
 * those whose record does not exist are returned.
 */
export async function loadTables(stage: Stage): Promise<Orphans[]> {
  const { database, tables } = stage;
  for (const [ordinal, table] of tables.entries()) {
    stage.signal?.throwIfAborted();
    stage.onStep(`loading ${table.files[0] ?? table.rowType}`);
    await database.run(`create table raw_${ordinal} as select * from ${readClean(table)}`);
  }
  await numberRecords(stage);
  const orphans: Orphans[] = [];
  for (const [ordinal, table] of extensionsOf(tables)) {
    await database.run(
      `create table extension_${ordinal} as
       select first.row, (row_number() over (partition by first.row order by raw.rowid))::integer as n, raw.rowid as rawRow
       from raw_${ordinal} raw join (select identifier, min(row) as row from core where identifier is not null group by identifier) first
         on raw.id = first.identifier
       order by first.row, raw.rowid`,
    );
    orphans.push(await findOrphans(stage, ordinal, table));
  }
  return orphans;
}

function readClean(table: SourceTable): string {
  const columns: [string, string][] = [
    ['line', 'BIGINT'],
    ['file', 'INTEGER'],
    ['repair', 'VARCHAR'],
    ['id', 'VARCHAR'],
    ...table.columns.map((_, position): [string, string] => [`c${position}`, 'VARCHAR']),
  ];
  const struct = columns.map(([name, type]) => `${quoteLiteral(name)}: ${quoteLiteral(type)}`).join(', ');
  return `read_csv(${quoteLiteral(table.cleanFile)}, auto_detect = false, header = false, delim = '\\t', quote = '"', escape = '"',
    nullstr = '', strict_mode = true, new_line = '\\n', max_line_size = ${LONGEST_ROW}, buffer_size = ${2 * LONGEST_ROW}, columns = {${struct}})`;
}

/** Numbers the core rows in the order of their files, and makes their keys. */
async function numberRecords(stage: Stage): Promise<void> {
  const { database, tables, datasetIri } = stage;
  let first = 0;
  const selects: string[] = [];
  for (const [ordinal, table] of coresOf(tables)) {
    selects.push(
      `select (rowid + ${first})::integer as row, ${ordinal} as source, file, line, repair, id as identifier,
       ${quoteLiteral(table.recordType ?? 'object')} as recordType from raw_${ordinal}`,
    );
    const [counted] = await database.query<{ n: number }>(`select count(*) as n from raw_${ordinal}`);
    stage.firstRows.set(ordinal, first);
    first += counted?.n ?? 0;
  }
  await database.run(`create table numbered as ${selects.join(' union all ')}`);
  await database.run(
    `create table repeated as
     select row, (row_number() over (partition by identifier order by row))::integer as occurrence from numbered
     where identifier in (select identifier from numbered where identifier is not null group by identifier having count(*) > 1)`,
  );
  await database.run(
    `create table core as
     select n.*, coalesce(r.occurrence, 1) as occurrence, r.row is not null as isRepeated,
       case when n.identifier is not null then ${keySql(keyTextSql(datasetIri, 'n.identifier', 'coalesce(r.occurrence, 1)'))} end as key
     from numbered n left join repeated r using (row) order by n.row`,
  );
  await database.run('drop table numbered; drop table repeated');
}

/** Gives records without an identifier a key of their content, once their states are known. Such keys change with the content. */
export async function keyByContent({ database, datasetIri }: Stage): Promise<void> {
  const [found] = await database.query<{ n: number }>('select count(*) as n from core where key is null');
  if ((found?.n ?? 0) === 0) return;
  const content = `'content' || chr(31) || s.stateHash`;
  await database.run(
    `create table content_key as
     select c.row, (row_number() over (partition by s.stateHash order by c.row))::integer as occurrence, s.stateHash
     from core c join state s using (row) where c.key is null`,
  );
  await database.run(
    `update core set key = k.key from (
       select row, ${keySql(keyTextSql(datasetIri, content, 's.occurrence'))} as key from content_key s) k
     where core.row = k.row`,
  );
}

async function findOrphans(stage: Stage, ordinal: number, table: SourceTable): Promise<Orphans> {
  const orphan = `from raw_${ordinal} raw where raw.id is null or raw.id not in (select identifier from core where identifier is not null)`;
  const [counted] = await stage.database.query<{ n: number }>(`select count(*) as n ${orphan}`);
  const count = counted?.n ?? 0;
  if (count === 0) return { ordinal, count, examples: [] };
  const examples = await stage.database.query<{ file: number; line: number; id: string | null }>(
    `select file, line, id ${orphan} order by rowid limit 100`,
  );
  return {
    ordinal,
    count,
    examples: examples.map(({ file, line, id }) => ({ file: table.files[file] ?? '', line, identifier: id ?? '' })),
  };
}

/** The SQL expression of a term's value in a table's rows, with the constant that stands where a row has none; undefined where the table has no such term. */
export function termSql(table: SourceTable, term: string, alias: string): string | undefined {
  const cells = table.columns.flatMap((column, position) =>
    column.term === term ? [`${alias}.${quoteIdentifier(`c${position}`)}`] : [],
  );
  const constant = table.constants[term];
  const parts = [...cells.map((cell) => `trim(${cell})`), ...(constant === undefined ? [] : [quoteLiteral(constant)])];
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : `coalesce(${parts.join(', ')})`;
}
