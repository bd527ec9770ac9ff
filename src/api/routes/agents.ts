import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { listAgents, readAgentView } from '../agent-view.ts';
import { defineEntity } from '../entity-routes.ts';
import type { AppEnv, Services } from '../environment.ts';

const year = z.int().optional();
const summary = {
  key: z.string(),
  kind: z
    .enum(['person', 'group', 'unnamed', 'name'])
    .openapi({ description: 'unnamed: someone without a name; name: a name that several people may bear' }),
  label: z.string().openapi({ description: 'The fullest form of the name' }),
  born: year,
  died: year,
  activeBegin: year.openapi({ description: 'First year of what it took part in' }),
  activeEnd: year,
  records: z.int().openapi({ description: 'Records of all types in which it stands' }),
};
/** An agent in a line, in the answers of other routes too. */
export { summary as agentSummary };
const summarySchema = z.object(summary).openapi('AgentSummary');
const reason = {
  claim: z.string().openapi({ description: 'Its key, by which people accept or reject it' }),
  subjectKey: z
    .string()
    .openapi({ description: 'What a claim of a person about the same names: a name in its context' }),
  objectKey: z.string(),
  subject: z.string().openapi({ description: 'The name that joined, or would join' }),
  object: z.string().openapi({ description: 'The name that it joined, or would join' }),
  score: z.number().openapi({ description: 'The chance that both are the same, 0 to 1' }),
  rule: z.string(),
  evidence: z.array(z.string()).openapi({ description: 'Reasons in words' }),
};
const agentSchema = z
  .object({
    edition: z.string(),
    ...summary,
    identifiers: z.array(z.string()),
    through: z.string().optional().openapi({ description: 'Through whom someone unnamed is known' }),
    objects: z.int().openapi({ description: 'What `/api/search?agentKey=…` finds' }),
    names: z.array(
      z.object({
        name: z.string(),
        key: z.string().openapi({ description: 'By which claims name it' }),
        datasets: z.array(z.object({ key: z.string(), records: z.int() })),
      }),
    ),
    roles: z.array(
      z.object({
        role: z.string(),
        count: z.int(),
        kinds: z
          .array(z.object({ kind: z.string(), count: z.int() }))
          .openapi({ description: 'An object of two kinds counts with both' }),
      }),
    ),
    together: z
      .array(z.object({ ...summary, count: z.int() }))
      .openapi({ description: 'Who stands in the same objects' }),
    reasons: z.array(z.object(reason)).openapi({ description: 'Why the names were brought together' }),
    candidates: z
      .array(z.object({ ...summary, ...reason }))
      .openapi({ description: 'Who may be the same, but was not brought together' }),
    isReduced: z
      .boolean()
      .openapi({ description: 'Records were withdrawn since: reasons and years come with the next edition' }),
  })
  .openapi('Agent');

export function defineAgents(api: OpenAPIHono<AppEnv>, services: Services): void {
  defineEntity(api, services, {
    path: '/agents',
    tag: 'People',
    name: 'person or group',
    summary: 'A person or group: names, roles, companions, why the names are one, and who else it may be',
    schema: agentSchema,
    read: readAgentView,
    hint: 'GET /api/agents?q=… finds them by name.',
    list: {
      summary: 'People and groups, by words of their names',
      order: 'Those with the most records first',
      limit: { max: 100, default: 20 },
      answer: { agents: z.array(summarySchema) },
      read: listAgents,
    },
  });
}
