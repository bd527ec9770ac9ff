import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { SiteEnvironment } from '../api/app.ts';
import type { DeskGate } from '../api/desk-gate.ts';
import type { ApiError } from '../api/error.ts';
import type { NodeDescription } from '../model/node.ts';
import type { CatalogueRecord } from '../model/record.ts';
import { QueryError } from '../search/engine.ts';
import { NoEditionError, type Lease, type LiveEngine } from '../search/live.ts';
import type { Assets } from './assets.ts';
import { basemapRoutes } from './basemap.ts';
import { addBrowseRoutes } from './browse-routes.tsx';
import { addEntityRoutes, atDesk } from './entity-routes.tsx';
import type { Card } from './components/record-strip.tsx';
import { chooseLanguage, isLanguage, messagesIn, type Language } from './messages.ts';
import { PageProvider, type PageContext } from './page-context.ts';
import { recordHref } from './links.ts';
import { findNeighbours } from './neighbours.ts';
import { firstDerivative } from './pictures.ts';
import { readRecordView } from './record-data.ts';
import { ErrorPage } from './pages/error.tsx';
import { AboutPage } from './pages/about.tsx';
import { DeskPage } from './pages/desk.tsx';
import { DatasetPage } from './pages/dataset.tsx';
import { DatasetsPage } from './pages/datasets.tsx';
import { HistoryPage } from './pages/history.tsx';
import { HomePage } from './pages/home.tsx';
import { QualityPage } from './pages/quality.tsx';
import { readDatasetView } from './dataset-data.ts';
import { drawObject, readHomeView } from './home-data.ts';
import { readQuality } from './quality-data.ts';
import { oncePerEdition } from './edition-cache.ts';
import { labelsOfQuery } from './entity-labels.ts';
import { RecordPage } from './pages/record.tsx';
import { SearchPage } from './pages/search.tsx';
import { sitemapRoutes } from './sitemap.ts';
import { readNamesakes } from './namesakes-data.ts';
import { parseSearchAddress } from './search-address.ts';
import { readSearchView } from './search-data.ts';
import { readKindTimes } from './kind-times-data.ts';
import { yearOfEdition } from './time-bins.ts';

/** What the site's pages are made from. */
export interface SiteOptions {
  readonly live: LiveEngine;
  readonly node: NodeDescription;
  readonly assets: Assets;
  /** Where people may write; absent where nobody may. */
  readonly gate?: DeskGate;
}

/** An index card with its rule. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#f6f1e7" stroke="#1c1814" d="M1.5 2.5h13v11h-13z"/><path stroke="#9c2f14" d="M2 6.5h12"/><path stroke="#1c1814" d="M4 9.5h8M4 11.5h5"/></svg>';

const LANGUAGE_COOKIE = 'language';

/** The pages of a node, server-rendered, as an app to be mounted at the root after the API and the static files. */
export function createSite(options: SiteOptions): Hono {
  const { live, gate } = options;
  const site = new Hono();
  const toCard = (record: CatalogueRecord): Card => ({ record, derivative: firstDerivative(record, live.shelf) });

  /** Leases the edition, makes the page and sends it. */
  const page = (c: Context, work: (lease: Lease, page: PageContext) => Promise<JSX.Element | Response | undefined>) =>
    live.use(async (lease) => {
      const context = pageContext(c, options, lease);
      const result = await work(lease, context);
      if (result === undefined) return send(c, { context, status: 404, element: <ErrorPage status={404} /> });
      return result instanceof Response ? result : send(c, { context, element: result });
    });

  site.use('*', async (c, next) => {
    const { refusal } = environmentOf(c);
    if (refusal === undefined) return next();
    for (const [name, value] of Object.entries(refusal.details.headers ?? {})) c.header(name, value);
    return failure(c, options, failureOf(refusal));
  });
  site.route('/', basemapRoutes());
  site.route('/', sitemapRoutes(options));
  addBrowseRoutes(site, { page, toCard });
  addEntityRoutes(site, { page, toCard }, options);
  site.get('/icon.svg', (c) =>
    c.body(ICON, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
  );

  const readHome = oncePerEdition(live, readHomeView);
  const readAllQuality = oncePerEdition(live, (lease) => readQuality(live, lease));
  site.get('/', (c) =>
    page(c, async (lease) => {
      const view = await readHome(lease);
      const turn = Number(c.req.query('object') ?? 0);
      const seed = Number.isSafeInteger(turn) && turn > 0 ? String(turn) : new Date().toISOString().slice(0, 10);
      const object = await drawObject(lease.engine, seed);
      // The object is another one each day, so that the page is not the same for as long as the edition is.
      c.header('cache-control', 'public, no-cache');
      return (
        <HomePage
          view={view}
          newest={view.newest.map(toCard)}
          object={object === undefined ? undefined : toCard(object)}
          another={`/?object=${Number.isSafeInteger(turn) ? turn + 1 : 1}#object`}
        />
      );
    }),
  );
  site.get('/datasets', (c) => page(c, async ({ edition }) => <DatasetsPage datasets={edition.manifest.datasets} />));
  site.get('/dataset/:key', (c) =>
    page(c, async (lease, context) => {
      const view = await readDatasetView(live, lease, c.req.param('key'));
      return view === undefined ? (
        send(c, { context, status: 404, element: <ErrorPage status={404} /> })
      ) : (
        <DatasetPage view={view} />
      );
    }),
  );
  if (gate !== undefined)
    site.get('/desk', (c) =>
      page(c, async (_lease, context) => (
        <PageProvider value={atDesk(c, context, gate)}>
          <DeskPage back={c.req.query('back') ?? '/desk'} />
        </PageProvider>
      )),
    );
  site.get('/quality', (c) => page(c, async (lease) => <QualityPage quality={await readAllQuality(lease)} />));
  site.get('/about', (c) => page(c, async ({ edition }) => <AboutPage manifest={edition.manifest} />));
  site.get('/search', (c) =>
    page(c, async (lease, context) => {
      const { engine, edition } = lease;
      const parameters = new URLSearchParams(new URL(c.req.url).search);
      parameters.delete('lang');
      const parsed = parseSearchAddress(parameters);
      if (parsed.kind === 'redirect') return c.redirect(parsed.href, 302);
      const lastYear = yearOfEdition(edition.manifest.created);
      const view = await readSearchView(engine, { address: parsed.search, lastYear, signal: c.req.raw.signal });
      const times =
        view.address.view === 'timeline' ? await readKindTimes(engine, view.address.query, lastYear) : undefined;
      const labels = await labelsOfQuery(lease, view.address.query, context);
      const namesakes = await readNamesakes(lease, view.address.query);
      return (
        <PageProvider value={{ ...context, labels }}>
          <SearchPage view={view} cards={view.records.map(toCard)} times={times} namesakes={namesakes} />
        </PageProvider>
      );
    }),
  );
  site.get('/object/:key', (c) =>
    page(c, async (lease, context) => {
      const key = c.req.param('key');
      const view = await readRecordView(lease, live, key);
      if (view === undefined) return missingRecord(c, { context, live, key });
      const neighbours = await findNeighbours(lease.engine, key, c.req.query('in'));
      return <RecordPage view={view} neighbours={neighbours} toCard={toCard} />;
    }),
  );
  site.get('/object/:key/history', (c) =>
    page(c, async ({ engine }, context) => {
      const key = c.req.param('key');
      const record = await engine.record(key);
      if (record === undefined) return missingRecord(c, { context, live, key });
      return <HistoryPage record={record} states={live.history?.states(key) ?? []} />;
    }),
  );
  site.get('/record/:key', (c) => c.redirect(recordHref(c.req.param('key')), 301));
  site.all('*', (c) => failure(c, options, { status: 404 }));
  site.onError((error, c) => {
    if (error instanceof QueryError)
      return failure(c, options, { status: 400, detail: error.message, hint: error.hint });
    if (error instanceof NoEditionError) return failure(c, options, { status: 503 });
    if (!c.req.raw.signal.aborted)
      console.error(
        `${environmentOf(c).requestId ?? '-'} ${c.req.method} ${c.req.path} ${error.stack ?? error.message}`,
      );
    return failure(c, options, { status: 500 });
  });
  return site;
}

function missingRecord(
  c: Context,
  { context, live, key }: { readonly context: PageContext; readonly live: LiveEngine; readonly key: string },
): Response | Promise<Response> {
  const withdrawal = live.withdrawal(key);
  if (withdrawal !== undefined) {
    return send(c, {
      context,
      status: 410,
      element: <ErrorPage status={410} time={withdrawal.time} detail={withdrawal.reason} />,
    });
  }
  const today = live.resolveAlias(key);
  if (today !== undefined) return c.redirect(recordHref(today), 301);
  return send(c, { context, status: 404, element: <ErrorPage status={404} /> });
}

function pageContext(c: Context, { node, assets }: SiteOptions, lease: Lease | undefined): PageContext {
  return {
    ...messagesIn(languageOf(c, node)),
    node,
    assets,
    address: new URL(c.req.url),
    datasets: new Map(lease?.edition.manifest.datasets.map(({ key, title }) => [key, title])),
    ...(lease === undefined ? {} : { edition: lease.edition.name }),
  };
}

/** Asked for in the address (and then remembered), chosen earlier, accepted by the browser, or the node's own. */
function languageOf(c: Context, node: NodeDescription): Language {
  const asked = c.req.query('lang');
  if (isLanguage(asked)) {
    setCookie(c, LANGUAGE_COOKIE, asked, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 31_536_000 });
    return asked;
  }
  const chosen = getCookie(c, LANGUAGE_COOKIE);
  if (isLanguage(chosen)) return chosen;
  const own = isLanguage(node.language) ? node.language : 'en';
  return chooseLanguage(c.req.header('accept-language')) ?? own;
}

interface Sent {
  readonly context: PageContext;
  readonly element: JSX.Element;
  readonly status?: ContentfulStatusCode;
}

async function send(c: Context, { context, element, status = 200 }: Sent): Promise<Response> {
  const html = String(await Promise.resolve(<PageProvider value={context}>{element}</PageProvider>));
  c.header('content-language', context.language);
  // As bytes it is copied once less on its way.
  return c.body(Buffer.from(`<!doctype html>${html}`), status, { 'content-type': 'text/html; charset=UTF-8' });
}

interface Failure {
  readonly status: 400 | 404 | 500 | 503;
  /** Of 400: what was sent is refused, with this status. */
  readonly refused?: ContentfulStatusCode;
  readonly detail?: string;
  readonly hint?: string | undefined;
  /** Whether there is only too much to do at the moment. */
  readonly isBusy?: boolean;
}

function failureOf({ status: refusal, message, details }: ApiError): Failure {
  if (refusal === 503) return { status: 503, isBusy: true };
  return refusal >= 500 ? { status: 500 } : { status: 400, refused: refusal, detail: message, hint: details.hint };
}

function failure(
  c: Context,
  options: SiteOptions,
  { status, detail, hint, isBusy, refused }: Failure,
): Promise<Response> {
  const context = pageContext(c, options, undefined);
  const element = (
    <ErrorPage
      status={status}
      detail={detail}
      hint={hint}
      isBusy={isBusy === true}
      isRefused={refused !== undefined}
      requestId={environmentOf(c).requestId}
    />
  );
  return send(c, { context, element, status: refused ?? status });
}

/** What the app passes along with the request; nothing where the pages run alone. */
function environmentOf(c: Context): Partial<SiteEnvironment> {
  return (c.env ?? {}) as Partial<SiteEnvironment>;
}
