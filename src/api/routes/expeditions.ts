import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Services } from '../environment.ts';
import { ApiError } from '../error.ts';
import { listExpeditions, readExpeditionView } from '../expedition-view.ts';
import { shortText, wholeNumber } from '../options.ts';
import { parseOptions, refuseParameters, valuesOf } from '../query-request.ts';
import { errorResponses, notFoundResponse } from '../schemas.ts';
import { agentSummary } from './agents.ts';
import { countedAgents, countedDatasets, gatheringSummary } from './gatherings.ts';

const options = z.object({
  q: shortText().optional().openapi({ description: 'Words, or parts of words, of one of the names' }),
  limit: wholeNumber({ min: 1, max: 500 }).optional().openapi({ description: 'At most so many; default 100' }),
});

const summary = {
  key: z.string(),
  label: z.string(),
  date: z.string().optional().openapi({ description: 'In EDTF' }),
  isDeclared: z
    .boolean()
    .openapi({ description: 'Whether the node or a profile declares it; others are named by records only' }),
  ships: z.array(z.string()),
  records: z.int().openapi({ description: 'Records of all types' }),
  objects: z.int().openapi({ description: 'What `/api/search?expeditionKey=…` finds' }),
};
const summarySchema = z.object(summary).openapi('ExpeditionSummary');
const expeditionSchema = z
  .object({
    edition: z.string(),
    ...summary,
    otherNames: z.array(z.string()),
    description: z.string().optional(),
    source: z.string().optional().openapi({ description: 'Where what is declared is from' }),
    people: z
      .array(z.object({ name: z.string(), agent: z.object(agentSummary).optional() }))
      .openapi({ description: 'Who is declared to have been there; `agent` where it is known who that is' }),
    places: z.array(z.string()),
    collectors: countedAgents,
    datasets: countedDatasets,
    gatherings: z
      .array(z.object({ ...gatheringSummary, count: z.int() }))
      .openapi({ description: 'Those with the most objects, in the order of time' }),
    stated: z.int().optional().openapi({
      description: 'Records that name it; the others were gathered or made by one of its people, wholly in its time',
    }),
    isReduced: z.boolean().openapi({ description: 'Records were withdrawn since' }),
  })
  .openapi('Expedition');

export function defineExpeditions(api: OpenAPIHono<AppEnv>, { live }: Services): void {
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/expeditions',
    summary: 'Expeditions, by words of their names',
    tags: ['Gatherings'],
    request: { query: options },
    responses: {
      200: {
        description: 'In the order of time',
        content: {
          'application/json': {
            schema: z.object({ edition: z.string(), total: z.int(), expeditions: z.array(summarySchema) }),
          },
        },
      },
      ...errorResponses,
    },
  });
  api.get('/expeditions', async (c) => {
    const { q = '', limit = 100 } = parseOptions(valuesOf(new URL(c.req.url).searchParams), options.strict());
    return live.use(async (lease) =>
      c.json({ edition: lease.edition.name, ...(await listExpeditions(lease, { text: q, limit })) }),
    );
  });
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/expeditions/{key}',
    summary: 'An expedition: its people, ships, places, gatherings, and how much names it',
    tags: ['Gatherings'],
    request: { params: z.object({ key: z.string() }) },
    responses: {
      200: { description: 'The expedition', content: { 'application/json': { schema: expeditionSchema } } },
      ...errorResponses,
      ...notFoundResponse,
    },
  });
  api.get('/expeditions/:key', async (c) => {
    refuseParameters(c);
    const key = c.req.param('key');
    return live.use(async (lease) => {
      const expedition = await readExpeditionView(lease, key);
      if (expedition === undefined)
        throw new ApiError(404, 'not-found', `There is no expedition with the key "${key.slice(0, 80)}".`, {
          hint: 'GET /api/expeditions lists them.',
        });
      return c.json({ edition: lease.edition.name, ...expedition });
    });
  });
}
