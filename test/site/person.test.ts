import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { listAgents } from '../../src/api/agent-view.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { readConfiguration } from '../../src/ingest/configuration.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { createAssets } from '../../src/site/assets.ts';
import { createSite } from '../../src/site/site.tsx';
import { PEOPLE_ROWS, peopleFolder } from '../fixture/people-node.ts';

const HOSTILE = '<img src=x onerror=alert(1)> Wallace';

let folder: string;
let live: LiveEngine;
let app: ReturnType<typeof createApp>;
let wallace: string;

async function get(path: string, language = 'en'): Promise<{ status: number; html: string; words: string }> {
  const response = await app.request(path, { headers: { 'accept-language': language } });
  const html = await response.text();
  return { status: response.status, html, words: html.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ') };
}

beforeAll(async () => {
  folder = peopleFolder({ letters: [...PEOPLE_ROWS.letters, ['l9', HOSTILE, 'Alfred Russel Wallace', '1858']] });
  await buildEdition(folder);
  live = await LiveEngine.open(pathsOf(folder));
  const node = readConfiguration(folder);
  const assets = createAssets(join(import.meta.dirname, '../../dist/web'));
  app = createApp({ live, node, assets, site: createSite({ live, node, assets }) });
  const { agents } = await live.use((lease) => listAgents(lease, { text: 'alfred wallace', limit: 1 }));
  wallace = agents[0]!.key;
});
afterAll(async () => {
  await live.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a person's page", () => {
  test('unites what the museums have, in both languages', async () => {
    const { status, words, html } = await get(`/person/${wallace}`);
    expect(status).toBe(200);
    for (const text of ['Alfred Russel Wallace', '1823–1913', 'A. R. Wallace', 'collector 3', 'Henry Walter Bates'])
      expect(words).toContain(text);
    expect(words).toContain('“A. R. Wallace” is “Alfred Russel Wallace”:');
    expect(html).toContain(`<link rel="canonical" href="https://people.example/person/${wallace}"`);
    const german = await get(`/person/${wallace}`, 'de');
    for (const text of ['Warum dies eine Seite ist', 'die Initialen passen zu den Vornamen'])
      expect(german.words).toContain(text);
  });

  test('every link of it leads somewhere', async () => {
    const { html } = await get(`/person/${wallace}`);
    const links = [...html.matchAll(/href="(\/(?:person|search|object|dataset|api)[^"#]*)"/gu)].map(([, href]) =>
      href!.replaceAll('&amp;', '&'),
    );
    expect(links.filter((href) => href.startsWith('/person/')).length).toBeGreaterThan(2);
    const statuses = new Map<string, number>();
    for (const href of new Set(links)) statuses.set(href, (await app.request(href)).status);
    expect([...statuses].filter(([, status]) => status !== 200)).toEqual([]);
  });

  test('names are text, whatever they hold', async () => {
    const { agents } = await live.use((lease) => listAgents(lease, { text: 'onerror', limit: 5 }));
    for (const path of [`/person/${wallace}`, ...agents.map(({ key }) => `/person/${key}`)])
      expect((await get(path)).html).not.toContain('<img src=x');
  });

  test('is not there for unknown keys', async () => {
    expect((await get('/person/nobody')).status).toBe(404);
    expect((await get('/person/%3Cscript%3E')).html).not.toContain('<script>"');
  });
});

test('the names on a record lead to the pages of those who bear them', async () => {
  const key = await live.use(async ({ engine }) => {
    await using selection = await engine.resolve({ kind: 'is', field: 'identifier', value: 's2' });
    return (await selection.page({ limit: 1 })).records[0]!.key;
  });
  const { html } = await get(`/object/${key}`);
  expect(html).toContain(`<a href="/person/${wallace}">A. R. Wallace</a>`);
  expect(html).toMatch(/<a href="\/person\/[0-9a-v]{20}">Charles Allen<\/a>/u);
});

test('a search by key is described by the name', async () => {
  expect((await get(`/search?agentRole=maker:${wallace}`)).words).toContain('Alfred Russel Wallace (maker)');
  expect((await get(`/search?agentKey=${wallace}`)).words).toContain('Alfred Russel Wallace');
});
