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
  readonly datasets: ReadonlyMap<string, number>;
  readonly companions: ReadonlyMap<string, number>;
  readonly records: number;
}

/** How much a candidate is favoured, as a weight against other candidates and unknown people, and why. */
export interface Weighing {
  readonly weight: number;
  readonly evidence: readonly string[];
}

/** How often a person's records lie where others of theirs lie; the rest lie where anyone's do. */
const FAITHFUL = { place: 0.7, dataset: 0.4 } as const;
/** Bounds of a single kind of evidence: agreement of one kind is never proof. */
const MOST = { place: 200, dataset: 4, companions: 300 } as const;
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

/** Weighs whether `unit` is of `candidate`, given that their names and lives do not contradict each other. */
export function weigh(
  { unit, candidate }: { readonly unit: Profile; readonly candidate: Profile },
  { comparison, statistics }: { readonly comparison: NameComparison; readonly statistics: AgentStatistics },
): Weighing {
  const evidence = [...comparison.reasons];
  const parts: readonly Part[] = [
    time(unit, candidate),
    places(unit, candidate, statistics),
    companions(unit, candidate, statistics),
    datasets(unit, candidate, statistics),
  ];
  let weight = comparison.plausibility * nameShare(unit.tokens, candidate.tokens, statistics);
  for (const { ratio, reason } of parts) {
    weight *= ratio;
    if (reason !== undefined) evidence.push(reason);
  }
  return { weight, evidence };
}

/** The weight of all people who are not known: how many bear the family name, fit the given names and lived then. */
export function weighUnknown({ tokens, active }: Profile, bearers: number, statistics: AgentStatistics): number {
  return (
    statistics.unknownBearers(bearers) * statistics.givenShare(tokens) * statistics.yearShare(active.begin, active.end)
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

interface Part {
  readonly ratio: number;
  readonly reason?: string;
}

function time({ active }: Profile, { active: other, life }: Profile): Part {
  const { begin, end } = active;
  if (begin === undefined || end === undefined) return { ratio: 1 };
  if (other.begin === undefined || other.end === undefined)
    return life.begin === undefined && life.end === undefined
      ? { ratio: 1 }
      : { ratio: 1, reason: `${years(active)} falls into their life` };
  const gap = Math.max(begin - other.end, other.begin - end, 0);
  if (gap === 0) return { ratio: 1, reason: `active at the same time, ${years(active)} and ${years(other)}` };
  return { ratio: Math.max(0.02, Math.exp(-gap / 8)), reason: `${gap} years apart` };
}

function years({ begin, end }: YearSpan): string {
  return begin === end ? String(begin) : `${begin}–${end}`;
}

function places(unit: Profile, candidate: Profile, statistics: AgentStatistics): Part {
  if (unit.places.size === 0 || candidate.places.size === 0) return { ratio: 1 };
  let sum = 0;
  let total = 0;
  let best: string | undefined;
  let most = 0;
  const countries = byCountry(candidate.places);
  const all = [...candidate.places.values()].reduce((a, b) => a + b, 0);
  for (const [place, records] of unit.places) {
    const ratio = placeRatio(place, { candidate: candidate.places, countries, all, statistics });
    sum += records * Math.log(ratio);
    total += records;
    if (records * Math.log(ratio) > most) {
      most = records * Math.log(ratio);
      best = place;
    }
  }
  const ratio = Math.exp((sum / total) * Math.min(total, 3));
  const bounded = Math.min(MOST.place, Math.max(0.05, ratio));
  if (best !== undefined && bounded > 2) return { ratio: bounded, reason: `both in ${best}` };
  return bounded < 0.5 ? { ratio: bounded, reason: 'in different places' } : { ratio: bounded };
}

interface PlaceContext {
  readonly candidate: ReadonlyMap<string, number>;
  readonly countries: ReadonlyMap<string, number>;
  readonly all: number;
  readonly statistics: AgentStatistics;
}

function placeRatio(place: string, { candidate, countries, all, statistics }: PlaceContext): number {
  const country = countryOf(place);
  const inCountry = (countries.get(country) ?? 0) / all;
  const countryRatio = (FAITHFUL.place * inCountry) / statistics.placeShare(country) + (1 - FAITHFUL.place);
  if (place === country) return countryRatio;
  const within = statistics.placeShare(place) / statistics.placeShare(country);
  const known = countries.get(country) ?? 0;
  if (known === 0) return countryRatio;
  const inPlace = (candidate.get(place) ?? 0) / known;
  return countryRatio * ((FAITHFUL.place * inPlace) / Math.max(within, 1e-4) + (1 - FAITHFUL.place));
}

function byCountry(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const countries = new Map<string, number>();
  for (const [place, count] of counts) {
    const country = countryOf(place);
    countries.set(country, (countries.get(country) ?? 0) + count);
  }
  return countries;
}

function companions(unit: Profile, candidate: Profile, statistics: AgentStatistics): Part {
  let ratio = 1;
  const shared: string[] = [];
  const [few, many] =
    unit.companions.size <= candidate.companions.size
      ? [unit.companions, candidate.companions]
      : [candidate.companions, unit.companions];
  for (const companion of few.keys()) {
    if (!many.has(companion)) continue;
    ratio *= Math.max(1, LOYAL / statistics.companionShare(companion));
    shared.push(companion);
  }
  if (shared.length === 0) return { ratio: 1 };
  return {
    ratio: Math.min(MOST.companions, ratio),
    reason: `both with ${shared.slice(0, 3).map(showCompanion).join(', ')}`,
  };
}

function showCompanion(companion: string): string {
  const [family = '', initial = ''] = companion.split(' ');
  const capital = family.charAt(0).toUpperCase() + family.slice(1);
  return initial.length === 1 ? `${initial.toUpperCase()}. ${capital}` : capital;
}

function datasets(unit: Profile, candidate: Profile, statistics: AgentStatistics): Part {
  if (unit.datasets.size === 0 || candidate.datasets.size === 0) return { ratio: 1 };
  let ratio = 0;
  const total = [...unit.datasets.values()].reduce((a, b) => a + b, 0);
  const all = [...candidate.datasets.values()].reduce((a, b) => a + b, 0);
  for (const [dataset, records] of unit.datasets) {
    const share = (candidate.datasets.get(dataset) ?? 0) / all;
    ratio +=
      (records / total) * ((FAITHFUL.dataset * share) / statistics.datasetShare(dataset) + (1 - FAITHFUL.dataset));
  }
  const bounded = Math.min(MOST.dataset, ratio);
  return bounded > 2 ? { ratio: bounded, reason: 'in the same collection' } : { ratio: bounded };
}
