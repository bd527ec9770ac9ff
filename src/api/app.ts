import { Hono, type Env, type Handler } from 'hono';
import { requestId } from 'hono/request-id';
import type { NodeDescription } from '../model/node.ts';
import type { LiveEngine } from '../search/live.ts';
import { createApi, QUERY_PATHS } from './api.ts';
import { compression } from './compression.ts';
import { deadline } from './deadline.ts';
import type { AppEnv } from './environment.ts';
import { ApiError, errorBody, toApiError } from './error.ts';
import { freshness } from './freshness.ts';
import { openForReading, securityHeaders } from './headers.ts';
import { createMedia } from './media.ts';

export interface AppOptions {
  readonly live: LiveEngine;
  readonly node: NodeDescription;
  /** The pages; without them every address outside /api, /media and /assets is not found. It answers its own errors. */
  readonly site?: { readonly fetch: Hono<Env>['fetch'] };
  /** The files of the pages, served at /assets/*. */
  readonly assets?: { readonly handler: Handler; readonly css: readonly string[] };
  /** Where faults are noted; default: standard error. */
  readonly log?: (line: string) => void;
}

/** Everything that a node serves: the API at /api, pictures at /media, the pages and their files. Stateless; reads only. */
export function createApp({ live, node, site, assets, log = console.error }: AppOptions): Hono<AppEnv> {
  const services = { live, node };
  const app = new Hono<AppEnv>();
  app.use(requestId());
  app.use(securityHeaders());
  app.use(compression());
  app.use(
    '/api/*',
    openForReading({ queryPaths: QUERY_PATHS }),
    freshness(services, { byLanguage: false }),
    deadline(),
  );
  app.use('/media/*', openForReading({ queryPaths: new Set() }));
  app.route('/api', createApi(services, assets?.css));
  app.route('/media', createMedia(services));
  if (assets !== undefined) app.get('/assets/*', assets.handler as Handler<AppEnv>);
  if (site !== undefined) {
    app.use('*', freshness(services, { byLanguage: true }));
    app.all('*', (c) => site.fetch(c.req.raw, { ...(c.env as object), requestId: c.get('requestId') }));
  }
  app.notFound((c) => {
    const error = new ApiError(404, 'not-found', `There is nothing at ${c.req.path}.`);
    return c.json(errorBody(error, c.get('requestId')), 404);
  });
  app.onError((thrown, c) => {
    const error = toApiError(thrown);
    if (error.code === 'fault' && !c.req.raw.signal.aborted) {
      log(`${c.get('requestId')} ${c.req.method} ${c.req.path} ${thrown.stack ?? thrown.message}`);
    }
    return c.json(errorBody(error, c.get('requestId')), error.status, error.details.headers);
  });
  return app;
}
