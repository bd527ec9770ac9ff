import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { defineEntity } from '../entity-routes.ts';
import type { AppEnv, Services } from '../environment.ts';
import { listTaxa, readTaxonView } from '../taxon-view.ts';

const rank = z.string().optional();
const summary = {
  key: z.string(),
  kind: z.enum(['classification', 'taxon', 'implied']).openapi({
    description: 'classification: a checklist, or what records say; implied: a checklist names it above others only',
  }),
  label: z.string().openapi({ description: 'The name without its authors; the title of a classification' }),
  authorship: z.string().optional(),
  rank,
  classificationKey: z.string(),
  datasetKey: z.string().optional().openapi({ description: 'The checklist; none for what only records say' }),
  objects: z.int().openapi({ description: 'Objects of it and of all below: what `/api/search?taxonKey=…` finds' }),
};
const taxonSchema = z
  .object({
    edition: z.string(),
    ...summary,
    scientificName: z.string().optional(),
    status: z.string().optional().openapi({ description: 'As the checklist says' }),
    classification: z.string().openapi({ description: 'Title of the classification' }),
    identifiers: z.array(z.string()).openapi({ description: "The checklist's own, and addresses elsewhere" }),
    lineage: z
      .array(z.object({ key: z.string(), kind: summary.kind, label: z.string(), rank }))
      .openapi({ description: 'From the classification down to what is directly above' }),
    children: z.array(z.object(summary)).openapi({ description: 'Directly below, at most 500' }),
    childrenTotal: z.int(),
    synonyms: z.array(
      z.object({
        key: z.string(),
        scientificName: z.string(),
        authorship: z.string().optional(),
        status: z.string().optional(),
      }),
    ),
    vernacularNames: z.array(z.object({ name: z.string(), language: z.string().optional() })),
    elsewhere: z
      .array(z.object({ ...summary, classification: z.string() }))
      .openapi({ description: 'Taxa of the same name, in other classifications or homonyms in this one' }),
    reasons: z
      .array(
        z.object({
          name: z.string(),
          kind: z.enum(['exact', 'synonym', 'fuzzy', 'higher', 'ambiguous']),
          score: z.number(),
          evidence: z.array(z.string()).openapi({ description: 'Reasons in words' }),
          objects: z.int(),
        }),
      )
      .openapi({ description: 'Names of records that are not its own and came here' }),
    isReduced: z.boolean().openapi({ description: 'Records were withdrawn since: reasons come with the next edition' }),
  })
  .openapi('Taxon');

export function defineTaxa(api: OpenAPIHono<AppEnv>, services: Services): void {
  defineEntity(api, services, {
    path: '/taxa',
    tag: 'Taxa',
    name: 'taxon',
    summary: 'A taxon: what is above and below it, synonyms, and the same name in other classifications',
    schema: taxonSchema,
    read: readTaxonView,
    hint: 'GET /api/taxa?q=… finds taxa by name.',
    list: {
      summary: 'Taxa of all classifications, by words of their names',
      order: 'Whole names first, then those with the most objects',
      words: 'Words, or parts of words, of a name: accepted, synonym or vernacular. Left out: the classifications',
      limit: { max: 100, default: 20 },
      answer: {
        taxa: z.array(z.object({ ...summary, name: z.string().openapi({ description: 'The name that was found' }) })),
      },
      read: listTaxa,
    },
  });
}
