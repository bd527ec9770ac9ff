import { Hono, type Context, type Env, type Handler } from 'hono';
import { requestId } from 'hono/request-id';
import type { NodeDescription } from '../model/node.ts';
import type { LiveEngine } from '../search/live.ts';
import { admittance } from './admittance.ts';
import { createApi, QUERY_PATHS } from './api.ts';
import { wholeBody } from './body.ts';
import { compression } from './compression.ts';
import { deadline } from './deadline.ts';
import type { DeskGate } from './desk-gate.ts';
import { createDeskForms } from './desk-forms.ts';
import type { AppEnv } from './environment.ts';
import { ApiError, errorBody, toApiError } from './error.ts';
import { freshness } from './freshness.ts';
import { openForReading, securityHeaders } from './headers.ts';
import { Load, admissionFor } from './load.ts';
import { createMedia } from './media.ts';

export interface AppOptions {
  readonly live: LiveEngine;
  readonly node: NodeDescription;
  /** How much is taken on at a time; default: DEFAULT_LIMITS. */
  readonly load?: Load;
  /** Lets people write; without it nobody may. */
  readonly gate?: DeskGate;
  /** The pages; without them every address outside /api, /media and /assets is not found. It answers its own errors. */
  readonly site?: { readonly fetch: Hono<Env>['fetch'] };
  /** The files of the pages, served at /assets/*. */
  readonly assets?: { readonly handler: Handler; readonly css: readonly string[] };
  /** Where faults are noted; default: standard error. */
  readonly log?: (line: string) => void;
}

/** What the pages get with a request, beside what the server passes along. */
export interface SiteEnvironment {
  readonly requestId: string;
  /** Why the request is refused before it reaches a page: to be shown in place of that page. */
  readonly refusal?: ApiError;
}

/** Addresses that answer programs; the others answer people. */
const NO_PAGE = /^\/(?:api|media|assets)(?:\/|$)/u;

/** The request to a page again, ended by our signal too. */
function stoppable({ req, get }: Context<AppEnv>): Request {
  const { url, method, headers } = req.raw;
  return new Request(url, { method, headers: [...headers], signal: get('signal') });
}

/** Everything that a node serves: the API at /api, pictures at /media, the pages and their files. Reads only, but at the desk. */
export function createApp(options: AppOptions): Hono<AppEnv> {
  const { live, node, load = new Load(), gate, site, assets, log = console.error } = options;
  const services = { live, node, load, gate };
  const app = new Hono<AppEnv>();
  const [admit, limit] = [admittance(load), deadline()];
  app.use(requestId());
  app.use(securityHeaders());
  app.use(compression());
  app.use(
    '/api/*',
    openForReading({ queryPaths: QUERY_PATHS }),
    freshness(services, { byLanguage: false }),
    wholeBody(),
    admit,
    limit,
  );
  app.use('/media/*', openForReading({ queryPaths: new Set() }));
  app.route('/api', createApi(services, assets?.css));
  app.route('/media', createMedia(services));
  if (assets !== undefined) app.get('/assets/*', assets.handler as Handler<AppEnv>);
  if (gate !== undefined) app.route('/desk', createDeskForms(services, gate));
  if (site !== undefined) {
    app.use('*', freshness(services, { byLanguage: true }), admit);
    app.use('*', (c, next) => (isCostlyPage(c) ? limit(c, next) : next()));
    app.all('*', (c) => show(c, isCostlyPage(c) ? stoppable(c) : c.req.raw));
  }

  function isCostlyPage({ req: { method, path } }: Context<AppEnv>): boolean {
    return (method === 'GET' || method === 'HEAD') && admissionFor(path, load) !== undefined;
  }

  function show(c: Context<AppEnv>, request: Request, refusal?: ApiError): Response | Promise<Response> {
    const environment: SiteEnvironment = {
      requestId: c.get('requestId'),
      ...(refusal === undefined ? {} : { refusal }),
    };
    return site!.fetch(request, { ...(c.env as object), ...environment });
  }

  app.notFound((c) => {
    const error = new ApiError(404, 'not-found', `There is nothing at ${c.req.path}.`);
    return c.json(errorBody(error, c.get('requestId')), 404);
  });
  app.onError((thrown, c) => {
    const error = toApiError(thrown);
    // What was told to stop ends with an error; that is no fault.
    if (error.code === 'fault' && !c.req.raw.signal.aborted && thrown.name !== 'AbortError') {
      log(`${c.get('requestId')} ${c.req.method} ${c.req.path} ${thrown.stack ?? thrown.message}`);
    }
    // Pages show their own faults; one that comes here is of the pages themselves.
    if (site !== undefined && error.code !== 'fault' && !NO_PAGE.test(c.req.path)) return show(c, c.req.raw, error);
    return c.json(errorBody(error, c.get('requestId')), error.status, error.details.headers);
  });
  return app;
}
