import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { addWithdrawal } from '../../src/catalogue/withdrawn.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { readConfiguration } from '../../src/ingest/configuration.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { createAssets } from '../../src/site/assets.ts';
import { createSite } from '../../src/site/site.tsx';
import { smallFolder } from '../fixture/small-node.ts';

const HOSTILE = `</script><script>alert("x")</script><img src=x onerror=alert(1)>`;

let folder: string;
let live: LiveEngine;
let app: ReturnType<typeof createApp>;
const keys: Record<string, string> = {};

async function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; html: string; headers: Headers }> {
  const response = await app.request(path, { headers });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

/** A page's words, as a reader meets them. */
function words(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/su, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ');
}

/** The records on a page of results, as addresses. */
function links(html: string): string[] {
  return [...html.matchAll(/<h2><a href="(\/object\/[^"]*)"/gu)].map((match) => match[1]!.replaceAll('&amp;', '&'));
}

function keyOf(href: string | undefined): string | undefined {
  return href?.split('?')[0];
}

beforeAll(async () => {
  folder = smallFolder();
  const quoted = HOSTILE.replaceAll('"', '""');
  appendFileSync(
    join(folder, 'exports/workshop/objects.csv'),
    `W9,box,"${quoted}","${quoted}",1900,"${quoted}",tin,,,"${quoted}",,,\n`,
  );
  await buildEdition(folder);
  live = await LiveEngine.open(pathsOf(folder));
  const node = readConfiguration(folder);
  const assets = createAssets(join(import.meta.dirname, '../../dist/web'));
  app = createApp({ live, node, assets, site: createSite({ live, node, assets }) });
  await live.use(async ({ engine }) => {
    await using selection = await engine.resolve({ kind: 'all' });
    const { records } = await selection.page({ limit: 100 });
    for (const record of records) keys[String(record.interpreted['catalogNumber'])] = record.key;
  });
});

afterAll(async () => {
  await live.close();
  rmSync(folder, { recursive: true, force: true });
});

const PAGES = [
  '/',
  '/search',
  '/search?view=table',
  '/search?view=gallery',
  '/search?view=map',
  '/search?view=timeline',
  '/search?hop=collector+%3E+any,+kind:specimen&taxon=Bellis',
  '/search?q=daisy&kind=specimen&kind=fossil&not.country=MY&date=1700,1900',
  '/search?q=nothing+has+this&kind=mineral',
  '/datasets',
  '/dataset/herbarium',
  '/quality',
  '/about',
  '/no/such/page',
];

describe('every page', () => {
  test.each([...PAGES, 'W1', 'W9', 'H 1858.1', 'H 1858.2'])(
    '%s is whole, safe and of this site alone',
    async (page) => {
      const path = page.startsWith('/') ? page : `/object/${keys[page]}`;
      const { status, html, headers } = await get(path);
      expect(status).toBe(page === '/no/such/page' ? 404 : 200);
      expect(html).toMatch(/^<!doctype html><html lang="en">/u);
      expect(html.match(/<h1[ >]/gu)).toHaveLength(1);
      expect(html).toContain('<main id="content"');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      // Nothing that the policy forbids, and nothing that asks another site.
      const tags = html.replace(/"[^"]*"/gu, '""');
      expect(tags).not.toMatch(/<[^>]*\s(?:style|on\w+)=/u);
      expect(html.match(/<script(?! type="application\/ld\+json"| type="module" src="\/assets\/)[^>]*>/gu)).toBeNull();
      expect(html.match(/(?:src|<link[^>]*href)="(?:https?:)?\/\/(?!museum\.example)[^"]*"/gu)).toBeNull();
      expect(html).not.toContain('undefined');
      expect(html).not.toContain('[object Object]');
    },
  );

  test.each([...PAGES, 'W1', 'H 1858.2'])('%s speaks German wholly', async (page) => {
    const path = page.startsWith('/') ? page : `/object/${keys[page]}`;
    const { html } = await get(path, { 'accept-language': 'de' });
    expect(html).toContain('<html lang="de">');
    expect(words(html)).toContain('Barrierefreiheit');
    expect(words(html)).not.toMatch(/\b(objects [^.]|Licence|Search|Narrow|About)\b/u);
  });

  test('has ids that are unique', async () => {
    for (const page of PAGES) {
      const ids = [...(await get(page)).html.matchAll(/\sid="([^"]*)"/gu)].map((match) => match[1]);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });
});

describe('what a museum wrote', () => {
  test('is text, whatever it looks like', async () => {
    for (const path of [
      `/object/${keys['W9']}`,
      '/search?q=alert',
      '/search?view=table&kind=other',
      `/search?q=${encodeURIComponent(HOSTILE)}`,
    ]) {
      const { html } = await get(path);
      expect(html).not.toContain('<img src=x');
      expect(html).not.toContain('<script>alert');
    }
    expect(words((await get(`/object/${keys['W9']}`)).html)).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  test('stands letter for letter beside how it was read', async () => {
    const { html } = await get(`/object/${keys['W3']}`);
    const date = /<div class="sheet-row" id="productionDate">.*?<\/div>/su.exec(html)?.[0] ?? '';
    expect(words(date)).toMatch(/22 December 1857.* 22 December 1857/u);
    expect(date).toContain('<span class="wrote">22 December 1857</span>');
  });

  test('is withheld from pages where a rule says so', async () => {
    const search = await get('/search?q=cypripedium');
    expect(search.status).toBe(200);
    const { html: quality } = await get('/quality');
    for (const text of ['Valuation', 'Hiddenfold', 'GBP 99']) {
      for (const key of Object.values(keys)) expect((await get(`/object/${key}`)).html).not.toContain(text);
      expect(quality + search.html).not.toContain(text);
    }
  });
});

describe('a search', () => {
  test('finds, counts and says in words what was asked', async () => {
    const { html } = await get('/search?kind=specimen&country=MY');
    const text = words(html);
    expect(text).toMatch(/\d+ objects?/u);
    expect(text).toMatch(/Kind Specimen ×/u);
    expect(text).toMatch(/Country Malaysia ×/u);
    expect(html).toMatch(/<input type="checkbox" id="country-MY" name="country" value="MY" checked/u);
  });

  test('takes a form as any browser sends it, and goes to the address that says the same', async () => {
    const response = await app.request('/search?q=&kind=specimen&from=1850&to=&find.genus=');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/search?kind=specimen&date=1850%2C*');
  });

  test('searches for words what does not read as the query it looks like, and says why', async () => {
    const { html, status } = await get('/search?q=hop(maker, born:..1800', { 'accept-language': 'de' });
    expect(status).toBe(200);
    expect(words(html)).toContain('„hop(maker, born:..1800“ wurde als Wörter gesucht');
    expect(html).toContain(
      '<span lang="en">The parenthesis is not closed. Close it, or put it in quotation marks.</span>',
    );
  });

  test('says what to loosen where nothing is found', async () => {
    const { html } = await get('/search?kind=photograph&country=AU');
    expect(words(html)).toContain('Nothing has all of this.');
    expect(html).toMatch(/<a href="\/search\?country=AU">without Kind: Photograph<\/a>/u);
    expect(html).toMatch(/<a href="\/search\?kind=photograph">without Country: Australia<\/a>/u);
  });

  test('refuses what it cannot read, and says how to mend it', async () => {
    const { status, html } = await get('/search?date=soon,later');
    expect(status).toBe(400);
    expect(words(html)).toContain('That question could not be read');
  });

  test('keeps its place from page to page, and from a record to the next', async () => {
    const first = (await get('/search?sort=catalogNumber')).html;
    const next = /<a rel="next" href="([^"]*)"/u.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = (await get(next)).html;
    expect(links(first)).toHaveLength(24);
    expect(links(second).length).toBeGreaterThan(10);
    expect(new Set([...links(first), ...links(second)].map(keyOf)).size).toBe(
      links(first).length + links(second).length,
    );
    const record = (await get(links(first)[1]!)).html;
    expect(keyOf(/<a rel="prev" href="([^"]*)"/u.exec(record)?.[1])).toBe(keyOf(links(first)[0]));
    expect(keyOf(/<a rel="next" href="([^"]*)"/u.exec(record)?.[1])).toBe(keyOf(links(first)[2]));
  });
});

describe('a record', () => {
  test('shows its whole, its parts and what was gathered with it', async () => {
    const whole = words((await get(`/object/${keys['W1']}`)).html);
    expect(whole).toContain('Its parts');
    expect(whole).toContain('Gear wheel of the Difference Engine');
    expect(words((await get(`/object/${keys['W1/1']}`)).html)).toMatch(/Part of .*Difference Engine No. 1, fragment/u);
    expect(words((await get(`/object/${keys['H 1858.2']}`)).html)).toContain('J. Banks');
  });

  test('opens, whichever it is', async () => {
    for (const [number, key] of Object.entries(keys))
      expect([number, (await get(`/object/${key}`)).status]).toEqual([number, 200]);
  });

  test('has one address', async () => {
    const response = await app.request(`/record/${keys['W1']}`);
    expect([response.status, response.headers.get('location')]).toEqual([301, `/object/${keys['W1']}`]);
  });

  test('gives its history, its citation and its JSON', async () => {
    const { html } = await get(`/object/${keys['W1']}`);
    expect(html).toContain(`https://museum.example/object/${keys['W1']}`);
    expect((await app.request(`/api/records/${keys['W1']}`)).status).toBe(200);
    expect((await get(`/object/${keys['W1']}/history`)).status).toBe(200);
  });

  test('tells search engines what it is, in JSON that nothing can end', async () => {
    const { html } = await get(`/object/${keys['W9']}`);
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({ '@context': 'https://schema.org', name: HOSTILE });
  });

  test('is gone at once when it is withdrawn, with the reason', async () => {
    const key = keys['W2']!;
    addWithdrawal(pathsOf(folder).withdrawn, { key, reason: 'The lender asked for it.', time: '2026-11-20T10:00:00Z' });
    await live.refresh();
    const { status, html } = await get(`/object/${key}`);
    expect(status).toBe(410);
    expect(words(html)).toContain('The lender asked for it.');
    for (const path of ['/', '/search?q=microscope', '/dataset/workshop', '/quality'])
      expect((await get(path)).html).not.toContain(key);
    expect((await get(`/object/${key}/history`)).status).toBe(410);
  });
});

describe('the language', () => {
  test('that was chosen is remembered', async () => {
    const response = await app.request('/about?lang=de');
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^language=de;.*HttpOnly/u);
    expect((await get('/about', { cookie: 'language=de', 'accept-language': 'en' })).html).toContain(
      '<html lang="de">',
    );
  });
});

describe('a dataset', () => {
  test('accounts for every row', async () => {
    const { html } = await get('/dataset/herbarium');
    for (const row of html.matchAll(
      /<td class="number">([\d,]+)<\/td><td class="number">([\d,]+)<\/td><td class="number">([\d,]+)<\/td>/gu,
    )) {
      const [read, imported, rejected] = row.slice(1).map((text) => Number(text.replaceAll(',', '')));
      expect(read).toBe((imported ?? 0) + (rejected ?? 0));
    }
    expect(words(html)).toContain('Rows');
  });

  test('that is none is not found', async () => {
    expect((await get('/dataset/none')).status).toBe(404);
  });
});

describe('the first view', () => {
  test.each(['/', '/about', '/datasets'])('%s is small', async (path) => {
    const response = await app.request(path, { headers: { 'accept-encoding': 'gzip' } });
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(20_000);
  });
});
