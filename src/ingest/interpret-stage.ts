import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { quoteIdentifier, quoteLiteral } from '../catalogue/database.ts';
import type { Interpreter } from '../interpret/interpreter.ts';
import { interpretBatches } from '../interpret/pool.ts';
import type { TupleBatch } from '../interpret/worker.ts';
import type { Stage } from './stage.ts';

/** Tuples whose texts are in memory together. */
const SLICE = 131_072;

export const ISSUES_TYPE = 'STRUCT(code VARCHAR, term VARCHAR, detail VARCHAR)[]';

/** Terms as columns of a view, and which of them the source has. */
export interface TermsView {
  readonly name: string;
  readonly terms: ReadonlySet<string>;
}

/** The results of one interpreter: a table of distinct inputs beside outputs. */
export interface Interpretation {
  readonly interpreter: Interpreter;
  /** Absent where the source has none of the inputs and nothing follows from that. */
  readonly table?: string;
  /** The inputs that the source has; the join is on them. */
  readonly inputs: readonly string[];
}

/**
 * Interprets each distinct tuple of the interpreter's inputs once, in worker threads, and leaves the results in a table
 * with the columns of inputs and outputs and `issues`. Tuples that an earlier build interpreted come from the cache. No table
 * is made where the source has none of the inputs and nothing follows from that.
 */
export async function interpretTuples(
  stage: Stage,
  view: TermsView,
  interpreter: Interpreter,
): Promise<Interpretation> {
  const { database } = stage;
  const inputs = interpreter.inputs.filter((term) => view.terms.has(term));
  if (inputs.length === 0 && followsNothing(stage, interpreter)) return { interpreter, inputs };
  const name = `${interpreter.target}-${interpreter.name}`;
  const table = quoteIdentifier(`value ${name}`);
  const tuples = quoteIdentifier(`tuple ${name}`);
  const columns = inputs.map(inputColumn);
  const outputs = Object.keys(interpreter.outputs).map(quoteIdentifier);
  const cache = cachePath(stage, interpreter, inputs);
  const distinct =
    inputs.length === 0
      ? 'select 1 as one'
      : `select distinct ${inputs.map((term) => `${inputValue(interpreter, { term, inputs, alias: 'v' })} as ${inputColumn(term)}`).join(', ')} from ${view.name} v`;

  await database.run(`create table ${tuples} as select * from (${distinct}) d`);
  const same =
    inputs.length === 0
      ? 'true'
      : columns.map((column) => `t.${column} is not distinct from v.${column}`).join(' and ');
  const selected = [...columns, ...outputs, 'issues'].map((column) => `v.${column}`).join(', ');
  const isCached = existsSync(cache);
  if (isCached) {
    await database.run(
      `create table ${table} as select ${selected} from ${tuples} t join read_parquet(${quoteLiteral(cache)}) v on ${same}`,
    );
    await database.run(
      `create or replace table ${tuples} as select t.* from ${tuples} t where not exists (select 1 from ${table} v where ${same})`,
    );
  }
  const fresh = await interpretFresh(stage, interpreter, { tuples, inputs, name });
  const freshRows = `select ${[...columns.map((column) => `t.${column}`), ...outputs.map((column) => `v.${column}`), 'v.issues'].join(', ')}
    from (select rowid as id, * from ${tuples}) t join ${fresh.rows} v on t.id = v.id`;
  await database.run(isCached ? `insert into ${table} ${freshRows}` : `create table ${table} as ${freshRows}`);
  rmSync(fresh.path);
  if (!isCached || fresh.count > 0) await writeCache(stage, table, cache);
  await database.run(`drop table ${tuples}`);
  return { interpreter, table, inputs };
}

/** Whether the interpreter says nothing where nothing is written. Each table that is not made saves a join over all rows. */
function followsNothing({ context }: Stage, interpreter: Interpreter): boolean {
  const nothing = interpreter.inputs.map(() => null);
  const { output, issues } = interpreter.interpret(nothing, context);
  return issues.length === 0 && Object.values(output).every((value) => value === undefined || value === null);
}

/** Inputs and outputs often share a name. */
function inputColumn(term: string): string {
  return quoteIdentifier(`in ${term}`);
}

/** What an interpreter gets of a term: nothing where it does not matter. */
function inputValue(
  { onlyWhere }: Interpreter,
  { term, inputs, alias }: { readonly term: string; readonly inputs: readonly string[]; readonly alias: string },
): string {
  const value = `${alias}.${quoteIdentifier(term)}`;
  if (onlyWhere?.inputs.includes(term) !== true) return value;
  if (!inputs.includes(onlyWhere.term)) return 'null::varchar';
  const other = `${alias}.${quoteIdentifier(onlyWhere.term)}`;
  return `case when regexp_matches(lower(${other}), ${quoteLiteral(onlyWhere.pattern)}) then ${value} end`;
}

async function writeCache({ database, cacheFolder }: Stage, table: string, path: string): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true, mode: 0o700 });
  await database.run(`copy ${table} to ${quoteLiteral(`${path}.new`)} (format parquet, compression zstd)`);
  renameSync(`${path}.new`, path);
}

function cachePath({ cacheFolder, context }: Stage, interpreter: Interpreter, inputs: readonly string[]): string {
  const shape = JSON.stringify([inputs, interpreter.outputs, context]);
  const hash = createHash('sha256').update(shape).digest('hex').slice(0, 16);
  return join(cacheFolder, `${interpreter.target}-${interpreter.name}-${interpreter.version}-${hash}.parquet`);
}

interface Fresh {
  readonly path: string;
  readonly count: number;
  /** SQL of a table function with `id` (the tuple's rowid), outputs and issues. */
  readonly rows: string;
}

async function interpretFresh(
  stage: Stage,
  interpreter: Interpreter,
  { tuples, inputs, name }: { readonly tuples: string; readonly inputs: readonly string[]; readonly name: string },
): Promise<Fresh> {
  const path = join(stage.workFolder, `${name}.ndjson`);
  const file = createWriteStream(path);
  const [counted] = await stage.database.query<{ count: number }>(`select count(*) as count from ${tuples}`);
  const count = counted?.count ?? 0;
  const batches = tupleBatches(stage, interpreter, { tuples, inputs, count });
  for await (const lines of interpretBatches({
    name: interpreter.name,
    target: interpreter.target,
    context: stage.context,
    batches,
  })) {
    stage.signal?.throwIfAborted();
    if (!file.write(lines)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
  const columns = { id: 'BIGINT', ...interpreter.outputs, issues: ISSUES_TYPE };
  const struct = Object.entries(columns).map(([column, type]) => `${quoteLiteral(column)}: ${quoteLiteral(type)}`);
  const rows = `read_json(${quoteLiteral(path)}, format = 'newline_delimited', maximum_object_size = 67108864, columns = {${struct.join(', ')}})`;
  return { path, count, rows };
}

async function* tupleBatches(
  { database }: Stage,
  interpreter: Interpreter,
  { tuples, inputs, count }: { readonly tuples: string; readonly inputs: readonly string[]; readonly count: number },
): AsyncGenerator<TupleBatch> {
  const present = interpreter.inputs.filter((term) => inputs.includes(term));
  for (let from = 0; from < count; from += SLICE) {
    const slice = `(select rowid as id, * from ${tuples} where rowid >= ${from} and rowid < ${from + SLICE})`;
    const columns = present.length === 0 ? [`''`] : present.map(inputColumn);
    for (const pack of await database.packs(slice, 'id', columns)) {
      yield {
        ids: pack.rows,
        columns: interpreter.inputs.map((term) => pack.columns[present.indexOf(term)]),
      };
    }
  }
}

export interface JoinedInterpretations {
  readonly sql: string;
  /** SQL of an interpretation's column. */
  readonly columnOf: (index: number, name: string) => string;
  /** SQL of the issues of all of them, as one list. */
  readonly issues: string;
}

/** The joins that bring interpretations to the rows of `alias`. */
export function joinInterpretations(interpretations: readonly Interpretation[], alias: string): JoinedInterpretations {
  const aliasOf = (index: number) => `i${index}`;
  const joins: string[] = [];
  const issues: string[] = [];
  for (const [index, { interpreter, table, inputs }] of interpretations.entries()) {
    if (table === undefined) continue;
    const on = inputs.map(
      (term) =>
        `${inputValue(interpreter, { term, inputs, alias })} is not distinct from ${aliasOf(index)}.${inputColumn(term)}`,
    );
    joins.push(`left join ${table} ${aliasOf(index)} on ${on.length === 0 ? 'true' : on.join(' and ')}`);
    issues.push(`coalesce(${aliasOf(index)}.issues, [])`);
  }
  return {
    sql: joins.join('\n'),
    columnOf: (index, name) => {
      const { table, interpreter } = interpretations[index]!;
      return table === undefined ? `null::${interpreter.outputs[name]}` : `${aliasOf(index)}.${quoteIdentifier(name)}`;
    },
    issues: issues.length === 0 ? `[]::${ISSUES_TYPE}` : `flatten([${issues.join(', ')}])`,
  };
}
