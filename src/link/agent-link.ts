import type { Agent, AgentKind, AgentVariant, PersonName } from '../model/agent.ts';
import type { Claim } from '../model/claim.ts';
import { ambiguousKey, identifierKey, nameClaimKey, type AgentBlock } from './agent-block.ts';
import type { Cluster } from './agent-cluster.ts';
import { clusterBlock, type Clustering } from './agent-clusters.ts';
import { greatest, least } from './agent-evidence.ts';
import type { AgentStatistics } from './agent-statistics.ts';
import type { Unit } from './agent-unit.ts';
import { throughOf } from './unnamed.ts';

/** What linking one block gives. */
export interface LinkedBlock {
  readonly agents: readonly Agent[];
  /** The claims of rules, accepted and proposed. People's claims are not repeated. */
  readonly claims: readonly Claim[];
  /** For each of the block's mentions the place of its agent in `agents`. */
  readonly agentOfMention: readonly number[];
  /** For each of the block's known agents the same. */
  readonly agentOfKnown: readonly number[];
  /** The units in an order that claims do not change. */
  readonly units: readonly LinkedUnit[];
  /** For each of the block's mentions the place of its unit in `units`; for each of the known agents the same. */
  readonly unitOfMention: readonly number[];
  readonly unitOfKnown: readonly number[];
  /** For each key in people's claims that means something here the place of the unit that comes first of those it means. */
  readonly meant: ReadonlyMap<string, number>;
}

/** A unit as others see it. */
export interface LinkedUnit {
  readonly key: string;
  /** What people's claims may call its name. */
  readonly nameKey: string;
  readonly name: string;
  /** The place of its agent in `agents`. */
  readonly agent: number;
  readonly records: number;
  /** The claim by which it came to its agent. */
  readonly claim?: string | undefined;
}

export interface LinkOptions {
  readonly statistics: AgentStatistics;
  /** Claims of people on units of this block; others do no harm. */
  readonly claims?: readonly Claim[];
}

/** Schemes whose identifiers give an agent its key, the first that it has. */
const SCHEMES = [
  'wikidata.org',
  'orcid.org',
  'viaf.org',
  'isni.org',
  'vocab.getty.edu',
  'kiki.huh.harvard.edu',
  'ipni.org',
];

/** Links the names of one block: to whom each of its mentions belongs, and why. Pure; blocks do not depend on each other. */
export function linkBlock(block: AgentBlock, { statistics, claims = [] }: LinkOptions): LinkedBlock {
  const clustering = clusterBlock(block, { statistics, claims });
  const agents: Agent[] = [];
  const agentOfMention = Array.from({ length: block.mentions.length }, () => -1);
  const agentOfKnown = Array.from({ length: block.known.length }, () => -1);
  const agentOfUnit = new Map<Unit, number>();
  const place = (units: readonly Unit[], agent: Agent) => {
    const position = agents.push(agent) - 1;
    for (const unit of units) {
      agentOfUnit.set(unit, position);
      for (const mention of unit.mentions) agentOfMention[mention] = position;
      for (const name of unit.names) if (name >= block.names.length) agentOfKnown[name - block.names.length] = position;
    }
  };
  const ambiguous = new Map<string, Cluster[]>();
  for (const cluster of clustering.clusters) {
    const { founder, units } = cluster;
    if (units.length > 1 || founder.isCoherent)
      place(units, agentOf(block, { clusters: [cluster], kind: kindOf(block, founder) }));
    else ambiguous.set(founder.nameKey, [...(ambiguous.get(founder.nameKey) ?? []), cluster]);
  }
  for (const clusters of ambiguous.values())
    place(
      clusters.flatMap(({ units }) => units),
      agentOf(block, { clusters, kind: 'name' }),
    );
  return {
    agents,
    claims: clustering.claims,
    agentOfMention,
    agentOfKnown,
    ...listUnits(block, clustering, agentOfUnit),
  };
}

function listUnits(
  block: AgentBlock,
  { claims, meant, broughtBy }: Clustering,
  agentOfUnit: ReadonlyMap<Unit, number>,
): Pick<LinkedBlock, 'units' | 'unitOfMention' | 'unitOfKnown' | 'meant'> {
  const joined = new Map(broughtBy);
  for (const { key, subject, status } of claims) if (status === 'accepted') joined.set(subject, key);
  const nameKeys = new Map<string, string>();
  const ordered = [...agentOfUnit.keys()].toSorted((left, right) => (left.key < right.key ? -1 : 1));
  const places = new Map(ordered.map((unit, index) => [unit, index]));
  const unitOfMention = Array.from({ length: block.mentions.length }, () => -1);
  const unitOfKnown = Array.from({ length: block.known.length }, () => -1);
  const units = ordered.map((unit, index): LinkedUnit => {
    for (const mention of unit.mentions) unitOfMention[mention] = index;
    for (const name of unit.names) if (name >= block.names.length) unitOfKnown[name - block.names.length] = index;
    let nameKey = nameKeys.get(unit.nameKey);
    if (nameKey === undefined) nameKeys.set(unit.nameKey, (nameKey = nameClaimKey(unit.nameKey)));
    return {
      key: unit.key,
      nameKey,
      name: nameOf(block, unit.names[0]!).name,
      agent: agentOfUnit.get(unit)!,
      records: unit.records,
      claim: joined.get(unit.key),
    };
  });
  return {
    units,
    unitOfMention,
    unitOfKnown,
    meant: new Map([...meant].map(([key, unit]) => [key, places.get(unit)!])),
  };
}

function nameOf({ names, known }: AgentBlock, index: number): PersonName {
  return names[index] ?? known[index - names.length]!.names[0]!;
}

function kindOf(block: AgentBlock, { names }: Unit): AgentKind {
  return nameOf(block, names[0]!).type;
}

function agentOf(
  block: AgentBlock,
  { clusters, kind }: { readonly clusters: readonly Cluster[]; readonly kind: AgentKind },
): Agent {
  const units = clusters.flatMap((cluster) => cluster.units);
  const [first] = units as [Unit, ...Unit[]];
  const label = nameOf(block, first.names[0]!);
  const identifiers = identifiersOf(units);
  let active: Agent['active'] = {};
  for (const cluster of clusters)
    active = {
      begin: least(active.begin, cluster.active.begin),
      end: greatest(active.end, cluster.active.end),
    };
  const through = kind === 'unnamed' ? throughOf(label.name) : undefined;
  return {
    key: keyOf({
      kind,
      first,
      identifiers: identifiersOf(units.filter(({ known }) => known !== undefined)),
    }),
    kind,
    label: label.name,
    ...(label.family === undefined ? {} : { family: label.family }),
    ...(label.given === undefined ? {} : { given: label.given }),
    life: clusters[0]!.life,
    active,
    identifiers,
    records: clusters.reduce((sum, { records }) => sum + records, 0),
    names: variantsOf(block, units),
    ...(through === undefined ? {} : { through }),
  };
}

function keyOf({
  kind,
  first,
  identifiers,
}: {
  readonly kind: AgentKind;
  readonly first: Unit;
  readonly identifiers: readonly string[];
}): string {
  if (kind === 'name') return ambiguousKey(first.nameKey);
  const [identifier] = identifiers;
  return identifier === undefined ? first.key : identifierKey(identifier);
}

function identifiersOf(units: readonly Unit[]): readonly string[] {
  const rank = (identifier: string) => {
    const index = SCHEMES.findIndex((scheme) => identifier.includes(scheme));
    return index < 0 ? SCHEMES.length : index;
  };
  return [...new Set(units.flatMap((unit) => unit.identifiers))].toSorted(
    (left, right) => rank(left) - rank(right) || (left < right ? -1 : 1),
  );
}

function variantsOf(block: AgentBlock, units: readonly Unit[]): readonly AgentVariant[] {
  const variants = new Map<string, AgentVariant>();
  for (const { names, records, nameKey } of units)
    for (const index of names) {
      const { name } = nameOf(block, index);
      variants.set(name, { nameKey, name, records: (variants.get(name)?.records ?? 0) + records });
    }
  return [...variants.values()].toSorted(
    (left, right) => right.records - left.records || (left.name < right.name ? -1 : 1),
  );
}
