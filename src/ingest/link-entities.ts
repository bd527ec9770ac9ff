import type { Claim } from '../model/claim.ts';
import type { ChangedTables } from '../search/index-rewriter.ts';
import { findChangedRows } from './changed-rows.ts';
import { linkExpeditions } from './expedition-stage.ts';
import { linkGatherings } from './gathering-stage.ts';
import { linkAgents } from './link-stage.ts';
import { relinkAgents } from './agent-relink.ts';
import { linkPlaces } from './place-stage.ts';
import { linkTaxa } from './taxon-stage.ts';

export interface LinkOptions {
  /** What people say: accepted claims count, withdrawn and rejected ones may be left out. Left out: none. */
  readonly claims?: readonly Claim[];
  /** The folder of the edition before, whose keys go on answering as aliases. */
  readonly previous?: string | undefined;
  /** Keys of records that must not be public any more: they are not evidence. */
  readonly withdrawn: readonly string[];
  readonly memoryLimitInMb: number;
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: (step: string) => void;
}

/** Makes the tables of what the records of an edition share, LINKED_TABLES, in its folder: each stage reads what those before it wrote. */
export async function linkEntities(folder: string, options: LinkOptions): Promise<void> {
  await linkAgents(folder, options);
  await linkGatherings(folder, options);
  await linkExpeditions(folder, options);
  await linkTaxa(folder, options);
  await linkPlaces(folder, options);
}

/** Whether a file of an edition is written by a stage that takes people's claims, or that reads what such a stage wrote. */
export function isMadeWithClaims(file: string): boolean {
  return file.startsWith('agent') || file.startsWith('gathering') || file.startsWith('expedition');
}

/**
 * Makes again what people's claims touch, in the folder of an edition into which all other files were taken over from the edition
 * before (isMadeWithClaims says which were not). Answers the linked tables that were written, and their rows that are others.
 */
export async function relinkEntities(previous: string, folder: string, options: LinkOptions): Promise<ChangedTables> {
  const relinked = await relinkAgents(previous, folder, options);
  if (relinked === undefined) await linkAgents(folder, options);
  // Claims of gatherings are between records, and people who are linked anew may have gathered other things.
  await linkGatherings(folder, options);
  await linkExpeditions(folder, options);
  const editions = { previous, folder, memoryLimitInMb: options.memoryLimitInMb };
  return new Map([
    ['agent_link', relinked?.rows],
    ['gathering_link', await findChangedRows('gathering_link', editions)],
    ['expedition_link', await findChangedRows('expedition_link', editions)],
  ]);
}
