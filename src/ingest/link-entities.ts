import { readEditionClaims } from '../catalogue/edition-claims.ts';
import { shareFiles } from '../catalogue/share-file.ts';
import type { Claim } from '../model/claim.ts';
import type { ChangedTables } from '../search/index-rewriter.ts';
import { findChangedRows } from './changed-rows.ts';
import { writeChangedLines, writeEntityLines } from './entity-lines.ts';
import { linkExpeditions } from './expedition-stage.ts';
import { linkGatherings, relinkGatherings } from './gathering-stage.ts';
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
  const { claims = [] } = options;
  await linkAgents(folder, { ...options, claims: claimsOf(claims, 'agent') });
  await linkGatherings(folder, { ...options, claims: claimsOf(claims, 'gathering') });
  await linkExpeditions(folder, options);
  await linkTaxa(folder, options);
  await linkPlaces(folder, options);
  await writeEntityLines(folder, options);
}

/** Whether a file of an edition is written by a stage that takes people's claims, or that reads what such a stage wrote. */
export function isMadeWithClaims(file: string): boolean {
  return isOfAgents(file) || isOfGatherings(file);
}

function isOfAgents(file: string): boolean {
  return file.startsWith('agent');
}

function isOfGatherings(file: string): boolean {
  return file.startsWith('gathering') || file.startsWith('expedition');
}

/**
 * Makes again what people's claims touch, in the folder of an edition into which all other files were taken over from the edition
 * before (isMadeWithClaims says which were not). Answers the linked tables that were written, and their rows that are others.
 */
export async function relinkEntities(previous: string, folder: string, options: LinkOptions): Promise<ChangedTables> {
  const { claims = [], memoryLimitInMb } = options;
  const before = readEditionClaims(previous);
  const rows = isSame(claimsOf(before, 'agent'), claimsOf(claims, 'agent'))
    ? takeOverAgents(previous, folder)
    : await relink(previous, folder, options);
  // Claims of gatherings are between records, and people who are linked anew may have gathered other things.
  if (rows?.length === 0 && isSame(claimsOf(before, 'gathering'), claimsOf(claims, 'gathering'))) {
    shareFiles(previous, folder, isOfGatherings);
    await writeEntityLines(folder, options);
    return new Map();
  }
  const ofGatherings = { ...options, claims: claimsOf(claims, 'gathering') };
  if (rows === undefined) await linkGatherings(folder, ofGatherings);
  else await relinkGatherings(folder, ofGatherings, { previous, rows, before: claimsOf(before, 'gathering') });
  await linkExpeditions(folder, options);
  await writeEntityLines(folder, options);
  const editions = { previous, folder, memoryLimitInMb };
  return new Map([
    ['agent_link', rows],
    ['gathering_link', await findChangedRows('gathering_link', editions)],
    ['expedition_link', await findChangedRows('expedition_link', editions)],
  ]);
}

function takeOverAgents(previous: string, folder: string): readonly number[] {
  shareFiles(previous, folder, isOfAgents);
  return [];
}

/** The rows that are others; undefined where any may be. */
async function relink(previous: string, folder: string, options: LinkOptions): Promise<readonly number[] | undefined> {
  const ofAgents = { ...options, claims: claimsOf(options.claims ?? [], 'agent') };
  const relinked = await relinkAgents(previous, folder, ofAgents);
  if (relinked === undefined) {
    await linkAgents(folder, ofAgents);
    return undefined;
  }
  await writeChangedLines(folder, previous);
  return relinked.rows;
}

function claimsOf(claims: readonly Claim[], entity: NonNullable<Claim['entity']>): readonly Claim[] {
  return claims.filter((claim) => claim.entity === entity);
}

function isSame(left: readonly Claim[], right: readonly Claim[]): boolean {
  return left.length === right.length && left.every(({ key }, index) => key === right[index]!.key);
}
