import { basename } from 'node:path';
import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { DatasetManifest, EditionManifest } from '../../catalogue/manifest.ts';
import type { AppEnv, Services } from '../environment.ts';
import { ApiError } from '../error.ts';
import { refuseParameters } from '../query-request.ts';
import { datasetSchema, errorResponses, facetSchema, notFoundResponse } from '../schemas.ts';

export function defineDatasets(api: OpenAPIHono<AppEnv>, { live }: Services): void {
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/datasets',
    summary: 'The datasets of the published edition',
    tags: ['Datasets'],
    responses: {
      200: {
        description: 'In the order of the node',
        content: {
          'application/json': {
            schema: z.object({ edition: z.string(), created: z.string(), datasets: z.array(datasetSchema) }),
          },
        },
      },
      ...errorResponses,
    },
  });
  api.get('/datasets', (c) => {
    refuseParameters(c);
    return live.use(({ edition: { manifest } }) =>
      c.json({
        edition: manifest.name,
        created: manifest.created,
        datasets: manifest.datasets.map((dataset) => describeDataset(dataset, manifest)),
      }),
    );
  });
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/datasets/{key}',
    summary: 'A dataset: licence, contacts, tables, rows that could not be read, kinds and issues of its objects',
    tags: ['Datasets'],
    request: { params: z.object({ key: z.string() }) },
    responses: {
      200: {
        description: 'The dataset',
        content: {
          'application/json': { schema: datasetSchema.extend({ edition: z.string(), facets: z.array(facetSchema) }) },
        },
      },
      ...errorResponses,
      ...notFoundResponse,
    },
  });
  api.get('/datasets/:key', (c) => {
    refuseParameters(c);
    const key = c.req.param('key');
    return live.use(async ({ engine, edition: { manifest } }) => {
      const dataset = manifest.datasets.find((candidate) => candidate.key === key);
      if (dataset === undefined)
        throw new ApiError(404, 'not-found', `There is no dataset "${key.slice(0, 80)}".`, {
          hint: 'GET /api/datasets lists them.',
        });
      await using selection = await engine.resolve(
        { kind: 'is', field: 'datasetKey', value: key },
        { signal: c.get('signal') },
      );
      const { rejected, notices } = dataset;
      return c.json({
        edition: manifest.name,
        ...describeDataset(dataset, manifest),
        rejected,
        notices,
        tables: tablesOf(key, manifest),
        facets: await selection.facets([
          { field: 'kind', limit: 20 },
          { field: 'issue', limit: 200 },
        ]),
      });
    });
  });
}

/** The source's path is the node's own business; only its last part is said. */
function describeDataset(dataset: DatasetManifest, manifest: EditionManifest) {
  const { key, iri, title, description, publisher, contacts, license, citation, language, homepage } = dataset;
  const sum = (count: 'rowsRead' | 'rowsImported' | 'rowsRejected') =>
    tablesOf(key, manifest).reduce((total, table) => total + table[count], 0);
  return {
    key,
    iri,
    title,
    ...Object.fromEntries(
      Object.entries({ description, publisher, license, citation, language, homepage }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
    contacts,
    source: { ...dataset.source, path: basename(dataset.source.path) },
    records: dataset.records,
    recordsByType: dataset.recordsByType,
    rowsRead: sum('rowsRead'),
    rowsImported: sum('rowsImported'),
    rowsRejected: sum('rowsRejected'),
  };
}

function tablesOf(key: string, { sources }: EditionManifest) {
  return sources
    .filter(({ datasetKey }) => datasetKey === key)
    .map(({ role, rowType, files, columns, rowsRead, rowsImported, rowsRejected }) => ({
      role,
      rowType,
      files,
      columns,
      rowsRead,
      rowsImported,
      rowsRejected,
    }));
}
