import type { YearSpan } from '../model/agent.ts';
import { countryOf, type AgentStatistics } from './agent-statistics.ts';
import { LONGEST_CAREER } from './agent-unit.ts';
import type { NameComparison } from './name-similarity.ts';

/** What is known of a unit, or of all units of a cluster together. */
export interface Profile {
  readonly tokens: readonly string[];
  readonly life: YearSpan;
  readonly active: YearSpan;
  readonly places: ReadonlyMap<string, number>;
  /** The places' countries, with all that lies in them. */
  readonly countries: ReadonlyMap<string, number>;
  readonly datasets: ReadonlyMap<string, number>;
  readonly companions: ReadonlyMap<string, number>;
  readonly records: number;
  /** Lists of known people in which it is. */
  readonly authorities: ReadonlySet<string>;
}

/** How often a person's records lie where others of theirs lie; the rest lie where anyone's do. */
const FAITHFUL = { place: 0.7, dataset: 0.4 } as const;
/** Bounds of a single kind of evidence: agreement of one kind is never proof. */
const MOST = { place: 200, dataset: 4, companions: 300 } as const;
/** How often someone of one list of people is in another; what the same year of birth or death is worth. */
const IN_TWO_LISTS = 0.02;
const SAME_YEAR = 30;
/** People of a family name who are expected besides those that the collection knows or will know. */
const UNKNOWN_BEARERS = 0.3;
/** The share of a family name's bearers who hide at least under the same initials as another. */
const HIDDEN = 0.15;
const LEAST_PLACE = 0.1;
const FEW_RECORDS = 2;
/** How often a companion comes again. */
const LOYAL = 0.05;
/** A life: first record not before this age, last record at most this long after death (labels written late). */
const FIRST_AGE = 8;
const AFTER_DEATH = 1;
const LONGEST_LIFE = 105;

/** Why two lives cannot be one, or undefined. */
export function contradictionOfLives(left: Profile, right: Profile): string | undefined {
  const born = [left.life.begin, right.life.begin];
  const died = [left.life.end, right.life.end];
  if (differ(born)) return `born ${born.join(' and ')}`;
  if (differ(died)) return `died ${died.join(' and ')}`;
  const birth = born[0] ?? born[1];
  const death = died[0] ?? died[1];
  const begin = least(left.active.begin, right.active.begin);
  const end = greatest(left.active.end, right.active.end);
  if (birth !== undefined && death !== undefined && (death < birth || death - birth > LONGEST_LIFE))
    return `born ${birth}, died ${death}`;
  if (birth !== undefined && begin !== undefined && begin < birth + FIRST_AGE) return `born ${birth}, active ${begin}`;
  if (birth !== undefined && end !== undefined && end > birth + LONGEST_LIFE) return `born ${birth}, active ${end}`;
  if (death !== undefined && end !== undefined && end > death + AFTER_DEATH) return `died ${death}, active ${end}`;
  if (begin !== undefined && end !== undefined && end - begin > LONGEST_CAREER) return `active from ${begin} to ${end}`;
  return undefined;
}

/** Libraries and museums differ by a year about births before registers; more is another person. */
function differ([left, right]: readonly (number | undefined)[]): boolean {
  return left !== undefined && right !== undefined && Math.abs(left - right) > 1;
}

export function least(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined ? right : right === undefined ? left : Math.min(left, right);
}

export function greatest(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined ? right : right === undefined ? left : Math.max(left, right);
}

interface Weighed {
  readonly unit: Profile;
  readonly candidate: Profile;
  readonly comparison: NameComparison;
  readonly statistics: AgentStatistics;
  /** Where reasons are put, when someone wants them. */
  readonly evidence?: string[];
}

/**
 * How much the candidate is favoured for the unit, as a weight against other candidates and unknown people. Their names and lives must
 * not contradict each other.
 */
export function weigh(weighed: Weighed): number {
  const { unit, candidate, comparison, statistics, evidence } = weighed;
  evidence?.push(...comparison.reasons);
  return (
    comparison.plausibility *
    nameShare(unit.tokens, candidate.tokens, statistics) *
    weighLives(weighed) *
    weighTime(weighed) *
    weighPlaces(weighed) *
    weighCompanions(weighed) *
    weighDatasets(weighed)
  );
}

/** The weight of all people who are not known: how many bear the family name, fit the given names and lived then. */
export function weighUnknown(
  { tokens, active }: Profile,
  {
    bearers,
    unseen,
    statistics,
  }: { readonly bearers: number; readonly unseen: number; readonly statistics: AgentStatistics },
): number {
  return (
    (bearers * Math.max(unseen, HIDDEN) + UNKNOWN_BEARERS) *
    statistics.givenShare(tokens) *
    statistics.yearShare(active.begin, active.end)
  );
}

/** How probable the unit's name is for the candidate: what the candidate's name leaves open counts as for anyone. */
function nameShare(tokens: readonly string[], known: readonly string[], statistics: AgentStatistics): number {
  let share = 1;
  for (const [index, token] of tokens.entries()) {
    const other = known[index];
    if (other === undefined) share *= statistics.tokenShare(token, index);
    else if (other.length === 1 && token.length > 1) share *= statistics.expansionShare(token, index);
  }
  return share;
}

/** Two lists of people seldom name the same person; that they do is told by years of birth and death. */
function weighLives({ unit, candidate, evidence }: Weighed): number {
  let ratio = unit.authorities.size > 0 && candidate.authorities.size > 0 ? IN_TWO_LISTS : 1;
  for (const [bound, word] of [
    ['begin', 'born'],
    ['end', 'died'],
  ] as const) {
    const [year, other] = [unit.life[bound], candidate.life[bound]];
    if (year === undefined || other === undefined) continue;
    ratio *= SAME_YEAR;
    evidence?.push(`both ${word} ${year === other ? year : `${year} or ${other}`}`);
  }
  return ratio;
}

function weighTime({ unit: { active }, candidate: { active: other, life }, evidence }: Weighed): number {
  const { begin, end } = active;
  if (begin === undefined || end === undefined) return 1;
  if (other.begin === undefined || other.end === undefined) {
    if (life.begin !== undefined || life.end !== undefined) evidence?.push(`${years(active)} falls into their life`);
    return 1;
  }
  const gap = Math.max(begin - other.end, other.begin - end, 0);
  evidence?.push(
    gap === 0 ? `active at the same time, ${years(active)} and ${years(other)}` : `${gap} years between their records`,
  );
  return gap === 0 ? 1 : Math.max(0.05, Math.exp(-gap / 12));
}

function years({ begin, end }: YearSpan): string {
  return begin === end ? String(begin) : `${begin}–${end}`;
}

function weighPlaces({ unit, candidate, statistics, evidence }: Weighed): number {
  if (unit.places.size === 0 || candidate.places.size === 0) return 1;
  let sum = 0;
  let total = 0;
  let best: string | undefined;
  let most = 0;
  const all = totalOf(candidate.countries);
  // Few records say little about where someone's others lie.
  const faithful = (FAITHFUL.place * all) / (all + FEW_RECORDS);
  for (const [place, records] of unit.places) {
    const told = records * Math.log(placeRatio(place, { candidate, all, faithful, statistics }));
    sum += told;
    total += records;
    if (told > most) {
      most = told;
      best = place;
    }
  }
  const ratio = Math.min(
    MOST.place,
    Math.max(LEAST_PLACE, Math.exp((sum / total) * (sum > 0 ? Math.min(total, 3) : 1))),
  );
  if (best !== undefined && ratio > 2) evidence?.push(`both in ${showPlace(best)}`);
  else if (ratio < 0.5) evidence?.push('in different places');
  return ratio;
}

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region' });

/** `BR/Bahia` → `Bahia, Brazil`; what is no code stays as it is. */
function showPlace(place: string): string {
  const country = countryOf(place);
  const name = /^[A-Z]{2}$/u.test(country) ? COUNTRIES.of(country) : country;
  return place === country ? `${name}` : `${place.slice(country.length + 1)}, ${name}`;
}

function placeRatio(
  place: string,
  {
    candidate: { places, countries },
    all,
    faithful,
    statistics,
  }: {
    readonly candidate: Profile;
    readonly all: number;
    readonly faithful: number;
    readonly statistics: AgentStatistics;
  },
): number {
  const country = countryOf(place);
  const known = countries.get(country) ?? 0;
  const countryRatio = (faithful * known) / all / statistics.placeShare(country) + (1 - faithful);
  if (place === country || known === 0) return countryRatio;
  const within = statistics.placeShare(place) / statistics.placeShare(country);
  return countryRatio * ((faithful * (places.get(place) ?? 0)) / known / Math.max(within, 1e-4) + 1 - faithful);
}

function totalOf(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

function weighCompanions({ unit, candidate, statistics, evidence }: Weighed): number {
  const [few, many] =
    unit.companions.size <= candidate.companions.size
      ? [unit.companions, candidate.companions]
      : [candidate.companions, unit.companions];
  let ratio = 1;
  for (const companion of few.keys()) {
    if (!many.has(companion)) continue;
    ratio *= Math.max(1, LOYAL / statistics.companionShare(companion));
    evidence?.push(`both with ${showCompanion(companion)}`);
  }
  return Math.min(MOST.companions, ratio);
}

function showCompanion(companion: string): string {
  const [family = '', initial = ''] = companion.split(' ');
  const capital = family.charAt(0).toUpperCase() + family.slice(1);
  return initial.length === 1 ? `${initial.toUpperCase()}. ${capital}` : capital;
}

function weighDatasets({ unit, candidate, statistics, evidence }: Weighed): number {
  if (unit.datasets.size === 0 || candidate.datasets.size === 0) return 1;
  let ratio = 0;
  const total = totalOf(unit.datasets);
  const all = totalOf(candidate.datasets);
  for (const [dataset, records] of unit.datasets) {
    const share = (candidate.datasets.get(dataset) ?? 0) / all;
    ratio +=
      (records / total) * ((FAITHFUL.dataset * share) / statistics.datasetShare(dataset) + (1 - FAITHFUL.dataset));
  }
  if (ratio > 2) evidence?.push('in the same collection');
  return Math.min(MOST.dataset, ratio);
}
