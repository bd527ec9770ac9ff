import { QueryError, type SearchEngine } from '../search/engine.ts';
import { parseQueryParameters } from '../search/query-url.ts';
import type { Neighbours } from './pages/record.tsx';
import { PAGE_SIZE } from './search-address.ts';

/**
 * Where a record stands in the page of results from which it was opened, `search` being that page's parameters; undefined
 * where it came from no search, or from one that does not hold it any more.
 */
export async function findNeighbours(
  engine: SearchEngine,
  key: string,
  search: string | undefined,
): Promise<Neighbours | undefined> {
  if (search === undefined || search.length > 4000) return undefined;
  try {
    const { query, sort, cursor } = parseQueryParameters(new URLSearchParams(search));
    await using selection = await engine.resolve(query);
    const { records } = await selection.page({
      limit: PAGE_SIZE + 1,
      ...(sort === undefined ? {} : { sort }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    const position = records.findIndex((record) => record.key === key);
    if (position < 0) return undefined;
    const [previous, next] = [records[position - 1], records[position + 1]];
    return {
      search,
      ...(previous === undefined ? {} : { previous: previous.key }),
      ...(next === undefined ? {} : { next: next.key }),
    };
  } catch (error) {
    // The address was changed by hand, or its cursor is of an earlier edition: the record is shown all the same.
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}
