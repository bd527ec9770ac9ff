import type { PersonName } from '../model/agent.ts';
import type { Claim } from '../model/claim.ts';
import { hashKey } from '../model/key.ts';
import { ambiguousKey, nameClaimKey, type AgentBlock } from './agent-block.ts';
import { Cluster } from './agent-cluster.ts';
import { contradictionOfLives, weigh, weighUnknown } from './agent-evidence.ts';
import type { AgentStatistics } from './agent-statistics.ts';
import { countBearers, particlesOf, specificity, unitsOf, type Unit } from './agent-unit.ts';
import { initialsOf } from './nicknames.ts';
import { compareNames, type NameComparison } from './name-similarity.ts';

export const AGENT_RULE = 'agent-name-and-context';
/** The score from which a rule's claim is accepted, and from which it is worth showing. */
export const ACCEPTED = 0.92;
export const PROPOSED = 0.2;
/** Candidates at which a unit looks at most. */
const MOST_CANDIDATES = 200;
/** Candidates that are kept for a cluster that found no place. */
const MOST_PROPOSALS = 5;
/** How often clusters look again for where they belong. */
const ROUNDS = 2;
/** Other candidates that count against the best. */
const MOST_RIVALS = 12;
/** Years in one stretch of the index of clusters. */
const PERIOD = 20;
/** What many records can be worth. */
const MOST_SIZE = 8;
/** Records that the share of names seen once in the whole collection is worth in a block. */
const PRIOR_RECORDS = 10;

export interface Clustering {
  readonly clusters: readonly Cluster[];
  readonly claims: readonly Claim[];
}

interface Candidate {
  readonly cluster: Cluster;
  readonly comparison: NameComparison;
  readonly weight: number;
  /** The chance that it is the one, among all candidates and unknown people. */
  readonly score: number;
}

/** Brings the units of a block together; the same units and claims give the same clusters in whatever order they come. */
export function clusterBlock(
  block: AgentBlock,
  { statistics, claims }: { readonly statistics: AgentStatistics; readonly claims: readonly Claim[] },
): Clustering {
  return new BlockClusters(block, { statistics, claims }).run();
}

class BlockClusters {
  readonly #block: AgentBlock;
  readonly #statistics: AgentStatistics;
  readonly #manual: readonly Claim[];
  readonly #units: readonly Unit[];
  /** How many people are known by the family name with each particle. */
  readonly #bearers: ReadonlyMap<string, number>;
  readonly #clusters = new Set<Cluster>();
  readonly #clusterOf = new Map<Unit, Cluster>();
  readonly #neighbourhoods = new Map<string, Set<Cluster>>();
  readonly #comparisons: Map<number, NameComparison>[] = [];
  readonly #apart = new Map<Unit, Set<Unit>>();
  readonly #claims: Claim[] = [];
  readonly #averageRecords: number;
  /** The share of records that is expected of people who were not seen yet: that of names seen once (Good and Turing). */
  readonly #unseen: number;
  #search = 0;

  constructor(
    block: AgentBlock,
    { statistics, claims }: { readonly statistics: AgentStatistics; readonly claims: readonly Claim[] },
  ) {
    this.#block = block;
    this.#statistics = statistics;
    this.#units = unitsOf(block, statistics);
    this.#bearers = countBearers(block);
    const people = [...this.#bearers.values()].reduce((sum, count) => sum + count, 0);
    const perName = new Map<number, number>();
    let records = 0;
    for (const mention of block.mentions) {
      records += mention.records;
      perName.set(mention.name, (perName.get(mention.name) ?? 0) + mention.records);
    }
    const once = [...perName.values()].filter((count) => count === 1).length;
    this.#averageRecords = Math.max(1, records / people);
    this.#unseen = (once + PRIOR_RECORDS * statistics.unseen) / (records + PRIOR_RECORDS);
    this.#manual = claims.toSorted((left, right) => (left.key < right.key ? -1 : 1));
  }

  run(): Clustering {
    const before = new Map<Unit, Cluster>();
    for (const unit of this.#units) before.set(unit, new Cluster(unit));
    this.#readClaims(before);
    for (const cluster of new Set(before.values())) this.#place(cluster);
    for (let round = 0; round < ROUNDS; round += 1) this.#reconsider(round === ROUNDS - 1);
    return { clusters: [...this.#clusters], claims: this.#claims };
  }

  #reconsider(isLast: boolean): void {
    const loose = [...this.#clusters].toSorted(
      (left, right) => left.records - right.records || (left.founder.key < right.founder.key ? -1 : 1),
    );
    for (const cluster of loose) if (this.#clusters.has(cluster)) this.#replace(cluster, isLast);
  }

  /** People's claims come before any rule's: "different" keeps units apart, "same" unites them. */
  #readClaims(clusterOf: Map<Unit, Cluster>): void {
    const named = unitsByReference(this.#units);
    const accepted = this.#manual.filter(({ status }) => status === 'accepted');
    for (const { kind, subject, object } of accepted) {
      if (kind !== 'different') continue;
      for (const left of named.get(subject) ?? [])
        for (const right of named.get(object) ?? []) if (left !== right) this.#separate(left, right);
    }
    const unite = (left: Unit, right: Unit) => {
      const [one, other] = [clusterOf.get(left)!, clusterOf.get(right)!];
      if (one === other || this.#areApart(one, other)) return;
      const [into, from] =
        this.#units.indexOf(one.founder) <= this.#units.indexOf(other.founder) ? [one, other] : [other, one];
      into.add(from);
      for (const unit of from.units) clusterOf.set(unit, into);
    };
    // A block of a group has all spellings of one name.
    const [group, ...spellings] = this.#units.filter(({ names: [name] }) => this.#nameOf(name!).type === 'group');
    if (group !== undefined) for (const spelling of spellings) unite(group, spelling);
    const byIdentifier = new Map<string, Unit>();
    for (const unit of this.#units)
      for (const identifier of unit.known?.identifiers ?? []) {
        const first = byIdentifier.get(identifier);
        if (first === undefined) byIdentifier.set(identifier, unit);
        else unite(first, unit);
      }
    for (const { kind, subject, object } of accepted) {
      if (kind !== 'same') continue;
      const [first] = named.get(subject) ?? [];
      if (first === undefined) continue;
      for (const right of named.get(object) ?? []) unite(first, right);
    }
  }

  #separate(left: Unit, right: Unit): void {
    this.#apart.set(left, (this.#apart.get(left) ?? new Set()).add(right));
    this.#apart.set(right, (this.#apart.get(right) ?? new Set()).add(left));
  }

  #areApart(left: Cluster, right: Cluster): boolean {
    if (this.#apart.size === 0) return false;
    return left.units.some((unit) => {
      const others = this.#apart.get(unit);
      return others !== undefined && right.units.some((other) => others.has(other));
    });
  }

  #place(cluster: Cluster): void {
    const [best] = this.#candidates(cluster, 1);
    if (best !== undefined && best.score >= ACCEPTED) this.#unite(best, cluster);
    else this.#admit(cluster);
  }

  #admit(cluster: Cluster): void {
    this.#clusters.add(cluster);
    for (const unit of cluster.units) this.#clusterOf.set(unit, cluster);
    this.#index(cluster);
  }

  #index(cluster: Cluster): void {
    for (const key of homesOf(cluster)) {
      const list = this.#neighbourhoods.get(key) ?? new Set();
      this.#neighbourhoods.set(key, list.add(cluster));
    }
  }

  /** Looks once more for where a cluster belongs, now that all are known; what it may be, but not surely, is proposed. */
  #replace(cluster: Cluster, isLast: boolean): void {
    const candidates = this.#candidates(cluster, isLast && cluster.units.length === 1 ? MOST_PROPOSALS : 1);
    const [best] = candidates;
    if (best === undefined) return;
    if (best.score < ACCEPTED || !this.#isMutual(cluster, best.cluster)) {
      if (!isLast || cluster.units.length > 1) return;
      for (const candidate of candidates)
        if (candidate.score >= PROPOSED && candidate.score < ACCEPTED)
          this.#claims.push(this.#claim(cluster, candidate));
      return;
    }
    this.#clusters.delete(cluster);
    for (const key of homesOf(cluster)) this.#neighbourhoods.get(key)?.delete(cluster);
    this.#unite(best, cluster);
  }

  /** John Smith can only be this "J. Smith"; but this "J. Smith" can be others too. */
  #isMutual(cluster: Cluster, other: Cluster): boolean {
    if (specificity(other.tokens) >= specificity(cluster.tokens)) return true;
    const back = this.#candidates(other, MOST_PROPOSALS).find((candidate) => candidate.cluster === cluster);
    return back !== undefined && back.score >= ACCEPTED;
  }

  #unite(best: Candidate, joining: Cluster): void {
    const { cluster } = best;
    this.#claims.push(this.#claim(joining, best));
    cluster.add(joining);
    for (const unit of joining.units) this.#clusterOf.set(unit, cluster);
    this.#index(cluster);
  }

  #claim(cluster: Cluster, { cluster: other, comparison, score }: Candidate): Claim {
    const evidence: string[] = [];
    weigh({ unit: cluster, candidate: other, comparison, statistics: this.#statistics, evidence });
    const [subject, object] = [cluster.founder.key, other.founder.key];
    return {
      key: hashKey(['same', subject, object, AGENT_RULE].join('\u001F')),
      kind: 'same',
      subject,
      object,
      status: score >= ACCEPTED ? 'accepted' : 'proposed',
      score: Math.round(score * 1000) / 1000,
      rule: AGENT_RULE,
      evidence,
      maker: 'rule',
    };
  }

  /** What the cluster can be, the best first, each with the chance that it is. */
  #candidates(cluster: Cluster, limit: number): readonly Candidate[] {
    const found: Omit<Candidate, 'score'>[] = [];
    for (const other of this.#neighbours(cluster)) {
      const comparison = this.#compare(cluster, other);
      if (comparison === undefined || contradictionOfLives(cluster, other) !== undefined) continue;
      if (this.#areApart(cluster, other)) continue;
      const weight =
        this.#weighSize(other) * weigh({ unit: cluster, candidate: other, comparison, statistics: this.#statistics });
      found.push({ cluster: other, comparison, weight });
    }
    found.sort(
      (left, right) => right.weight - left.weight || (left.cluster.founder.key < right.cluster.founder.key ? -1 : 1),
    );
    const unknown = this.#weighUnknown(cluster);
    return found.slice(0, limit).map((candidate) => {
      const { weight } = candidate;
      // What cannot be accepted without rivals needs no look at them, unless it is to be shown.
      let rivals = 0;
      if (limit > 1 || weight / (weight + unknown) >= ACCEPTED)
        for (const rival of found.slice(0, MOST_RIVALS))
          if (rival !== candidate) rivals += rival.weight * this.#chanceOfTwo(candidate.cluster, rival.cluster);
      return { ...candidate, score: weight / (weight + rivals + unknown) };
    });
  }

  /** The chance that two candidates are two people: fragments of one person are no rivals. */
  #chanceOfTwo(left: Cluster, right: Cluster): number {
    const comparison = this.#compare(left, right);
    if (comparison === undefined || contradictionOfLives(left, right) !== undefined) return 1;
    const weight = weigh({ unit: right, candidate: left, comparison, statistics: this.#statistics });
    const unknown = this.#weighUnknown(right);
    return unknown / (weight + unknown);
  }

  /** Records are more often of people who have many: the root of how many, against what a person of the block has on average. */
  #weighSize({ records }: Cluster): number {
    if (records === 0) return 1;
    return Math.min(MOST_SIZE, Math.max(1 / MOST_SIZE, records / this.#averageRecords));
  }

  #weighUnknown(cluster: Cluster): number {
    const bearers = this.#bearers.get(particlesOf(this.#nameOf(cluster.founder.names[0]!))) ?? 1;
    return weighUnknown(cluster, { bearers, unseen: this.#unseen, statistics: this.#statistics });
  }

  #neighbours(cluster: Cluster): readonly Cluster[] {
    const near: Cluster[] = [];
    this.#search += 1;
    cluster.foundIn = this.#search;
    for (const key of searchesOf(cluster))
      for (const other of this.#neighbourhoods.get(key) ?? []) {
        // What was undated when it came here may have got years, and left under other keys.
        if (other.foundIn === this.#search || !this.#clusters.has(other)) continue;
        other.foundIn = this.#search;
        near.push(other);
        if (near.length >= MOST_CANDIDATES) return near;
      }
    return near;
  }

  /** The best comparison of any two names of two clusters; undefined where any two contradict each other. */
  #compare(left: Cluster, right: Cluster): NameComparison | undefined {
    for (const authority of left.authorities) if (right.authorities.has(authority)) return undefined;
    let best: NameComparison | undefined;
    for (const one of left.names)
      for (const other of right.names) {
        const comparison = this.#compareNames(one, other);
        if (comparison.conflict !== undefined) return undefined;
        if (best === undefined || comparison.plausibility * comparison.score > best.plausibility * best.score)
          best = comparison;
      }
    return best;
  }

  #compareNames(left: number, right: number): NameComparison {
    const [less, more] = left < right ? [left, right] : [right, left];
    const own = (this.#comparisons[less] ??= new Map());
    let comparison = own.get(more);
    if (comparison === undefined) own.set(more, (comparison = compareNames(this.#nameOf(less), this.#nameOf(more))));
    return comparison;
  }

  #nameOf(index: number): PersonName {
    const { names, known } = this.#block;
    return names[index] ?? known[index - names.length]!.names[0]!;
  }
}

/** The units that each key in a claim can mean: a unit's own key before all, then that of a name, an agent, or an identifier. */
function unitsByReference(units: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> {
  const byReference = new Map<string, Unit[]>();
  const exact = new Set(units.map(({ key }) => key));
  for (const unit of units) {
    byReference.set(unit.key, [unit]);
    const others = [
      unit.nameKey,
      nameClaimKey(unit.nameKey),
      ambiguousKey(unit.nameKey),
      ...(unit.known?.identifiers ?? []).map((identifier) => hashKey(identifier)),
    ];
    for (const key of others) {
      if (exact.has(key)) continue;
      const named = byReference.get(key);
      if (named === undefined) byReference.set(key, [unit]);
      else named.push(unit);
    }
  }
  return byReference;
}

/** The keys under which a cluster is found: its first two initials and its stretches of twenty years. */
function homesOf({ units, active: { begin, end } }: Cluster): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { tokens } of units) {
    const [first, second = '_'] = tokens;
    // Nobody can be said to be "Smith": what has no given names is found nowhere.
    if (first === undefined) continue;
    const periods = begin === undefined || end === undefined ? ['undated'] : periodsOf(begin, end);
    for (const period of [...periods, 'always'])
      for (const name of [first.charAt(0) + second.charAt(0), `${first.charAt(0)}*`, '*'])
        keys.add(`${name} ${period}`);
  }
  return keys;
}

/** The keys under which a cluster looks for where it belongs; other forms of its first name included. */
function searchesOf({ units, active: { begin, end } }: Cluster): ReadonlySet<string> {
  const keys = new Set<string>();
  const periods =
    begin === undefined || end === undefined ? ['always'] : [...periodsOf(begin - PERIOD, end + PERIOD), 'undated'];
  for (const { tokens } of units) {
    const [first, second] = tokens;
    const names =
      first === undefined
        ? ['*']
        : [...initialsOf(first)].flatMap((initial) =>
            second === undefined ? [`${initial}*`] : [`${initial}${second.charAt(0)}`, `${initial}_`],
          );
    for (const period of periods) for (const name of names) keys.add(`${name} ${period}`);
  }
  return keys;
}

function periodsOf(begin: number, end: number): readonly string[] {
  const [first, last] = [Math.floor(begin / PERIOD), Math.floor(end / PERIOD)];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
