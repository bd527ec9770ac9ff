import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AGENT_TABLES } from '../catalogue/agent-tables.ts';
import { linkBlock, type LinkedBlock } from '../link/agent-link.ts';
import { AgentStatistics, type StatisticsState } from '../link/agent-statistics.ts';
import type { Claim } from '../model/claim.ts';
import { readPack, type BlockPack, type PackedBlock } from './agent-block-file.ts';
import { LinkLines } from './link-lines.ts';

/** How common names, places and so on are in an edition: saved, since linking a block again must reckon with the same. */
export const STATISTICS_FILE = 'agent-statistics.json';

/** Blocks that one thread links. */
export interface LinkTask {
  /** The folder with the blocks and the statistics. */
  readonly folder: string;
  readonly pack: BlockPack;
  /** The numbers of the blocks to be linked; left out: all of the pack. */
  readonly blocks?: readonly number[] | undefined;
  readonly claims: readonly Claim[];
  /** The folder for the lines. */
  readonly work: string;
}

export interface LinkTaskResult {
  /** The number of each block and how many units it has. */
  readonly units: readonly (readonly [block: number, units: number])[];
  /** What keys in claims mean. */
  readonly meant: readonly MeantUnit[];
}

/** What a key in a claim means: the first of the units that it means in a block, and the agent of that. */
export interface MeantUnit {
  readonly reference: string;
  readonly block: number;
  readonly unitKey: string;
  readonly agentKey: string;
  readonly name: string;
}

const { records: _records, names: _names, folded: _folded, ...AGENT_COLUMNS } = AGENT_TABLES.agent;

/** The lines that a task writes, each kind into a file `<kind>-<first block of the pack>`. Units are numbered within their block. */
export const LINE_COLUMNS = {
  agent: { ...AGENT_COLUMNS, taking: 'INTEGER' },
  claim: AGENT_TABLES.agent_claim,
  unit: { ...AGENT_TABLES.agent_unit, block: 'INTEGER' },
  mention: { mention: 'INTEGER', block: 'INTEGER', unit: 'INTEGER' },
  entry: { rid: 'INTEGER', block: 'INTEGER', unit: 'INTEGER' },
} as const;

export type LineKind = keyof typeof LINE_COLUMNS;

export function lineFile({ work, pack }: Pick<LinkTask, 'work' | 'pack'>, kind: LineKind): string {
  return join(work, `${kind}-${pack.first}`);
}

let statistics: AgentStatistics | undefined;

/** Links a pack in a thread whose tasks are all of one edition. */
export default function linkInThread(task: LinkTask): LinkTaskResult {
  statistics ??= readStatistics(task.folder);
  return linkPack(task, statistics);
}

export function writeStatistics(folder: string, state: StatisticsState): void {
  writeFileSync(join(folder, STATISTICS_FILE), JSON.stringify({ state }));
}

export function readStatistics(folder: string): AgentStatistics {
  const { state } = JSON.parse(readFileSync(join(folder, STATISTICS_FILE), 'utf8')) as {
    state: StatisticsState;
  };
  return new AgentStatistics(state);
}

/** Links the blocks of a pack and writes what comes of it. */
export function linkPack(task: LinkTask, shares: AgentStatistics): LinkTaskResult {
  const { folder, pack, claims } = task;
  const lines = Object.fromEntries(
    Object.keys(LINE_COLUMNS).map((kind) => [kind, new LinkLines(lineFile(task, kind as LineKind), {})]),
  ) as Record<LineKind, LinkLines>;
  const wanted = task.blocks === undefined ? undefined : new Set(task.blocks);
  const units: [number, number][] = [];
  const meant: MeantUnit[] = [];
  try {
    for (const block of readPack(folder, pack)) {
      if (wanted?.has(block.number) === false) continue;
      const linked = linkBlock(block, { statistics: shares, claims });
      writeBlock(block, linked, lines);
      units.push([block.number, linked.units.length]);
      for (const [reference, unit] of linked.meant) {
        const { key, name, agent } = linked.units[unit]!;
        meant.push({
          reference,
          block: block.number,
          unitKey: key,
          agentKey: linked.agents[agent]!.key,
          name,
        });
      }
    }
  } finally {
    for (const each of Object.values(lines)) each[Symbol.dispose]();
  }
  return { units, meant };
}

function writeBlock(block: PackedBlock, linked: LinkedBlock, lines: Readonly<Record<LineKind, LinkLines>>): void {
  const { agents, claims, units, unitOfMention, unitOfKnown } = linked;
  for (const { life, active, names: _variants, records, ...agent } of agents)
    lines.agent.add({
      ...agent,
      born: life.begin,
      died: life.end,
      activeBegin: active.begin,
      activeEnd: active.end,
      taking: records,
    });
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  for (const { key, subject, object, status, score, rule, evidence } of claims) {
    const [one, other] = [byKey.get(subject)!, byKey.get(object)!];
    // What was proposed first may have come together by another way.
    if (status === 'proposed' && one.agent === other.agent) continue;
    lines.claim.add({
      key,
      agentKey: agents[one.agent]!.key,
      otherKey: agents[other.agent]!.key,
      subjectKey: subject,
      objectKey: object,
      subject: one.name,
      object: other.name,
      status,
      score,
      rule,
      evidence,
    });
  }
  for (const [unit, { agent, ...rest }] of units.entries())
    lines.unit.add({ block: block.number, unit, ...rest, agentKey: agents[agent]!.key });
  for (const [index, unit] of unitOfMention.entries())
    lines.mention.add({ mention: block.mentionNumbers[index], block: block.number, unit });
  for (const [index, unit] of unitOfKnown.entries())
    lines.entry.add({ rid: block.knownRecords[index], block: block.number, unit });
}
