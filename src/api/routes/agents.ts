import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { listAgents, readAgentView } from '../agent-view.ts';
import type { AppEnv, Services } from '../environment.ts';
import { ApiError } from '../error.ts';
import { shortText, wholeNumber } from '../options.ts';
import { parseOptions, refuseParameters, valuesOf } from '../query-request.ts';
import { errorResponses, notFoundResponse } from '../schemas.ts';

const options = z.object({
  q: shortText().optional().openapi({ description: 'Words, or parts of words, of one of the names' }),
  limit: wholeNumber({ min: 1, max: 100 }).optional().openapi({ description: 'At most so many; default 20' }),
});

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
    names: z.array(z.object({ name: z.string(), datasets: z.array(z.object({ key: z.string(), records: z.int() })) })),
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

export function defineAgents(api: OpenAPIHono<AppEnv>, { live }: Services): void {
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/agents',
    summary: 'People and groups, by words of their names',
    tags: ['People'],
    request: { query: options },
    responses: {
      200: {
        description: 'Those with the most records first',
        content: {
          'application/json': {
            schema: z.object({ edition: z.string(), total: z.int(), agents: z.array(summarySchema) }),
          },
        },
      },
      ...errorResponses,
    },
  });
  api.get('/agents', async (c) => {
    const { q = '', limit = 20 } = parseOptions(valuesOf(new URL(c.req.url).searchParams), options.strict());
    return live.use(async (lease) =>
      c.json({ edition: lease.edition.name, ...(await listAgents(lease, { text: q, limit })) }),
    );
  });
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/agents/{key}',
    summary: 'A person or group: names, roles, companions, why the names are one, and who else it may be',
    tags: ['People'],
    request: { params: z.object({ key: z.string() }) },
    responses: {
      200: { description: 'The person or group', content: { 'application/json': { schema: agentSchema } } },
      ...errorResponses,
      ...notFoundResponse,
    },
  });
  api.get('/agents/:key', async (c) => {
    refuseParameters(c);
    const key = c.req.param('key');
    return live.use(async (lease) => {
      const agent = await readAgentView(lease, key);
      if (agent === undefined)
        throw new ApiError(404, 'not-found', `There is no person or group with the key "${key.slice(0, 80)}".`, {
          hint: 'GET /api/agents?q=… finds them by name.',
        });
      return c.json({ edition: lease.edition.name, ...agent });
    });
  });
}
