import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { readDatasetQuality } from '../dataset-quality.ts';
import type { AppEnv, Services } from '../environment.ts';
import { ApiError } from '../error.ts';
import { refuseParameters } from '../query-request.ts';
import { errorResponses, facetSchema, notFoundResponse } from '../schemas.ts';

const count = z.int().min(0);

const testSchema = z.object({
  id: z.string().openapi({ description: "The GUID of TDWG's definition: https://rs.tdwg.org/bdqtest/terms/{id}" }),
  label: z.string(),
  type: z.enum(['Validation', 'Amendment', 'Issue']),
  dimension: z.string(),
  compliant: count,
  notCompliant: count,
  proposed: count.openapi({ description: 'Amendments that are proposed; none is made' }),
  issues: count,
  notRun: count.openapi({ description: 'Records that lack what the test needs' }),
  examples: z.array(z.string()).openapi({ description: 'Keys of some records to look at' }),
});

const qualitySchema = z.object({
  edition: z.string(),
  datasetKey: z.string(),
  objects: count,
  records: count.openapi({ description: 'How many of the objects were tested, drawn evenly' }),
  tests: z.array(testSchema),
  mids: z.array(z.object({ level: z.int().min(0).max(3).nullable(), count })),
  midsMissing: z.array(z.object({ element: z.string(), count })),
  issues: facetSchema,
});

export function defineQuality(api: OpenAPIHono<AppEnv>, { live }: Services): void {
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/datasets/{key}/quality',
    summary: "A dataset's quality: TDWG's tests and MIDS levels over a sample of its objects, and the issues of all",
    tags: ['Datasets'],
    request: { params: z.object({ key: z.string() }) },
    responses: {
      200: { description: 'The report', content: { 'application/json': { schema: qualitySchema } } },
      ...errorResponses,
      ...notFoundResponse,
    },
  });
  api.get('/datasets/:key/quality', (c) => {
    refuseParameters(c);
    const key = c.req.param('key');
    return live.use(async (lease) => {
      const { engine, edition } = lease;
      if (!edition.manifest.datasets.some((dataset) => dataset.key === key))
        throw new ApiError(404, 'not-found', `There is no dataset "${key.slice(0, 80)}".`, {
          hint: 'GET /api/datasets lists them.',
        });
      await using selection = await engine.resolve(
        { kind: 'is', field: 'datasetKey', value: key },
        { signal: c.get('signal') },
      );
      const [issues] = await selection.facets([{ field: 'issue', limit: 1000 }]);
      const quality = await readDatasetQuality(live, lease, key);
      return c.json({ edition: edition.name, datasetKey: key, ...quality, issues });
    });
  });
}
