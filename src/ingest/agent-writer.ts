import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AGENT_TABLES } from '../catalogue/agent-tables.ts';
import type { Edition } from '../catalogue/edition.ts';
import { linkedSql, shareLinked, type ChangeableTable } from '../catalogue/linked-tables.ts';
import type { Claim } from '../model/claim.ts';
import { fold } from '../search/text-fold.ts';
import { LINE_COLUMNS, lineFile, type LineKind, type LinkTaskResult, type MeantUnit } from './agent-link-task.ts';
import type { BlockPack } from './agent-block-file.ts';
import { LinkLines, linesSql } from './link-lines.ts';
import { ENTITY_ROW_GROUP, LINK_ROW_GROUP, writeChangedTable, writeLinkedTable } from './linked-table.ts';
import { personClaims, uniteAgents } from './agent-union.ts';

/** Tables of the edition before, as views: `previous_agent` and so on. */
const PREVIOUS = ['agent', 'agent_link', 'agent_claim', 'agent_unit', 'agent_alias'] as const;

/** What lines give for the tables of which claims change some rows; and which rows of the edition before it is in place of. */
const CHANGEABLE = {
  agent_link: {
    sql: `select ${Object.keys(AGENT_TABLES.agent_link).join(', ')} from linked`,
    order: 'rid, activity, position, role, name, agentKey, unit',
    rowGroup: LINK_ROW_GROUP,
    replaced: 'unit in (select unit from line_unit)',
  },
  agent_unit: {
    sql: 'select * from line_unit',
    order: 'unit',
    rowGroup: ENTITY_ROW_GROUP,
    replaced: 'unit in (select unit from line_unit)',
  },
  agent_claim: {
    // For the other agent as well, so that each finds its own by its key.
    sql: `select * from line_claim
      union all by name select * replace (otherKey as agentKey, agentKey as otherKey) from line_claim where agentKey <> otherKey`,
    order: 'agentKey, score desc, key, otherKey',
    rowGroup: ENTITY_ROW_GROUP,
    replaced: 'subjectKey in (select key from line_unit) or objectKey in (select key from line_unit)',
  },
} as const satisfies Record<ChangeableTable, object>;

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

  /** Writes all tables of agents. `linked` is a table of the rows of agent_link (rid, activity, role, position, name, unit). */
  async write(linked: string): Promise<void> {
    await this.#viewLinked(linked);
    for (const [table, { sql, order, rowGroup }] of Object.entries(CHANGEABLE))
      await writeLinkedTable(this.#written.edition, table, {
        sql: `select * from (${sql}) order by ${order}`,
        rowGroup,
      });
    await this.#writeAgents('');
  }

  /**
   * The same where `linked` has the rows of the units that were linked again; all else is that of the edition before, whose files are in a folder.
   * Answers the keys of the agents, earlier ones among them, of which something may be another.
   */
  async writeChanged(linked: string, previous: string): Promise<readonly string[]> {
    const { edition } = this.#written;
    const { database } = edition;
    await this.#viewLinked(linked);
    for (const [table, changes] of Object.entries(CHANGEABLE) as [ChangeableTable, (typeof CHANGEABLE)['agent_link']][])
      await writeChangedTable(edition, table, { ...changes, previous });
    const touched = 'select agentKey from previous_agent_unit where unit in (select unit from line_unit)';
    await this.#writeAgents(`union all by name select * from previous_agent where key not in (${touched})`);
    const keys = await database.query<{ key: string }>(
      `select agentKey as key from (${touched} union select agentKey from line_unit) order by key`,
    );
    return keys.map(({ key }) => key);
  }

  async #viewLinked(linked: string): Promise<void> {
    await this.#written.edition.database.run(
      `create view linked as select l.rid, l.activity, l.role, l.position, l.name, u.agentKey, u.claim, l.unit, u.nameKey
       from ${linked} l join line_unit u using (unit)`,
    );
  }

  async #writeAgents(rest: string): Promise<void> {
    const { edition, work } = this.#written;
    const { database } = edition;
    // Folding is the search's own, so that what is typed finds what is written.
    using folded = new LinkLines(join(work, 'folded'), { agentKey: 'VARCHAR', folded: 'VARCHAR' });
    const names = `select agentKey, list(name order by name) as names from (select distinct agentKey, name from linked) group by agentKey`;
    for await (const [keys, lists] of database.chunks(names))
      for (const [at, agentKey] of keys!.entries())
        folded.add({ agentKey, folded: fold((lists![at] as string[]).join('\n')) });
    const order = 'order by taking desc, ownKey';
    const first = ['kind', 'label', 'family', 'given', 'through'].map((name) => `first(${name} ${order}) as ${name}`);
    await writeLinkedTable(edition, 'agent', {
      sql: `select * from (
        select a.*, c.records, n.names, f.folded
        from (select key, ${first.join(', ')}, first(born ${order}) filter (born is not null) as born,
            first(died ${order}) filter (died is not null) as died, min(activeBegin) as activeBegin, max(activeEnd) as activeEnd,
            coalesce(flatten(list(identifiers ${order})), []) as identifiers
          from line_agent group by key) a
        join (select agentKey, count(*)::integer as records from (select distinct agentKey, rid from linked) group by agentKey) c on c.agentKey = a.key
        join (select agentKey, list({'name': name, 'datasetKey': datasetKey, 'records': records, 'nameKey': nameKey}
            order by records desc, name, datasetKey, nameKey) as names
          from (select agentKey, name, nameKey, datasetKey, count(*)::integer as records
            from (select distinct l.agentKey, l.name, l.nameKey, r.datasetKey, l.rid from linked l join record r using (rid)) group by all) group by agentKey) n on n.agentKey = a.key
        join ${folded.end()} f on f.agentKey = a.key ${rest}) order by key`,
      rowGroup: ENTITY_ROW_GROUP,
    });
  }

  /** Writes where agents of the edition before are now that are none any more; without one an empty table. */
  async writeAliases(hasPrevious: boolean): Promise<void> {
    const { edition } = this.#written;
    const now = (table: 'agent' | 'agent_unit') => linkedSql(edition.folder, table);
    const gone = `select p.agentKey as key, arg_max(n.agentKey, (p.key = p.agentKey, n.records, n.key)) as agentKey
      from previous_agent_unit p join ${now('agent_unit')} n using (key)
      where p.agentKey not in (select key from ${now('agent')}) group by p.agentKey`;
    await writeLinkedTable(edition, 'agent_alias', {
      sql: hasPrevious
        ? `with gone as (${gone}) select key, agentKey from gone union all
           select a.key, coalesce(g.agentKey, a.agentKey) from previous_agent_alias a left join gone g on g.key = a.agentKey
           where a.key not in (select key from ${now('agent')}) and a.key not in (select key from gone)
             and coalesce(g.agentKey, a.agentKey) in (select key from ${now('agent')})
           order by key`
        : `select null as key, null as agentKey where false`,
      rowGroup: ENTITY_ROW_GROUP,
    });
  }
}
