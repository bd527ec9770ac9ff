import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMuseum, type Museum } from './museum.ts';

let museum: Museum;
let recordPath: string;
beforeAll(async () => {
  museum = await openMuseum();
  recordPath = await museum.museum.live.use(async ({ engine }) => {
    await using selection = await engine.resolve({ kind: 'is', field: 'catalogNumber', value: 'H 1858.2' });
    return `/object/${(await selection.page({ limit: 1 })).records[0]?.key}`;
  });
});
afterAll(() => museum.close());

/** What axe finds, with the elements. In the dark only colours are other than in the light. */
async function violations(tab: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const axe = new AxeBuilder({ page: tab });
  if (colorScheme === 'dark') axe.withRules(['color-contrast']);
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
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
  '/datasets',
  '/dataset/herbarium',
  '/quality',
  '/about',
  '/nowhere',
];

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(PAGES)('axe finds nothing on %s, which fits a phone', async (page) => {
    const path = page === 'record' ? recordPath : page === 'history' ? `${recordPath}/history` : page;
    const context = await museum.browser.newContext({
      colorScheme,
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 900 },
    });
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
    const widths = colorScheme === 'light' ? [1280, 390] : [1280];
    for (const width of widths) {
      await tab.setViewportSize({ width, height: 860 });
      expect(await violations(tab, colorScheme)).toEqual([]);
    }
    await tab.setViewportSize({ width: 390, height: 844 });
    const { content, width } = await tab.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      width: window.innerWidth,
    }));
    expect(content).toBeLessThanOrEqual(width);
    expect({ foreign, refused }).toEqual({ foreign: [], refused: [] });
    await context.close();
  });
});
