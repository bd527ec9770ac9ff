import { agentQuery, readAgentView, type AgentView } from '../api/agent-view.ts';
import type { Lease } from '../search/live.ts';
import { readObjects, type ObjectsView } from './objects-data.ts';

/** What a person's page shows. */
export interface PersonView extends ObjectsView {
  readonly agent: AgentView;
}

const RECORDS = 12;

export async function readPersonView(lease: Lease, key: string): Promise<PersonView | undefined> {
  const agent = await readAgentView(lease, key);
  if (agent === undefined) return undefined;
  return { agent, ...(await readObjects(lease, { query: agentQuery(agent.key), limit: RECORDS, isOfEachKind: true })) };
}
