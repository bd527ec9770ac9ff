import { quoteIdentifier, quoteLiteral } from '../catalogue/database.ts';
import type { IssueCode } from '../vocabulary/issues.ts';
import { ISSUES_TYPE } from './interpret-stage.ts';
import { protectionJoin, withheldColumnSql, type Protection } from './protect-stage.ts';
import { coresOf, type Stage } from './stage.ts';
import { createTermsView } from './terms-view.ts';

/** Terms by which an entry of a checklist names another one, what that is, and the issue where there is none. GBIF's codes. */
const NAMING: readonly (readonly [term: string, what: string, code: IssueCode])[] = [
  ['parentNameUsageID', 'a parent', 'PARENT_NAME_USAGE_ID_INVALID'],
  ['acceptedNameUsageID', 'an accepted name', 'ACCEPTED_NAME_USAGE_ID_INVALID'],
];
/** Identifiers that a notice quotes. */
const EXAMPLES = 3;

/**
 * Reports entries of a checklist that name a parent or an accepted name which the checklist does not have: each in `child_issues`, and all
 * together in a notice, with some of the identifiers that are not there.
 */
export async function flagUsages(stage: Stage, protections: readonly Protection[]): Promise<readonly string[]> {
  const { database, tables, firstRows } = stage;
  const cores = coresOf(tables).filter(([, { recordType }]) => recordType === 'taxon');
  if (cores.length === 0) return [];
  const view = await createTermsView(stage, {
    name: 'terms_usage',
    wanted: new Set(['taxonID', ...NAMING.map(([term]) => term)]),
    parts: cores.map(([ordinal, table]) => ({
      table,
      keys: `(raw.rowid + ${firstRows.get(ordinal) ?? 0})::integer as row`,
      from: `raw_${ordinal} raw`,
    })),
  });
  const named = NAMING.filter(([term]) => view.terms.has(term));
  if (named.length === 0) return [];
  const notices: string[] = [];
  stage.onStep('resolving names');
  const taxonIDs = view.terms.has('taxonID') ? `union select taxonID from ${view.name} where taxonID is not null` : '';
  await database.run(
    `create table usage as select identifier as id from core where recordType = 'taxon' and identifier is not null ${taxonIDs}`,
  );
  for (const [term, what, code] of named) {
    const cell = `t.${quoteIdentifier(term)}`;
    const withheld = withheldColumnSql(protections, { name: term, terms: [term], survivesGrid: false });
    await database.run(
      `create or replace table dangling as
       select t.row, ${cell} as name from ${view.name} t ${protectionJoin(protections, 't.row')}
       where ${cell} <> '' and ${cell} not in (select id from usage) and not (${withheld ?? 'false'})`,
    );
    // Several identifiers may stand in one cell; where one of them is there, so is what is named.
    await database.run(
      `insert into child_issues
       select row, [{'code': ${quoteLiteral(code)}, 'term': ${quoteLiteral(term)}, 'detail': left(name, 200)}]::${ISSUES_TYPE}
       from dangling where row not in (
         select row from (select row, trim(unnest(string_split_regex(name, '[|;]'))) as part from dangling where regexp_matches(name, '[|;]'))
         where part in (select id from usage))
       order by row`,
    );
    const [found] = await database.query<{ entries: number; examples: string[] }>(
      `select count(*)::integer as entries, list(distinct detail order by detail)[:${EXAMPLES}] as examples
       from (select unnest(issues, recursive := true) from child_issues) where code = ${quoteLiteral(code)}`,
    );
    const { entries = 0, examples = [] } = found ?? {};
    if (entries > 0)
      notices.push(
        `${entries} ${entries === 1 ? 'entry names' : 'entries name'} ${what} that the checklist does not have: ${examples.join(', ')}${entries > examples.length ? ', …' : ''} (${code})`,
      );
  }
  await database.run('drop table usage; drop table dangling');
  return notices;
}
