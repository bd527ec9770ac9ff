import type { YearSpan } from '../model/agent.ts';
import type { Series } from './agent-series.ts';
import { countryOf, type AgentStatistics } from './agent-statistics.ts';
import type { BlockTerms, Tally } from './agent-terms.ts';
import { FIRST_AGE, LONGEST_CAREER, UNKNOWN_BEARERS, UNKNOWN_LIFE } from './agent-unit.ts';
import type { NameComparison } from './name-similarity.ts';

/** What is known of a unit, or of all units of a cluster together. */
export interface Profile {
  readonly tokens: readonly string[];
  readonly life: YearSpan;
  readonly active: YearSpan;
  readonly places: Tally;
  /** The places' countries, with all that lies in them. */
  readonly countries: Tally;
  readonly datasets: Tally;
  readonly companions: Tally;
  readonly series: Series;
  readonly records: number;
  /** Lists of known people in which it is. */
  readonly authorities: ReadonlySet<string>;
}

/** How often a person's records lie where others of theirs lie; the rest lie where anyone's do. */
const FAITHFUL = { place: 0.7, dataset: 0.4 } as const;
/** Bounds of a single kind of evidence: agreement of one kind is never proof. */
const MOST = { place: 200, dataset: 4, companions: 300 } as const;
/** How often someone of one list of people is in another, where a year of birth or death agrees; without one it is never believed. */
const IN_TWO_LISTS = 0.02;
const IN_TWO_LISTS_WITHOUT_YEARS = 0.0001;
/** What the same year of birth or death is worth. */
const SAME_YEAR = 30;
/** The share of a family name's bearers who hide at least under the same initials as another. */
const HIDDEN = 0.15;
const LEAST_PLACE = 0.1;
const FEW_RECORDS = 2;
/** How much more often someone is met whose life a list of people tells than someone who is in no list. */
const LISTED = 4;
/** How often a companion comes again. */
const LOYAL = 0.05;
const LONGEST_LIFE = 105;

/** Whether two lives, and what was done in them, cannot be one. */
export function areLivesApart(left: Profile, right: Profile): boolean {
  if (left.life === UNKNOWN_LIFE && right.life === UNKNOWN_LIFE) return isTooLong(left.active, right.active);
  if (differ(left.life.begin, right.life.begin) || differ(left.life.end, right.life.end)) return true;
  const birth = left.life.begin ?? right.life.begin;
  const death = left.life.end ?? right.life.end;
  const begin = least(left.active.begin, right.active.begin);
  const end = greatest(left.active.end, right.active.end);
  if (isTooLong(left.active, right.active)) return true;
  if (birth !== undefined) {
    if (death !== undefined && (death < birth || death - birth > LONGEST_LIFE)) return true;
    if (begin !== undefined && begin < birth + FIRST_AGE) return true;
    if (end !== undefined && end > birth + LONGEST_LIFE) return true;
  }
  return death !== undefined && end !== undefined && end > death;
}

/** Whether what was done would be a longer working life than anyone's. */
function isTooLong(left: YearSpan, right: YearSpan): boolean {
  const begin = least(left.begin, right.begin);
  const end = greatest(left.end, right.end);
  return begin !== undefined && end !== undefined && end - begin > LONGEST_CAREER;
}

/** Libraries and museums differ by a year about births before registers; more is another person. */
function differ(left: number | undefined, right: number | undefined): boolean {
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
  readonly terms: BlockTerms;
  /** Whether they may have companions in common; left out: they may. */
  readonly mayShareCompanions?: boolean;
  /** Whether it is asked if two candidates for a name are one: that a second list knows it as well is no sign of a second person. */
  readonly areRivals?: boolean;
  /** Where reasons are put, when someone wants them. */
  readonly evidence?: string[];
}

/** How much a candidate's names are favoured for a unit's names, which must not contradict each other. */
export function weighNames(
  comparison: NameComparison,
  {
    tokens,
    known,
    statistics,
  }: {
    readonly tokens: readonly string[];
    readonly known: readonly string[];
    readonly statistics: AgentStatistics;
  },
): number {
  const { plausibility, kept } = comparison;
  return (
    plausibility * (kept === undefined ? 1 : statistics.omissionShare(kept)) * nameShare(tokens, known, statistics)
  );
}

/**
 * How much everything but the names favours the candidate for the unit, as a factor of its weight against other candidates and unknown
 * people. Their lives must not contradict each other. Below `least` it is not reckoned to the end, and 0.
 */
export function weigh(weighed: Weighed, least = 0): number {
  const { mayShareCompanions = true } = weighed;
  const quick =
    weighLives(weighed) *
    weighTime(weighed) *
    weighSeries(weighed) *
    (mayShareCompanions ? weighCompanions(weighed) : 1);
  if (quick * MOST.place * MOST.dataset < least) return 0;
  const within = quick * weighDatasets(weighed);
  if (within * MOST.place < least) return 0;
  return within * weighPlaces(weighed);
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
function weighLives({ unit, candidate, areRivals = false, evidence }: Weighed): number {
  if (unit.life === UNKNOWN_LIFE) return 1;
  const years =
    weighYear('born', [unit.life.begin, candidate.life.begin], evidence) *
    weighYear('died', [unit.life.end, candidate.life.end], evidence);
  if (unit.authorities.size === 0 || candidate.authorities.size === 0) return years;
  if (years !== 1) return years * IN_TWO_LISTS;
  return areRivals ? 1 : IN_TWO_LISTS_WITHOUT_YEARS;
}

function weighYear(
  word: string,
  [year, other]: readonly [number | undefined, number | undefined],
  evidence: string[] | undefined,
): number {
  if (year === undefined || other === undefined) return 1;
  evidence?.push(`both ${word} ${year === other ? year : `${year} or ${other}`}`);
  return SAME_YEAR;
}

function weighTime({ unit: { active }, candidate: { active: other, life }, evidence }: Weighed): number {
  const { begin, end } = active;
  if (begin === undefined || end === undefined) return 1;
  if (other.begin === undefined || other.end === undefined) {
    if (life.begin === undefined && life.end === undefined) return 1;
    evidence?.push(`${years(active)} falls into their life`);
    return LISTED;
  }
  const gap = Math.max(begin - other.end, other.begin - end, 0);
  evidence?.push(
    gap === 0
      ? `active at the same time, ${years(active)} and ${years(other)}`
      : `${gap} ${gap === 1 ? 'year' : 'years'} between their records`,
  );
  const near = gap === 0 ? 1 : Math.max(0.05, Math.exp(-gap / 12));
  // Where a life is known, years between two records within it say little.
  return life.begin === undefined || life.end === undefined ? near : LISTED * Math.max(0.5, near);
}

function years({ begin, end }: YearSpan): string {
  return begin === end ? String(begin) : `${begin}–${end}`;
}

function weighPlaces({ unit, candidate, terms, evidence }: Weighed): number {
  const { numbers, counts, total } = unit.places;
  const all = candidate.countries.total;
  if (total === 0 || all === 0) return 1;
  // Few records say little about where someone's others lie.
  const faithful = (FAITHFUL.place * all) / (all + FEW_RECORDS);
  let sum = 0;
  let best = -1;
  let most = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    const place = numbers[index]!;
    const told = counts[index]! * Math.log(placeRatio(place, candidate, faithful, terms));
    sum += told;
    if (told > most) {
      most = told;
      best = place;
    }
  }
  const ratio = Math.min(
    MOST.place,
    Math.max(LEAST_PLACE, Math.exp((sum / total) * (sum > 0 ? Math.min(total, 3) : 1))),
  );
  if (best >= 0 && ratio > 2) evidence?.push(`both in ${showPlace(terms.places.textOf(best))}`);
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

// Four arguments: an object for each of some hundred million calls would cost more than what they do.
function placeRatio(place: number, { places, countries }: Profile, faithful: number, terms: BlockTerms): number {
  const country = terms.countryOf(place);
  const known = countries.count(country);
  const share = terms.places.shareOf(country);
  const countryRatio = (faithful * known) / countries.total / share + (1 - faithful);
  if (place === country || known === 0) return countryRatio;
  const within = Math.max(terms.places.shareOf(place) / share, 1e-4);
  return countryRatio * ((faithful * places.count(place)) / known / within + 1 - faithful);
}

function weighCompanions({ unit, candidate, terms, evidence }: Weighed): number {
  const isFewer = unit.companions.numbers.length <= candidate.companions.numbers.length;
  const { numbers } = isFewer ? unit.companions : candidate.companions;
  const many = isFewer ? candidate.companions : unit.companions;
  let ratio = 1;
  for (let index = 0; index < numbers.length; index += 1) {
    const companion = numbers[index]!;
    if (!many.has(companion)) continue;
    ratio *= Math.max(1, LOYAL / terms.companions.shareOf(companion));
    evidence?.push(`both with ${showCompanion(terms.companions.textOf(companion))}`);
  }
  return Math.min(MOST.companions, ratio);
}

function showCompanion(companion: string): string {
  const [family = '', initial = ''] = companion.split(' ');
  const capital = family.charAt(0).toUpperCase() + family.slice(1);
  return initial.length === 1 ? `${initial.toUpperCase()}. ${capital}` : capital;
}

function weighSeries({ unit, candidate, terms, evidence }: Weighed): number {
  const { series: own } = unit;
  const { series: other } = candidate;
  if (own.length === 0 || other.length === 0) return 1;
  const ratio = terms.series.weigh(own, other);
  if (ratio > 2) evidence?.push(`their numbers are of one series, ${showSeries(own)} and ${showSeries(other)}`);
  else if (ratio < 0.5) evidence?.push(`their numbers are of two series, ${showSeries(own)} and ${showSeries(other)}`);
  return ratio;
}

function weighDatasets({ unit, candidate, terms, evidence }: Weighed): number {
  const { numbers, counts, total } = unit.datasets;
  const all = candidate.datasets.total;
  if (total === 0 || all === 0) return 1;
  let ratio = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    const dataset = numbers[index]!;
    const share = candidate.datasets.count(dataset) / all;
    ratio +=
      (counts[index]! / total) *
      ((FAITHFUL.dataset * share) / terms.datasets.shareOf(dataset) + (1 - FAITHFUL.dataset));
  }
  if (ratio > 2) evidence?.push('in the same collection');
  return Math.min(MOST.dataset, ratio);
}

/** `12 in 1854 to 340 in 1857` */
function showSeries(points: Series): string {
  const show = ({ number, year: given }: Series[number]) => `${number} in ${given}`;
  const [first, last] = [points[0]!, points.at(-1)!];
  return first === last ? show(first) : `${show(first)} to ${show(last)}`;
}
