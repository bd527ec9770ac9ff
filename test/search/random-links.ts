import type { FixtureRecord } from './edition-fixture.ts';
import type { LinkedRow, LinkedRows } from './linked-rows.ts';
import { PEOPLE, random } from './random-edition.ts';

export const TAXA = ['Animalia', 'Lepidoptera', 'Troides', 'Attacus', 'Aves'];
/** Keys, those above, and names; the last has a name of a synonym, and one name stands twice. */
const TREE: readonly (readonly [key: string, parent: string | null, label: string, rank: string])[] = [
  ['t0', null, 'Animalia', 'kingdom'],
  ['t1', 't0', 'Lepidoptera', 'order'],
  ['t2', 't1', 'Troides', 'genus'],
  ['t3', 't1', 'Attacus', 'genus'],
  ['t4', 't0', 'Aves', 'order'],
  ['t5', null, 'Troides', 'genus'],
];
const ROLES = [
  ['gathering', 'collector'],
  ['production', 'maker'],
  ['production', 'author'],
  ['production', 'subject'],
] as const;
const TYPES = [
  ['part of', 'has part'],
  ['used with', 'related'],
] as const;
const AGENTS = 12;
const GATHERINGS = 15;

/** What records of a random edition share. */
export function randomLinks(seed: number, records: readonly FixtureRecord[]): LinkedRows {
  const next = random(seed + 1000);
  const below = (count: number) => Math.floor(next() * count);
  const maybe = <T>(value: () => T) => (next() < 0.7 ? value() : null);
  const distinct = (count: number, of: number) => [...new Set(Array.from({ length: count }, () => below(of)))];
  const agents = Array.from({ length: AGENTS }, (_, at): LinkedRow => {
    const born = maybe(() => 1760 + below(90));
    const name = PEOPLE[at % PEOPLE.length]!;
    return {
      key: `a${at}`,
      kind: next() < 0.25 ? 'name' : 'person',
      label: name,
      born,
      died: maybe(() => (born ?? 1800) + below(90)),
      names: [{ name, datasetKey: 'museum', records: 1 }],
      folded: name.toLowerCase(),
    };
  });
  const links = records.flatMap(({ values = {} }, rid): LinkedRow[] => {
    if (values['recordType'] === 'agent') return [{ rid, role: 'entry', agentKey: `a${below(AGENTS)}` }];
    return Array.from({ length: below(4) }, () => {
      const [activity, role] = ROLES[below(ROLES.length)]!;
      return { rid, activity, role, agentKey: `a${below(AGENTS)}` };
    });
  });
  const edges = records.flatMap((_, rid): LinkedRow[] => {
    const other = below(records.length);
    if (next() < 0.5 || other === rid) return [];
    const [type, inverse] = TYPES[below(TYPES.length)]!;
    return [
      { rid, type, otherRid: other },
      { rid: other, type: inverse, otherRid: rid },
    ];
  });
  const gatherings = Array.from({ length: GATHERINGS }, (_, at): LinkedRow => {
    const begin = -60_000 + below(30_000);
    const span = maybe(() => ({ dateBegin: begin, dateEnd: begin + below(900) })) ?? {};
    return { key: `g${at}`, label: 'x', records: below(12), ...span };
  });
  const gathered = records.flatMap((_, rid): LinkedRow[] =>
    next() < 0.6 ? [{ rid, gatheringKey: `g${below(GATHERINGS)}` }] : [],
  );
  const taxa = TREE.map(([key, parentKey, label, rank]): LinkedRow => ({
    key,
    parentKey,
    label,
    rank,
    canonicalName: label,
  }));
  const classified = records.flatMap((_, rid): LinkedRow[] =>
    distinct(below(3), TREE.length).map((at) => ({ rid, taxonKey: `t${at}` })),
  );
  return {
    agent: agents,
    agent_link: links,
    relation_link: edges.toSorted((a, b) => Number(a['rid']) - Number(b['rid'])),
    gathering: gatherings,
    gathering_link: gathered,
    taxon: taxa,
    taxon_link: classified,
    taxon_name: TREE.map(([taxonKey, , name]): LinkedRow => ({ folded: name.toLowerCase(), name, taxonKey })),
  };
}

/** Makes the table `taxon_above`: each taxon with itself and all above it. */
export const TAXON_ABOVE = `create table taxon_above as
  with recursive up as (
    select key, key as above from taxon
    union all
    select up.key, t.parentKey from up join taxon t on t.key = up.above where t.parentKey is not null
  ) select * from up`;
