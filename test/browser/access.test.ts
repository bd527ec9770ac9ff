import { rmSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { startServer, type RunningServer } from '../../src/cli/server.ts';
import { Desk } from '../../src/desk/desk.ts';
import { ARRANGEMENTS } from '../../src/site/arrangements.ts';
import { builtFolder } from '../fixture/built-folder.ts';
import { demoFolder } from '../fixture/demo-node.ts';
import { launchBrowser } from './museum.ts';

let folder: string;
let server: RunningServer;
let browser: Browser;
let tab: Page;
/** Requests to other hosts, and what the content security policy refused. */
const foreign: string[] = [];
const refused: string[] = [];
const stop = new AbortController();

beforeAll(async () => {
  folder = await builtFolder(demoFolder);
  server = await startServer({ folder, port: 0, host: '127.0.0.1', desk: true });
  browser = await launchBrowser();
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB' });
  tab = await context.newPage();
  tab.on('request', (request) => {
    if (!request.url().startsWith(server.address) && !/^(?:data|blob):/u.test(request.url()))
      foreign.push(request.url());
  });
  tab.on('console', (message) => {
    if (/Content Security Policy/iu.test(message.text())) refused.push(message.text());
  });
});
afterAll(async () => {
  await browser.close();
  stop.abort();
  await server.stopped(stop.signal);
  rmSync(folder, { recursive: true, force: true });
});

async function get(path: string): Promise<any> {
  return (await fetch(server.address + path)).json();
}

const keyOfRecord = async (catalogNumber: string) =>
  (await get(`/api/search?limit=1&catalogNumber=${catalogNumber}`)).results[0].key;
/** The value that the most records have. */
const mostFrequent = async (field: string) =>
  (await get(`/api/search?limit=0&facet=${field}`)).facets[0].values[0].value;

/** Pages whose address has a key that the build makes. */
const KEYED: Readonly<Record<string, () => Promise<string>>> = {
  'a record with contradictions': async () => `/object/${await keyOfRecord('DEMO-NH-0077')}`,
  'its history': async () => `/object/${await keyOfRecord('DEMO-NH-0077')}/history`,
  'a person': async () => `/person/${(await get('/api/agents?q=wallace')).agents[0].key}`,
  'a country': async () => `/place/${(await get('/api/places?q=malaysia')).places[0].key}`,
  'a place of the past': async () => `/place/${(await get('/api/places?q=straits%20settlements')).places[0].key}`,
  'a taxon': async () => `/taxon/${(await get('/api/taxa?q=lepidoptera')).taxa[0].key}`,
  'a gathering': async () => `/gathering/${await mostFrequent('gatheringKey')}`,
  'an expedition': async () => `/expedition/${await mostFrequent('expeditionKey')}`,
  'an institution': async () => `/institution/${await mostFrequent('institutionCode')}`,
  'a part of an archive': async () => `/archive/${await mostFrequent('wholeKey')}`,
};

/** What axe finds, with the elements; with `rules`, only by these. */
async function violations(rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page: tab }).setLegacyMode();
  if (rules === undefined) axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  else axe.withRules(rules);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`,
  );
}

const PAGES = [
  '/',
  '/search',
  '/search?q=beetle&kind=specimen&not.country=MY&date=1700,1900',
  '/search?view=table',
  '/search?view=gallery',
  '/search?view=map',
  '/search?view=timeline',
  '/search?kind=photograph&country=GB',
  ...Object.keys(KEYED),
  ...ARRANGEMENTS.map((by) => `/browse?by=${by}`),
  '/browse?by=date&date=1800,1899',
  '/taxa',
  '/taxa?q=ornithoptera',
  '/places',
  '/places?q=singapore',
  '/expeditions',
  '/institutions',
  '/archive',
  '/desk',
  '/datasets',
  '/dataset/natural-history',
  '/quality',
  '/about',
  '/nowhere',
];

/** What is in the tab, in light, and on a phone in the dark. */
async function expectNoViolations(): Promise<void> {
  await tab.emulateMedia({ colorScheme: 'light' });
  await tab.setViewportSize({ width: 1280, height: 900 });
  expect(await violations()).toEqual([]);
  await tab.emulateMedia({ colorScheme: 'dark' });
  await tab.setViewportSize({ width: 390, height: 844 });
  expect(await violations(['target-size', 'scrollable-region-focusable', 'color-contrast'])).toEqual([]);
  const { content, width } = await tab.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    width: window.innerWidth,
  }));
  expect(content).toBeLessThanOrEqual(width);
  expect({ foreign, refused }).toEqual({ foreign: [], refused: [] });
}

test.each(PAGES)('axe finds nothing on %s, in light, and on a phone in the dark', async (page) => {
  const path = (await KEYED[page]?.()) ?? page;
  const response = await tab.goto(server.address + path, { waitUntil: 'load' });
  expect(response?.status()).toBe(page === '/nowhere' ? 404 : 200);
  await expectNoViolations();
});

/** What has the focus: its place among all that can have it, whether it is in the main part, and whether one sees it. */
const focused = () =>
  tab.evaluate(() => {
    const element = document.activeElement!;
    const style = getComputedStyle(element);
    return {
      at: [...document.querySelectorAll('a[href], button, input, summary, select')].indexOf(element),
      inMain: element.closest('main') !== null,
      isSeen: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0,
    };
  });

test.each(['a person', 'a country', 'a taxon', 'a gathering', '/browse?by=geography', '/taxa'])(
  'by keyboard one comes past the header and through %s in order, and sees where one is',
  async (page) => {
    await tab.goto(server.address + ((await KEYED[page]?.()) ?? page));
    await tab.keyboard.press('Tab');
    expect(await tab.locator(':focus').getAttribute('class')).toBe('skip');
    await tab.keyboard.press('Enter');
    const stops = [];
    for (let pressed = 0; pressed < 8; pressed += 1) {
      await tab.keyboard.press('Tab');
      stops.push(await focused());
    }
    const inMain = stops.filter((stop) => stop.inMain);
    expect(inMain.length).toBeGreaterThan(1);
    expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
    expect(inMain.map(({ at }) => at)).toEqual(inMain.map(({ at }) => at).toSorted((a, b) => a - b));
  },
);

test('where tokens are asked for, axe finds nothing on the form to sign in, on its refusal, and on what follows', async () => {
  using desk = Desk.open(pathsOf(folder).desk);
  const secret = desk.tokens.create({
    name: 'Ada',
    rights: ['claim'],
    actor: 'nobody',
    time: new Date().toISOString(),
  });
  await tab.goto(server.address + (await KEYED['a gathering']!()));
  await tab.getByRole('link', { name: 'Sign in to correct this' }).click();
  await expectNoViolations();
  const signIn = async (token: string) => {
    await tab.getByLabel('Token').fill(token);
    await tab.keyboard.press('Enter');
  };
  await signIn('not a token');
  await tab.getByRole('heading', { name: 'That was not done' }).waitFor();
  await expectNoViolations();
  await tab.goBack();
  await signIn(secret);
  await tab.waitForURL(/\/gathering\//u);
  await tab.getByRole('button', { name: 'Sign out Ada' }).waitFor();
  await expectNoViolations();
});
