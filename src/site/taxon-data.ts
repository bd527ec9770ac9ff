import { summariseAgents, type AgentSummary } from '../api/agent-view.ts';
import { listTaxa, readTaxonView, taxonQuery, type TaxonSummary, type TaxonView } from '../api/taxon-view.ts';
import type { Lease } from '../search/live.ts';
import { readObjects, type ObjectsView } from './objects-data.ts';

/** What a taxon's page shows. */
export interface TaxonPageView extends ObjectsView {
  readonly taxon: TaxonView;
  /** Who stands in the most of its objects. */
  readonly people: readonly (AgentSummary & { readonly count: number })[];
  readonly typeStatus: readonly { readonly value: string; readonly count: number }[];
  readonly datasets: readonly { readonly key: string; readonly count: number }[];
}

const RECORDS = 8;
const PEOPLE = 10;
const VALUES = 20;

export async function readTaxonPage(lease: Lease, key: string): Promise<TaxonPageView | undefined> {
  const taxon = await readTaxonView(lease, key);
  if (taxon === undefined) return undefined;
  const query = taxonQuery(taxon.key);
  await using selection = await lease.engine.resolve(query);
  const [objects, [agents, types, datasets]] = await Promise.all([
    readObjects(lease, { query, limit: RECORDS }),
    selection.facets([
      { field: 'agentKey', limit: PEOPLE },
      { field: 'typeStatus', limit: VALUES },
      { field: 'datasetKey', limit: VALUES },
    ]),
  ]);
  const counts = new Map(agents!.values.map(({ value, count }) => [value, count]));
  const people = await summariseAgents(lease, [...counts.keys()]);
  return {
    taxon,
    ...objects,
    people: people.map((agent) => ({ ...agent, count: counts.get(agent.key)! })),
    typeStatus: types!.values,
    datasets: datasets!.values.map(({ value, count }) => ({ key: value, count })),
  };
}

/** What the page of all taxa shows: the classifications with what is topmost in them, or what was searched for. */
export type TaxaPageView =
  | {
      readonly kind: 'found';
      readonly text: string;
      readonly total: number;
      readonly taxa: readonly (TaxonSummary & { readonly name: string })[];
      /** Titles of classifications by key. */
      readonly titles: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'all'; readonly classifications: readonly TaxonView[] };

const FOUND = 100;
const CLASSIFICATIONS = 50;
const LONGEST_TEXT = 200;

export async function readTaxaPage(lease: Lease, text: string): Promise<TaxaPageView> {
  const { taxa: roots } = await listTaxa(lease, { text: '', limit: CLASSIFICATIONS });
  const asked = text.trim().slice(0, LONGEST_TEXT);
  if (asked !== '') {
    const titles = new Map(roots.map(({ key, label }) => [key, label]));
    return { kind: 'found', text: asked, titles, ...(await listTaxa(lease, { text: asked, limit: FOUND })) };
  }
  const views = await Promise.all(roots.map(({ key }) => readTaxonView(lease, key)));
  return { kind: 'all', classifications: views.filter((view) => view !== undefined) };
}
