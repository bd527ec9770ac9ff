import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Edition } from '../catalogue/edition.ts';
import { quoteLiteral } from '../catalogue/database.ts';
import { AgentCollection } from '../link/agent-collection.ts';
import {
  entriesSql,
  LIST_COLUMNS,
  LIST_ORDER,
  listedSql,
  LISTS_SQL,
  namesOfList,
  numbersOfList,
  partListsSql,
} from '../link/agent-queries.ts';
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
/** Records whose lists of names are in memory together. */
const RECORDS_A_SLICE = 200_000;
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
    await using edition = await Edition.open(folder, {
      memoryLimitInMb: options.memoryLimitInMb,
      temporaryFolder: join(work, 'spill'),
    });
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
    await writer.write();
    const folder = join(this.#work, 'previous');
    const hasPrevious = previous !== undefined && (await viewPrevious(this.#edition, { previous, folder }));
    await writer.writeAliases(hasPrevious ? 'previous_agent_unit' : 'nothing');
  }

  #step(step: string): void {
    this.#options.signal?.throwIfAborted();
    this.#options.onStep?.(step);
  }

  /** The lists of names of all records. */
  async #prepare(): Promise<void> {
    const { database } = this.#edition;
    await createOpenRecords(this.#edition, this.#options.withdrawn);
    for (const [index, slice] of this.#slices().entries()) {
      this.#options.signal?.throwIfAborted();
      const begin = index === 0 ? 'create table agent_part_list as' : 'insert into agent_part_list';
      await database.run(`${begin} ${partListsSql(entriesSql(slice))}`);
    }
    await database.run(LISTS_SQL);
    await database.run('drop table agent_part_list');
  }

  /** Table expressions of who takes part, and of the records, a slice after the other. */
  #slices(): readonly { readonly participation: string; readonly record: string }[] {
    return this.#edition.slices(RECORDS_A_SLICE).map((slice) => {
      const record = `(select * from ${this.#edition.sliceSql('record', slice)} where key not in (select key from withheld))`;
      return {
        record,
        participation: `(select ${LIST_COLUMNS} from ${this.#edition.sliceSql('participation', slice)}
          where agent is not null and rid in (select rid from ${record}))`,
      };
    });
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
    using firsts = new LinkLines(join(this.#work, 'list'), { list: 'INTEGER', first: 'INTEGER' });
    const sql =
      'select list, names, place, datasetKey, beginYear, endYear, records, leastNumber, greatestNumber from agent_list order by list';
    for await (const [lists, names, places, datasets, begins, ends, records, leasts, greatests] of database.chunks(
      sql,
      { signal },
    )) {
      for (const [at, list] of lists!.entries()) {
        const [begin, end] = [begins![at] as number | null, ends![at] as number | null];
        const first = collection.add({
          names: namesOfList(String(names![at])),
          place: String(places![at]),
          dataset: String(datasets![at]),
          years: begin === null || end === null ? undefined : { begin, end },
          records: records![at] as number,
          numbers: numbersOfList(leasts![at] as number | null, greatests![at] as number | null),
        });
        firsts.add({ list, first });
      }
    }
    await database.run(`create table list_first as select * from ${firsts.end()}`);
  }

  /** Makes the table `taken`: for each name in an activity of a record its unit. */
  async #join(writer: AgentWriter): Promise<void> {
    const { database } = this.#edition;
    await database.run(`create table mention_unit as select mention, unit from ${writer.unitsOf('mention')}`);
    await database.run(
      `create table taken as
       select e.rid, null::varchar as activity, ${quoteLiteral(ENTRY)} as role, 0 as position, r.title as name, e.unit
       from ${writer.unitsOf('entry')} e join record r using (rid)`,
    );
    for (const slice of this.#slices()) {
      this.#options.signal?.throwIfAborted();
      await database.run(
        `insert into taken select p.rid, p.activity, p.role, p.position, p.agent, m.unit
         from (select *, row_number() over (partition by rid, activity order by ${LIST_ORDER}) - 1 as place from ${slice.participation}) p
         join (${listedSql(entriesSql(slice))}) l on l.rid = p.rid and l.activity is not distinct from p.activity
         join list_first f using (list)
         join mention_unit m on m.mention = f.first + p.place`,
      );
    }
    for (const table of ['agent_list', 'list_first', 'mention_unit']) await database.run(`drop table ${table}`);
  }
}
