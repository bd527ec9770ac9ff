import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Edition } from '../catalogue/edition.ts';
import { shareFile } from '../catalogue/share-file.ts';
import {
  acceptedClaims,
  blocksOfReferences,
  identityOf,
  readAgentBasis,
  writeAgentBasis,
  type AgentBasis,
} from './agent-basis.ts';
import { readBefore } from './agent-before.ts';
import { BLOCK_FILES, readBlockIndex, type BlockIndex } from './agent-block-file.ts';
import { LinkPool } from './agent-link-pool.ts';
import { STATISTICS_FILE } from './agent-link-task.ts';
import { AgentWriter, firstUnitsOf, viewPrevious } from './agent-writer.ts';
import type { LinkOptions } from './link-entities.ts';

/** What relinking changed. */
export interface RelinkedAgents {
  /** Rows (`rid`) of records in which a name fell to another agent, ascending. */
  readonly rows: readonly number[];
}

/** So many packs, of an edition of so many records, are linked sooner here than threads start. */
const FEW_PACKS = 2;
const FEW_RECORDS = 100_000;

/**
 * Writes AGENT_TABLES into the folder of an edition whose parts are those of the edition before, and of which only people's claims
 * differ: blocks that no changed claim touches are taken over. The rows are those that `linkAgents` would write. Answers undefined,
 * and writes nothing, where the edition before does not hold what this needs (made by another version, with other withdrawals, or a new
 * claim speaks of what it does not know).
 */
export async function relinkAgents(
  previousFolder: string,
  folder: string,
  options: LinkOptions,
): Promise<RelinkedAgents | undefined> {
  const basis = readAgentBasis(previousFolder, options.withdrawn);
  if (basis === undefined) return undefined;
  const work = join(folder, '.link');
  mkdirSync(work);
  try {
    await using edition = await Edition.open(folder, {
      memoryLimitInMb: options.memoryLimitInMb,
      temporaryFolder: join(work, 'spill'),
    });
    const previous = join(work, 'previous');
    if (!(await viewPrevious(edition, { previous: previousFolder, folder: previous }))) return undefined;
    return await new Relinking({ edition, previousFolder, previous, work, basis, options }).run();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

interface RelinkingContext {
  readonly edition: Edition;
  readonly previousFolder: string;
  /** Where the files of its tables are for this edition's database. */
  readonly previous: string;
  readonly work: string;
  readonly basis: AgentBasis;
  readonly options: LinkOptions;
}

class Relinking {
  readonly #context: RelinkingContext;
  readonly #index: BlockIndex;
  readonly #firstUnits: readonly number[];

  constructor(context: RelinkingContext) {
    this.#context = context;
    this.#index = readBlockIndex(context.previousFolder);
    this.#firstUnits = firstUnitsOf(this.#index.units);
  }

  async run(): Promise<RelinkedAgents | undefined> {
    const { edition, previousFolder, previous, work, options, basis } = this.#context;
    const { claims = [], withdrawn, signal, onStep } = options;
    onStep?.('people: what claims touch');
    const touched = await this.#touchedBlocks();
    if (touched === undefined) return undefined;
    for (const file of [...BLOCK_FILES, STATISTICS_FILE])
      shareFile(join(previousFolder, file), join(edition.folder, file));
    const packs = this.#index.packs.flatMap((pack) => {
      const blocks = [...touched].filter((block) => block >= pack.first && block < pack.first + pack.blocks);
      return blocks.length === 0 ? [] : [{ pack, blocks }];
    });
    const isSmall = packs.length <= FEW_PACKS && edition.manifest.records <= FEW_RECORDS;
    await using pool = new LinkPool({ isSmall, signal });
    const link = async () => {
      for (const { pack, blocks } of packs) await pool.add({ folder: edition.folder, pack, blocks, claims, work });
      return pool.end();
    };
    // The thread has one core, the database the others. Both end before the edition is closed, even if one fails.
    const [linked, read] = await Promise.allSettled([link(), readBefore(edition, this.#unitsSql(touched))]);
    if (linked.status === 'rejected') throw linked.reason;
    if (read.status === 'rejected') throw read.reason;
    const results = linked.value;
    onStep?.('people: writing');
    const writer = new AgentWriter({
      edition,
      work,
      claims,
      packs: packs.map(({ pack }) => pack),
      results,
      firstUnits: this.#firstUnits,
    });
    await writer.read();
    await writer.writeChanged(previous);
    await writer.writeAliases('touched_unit');
    writeAgentBasis(edition.folder, {
      claims,
      blocksOf: blocksOfReferences(results),
      withdrawn,
      before: basis.claims,
    });
    const rows = await edition.database.query<{ rid: number }>(
      `select distinct p.rid from near_link p join line_unit n using (unit) where p.agentKey <> n.agentKey order by p.rid`,
    );
    return { rows: rows.map(({ rid }) => rid) };
  }

  /** The blocks that have to be linked again; undefined where a new claim speaks of nothing that is known. */
  async #touchedBlocks(): Promise<ReadonlySet<number> | undefined> {
    const { basis, options } = this.#context;
    const now = acceptedClaims(options.claims ?? []);
    const before = new Map(basis.claims.map((claim) => [identityOf(claim), claim]));
    const after = new Set(now.map(identityOf));
    const touched = new Set<number>();
    const groups: (readonly number[])[] = basis.claims.map(({ blocks }) => blocks);
    for (const claim of basis.claims)
      if (!after.has(identityOf(claim))) for (const block of claim.blocks) touched.add(block);
    for (const claim of now) {
      if (before.has(identityOf(claim))) continue;
      const blocks: number[] = [];
      for (const reference of [claim.subject, claim.object]) {
        const own = await this.#blocksOf(reference);
        if (own.length === 0) return undefined;
        blocks.push(...own);
      }
      groups.push(blocks);
      for (const block of blocks) touched.add(block);
    }
    await this.#close(touched, groups);
    return touched;
  }

  /** Adds the blocks that claims or agents hold together with those that are touched. */
  async #close(touched: Set<number>, groups: readonly (readonly number[])[]): Promise<void> {
    for (let before = -1; before !== touched.size;) {
      before = touched.size;
      for (const group of groups)
        if (group.some((block) => touched.has(block))) for (const block of group) touched.add(block);
      for (const block of await this.#blocksOfAgentsIn(touched)) touched.add(block);
    }
  }

  async #blocksOf(reference: string): Promise<readonly number[]> {
    const units = await this.#context.edition.database.query<{ unit: number }>(
      'select unit from previous_agent_unit where key = $1 or nameKey = $1 or agentKey = $1',
      [reference],
    );
    return [...new Set(units.map(({ unit }) => this.#blockOf(unit)))];
  }

  /** The blocks of agents that have units in these blocks and elsewhere. */
  async #blocksOfAgentsIn(blocks: ReadonlySet<number>): Promise<readonly number[]> {
    if (blocks.size === 0) return [];
    const those = this.#unitsSql(blocks);
    const units = await this.#context.edition.database.query<{ unit: number }>(
      `select unit from previous_agent_unit where agentKey in (select agentKey from previous_agent_unit where ${those})
       and not (${those})`,
    );
    return [...new Set(units.map(({ unit }) => this.#blockOf(unit)))];
  }

  /** A condition on the units of some blocks. */
  #unitsSql(blocks: ReadonlySet<number>): string {
    const ranges = [...blocks].map((block) => {
      const first = this.#firstUnits[block]!;
      return `unit between ${first} and ${first + this.#index.units[block]! - 1}`;
    });
    return ranges.length === 0 ? 'false' : `(${ranges.join(' or ')})`;
  }

  #blockOf(unit: number): number {
    const firsts = this.#firstUnits;
    let [low, high] = [0, firsts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (firsts[middle]! <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
