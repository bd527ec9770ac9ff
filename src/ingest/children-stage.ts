import { quoteIdentifier } from '../catalogue/database.ts';
import { childRowsColumn } from '../interpret/child-rows.ts';
import { CHILD_PASSTHROUGH } from '../interpret/passthrough.ts';
import { INTERPRETERS } from '../interpret/registry.ts';
import { CHILD_NAMES, columnsOfChild, type ChildName } from '../vocabulary/children.ts';
import {
  interpretTuples,
  ISSUES_TYPE,
  joinInterpretations,
  type Interpretation,
  type JoinedInterpretations,
} from './interpret-stage.ts';
import { turnRelations } from './relation-turn.ts';
import { protectionJoin, withheldColumnSql, type Protection } from './protect-stage.ts';
import { extensionsOf, type Stage } from './stage.ts';
import { createTermsView } from './terms-view.ts';

/** Child tables that extensions fill; the others come from the record's own columns alone. */
const TARGETS = ['identification', 'media', 'measurement', 'relation'] as const satisfies readonly ChildName[];
type Target = (typeof TARGETS)[number];

/** Of what a row of a relation is said, where that is not its record; in the table as `subject`. */
const SUBJECT = 'resourceID';

/**
 * Fills `child_<name>` (row and the child's columns) from the rows that record interpreters hand over, columns of the
 * record and extension rows, one after the other, rows ascending in each; and `child_issues` (row, issues). Needs
 * `interpreted`; protected values are left out.
 */
export async function buildChildren(
  stage: Stage,
  protections: readonly Protection[],
  recordInterpretations: readonly Interpretation[],
): Promise<void> {
  const { database } = stage;
  await database.run(`create table child_issues (row INTEGER, issues ${ISSUES_TYPE})`);
  for (const child of CHILD_NAMES) {
    stage.signal?.throwIfAborted();
    stage.onStep(`nested rows: ${child}`);
    const columns = columnsOfChild(child).map(([name]) => quoteIdentifier(name));
    const parts = [
      ...fromRecords(child, recordInterpretations),
      ...fromRecordColumns(child),
      ...(isTarget(child) ? await fromExtensions(stage, child, protections) : []),
    ];
    const definition = columnsOfChild(child).map(([name, type]) => `${quoteIdentifier(name)} ${type}`);
    await database.run(`create table child_${child} (row INTEGER, ${definition.join(', ')})`);
    // Each part is in the order of the records; readers bring the parts together, which is cheaper than sorting here.
    for (const sql of parts) {
      await database.run(`insert into child_${child} select row, ${columns.join(', ')} from (${sql})`);
    }
  }
}

function isTarget(child: ChildName): child is Target {
  return (TARGETS as readonly ChildName[]).includes(child);
}

/** Rows that interpreters of the record hand over, such as the people in recordedBy. */
function fromRecords(child: ChildName, interpretations: readonly Interpretation[]): string[] {
  const column = childRowsColumn(child);
  return interpretations
    .filter(({ interpreter, table }) => table !== undefined && column in interpreter.outputs)
    .map(({ interpreter }) => {
      const list = quoteIdentifier(`${column} ${interpreter.name}`);
      return `select row, n, unnest(item) from (select row, generate_subscripts(${list}, 1)::integer as n, unnest(${list}) as item from interpreted)`;
    });
}

/** Rows that restate columns of the record: its identification, its activities. */
function fromRecordColumns(child: ChildName): string[] {
  if (child === 'identification') {
    return [
      `select row, 1 as n, scientificName, canonicalName, taxonRank, identifiedBy, dateIdentified, dateIdentifiedBegin, dateIdentifiedEnd,
         typeStatus, true as isCurrent, null::varchar as remarks
       from interpreted where scientificName is not null or len(identifiedBy) > 0 or dateIdentified is not null or len(typeStatus) > 0`,
    ];
  }
  return child === 'activity' ? ACTIVITIES.map(activitySql) : [];
}

interface ActivityColumns {
  readonly type: string;
  /** The span and the agents of whom the activity is known. */
  readonly date: string;
  readonly agent: string;
  /** SQL of the place and the technique. */
  readonly place: string;
  readonly technique: string;
}

const ACTIVITIES: readonly ActivityColumns[] = [
  {
    type: 'gathering',
    date: 'eventDate',
    agent: 'recordedBy',
    place: `nullif(concat_ws(', ', locality, stateProvince, country), '')`,
    technique: 'samplingProtocol',
  },
  {
    type: 'production',
    date: 'productionDate',
    agent: 'maker',
    place: `nullif(array_to_string(productionPlace, ', '), '')`,
    technique: `nullif(array_to_string(technique, ', '), '')`,
  },
  { type: 'acquisition', date: 'acquisitionDate', agent: 'acquiredFrom', place: 'null', technique: 'null' },
  { type: 'identification', date: 'dateIdentified', agent: 'identifiedBy', place: 'null', technique: 'null' },
];

function activitySql({ type, date, agent, place, technique }: ActivityColumns, index: number): string {
  return `select row, ${index} as n, '${type}' as type, ${date} as date, ${date}Begin as dateBegin, ${date}End as dateEnd,
      case when ${date} is not null then 'recorded' end as dateBasis, ${place} as place, ${technique} as technique
    from interpreted where ${date} is not null or len(${agent}) > 0`;
}

async function fromExtensions(stage: Stage, child: Target, protections: readonly Protection[]): Promise<string[]> {
  const { database } = stage;
  const tables = extensionsOf(stage.tables).filter(([, table]) => table.child === child);
  if (tables.length === 0) return [];
  const interpreters = INTERPRETERS.filter(({ target }) => target === child);
  const passthrough = CHILD_PASSTHROUGH[child] ?? {};
  const wanted = new Set([
    ...interpreters.flatMap(({ inputs }) => inputs),
    ...Object.values(passthrough).flat(),
    ...(child === 'relation' ? [SUBJECT] : []),
  ]);
  const view = await createTermsView(stage, {
    name: `terms_${child}`,
    wanted,
    parts: tables.map(([ordinal, table]) => ({
      table,
      keys: `e.row, (e.n + ${ordinal} * 1000000)::integer as n`,
      from: `extension_${ordinal} e join raw_${ordinal} raw on raw.rowid = e.rawRow`,
    })),
  });
  const interpretations: Interpretation[] = [];
  for (const interpreter of interpreters) interpretations.push(await interpretTuples(stage, view, interpreter));
  const { sql, columnOf, issues } = joinInterpretations(interpretations, 't');
  const unlessWithheld = (column: {
    readonly name: string;
    readonly terms: readonly string[];
    readonly value: string;
  }) => {
    const withheld = withheldColumnSql(protections, { name: column.name, terms: column.terms, survivesGrid: false });
    const value = withheld === undefined ? column.value : `case when ${withheld} then null else ${column.value} end`;
    return `${value} as ${quoteIdentifier(column.name)}`;
  };
  const selected = columnsOfChild(child).map(([name, type]) => {
    const value = childColumnSql({ child, name, type, view: view.terms, interpretations, columnOf });
    const terms = termsOfColumn(name, passthrough, interpretations);
    return unlessWithheld({ name, terms, value });
  });
  const isSaidOfOthers = child === 'relation' && view.terms.has(SUBJECT);
  if (isSaidOfOthers)
    selected.push(unlessWithheld({ name: 'subject', terms: [SUBJECT], value: `t.${quoteIdentifier(SUBJECT)}` }));
  const table = `extended_${child}`;
  await database.run(
    `create table ${table} as select t.row, t.n, ${selected.join(', ')}, ${issues} as issues
     from ${view.name} t ${sql} ${protectionJoin(protections, 't.row')} order by t.row, t.n`,
  );
  await database.run(`insert into child_issues select row, issues from ${table} where len(issues) > 0`);
  if (isSaidOfOthers) await turnRelations(database, table);
  return [`select * from ${table}`];
}

function termsOfColumn(
  name: string,
  passthrough: Readonly<Record<string, readonly string[]>>,
  interpretations: readonly Interpretation[],
): readonly string[] {
  const interpreter = interpretations.find(({ interpreter: { outputs } }) => name in outputs);
  return [...(passthrough[name] ?? []), ...(interpreter?.interpreter.inputs ?? [])];
}

function childColumnSql(options: {
  readonly child: Target;
  readonly name: string;
  readonly type: string;
  readonly view: ReadonlySet<string>;
  readonly interpretations: readonly Interpretation[];
  readonly columnOf: JoinedInterpretations['columnOf'];
}): string {
  const { child, name, type, view, interpretations, columnOf } = options;
  if (child === 'identification' && name === 'isCurrent') return 'false';
  const index = interpretations.findIndex(({ interpreter }) => name in interpreter.outputs);
  const terms = (CHILD_PASSTHROUGH[child]?.[name] ?? [])
    .filter((term) => view.has(term))
    .map((term) => `t.${quoteIdentifier(term)}`);
  const values = [...(index < 0 ? [] : [columnOf(index, name)]), ...terms];
  if (values.length === 0) return `null::${type}`;
  return values.length === 1 ? values[0]! : `coalesce(${values.join(', ')})`;
}
