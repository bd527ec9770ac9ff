import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../catalogue/edition.ts';
import { linkedSql, shareLinked } from '../catalogue/linked-tables.ts';
import type { Claim } from '../model/claim.ts';
import { FAMILY_BLOCK } from './gathering-queries.ts';
import { LinkLines } from './link-lines.ts';

/** What differs from the edition before, where only people's claims do. */
export interface GatheringChange {
  /** The folder of the edition before. */
  readonly previous: string;
  /** Records whose agents are others. */
  readonly rows: readonly number[];
  /** The claims of gatherings on which it rests. */
  readonly before: readonly Claim[];
}

/** Tables of the edition before that are read, as views `previous_<table>`. */
const PREVIOUS = ['agent', 'agent_link', 'gathering', 'gathering_link', 'gathering_claim'] as const;

/**
 * What a change can touch, as tables of the database: `scope_row`, all records of the agents that are touched, those of their family
 * names on the same days, and all with which they were together; and `scope_agent`, all whose records decide about these. False where
 * the edition before has no gatherings to go on from.
 */
export async function createScope(
  { database }: Pick<Edition, 'database'>,
  work: string,
  { change, claims }: { readonly change: GatheringChange; readonly claims: readonly Claim[] },
): Promise<boolean> {
  const folder = join(work, 'previous');
  mkdirSync(folder);
  for (const table of PREVIOUS) {
    if (!shareLinked(change.previous, folder, table)) return false;
    await database.run(`create view previous_${table} as select * from ${linkedSql(folder, table)}`);
  }
  using rows = new LinkLines(join(work, 'row'), { rid: 'INTEGER' });
  for (const rid of change.rows) rows.add({ rid });
  using keys = new LinkLines(join(work, 'claimed'), { key: 'VARCHAR' });
  for (const { subject, object } of differingClaims(change.before, claims)) {
    keys.add({ key: subject });
    keys.add({ key: object });
  }
  await database.run(
    `create table touched as select rid from ${rows.end()} union select rid from record where key in (select key from ${keys.end()})`,
  );
  for (const sql of SCOPE_SQL) await database.run(sql);
  return true;
}

function differingClaims(left: readonly Claim[], right: readonly Claim[]): readonly Claim[] {
  const [before, after] = [left, right].map((claims) => new Set(claims.map(({ key }) => key)));
  return [...left.filter(({ key }) => !after!.has(key)), ...right.filter(({ key }) => !before!.has(key))];
}

/** Rows of gathering of some records, with the agent `a` and the record `r`; of the edition, or of the one before. */
function gatheredSql(rows: string, before = ''): string {
  return `${before}agent_link l join ${before}agent a on a.key = l.agentKey join record r using (rid)
    where l.activity = 'gathering' and ${rows}`;
}

/** Family names and exact days of some records: where names decide. */
function daysSql(rows: string, before = ''): string {
  const days = `select ${FAMILY_BLOCK} as block, r.eventDateBegin as day from ${gatheredSql(`l.rid in (select rid from ${rows})`, before)}`;
  return `${days} and r.eventDateBegin = r.eventDateEnd`;
}

const SCOPE_SQL = [
  `create table touched_agent as
   select distinct agentKey as key from agent_link where rid in (select rid from touched)
   union select agentKey from previous_agent_link where rid in (select rid from touched)`,
  `create table their_row as select rid from touched
   union select rid from agent_link where activity = 'gathering' and agentKey in (select key from touched_agent)`,
  `create table their_day as ${daysSql('their_row')} union ${daysSql('touched', 'previous_')}`,
  `create table near_row as select rid from their_row
   union select l.rid from ${gatheredSql(`(${FAMILY_BLOCK}, r.eventDateBegin) in (select (block, day) from their_day)`)}`,
  `create table scope_row as select rid from near_row
   union select rid from previous_gathering_link where gatheringKey in (
     select gatheringKey from previous_gathering_link where rid in (select rid from near_row))`,
  `create table scope_day as ${daysSql('scope_row')}`,
  `create table scope_agent as
   select distinct agentKey as key from agent_link where activity = 'gathering' and rid in (select rid from scope_row)
   union select l.agentKey from ${gatheredSql(`(${FAMILY_BLOCK}, r.eventDateBegin) in (select (block, day) from scope_day)`)}`,
] as const;

/** What of a table of the edition before stays, beside what was made again: gatherings of which no record is in the scope. */
export function unchangedSql(table: 'gathering' | 'gathering_link' | 'gathering_claim'): string {
  const key = table === 'gathering' ? 'key' : 'gatheringKey';
  return `select * from previous_${table} where ${key} not in (
    select gatheringKey from previous_gathering_link where rid in (select rid from scope_row))`;
}
