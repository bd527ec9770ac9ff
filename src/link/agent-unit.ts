import type { PersonName, YearSpan } from '../model/agent.ts';
import { hashKey } from '../model/key.ts';
import { nameKeyOf, statedOf, type AgentBlock, type KnownAgent, type Mention } from './agent-block.ts';
import { countryOf, type AgentStatistics } from './agent-statistics.ts';
import { joinSeries, NO_SERIES, type Series } from './agent-series.ts';
import { Tally, type BlockTerms } from './agent-terms.ts';
import { foldFamily, givenTokens } from './name-fold.ts';

/** The longest working life, in years, within which records of one name can be one person's. */
export const LONGEST_CAREER = 75;
/** The life of someone of whom no record tells it; one object, so that it is quick to see. */
export const UNKNOWN_LIFE: YearSpan = {};
/** What stands where no name could be written or read, though it looks like one. */
const PLACEHOLDER =
  /\b(?:illegible|unreadable|no data|data available|collector name|not (?:available|recorded|stated|known|given))\b/iu;
/** Years without a record after which the same name is taken for someone else. */
const SILENCE = 30;
/** The same for a name that several people may bear. */
const SHORT_SILENCE = 10;
/** How many bearers of a name are expected at most where all its records are taken for one person's. */
const RARE = 0.05;
/** People of a family name who are expected besides those that the collection knows or will know. */
export const UNKNOWN_BEARERS = 0.3;
/** A life: first record not before this age, in years. */
export const FIRST_AGE = 8;
/** Parts into which a name is divided at most; beyond, it stays whole and ambiguous. */
const MOST_UNITS = 20_000;

/** What is taken for one agent before any claim: a known person, a rare name, or a common name in one company or place and time. */
export interface Unit {
  readonly key: string;
  /** Names as numbers in the block's list, known agents' names behind those of the mentions. */
  readonly names: readonly number[];
  readonly nameKey: string;
  readonly tokens: readonly string[];
  readonly mentions: readonly number[];
  readonly known?: KnownAgent | undefined;
  readonly life: YearSpan;
  /** As IRIs. */
  readonly identifiers: readonly string[];
  readonly active: YearSpan;
  readonly places: Tally;
  readonly datasets: Tally;
  /** In how many companies each companion is. */
  readonly companions: Tally;
  /** Numbers that the collector gave. */
  readonly series: Series;
  readonly records: number;
  /** Whether all of it can be taken for one person, though it may not be known which. */
  readonly isCoherent: boolean;
}

/** Divides a block's names into units, the most specific first. The order depends on the units alone. */
export function unitsOf(
  block: AgentBlock,
  { statistics, terms }: { readonly statistics: AgentStatistics; readonly terms: BlockTerms },
): readonly Unit[] {
  const allBearers = countBearers(block);
  const shared = sharedNames(block);
  const units = block.known.map((known, index) => unitOfKnown(block, { known, index, terms }));
  for (const { name, mentions } of spellings(block)) {
    const bearers = allBearers.get(particlesOf(block.names[name]!)) ?? 1;
    units.push(
      ...unitsOfName(block, {
        name,
        mentions,
        bearers,
        isShared: shared.has(name),
        statistics,
        terms,
      }),
    );
  }
  return units.toSorted(
    (left, right) =>
      Number(right.known !== undefined) - Number(left.known !== undefined) ||
      specificity(right.tokens) - specificity(left.tokens) ||
      right.records - left.records ||
      (left.key < right.key ? -1 : 1),
  );
}

/** The mentions of names that differ in capitals, marks and points only, each under the spelling that has the most records. */
function spellings({ names, mentions }: AgentBlock): Iterable<{ readonly name: number; readonly mentions: number[] }> {
  const records = new Map<number, number>();
  for (const { name, records: count } of mentions) records.set(name, (records.get(name) ?? 0) + count);
  const byKey = new Map<string, { name: number; readonly mentions: number[] }>();
  const keys = names.map((name) => `${name.nameKey}|${statedOf(name)}`);
  for (const [index, { name }] of mentions.entries()) {
    const own = byKey.get(keys[name]!);
    if (own === undefined) {
      byKey.set(keys[name]!, { name, mentions: [index] });
      continue;
    }
    own.mentions.push(index);
    if (records.get(name)! > records.get(own.name)!) own.name = name;
  }
  return byKey.values();
}

/** How much given names tell: whole names more than initials. */
export function specificity(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + (token.length > 1 ? 5 : 2), 0);
}

/** The particles before a family name, folded; "de Smith" is another family than "Smith". */
export function particlesOf({ family }: PersonName): string {
  return family === undefined ? '' : foldFamily(family).particles;
}

/** How many people are known by the family name, for each of its particles: given names that are not merely shorter forms of others. */
export function countBearers({ names, known }: Pick<AgentBlock, 'names' | 'known'>): ReadonlyMap<string, number> {
  const forms = new Map<string, Set<string>>();
  for (const name of [...names, ...known.flatMap((person) => person.names.slice(0, 1))]) {
    const particles = particlesOf(name);
    forms.set(particles, (forms.get(particles) ?? new Set()).add(givenTokens(name.given).join(' ')));
  }
  return new Map([...forms].map(([particles, those]) => [particles, countFullest(those)]));
}

function countFullest(forms: ReadonlySet<string>): number {
  const shorter = new Set<string>();
  for (const form of forms) {
    const tokens = form.split(' ');
    const initials = tokens.map((token) => token.charAt(0));
    for (let length = 0; length <= tokens.length; length += 1) {
      const cut = initials.slice(0, length).join(' ');
      if (cut !== form) shorter.add(cut);
      const mixed = [...tokens.slice(0, 1), ...initials.slice(1, length)].join(' ');
      if (length > 0 && mixed !== form) shorter.add(mixed);
    }
  }
  return Math.max(1, [...forms].filter((form) => !shorter.has(form)).length);
}

/** Names to which at least two others that contradict each other can be shortened: "J. Smith" beside John and James. */
function sharedNames({ names, known }: AgentBlock): ReadonlySet<number> {
  const fuller = new Map<string, { readonly tokens: readonly string[] }[]>();
  for (const name of [...names, ...known.flatMap((person) => person.names.slice(0, 1))]) {
    const tokens = givenTokens(name.given);
    const key = `${particlesOf(name)} ${tokens[0]?.charAt(0) ?? ''}`;
    const list = fuller.get(key) ?? [];
    fuller.set(key, list);
    if (tokens.length > 0) list.push({ tokens });
  }
  const shared = new Set<number>();
  for (const [index, name] of names.entries()) {
    const tokens = givenTokens(name.given);
    const list = fuller.get(`${particlesOf(name)} ${tokens[0]?.charAt(0) ?? ''}`) ?? [];
    let first: readonly string[] | undefined;
    for (const other of list) {
      if (!extendsTokens(tokens, other.tokens)) continue;
      if (first === undefined) first = other.tokens;
      else if (contradict(first, other.tokens)) {
        shared.add(index);
        break;
      } else if (other.tokens.join('').length > first.join('').length) first = other.tokens;
    }
  }
  return shared;
}

function extendsTokens(tokens: readonly string[], others: readonly string[]): boolean {
  return others.length >= tokens.length && tokens.every((token, index) => fits(token, others[index]!));
}

function contradict(left: readonly string[], right: readonly string[]): boolean {
  return left.some(
    (token, index) => right[index] !== undefined && !fits(token, right[index]) && !fits(right[index], token),
  );
}

/** Whether a word can be what this initial or name stands for. */
function fits(token: string, other: string): boolean {
  return token.length === 1 ? other.startsWith(token) : token === other;
}

function unitOfKnown(
  { names }: AgentBlock,
  { known, index, terms }: { readonly known: KnownAgent; readonly index: number; readonly terms: BlockTerms },
): Unit {
  const places = new Tally();
  for (const place of known.places ?? []) places.add(terms.places.numberOf(place), 1);
  return {
    key: known.key,
    names: [names.length + index],
    nameKey: nameKeyOf(known.names[0]!),
    tokens: givenTokens(known.names[0]?.given),
    mentions: [],
    known,
    life: known.life ?? {},
    identifiers: known.identifiers ?? [],
    active: known.active ?? {},
    places,
    datasets: new Tally(),
    companions: new Tally(),
    series: NO_SERIES,
    records: 0,
    isCoherent: true,
  };
}

interface NameMentions {
  /** Whether two names that contradict each other can both be shortened to this one. */
  readonly isShared: boolean;
  readonly name: number;
  readonly mentions: readonly number[];
  readonly bearers: number;
  readonly statistics: AgentStatistics;
  readonly terms: BlockTerms;
}

function unitsOfName(
  block: AgentBlock,
  { name, mentions, bearers, isShared, statistics, terms }: NameMentions,
): Unit[] {
  const named = block.names[name]!;
  const tokens = tokensOf(named);
  const rows = mentions.map((index) => block.mentions[index]!);
  const span = spanOf(rows);
  // Of those who are known by the family name one bears this name; the others bear names of their own.
  const expected =
    (bearers - 1 + UNKNOWN_BEARERS) * statistics.givenShare(tokens) * statistics.yearShare(span.begin, span.end);
  const stated = statedOf(named);
  const isRare =
    named.type === 'group' ||
    named.identifier !== undefined ||
    (named.type === 'person' &&
      tokens.length > 0 &&
      ((named.born !== undefined && named.died !== undefined) || (expected < RARE && !isShared)));
  const base = stated === '' ? named.nameKey : `${named.nameKey}\u001E${stated}`;
  const groups = new Map<string, readonly number[]>();
  for (const [life, those] of byKnownLife(block, tokens, mentions))
    for (const [context, members] of isRare ? [['', those] as const] : contextsOf(block, those))
      groups.set(life === '' ? context : `${life}\u001E${context}`, members);
  if (groups.size > MOST_UNITS)
    return [unitOf(block, { name, key: hashKey(base), mentions, isCoherent: false, terms })];
  const units: Unit[] = [];
  for (const [context, members] of groups) {
    const runs = runsOf(block, {
      mentions: members,
      silence: named.type === 'group' ? Number.POSITIVE_INFINITY : isRare ? SILENCE : SHORT_SILENCE,
    });
    for (const [position, run] of runs.entries()) {
      const key = [base, ...(context === '' ? [] : [context]), ...(position === 0 ? [] : [String(run.begin)])];
      const isShort = run.end === undefined || run.begin === undefined || run.end - run.begin <= LONGEST_CAREER;
      units.push(
        unitOf(block, {
          name,
          key: hashKey(key.join('\u001F')),
          mentions: run.mentions,
          terms,
          isCoherent:
            named.type !== 'person' || (isShort && (isRare || isTelling(block, { tokens, run, expected, statistics }))),
        }),
      );
    }
  }
  return units;
}

/** Mentions apart that are of years in which none of the people who are known by just this name was at work. */
function byKnownLife(
  { known, mentions }: AgentBlock,
  tokens: readonly string[],
  members: readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const lives =
    tokens.length === 0
      ? []
      : known
          .filter(({ names }) => names.some((name) => tokensOf(name).join(' ') === tokens.join(' ')))
          .map(({ life }) => life ?? UNKNOWN_LIFE)
          // Of whom nothing is told nothing is out of the question; that does not make the others immortal.
          .filter(({ begin, end }) => begin !== undefined || end !== undefined);
  if (lives.length === 0) return new Map([['', members]]);
  return Map.groupBy(members, (index) => {
    const { years } = mentions[index]!;
    return years === undefined || lives.some((life) => isAtWork(life, years)) ? '' : 'beyond';
  });
}

/** Whether someone of this life can have been at work in these years. */
function isAtWork(life: YearSpan, { begin, end }: YearSpan): boolean {
  return (
    (life.begin === undefined || begin === undefined || begin >= life.begin + FIRST_AGE) &&
    (life.end === undefined || end === undefined || end <= life.end)
  );
}

/** Whether companions, or a rare place in a short time, make it unlikely that two bearers of a common name stand in one unit. */
function isTelling(
  { mentions }: AgentBlock,
  {
    tokens,
    run,
    expected,
    statistics,
  }: {
    readonly tokens: readonly string[];
    readonly run: Run;
    readonly expected: number;
    readonly statistics: AgentStatistics;
  },
): boolean {
  const first = mentions[run.mentions[0]!]!;
  if (tokens.length === 0)
    return first.company !== undefined && run.mentions.reduce((sum, index) => sum + mentions[index]!.records, 0) > 1;
  if (first.company !== undefined) return true;
  return first.place !== '' && expected * statistics.placeShare(countryOf(first.place)) < RARE;
}

/** Companies in which a name stands, and the countries in which it stands alone. */
function contextsOf({ names, mentions, companions }: AgentBlock, members: readonly number[]): Map<string, number[]> {
  const contexts = new Map<string, number[]>();
  for (const index of members) {
    const { name, company, place, dataset } = mentions[index]!;
    const where =
      company === undefined ? `at ${countryOf(place)}` : `with ${companions(company).toSorted().join(', ')}`;
    // "Native collector" of two museums is two people until someone says otherwise.
    const context = names[name]!.type === 'unnamed' ? `${dataset}: ${where}` : where;
    const list = contexts.get(context);
    if (list === undefined) contexts.set(context, [index]);
    else list.push(index);
  }
  return contexts;
}

interface Run extends YearSpan {
  readonly mentions: readonly number[];
}

/** Mentions divided where no record falls for many years. Those without years go with the largest run. */
function runsOf(
  { mentions: all }: AgentBlock,
  { mentions, silence }: { readonly mentions: readonly number[]; readonly silence: number },
): readonly Run[] {
  const dated = mentions.filter((index) => all[index]!.years !== undefined);
  const undated = mentions.filter((index) => all[index]!.years === undefined);
  const runs: { begin: number; end: number; mentions: number[] }[] = [];
  for (const index of dated.toSorted((a, b) => all[a]!.years!.begin - all[b]!.years!.begin || a - b)) {
    const { begin, end } = all[index]!.years!;
    const last = runs.at(-1);
    if (last === undefined || begin - last.end > silence) runs.push({ begin, end, mentions: [index] });
    else {
      last.end = Math.max(last.end, end);
      last.mentions.push(index);
    }
  }
  if (runs.length === 0) return [{ mentions: undated }];
  const largest = runs.reduce((best, run) => (run.mentions.length > best.mentions.length ? run : best));
  largest.mentions.push(...undated);
  return [largest, ...runs.filter((run) => run !== largest)];
}

function unitOf(
  block: AgentBlock,
  {
    name,
    key,
    mentions,
    isCoherent,
    terms,
  }: {
    readonly name: number;
    readonly key: string;
    readonly mentions: readonly number[];
    readonly isCoherent: boolean;
    readonly terms: BlockTerms;
  },
): Unit {
  const named = block.names[name]!;
  const rows = mentions.map((index) => block.mentions[index]!);
  const own = foldFamily(named.family ?? named.name).stem;
  const companions = new Tally();
  for (const company of new Set(rows.map((row) => row.company)))
    if (company !== undefined)
      for (const companion of new Set(block.companions(company)))
        if (!companion.startsWith(`${own} `)) companions.add(terms.companions.numberOf(companion), 1);
  return {
    key,
    names: [name],
    nameKey: named.nameKey,
    tokens: tokensOf(named),
    mentions,
    life: named.born === undefined && named.died === undefined ? UNKNOWN_LIFE : { begin: named.born, end: named.died },
    identifiers: named.identifier === undefined ? [] : [named.identifier],
    active: spanOf(rows),
    places: tallyOf(rows, ({ place }) => (place === '' ? undefined : terms.places.numberOf(place))),
    datasets: tallyOf(rows, ({ dataset }) => (dataset === '' ? undefined : terms.datasets.numberOf(dataset))),
    companions,
    series: seriesOf(rows),
    records: rows.reduce((sum, { records }) => sum + records, 0),
    isCoherent,
  };
}

/** The given names by which someone is found: none where it is not a name. */
function tokensOf({ name, given }: PersonName): readonly string[] {
  return PLACEHOLDER.test(name) ? [] : givenTokens(given);
}

function tallyOf(rows: readonly Mention[], numberOf: (row: Mention) => number | undefined): Tally {
  const tally = new Tally();
  for (const row of rows) {
    const number = numberOf(row);
    if (number !== undefined) tally.add(number, row.records);
  }
  return tally;
}

function seriesOf(rows: readonly Mention[]): Series {
  return joinSeries(
    NO_SERIES,
    rows.flatMap(({ numbers = NO_SERIES }) => numbers),
  );
}

function spanOf(rows: readonly Mention[]): YearSpan {
  let begin: number | undefined;
  let end: number | undefined;
  for (const { years } of rows) {
    if (years === undefined) continue;
    begin = begin === undefined ? years.begin : Math.min(begin, years.begin);
    end = end === undefined ? years.end : Math.max(end, years.end);
  }
  return { begin, end };
}
