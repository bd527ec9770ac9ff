import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AGENT_TABLES } from '../catalogue/agent-tables.ts';
import type { Edition } from '../catalogue/edition.ts';
import { linkedSql, shareLinked } from '../catalogue/linked-tables.ts';
import type { Claim } from '../model/claim.ts';
import { fold } from '../search/text-fold.ts';
import { LINE_COLUMNS, lineFile, type LineKind, type LinkTaskResult, type MeantUnit } from './agent-link-task.ts';
import type { BlockPack } from './agent-block-file.ts';
import { LinkLines, linesSql } from './link-lines.ts';
import { ENTITY_ROW_GROUP, LINK_ROW_GROUP, writeChangedTable, writeLinkedTable } from './linked-table.ts';
import { personClaims, uniteAgents } from './agent-union.ts';

/** Tables of the edition before, as views: `previous_agent` and so on. */
const PREVIOUS = ['agent', 'agent_link', 'agent_claim', 'agent_unit', 'agent_alias'] as const;

/** The tables of which claims change some rows, out of the lines and the view `linked`; in this order, since all need those before. */
const LINKED = {
  agent_link: {
    sql: `select ${Object.keys(AGENT_TABLES.agent_link).join(', ')} from linked`,
    order: 'rid, activity, position, role, name, agentKey, unit',
    rowGroup: LINK_ROW_GROUP,
  },
  agent_unit: { sql: 'select * from line_unit', order: 'unit', rowGroup: ENTITY_ROW_GROUP },
  agent_claim: {
    // For the other agent as well, so that each finds its own by its key.
    sql: `select * from line_claim
      union all by name select * replace (otherKey as agentKey, agentKey as otherKey) from line_claim where agentKey <> otherKey`,
    order: 'agentKey, score desc, key, otherKey',
    rowGroup: ENTITY_ROW_GROUP,
  },
} as const;

/** Units whose agents are put together at a time. */
const UNITS_A_SLICE = 250_000;

/** What linking gave, and where. */
export interface LinkedLines {
  readonly packs: readonly BlockPack[];
  readonly results: readonly LinkTaskResult[];
  /** The first unit of each block, by its number. */
  readonly firstUnits: readonly number[];
}

interface Written extends LinkedLines {
  readonly edition: Edition;
  /** The folder with the lines. */
  readonly work: string;
  readonly claims: readonly Claim[];
}

/** The number of the first unit of each block. */
export function firstUnitsOf(units: readonly number[]): number[] {
  let first = 0;
  return units.map((count) => {
    const own = first;
    first += count;
    return own;
  });
}

/** Makes the views of the tables of the edition before, whose files it shares into a folder; answers whether there are all. */
export async function viewPrevious(
  { database }: Edition,
  { previous, folder }: { readonly previous: string; readonly folder: string },
): Promise<boolean> {
  mkdirSync(folder);
  for (const table of PREVIOUS) {
    if (!shareLinked(previous, folder, table)) return false;
    await database.run(`create view previous_${table} as select * from ${linkedSql(folder, table)}`);
  }
  return true;
}

/** Writes the tables of agents out of the lines of all tasks. */
export class AgentWriter {
  readonly #written: Written;

  constructor(written: Written) {
    this.#written = written;
  }

  /** Reads the lines into tables: `line_agent`, `line_claim` and `line_unit`, with the units numbered through and agents united across blocks. */
  async read(): Promise<void> {
    const { edition, work, claims, results, firstUnits } = this.#written;
    const { database } = edition;
    using firsts = new LinkLines(join(work, 'first-unit'), { block: 'INTEGER', first: 'INTEGER' });
    for (const { units } of results) for (const [block] of units) firsts.add({ block, first: firstUnits[block]! });
    await database.run(`create table first_unit as select * from ${firsts.end()}`);
    const meant = new Map<string, MeantUnit>();
    for (const result of results)
      for (const unit of result.meant) if (!meant.has(unit.reference)) meant.set(unit.reference, unit);
    const united = uniteAgents(claims, meant);
    using unions = new LinkLines(join(work, 'united'), { agentKey: 'VARCHAR', key: 'VARCHAR' });
    for (const [agentKey, key] of united) unions.add({ agentKey, key });
    await database.run(`create table united as select * from ${unions.end()}`);
    await database.run(
      `create table line_unit as select (f.first + l.unit)::integer as unit, l.key, coalesce(u.key, l.agentKey) as agentKey, l.claim, l.nameKey, l.name, l.records
       from ${this.#lines('unit')} l join first_unit f using (block) left join united u on u.agentKey = l.agentKey`,
    );
    await database.run(
      `create table line_agent as select coalesce(u.key, l.key) as key, l.key as ownKey, l.* exclude (key)
       from ${this.#lines('agent')} l left join united u on u.agentKey = l.key`,
    );
    using said = new LinkLines(join(work, 'said'), AGENT_TABLES.agent_claim);
    for (const row of personClaims(claims, meant, united)) said.add(row);
    await database.run(
      `create table line_claim as select l.* replace (coalesce(u.key, l.agentKey) as agentKey, coalesce(o.key, l.otherKey) as otherKey)
       from ${this.#lines('claim')} l left join united u on u.agentKey = l.agentKey left join united o on o.agentKey = l.otherKey
       union all select * from ${said.end()}`,
    );
  }

  #lines(kind: LineKind): string {
    const { work, packs } = this.#written;
    return linesSql(
      packs.map((pack) => lineFile({ work, pack }, kind)),
      LINE_COLUMNS[kind],
    );
  }

  /** A table expression of the unit of each mention, and of each record of an authority. */
  unitsOf(kind: 'mention' | 'entry'): string {
    return `(select l.* replace ((f.first + l.unit)::integer as unit) from ${this.#lines(kind)} l join first_unit f using (block))`;
  }

  /** Writes all tables of agents. The table `taken` has the rows of agent_link (rid, activity, role, position, name, unit). */
  async write(): Promise<void> {
    const { edition } = this.#written;
    await edition.database.run(LINKED_VIEW);
    for (const [table, { sql, order, rowGroup }] of Object.entries(LINKED))
      await writeLinkedTable(edition, table, { sql: `select * from (${sql}) order by ${order}`, rowGroup });
    await edition.database.run('drop table line_claim');
    await writeLinkedTable(edition, 'agent', {
      sql: `select * from (${await this.#agentsSql()}) order by key`,
      rowGroup: ENTITY_ROW_GROUP,
    });
  }

  /**
   * The same where the lines are of all units of some agents of the edition before, whose files are in a folder and whose tables are views:
   * all else is that edition's. What it says of them was read (see readBefore).
   */
  async writeChanged(previous: string): Promise<void> {
    const { edition } = this.#written;
    const { database } = edition;
    await database.run(
      'create table taken as select rid, activity, role, position, name, unit from near_link where unit in (select unit from touched_unit)',
    );
    await database.run(LINKED_VIEW);
    const before = {
      agent_link: 'from near_link',
      agent_unit: 'from touched_unit',
      agent_claim: 'from claim_before',
    };
    // A record is named with all who stand in it.
    const others = 'union all by name from near_link where unit not in (select unit from touched_unit)';
    for (const [table, { sql, ...form }] of Object.entries(LINKED) as [keyof typeof LINKED, Linked][]) {
      const now = table === 'agent_link' ? `${sql} ${others}` : sql;
      await writeChangedTable(edition, table, { ...form, before: before[table], now, previous });
    }
    await writeChangedTable(edition, 'agent', {
      before: 'from agent_before',
      now: await this.#agentsSql(),
      order: 'key',
      rowGroup: ENTITY_ROW_GROUP,
      previous,
    });
  }

  /** A query of the rows of `agent`: made some agents after the others, since what is grouped cannot be spilled. */
  async #agentsSql(): Promise<string> {
    const { database } = this.#written.edition;
    const [counted] = await database.query<{ units: number }>('select count(*) as units from line_unit');
    const slices = Math.max(1, Math.ceil((counted?.units ?? 0) / UNITS_A_SLICE));
    for (let slice = 0; slice < slices; slice += 1) {
      const of = (key: string) => `hash(${key}) % ${slices} = ${slice}`;
      await database.run(`create or replace view some_linked as from linked where ${of('agentKey')}`);
      await database.run(`create or replace view some_line as from line_agent where ${of('key')}`);
      const begin = slice === 0 ? 'create table agent_row as' : 'insert into agent_row by name';
      await database.run(`${begin} ${someAgentsSql(await this.#folded(slice))}`);
    }
    return 'from agent_row';
  }

  /** A table expression of the folded names of agents. Folding is the search's own, so that what is typed finds what is written. */
  async #folded(slice: number): Promise<string> {
    const { edition, work } = this.#written;
    using folded = new LinkLines(join(work, `folded-${slice}`), { agentKey: 'VARCHAR', folded: 'VARCHAR' });
    const names = `select agentKey, list(name order by name) as names from (select distinct agentKey, name from some_linked) group by agentKey`;
    for await (const [keys, lists] of edition.database.chunks(names))
      for (const [at, agentKey] of keys!.entries())
        folded.add({ agentKey, folded: fold((lists![at] as string[]).join('\n')) });
    return folded.end();
  }

  /**
   * Writes where agents of the edition before are now that are none any more; without one an empty table. Where only some agents were linked
   * again, `touched_unit` has their units before.
   */
  async writeAliases(from: 'nothing' | 'previous_agent_unit' | 'touched_unit'): Promise<void> {
    const isWhole = from === 'previous_agent_unit';
    const agents = `(select agentKey from line_unit)`;
    const gone = `select p.agentKey as key, arg_max(n.agentKey, (p.key = p.agentKey, n.records, n.key)) as agentKey
      from ${from} p join line_unit n using (key) where p.agentKey not in ${agents} group by p.agentKey`;
    await writeLinkedTable(this.#written.edition, 'agent_alias', {
      sql:
        from === 'nothing'
          ? `select null as key, null as agentKey where false`
          : `with gone as (${gone}) select key, agentKey from gone union all
             select a.key, coalesce(g.agentKey, a.agentKey) from previous_agent_alias a left join gone g on g.key = a.agentKey
             where a.key not in ${agents} and a.key not in (select key from gone)
               ${isWhole ? `and coalesce(g.agentKey, a.agentKey) in ${agents}` : ''}
             order by key`,
      rowGroup: ENTITY_ROW_GROUP,
    });
  }
}

type Linked = (typeof LINKED)[keyof typeof LINKED];

/** The rows of `agent` out of `some_line` and `some_linked`. */
function someAgentsSql(folded: string): string {
  const order = 'order by taking desc, ownKey';
  const first = ['kind', 'label', 'family', 'given', 'through'].map((name) => `first(${name} ${order}) as ${name}`);
  return `select a.*, c.records, n.names, f.folded
    from (select key, ${first.join(', ')}, first(born ${order}) filter (born is not null) as born,
        first(died ${order}) filter (died is not null) as died, min(activeBegin) as activeBegin, max(activeEnd) as activeEnd,
        coalesce(flatten(list(identifiers ${order})), []) as identifiers
      from some_line group by key) a
    join (select agentKey, count(*)::integer as records from (select distinct agentKey, rid from some_linked) group by agentKey) c on c.agentKey = a.key
    join (select agentKey, list({'name': name, 'datasetKey': datasetKey, 'records': records, 'nameKey': nameKey}
        order by records desc, name, datasetKey, nameKey) as names
      from (select agentKey, name, nameKey, datasetKey, count(*)::integer as records
        from (select distinct l.agentKey, l.name, l.nameKey, r.datasetKey, l.rid from some_linked l join record r using (rid)) group by all) group by agentKey) n on n.agentKey = a.key
    join ${folded} f on f.agentKey = a.key`;
}

/** The rows of agent_link. */
const LINKED_VIEW = `create view linked as select l.rid, l.activity, l.role, l.position, l.name, u.agentKey, u.claim, l.unit, u.nameKey
  from taken l join line_unit u using (unit)`;
