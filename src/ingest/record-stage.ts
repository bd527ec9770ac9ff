import { renameSync } from 'node:fs';
import { quoteIdentifier, quoteLiteral } from '../catalogue/database.ts';
import { LATEST_LIKELY_YEAR } from '../interpret/date-columns.ts';
import { MIDS_TERMS, midsLevelSql } from '../interpret/mids.ts';
import { FALLBACK, PASSTHROUGH } from '../interpret/passthrough.ts';
import { INTERPRETERS } from '../interpret/registry.ts';
import { CHILD_NAMES } from '../vocabulary/children.ts';
import { columnsOf, FIELDS } from '../vocabulary/fields.ts';
import { LOCATING_ISSUES } from '../vocabulary/issues.ts';
import {
  interpretTuples,
  joinInterpretations,
  type Interpretation,
  type JoinedInterpretations,
} from './interpret-stage.ts';
import {
  gridSql,
  protectionJoin,
  statementSql,
  SURVIVES_GRID,
  withheldColumnSql,
  type Protection,
} from './protect-stage.ts';
import { coresOf, PARQUET, type Stage } from './stage.ts';
import { createTermsView } from './terms-view.ts';

/** Columns that the stages of ingest fill themselves. */
const OWN_COLUMNS: ReadonlySet<string> = new Set([
  'key',
  'recordType',
  'datasetKey',
  'identifier',
  'mediaCount',
  'mediaType',
  'issue',
  'midsLevel',
  'informationWithheld',
  'dataGeneralizations',
]);
const OWN_TERMS = ['informationWithheld', 'dataGeneralizations'];
const CHILD_ROWS = new Set(CHILD_NAMES.map((child) => `${child}Rows`));

/**
 * Interprets the core rows into `interpreted`: row, every column of FIELDS that ingest does not fill itself, the lists of
 * child rows that interpreters hand over, and the issues. Protected values are left out here and nowhere later.
 */
export async function interpretRecords(
  stage: Stage,
  protections: readonly Protection[],
): Promise<readonly Interpretation[]> {
  const { database } = stage;
  const interpreters = INTERPRETERS.filter(({ target }) => target === 'record');
  const wanted = new Set([
    ...interpreters.flatMap(({ inputs }) => inputs),
    ...Object.values(PASSTHROUGH).flat(),
    ...Object.values(FALLBACK).flat(),
    ...OWN_TERMS,
    ...MIDS_TERMS,
  ]);
  const view = await createTermsView(stage, {
    name: 'terms_record',
    wanted,
    parts: coresOf(stage.tables).map(([ordinal, table]) => ({
      table,
      keys: `(raw.rowid + ${stage.firstRows.get(ordinal) ?? 0})::integer as row`,
      from: `raw_${ordinal} raw`,
    })),
  });
  const interpretations: Interpretation[] = [];
  for (const interpreter of interpreters) {
    stage.signal?.throwIfAborted();
    stage.onStep(`reading values: ${interpreter.name}`);
    interpretations.push(await interpretTuples(stage, view, interpreter));
  }
  stage.onStep('joining values');
  const { sql, columnOf, issues } = joinInterpretations(interpretations, 't');
  const has = (term: string) => view.terms.has(term);
  const selected = [
    ...recordColumns().map(([name, type]) => {
      const { value, terms } = columnSql(name, type, { has, interpretations, columnOf });
      return `${protectedSql(protections, { name, value, terms })} as ${quoteIdentifier(name)}`;
    }),
    ...interpretations.flatMap(({ interpreter, table }, index) =>
      Object.keys(interpreter.outputs)
        .filter((output) => table !== undefined && CHILD_ROWS.has(output))
        .map((output) => {
          const value = columnOf(index, output);
          const rows = protectedSql(protections, { name: output, value, terms: interpreter.inputs });
          return `${rows} as ${quoteIdentifier(`${output} ${interpreter.name}`)}`;
        }),
    ),
    ...OWN_TERMS.map((term) => {
      const own = has(term) ? `t.${term}` : 'null::varchar';
      return `${statementSql(protections, term as 'informationWithheld' | 'dataGeneralizations', own)} as ${term}`;
    }),
    `${statedSql(protections, has)} as stated`,
  ];
  await database.run(
    `create table interpreted as select t.row, ${selected.join(', ')}, ${issuesSql(protections, issues)} as issues
     from ${view.name} t ${sql} ${protectionJoin(protections, 't.row')}`,
  );
  // They are a good part of the memory, and nothing asks them any more.
  for (const { table } of interpretations) if (table !== undefined) await database.run(`drop table ${table}`);
  return interpretations;
}

/** Which of MIDS_TERMS the museum states, one bit each, as far as they are public. */
function statedSql(protections: readonly Protection[], has: (term: string) => boolean): string {
  const bits = MIDS_TERMS.flatMap((term, bit) => {
    if (!has(term)) return [];
    const withheld = withheldColumnSql(protections, {
      name: term,
      terms: [term],
      survivesGrid: SURVIVES_GRID.has(term),
    });
    const stated = `t.${quoteIdentifier(term)} <> ''`;
    const condition = withheld === undefined ? stated : `${stated} and not (${withheld})`;
    return [`case when ${condition} then ${2n ** BigInt(bit)} else 0 end`];
  });
  return bits.length === 0 ? '0::bigint' : `(${bits.join(' + ')})::bigint`;
}

/** The columns of the `record` table that interpretation fills, with their types. */
function recordColumns(): (readonly [string, string])[] {
  return FIELDS.filter(({ name }) => !OWN_COLUMNS.has(name)).flatMap((field) => columnsOf(field));
}

function columnSql(
  name: string,
  type: string,
  options: {
    readonly has: (term: string) => boolean;
    readonly interpretations: readonly Interpretation[];
    readonly columnOf: JoinedInterpretations['columnOf'];
  },
): { readonly value: string; readonly terms: readonly string[] } {
  const { has, interpretations, columnOf } = options;
  const index = interpretations.findIndex(({ interpreter }) => name in interpreter.outputs);
  const copied = [...(PASSTHROUGH[name] ?? []), ...(FALLBACK[name] ?? [])];
  const cells = copied.filter(has).map((term) => `t.${quoteIdentifier(term)}`);
  const values = [...(index < 0 ? [] : [columnOf(index, name)]), ...cells];
  const value =
    values.length === 0 ? `null::${type}` : values.length === 1 ? values[0]! : `coalesce(${values.join(', ')})`;
  const interpreter = interpretations[index]?.interpreter;
  return { value, terms: [...(interpreter?.restsOn?.[name] ?? interpreter?.inputs ?? []), ...copied] };
}

function protectedSql(
  protections: readonly Protection[],
  column: { readonly name: string; readonly value: string; readonly terms: readonly string[] },
): string {
  const { name, value, terms } = column;
  const withheld = withheldColumnSql(protections, { name, terms, survivesGrid: SURVIVES_GRID.has(name) });
  const kept = gridSql(protections, name, value);
  return withheld === undefined ? kept : `case when ${withheld} then null else ${kept} end`;
}

/** Details of issues quote values, so protected records keep the codes only, and of these none that is a place by itself. */
function issuesSql(protections: readonly Protection[], issues: string): string {
  if (protections.length === 0) return issues;
  const any = protections.map(({ flag }) => `coalesce(p.${flag}, false)`).join(' or ');
  const locating = [...LOCATING_ISSUES].map(quoteLiteral).join(', ');
  const kept = `list_filter(${issues}, lambda x: x.code not in (${locating}))`;
  return `case when ${any} then list_transform(${kept}, lambda x: {'code': x.code, 'term': x.term, 'detail': null::varchar}) else ${issues} end`;
}

/**
 * Writes record.parquet: the whole row of each record, with what the other stages found: key, identifier, media, and the
 * issues, which the edition's view of the table leaves out. Needs `core`, `state`, `interpreted` and the child tables.
 */
export async function writeRecordTable(stage: Stage, path: string): Promise<void> {
  const { database, datasetKey } = stage;
  stage.onStep('putting records together');
  await database.run(
    `create table media_summary as select row, count(*)::double as mediaCount, list_sort(list_distinct(list(type))) as mediaType
     from child_media group by row`,
  );
  await database.run(
    `create table child_issue_list as select row, flatten(list(issues)) as issues from child_issues group by row`,
  );
  const columns = FIELDS.flatMap((field) => columnsOf(field)).map(
    ([name, type]) => `${ownSql(name, datasetKey)}::${type} as ${quoteIdentifier(name)}`,
  );
  const issues = `flatten([${recordIssues()}, coalesce(x.issues, []), ${identityIssues()}])`;
  await database.run(
    `copy (select c.row, ${columns.join(', ')}, s.stateHash, i.allIssues as issues from (
       select i.*, case when len(${issues}) > 1 then list_distinct(${issues}) else ${issues} end as allIssues
       from interpreted i join core c using (row) left join child_issue_list x using (row)
     ) i join core c using (row) join state s using (row) left join media_summary m using (row)) to ${quoteLiteral(path)} ${PARQUET}`,
  );
  await sortByRow(stage, path);
}

/** Joins usually keep the order of their left side; where they did not, the file is sorted, since slices are read by it. */
async function sortByRow({ database }: Stage, path: string): Promise<void> {
  const [found] = await database.query<{ unsorted: number }>(
    `select count(*) as unsorted from read_parquet(${quoteLiteral(path)}, file_row_number = true) where file_row_number <> row`,
  );
  if ((found?.unsorted ?? 0) === 0) return;
  const sorted = `${path}.sorted`;
  await database.run(
    `copy (select * from read_parquet(${quoteLiteral(path)}) order by row) to ${quoteLiteral(sorted)} ${PARQUET}`,
  );
  renameSync(sorted, path);
}

/** Columns of the record that a term of the standard is read into under its own name. */
const READ_COLUMNS: ReadonlySet<string> = new Set(
  recordColumns()
    .map(([name]) => name)
    // Every record is shown under a title; only one that the museum gave is a name.
    .filter((name) => name !== 'title'),
);

const MIDS_LEVEL = midsLevelSql({
  has: (term) => {
    const stated = `(i.stated & ${2n ** BigInt(MIDS_TERMS.indexOf(term))}) <> 0`;
    if (term === 'media') return 'coalesce(m.mediaCount, 0) > 0';
    if (term === 'identifier') return `(${stated} or c.identifier is not null)`;
    return READ_COLUMNS.has(term) ? `(${stated} or i.${quoteIdentifier(term)} is not null)` : stated;
  },
  isGeological: `coalesce(i.kind[1] in ('fossil', 'mineral'), false)`,
});

function ownSql(name: string, datasetKey: string): string {
  switch (name) {
    case 'key':
    case 'recordType':
    case 'identifier':
      return `c.${name}`;
    case 'datasetKey':
      return quoteLiteral(datasetKey);
    case 'mediaCount':
      return 'coalesce(m.mediaCount, 0)';
    case 'mediaType':
      return 'm.mediaType';
    case 'issue':
      return `case when len(i.allIssues) = 0 then [] else list_sort(list_distinct(list_transform(i.allIssues, lambda x: x.code))) end`;
    case 'midsLevel':
      return `case when c.recordType = 'object' then ${MIDS_LEVEL} end`;
    case 'kind':
      return `case when c.recordType = 'object' then i.kind end`;
    case 'title':
      return `coalesce(i.title, c.identifier)`;
    default:
      return `i.${quoteIdentifier(name)}`;
  }
}

/** Only objects have a kind, so only of them can it be uncertain. */
function recordIssues(): string {
  return `list_filter(i.issues, lambda x: c.recordType = 'object' or x.code <> 'KIND_UNCERTAIN')`;
}

/** A day or a moment as databases write it: ISO 8601, or a day and a month beside a year of four digits. */
const READABLE_DAY =
  '^(?:[0-9]{4}(?:[-/.]?[0-9]{1,2}(?:[-/.]?[0-9]{1,2})?)?|[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ][0-9]{4}|(?:[0-9]{1,2}[-. ]+)?[[:alpha:]]{3,9}[-., ]+(?:[0-9]{1,2},? +)?[0-9]{4})(?:[T ,].*)?$';

/** Issues of the row itself: repairs, a missing or repeated identifier, when it was last changed. */
function identityIssues(): string {
  const issue = (code: string, detail: string, term?: string) =>
    `[{'code': '${code}', 'term': ${term === undefined ? 'null::varchar' : quoteLiteral(term)}, 'detail': ${detail}}]`;
  return `flatten([
    case when c.repair is null then [] else list_transform(string_split(c.repair, ' '), lambda r: {'code': r, 'term': null::varchar, 'detail': null::varchar}) end,
    case when c.identifier is null then ${issue('IDENTIFIER_MISSING', 'null::varchar')} else [] end,
    case when not regexp_matches(i.modified, ${quoteLiteral(READABLE_DAY)}) then ${issue('MODIFIED_DATE_INVALID', 'i.modified', 'modified')}
      when not try_cast(regexp_extract(i.modified, '[0-9]{4}') as integer) between 1970 and ${LATEST_LIKELY_YEAR} then ${issue('MODIFIED_DATE_UNLIKELY', 'i.modified', 'modified')}
      else [] end,
    case when c.isRepeated then ${issue('IDENTIFIER_DUPLICATE', 'c.identifier')} else [] end])`;
}
