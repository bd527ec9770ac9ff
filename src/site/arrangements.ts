import { readLabels } from '../catalogue/linked-tables.ts';
import type { Query } from '../model/query.ts';
import type { Facet, FacetValue, Selection } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import { findGeologicalUnit, parentsOf } from '../vocabulary/geological-time.ts';
import { summariseAgents } from '../api/agent-view.ts';
import { walkDates } from './date-walk.ts';
import { chosenValues, conditionsOf, isChoice, isTimeRange, withCondition, without } from './query-parts.ts';

/** Ways in which a set of objects can be walked through. */
export const ARRANGEMENTS = ['taxonomy', 'geography', 'geology', 'date', 'person', 'museum', 'archive'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

export function isArrangement(text: string | undefined): text is Arrangement {
  return ARRANGEMENTS.some((name) => name === text);
}

/** A part of the set, as a query of its own. */
export interface Step {
  /** What it is called, where its value does not say so by itself. */
  readonly label?: string;
  readonly field: string;
  readonly value: string;
  readonly query: Query;
  readonly count: number;
  /** Of these, how many are certain. */
  readonly certain: number;
}

/** What is chosen already, from the whole set on. */
export type PathStep = Pick<Step, 'label' | 'field' | 'value' | 'query'> & { readonly isMissing?: boolean };

/** Where one stands in an arrangement, and where one can go. */
export interface Walk {
  readonly path: readonly PathStep[];
  readonly steps: readonly Step[];
  /** Values that are not among the steps, since they are too many. */
  readonly hidden: number;
  /** What is in none of the steps: without a value, directly here, or in one that is not shown. */
  readonly rest:
    | { readonly kind: 'without' | 'here' | 'others'; readonly query: Query; readonly count: number }
    | undefined;
  /** Whether an object may be in several steps, so that their sum is larger than the set. */
  readonly overlaps: boolean;
}

export interface WalkOptions {
  readonly query: Query;
  /** Steps to be shown. */
  readonly limit: number;
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
    ...(by === 'person' ? ['agent', 'agentKey'] : []),
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
  const labels = table === 'whole' ? await titlesOf(lease, keys) : await readLabels(lease.edition, table, keys);
  const base = without(query, (condition) => isChoice(condition, field));
  return {
    path: [
      ...lineage.map((value) => ({
        ...labelled(labels, value),
        field,
        value,
        query: withCondition(base, is(field, value)),
      })),
      ...missingStep(query, field),
    ],
    steps: facet.values.map((value) => ({ ...stepOf(base, field, value), ...labelled(labels, value.value) })),
    hidden: facet.distinct - facet.values.length,
    rest: await restOf(lease, { query, field, facet, isTop: node === '' }),
    overlaps: facet.sumExceedsTotal,
  };
}

function labelled(labels: ReadonlyMap<string, string>, key: string): { readonly label?: string } {
  const label = labels.get(key);
  return label === undefined ? {} : { label };
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

async function facetOf(
  selection: Selection,
  request: { readonly field: string; readonly under?: string; readonly limit: number },
): Promise<Facet> {
  const [facet] = await selection.facets([request]);
  return facet!;
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
    rest: await restOf({ engine }, { query, field: facet.field, facet, isTop: true }),
    overlaps: facet.sumExceedsTotal,
  };
}

/** The query without what was chosen on the levels below one. */
function upTo(query: Query, levels: readonly string[], field: string): Query {
  const below = levels.slice(levels.indexOf(field) + 1);
  return without(query, (condition) => below.some((name) => isChoice(condition, name) || isMissing(condition, name)));
}

function isMissing(condition: Query, field: string): boolean {
  return condition.kind === 'not' && condition.of.kind === 'exists' && condition.of.field === field;
}

/** The step of a query that asks for what has no value. */
function missingStep(query: Query, field: string, own: Query = query): PathStep[] {
  return conditionsOf(query).some((condition) => isMissing(condition, field))
    ? [{ field, value: '', query: own, isMissing: true }]
    : [];
}

/** Periods, and within one its epochs, in the order of time; what is on no chart comes last. */
async function walkGeology(lease: Lease, { query, limit }: WalkOptions): Promise<Walk> {
  const field = PERIOD;
  const [chosen] = chosenValues(query, field);
  const base = without(query, (condition) => isChoice(condition, field));
  await using selection = await lease.engine.resolve(query);
  const facet = await facetOf(selection, { field, limit: 1_000 });
  const names = new Set(facet.values.map(({ value }) => value));
  const parentOf = (name: string): string | undefined => {
    const unit = findGeologicalUnit(name.toLowerCase());
    const above = unit === undefined ? [] : parentsOf(unit).map((parent) => parent.name);
    return above.findLast((parent) => names.has(parent));
  };
  const values = facet.values
    .filter(({ value }) => value !== chosen && parentOf(value) === chosen)
    .toSorted((a, b) => ageOf(b.value) - ageOf(a.value) || b.count - a.count)
    .slice(0, limit);
  const lineage = chosen === undefined ? [] : lineageOf(chosen, parentOf);
  return {
    path: [
      ...lineage.map((value) => ({ field, value, query: withCondition(base, is(field, value)) })),
      ...missingStep(query, field),
    ],
    steps: values.map((value) => stepOf(base, field, value)),
    hidden: 0,
    rest: await restOf(lease, {
      query,
      field,
      facet: { ...facet, values, distinct: values.length },
      isTop: chosen === undefined,
    }),
    overlaps: facet.sumExceedsTotal,
  };
}

function lineageOf(name: string, parentOf: (name: string) => string | undefined): readonly string[] {
  const parent = parentOf(name);
  return parent === undefined ? [name] : [...lineageOf(parent, parentOf), name];
}

/** When it began, in millions of years ago. */
function ageOf(name: string): number {
  return findGeologicalUnit(name.toLowerCase())?.begin ?? -1;
}

/** Everyone who took part, the most frequent first. */
async function walkPeople(lease: Lease, { query, limit }: WalkOptions): Promise<Walk> {
  const isLinked = lease.edition.manifest.agents === 'linked';
  const field = isLinked ? 'agentKey' : 'agent';
  const chosen = chosenValues(query, field);
  await using selection = await lease.engine.resolve(query);
  const facet = await facetOf(selection, { field, limit: limit + chosen.length });
  const others = facet.values.filter(({ value }) => !chosen.includes(value)).slice(0, limit);
  const keys = isLinked ? [...chosen, ...others.map(({ value }) => value)] : [];
  const labels = new Map((await summariseAgents(lease, keys)).map(({ key, label }) => [key, label]));
  const own = without(query, (condition) => isChoice(condition, field));
  const distinct = facet.distinct - chosen.length;
  return {
    path: [
      ...chosen.map((value) => ({
        ...labelled(labels, value),
        field,
        value,
        query: withCondition(own, is(field, value)),
      })),
      ...missingStep(query, field),
    ],
    steps: others.map((value) => ({ ...stepOf(query, field, value), ...labelled(labels, value.value) })),
    hidden: distinct - others.length,
    rest: await restOf(lease, {
      query,
      field,
      facet: { ...facet, values: others, distinct },
      isTop: chosen.length === 0,
    }),
    overlaps: facet.sumExceedsTotal,
  };
}

function is(field: string, value: string): Query {
  return { kind: 'is', field, value };
}

function stepOf(base: Query, field: string, { value, count, certain }: FacetValue): Step {
  return { field, value, query: withCondition(base, is(field, value)), count, certain };
}

/** What of a set is in none of the steps. */
async function restOf(
  { engine }: Pick<Lease, 'engine'>,
  options: { readonly query: Query; readonly field: string; readonly facet: Facet; readonly isTop: boolean },
): Promise<Walk['rest']> {
  const { query, field, facet, isTop } = options;
  const isWhole = facet.values.length === facet.distinct;
  if (facet.values.length === 0) return undefined;
  const others: Query =
    isTop && isWhole
      ? withCondition(query, { kind: 'not', of: { kind: 'exists', field } })
      : withCondition(query, {
          kind: 'not',
          of: { kind: 'in', field, values: facet.values.map(({ value }) => value) },
        });
  await using selection = await engine.resolve(others);
  const kind = isWhole ? (isTop ? 'without' : 'here') : 'others';
  return selection.total === 0 ? undefined : { kind, query: others, count: selection.total };
}
