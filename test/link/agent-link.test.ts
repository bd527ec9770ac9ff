import { describe, expect, test } from 'vitest';
import { AgentCollection, type NameList } from '../../src/link/agent-collection.ts';
import { nameClaimKey, nameKeyOf, type KnownAgent, type StatedName } from '../../src/link/agent-block.ts';
import { linkBlock } from '../../src/link/agent-link.ts';
import type { PersonName } from '../../src/model/agent.ts';
import type { Claim } from '../../src/model/claim.ts';

function person(given: string, family: string): PersonName {
  return { type: 'person', name: `${given} ${family}`.trim(), given, family };
}

function list(names: readonly StatedName[], year: number | undefined, rest: Partial<NameList> = {}): NameList {
  return {
    names,
    place: 'MY',
    dataset: 'london',
    years: year === undefined ? undefined : { begin: year, end: year },
    records: 5,
    ...rest,
  };
}

/** A crowd, so that names and places have shares that are worth something. */
function crowd(): readonly NameList[] {
  const given = ['Mary Ann', 'Paul', 'Karl', 'Hugo Max', 'Rosa', 'Igor', 'Ulf', 'Erik', 'Nina', 'Otto Paul'];
  return Array.from({ length: 300 }, (_, index) =>
    list(
      [person(given[index % 10]!, `Crowd${String.fromCodePoint(97 + (index % 26), 97 + (index % 17))}`)],
      1800 + (index % 150),
      {
        place: ['BR', 'AU', 'ZA', 'FR', 'NO'][index % 5]!,
        dataset: index % 2 === 0 ? 'london' : 'paris',
      },
    ),
  );
}

interface Linked {
  /** Keys of the agents that stand for each list's first name. */
  readonly agents: readonly string[];
  readonly kinds: readonly string[];
  readonly known: readonly string[];
  readonly claims: readonly Claim[];
}

function link(
  lists: readonly NameList[],
  { known = [], claims = [] }: { readonly known?: readonly KnownAgent[]; readonly claims?: readonly Claim[] } = {},
): Linked {
  const collection = new AgentCollection();
  const numbers = [...crowd(), ...lists].map((each) => collection.add(each)).slice(-lists.length);
  for (const each of known) collection.addKnown(each);
  const statistics = collection.statistics();
  const agentOf = new Map<number, { readonly key: string; readonly kind: string }>();
  const knownAgents: string[] = [];
  const made: Claim[] = [];
  for (const block of collection.blocks()) {
    const linked = linkBlock(block, { statistics, claims });
    for (const [index, agent] of linked.agentOfMention.entries())
      agentOf.set(block.mentionNumbers[index]!, linked.agents[agent]!);
    for (const [index, agent] of linked.agentOfKnown.entries())
      knownAgents[block.knownNumbers[index]!] = linked.agents[agent]!.key;
    made.push(...linked.claims);
  }
  return {
    agents: numbers.map((number) => agentOf.get(number)!.key),
    kinds: numbers.map((number) => agentOf.get(number)!.kind),
    known: knownAgents,
    claims: made,
  };
}

const wallace: KnownAgent = {
  key: 'record-of-wallace',
  names: [person('Alfred Russel', 'Wallace')],
  life: { begin: 1823, end: 1913 },
  identifiers: ['http://www.wikidata.org/entity/Q160627'],
};
const initials = list([person('A. R.', 'Wallace')], 1855);
const full = list([person('Alfred Russel', 'Wallace')], 1858, { dataset: 'paris' });

function claim(kind: Claim['kind'], subject: string, object: string): Claim {
  return {
    key: `${kind} ${subject}`,
    kind,
    subject,
    object,
    status: 'accepted',
    score: 1,
    rule: 'person',
    evidence: ['letter of 1858'],
    maker: 'curator',
  };
}

describe('linking', () => {
  test('a rare name, its initials and the authority are one person, with reasons', () => {
    const { agents, known, claims } = link([initials, full], { known: [wallace] });
    expect(agents).toEqual([known[0], known[0]]);
    expect(claims.find(({ status }) => status === 'accepted')?.evidence.join('; ')).toMatch(
      /falls into their life|active at the same time/u,
    );
  });

  test('what was gathered after a death is not theirs', () => {
    const { agents, known } = link([list([person('A. R.', 'Wallace')], 1990)], { known: [wallace] });
    expect(agents[0]).not.toBe(known[0]);
    const isTheirs = [1913, 1914].map((year) => {
      const last = link([list([person('A. R.', 'Wallace')], year)], { known: [wallace] });
      return last.agents[0] === last.known[0];
    });
    expect(isTheirs).toEqual([true, false]);
  });

  test('names beside each other in a list are two people, unless someone says that they are not', () => {
    const names = [person('A. R.', 'Wallace'), person('Alfred Russel', 'Wallace')];
    const lists = [list(names, 1855), full];
    const { agents } = link(lists);
    expect(agents[0]).not.toBe(agents[1]);
    expect(new Set(link([list([names[0]!, person('Charles', 'Allen')], 1855), full]).agents).size).toBe(1);
    const same = claim('same', nameClaimKey(nameKeyOf(names[0]!)), nameClaimKey(nameKeyOf(names[1]!)));
    expect(new Set(link(lists, { claims: [same] }).agents).size).toBe(1);
  });

  test('a rare name with a century between its records is two people', () => {
    const { agents } = link([list([person('Ada', 'Zwicky')], 1820), list([person('Ada', 'Zwicky')], 1930)]);
    expect(agents[0]).not.toBe(agents[1]);
  });

  test('a common name without context stays ambiguous', () => {
    const smiths = ['John', 'James', 'Jane', 'Jules', 'Jack', 'Joseph'].map((given, index) =>
      list([person(given, 'Smith')], 1850, { place: ['BR', 'AU', 'ZA', 'FR', 'NO', 'SE'][index]! }),
    );
    const { kinds } = link([list([person('J.', 'Smith')], undefined, { place: '' }), ...smiths]);
    expect(kinds[0]).toBe('name');
  });
});

describe('what stands beside a name', () => {
  test('years of birth and death tell namesakes apart, and find the authority', () => {
    const father = { ...person('Tony', 'Zwicky'), born: 1841, died: 1912 };
    const son = { ...person('Tony', 'Zwicky'), born: 1873, died: 1950 };
    const known = {
      key: 'record-of-zwicky',
      authority: 'people',
      names: [person('Tony', 'Zwicky')],
      life: { begin: 1873, end: 1950 },
    };
    const linked = link([list([father], 1880), list([son], 1905)], { known: [known] });
    expect(linked.agents[0]).not.toBe(linked.agents[1]);
    expect(linked.known[0]).toBe(linked.agents[1]);
  });

  test('an identifier unites names that can be one, and no others', () => {
    const identifier = 'https://orcid.org/0000-0002-1825-0097';
    const lists = [
      list([{ ...person('J.', 'Smith'), identifier }], 1990, { place: 'BR' }),
      list([{ ...person('Jane', 'Smith'), identifier }], 2015, { place: 'NO' }),
      list([{ ...person('Mark', 'Smith'), identifier }], 2015, { place: 'NO' }),
    ];
    const { agents } = link(lists);
    expect(agents[0]).toBe(agents[1]);
    expect(agents[2]).not.toBe(agents[1]);
  });

  test('words in the place of a name are nobody', () => {
    const { kinds } = link([
      list([person('Illegible Collector', 'Name')], 1850),
      list([person('N. O.', 'Data Available')], 1850),
    ]);
    expect(kinds).toEqual(['name', 'name']);
  });
});

describe('groups and people without a name', () => {
  test('a group is one in all museums and centuries, however its name is written', () => {
    const kew = ['Royal Gardens, Kew', 'ROYAL GARDENS KEW'].map((name, index) =>
      list([{ type: 'group', name }], 1800 + index * 150, { dataset: `museum ${index}` }),
    );
    const { agents, kinds } = link(kew);
    expect(new Set(agents).size).toBe(1);
    expect(kinds[0]).toBe('group');
  });

  test('the native collectors of two museums are two, and each is someone', () => {
    const unnamed = ['london', 'paris'].map((dataset) =>
      list([{ type: 'unnamed', name: 'native collector' }], 1858, { dataset }),
    );
    const { agents, kinds } = link(unnamed);
    expect(new Set(agents).size).toBe(2);
    expect(kinds).toEqual(['unnamed', 'unnamed']);
  });
});

describe('claims', () => {
  test('"different" separates, and without it everything is as before', () => {
    const without = link([initials, full]);
    const key = (name: NameList) => nameKeyOf(name.names[0]!);
    const apart = link([initials, full], { claims: [claim('different', key(initials), key(full))] });
    expect(without.agents[0]).toBe(without.agents[1]);
    expect(apart.agents[0]).not.toBe(apart.agents[1]);
    const withdrawn = link([initials, full], {
      claims: [{ ...claim('different', key(initials), key(full)), status: 'rejected' }],
    });
    expect(withdrawn).toEqual(without);
  });

  test('"same" unites what no rule would', () => {
    const maiden = list([person('Marianne', 'Wallace')], 1870);
    const other = list([person('Sally', 'Wallace')], 1880);
    const claims = [claim('same', nameKeyOf(maiden.names[0]!), nameKeyOf(other.names[0]!))];
    expect(new Set(link([maiden, other]).agents).size).toBe(2);
    expect(new Set(link([maiden, other], { claims }).agents).size).toBe(1);
  });

  test('a claim changes its own block alone', () => {
    const others = [list([person('Karl', 'Zwicky')], 1900), list([person('K.', 'Zwicky')], 1901)];
    const key = nameKeyOf(initials.names[0]!);
    const before = link([initials, full, ...others]);
    const after = link([initials, full, ...others], { claims: [claim('different', key, nameKeyOf(full.names[0]!))] });
    expect(after.agents.slice(2)).toEqual(before.agents.slice(2));
    expect(after.agents.slice(0, 2)).not.toEqual(before.agents.slice(0, 2));
  });
});

test('the order of the records does not matter', () => {
  const lists = [
    initials,
    full,
    list([person('A.', 'Wallace'), person('H.', 'Bates')], 1849),
    list([person('Sally', 'Wallace')], 1880),
  ];
  const there = link(lists, { known: [wallace] });
  const back = link(lists.toReversed(), { known: [wallace] });
  expect(back.agents.toReversed()).toEqual(there.agents);
});

test('what is of years after someone’s death stands apart, and keeps nobody from their life', () => {
  const collection = new AgentCollection();
  const artist = { name: 'Joseph Beuys', type: 'person', family: 'Beuys', given: 'Joseph' } as const;
  for (const [decade, records] of [
    [1960, 60],
    [1970, 168],
    [1990, 77],
    [2000, 20],
  ] as const)
    collection.add({ names: [artist], place: '', dataset: 'tate', years: { begin: decade, end: decade + 9 }, records });
  for (let other = 0; other < 200; other += 1)
    collection.add({
      names: [
        {
          name: `Name ${other}`,
          type: 'person',
          family: `Family${other}`,
          given: ['Anna', 'Karl', 'Joseph', 'John'][other % 4]!,
        },
      ],
      place: '',
      dataset: 'tate',
      years: { begin: 1900, end: 1909 },
      records: 5,
    });
  collection.addKnown({
    key: 'k1',
    authority: 'a',
    names: [artist],
    life: { begin: 1921, end: 1986 },
    identifiers: [],
  });
  const statistics = collection.statistics();
  const block = [...collection.blocks()].find(({ names }) => names.some(({ family }) => family === 'Beuys'))!;
  const { agents } = linkBlock(block, { statistics });
  expect(agents.map(({ records, life }) => [records, life.begin])).toEqual(
    expect.arrayContaining([
      [228, 1921],
      [97, undefined],
    ]),
  );
});

test('of two lists with one rare name the one that tells the life has the records, dated or not', () => {
  const name = person('John', 'Flaxman');
  const tate: KnownAgent = { key: 'second', authority: 'tate', names: [name], life: { begin: 1755, end: 1826 } };
  const walters: KnownAgent = { key: 'first', authority: 'walters', names: [name], life: {} };
  for (const known of [
    [tate, walters],
    [walters, tate],
  ]) {
    const { agents, known: ends } = link([list([name], 1790), list([name], undefined)], { known });
    const keyOf = (each: KnownAgent) => ends[known.indexOf(each)];
    expect(agents).toEqual([keyOf(tate), keyOf(tate)]);
    expect(keyOf(walters)).not.toBe(keyOf(tate));
  }
  const undated = link([list([name], undefined)], { known: [walters, tate] });
  expect(undated.agents).toEqual([undated.known[1]]);
});

test('a family name alone is a person where it stands with the same companion again, and nowhere else', () => {
  const [bare, companion] = [person('', 'Larsson'), person('Hugo Max', 'Quist')];
  const { kinds } = link([
    list([bare, companion], 1920, { records: 2 }),
    list([bare, person('Rosa', 'Ek')], 1920, { records: 1 }),
    list([bare], 1920, { records: 9 }),
  ]);
  expect(kinds).toEqual(['person', 'name', 'name']);
});

test("a collector's numbers say whose a common name is, and why", () => {
  const [first, second] = [person('John Albert', 'Smith'), person('Jacob Erik', 'Smith')];
  const at = (name: StatedName, year: number, number: number) =>
    list([name], year, { records: 3, numbers: [{ year, number }] });
  const { agents, claims } = link([
    at(first, 1930, 1200),
    at(first, 1932, 1400),
    at(second, 1930, 40),
    at(second, 1932, 90),
    list([person('J.', 'Smith'), person('Nina', 'Alm')], 1931, { records: 3, numbers: [{ year: 1931, number: 1301 }] }),
  ]);
  const claim = claims.find(({ evidence }) => evidence.some((sentence) => sentence.includes('of one series')));
  expect(claim?.evidence).toContain('their numbers are of one series, 1301 in 1931 and 1200 in 1930 to 1400 in 1932');
  expect(agents[0]).toBe(agents[1]);
  expect(agents[2]).toBe(agents[3]);
  expect(agents[4]).not.toBe(agents[2]);
});
