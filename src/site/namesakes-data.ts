import { placeQuery, readPlacesCalled, type PlaceView } from '../api/place-view.ts';
import { readNamesAbove, readTaxaCalled, taxonQuery, type TaxonView } from '../api/taxon-view.ts';
import type { HopQuery, Query } from '../model/query.ts';
import type { Lease } from '../search/live.ts';
import { allOf, conditionsOf } from './query-parts.ts';

/** One of several that bear a name, and the same search with it in place of the name. */
export interface Namesake<Entity> {
  readonly entity: Entity;
  readonly query: Query;
  readonly count: number;
}

/** A taxon with the names of what stands above it, the highest first. */
type TaxonBelow = TaxonView['elsewhere'][number] & { readonly above: readonly string[] };

/** What a condition by name may mean: taxa or places of which more than one is called so. */
export type Namesakes =
  | { readonly kind: 'taxon'; readonly name: string; readonly of: readonly Namesake<TaxonBelow>[] }
  | { readonly kind: 'place'; readonly name: string; readonly of: readonly Namesake<PlaceView['namesakes'][number]>[] };

/** Each of them is counted. */
const MOST_NAMESAKES = 12;

/** For each condition of a query that names a taxon or a place, as `taxon:Morus`: those from which one can be chosen, where they are several. */
export async function readNamesakes(lease: Lease, query: Query): Promise<readonly Namesakes[]> {
  const found: Namesakes[] = [];
  const conditions = conditionsOf(query);
  for (const condition of conditions) {
    const name = nameOf(condition);
    if (name === undefined) continue;
    const choose = async <Entity extends { readonly key: string }>(
      entities: readonly Entity[],
      queryOf: (key: string) => Query,
    ): Promise<readonly Namesake<Entity>[]> => {
      const counted = await Promise.all(
        entities.slice(0, MOST_NAMESAKES).map(async (entity) => {
          const narrowed = allOf(conditions.map((each) => (each === condition ? queryOf(entity.key) : each)));
          await using selection = await lease.engine.resolve(narrowed);
          return { entity, query: narrowed, count: selection.total };
        }),
      );
      return counted.filter(({ count }) => count > 0);
    };
    const namesakes: Namesakes =
      name.via === 'taxon'
        ? { kind: 'taxon', name: name.name, of: await choose(await readTaxaBelow(lease, name.name), taxonQuery) }
        : { kind: 'place', name: name.name, of: await choose(await readPlacesCalled(lease, name.name), placeQuery) };
    if (namesakes.of.length > 1) found.push(namesakes);
  }
  return found;
}

/** The name by which a condition asks for a taxon or a place; undefined for any other condition. */
function nameOf(
  condition: Query,
): { readonly via: Extract<HopQuery['via'], 'taxon' | 'place'>; readonly name: string } | undefined {
  if (condition.kind !== 'hop' || (condition.via !== 'taxon' && condition.via !== 'place')) return undefined;
  const { via, entity, to, compare } = condition;
  if (to !== undefined || compare !== undefined || entity?.kind !== 'is' || entity.field !== 'name') return undefined;
  return { via, name: String(entity.value) };
}

async function readTaxaBelow(lease: Lease, name: string): Promise<readonly TaxonBelow[]> {
  const taxa = (await readTaxaCalled(lease, name)).slice(0, MOST_NAMESAKES);
  const above = await readNamesAbove(
    lease,
    taxa.map(({ key }) => key),
  );
  return taxa.map((taxon) => ({ ...taxon, above: above.get(taxon.key) ?? [] }));
}
