import type { Query } from '../model/query.ts';
import type { FacetValue, SearchEngine } from '../search/engine.ts';
import { withCondition } from './query-parts.ts';

/** How many of some objects have what one may ask of a record, and what was noted in reading them. */
export interface Completeness {
  readonly objects: number;
  readonly query: Query;
  readonly shares: Readonly<Record<'withDate' | 'withPlace' | 'withMedia' | 'withoutIssue', number>>;
  /** The most frequent notes. */
  readonly issues: readonly FacetValue[];
}

const MOST_ISSUES = 5;

export async function readCompleteness(engine: SearchEngine, query: Query): Promise<Completeness> {
  const count = async (condition: Query) => {
    await using selection = await engine.resolve(withCondition(query, condition));
    return selection.total;
  };
  await using selection = await engine.resolve(query);
  const [facets, withDate, withPlace, withMedia, withIssue] = await Promise.all([
    selection.facets([{ field: 'issue', limit: MOST_ISSUES }]),
    count({ kind: 'exists', field: 'date' }),
    count({ kind: 'is', field: 'hasCoordinate', value: true }),
    count({ kind: 'range', field: 'mediaCount', from: 1 }),
    count({ kind: 'exists', field: 'issue' }),
  ]);
  return {
    objects: selection.total,
    query,
    shares: { withDate, withPlace, withMedia, withoutIssue: selection.total - withIssue },
    issues: facets[0]?.values ?? [],
  };
}
