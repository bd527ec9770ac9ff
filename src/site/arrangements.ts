import { summarisePlaces } from '../api/place-view.ts';
import { readLabels } from '../catalogue/linked-tables.ts';
import type { Query } from '../model/query.ts';
import type { Lease } from '../search/live.ts';
import { findGeologicalUnit, parentsOf, type GeologicalUnit } from '../vocabulary/geological-time.ts';
import { walkDates } from './date-walk.ts';
import { PEOPLE_FIELDS, walkPeople } from './people-walk.ts';
import { chosenValues, isChoice, isTimeRange, withCondition, without } from './query-parts.ts';
import {
  facetOf,
  is,
  isMissing,
  labelled,
  missingStep,
  restOf,
  stepOf,
  type PathStep,
  type Walk,
  type WalkOptions,
} from './walk-steps.ts';

/** Ways in which a set of objects can be walked through. */
export const ARRANGEMENTS = ['taxonomy', 'geography', 'geology', 'date', 'person', 'museum', 'archive'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

export function isArrangement(text: string | undefined): text is Arrangement {
  return ARRANGEMENTS.some((name) => name === text);
}

type Tree = 'taxon' | 'place' | 'whole';

/** The hierarchy of each arrangement that has one, and the fields that stand in where the edition has none. */
const TREES: Readonly<Partial<Record<Arrangement, { readonly field: string; readonly table: Tree }>>> = {
  taxonomy: { field: 'taxonKey', table: 'taxon' },
  geography: { field: 'placeKey', table: 'place' },
  archive: { field: 'wholeKey', table: 'whole' },
};
const LEVELS: Readonly<Partial<Record<Arrangement, readonly string[]>>> = {
  taxonomy: ['kingdom', 'phylum', 'class', 'order', 'family', 'genus', 'scientificName'],
  geography: ['continent', 'country', 'stateProvince', 'county', 'municipality'],
  museum: ['datasetKey', 'institutionCode', 'collectionCode', 'objectType', 'preparations'],
};

const PERIOD = 'geologicalPeriod';

/** The set from which a walk began: the query without what was chosen on the way. */
export function startOf(by: Arrangement, query: Query): Query {
  if (by === 'date') return without(query, (condition) => isTimeRange(condition) || isMissing(condition, 'date'));
  const fields = [
    ...(LEVELS[by] ?? []),
    ...(TREES[by] === undefined ? [] : [TREES[by].field]),
    ...(by === 'geology' ? [PERIOD] : []),
    ...(by === 'person' ? PEOPLE_FIELDS : []),
  ];
  return without(query, (condition) =>
    fields.some((field) => isChoice(condition, field) || isMissing(condition, field)),
  );
}

/** Where one stands when walking what a query selects in an arrangement: the query's own conditions are the way taken so far. */
export async function walk(lease: Lease, by: Arrangement, options: WalkOptions): Promise<Walk> {
  const tree = TREES[by];
  if (by === 'date') return walkDates(lease, options);
  if (by === 'geology') return walkGeology(lease, options);
  if (by === 'person') return walkPeople(lease, options);
  const levels = LEVELS[by];
  if (tree !== undefined && (levels === undefined || (await hasTree(lease, tree.field))))
    return walkTree(lease, tree, options);
  return walkLevels(lease, levels!, options);
}

async function hasTree({ engine }: Lease, field: string): Promise<boolean> {
  await using selection = await engine.resolve({ kind: 'exists', field });
  return selection.total > 0;
}

/** Down a hierarchy. Where all of the set is in one topmost value, the way begins below it. */
async function walkTree(
  lease: Lease,
  { field, table }: { readonly field: string; readonly table: Tree },
  { query, limit }: WalkOptions,
): Promise<Walk> {
  const { engine } = lease;
  const [chosen] = chosenValues(query, field);
  await using selection = await engine.resolve(query);
  let node = chosen ?? '';
  let facet = await facetOf(selection, { field, under: node, limit });
  while (
    chosen === undefined &&
    facet.distinct === 1 &&
    facet.missing === 0 &&
    facet.values[0]!.count === selection.total
  ) {
    const below = await facetOf(selection, { field, under: facet.values[0]!.value, limit });
    if (below.distinct === 0) break;
    node = facet.values[0]!.value;
    facet = below;
  }
  const lineage = chosen === undefined ? [] : [...engine.lineage(field, chosen), chosen];
  const keys = [...lineage, ...facet.values.map(({ value }) => value)];
  const named = await namesOf(lease, table, keys);
  const base = without(query, (condition) => isChoice(condition, field));
  return {
    path: [
      ...lineage.map((value) => ({
        ...named(value),
        field,
        value,
        query: withCondition(base, is(field, value)),
      })),
      ...missingStep(query, field),
    ],
    steps: facet.values.map((value) => ({ ...stepOf(base, field, value), ...named(value.value) })),
    hidden: facet.distinct - facet.values.length,
    rest: await restOf(lease, { query, total: selection.total, field, facet, isTop: node === '' }),
    overlaps: facet.sumExceedsTotal,
  };
}

type Named = Pick<PathStep, 'label' | 'place'>;

/** What the values of a tree are called. */
async function namesOf(lease: Lease, table: Tree, keys: readonly string[]): Promise<(key: string) => Named> {
  if (table === 'place') {
    const places = new Map((await summarisePlaces(lease, keys)).map((place) => [place.key, place]));
    return (key) => {
      const place = places.get(key);
      return place === undefined ? {} : { place };
    };
  }
  const labels = table === 'whole' ? await titlesOf(lease, keys) : await readLabels(lease.edition, table, keys);
  return (key) => labelled(labels, key);
}

async function titlesOf({ engine }: Lease, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  for (const key of keys) {
    const record = await engine.record(key);
    const title = record?.interpreted['title'];
    if (typeof title === 'string') titles.set(key, title);
  }
  return titles;
}

/** Down a list of fields: each is the next step, but for those that would offer no choice. */
async function walkLevels({ engine }: Lease, levels: readonly string[], { query, limit }: WalkOptions): Promise<Walk> {
  const path = levels.flatMap((field) => [
    ...chosenValues(query, field).map((value) => ({
      field,
      value,
      query: upTo(query, levels, field),
    })),
    ...missingStep(query, field, upTo(query, levels, field)),
  ]);
  const last = path.at(-1);
  const open = levels.slice(last === undefined ? 0 : levels.indexOf(last.field) + 1);
  await using selection = await engine.resolve(query);
  const facets = await selection.facets(open.map((field) => ({ field, limit })));
  const facet =
    facets.find(({ distinct, missing }) => distinct > 0 && distinct + Number(missing > 0) > 1) ??
    facets.find(({ distinct }) => distinct > 0);
  if (facet === undefined) return { path, steps: [], hidden: 0, rest: undefined, overlaps: false };
  return {
    path,
    steps: facet.values.map((value) => stepOf(query, facet.field, value)),
    hidden: facet.distinct - facet.values.length,
    rest: await restOf({ engine }, { query, total: selection.total, field: facet.field, facet, isTop: true }),
    overlaps: facet.sumExceedsTotal,
  };
}

/** The query without what was chosen on the levels below one. */
function upTo(query: Query, levels: readonly string[], field: string): Query {
  const below = levels.slice(levels.indexOf(field) + 1);
  return without(query, (condition) => below.some((name) => isChoice(condition, name) || isMissing(condition, name)));
}

/** Eons, then eras, periods, epochs and ages, each step in the order of time; what is on no chart comes last. */
async function walkGeology(lease: Lease, { query, limit }: WalkOptions): Promise<Walk> {
  const field = PERIOD;
  const [chosen] = chosenValues(query, field);
  const base = without(query, (condition) => isChoice(condition, field));
  await using selection = await lease.engine.resolve(query);
  const facet = await facetOf(selection, { field, limit: 1_000 });
  const names = new Set(facet.values.map(({ value }) => value));
  const parentOf = (name: string): string | undefined => {
    const unit = findUnit(name);
    const above = unit === undefined ? [] : parentsOf(unit).map((parent) => parent.name);
    return above.findLast((parent) => names.has(parent));
  };
  const below = facet.values
    .filter(({ value }) => value !== chosen && parentOf(value) === chosen)
    .toSorted((a, b) => ageOf(b.value) - ageOf(a.value) || b.count - a.count);
  const values = below.slice(0, limit);
  const lineage = chosen === undefined ? [] : lineageOf(chosen, parentOf);
  const { total } = selection;
  const shown = { ...facet, values, distinct: below.length };
  const rest = await restOf(lease, { query, total, field, facet: shown, isTop: chosen === undefined });
  return {
    path: [
      ...lineage.map((value) => ({ field, value, query: withCondition(base, is(field, value)) })),
      ...missingStep(query, field),
    ],
    steps: values.map((value) => {
      const unit = findUnit(value.value);
      const ages = unit === undefined ? {} : { ages: { begin: unit.begin, end: unit.end } };
      return { ...stepOf(base, field, value), ...ages };
    }),
    hidden: below.length - values.length,
    rest,
    overlaps: values.reduce((sum, { count }) => sum + count, rest?.count ?? 0) > total,
  };
}

function findUnit(name: string): GeologicalUnit | undefined {
  return findGeologicalUnit(name.toLowerCase());
}

function lineageOf(name: string, parentOf: (name: string) => string | undefined): readonly string[] {
  const parent = parentOf(name);
  return parent === undefined ? [name] : [...lineageOf(parent, parentOf), name];
}

/** When it began, in millions of years ago. */
function ageOf(name: string): number {
  return findUnit(name)?.begin ?? -1;
}
