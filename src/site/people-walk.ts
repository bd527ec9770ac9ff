import { summariseAgents } from '../api/agent-view.ts';
import { readLabels } from '../catalogue/linked-tables.ts';
import type { Query } from '../model/query.ts';
import type { Facet } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import { fold } from '../search/text-fold.ts';
import { chosenValues, isChoice, withCondition, without } from './query-parts.ts';
import {
  facetOf,
  is,
  labelled,
  missingStep,
  restOf,
  stepOf,
  type PathStep,
  type Step,
  type Walk,
  type WalkOptions,
} from './walk-steps.ts';

const INITIAL = 'agentInitial';
const MOST = 1_000;

/** The fields that this way leads through: of linked people, and of names where none are linked. */
export const PEOPLE_FIELDS = [INITIAL, 'agentKey', 'agent'] as const;

/** Everyone who took part: by the letter of the family name, then by name; of one of them, who was there too. */
export async function walkPeople(lease: Lease, options: WalkOptions): Promise<Walk> {
  const { query } = options;
  const isLinked = lease.edition.manifest.agents === 'linked';
  const field = isLinked ? 'agentKey' : 'agent';
  const chosen = chosenValues(query, field);
  const [letter] = chosenValues(query, INITIAL);
  const path = await pathOf(lease, { ...options, field });
  await using selection = await lease.engine.resolve(query);
  if (isLinked && chosen.length === 0 && letter === undefined) {
    const facet = await facetOf(selection, { field: INITIAL, limit: MOST, sort: 'value' });
    return {
      path,
      steps: await letterSteps(lease, query, facet),
      hidden: 0,
      rest: await restOf(lease, { query, total: selection.total, field: INITIAL, facet, isTop: true }),
      overlaps: facet.sumExceedsTotal,
    };
  }
  const facet = await facetOf(selection, { field, limit: MOST });
  let others = facet.values.filter(({ value }) => !chosen.includes(value));
  if (letter !== undefined && chosen.length === 0) {
    const names = await readLabels(
      lease.edition,
      'agent',
      others.map(({ value }) => value),
    );
    others = others.filter(({ value }) => fold(initialOf(names.get(value) ?? '')) === fold(letter));
  }
  const values = others.slice(0, options.limit);
  const labels = isLinked
    ? await namesOf(
        lease,
        values.map(({ value }) => value),
      )
    : new Map<string, string>();
  const distinct = facet.distinct - (facet.values.length - others.length);
  const rest = await restOf(lease, {
    query,
    total: selection.total,
    field,
    facet: { ...facet, values, distinct },
    isTop: path.length === 0,
  });
  return {
    path,
    steps: values.map((value) => ({ ...stepOf(query, field, value), ...labelled(labels, value.value) })),
    hidden: distinct - values.length,
    rest: path.length === 0 ? rest : rest && { ...rest, kind: 'others' },
    overlaps: facet.sumExceedsTotal,
  };
}

/** A search for O finds Ø too, so that they are one step, as often as both together. */
async function letterSteps({ engine }: Lease, query: Query, { values }: Facet): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const alike of Map.groupBy(values, ({ value }) => fold(value)).values()) {
    const value = alike.toSorted((a, b) => b.count - a.count)[0]!;
    const step = stepOf(query, INITIAL, value);
    if (alike.length === 1) steps.push(step);
    else {
      await using selection = await engine.resolve(step.query);
      steps.push({ ...step, count: selection.total, certain: selection.certain });
    }
  }
  return steps;
}

async function pathOf(lease: Lease, { query, field }: WalkOptions & { readonly field: string }): Promise<PathStep[]> {
  const own = without(query, (condition) => PEOPLE_FIELDS.some((name) => isChoice(condition, name)));
  const letters = chosenValues(query, INITIAL);
  const chosen = chosenValues(query, field);
  const labels = field === 'agentKey' ? await namesOf(lease, chosen) : new Map<string, string>();
  const base = letters.reduce((all, value) => withCondition(all, is(INITIAL, value)), own);
  return [
    ...letters.map((value) => ({ field: INITIAL, value, query: base })),
    ...chosen.map((value) => ({
      ...labelled(labels, value),
      field,
      value,
      query: withCondition(base, is(field, value)),
    })),
    ...missingStep(query, INITIAL),
    ...missingStep(query, field),
  ];
}

async function namesOf(lease: Lease, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await summariseAgents(lease, keys)).map(({ key, label }) => [key, label]));
}

/** The first letter of a name's last word, as the index has it. */
function initialOf(name: string): string {
  const letter = /(\p{L})\S*\s*$/u.exec(name)?.[1] ?? '';
  return letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
}
