import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Edition } from '../catalogue/edition.ts';
import { quoteLiteral } from '../catalogue/database.ts';
import { AgentCollection } from '../link/agent-collection.ts';
import { entriesSql, LIST_COLUMNS, LIST_ORDER, LISTED_SQL, LISTS_SQL, namesOfList } from '../link/agent-queries.ts';
import { blocksOfReferences, writeAgentBasis } from './agent-basis.ts';
import { BlockFileWriter, type BlockPack } from './agent-block-file.ts';
import { LinkPool } from './agent-link-pool.ts';
import { writeStatistics } from './agent-link-task.ts';
import { AgentWriter, firstUnitsOf, viewPrevious, type LinkedLines } from './agent-writer.ts';
import { readKnownAgents } from './known-agents.ts';
import type { LinkOptions } from './link-entities.ts';
import { LinkLines } from './link-lines.ts';
import { createOpenRecords } from './linked-table.ts';

/** So few mentions are linked sooner than threads start. */
const FEW = 5_000;
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
    const { previous, claims = [] } = this.#options;
    this.#step('people: reading');
    await this.#prepare();
    const linked = await this.#linkAll();
    this.#step('people: writing');
    const writer = new AgentWriter({ edition: this.#edition, work: this.#work, claims, ...linked });
    await writer.read();
    await this.#join(writer);
    await writer.write('taken', { keepsRest: false });
    const hasPrevious = previous !== undefined && (await viewPrevious(this.#edition, previous, this.#work));
    await writer.writeAliases(hasPrevious);
  }

  #step(step: string): void {
    this.#options.signal?.throwIfAborted();
    this.#options.onStep?.(step);
  }

  /** The lists of names of all records, and the number of the mention of each name in them. */
  async #prepare(): Promise<void> {
    const { database } = this.#edition;
    await createOpenRecords(this.#edition, this.#options.withdrawn);
    await database.run(
      `create table taking_part as select ${LIST_COLUMNS} from participation
       where agent is not null and rid in (select rid from open_record)`,
    );
    await database.run(entriesSql({ participation: 'taking_part', record: 'open_record' }));
    await database.run(LISTS_SQL);
    await database.run(`create table listed as ${LISTED_SQL}`);
    await database.run('drop table agent_entry');
  }

  /** Links block by block in threads, while later ones are packed; the collection is not in memory any more when it returns. */
  async #linkAll(): Promise<LinkedLines> {
    const { folder } = this.#edition;
    const { claims = [], signal } = this.#options;
    const collection = new AgentCollection();
    await this.#addLists(collection);
    const records: number[] = [];
    for await (const { rid, known } of readKnownAgents(this.#edition, 'open_record'))
      records[collection.addKnown(known)] = rid;
    this.#step('people: linking');
    writeStatistics(folder, collection.count());
    await using pool = new LinkPool({ isSmall: collection.size < FEW, signal });
    using file = new BlockFileWriter(folder);
    const packs: BlockPack[] = [];
    const begin = async (pack: BlockPack | undefined) => {
      if (pack === undefined) return;
      packs.push(pack);
      await pool.add({ folder, pack, claims, work: this.#work });
    };
    for (const block of collection.blocks()) await begin(file.add(block, records));
    await begin(file.end());
    const results = await pool.end();
    const units = results.flatMap((result) => result.units.map(([, count]) => count));
    file.writeIndex(units);
    writeAgentBasis(folder, {
      claims,
      blocksOf: blocksOfReferences(results),
      withdrawn: this.#options.withdrawn,
    });
    return { packs, results, firstUnits: firstUnitsOf(units) };
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

  /** Makes the table `taken`: for each name in an activity of a record its unit. */
  async #join(writer: AgentWriter): Promise<void> {
    const { database } = this.#edition;
    await database.run(
      `create table taken as
       select p.rid, p.activity, p.role, p.position, p.agent as name, m.unit
       from (select *, row_number() over (partition by rid, activity order by ${LIST_ORDER}) - 1 as place from taking_part) p
       join listed l on l.rid = p.rid and l.activity is not distinct from p.activity
       join list_first f using (list)
       join ${writer.unitsOf('mention')} m on m.mention = f.first + p.place
       union all
       select e.rid, null, ${quoteLiteral(ENTRY)}, 0, r.title, e.unit from ${writer.unitsOf('entry')} e join record r using (rid)`,
    );
    for (const table of ['taking_part', 'listed', 'list_first']) await database.run(`drop table ${table}`);
  }
}
