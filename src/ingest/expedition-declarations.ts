import type { ExpeditionDeclaration } from '../model/expedition.ts';
import type { Configuration } from './configuration.ts';
import { readSourceProfile } from './part.ts';

/** The expeditions that a node's configuration and the profiles of its sources declare, in this order. */
export function declaredExpeditions(folder: string, configuration: Configuration): readonly ExpeditionDeclaration[] {
  const { expeditions, sources } = configuration;
  return [...expeditions, ...sources.flatMap((source) => readSourceProfile(folder, source).profile?.expeditions ?? [])];
}
