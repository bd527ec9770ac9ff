import { quoteIdentifier, quoteLiteral } from '../catalogue/database.ts';
import type { Profile, ProtectionRule } from '../source/profile.ts';
import type { SourceTable } from '../source/source.ts';
import { DARWIN_CORE } from '../vocabulary/terms.ts';
import { coresOf, type Stage } from './stage.ts';
import { termSql } from './work-tables.ts';

/** What `location` stands for in a rule: all terms of place, and the free texts that usually repeat the place. */
export const LOCATION_TERMS: readonly string[] = [
  ...DARWIN_CORE.location,
  'verbatimLabel',
  'fieldNotes',
  'eventRemarks',
  'productionPlace',
  'subjectPlace',
  'spatial',
];

/** What stays when a place is generalised to a grid. */
const KEPT_WHEN_GENERALISED: ReadonlySet<string> = new Set([
  'continent',
  'country',
  'countryCode',
  'stateProvince',
  'geodeticDatum',
]);
const COORDINATE_TERMS = new Set(['decimalLatitude', 'decimalLongitude']);

export interface Protection {
  readonly rule: ProtectionRule;
  /** Terms whose values protected records do not show. */
  readonly terms: ReadonlySet<string>;
  /** Headers of columns without a term. */
  readonly headers: ReadonlySet<string>;
  /** Column of `protection` that is true for the records to which the rule applies. */
  readonly flag: string;
}

/** The rules that hold today, and `protection` (row, rule0, rule1, …) for the records to which any applies. Empty where no rule holds, and then there is no such table. */
export async function findProtected(
  stage: Stage,
  profile: Profile | undefined,
  today: string,
): Promise<readonly Protection[]> {
  const holding = (profile?.protect ?? []).filter(({ until }) => until === undefined || today < until);
  if (holding.length === 0) return [];
  const protections = holding.map((rule, index): Protection => ({
    rule,
    ...withheldBy(rule, profile),
    flag: `rule${index}`,
  }));
  const selects = coresOf(stage.tables).map(([ordinal, table]) => {
    const flags = protections.map(({ rule, flag }) => `${conditionSql(rule, table)} as ${flag}`);
    return `select core.row, ${flags.join(', ')} from core join raw_${ordinal} raw on core.source = ${ordinal} and raw.rowid = core.row - ${stage.firstRows.get(ordinal) ?? 0}`;
  });
  const any = protections.map(({ flag }) => flag).join(' or ');
  await stage.database.run(
    `create table protection as select * from (${selects.join(' union all ')}) where ${any} order by row`,
  );
  return protections;
}

function withheldBy(
  { withhold, generalise }: ProtectionRule,
  profile: Profile | undefined,
): {
  readonly terms: ReadonlySet<string>;
  readonly headers: ReadonlySet<string>;
} {
  const terms = new Set<string>();
  const headers = new Set<string>();
  for (const name of withhold) {
    const header = /^verbatim\["(.*)"\]$/u.exec(name)?.[1];
    if (header !== undefined) headers.add(header);
    else if (name === 'location') for (const term of LOCATION_TERMS) terms.add(term);
    else terms.add(name);
  }
  if (generalise !== undefined)
    for (const term of LOCATION_TERMS) if (!KEPT_WHEN_GENERALISED.has(term)) terms.add(term);
  // What a withheld value was put together from is withheld too.
  for (const term of terms) {
    const mapping = profile?.columns[term];
    if (mapping?.kind === 'from') for (const header of mapping.from) headers.add(header);
  }
  return { terms, headers };
}

function conditionSql({ when }: ProtectionRule, table: SourceTable): string {
  if (when === undefined) return 'true';
  const value = 'term' in when.field ? termSql(table, when.field.term, 'raw') : headerSql(table, when.field.header);
  if (value === undefined) return 'false';
  const folded = `lower(strip_accents(${value}))`;
  if (when.kind === 'in')
    return `coalesce(${folded} in (${when.values.map((item) => `lower(strip_accents(${quoteLiteral(item)}))`).join(', ')}), false)`;
  const pattern = when.pattern
    .replaceAll(/[\\%_]/gu, '\\$&')
    .replaceAll('*', '%')
    .replaceAll('?', '_');
  return `coalesce(${folded} like lower(strip_accents(${quoteLiteral(pattern)})) escape '\\', false)`;
}

function headerSql(table: SourceTable, header: string): string | undefined {
  const position = table.columns.findIndex((column) => column.header === header);
  return position < 0 ? undefined : `trim(raw.c${position})`;
}

/** The condition, over `protection` as `p`, under which a column of a source is withheld; undefined where none withholds it. */
export function withheldSql(
  protections: readonly Protection[],
  column: { readonly header: string; readonly term?: string },
): string | undefined {
  const flags = protections.filter(
    ({ terms, headers }) => (column.term !== undefined && terms.has(column.term)) || headers.has(column.header),
  );
  return flags.length === 0 ? undefined : flags.map(({ flag }) => `coalesce(p.${flag}, false)`).join(' or ');
}

/**
 * The condition under which an interpreted column is withheld: where it rests on any withheld term. What a grid keeps,
 * and the coordinates that it rounds, stay.
 */
export function withheldColumnSql(
  protections: readonly Protection[],
  column: { readonly name: string; readonly terms: readonly string[]; readonly survivesGrid: boolean },
): string | undefined {
  const flags = protections.filter(({ rule, terms }) => {
    if (!column.terms.some((term) => terms.has(term))) return false;
    return !(column.survivesGrid && rule.generalise !== undefined && !rule.withhold.includes('location'));
  });
  return flags.length === 0 ? undefined : flags.map(({ flag }) => `coalesce(p.${flag}, false)`).join(' or ');
}

/** Interpreted columns that stay beside generalised coordinates. */
export const SURVIVES_GRID: ReadonlySet<string> = new Set([
  'decimalLatitude',
  'decimalLongitude',
  'hasCoordinate',
  'hasGeospatialIssue',
  'country',
  'countryCode',
  'possibleCountryCodes',
  'continent',
  'historicPlace',
  'stateProvince',
]);

/** A coordinate rounded down to the grid of the rules that apply. */
export function gridSql(protections: readonly Protection[], name: string, value: string): string {
  if (!COORDINATE_TERMS.has(name)) return value;
  const cases = protections.flatMap(({ rule, flag }) => {
    const grid = rule.generalise?.grid;
    return grid === undefined
      ? []
      : [`when coalesce(p.${flag}, false) then round(floor(${value} / ${grid}) * ${grid}, 6)`];
  });
  return cases.length === 0 ? value : `case ${cases.join(' ')} else ${value} end`;
}

/** The sentences that say what was withheld (`informationWithheld`) or generalised (`dataGeneralizations`). */
export function statementSql(
  protections: readonly Protection[],
  column: 'informationWithheld' | 'dataGeneralizations',
  own: string,
): string {
  const parts = protections.flatMap(({ rule, flag }) => {
    const { generalise, withhold, reason } = rule;
    const text =
      column === 'dataGeneralizations'
        ? generalise === undefined
          ? undefined
          : `Coordinates rounded down to a grid of ${generalise.grid}°, details of the place left out: ${reason}`
        : withhold.length === 0
          ? undefined
          : `${withhold.map((name) => (name === 'location' ? 'Location' : name)).join(', ')} withheld: ${reason}`;
    return text === undefined ? [] : [`case when coalesce(p.${flag}, false) then ${quoteLiteral(text)} end`];
  });
  return parts.length === 0 ? own : `nullif(concat_ws(' | ', ${[own, ...parts].join(', ')}), '')`;
}

/** SQL of `protection` joined as `p`, or nothing where no rule holds. */
export function protectionJoin(protections: readonly Protection[], row: string): string {
  return protections.length === 0 ? '' : `left join protection p on p.row = ${row}`;
}

/** Keeps what protection took out, for the museum alone. */
export async function keepWithheld(stage: Stage, protections: readonly Protection[], path: string): Promise<void> {
  const selects = coresOf(stage.tables).flatMap(([ordinal, table]) =>
    table.columns.flatMap((column, position) => {
      const condition = withheldSql(protections, column);
      if (condition === undefined) return [];
      return [
        `select core.key, ${quoteLiteral(column.header)} as header, raw.${quoteIdentifier(`c${position}`)} as value
         from protection p join core using (row) join raw_${ordinal} raw on core.source = ${ordinal} and raw.rowid = core.row - ${stage.firstRows.get(ordinal) ?? 0}
         where (${condition}) and raw.${quoteIdentifier(`c${position}`)} is not null`,
      ];
    }),
  );
  if (selects.length > 0)
    await stage.database.run(`copy (${selects.join(' union all ')}) to ${quoteLiteral(path)} (format parquet)`);
}
