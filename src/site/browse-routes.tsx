import type { Context, Hono } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CatalogueRecord } from '../model/record.ts';
import type { Lease } from '../search/live.ts';
import { parseQueryParameters } from '../search/query-url.ts';
import { readArchiveTops, readArchiveView } from './archive-data.ts';
import { isArrangement } from './arrangements.ts';
import { readBrowseView } from './browse-data.ts';
import type { Card } from './components/record-strip.tsx';
import { labelsOfQuery } from './entity-labels.ts';
import { readInstitutions } from './institution-data.ts';
import { PageProvider, type PageContext } from './page-context.ts';
import { ArchivePage, ArchivesPage } from './pages/archive.tsx';
import { BrowsePage } from './pages/browse.tsx';
import { InstitutionsPage } from './pages/institution.tsx';

/** What the site does for every page. */
export interface PageMaker {
  /** Leases the edition, makes the page and sends it; not found where there is nothing to show. */
  readonly page: (
    c: Context,
    work: (lease: Lease, context: PageContext) => Promise<JSX.Element | Response | undefined>,
  ) => Promise<Response>;
  /** A record with its picture from the shelf. */
  readonly toCard: (record: CatalogueRecord) => Card;
}

/** The pages on which one looks at a part of the collection as a whole: arrangements, institutions, archives. */
export function addBrowseRoutes(site: Hono, { page, toCard }: PageMaker): void {
  site.get('/browse', (c) =>
    page(c, async (lease, context) => {
      const parameters = new URL(c.req.url).searchParams;
      const by = c.req.query('by');
      const { query } = parseQueryParameters(parameters);
      const view = await readBrowseView(lease, {
        query,
        by: isArrangement(by) ? by : 'taxonomy',
        isLong: parameters.has('more'),
      });
      const labels = await labelsOfQuery(lease, query, context);
      return (
        <PageProvider value={{ ...context, labels }}>
          <BrowsePage view={view} cards={view.records.map(toCard)} toCard={toCard} />
        </PageProvider>
      );
    }),
  );
  // Beside /places and /taxa this is where one looks for people.
  site.get('/people', (c) => c.redirect('/browse?by=person', 302));
  site.get('/institutions', (c) =>
    page(c, async (lease) => <InstitutionsPage institutions={await readInstitutions(lease)} />),
  );
  site.get('/archive', (c) =>
    page(c, async (lease) => {
      const { tops, total } = await readArchiveTops(lease);
      return <ArchivesPage tops={tops} total={total} />;
    }),
  );
  site.get('/archive/:key', (c) =>
    page(c, async (lease) => {
      const view = await readArchiveView(lease, c.req.param('key'), c.req.query('cursor'));
      return view === undefined ? undefined : <ArchivePage view={view} />;
    }),
  );
}
