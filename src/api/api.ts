import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Services } from './environment.ts';
import { ApiError } from './error.ts';
import { createDocument } from './openapi.ts';
import { writeReferencePage } from './reference-page.ts';
import { defineAgents } from './routes/agents.ts';
import { defineClaims } from './routes/claims.ts';
import { defineCounts } from './routes/counts.ts';
import { defineDatasets } from './routes/datasets.ts';
import { defineExplain } from './routes/explain.ts';
import { defineExpeditions } from './routes/expeditions.ts';
import { defineExport } from './routes/export.ts';
import { defineGatherings } from './routes/gatherings.ts';
import { defineHealth } from './routes/health.ts';
import { definePlaces } from './routes/places.ts';
import { defineQuality } from './routes/quality.ts';
import { defineRandom } from './routes/random.ts';
import { defineRecords } from './routes/records.ts';
import { defineSearch } from './routes/search.ts';
import { defineSuggest } from './routes/suggest.ts';
import { defineTaxa } from './routes/taxa.ts';
import { defineVocabulary } from './routes/vocabulary.ts';

/** Where a query may be sent as a JSON body; other pages of the web may do so too. */
export const QUERY_PATHS: ReadonlySet<string> = new Set(
  ['search', 'facets', 'histogram', 'grid', 'random', 'explain', 'export'].map((name) => `/api/${name}`),
);

/**
 * The JSON API, to be mounted at /api: routes, the OpenAPI document that describes them, and a page that shows it in the
 * given style sheets.
 */
export function createApi(services: Services, styles: readonly string[] = []): OpenAPIHono<AppEnv> {
  const api = new OpenAPIHono<AppEnv>();
  defineSearch(api, services);
  defineCounts(api, services);
  defineRandom(api, services);
  defineExplain(api, services);
  defineSuggest(api, services);
  defineRecords(api, services);
  defineAgents(api, services);
  defineGatherings(api, services);
  defineExpeditions(api, services);
  defineTaxa(api, services);
  defineClaims(api, services);
  defineDatasets(api, services);
  definePlaces(api, services);
  defineQuality(api, services);
  defineExport(api, services);
  defineVocabulary(api);
  defineHealth(api, services);
  const document = createDocument(api, services.node);
  const page = writeReferencePage(document, styles);
  api.get('/openapi.json', (c) => c.json(document));
  api.get('/', (c) => c.html(page));
  api.all('*', (c) => {
    throw refusal(api, c.req.method, c.req.path);
  });
  return api;
}

/** An address that exists for other methods is not the same as one that does not exist. */
function refusal(api: OpenAPIHono<AppEnv>, method: string, path: string): ApiError {
  const own = path.replace(/^\/api/u, '');
  const allowed = new Set(
    api.routes
      .filter((route) => route.method !== 'ALL' && matchesPath(route.path, own))
      .flatMap((route) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method])),
  );
  if (allowed.size === 0) {
    return new ApiError(404, 'not-found', `There is nothing at ${path.slice(0, 200)}.`, {
      hint: '/api lists the addresses.',
    });
  }
  const allow = [...allowed].join(', ');
  return new ApiError(405, 'method-not-allowed', `${method} is not for ${path.slice(0, 200)}.`, {
    hint: `Use ${allow}.`,
    headers: { allow },
  });
}

function matchesPath(pattern: string, path: string): boolean {
  const parts = pattern.split('/');
  const given = path.split('/');
  return parts.length === given.length && parts.every((part, index) => part.startsWith(':') || part === given[index]);
}
