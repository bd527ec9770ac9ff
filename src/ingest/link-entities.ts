import type { Claim } from '../model/claim.ts';
import { linkAgents } from './link-stage.ts';

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
}
