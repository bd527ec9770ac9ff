import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { defineEntity } from '../entity-routes.ts';
import type { AppEnv, Services } from '../environment.ts';
import { listPlaces, readPlaceView } from '../place-view.ts';

const year = z.int().optional();
const step = {
  key: z.string(),
  kind: z
    .enum([
      'continent',
      'country',
      'stateProvince',
      'county',
      'municipality',
      'island',
      'locality',
      'water',
      'historic',
      'region',
    ])
    .openapi({
      description:
        'historic: a state of the past; region: a name that lies over, or is borne in, several countries of today',
    }),
  label: z.string(),
  countryCode: z.string().optional().openapi({ description: 'The country of today in which it lies for certain' }),
};
const summary = {
  ...step,
  begin: year.openapi({ description: 'Of a name of the past: the first year in which it held' }),
  end: year,
  records: z.int().openapi({ description: 'Records of all types that name it or a place in it' }),
};
const summarySchema = z.object(summary).openapi('PlaceSummary');
const counted = z.object({ ...summary, count: z.int() });
const placeSchema = z
  .object({
    edition: z.string(),
    ...summary,
    latitude: z.number().optional(),
    longitude: z.number().optional(),
    objects: z.int().openapi({ description: 'What `/api/search?placeKey=…` finds' }),
    names: z
      .array(z.object({ name: z.string(), records: z.int() }))
      .openapi({ description: 'As written, the most frequent first' }),
    otherNames: z.array(z.string()),
    lineage: z.array(z.object(step)).openapi({ description: 'What it lies in, the widest first' }),
    within: z.array(counted).openapi({ description: 'Places directly below, each with all below it' }),
    withinTotal: z.int(),
    possible: z
      .object({
        objects: z.int(),
        sources: z.array(z.object({ place: summarySchema.optional(), count: z.int(), within: z.array(z.string()) })),
      })
      .optional()
      .openapi({
        description:
          'Of a country: objects that may come from it, but not for certain, by the names that leave it open',
      }),
    byCoordinates: z.object({ objects: z.int() }).optional().openapi({
      description:
        'Of a known area or sea: objects that do not name it, but whose point lies in it. Inferred; not in `objects`',
    }),
    liesIn: z
      .object({
        certain: z.string().optional(),
        possible: z.array(z.object({ countryCode: z.string(), key: z.string().optional() })),
      })
      .optional()
      .openapi({ description: 'Of a name of the past: the countries of today' }),
    kinds: z.array(z.object({ kind: z.string(), count: z.int() })),
    people: z.array(z.looseObject({ key: z.string(), label: z.string(), count: z.int() })),
    taxa: z.array(z.object({ field: z.string(), value: z.string(), count: z.int() })),
    namesakes: z
      .array(z.object({ ...summary, lineage: z.array(z.object(step)) }))
      .openapi({ description: 'Other places of the same name' }),
    isReduced: z
      .boolean()
      .openapi({ description: 'Records were withdrawn since: names as written come with the next edition' }),
  })
  .openapi('Place');

export function definePlaces(api: OpenAPIHono<AppEnv>, services: Services): void {
  defineEntity(api, services, {
    path: '/places',
    tag: 'Places',
    name: 'place',
    summary: 'A place: names and their years, what it lies in, what lies in it, people, taxa, namesakes',
    schema: placeSchema,
    read: readPlaceView,
    hint: 'GET /api/places?q=… finds them by name.',
    list: {
      summary: 'Places, by words of their names',
      order: 'Those with the most records first',
      limit: { max: 100, default: 20 },
      answer: { places: z.array(summarySchema) },
      read: listPlaces,
    },
  });
}
