import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { defineEntity } from '../entity-routes.ts';
import type { AppEnv, Services } from '../environment.ts';
import { readGatheringView } from '../gathering-view.ts';
import { agentSummary } from './agents.ts';

export const gatheringSummary = {
  key: z.string(),
  label: z.string().openapi({ description: 'Collectors, date and place' }),
  date: z.string().optional().openapi({ description: 'In EDTF' }),
  place: z.string().optional(),
  records: z.int().openapi({ description: 'Records of all types' }),
};
export const countedAgents = z.array(z.object({ ...agentSummary, count: z.int() }));
export const countedDatasets = z.array(z.object({ key: z.string(), count: z.int() }));

const facts = z.array(
  z.object({
    kind: z.enum([
      'event',
      'collector',
      'recordNumber',
      'fieldNumber',
      'date',
      'place',
      'coordinates',
      'taxon',
      'otherTaxon',
      'otherSpelling',
    ]),
    value: z.string(),
    sentence: z.string(),
  }),
);

const gatheringSchema = z
  .object({
    edition: z.string(),
    ...gatheringSummary,
    objects: z.int().openapi({ description: 'What `/api/search?gatheringKey=…` finds' }),
    begin: z.string().optional().openapi({ description: 'First day' }),
    end: z.string().optional().openapi({ description: 'Last day' }),
    countryCode: z.string().optional(),
    latitude: z.number().optional(),
    longitude: z.number().optional(),
    collectors: countedAgents,
    datasets: countedDatasets,
    facts: facts.openapi({ description: 'What the records agree on, and so why they are together' }),
    duplicates: z
      .array(
        z.object({
          key: z.string(),
          kind: z.enum(['number', 'taxon']),
          value: z.string().openapi({ description: 'The number, or the name of the taxon' }),
          status: z
            .enum(['accepted', 'proposed'])
            .openapi({ description: 'accepted: one number; proposed: one taxon only lets it be' }),
          score: z.number(),
          facts,
          keys: z.array(z.string()).openapi({ description: 'Keys of the records, at most 100' }),
          records: z.int(),
          datasets: z.int(),
        }),
      )
      .openapi({ description: 'Groups of records that are, or may be, duplicates of each other' }),
    isReduced: z
      .boolean()
      .openapi({ description: 'Records were withdrawn since: facts and duplicates come with the next edition' }),
  })
  .openapi('Gathering');

export function defineGatherings(api: OpenAPIHono<AppEnv>, services: Services): void {
  defineEntity(api, services, {
    path: '/gatherings',
    tag: 'Gatherings',
    name: 'gathering',
    summary: 'A gathering: who, when and where, why its records are together, and which are duplicates',
    schema: gatheringSchema,
    read: readGatheringView,
    hint: 'GET /api/facets?facet=gatheringKey counts those of a search.',
  });
}
