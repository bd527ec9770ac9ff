import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AGENT_TABLES } from '../catalogue/agent-tables.ts';
import { quoteLiteral } from '../catalogue/database.ts';
import { Edition } from '../catalogue/edition.ts';
import { linkedFile } from '../catalogue/linked-tables.ts';
import { AgentCollection, type NumberedBlock } from '../link/agent-collection.ts';
import { linkBlock, type LinkedBlock } from '../link/agent-link.ts';
import { entriesSql, LIST_ORDER, LISTED_SQL, LISTS_SQL, namesOfList } from '../link/agent-queries.ts';
import { nameClaimKey, nameKeyOf } from '../link/agent-block.ts';
import type { Claim } from '../model/claim.ts';
import type { AgentStatistics } from '../link/agent-statistics.ts';
import { fold } from '../search/text-fold.ts';
import { readKnownAgents } from './known-agents.ts';
import type { LinkOptions } from './link-entities.ts';
import { LinkLines } from './link-lines.ts';

/** Editions with more records are linked only when asked: half a minute for 100,000 records is too slow for millions. */
export const MOST_LINKED_RECORDS = 500_000;
/** Rows that are read for the page of one record, and of one agent; DuckDB reads no fewer than 2,048. */
const LINK_ROW_GROUP = 10_240;
const AGENT_ROW_GROUP = 2_048;
/** Blocks between two looks at whether the build was stopped. */
const BLOCKS_A_TURN = 500;
/** The role of the record of an authority that is about the agent itself. */
const ENTRY = 'entry';

/**
 * Links the people and groups of all datasets of an edition that is being built, and writes AGENT_TABLES into its folder. The same
 * records give the same keys. Only what the parts hold is read: protected values are in none of them.
 */
export async function linkAgents(folder: string, options: LinkOptions): Promise<void> {
  const work = join(folder, '.link');
  mkdirSync(work);
  try {
    await using edition = await Edition.open(folder, { memoryLimitInMb: options.memoryLimitInMb });
    await new LinkStage(edition, work, options).run();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What relinking changed. */
export interface RelinkedAgents {
  /** Rows (`rid`) of records in which a name fell to another agent, ascending. */
  readonly rows: readonly number[];
}

/**
 * Writes AGENT_TABLES into the folder of an edition whose parts are those of the edition before, and of which only people's claims
 * differ: blocks that no changed claim touches are taken over. The rows are those that `linkAgents` would write. Answers undefined,
 * and writes nothing, where the edition before does not hold what this needs (made by another version, or with other withdrawals).
 */
export async function relinkAgents(
  _previousFolder: string,
  _folder: string,
  _options: LinkOptions,
): Promise<RelinkedAgents | undefined> {
  return undefined;
}

type Lines = Readonly<Record<'agent' | 'claim' | 'mention' | 'entry', LinkLines>>;

class LinkStage {
  readonly #edition: Edition;
  readonly #work: string;
  readonly #options: LinkOptions;

  constructor(edition: Edition, work: string, options: LinkOptions) {
    this.#edition = edition;
    this.#work = work;
    this.#options = options;
  }

  async run(): Promise<void> {
    this.#step('people: reading');
    await this.#prepare();
    const collection = new AgentCollection();
    await this.#addLists(collection);
    const entries: number[] = [];
    for await (const { rid, known } of readKnownAgents(this.#edition, 'open_record'))
      entries[collection.addKnown(known)] = rid;
    this.#step('people: linking');
    const lines = this.#lines();
    try {
      await this.#link(collection, { entries, lines });
    } finally {
      for (const each of Object.values(lines)) each[Symbol.dispose]();
    }
    this.#step('people: writing');
    await this.#write(lines);
  }

  #step(step: string): void {
    this.#options.signal?.throwIfAborted();
    this.#options.onStep?.(step);
  }

  /** The lists of names of all records, and the number of the mention of each name in them. */
  async #prepare(): Promise<void> {
    const { database } = this.#edition;
    await database.run('create table withheld (key varchar)');
    const { withdrawn } = this.#options;
    if (withdrawn.length > 0)
      await database.run(`insert into withheld values ${withdrawn.map((key) => `(${quoteLiteral(key)})`).join(', ')}`);
    await database.run('create view open_record as select * from record where key not in (select key from withheld)');
    await database.run(
      `create table taking_part as select rid, activity, role, position, agent, agentType, family, given, qualifier
       from participation where agent is not null and rid in (select rid from open_record)`,
    );
    await database.run(entriesSql({ participation: 'taking_part', record: 'open_record' }));
    await database.run(LISTS_SQL);
    await database.run(`create table listed as ${LISTED_SQL}`);
    await database.run('drop table agent_entry');
  }

  async #addLists(collection: AgentCollection): Promise<void> {
    const { database } = this.#edition;
    const { signal } = this.#options;
    using firsts = new LinkLines(join(this.#work, 'list'), { list: 'BIGINT', first: 'INTEGER' });
    const sql = 'select list, names, place, datasetKey, beginYear, endYear, records from agent_list order by list';
    for await (const [lists, names, places, datasets, begins, ends, records] of database.chunks(sql, { signal })) {
      for (const [at, list] of lists!.entries()) {
        const [begin, end] = [begins![at] as number | null, ends![at] as number | null];
        const first = collection.add({
          names: namesOfList(String(names![at])),
          place: String(places![at]),
          dataset: String(datasets![at]),
          years: begin === null || end === null ? undefined : { begin, end },
          records: records![at] as number,
        });
        firsts.add({ list, first });
      }
    }
    await database.run(`create table list_first as select * from ${firsts.end()}`);
    await database.run('drop table agent_list');
  }

  #lines(): Lines {
    const lines = (name: string, columns: Readonly<Record<string, string>>) =>
      new LinkLines(join(this.#work, name), columns);
    const { records: _records, names: _names, folded: _folded, ...agent } = AGENT_TABLES.agent;
    return {
      agent: lines('agent', agent),
      claim: lines('claim', AGENT_TABLES.agent_claim),
      mention: lines('mention', { mention: 'INTEGER', agentKey: 'VARCHAR', claim: 'VARCHAR', nameKey: 'VARCHAR' }),
      entry: lines('entry', { rid: 'INTEGER', agentKey: 'VARCHAR', nameKey: 'VARCHAR' }),
    };
  }

  async #link(
    collection: AgentCollection,
    { entries, lines }: { readonly entries: readonly number[]; readonly lines: Lines },
  ): Promise<void> {
    const statistics = collection.statistics();
    let turn = 0;
    for (const block of collection.blocks()) {
      writeBlock(block, { statistics, claims: this.#options.claims ?? [], entries, lines });
      turn += 1;
      if (turn % BLOCKS_A_TURN !== 0) continue;
      await new Promise(setImmediate);
      this.#options.signal?.throwIfAborted();
    }
  }

  async #write(lines: Lines): Promise<void> {
    const { database } = this.#edition;
    await database.run(
      `create table linked as
       select p.rid, p.activity, p.role, p.position, p.agent as name, m.agentKey, m.claim, m.nameKey
       from (select *, row_number() over (partition by rid, activity order by ${LIST_ORDER}) - 1 as place from taking_part) p
       join listed l on l.rid = p.rid and l.activity is not distinct from p.activity
       join list_first f using (list)
       join ${lines.mention.end()} m on m.mention = f.first + p.place
       union all
       select e.rid, null, ${quoteLiteral(ENTRY)}, 0, r.title, e.agentKey, null, e.nameKey from ${lines.entry.end()} e join record r using (rid)`,
    );
    for (const table of ['taking_part', 'listed', 'list_first']) await database.run(`drop table ${table}`);
    await this.#copy('agent_link', {
      sql: 'select * from linked order by rid, activity, position, role, name, agentKey',
      rowGroup: LINK_ROW_GROUP,
    });
    await this.#copy('agent_claim', {
      sql: `select * from ${lines.claim.end()} order by agentKey, score desc, key, otherKey`,
      rowGroup: AGENT_ROW_GROUP,
    });
    // Folding is the search's own, so that what is typed finds what is written.
    using folded = new LinkLines(join(this.#work, 'folded'), { agentKey: 'VARCHAR', folded: 'VARCHAR' });
    const names = `select agentKey, list(name order by name) as names from (select distinct agentKey, name from linked) group by agentKey`;
    for await (const [keys, lists] of database.chunks(names))
      for (const [at, agentKey] of keys!.entries())
        folded.add({ agentKey, folded: fold((lists![at] as string[]).join('\n')) });
    await this.#copy('agent', {
      sql: `select a.key, a.kind, a.label, a.family, a.given, a.born, a.died, a.activeBegin, a.activeEnd, a.identifiers, a.through,
          c.records, n.names, f.folded
        from ${lines.agent.end()} a
        join (select agentKey, count(distinct rid)::integer as records from linked group by agentKey) c on c.agentKey = a.key
        join (select agentKey, list({'name': name, 'datasetKey': datasetKey, 'records': records, 'nameKey': nameKey} order by records desc, name, datasetKey, nameKey) as names
          from (select l.agentKey, l.name, l.nameKey, r.datasetKey, count(distinct l.rid)::integer as records
            from linked l join record r using (rid) group by all) group by agentKey) n on n.agentKey = a.key
        join ${folded.end()} f on f.agentKey = a.key
        order by a.key`,
      rowGroup: AGENT_ROW_GROUP,
    });
  }

  async #copy(
    table: keyof typeof AGENT_TABLES,
    { sql, rowGroup }: { readonly sql: string; readonly rowGroup: number },
  ): Promise<void> {
    const columns = Object.entries(AGENT_TABLES[table]).map(([name, type]) => `${name}::${type} as ${name}`);
    const path = quoteLiteral(linkedFile(this.#edition.folder, table));
    await this.#edition.database.run(
      `copy (select ${columns.join(', ')} from (${sql})) to ${path} (format parquet, compression zstd, row_group_size ${rowGroup})`,
    );
  }
}

interface BlockContext {
  readonly statistics: AgentStatistics;
  readonly claims: readonly Claim[];
  /** The record of each known agent. */
  readonly entries: readonly number[];
  readonly lines: Lines;
}

function writeBlock(block: NumberedBlock, { statistics, claims, entries, lines }: BlockContext): void {
  const linked = linkBlock(block, { statistics, claims });
  const { agents, agentOfMention, agentOfKnown, unitOfMention } = linked;
  for (const { life, active, names: _names, records: _records, ...agent } of agents)
    lines.agent.add({
      ...agent,
      born: life.begin,
      died: life.end,
      activeBegin: active.begin,
      activeEnd: active.end,
    });
  const nameKeys = block.names.map(({ nameKey }) => nameClaimKey(nameKey));
  const joined = writeClaims(linked, lines.claim);
  for (const [index, agent] of agentOfMention.entries())
    lines.mention.add({
      mention: block.mentionNumbers[index],
      agentKey: agents[agent]!.key,
      claim: joined.get(unitOfMention[index]!),
      nameKey: nameKeys[block.mentions[index]!.name],
    });
  for (const [index, agent] of agentOfKnown.entries())
    lines.entry.add({
      rid: entries[block.knownNumbers[index]!],
      agentKey: agents[agent]!.key,
      nameKey: nameClaimKey(nameKeyOf(block.known[index]!.names[0]!)),
    });
}

/** Writes a block's claims; returns for each unit that joined another the claim by which it did. */
function writeClaims({ claims, agents, agentOfUnit, nameOfUnit }: LinkedBlock, lines: LinkLines): Map<string, string> {
  const joined = new Map<string, string>();
  for (const { key, subject, object, status, score, rule, evidence } of claims) {
    const agentKey = agents[agentOfUnit.get(subject)!]!.key;
    const otherKey = agents[agentOfUnit.get(object)!]!.key;
    // What was proposed first may have come together by another way.
    if (status === 'proposed' && agentKey === otherKey) continue;
    if (status === 'accepted') joined.set(subject, key);
    const names = {
      subjectKey: subject,
      objectKey: object,
      subject: nameOfUnit.get(subject),
      object: nameOfUnit.get(object),
    };
    lines.add({ key, agentKey, otherKey, ...names, status, score, rule, evidence });
    // For the other agent as well, so that each finds its own by its key.
    if (agentKey !== otherKey)
      lines.add({ key, agentKey: otherKey, otherKey: agentKey, ...names, status, score, rule, evidence });
  }
  return joined;
}
