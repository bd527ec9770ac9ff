import type { Hono } from 'hono';
import { listExpeditions } from '../api/expedition-view.ts';
import type { PageMaker } from './browse-routes.tsx';
import { readExpeditionPage } from './expedition-data.ts';
import { readGatheringPage } from './gathering-data.ts';
import { ExpeditionPage, ExpeditionsPage } from './pages/expedition.tsx';
import { GatheringPage } from './pages/gathering.tsx';

/** Expeditions on the page that lists them. */
const MOST_EXPEDITIONS = 300;

/** The pages of gatherings and expeditions. */
export function addGatheringRoutes(site: Hono, { page, toCard }: PageMaker): void {
  site.get('/gathering/:key', (c) =>
    page(c, async (lease) => {
      const view = await readGatheringPage(lease, c.req.param('key'));
      return view === undefined ? undefined : <GatheringPage view={view} cards={view.records.map(toCard)} />;
    }),
  );
  site.get('/expedition/:key', (c) =>
    page(c, async (lease) => {
      const view = await readExpeditionPage(lease, c.req.param('key'));
      return view === undefined ? undefined : <ExpeditionPage view={view} cards={view.records.map(toCard)} />;
    }),
  );
  site.get('/expeditions', (c) =>
    page(c, async (lease) => (
      <ExpeditionsPage {...await listExpeditions(lease, { text: '', limit: MOST_EXPEDITIONS })} />
    )),
  );
}
