import type { PersonName } from '../model/agent.ts';
import type { Claim } from '../model/claim.ts';
import { hashKey } from '../model/key.ts';
import type { AgentBlock } from './agent-block.ts';
import { Cluster } from './agent-cluster.ts';
import { contradictionOfLives, weigh, weighUnknown, type Weighing } from './agent-evidence.ts';
import type { AgentStatistics } from './agent-statistics.ts';
import { countBearers, unitsOf, type Unit } from './agent-unit.ts';
import { compareNames, type NameComparison } from './name-similarity.ts';

export const AGENT_RULE = 'agent-name-and-context';
/** The score from which a rule's claim is accepted, and from which it is worth showing. */
export const ACCEPTED = 0.97;
export const PROPOSED = 0.2;
/** Candidates at which a unit looks at most. */
const MOST_CANDIDATES = 400;
/** Candidates that are kept for a cluster that found no place. */
const MOST_PROPOSALS = 5;
const ROUNDS = 2;
/** What another candidate weighs that may be the same person as the best. */
const SAME_PERHAPS = 0.3;

export interface Clustering {
  readonly clusters: readonly Cluster[];
  readonly claims: readonly Claim[];
}

interface Candidate extends Weighing {
  readonly cluster: Cluster;
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
  readonly #bearers: number;
  readonly #clusters = new Set<Cluster>();
  readonly #clusterOf = new Map<Unit, Cluster>();
  readonly #byInitial = new Map<string, Set<Cluster>>();
  readonly #comparisons = new Map<number, NameComparison>();
  readonly #apart = new Map<Unit, Set<Unit>>();
  readonly #claims: Claim[] = [];

  constructor(
    block: AgentBlock,
    { statistics, claims }: { readonly statistics: AgentStatistics; readonly claims: readonly Claim[] },
  ) {
    this.#block = block;
    this.#statistics = statistics;
    this.#units = unitsOf(block, statistics);
    this.#bearers = countBearers(block);
    this.#manual = claims.toSorted((left, right) => (left.key < right.key ? -1 : 1));
  }

  run(): Clustering {
    const before = new Map<Unit, Cluster>();
    for (const unit of this.#units) before.set(unit, new Cluster(unit));
    this.#readClaims(before);
    for (const cluster of new Set(before.values())) this.#place(cluster);
    for (let round = 0; round < ROUNDS; round += 1) {
      const loose = [...this.#clusters].toSorted(
        (left, right) => left.records - right.records || (left.founder.key < right.founder.key ? -1 : 1),
      );
      const before = this.#clusters.size;
      for (const cluster of loose) if (this.#clusters.has(cluster)) this.#replace(cluster);
      if (this.#clusters.size === before) break;
    }
    for (const cluster of this.#clusters) if (cluster.units.length === 1) this.#propose(cluster);
    return { clusters: [...this.#clusters], claims: this.#claims };
  }

  /** People's claims come before any rule's: "different" keeps units apart, "same" unites them. */
  #readClaims(clusterOf: Map<Unit, Cluster>): void {
    const named = new Map<string, Unit[]>();
    for (const unit of this.#units)
      for (const key of new Set([unit.key, unit.nameKey])) named.set(key, [...(named.get(key) ?? []), unit]);
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
    const [best] = this.#candidates(cluster);
    if (best !== undefined && best.score >= ACCEPTED) this.#unite(best, cluster);
    else this.#admit(cluster);
  }

  #admit(cluster: Cluster): void {
    this.#clusters.add(cluster);
    for (const unit of cluster.units) this.#clusterOf.set(unit, cluster);
    this.#index(cluster);
  }

  #index(cluster: Cluster): void {
    for (const initial of this.#initials(cluster)) {
      const list = this.#byInitial.get(initial) ?? new Set();
      this.#byInitial.set(initial, list.add(cluster));
    }
  }

  #initials(cluster: Cluster): ReadonlySet<string> {
    const initials = new Set<string>();
    for (const { tokens } of cluster.units) for (const token of tokens.slice(0, 2)) initials.add(token.charAt(0));
    return initials.size === 0 ? new Set(['']) : initials;
  }

  #replace(cluster: Cluster): void {
    const [best] = this.#candidates(cluster);
    if (best === undefined || best.score < ACCEPTED) return;
    this.#clusters.delete(cluster);
    for (const initial of this.#initials(cluster)) this.#byInitial.get(initial)?.delete(cluster);
    this.#unite(best, cluster);
  }

  #unite({ cluster, score, evidence }: Candidate, joining: Cluster): void {
    this.#claims.push(
      claimOf({ subject: joining.founder, object: cluster.founder, score, evidence, status: 'accepted' }),
    );
    cluster.add(joining);
    for (const unit of joining.units) this.#clusterOf.set(unit, cluster);
    this.#index(cluster);
  }

  #propose(cluster: Cluster): void {
    for (const { cluster: other, score, evidence } of this.#candidates(cluster).slice(0, MOST_PROPOSALS)) {
      if (score < PROPOSED || score >= ACCEPTED) continue;
      this.#claims.push(
        claimOf({ subject: cluster.founder, object: other.founder, score, evidence, status: 'proposed' }),
      );
    }
  }

  /** All that the cluster can be, the best first, each with the chance that it is. */
  #candidates(cluster: Cluster): readonly Candidate[] {
    const found: { readonly cluster: Cluster; readonly weighing: Weighing }[] = [];
    for (const other of this.#neighbours(cluster)) {
      const comparison = this.#compare(cluster, other);
      if (comparison === undefined || contradictionOfLives(cluster, other) !== undefined) continue;
      if (this.#areApart(cluster, other)) continue;
      const weighing = weigh({ unit: cluster, candidate: other }, { comparison, statistics: this.#statistics });
      found.push({ cluster: other, weighing });
    }
    found.sort(
      (left, right) =>
        right.weighing.weight - left.weighing.weight || (left.cluster.founder.key < right.cluster.founder.key ? -1 : 1),
    );
    const unknown = weighUnknown(cluster, this.#bearers, this.#statistics);
    return found.slice(0, MOST_PROPOSALS).map(({ cluster: candidate, weighing }) => {
      let rivals = 0;
      for (const rival of found) {
        if (rival.cluster === candidate || rival.weighing.weight < weighing.weight / 1000) continue;
        rivals += rival.weighing.weight * (this.#contradict(rival.cluster, candidate) ? 1 : SAME_PERHAPS);
      }
      const score = weighing.weight / (weighing.weight + rivals + unknown);
      return { cluster: candidate, score, ...weighing };
    });
  }

  #neighbours(cluster: Cluster): readonly Cluster[] {
    const near = new Set<Cluster>();
    const initials = this.#initials(cluster);
    const lists = initials.has('')
      ? [this.#clusters]
      : [...initials].map((initial) => this.#byInitial.get(initial) ?? []);
    for (const list of lists)
      for (const other of list) {
        if (other === cluster || other.tokens.length === 0) continue;
        near.add(other);
        if (near.size >= MOST_CANDIDATES) return [...near];
      }
    return [...near];
  }

  #contradict(left: Cluster, right: Cluster): boolean {
    return this.#compare(left, right) === undefined || contradictionOfLives(left, right) !== undefined;
  }

  /** The best comparison of any two names of two clusters; undefined where any two contradict each other. */
  #compare(left: Cluster, right: Cluster): NameComparison | undefined {
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
    const pair = left < right ? left * 1_000_000 + right : right * 1_000_000 + left;
    let comparison = this.#comparisons.get(pair);
    if (comparison === undefined) {
      comparison = compareNames(this.#nameOf(left), this.#nameOf(right));
      this.#comparisons.set(pair, comparison);
    }
    return comparison;
  }

  #nameOf(index: number): PersonName {
    const { names, known } = this.#block;
    return names[index] ?? known[index - names.length]!.names[0]!;
  }
}

function claimOf({
  subject,
  object,
  score,
  evidence,
  status,
}: {
  readonly subject: Unit;
  readonly object: Unit;
  readonly score: number;
  readonly evidence: readonly string[];
  readonly status: Claim['status'];
}): Claim {
  return {
    key: hashKey(['same', subject.key, object.key, AGENT_RULE].join('\u001F')),
    kind: 'same',
    subject: subject.key,
    object: object.key,
    status,
    score: Math.round(score * 1000) / 1000,
    rule: AGENT_RULE,
    evidence,
    maker: 'rule',
  };
}
