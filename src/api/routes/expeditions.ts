import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { defineEntity } from '../entity-routes.ts';
import type { AppEnv, Services } from '../environment.ts';
import { listExpeditions, readExpeditionView } from '../expedition-view.ts';
import { agentSummary } from './agents.ts';
import { countedAgents, countedDatasets, gatheringSummary } from './gatherings.ts';

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

export function defineExpeditions(api: OpenAPIHono<AppEnv>, services: Services): void {
  defineEntity(api, services, {
    path: '/expeditions',
    tag: 'Gatherings',
    name: 'expedition',
    summary: 'An expedition: its people, ships, places, gatherings, and how much names it',
    schema: expeditionSchema,
    read: readExpeditionView,
    hint: 'GET /api/expeditions lists them.',
    list: {
      summary: 'Expeditions, by words of their names',
      order: 'In the order of time',
      limit: { max: 500, default: 100 },
      answer: { expeditions: z.array(summarySchema) },
      read: listExpeditions,
    },
  });
}
