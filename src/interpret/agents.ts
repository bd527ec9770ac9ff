import type { Issue } from '../model/issue.ts';
import type { IssueCode } from '../vocabulary/issues.ts';
import { readAgents, type AgentList } from './agent-list.ts';
import { findQualifier } from './attribution.ts';
import { childRowsType } from './child-rows.ts';
import { interpretIdentifier } from './identifier.ts';
import type { Interpreter } from './interpreter.ts';
import { readMakers } from './maker-text.ts';
import type { AgentName } from './person-name.ts';

/** A row of the child table `participation`. */
interface ParticipationRow {
  readonly activity: string;
  readonly role: string;
  readonly agent: string;
  readonly agentType: AgentName['type'];
  readonly family?: string;
  readonly given?: string;
  readonly qualifier?: string;
  readonly agentID?: string;
  readonly born?: number;
  readonly died?: number;
  readonly position: number;
}

interface Part {
  readonly agent: AgentName;
  readonly role: string;
  readonly qualifier?: string | undefined;
  readonly agentID?: string | undefined;
}

function participation(
  activity: string,
  { agent, role, qualifier, agentID = agent.identifier }: Part,
  position: number,
): ParticipationRow {
  const life = agent.type === 'person' ? agent.life : undefined;
  return {
    activity,
    role,
    agent: agent.name,
    agentType: agent.type,
    ...(agent.family === undefined ? {} : { family: agent.family }),
    ...(agent.given === undefined ? {} : { given: agent.given }),
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(agentID === undefined ? {} : { agentID }),
    ...(life?.begin === undefined ? {} : { born: life.begin }),
    ...(life?.end === undefined ? {} : { died: life.end }),
    position,
  };
}

function readIdentifiers(text: string | null | undefined): readonly string[] {
  return (text ?? '').split(/\s*[|;]\s*|\s*,\s+|,(?=https?:)|\s+(?=https?:)/u).filter((part) => part !== '');
}

/** Whether it says that it is an ORCID or an ISNI, and is none: cut short, or with a digit wrong. */
function isBroken(identifier: string): boolean {
  return /orcid|isni|^[\d-]{15,18}[\dX]$/iu.test(identifier) && interpretIdentifier(identifier) === undefined;
}

/** An identifier that is whole; undefined for a broken one. */
function whole(identifier: string | undefined): string | undefined {
  return identifier === undefined || isBroken(identifier) ? undefined : identifier;
}

function identifierIssues(identifiers: readonly string[], agents: number, term: string | undefined): readonly Issue[] {
  if (term === undefined || identifiers.length === 0) return [];
  const broken = identifiers.filter(isBroken);
  return [
    ...(broken.length === 0
      ? []
      : [{ code: 'AGENT_ID_INVALID', term, detail: broken.join(' | ').slice(0, 200) } satisfies Issue]),
    ...(agents === 0 || agents === identifiers.length
      ? []
      : [{ code: 'AGENT_ID_COUNT_MISMATCH', term, detail: `${identifiers.length} / ${agents}` } satisfies Issue]),
  ];
}

function namesOf(agents: readonly AgentName[]): readonly string[] {
  return [...new Set(agents.map(({ name }) => name))];
}

function issuesOf(
  lists: readonly AgentList[],
  text: string,
  { code, term }: { readonly code: IssueCode; readonly term: string },
): readonly Issue[] {
  const unreadable = lists.some((list) => list.unreadable);
  return unreadable ? [{ code, term, detail: text.slice(0, 200) }] : [];
}

interface AgentColumn {
  readonly name: string;
  readonly term: string;
  /** The term with the agents' identifiers, and whether they fill a column of their own. */
  readonly identifierTerm?: string;
  readonly keepsIdentifiers?: boolean;
  readonly activity: string;
  readonly role: string;
  readonly code: IssueCode;
}

/** An interpreter of one term with a list of agents, all in one role. */
function agentInterpreter({
  name,
  term,
  identifierTerm,
  keepsIdentifiers = false,
  activity,
  role,
  code,
}: AgentColumn): Interpreter {
  return {
    name,
    version: 8,
    target: 'record',
    inputs: identifierTerm === undefined ? [term] : [term, identifierTerm],
    outputs: {
      [term]: 'VARCHAR[]',
      ...(keepsIdentifiers && identifierTerm !== undefined ? { [identifierTerm]: 'VARCHAR[]' } : {}),
      participationRows: childRowsType('participation'),
    },
    interpret([text = null, identifierText]) {
      const identifiers = readIdentifiers(identifierText);
      const list = text === null ? undefined : readAgents(text);
      const agents = list?.agents ?? [];
      const kept = identifiers.filter((identifier) => !isBroken(identifier));
      const paired = identifiers.length === agents.length;
      const rows = agents.map((agent, position) =>
        participation(activity, { agent, role, agentID: paired ? whole(identifiers[position]) : undefined }, position),
      );
      return {
        output: {
          ...(agents.length === 0 ? {} : { [term]: namesOf(agents), participationRows: rows }),
          ...(keepsIdentifiers && identifierTerm !== undefined && kept.length > 0 ? { [identifierTerm]: kept } : {}),
        },
        issues: [
          ...(list === undefined || text === null ? [] : issuesOf([list], text, { code, term })),
          ...identifierIssues(identifiers, agents.length, identifierTerm),
        ],
      };
    },
  };
}

/** Who gathered the specimen or saw it: `recordedBy`, names and their identifiers. */
export const gatheringAgents = agentInterpreter({
  name: 'gathering-agents',
  term: 'recordedBy',
  identifierTerm: 'recordedByID',
  keepsIdentifiers: true,
  activity: 'gathering',
  role: 'collector',
  code: 'RECORDED_BY_UNREADABLE',
});

/** Who named it: `identifiedBy` of the record itself. */
export const identificationAgents = agentInterpreter({
  name: 'identification-agents',
  term: 'identifiedBy',
  identifierTerm: 'identifiedByID',
  activity: 'identification',
  role: 'identifier',
  code: 'IDENTIFIED_BY_UNREADABLE',
});

/** The same in the history of identifications. */
export const identificationHistoryAgents: Interpreter = {
  name: 'identification-history-agents',
  version: 6,
  target: 'identification',
  inputs: ['identifiedBy'],
  outputs: { identifiedBy: 'VARCHAR[]' },
  interpret([text = null]) {
    if (text === null) return { output: {}, issues: [] };
    const list = readAgents(text);
    return {
      output: list.agents.length === 0 ? {} : { identifiedBy: namesOf(list.agents) },
      issues: issuesOf([list], text, { code: 'IDENTIFIED_BY_UNREADABLE', term: 'identifiedBy' }),
    };
  },
};

export const recipientAgents = agentInterpreter({
  name: 'recipient-agents',
  term: 'recipient',
  activity: 'production',
  role: 'recipient',
  code: 'AGENT_UNREADABLE',
});

export const subjectAgents = agentInterpreter({
  name: 'subject-agents',
  term: 'subjectAgent',
  activity: 'production',
  role: 'subject',
  code: 'AGENT_UNREADABLE',
});

export const useAgents = agentInterpreter({
  name: 'use-agents',
  term: 'usedBy',
  activity: 'use',
  role: 'user',
  code: 'AGENT_UNREADABLE',
});

export const acquisitionAgents = agentInterpreter({
  name: 'acquisition-agents',
  term: 'acquiredFrom',
  activity: 'acquisition',
  role: 'donor',
  code: 'AGENT_UNREADABLE',
});

/**
 * Who made, wrote, drew or took it: `maker`, or `creator` where there is none. A role or an identifier counts for the maker at its
 * place in the list separated by |; a single role counts for all. A role such as "attributed to" is a qualifier.
 */
export const productionAgents: Interpreter = {
  name: 'production-agents',
  version: 8,
  target: 'record',
  inputs: ['maker', 'makerRole', 'makerID', 'creator'],
  outputs: { maker: 'VARCHAR[]', participationRows: childRowsType('participation') },
  interpret([maker = null, roleText = null, identifierText = null, creator = null]) {
    const text = maker ?? creator;
    if (text === null) return { output: {}, issues: [] };
    const segments = text.split(/\s*[|;\n]\s*(?![^()]*\))/u).filter((segment) => segment !== '');
    const roles = (roleText ?? '').split(/\s*[|;]\s*/u).filter((role) => role !== '');
    const identifiers = readIdentifiers(identifierText);
    const makers = segments.flatMap((segment, index) => readMakers(segment).map((part) => ({ ...part, index })));
    const parts = makers.flatMap(({ list, qualifier, role, index }) => {
      const stated = roles.length === segments.length ? roles[index] : roles.length === 1 ? roles[0] : undefined;
      const statedQualifier = stated === undefined ? undefined : findQualifier(stated);
      const agentID =
        identifiers.length === segments.length && list.agents.length === 1 ? identifiers[index] : undefined;
      return list.agents.map((agent): Part => ({
        agent,
        role: role ?? (stated === undefined || statedQualifier !== undefined ? 'maker' : stated.toLowerCase()),
        qualifier: qualifier ?? statedQualifier,
        agentID,
      }));
    });
    return {
      output:
        parts.length === 0
          ? {}
          : {
              maker: namesOf(parts.map(({ agent }) => agent)),
              participationRows: parts.map((part, position) => participation('production', part, position)),
            },
      issues: issuesOf(
        makers.map(({ list }) => list),
        text,
        { code: 'MAKER_UNREADABLE', term: maker === null ? 'creator' : 'maker' },
      ),
    };
  },
};
