import type { Issue } from '../model/issue.ts';
import { readAgents } from './agent-list.ts';
import type { AgentName } from './person-name.ts';

/** One agent taken apart; null where the text has no such part. */
export interface AgentStructure {
  readonly kind: 'person' | 'group' | 'unknown';
  /** The whole name, given names first. */
  readonly name: string;
  /** Without its particle. */
  readonly family: string | null;
  /** Initials stand as they were written. */
  readonly given: string | null;
  readonly particle: string | null;
  readonly suffix: string | null;
  readonly title: string | null;
  readonly appellation: string | null;
  readonly nick: string | null;
  /** Years of birth and death that stand with the name. */
  readonly born: number | null;
  readonly died: number | null;
}

export interface InterpretedAgents {
  /** In the order of the text. */
  readonly agents: readonly AgentStructure[];
  readonly issues: readonly Issue[];
}

/**
 * The people and groups of one text, each taken apart: "H. van der Werff & Smith, J." has `family` Werff with `particle` "van der", and
 * Smith with `given` "J.". `unknown` is someone without a name ("local collector"). Adds AGENT_UNREADABLE. Never throws.
 */
export function interpretAgents(text: string): InterpretedAgents {
  const { agents, unreadable } = readAgents(text);
  return {
    agents: agents.map(structureOf),
    issues: unreadable ? [{ code: 'AGENT_UNREADABLE', term: 'agents', detail: text.slice(0, 200) }] : [],
  };
}

function structureOf(agent: AgentName): AgentStructure {
  const { name, type, family, particle, given, writtenGiven, suffix, title, appellation, nick, life } = agent;
  return {
    kind: type === 'unnamed' ? 'unknown' : type,
    name,
    family: (particle === undefined ? family : family?.slice(particle.length).trim()) ?? null,
    given: writtenGiven ?? given ?? null,
    particle: particle ?? null,
    suffix: suffix ?? null,
    title: title ?? null,
    appellation: appellation ?? null,
    nick: nick ?? null,
    born: life?.begin ?? null,
    died: life?.end ?? null,
  };
}
