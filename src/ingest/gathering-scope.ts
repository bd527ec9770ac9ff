import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../catalogue/edition.ts';
import { linkedSql, shareLinked } from '../catalogue/linked-tables.ts';
import type { Claim } from '../model/claim.ts';
import { coarseNumber, FAMILY_BLOCK } from './gathering-queries.ts';
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
 * What a change can touch, as the table `scope_row` of the database: all records of the agents that are touched, those of their family
 * names on the same days, and all with which they were together. Of `collector_of`, which has to be there, only the records that decide about
 * these are left. False, and nothing is left out, where the edition before has no gatherings to go on from.
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

/** Rounds in which records of the same collector and day or number are added: what decides about what decides. */
const ROUNDS = [1, 2, 3] as const;
/** What records of one collector must share to be of one gathering. */
const DECISIVE = [
  "r.eventDateBegin || ' ' || r.eventDateEnd",
  coarseNumber('r.recordNumber'),
  coarseNumber('r.fieldNumber'),
] as const;
/** Family names and exact days: where names decide. */
const DAYS = 'select distinct block, day from gathered where day is not null and rid in';
/** What of the edition before a row of gathering tells: its agent `a`. */
const BEFORE = `previous_agent_link l join previous_agent a on a.key = l.agentKey where l.activity = 'gathering' and l.rid in (from touched)`;

const SCOPE_SQL = [
  // Numbers instead of texts, since all that follows compares them.
  `create table gathered as select c.rid, c.agent, a.block, r.day from collector_of c join collecting_agent a on a.number = c.agent
   left join (select rid, eventDateBegin as day from record where eventDateBegin = eventDateEnd) r using (rid)`,
  `create table touched_agent as select distinct agent from gathered where rid in (from touched)
   union select c.number from collecting_agent c where c.key in (select a.key from ${BEFORE})`,
  `create table their_row as from touched union select rid from gathered where agent in (from touched_agent)`,
  `create table block_before as select distinct l.rid, ${FAMILY_BLOCK} as name from ${BEFORE}`,
  `create table block_now as select distinct c.block, b.name from (select block, ${FAMILY_BLOCK} as name from collecting_agent a) c
   join (select distinct name from block_before) b using (name)`,
  `create table their_day as ${DAYS} (from their_row) union
   select n.block, r.day from block_before b join block_now n using (name) join (select distinct rid, day from gathered) r using (rid)
   where r.day is not null`,
  `create table near_row as from their_row union select rid from gathered semi join their_day using (block, day)`,
  `create table scope_row as from near_row
   union select rid from previous_gathering_link where gatheringKey in (
     select gatheringKey from previous_gathering_link where rid in (from near_row))`,
  `create table scope_day as ${DAYS} (from scope_row)`,
  `create table scope_agent as select distinct agent from gathered where rid in (from scope_row)`,
  // Unnested, so that numbers are taken out of the texts of these records only, and all at once.
  `create table decisive as select rid, value from (
     select g.rid, unnest([${DECISIVE.map((value, kind) => `case when ${value} is not null then hash(g.agent, ${kind}, ${value}) end`).join(', ')}]) as value
     from gathered g semi join scope_agent using (agent) join record r using (rid)
   ) where value is not null`,
  'create table deciding as from scope_row',
  ...ROUNDS.map(
    () => `insert into deciding select distinct rid from decisive where value in (
     select value from decisive where rid in (from deciding)) and rid not in (from deciding)`,
  ),
  'insert into deciding select rid from gathered semi join scope_day using (block, day)',
  'create table deciding_collector as from collector_of where rid in (from deciding)',
  'drop table collector_of',
  'alter table deciding_collector rename to collector_of',
  ...['gathered', 'decisive'].map((table) => `drop table ${table}`),
] as const;

/** What of a table of the edition before stays, beside what was made again: gatherings of which no record is in the scope. */
export function unchangedSql(table: 'gathering' | 'gathering_link' | 'gathering_claim'): string {
  const key = table === 'gathering' ? 'key' : 'gatheringKey';
  return `select * from previous_${table} where ${key} not in (
    select gatheringKey from previous_gathering_link where rid in (select rid from scope_row))`;
}
