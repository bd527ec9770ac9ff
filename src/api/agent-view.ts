import {
  claimsOfAgent,
  findAgents,
  listRoles,
  readAgent,
  readAgentDetails,
  readAgents,
  type AgentClaimRow,
  type AgentDetails,
  type AgentLine,
} from '../catalogue/agent-store.ts';
import { findAlias } from '../catalogue/entity-alias.ts';
import type { Query } from '../model/query.ts';
import type { SearchEngine } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import { fold } from '../search/text-fold.ts';
import { KINDS, RECORD_TYPES } from '../vocabulary/kinds.ts';

/** A person, a group or a name, in a line. */
export interface AgentSummary extends Pick<AgentLine, 'key' | 'kind' | 'label'> {
  readonly born?: number;
  readonly died?: number;
  /** First and last year of what it took part in. */
  readonly activeBegin?: number;
  readonly activeEnd?: number;
  /** Records of all types in which it stands. */
  readonly records: number;
}

/** Why two names are one, or may be. */
export interface AgentReason extends Pick<
  AgentClaimRow,
  'subjectKey' | 'objectKey' | 'subject' | 'object' | 'score' | 'rule' | 'evidence'
> {
  /** The key of the rule's claim, by which people accept or reject it. */
  readonly claim: string;
}

/** What an agent did, and with how many objects of each kind: one of two kinds counts with both. */
export interface AgentRole {
  readonly role: string;
  readonly count: number;
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
}

/** Everything about an agent but its records. */
export interface AgentView extends AgentSummary {
  readonly identifiers: readonly string[];
  /** For someone known only through another: that other's name. */
  readonly through?: string;
  /** Objects in which it stands. */
  readonly objects: number;
  readonly names: readonly {
    readonly name: string;
    /** By which claims of people name it: all units that bear it. */
    readonly key: string;
    readonly datasets: readonly { readonly key: string; readonly records: number }[];
  }[];
  /** Over the objects, the most frequent first. */
  readonly roles: readonly AgentRole[];
  /** Who stands in the same objects, the most frequent first. */
  readonly together: readonly (AgentSummary & { readonly count: number })[];
  /** Why the names were brought together. */
  readonly reasons: readonly AgentReason[];
  /** Who may be the same, but was not brought together. */
  readonly candidates: readonly (AgentReason & AgentSummary)[];
  /** Whether records were withdrawn since, so that reasons and years are not told until the next build. */
  readonly isReduced: boolean;
}

const MOST_NAMES = 200;
const MOST_ROLES = 1_000;
const MOST_TOGETHER = 24;
const MOST_CANDIDATES = 12;

/** Selects the objects in which an agent stands. */
export function agentQuery(key: string): Query {
  return { kind: 'is', field: 'agentKey', value: key };
}

/** The search for what an agent did in a role. */
export function agentRoleQuery(key: string, role: string): Query {
  return { kind: 'is', field: 'agentRole', value: `${role}:${key}` };
}

/** All about an agent, also by a key that it had in an edition before; undefined where the edition has none, or all of its records were withdrawn. */
export async function readAgentView(lease: Lease, key: string): Promise<AgentView | undefined> {
  const { engine, edition } = lease;
  const agent = await readAgent(edition, key);
  if (agent === undefined) {
    const now = await findAlias(edition, 'agent', key);
    return now === undefined ? undefined : readAgentView(lease, now);
  }
  const present = await presentAgent(lease, agent);
  if (present === undefined) return undefined;
  const { isReduced } = present;
  await using selection = await engine.resolve(agentQuery(key));
  const [claims, roles, [together]] = await Promise.all([
    isReduced ? [] : claimsOfAgent(edition, key),
    readRoles(lease, key),
    selection.facets([{ field: 'agentKey', limit: MOST_TOGETHER + 1 }]),
  ]);
  const counts = new Map(together!.values.map(({ value, count }) => [value, count]));
  counts.delete(key);
  const companions = [...counts.keys()].slice(0, MOST_TOGETHER);
  const candidates = candidatesOf(claims);
  const others = await summariseAgents(lease, [...new Set([...companions, ...candidates.keys()])]);
  const byKey = new Map(others.map((other) => [other.key, other]));
  return {
    ...summaryOf(present),
    identifiers: agent.identifiers,
    ...(agent.through === null || isReduced ? {} : { through: agent.through }),
    objects: selection.total,
    names: variantsOf(present.namesLeft ?? agent.names),
    roles,
    together: companions.flatMap((other) => {
      const summary = byKey.get(other);
      return summary === undefined ? [] : [{ ...summary, count: counts.get(other)! }];
    }),
    reasons: claims.filter(({ status }) => status === 'accepted').map(reasonOf),
    candidates: [...candidates].flatMap(([other, reason]) => {
      const summary = byKey.get(other);
      return summary === undefined ? [] : [{ ...summary, ...reason }];
    }),
    isReduced,
  };
}

/** Each role is looked up: there are few, but each of them with each agent is too many values to be looked through. */
async function readRoles({ engine, edition }: Lease, key: string): Promise<readonly AgentRole[]> {
  const found: AgentRole[] = [];
  for (const role of (await listRoles(edition)).slice(0, MOST_ROLES)) {
    await using selection = await engine.resolve(agentRoleQuery(key, role));
    if (selection.total === 0) continue;
    const [facet] = await selection.facets([{ field: 'kind', limit: KINDS.length }]);
    const kinds = facet!.values.map(({ value, count }) => ({ kind: value, count }));
    found.push({ role, count: selection.total, kinds });
  }
  return found.toSorted((a, b) => b.count - a.count);
}

/** Agents with these words in their names, those with the most records first. */
export async function listAgents(
  lease: Lease,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<{ readonly total: number; readonly agents: readonly AgentSummary[] }> {
  const words = fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const { total, agents } = await findAgents(lease.edition, { words, limit });
  const present = await Promise.all(agents.map((line) => presentAgent(lease, line)));
  const shown = present.filter((agent) => {
    if (agent?.namesLeft === undefined) return agent !== undefined;
    const names = fold(agent.namesLeft.map(({ name }) => name).join('\n'));
    return words.every((word) => names.includes(word));
  });
  return { total: total - (agents.length - shown.length), agents: shown.map((agent) => summaryOf(agent!)) };
}

/** Agents in a line each, in the order of the keys; without those that are not, or not any more, in the edition. */
export async function summariseAgents(lease: Agents, keys: readonly string[]): Promise<readonly AgentSummary[]> {
  const lines = await readAgents(lease.edition, keys);
  const present = await Promise.all(lines.map((line) => presentAgent(lease, line)));
  return present.flatMap((agent) => (agent === undefined ? [] : [summaryOf(agent)]));
}

type Agents = Pick<Lease, 'engine' | 'edition'>;

interface PresentAgent extends AgentLine {
  readonly isReduced: boolean;
  /** Where it is reduced: the names that records still have. */
  readonly namesLeft?: AgentDetails['names'];
}

/** An agent as what is not withdrawn tells of it: no name that no record has any more. */
async function presentAgent({ engine, edition }: Agents, line: AgentLine): Promise<PresentAgent | undefined> {
  if (!engine.isTouched('agentKey', line.key)) return { ...line, isReduced: false };
  const ofAnyType: Query = {
    kind: 'and',
    of: [agentQuery(line.key), { kind: 'in', field: 'recordType', values: [...RECORD_TYPES] }],
  };
  const records = await countOf(engine, ofAnyType);
  if (records === 0) return undefined;
  if (records === line.records) return { ...line, isReduced: false };
  const namesLeft: AgentDetails['names'][number][] = [];
  const { names } = await readAgentDetails(edition, line.key);
  for (const variant of names.slice(0, MOST_NAMES)) {
    const { name, datasetKey } = variant;
    const left = await countOf(engine, {
      kind: 'and',
      of: [
        ofAnyType,
        { kind: 'is', field: 'datasetKey', value: datasetKey },
        { kind: 'or', of: ['agent', 'title'].map((field): Query => ({ kind: 'is', field, value: name })) },
      ],
    });
    if (left > 0) namesLeft.push({ ...variant, records: Math.min(left, variant.records) });
  }
  const label = namesLeft.some(({ name }) => name === line.label) ? line.label : namesLeft[0]?.name;
  if (label === undefined) return undefined;
  return {
    ...line,
    label,
    namesLeft,
    records,
    born: null,
    died: null,
    activeBegin: null,
    activeEnd: null,
    isReduced: true,
  };
}

async function countOf(engine: SearchEngine, query: Query): Promise<number> {
  await using selection = await engine.resolve(query);
  return selection.total;
}

function summaryOf({ key, kind, label, records, born, died, activeBegin, activeEnd }: AgentLine): AgentSummary {
  return {
    key,
    kind,
    label,
    ...(born === null ? {} : { born }),
    ...(died === null ? {} : { died }),
    ...(activeBegin === null ? {} : { activeBegin }),
    ...(activeEnd === null ? {} : { activeEnd }),
    records,
  };
}

function variantsOf(names: AgentDetails['names']): AgentView['names'] {
  return [...Map.groupBy(names, ({ name }) => name)].slice(0, MOST_NAMES).map(([name, rows]) => ({
    name,
    key: rows[0]!.nameKey,
    datasets: rows.map(({ datasetKey, records }) => ({ key: datasetKey, records })),
  }));
}

function reasonOf({ key, subjectKey, objectKey, subject, object, score, rule, evidence }: AgentClaimRow): AgentReason {
  return { claim: key, subjectKey, objectKey, subject, object, score, rule, evidence };
}

/** Each candidate once, with the best claim that names it; the surest first. */
function candidatesOf(claims: readonly AgentClaimRow[]): ReadonlyMap<string, AgentReason> {
  const best = new Map<string, AgentReason>();
  for (const claim of claims)
    if (claim.status === 'proposed' && !best.has(claim.otherKey) && best.size < MOST_CANDIDATES)
      best.set(claim.otherKey, reasonOf(claim));
  return best;
}
