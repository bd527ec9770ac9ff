import type { Context, Hono } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ClaimView } from '../api/claim-view.ts';
import type { DeskGate } from '../api/desk-gate.ts';
import { listExpeditions } from '../api/expedition-view.ts';
import type { ClaimEntity } from '../desk/desk-claim.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { Lease, LiveEngine } from '../search/live.ts';
import type { PageMaker } from './browse-routes.tsx';
import { readClaimsOf } from './claim-data.ts';
import type { Card } from './components/record-strip.tsx';
import { readExpeditionPage } from './expedition-data.ts';
import { readGatheringPage } from './gathering-data.ts';
import { readInstitutionView } from './institution-data.ts';
import { PageProvider, type PageContext } from './page-context.ts';
import { ExpeditionPage, ExpeditionsPage } from './pages/expedition.tsx';
import { GatheringPage } from './pages/gathering.tsx';
import { InstitutionPage } from './pages/institution.tsx';
import { PersonPage } from './pages/person.tsx';
import { PlacePage } from './pages/place.tsx';
import { PlacesPage } from './pages/places.tsx';
import { TaxaPage } from './pages/taxa.tsx';
import { TaxonPage } from './pages/taxon.tsx';
import { readPersonView } from './person-data.ts';
import { readPlacePage, readPlacesPage } from './place-data.ts';
import { readTaxaPage, readTaxonPage } from './taxon-data.ts';

/** Expeditions on the page that lists them. */
const MOST_EXPEDITIONS = 300;

interface EntityOptions {
  readonly live: LiveEngine;
  readonly gate?: DeskGate;
}

/** What an entity's page shows, some of its objects among it. */
interface EntityPageView {
  readonly records: readonly CatalogueRecord[];
}

/** Reads what the page of a key shows; undefined where there is nothing to show. With what is asked beside it, where people may write. */
type Read<View> = (lease: Lease, key: string, asked?: URLSearchParams) => Promise<View | undefined>;

/** The pages of people, places, taxa, gatherings, expeditions and institutions, and those that list them. */
export function addEntityRoutes(site: Hono, { page, toCard }: PageMaker, options: EntityOptions): void {
  const { gate } = options;

  const show = <View extends EntityPageView>(
    path: string,
    read: Read<View>,
    element: (view: View, cards: readonly Card[]) => JSX.Element,
  ) =>
    site.get(`${path}/:key`, (c) =>
      page(c, async (lease) => {
        const view = await read(lease, c.req.param('key'));
        return view === undefined ? undefined : element(view, view.records.map(toCard));
      }),
    );

  /** The same with what people say of it, and the forms to say more where they may. */
  const showClaimed = <View extends EntityPageView>(
    path: string,
    {
      entity,
      read,
      keyOf,
    }: { readonly entity: ClaimEntity; readonly read: Read<View>; readonly keyOf: (view: View) => string },
    element: (view: View, cards: readonly Card[], claims: readonly ClaimView[]) => JSX.Element,
  ) =>
    site.get(`${path}/:key`, (c) =>
      page(c, async (lease, context) => {
        const asked = gate === undefined ? undefined : context.address.searchParams;
        const view = await read(lease, c.req.param('key'), asked);
        if (view === undefined) return undefined;
        const claims = await readClaimsOf(lease, options, { entity, key: keyOf(view) });
        return (
          <PageProvider value={atDesk(c, context, gate)}>
            {element(view, view.records.map(toCard), claims)}
          </PageProvider>
        );
      }),
    );

  showClaimed(
    '/person',
    { entity: 'agent', read: readPersonView, keyOf: ({ agent }) => agent.key },
    (view, cards, claims) => <PersonPage view={view} cards={cards} claims={claims} />,
  );
  showClaimed(
    '/gathering',
    { entity: 'gathering', read: readGatheringPage, keyOf: ({ gathering }) => gathering.key },
    (view, cards, claims) => <GatheringPage view={view} cards={cards} claims={claims} />,
  );
  show('/place', readPlacePage, (view, cards) => <PlacePage view={view} cards={cards} />);
  show('/taxon', readTaxonPage, (view, cards) => <TaxonPage view={view} cards={cards} />);
  show('/expedition', readExpeditionPage, (view, cards) => <ExpeditionPage view={view} cards={cards} />);
  show('/institution', readInstitutionView, (view, cards) => <InstitutionPage view={view} cards={cards} />);

  site.get('/places', (c) =>
    page(c, async (lease) => <PlacesPage view={await readPlacesPage(lease, c.req.query('q') ?? '')} />),
  );
  site.get('/taxa', (c) =>
    page(c, async (lease) => <TaxaPage view={await readTaxaPage(lease, c.req.query('q') ?? '')} />),
  );
  site.get('/expeditions', (c) =>
    page(c, async (lease) => (
      <ExpeditionsPage {...await listExpeditions(lease, { text: '', limit: MOST_EXPEDITIONS })} />
    )),
  );
}

/** The context of a page on which people may write. */
export function atDesk(c: Context, context: PageContext, gate: DeskGate | undefined): PageContext {
  if (gate === undefined) return context;
  // Its forms are good for one browser only.
  c.header('cache-control', 'private, no-store');
  return { ...context, desk: gate.visit(c) };
}
