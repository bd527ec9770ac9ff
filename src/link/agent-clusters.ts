import type { Claim } from '../model/claim.ts';
import { hashKey } from '../model/key.ts';
import { ambiguousKey, identifierKey, nameClaimKey, type AgentBlock } from './agent-block.ts';
import { Cluster, type Found } from './agent-cluster.ts';
import { areLivesApart, weigh, weighUnknown } from './agent-evidence.ts';
import { NameForms } from './agent-forms.ts';
import { Neighbourhood } from './agent-neighbourhood.ts';
import type { AgentStatistics } from './agent-statistics.ts';
import { BlockTerms } from './agent-terms.ts';
import { countBearers, particlesOf, specificity, unitsOf, type Unit } from './agent-unit.ts';

export const AGENT_RULE = 'agent-name-and-context';
/** The score from which a rule's claim is accepted, and from which it is worth showing. */
export const ACCEPTED = 0.88;
export const PROPOSED = 0.2;
/** Candidates that are kept for a cluster that found no place. */
const MOST_PROPOSALS = 5;
/** How often clusters look again for where they belong. */
const ROUNDS = 2;
/** Other candidates that count against the best. */
const MOST_RIVALS = 12;
/** A candidate of so small a part of the weight of unknown people counts neither for nor against anything. */
const NEGLIGIBLE = 0.002;
/** What many records can be worth. */
const MOST_SIZE = 8;
/** Records that the share of names seen once in the whole collection is worth in a block. */
const PRIOR_RECORDS = 10;

export interface Clustering {
  readonly clusters: readonly Cluster[];
  /** Those of rules. */
  readonly claims: readonly Claim[];
  /** The unit that comes first of those that a key in people's claims means. */
  readonly meant: ReadonlyMap<string, Unit>;
  /** Units that people's claims brought to others, by key, and the claims' keys. */
  readonly broughtBy: ReadonlyMap<string, string>;
}

interface Candidate extends Found {
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
  readonly #terms: BlockTerms;
  readonly #forms: NameForms;
  readonly #neighbourhood = new Neighbourhood();
  /** Whom people's claims keep apart. */
  readonly #apart = new Map<Unit, Set<Unit>>();
  /** Who stands in a list with another: only people's claims, or one identifier, bring them together. */
  readonly #beside = new Map<Unit, Set<Unit>>();
  readonly #claims: Claim[] = [];
  readonly #meant = new Map<string, Unit>();
  readonly #broughtBy = new Map<string, string>();
  /** How often clusters have changed. */
  #changes = 0;
  readonly #averageRecords: number;
  /** The share of records that is expected of people who were not seen yet: that of names seen once (Good and Turing). */
  readonly #unseen: number;

  constructor(
    block: AgentBlock,
    { statistics, claims }: { readonly statistics: AgentStatistics; readonly claims: readonly Claim[] },
  ) {
    this.#block = block;
    this.#statistics = statistics;
    this.#terms = new BlockTerms(statistics);
    this.#forms = new NameForms(block, statistics);
    this.#units = unitsOf(block, { statistics, terms: this.#terms });
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
    for (const unit of this.#units) before.set(unit, this.#formed(new Cluster(unit, this.#terms)));
    this.#separateCompanies();
    this.#readClaims(before);
    for (const cluster of new Set(before.values())) this.#place(cluster);
    for (let round = 0; round < ROUNDS; round += 1) this.#reconsider(round === ROUNDS - 1);
    return {
      clusters: [...this.#clusters],
      claims: this.#claims,
      meant: this.#meant,
      broughtBy: this.#broughtBy,
    };
  }

  #reconsider(isLast: boolean): void {
    const loose = [...this.#clusters].toSorted(
      (left, right) => left.records - right.records || (left.founder.key < right.founder.key ? -1 : 1),
    );
    for (const cluster of loose) if (this.#clusters.has(cluster)) this.#replace(cluster, isLast);
  }

  /** Two names in one list are two people, whatever they share: nobody is listed beside themselves. */
  #separateCompanies(): void {
    const unitsOfCompany = new Map<number, Unit[]>();
    for (const unit of this.#units)
      for (const index of unit.mentions) {
        const { company } = this.#block.mentions[index]!;
        if (company === undefined) continue;
        const units = unitsOfCompany.get(company);
        if (units === undefined) unitsOfCompany.set(company, [unit]);
        else if (!units.includes(unit)) units.push(unit);
      }
    for (const [one, ...others] of unitsOfCompany.values()) {
      if (others.length === 0) continue;
      const units = [one!, ...others].filter(({ names: [name] }) => this.#forms.nameOf(name!).type === 'person');
      for (const [index, unit] of units.entries())
        for (const other of units.slice(index + 1))
          if (unit.nameKey !== other.nameKey) separate(this.#beside, unit, other);
    }
  }

  /** People's claims come before any rule's: "different" keeps units apart, "same" unites them. */
  #readClaims(clusterOf: Map<Unit, Cluster>): void {
    const unitsOfKey: ReadonlyMap<string, readonly Unit[]> =
      this.#manual.length === 0 ? new Map() : unitsByReference(this.#units);
    const accepted = this.#manual.filter(({ status }) => status === 'accepted');
    const meant = (key: string): readonly Unit[] => {
      const units = unitsOfKey.get(key) ?? [];
      if (units[0] !== undefined) this.#meant.set(key, units[0]);
      return units;
    };
    for (const { kind, subject, object } of accepted) {
      const [left, right] = [meant(subject), meant(object)];
      if (kind !== 'different') continue;
      for (const one of left) for (const other of right) if (one !== other) separate(this.#apart, one, other);
    }
    const ranks = new Map(this.#units.map((unit, rank) => [unit, rank]));
    const unite = (left: Unit, right: Unit, claim?: string) => {
      const [one, other] = [clusterOf.get(left)!, clusterOf.get(right)!];
      if (one === other || areApart(this.#apart, one, other)) return;
      const [into, from] = ranks.get(one.founder)! <= ranks.get(other.founder)! ? [one, other] : [other, one];
      if (claim !== undefined) this.#broughtBy.set(from.founder.key, claim);
      into.add(from);
      this.#formed(into);
      for (const unit of from.units) clusterOf.set(unit, into);
    };
    // A block of a group has all spellings of one name.
    const [group, ...spellings] = this.#units.filter(({ names: [name] }) => this.#forms.nameOf(name!).type === 'group');
    if (group !== undefined)
      for (const spelling of spellings)
        if (!sharesAuthority(clusterOf.get(group)!, clusterOf.get(spelling)!)) unite(group, spelling);
    const byIdentifier = new Map<string, Unit>();
    for (const unit of this.#units)
      for (const identifier of unit.identifiers) {
        const first = byIdentifier.get(identifier);
        if (first === undefined) byIdentifier.set(identifier, unit);
        else if (unit.known !== undefined || this.#canBeOne(clusterOf.get(first)!, clusterOf.get(unit)!))
          unite(first, unit);
      }
    for (const { key, kind, subject, object } of accepted) {
      if (kind !== 'same') continue;
      const [left, right] = [meant(subject), meant(object)];
      if (left[0] === undefined || right[0] === undefined) continue;
      for (const unit of [...left, ...right]) unite(left[0], unit, key);
    }
  }

  /** Whether an identifier that stands beside a name may be believed: cells with several people's come in the wrong order. */
  #canBeOne(left: Cluster, right: Cluster): boolean {
    return this.#forms.compare(left.form, right.form) !== undefined && !areLivesApart(left, right);
  }

  #mayNotJoin(left: Cluster, right: Cluster): boolean {
    return areApart(this.#apart, left, right) || areApart(this.#beside, left, right);
  }

  #place(cluster: Cluster): void {
    const [best] = this.#candidates(cluster, 1);
    if (best !== undefined && best.score >= ACCEPTED) this.#unite(best, cluster);
    else this.#admit(cluster);
  }

  #admit(cluster: Cluster): void {
    this.#clusters.add(cluster);
    this.#changed(cluster);
  }

  #changed(cluster: Cluster): void {
    this.#changes += 1;
    cluster.changedAt = this.#changes;
    this.#neighbourhood.add(this.#formed(cluster));
  }

  #formed(cluster: Cluster): Cluster {
    cluster.form = this.#forms.numberOf(cluster.names, cluster.tokens);
    return cluster;
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
    this.#neighbourhood.delete(cluster);
    this.#unite(best, cluster);
  }

  /** John Smith can only be this "J. Smith"; but this "J. Smith" can be others too. */
  #isMutual(cluster: Cluster, other: Cluster): boolean {
    if (specificity(other.tokens) >= specificity(cluster.tokens)) return true;
    const found = this.#found(other);
    const back = found.slice(0, MOST_PROPOSALS).find((candidate) => candidate.cluster === cluster);
    return back !== undefined && this.#score(other, back, found) >= ACCEPTED;
  }

  #unite(best: Candidate, joining: Cluster): void {
    const { cluster } = best;
    this.#claims.push(this.#claim(joining, best));
    cluster.add(joining);
    this.#changed(cluster);
  }

  #claim(cluster: Cluster, { cluster: other, score }: Candidate): Claim {
    const evidence = [...(this.#forms.compare(cluster.form, other.form)?.reasons ?? [])];
    weigh({ unit: cluster, candidate: other, terms: this.#terms, evidence });
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

  /** What the cluster can be, the best first, each with the chance that it is; beyond the best only what is worth showing. */
  #candidates(cluster: Cluster, limit: number): readonly Candidate[] {
    const found = this.#found(cluster);
    const least = limit === 1 ? ACCEPTED : PROPOSED;
    return found
      .slice(0, limit)
      .map((candidate) => ({ ...candidate, score: this.#score(cluster, candidate, found, least) }));
  }

  /** The best candidates without their scores, the best first. What has not changed since the last search is not weighed again. */
  #found(cluster: Cluster): readonly Found[] {
    const last = cluster.lastSearch;
    const since = last !== undefined && cluster.changedAt <= last.at ? last.at : -1;
    const best: Found[] =
      since < 0
        ? []
        : last!.found.filter(({ cluster: other }) => other.changedAt <= since && this.#clusters.has(other));
    let least = NEGLIGIBLE * this.#weighUnknown(cluster);
    const { near, friends } = this.#neighbourhood.near(cluster, since);
    for (let index = 0; index < near.length; index += 1) {
      const other = near[index]!;
      const size = this.#weighSize(other);
      const weight = size * this.#weigh(cluster, other, least / size, index < friends);
      if (weight < least || weight === 0 || this.#mayNotJoin(cluster, other)) continue;
      let place = best.length;
      while (place > 0 && isBefore(other, weight, best[place - 1]!)) place -= 1;
      if (place >= MOST_RIVALS) continue;
      best.splice(place, 0, { cluster: other, weight });
      if (best.length > MOST_RIVALS) best.pop();
      if (best.length === MOST_RIVALS) least = Math.max(least, best.at(-1)!.weight);
    }
    cluster.lastSearch = { at: this.#changes, found: best };
    return best;
  }

  /** The chance that a candidate is the one, among all candidates and unknown people. */
  #score(cluster: Cluster, candidate: Found, found: readonly Found[], least = ACCEPTED): number {
    const unknown = this.#weighUnknown(cluster);
    const { weight } = candidate;
    const alone = weight / (weight + unknown);
    // What is too little without rivals needs no look at them.
    if (alone < least) return alone;
    const negligible = NEGLIGIBLE * (weight + unknown);
    let rivals = 0;
    for (const rival of found)
      if (rival !== candidate && rival.weight > negligible)
        rivals += rival.weight * this.#chanceOfTwo(candidate.cluster, rival.cluster);
    return weight / (weight + rivals + unknown);
  }

  /** How much a candidate is favoured; 0 where the two contradict each other, or where it is less than what is asked for. */
  // More than two arguments: an object for each of some hundred million calls would cost more than what they do.
  #weigh(unit: Cluster, candidate: Cluster, least = 0, mayShareCompanions = true, areRivals = false): number {
    if (sharesAuthority(unit, candidate)) return 0;
    const names = this.#forms.weigh(unit.form, candidate.form);
    if (names === 0 || areLivesApart(unit, candidate)) return 0;
    return names * weigh({ unit, candidate, terms: this.#terms, mayShareCompanions, areRivals }, least / names);
  }

  /** The chance that two candidates are two people: fragments of one person are no rivals. */
  #chanceOfTwo(left: Cluster, right: Cluster): number {
    const weight = this.#weigh(right, left, 0, true, true);
    const unknown = this.#weighUnknown(right);
    return unknown / (weight + unknown);
  }

  /** Records are more often of people who have many: the root of how many, against what a person of the block has on average. */
  #weighSize({ records }: Cluster): number {
    if (records === 0) return 1;
    return Math.min(MOST_SIZE, Math.max(1 / MOST_SIZE, records / this.#averageRecords));
  }

  #weighUnknown(cluster: Cluster): number {
    if (cluster.unknown !== undefined) return cluster.unknown;
    const bearers = this.#bearers.get(particlesOf(this.#forms.nameOf(cluster.founder.names[0]!))) ?? 1;
    return (cluster.unknown = weighUnknown(cluster, {
      bearers,
      unseen: this.#unseen,
      statistics: this.#statistics,
    }));
  }
}

function separate(apart: Map<Unit, Set<Unit>>, left: Unit, right: Unit): void {
  apart.set(left, (apart.get(left) ?? new Set()).add(right));
  apart.set(right, (apart.get(right) ?? new Set()).add(left));
}

function areApart(apart: ReadonlyMap<Unit, ReadonlySet<Unit>>, left: Cluster, right: Cluster): boolean {
  if (apart.size === 0) return false;
  return left.units.some((unit) => {
    const others = apart.get(unit);
    return others !== undefined && right.units.some((other) => others.has(other));
  });
}

function isBefore(cluster: Cluster, weight: number, other: Found): boolean {
  if (weight !== other.weight) return weight > other.weight;
  const [told, otherTold] = [cluster, other.cluster].map(({ life }) => life.begin ?? life.end);
  if ((told === undefined) !== (otherTold === undefined)) return told !== undefined;
  return cluster.founder.key < other.cluster.founder.key;
}

function sharesAuthority(left: Cluster, right: Cluster): boolean {
  if (left.authorities.size === 0 || right.authorities.size === 0) return false;
  return !left.authorities.isDisjointFrom(right.authorities);
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
      ...(unit.known?.identifiers ?? []).map(identifierKey),
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
