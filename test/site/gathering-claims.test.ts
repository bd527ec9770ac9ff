import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { DeskGate } from '../../src/api/desk-gate.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { Desk } from '../../src/desk/desk.ts';
import { readConfiguration } from '../../src/ingest/configuration.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { createAssets } from '../../src/site/assets.ts';
import { createSite } from '../../src/site/site.tsx';
import { builtFolder } from '../fixture/built-folder.ts';
import { gatheringFolder } from '../fixture/gathering-node.ts';

const LOCAL = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
const ELSEWHERE = { incoming: { socket: { remoteAddress: '192.0.2.7' } } };

/** With one gathering of more records than a page of the desk has. */
function crowdedFolder(): string {
  const made = gatheringFolder();
  const jars = Array.from({ length: 60 }, (_, at) => `"j${at}","","Jar ${at}","","","trap 9","1901-07-01","Norway"`);
  appendFileSync(join(made, 'exports', 'north.csv'), ['', ...jars].join('\n'));
  return made;
}

let folder: string;
let live: LiveEngine;
let desk: Desk;
let app: ReturnType<typeof createApp>;
let path: string;
let cookie = '';

async function visit(address: string, environment: object = LOCAL): Promise<string> {
  const response = await app.request(
    `http://localhost${address}`,
    { headers: { 'accept-language': 'en', cookie } },
    environment,
  );
  cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
  return response.text();
}

/** Sends the first form of a page that says this, as a browser would. */
async function press(html: string, fields: Readonly<Record<string, string>>): Promise<number> {
  const form = html
    .split('<form')
    .find((part) => Object.entries(fields).every(([name, value]) => part.includes(`name="${name}" value="${value}"`)));
  const body = new URLSearchParams(
    [...(form ?? '').matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/gu)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );
  const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie };
  const sent = { method: 'POST', headers, body: body.toString() };
  return (await app.request('http://localhost/desk/claims', sent, LOCAL)).status;
}

beforeAll(async () => {
  folder = await builtFolder(crowdedFolder);
  live = await LiveEngine.open(pathsOf(folder));
  desk = Desk.open(pathsOf(folder).desk);
  const node = readConfiguration(folder);
  const gate = new DeskGate(desk, { base: node.base, trustProxy: false });
  const assets = createAssets(join(import.meta.dirname, '../../dist/web'));
  app = createApp({ live, node, gate, assets, site: createSite({ live, node, assets, gate }) });
  const key = await live.use(async ({ engine }) => {
    await using selection = await engine.resolve({ kind: 'all' });
    const [facet] = await selection.facets([{ field: 'gatheringKey', limit: 1 }]);
    return facet!.values[0]!.value;
  });
  path = `/gathering/${key}`;
});
afterAll(async () => {
  desk.close();
  await live.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a record is said to be of another gathering, which the page then says in place of the button, and it is taken back', async () => {
  const before = await visit(path);
  expect(before).toContain('Is one of these of another gathering?');
  const offered = before.split('Another gathering').length;
  expect(await press(before, { kind: 'different' })).toBe(303);
  const [made] = desk.claims.holding();
  expect(made).toMatchObject({ entity: 'gathering', kind: 'different' });

  const said = await visit(path);
  expect(said).toContain('said to be of another gathering');
  expect(said).toContain('is of another gathering than');
  expect(said).toContain('not published yet');
  expect(said.split('Another gathering').length).toBeLessThan(offered);

  expect(await press(said, { kind: 'undo', claim: made!.key })).toBe(303);
  expect(desk.claims.holding()).toEqual([]);
  const after = await visit(path);
  expect(after.split('Another gathering').length).toBe(offered);
  expect(after).toContain('taken back by');
});

/** The titles of the records that stand on a page of the desk. */
function jars(html: string): readonly string[] {
  const [, part = ''] = html.split('id="members"');
  return [...part.split('</ul>')[0]!.matchAll(/>(Jar \d+)</gu)].map(([, title]) => title!);
}

/** Where a link of a page leads that says this. */
function hrefOf(html: string, words: string): string | undefined {
  const [, href] = new RegExp(`href="([^"#]*)#members">${words}<`, 'u').exec(html) ?? [];
  return href?.replaceAll('&amp;', '&');
}

test('each record of a large gathering is reached from page to page, each once, and told apart there', async () => {
  const first = await visit(path);
  const second = await visit(hrefOf(first, 'Next page')!);
  expect(hrefOf(second, 'Next page')).toBeUndefined();
  expect(hrefOf(second, 'First page')).toBe(path);
  expect(jars(first)).toHaveLength(50);
  expect(new Set([...jars(first), ...jars(second)]).size).toBe(60);

  const { pathname, search } = new URL(hrefOf(first, 'Next page')!, 'http://localhost');
  expect(await press(second, { kind: 'different' })).toBe(303);
  const [made] = desk.claims.holding();
  expect(second).toContain(`name="back" value="${pathname}${search}"`);
  expect(second).toContain(`name="subject" value="${made!.subject.key}"`);
  const again = await visit(pathname + search);
  expect(again).toContain('said to be of another gathering');
  await press(again, { kind: 'undo', claim: made!.key });
});

test('a record of a large gathering is found by its words; what is no word finds all', async () => {
  const found = await visit(`${path}?find=Jar+57`);
  expect(jars(found)).toEqual(['Jar 57']);
  expect(found).toContain('One of them has “Jar 57”');
  expect(hrefOf(found, 'All records of this gathering')).toBe(path);
  expect(await visit(`${path}?find=quadrant`)).toContain('None of them has “quadrant”');
  expect(jars(await visit(`${path}?find=%22-`))).toHaveLength(50);
});

test('claims about other gatherings are not told, and nobody else is offered a form', async () => {
  const { results } = (await (
    await app.request('http://localhost/api/search?datasetKey=north&limit=100&missing=gatheringKey', {}, LOCAL)
  ).json()) as { results: readonly { key: string }[] };
  const time = new Date().toISOString();
  const end = (key: string) => ({ key, entityKey: key, name: 'elsewhere' });
  const [one, other] = results;
  desk.claims.make({
    entity: 'gathering',
    kind: 'different',
    subject: end(one!.key),
    object: end(other!.key),
    maker: 'x',
    time,
  });
  desk.tokens.create({ name: 'Ada', rights: ['claim'], actor: 'x', time });
  cookie = '';
  const html = await visit(path, ELSEWHERE);
  expect(html).toContain('Sign in to correct this');
  expect(html).not.toContain('elsewhere');
  expect(html).not.toContain('action="/desk/claims"');
});
