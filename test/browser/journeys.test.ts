import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openMuseum, type Museum } from './museum.ts';

let museum: Museum;
let context: BrowserContext;
beforeAll(async () => {
  museum = await openMuseum();
});
afterEach(() => context.close());
afterAll(() => museum.close());

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  context = await museum.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(museum.origin + path);
  return page;
}

function addressOf(page: Page): string {
  return decodeURIComponent(page.url().slice(museum.origin.length).replaceAll('+', ' '));
}

describe('with a mouse', () => {
  test('from the start page to a search, narrowed and widened again, to a record and back', async () => {
    const page = await visit('/');
    await page.getByRole('combobox', { name: 'Search the collection' }).fill('brass');
    await page.getByRole('button', { name: 'Search' }).first().click();
    await page.waitForURL(/\/search\?q=brass$/u);
    const all = await page.locator('h1').innerText();
    await page
      .getByRole('group', { name: 'Kind' })
      .getByRole('checkbox', { name: /Instrument/u })
      .check();
    await page.waitForURL(/kind=instrument/u);
    expect(addressOf(page)).toBe('/search?q=brass&kind=instrument');
    await page.getByRole('link', { name: 'Remove: Kind: Instrument' }).click();
    await page.waitForURL(/q=brass$/u);
    expect(await page.locator('h1').innerText()).toBe(all);
    const title = page.locator('.result-list h2 a').first();
    const name = await title.innerText();
    await title.click();
    await page.waitForURL(/\/object\//u);
    expect(await page.locator('h1').innerText()).toBe(name);
    await page.getByRole('link', { name: 'Back to the results' }).click();
    expect(addressOf(page)).toBe('/search?q=brass');
  });

  test('a span of time is dragged across the chart', async () => {
    const page = await visit('/search');
    const box = (await page.locator('collectome-brush .time-chart').boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.1, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/date=/u);
    expect(addressOf(page)).toMatch(/^\/search\?date=\d{4},\d{4}$/u);
  });

  test('a rectangle is drawn on the map, and what lies in it is found', async () => {
    const page = await visit('/search?view=map');
    await page.locator('collectome-map[data-ready]').waitFor();
    await page.getByRole('button', { name: 'Draw a rectangle' }).click();
    const box = (await page.locator('.map-frame canvas').boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 20, box.y + 400, { steps: 6 });
    await page.mouse.up();
    await page.waitForURL(/geometry=/u);
    expect(addressOf(page)).toMatch(/^\/search\?geometry=POLYGON\(\(.+\)\)&view=map$/u);
    expect(await page.locator('h1').innerText()).toMatch(/^[1-9]\d* objects?$/u);
  });

  test('a value is suggested while typing, and chosen', async () => {
    const page = await visit('/');
    const box = page.getByRole('combobox', { name: 'Search the collection' });
    await box.pressSequentially('babb');
    const option = page.getByRole('option', { name: /Charles Babbage/u });
    await option.waitFor();
    await box.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).not.toBeNull();
    await box.press('Enter');
    await page.waitForURL(/agent=/u);
    expect(addressOf(page)).toMatch(/Babbage/u);
  });
});

describe('without JavaScript', () => {
  test('a search is narrowed with the button, by years, by a bar of the chart and by a dot of the map', async () => {
    const page = await visit('/search', { javaScriptEnabled: false });
    await page
      .getByRole('group', { name: 'Kind' })
      .getByRole('checkbox', { name: /Specimen/u })
      .check();
    await page.getByLabel('From year').fill('1700');
    await page.locator('.filters-apply').click();
    expect(addressOf(page)).toBe('/search?kind=specimen&date=1700,*');
    await page.locator('.time-chart a').first().click({ force: true });
    expect(addressOf(page)).toMatch(/date=\d{4},\d{4}/u);
    await page.goto(`${museum.origin}/search`);
    await page.locator('.cell-map a').first().click({ force: true });
    expect(addressOf(page)).toMatch(/^\/search\?geometry=POLYGON/u);
  });

  test('a note on how a value was read opens', async () => {
    const page = await visit('/quality', { javaScriptEnabled: false });
    await page.locator('.issues td a[href^="/object/"]').first().click();
    const note = page.locator('details.note').first();
    await note.locator('summary').click();
    expect(await note.locator('.note-text').isVisible()).toBe(true);
  });
});

describe('by keyboard alone', () => {
  test('past the header, through a chart, to a record', async () => {
    const page = await visit('/search');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.locator('.time-chart a[tabindex="0"]').focus();
    const first = await page.locator(':focus').getAttribute('aria-label');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator(':focus').getAttribute('aria-label')).not.toBe(first);
    await page.keyboard.press('Enter');
    await page.waitForURL(/date=/u);
    await page.goBack();
    await page.locator('.result-list h2 a').first().focus();
    await page.keyboard.press('ArrowDown');
    const second = await page.locator('.result-list h2 a').nth(1).innerText();
    expect(await page.locator(':focus').innerText()).toBe(second);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/object\//u);
    expect(await page.locator('h1').innerText()).toBe(second);
  });
});
