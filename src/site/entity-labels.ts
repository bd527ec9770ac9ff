import { summariseAgents } from '../api/agent-view.ts';
import { summariseExpeditions } from '../api/expedition-view.ts';
import { summariseGatherings } from '../api/gathering-view.ts';
import { summarisePlaces } from '../api/place-view.ts';
import { summariseTaxa } from '../api/taxon-view.ts';
import type { Query } from '../model/query.ts';
import type { Lease } from '../search/live.ts';
import type { PageContext } from './page-context.ts';
import { placeName } from './place-words.ts';
import { chosenValues } from './query-parts.ts';

/** Entities of one kind in a query that are called by their names. */
const MOST_NAMED = 50;

/** The names of people, taxa, places and the like that a query names by their keys, in the page's language. */
export async function labelsOfQuery(
  lease: Lease,
  query: Query,
  page: Pick<PageContext, 'country' | 'find'>,
): Promise<ReadonlyMap<string, string>> {
  const roles = chosenValues(query, 'agentRole').map((value) => value.slice(value.indexOf(':') + 1));
  const agents = [...new Set([...chosenValues(query, 'agentKey'), ...roles])].slice(0, MOST_NAMED);
  const labels = new Map((await summariseAgents(lease, agents)).map(({ key, label }) => [key, label]));
  for (const [field, summarise] of [
    ['expeditionKey', summariseExpeditions],
    ['gatheringKey', summariseGatherings],
    ['taxonKey', summariseTaxa],
  ] as const) {
    const keys = chosenValues(query, field).slice(0, MOST_NAMED);
    for (const { key, label } of await summarise(lease, keys)) labels.set(key, label);
  }
  const places = chosenValues(query, 'placeKey').slice(0, MOST_NAMED);
  for (const place of await summarisePlaces(lease, places)) labels.set(place.key, placeName(place, page));
  const related = chosenValues(query, 'related').map((value) => value.slice(value.lastIndexOf(':') + 1));
  for (const key of [...chosenValues(query, 'wholeKey'), ...related].slice(0, MOST_NAMED)) {
    const record = await lease.engine.record(key);
    const label = record?.interpreted['title'] ?? record?.interpreted['catalogNumber'];
    if (typeof label === 'string') labels.set(key, label);
  }
  return labels;
}
