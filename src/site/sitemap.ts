import { Hono } from 'hono';
import { recordIri } from '../model/iri.ts';
import type { NodeDescription } from '../model/node.ts';
import type { Lease, LiveEngine } from '../search/live.ts';
import { oncePerEdition } from './edition-cache.ts';
import { readInstitutions } from './institution-data.ts';
import { datasetHref, institutionHref, personHref } from './links.ts';

/** Addresses in a part: what sitemaps.org allows. */
const PART = 50_000;
const PAGES = ['/', '/datasets', '/institutions', '/archive', '/browse', '/quality', '/about'];

/** Entities that have a page each: the table with their keys, and where their pages are. */
const ENTITIES = {
  people: { table: 'agent', href: personHref },
  taxa: { table: 'taxon', href: (key: string) => `/taxon/${encodeURIComponent(key)}` },
  places: { table: 'place', href: (key: string) => `/place/${encodeURIComponent(key)}` },
  gatherings: { table: 'gathering', href: (key: string) => `/gathering/${encodeURIComponent(key)}` },
  expeditions: { table: 'expedition', href: (key: string) => `/expedition/${encodeURIComponent(key)}` },
} as const;
type Entities = keyof typeof ENTITIES;

function isEntities(name: string): name is Entities {
  return Object.hasOwn(ENTITIES, name);
}

/** /sitemap.xml and its parts (https://www.sitemaps.org/protocol.html), robots.txt that names it, and favicon.ico. */
export function sitemapRoutes({ live, node }: { readonly live: LiveEngine; readonly node: NodeDescription }): Hono {
  const routes = new Hono();
  const listParts = oncePerEdition(live, namesOfParts);
  routes.get('/sitemap.xml', (c) =>
    live.use(async (lease) => {
      const day = lease.edition.manifest.created.slice(0, 10);
      const parts = (await listParts(lease)).map(
        (name) =>
          `<sitemap><loc>${escapeXml(`${node.base}/sitemap/${name}.xml`)}</loc><lastmod>${day}</lastmod></sitemap>`,
      );
      return c.body(xml('sitemapindex', parts.join('\n')), 200, XML);
    }),
  );
  routes.get('/sitemap/:name{[a-z]+-\\d{1,6}\\.xml}', async (c) => {
    const [, kind = '', number = ''] = /^([a-z]+)-(\d+)/u.exec(c.req.param('name')) ?? [];
    // The edition is held until the last address is sent.
    const lease = live.lease();
    const addresses = addressesOf(lease, node, { kind, part: Number(number) });
    if (addresses === undefined) {
      lease.release();
      return c.notFound();
    }
    if (c.req.method === 'HEAD') {
      lease.release();
      return c.body(null, 200, XML);
    }
    return c.body(
      stream(addresses, () => lease.release()),
      200,
      XML,
    );
  });
  routes.get('/robots.txt', (c) =>
    c.text(
      `User-agent: *\nDisallow: /search\nDisallow: /browse?\nDisallow: /api/\n\nSitemap: ${node.base}/sitemap.xml\n`,
      200,
      {
        'cache-control': 'public, max-age=3600',
      },
    ),
  );
  routes.get('/favicon.ico', (c) => c.redirect('/icon.svg', 301));
  return routes;
}

const XML = { 'content-type': 'application/xml; charset=UTF-8' };

function xml(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${content}\n</${root}>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

async function namesOfParts({ edition }: Lease): Promise<readonly string[]> {
  const names = ['pages-1', ...edition.slices(PART).map((_, index) => `objects-${index + 1}`)];
  for (const [kind, { table }] of Object.entries(ENTITIES)) {
    const [counted] = await edition.database.query<{ n: number }>(`select count(*) as n from ${table}`);
    const parts = Math.ceil((counted?.n ?? 0) / PART);
    names.push(...Array.from({ length: parts }, (_, index) => `${kind}-${index + 1}`));
  }
  return names;
}

type Addresses = AsyncGenerator<readonly string[]>;

/** The addresses of a part, in batches; undefined where there is no such part. */
function addressesOf(
  lease: Lease,
  { base }: NodeDescription,
  { kind, part }: { readonly kind: string; readonly part: number },
): Addresses | undefined {
  if (part < 1) return undefined;
  if (kind === 'objects') {
    const slice = lease.edition.slices(PART)[part - 1];
    if (slice === undefined) return undefined;
    const sql = `select key from ${lease.edition.sliceSql('record', slice)} where recordType = 'object'`;
    return keyed(lease, sql, (key) => (lease.engine.find(key) === undefined ? undefined : recordIri(base, key)));
  }
  if (isEntities(kind)) {
    const { table, href } = ENTITIES[kind];
    const sql = `select key from ${table} order by key limit ${PART} offset ${(part - 1) * PART}`;
    return keyed(lease, sql, (key) => base + href(key));
  }
  return kind === 'pages' && part === 1 ? pages(lease, base) : undefined;
}

async function* keyed({ edition }: Lease, sql: string, addressOf: (key: string) => string | undefined): Addresses {
  for await (const [keys] of edition.database.chunks(sql)) yield keys!.flatMap((key) => addressOf(String(key)) ?? []);
}

async function* pages(lease: Lease, base: string): Addresses {
  const institutions = await readInstitutions(lease);
  yield [
    ...PAGES,
    ...lease.edition.manifest.datasets.map(({ key }) => datasetHref(key)),
    ...institutions.map(({ value }) => institutionHref(value)),
  ].map((path) => base + path);
}

function stream(addresses: Addresses, end: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const [head = '', tail = ''] = xml('urlset', '\u0000').split('\u0000');
  async function* text(): AsyncGenerator<string> {
    try {
      yield head;
      for await (const batch of addresses)
        yield batch.map((address) => `<url><loc>${escapeXml(address)}</loc></url>\n`).join('');
      yield tail;
    } finally {
      end();
    }
  }
  const pieces = text();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
