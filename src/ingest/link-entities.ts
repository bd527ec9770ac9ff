import type { Claim } from '../model/claim.ts';
import { linkExpeditions } from './expedition-stage.ts';
import { linkGatherings } from './gathering-stage.ts';
import { linkAgents, relinkAgents } from './link-stage.ts';
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
 * before (isMadeWithClaims says which were not). Answers the names of the linked tables whose rows may be other ones.
 */
export async function relinkEntities(
  previous: string,
  folder: string,
  options: LinkOptions,
): Promise<ReadonlySet<string>> {
  const relinked = await relinkAgents(previous, folder, options);
  if (relinked === undefined) await linkAgents(folder, options);
  // Claims of gatherings are between records, and people who are linked anew may have gathered other things.
  await linkGatherings(folder, options);
  await linkExpeditions(folder, options);
  return new Set([...(relinked?.rows.length === 0 ? [] : ['agent_link']), 'gathering_link', 'expedition_link']);
}
