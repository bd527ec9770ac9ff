import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgents } from '../../src/api/agent-view.ts';
import { openMuseum, type Museum } from './museum.ts';

let museum: Museum;
let recordPath: string;
let personPath: string;
beforeAll(async () => {
  museum = await openMuseum();
  recordPath = await museum.museum.live.use(async ({ engine }) => {
    await using selection = await engine.resolve({ kind: 'is', field: 'catalogNumber', value: 'H 1858.2' });
    return `/object/${(await selection.page({ limit: 1 })).records[0]?.key}`;
  });
  const { agents } = await museum.museum.live.use((lease) => listAgents(lease, { text: 'banks', limit: 1 }));
  personPath = `/person/${agents[0]?.key}`;
});
afterAll(() => museum.close());

/** What axe finds, with the elements; with `rules`, only by these. */
async function violations(tab: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page: tab });
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
  '/search?q=daisy&kind=specimen&not.country=MY&date=1700,1900',
  '/search?view=table',
  '/search?view=gallery',
  '/search?view=map',
  '/search?view=timeline',
  '/search?kind=photograph&country=AU',
  'record',
  'history',
  'person',
  '/datasets',
  '/dataset/herbarium',
  '/quality',
  '/about',
  '/nowhere',
];

test.each(PAGES)('axe finds nothing on %s, in light, in dark and on a phone', async (page) => {
  const own = { record: recordPath, history: `${recordPath}/history`, person: personPath };
  const path = Object.hasOwn(own, page) ? own[page as keyof typeof own] : page;
  const context = await museum.browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  const foreign: string[] = [];
  const refused: string[] = [];
  tab.on('request', (request) => {
    if (!request.url().startsWith(museum.origin) && !/^(?:data|blob):/u.test(request.url()))
      foreign.push(request.url());
  });
  tab.on('console', (message) => {
    if (/Content Security Policy/iu.test(message.text())) refused.push(message.text());
  });
  await tab.goto(museum.origin + path, { waitUntil: 'load' });
  expect(await violations(tab)).toEqual([]);
  await tab.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(tab, ['color-contrast'])).toEqual([]);
  await tab.emulateMedia({ colorScheme: 'light' });
  await tab.setViewportSize({ width: 390, height: 844 });
  expect(await violations(tab, ['target-size', 'scrollable-region-focusable', 'color-contrast'])).toEqual([]);
  const { content, width } = await tab.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    width: window.innerWidth,
  }));
  expect(content).toBeLessThanOrEqual(width);
  expect({ foreign, refused }).toEqual({ foreign: [], refused: [] });
  await context.close();
});
