/**
 * People. Four sets.
 *
 * `people.tsv`: 820 pairs of names, each with its years, places, institutions and taxa, drawn from the collectors of iDigBio's 10,000
 * records, of MyCoPortal's Agaricales and of the authority list of plant collectors, the lowest SHA-256 of "2026|" and both names first.
 * Strata by a crude likeness (bigrams of the whole name) that linking does not use: A to C same family name and first initial (likeness
 * below 0.75, below 0.9, above), D family names that differ by one letter, E other first initials. Labelled by hand before any score was
 * written: same, different, or open where what is known does not tell. All three sources are linked together as a build does; a pair is
 * linked when both names' records fall to one person. An open pair that is linked counts as wrong in "strict". The 300 pairs from number
 * 521 on were drawn later, with "2027|" and from values that are in none of the 520; those with even numbers are frozen.
 * `people-later.tsv` has 880 more, 460 with "2028|" and from number 1461 on 420 with "2029|"; how they were labelled, and how often they
 * were scored, stands in README.md.
 *
 * Identifiers: the authority list, and MoMA's and Tate's artists, are linked together without their identifiers. Every person of the
 * authority list is another, so is every artist of MoMA; a Wikidata identifier in both says that they are the same.
 *
 * Generated: collectors of generated records. For each mention of a name that was given to a person one other mention of that agent
 * is drawn: precision is how often both are the same in truth. For each mention another of the same person is drawn: recall is how often
 * both fell to one agent. Mentions that stay with an ambiguous name count as not linked.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readAgents } from '../../src/interpret/agent-list.ts';
import type { KnownAgent } from '../../src/link/agent-block.ts';
import { AgentCollection } from '../../src/link/agent-collection.ts';
import { linkBlock } from '../../src/link/agent-link.ts';
import type { NumberedYear } from '../../src/link/agent-series.ts';
import { foldName } from '../../src/link/name-fold.ts';
import { readTable } from './delimited.ts';
import { linkGenerated } from './people-generated.ts';
import type { Score } from './score.ts';

const DATA = join(import.meta.dirname, '../../../shared/data');
const GENERATED = { records: 50_000, seed: 77 } as const;

export function evaluate(): readonly Score[] {
  return [...(existsSync(DATA) ? [...scorePairs(), ...scoreIdentifiers()] : []), ...scoreGenerated()];
}

function yearOf(text: string): number | undefined {
  const year = /\b(1[789]\d\d|20[012]\d)\b/u.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
}

function readYear(text: string | undefined): number | undefined {
  const year = Number(text);
  return text === undefined || text === '' || Number.isNaN(year) || year === 0 ? undefined : year;
}

/** Everyone of the authority list of plant collectors. */
function readAuthority(withIdentifiers: boolean): readonly (KnownAgent & { readonly wikidata: string })[] {
  return readTable(readFileSync(join(DATA, 'collectors-authority/collectors.csv'), 'utf8')).flatMap((row) => {
    const [name] = readAgents(row['name'] ?? '').agents;
    const wikidata = row['wikidata'] ?? '';
    return name === undefined
      ? []
      : [
          {
            key: `authority ${wikidata}`,
            wikidata,
            authority: 'plant collectors',
            names: [name],
            life: { begin: readYear(row['born']), end: readYear(row['died']) },
            active: activeOf(row),
            identifiers: withIdentifiers ? [`http://www.wikidata.org/entity/${wikidata}`] : [],
          },
        ];
  });
}

function activeOf(row: Readonly<Record<string, string>>): KnownAgent['active'] & object {
  const [begin, end] = [readYear(row['activeFrom']), readYear(row['activeTo'])];
  return begin === undefined && end === undefined ? {} : { begin: begin ?? end, end: end ?? begin };
}

const SOURCES = [
  {
    dataset: 'idigbio',
    path: 'idigbio-10k/idigbio_10k.csv.gz',
    agents: ['collector'],
    dates: ['eventdate', 'datecollected', 'verbatimeventdate'],
    country: 'country',
    region: 'stateprovince',
    institution: 'institutioncode',
    number: 'recordnumber',
  },
  {
    dataset: 'mycoportal',
    path: 'mycoportal-agaricales/agaricales.csv.gz',
    agents: ['recordedBy'],
    dates: ['eventDate', 'year'],
    country: 'country',
    region: 'stateProvince',
    institution: 'institutionCode',
    // It has none.
    number: '',
  },
] as const;

/** One spelling for the country in which most of these records lie; the build has country codes. */
function placeOf(country: string, region: string): string {
  const folded = foldName(country)
    .replace(/^(?:u ?s ?a?|united states(?: of america)?)$/u, 'us')
    .replace('brasil', 'brazil');
  return folded === '' ? '' : region === '' ? folded : `${folded}/${foldName(region)}`;
}

/** A collector's number, read as a build reads it. */
function numbersOf(text: string, year: number | undefined): readonly NumberedYear[] {
  const number = /^\D*(\d{1,6})\D*$/u.exec(text)?.[1];
  return number === undefined || year === undefined ? [] : [{ year, number: Number(number) }];
}

/** Which agent holds most of a name's mentions in a source: `idigbio|j smith` → agent. */
function linkReal(): ReadonlyMap<string, { readonly agent: string; readonly isPerson: boolean }> {
  const collection = new AgentCollection();
  const labels: string[] = [];
  for (const source of SOURCES)
    for (const row of readTable(gunzipSync(readFileSync(join(DATA, source.path))).toString())) {
      const names = source.agents.flatMap((term) => readAgents(row[term] ?? '').agents);
      const year = yearOf(source.dates.map((term) => row[term] ?? '').find((text) => text !== '') ?? '');
      collection.add({
        names,
        place: placeOf(row[source.country] ?? '', row[source.region] ?? ''),
        dataset: (row[source.institution] ?? '').toLowerCase(),
        years: year === undefined ? undefined : { begin: year, end: year },
        records: 1,
        numbers: numbersOf(row[source.number] ?? '', year),
      });
      labels.push(...names.map(({ name }) => `${source.dataset}|${foldName(name)}`));
    }
  const known = readAuthority(false);
  for (const each of known) collection.addKnown(each);
  const statistics = collection.statistics();
  const counts = new Map<string, Map<string, number>>();
  const kinds = new Map<string, string>();
  const count = (label: string, agent: string) => {
    const own = counts.get(label) ?? new Map<string, number>();
    counts.set(label, own.set(agent, (own.get(agent) ?? 0) + 1));
  };
  for (const block of collection.blocks()) {
    const { agents, agentOfMention, agentOfKnown } = linkBlock(block, { statistics });
    for (const { key, kind } of agents) kinds.set(key, kind);
    for (const [index, agent] of agentOfMention.entries())
      count(labels[block.mentionNumbers[index]!]!, agents[agent]!.key);
    for (const [index, agent] of agentOfKnown.entries()) count(block.known[index]!.key, agents[agent]!.key);
  }
  return new Map(
    [...counts].map(([label, agents]) => {
      const [[agent]] = [...agents].toSorted(([, left], [, right]) => right - left) as [[string, number]];
      return [label, { agent, isPerson: kinds.get(agent) === 'person' }];
    }),
  );
}

/** The sets of pairs by their numbers in the file; `people-later.tsv` is another and prints nothing that was missed. */
const PAIR_SETS = [
  { set: 'people: 520 pairs of real names', has: (number: number) => number <= 520 },
  { set: 'people: 150 more pairs, open half', has: (number: number) => number > 520 && number % 2 === 1 },
  { set: 'people: 150 more pairs, frozen half', has: (number: number) => number > 520 && number % 2 === 0 },
  { set: 'people: all 820 pairs, frozen half among them', has: () => true },
] as const;
const LATER_SETS = [
  { set: 'people: 460 later pairs', has: (number: number) => number <= 1460 },
  { set: 'people: 420 further later pairs', has: (number: number) => number > 1460 },
  { set: 'people: all 880 later pairs', has: () => true },
] as const;
const ALL = 'people: all 1,700 pairs';

function readRows(file: string): readonly (readonly string[])[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'));
}

function scorePairs(): readonly Score[] {
  const agents = linkReal();
  const rows = readRows('people.tsv');
  // Two columns more stand beside each name.
  const later = readRows('people-later.tsv').map((cells) => [...cells.slice(0, 9), ...cells.slice(11)]);
  const scoreSets = (sets: typeof PAIR_SETS | typeof LATER_SETS, all: typeof rows) =>
    sets.flatMap(({ set, has }) =>
      scoreRows(
        set,
        all.filter(([number]) => has(Number(number))),
        agents,
      ),
    );
  return [
    ...scoreSets(PAIR_SETS, rows),
    ...[...scoreSets(LATER_SETS, later), ...scoreRows(ALL, [...rows, ...later], agents)].map((score) => ({
      ...score,
      missed: [],
    })),
  ];
}

function scoreRows(
  set: string,
  rows: readonly (readonly string[])[],
  agents: ReturnType<typeof linkReal>,
): readonly Score[] {
  const linked = { same: 0, different: 0, open: 0 };
  const missed: string[] = [];
  let same = 0;
  for (const cells of rows) {
    const label = cells[2] as keyof typeof linked;
    const [left, right] = [3, 9].map((at) => {
      const [source = '', name = ''] = cells.slice(at, at + 2);
      return agents.get(source.startsWith('authority') ? source : `${source}|${foldName(name)}`);
    });
    const isLinked = left !== undefined && right !== undefined && left.isPerson && left.agent === right.agent;
    const shown = `${cells[4] ?? ''} ~ ${cells[10] ?? ''}`;
    if (label === 'same') same += 1;
    if (isLinked) linked[label] += 1;
    if (isLinked && label !== 'same') missed.push(`${label} but linked: ${shown}`);
    if (!isLinked && label === 'same') missed.push(`not linked: ${shown}`);
  }
  const score = { set, right: linked.same, total: same, missed };
  return [
    { ...score, measure: 'same person', wrong: linked.different },
    {
      ...score,
      measure: 'same person, strict (open pairs count as different)',
      wrong: linked.different + linked.open,
    },
  ];
}

function scoreIdentifiers(): readonly Score[] {
  const collection = new AgentCollection();
  const identities: { readonly source: string; readonly wikidata: string; readonly name: string }[] = [];
  const add = (known: KnownAgent, source: string, wikidata: string) => {
    collection.addKnown(known);
    identities.push({ source, wikidata, name: known.names[0]!.name });
  };
  for (const known of readAuthority(false)) add(known, 'authority', known.wikidata);
  for (const row of readTable(readFileSync(join(DATA, 'moma/Artists.csv'), 'utf8'))) {
    const [name] = readAgents(row['DisplayName'] ?? '').agents;
    if (name === undefined) continue;
    const life = { begin: readYear(row['BeginDate']), end: readYear(row['EndDate']) };
    add(
      { key: `moma ${row['ConstituentID'] ?? ''}`, authority: 'moma', names: [name], life },
      'moma',
      row['Wiki QID'] ?? '',
    );
  }
  const statistics = collection.statistics();
  const byWikidata = new Map<string, number>();
  for (const { wikidata } of identities)
    if (wikidata !== '') byWikidata.set(wikidata, (byWikidata.get(wikidata) ?? 0) + 1);
  let right = 0;
  let wrong = 0;
  const missed: string[] = [];
  const founded = new Set<string>();
  for (const block of collection.blocks()) {
    const { agentOfKnown } = linkBlock(block, { statistics });
    const groups = Map.groupBy(block.knownNumbers.keys(), (index) => agentOfKnown[index]!);
    for (const members of groups.values()) {
      const people = members.map((index) => identities[block.knownNumbers[index]!]!);
      for (const [index, person] of people.entries())
        for (const other of people.slice(index + 1)) {
          if (person.wikidata !== '' && person.wikidata === other.wikidata) {
            right += 1;
            founded.add(person.wikidata);
          } else if (person.source === other.source || (person.wikidata !== '' && other.wikidata !== '')) {
            wrong += 1;
            missed.push(`linked: ${person.name} ~ ${other.name} (${person.source}, ${other.source})`);
          }
        }
    }
  }
  const shared = [...byWikidata.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  return [
    {
      set: 'people: authority and MoMA by identifier',
      measure: 'same person',
      right,
      wrong,
      total: shared,
      missed: missed.slice(0, 30),
    },
  ];
}

function scoreGenerated(): readonly Score[] {
  const { truth, agent, kinds, people } = linkGenerated(GENERATED.records, GENERATED.seed);
  const isLinked = (mention: number) => kinds[agent[mention]!] === 'person';
  const mentions = [...truth.keys()];
  const precision = drawPairs(mentions.filter(isLinked), (mention) => agent[mention]!);
  const right = precision.filter(([one, other]) => truth[one] === truth[other] && truth[one] !== -1).length;
  const recall = drawPairs(
    mentions.filter((mention) => truth[mention] !== -1),
    (mention) => truth[mention]!,
  );
  const found = recall.filter(([one, other]) => isLinked(one) && agent[one] === agent[other]).length;
  const set = `people: ${GENERATED.records} generated records`;
  return [
    { set, measure: 'two mentions of an agent are one person', right, total: precision.length },
    {
      set,
      measure: 'two mentions of a person are one agent',
      right: found,
      wrong: 0,
      total: recall.length + people.length - truth.length,
    },
  ];
}

/** For each mention another of its group, drawn by a fixed series. */
function drawPairs(
  mentions: readonly number[],
  groupOf: (mention: number) => number,
): readonly (readonly [number, number])[] {
  let state = 12_345;
  const draw = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * limit);
  };
  return [...Map.groupBy(mentions, groupOf).values()].flatMap((group) =>
    group.length < 2
      ? []
      : group.map((mention, index): readonly [number, number] => {
          const other = draw(group.length - 1);
          return [mention, group[other >= index ? other + 1 : other]!];
        }),
  );
}
