import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Shelf } from '../../src/catalogue/shelf.ts';
import { withdraw } from '../../src/ingest/withdraw.ts';
import { publishEdition } from '../../src/ingest/publish-edition.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { addWithdrawal } from '../../src/catalogue/withdrawn.ts';
import { smallNode, type SmallNode } from '../fixture/open-node.ts';

let small: SmallNode;
beforeAll(async () => {
  small = await smallNode();
});
afterAll(() => small.close());

test('pictures that are made while the server runs are found, and make another revision', async () => {
  const { live } = small;
  expect(live.shelf.find('herbarium', 'pictures/north.png')).toBeUndefined();
  const before = live.revision;
  {
    using shelf = new Shelf(live.paths.shelf);
    shelf.put('herbarium', 'pictures/north.png', { hash: 'abc', width: 30, height: 20 });
  }
  await live.refresh();
  expect(live.shelf.find('herbarium', 'pictures/north.png')).toEqual({ hash: 'abc', width: 30, height: 20 });
  expect(live.revision).not.toBe(before);
});

test('an edition that cannot be opened leaves the one in use, and is not tried again until something changes', async () => {
  const { live } = small;
  const current = live.lease();
  current.release();
  writeFileSync(live.paths.current, 'none\n');
  await expect(live.refresh()).rejects.toThrow(/none/u);
  await live.refresh();
  await live.use(async ({ engine, edition }) => {
    expect(edition.name).toBe(current.edition.name);
    await using selection = await engine.resolve({ kind: 'all' });
    expect(selection.total).toBe(45);
  });
  writeFileSync(live.paths.current, `${current.edition.name}\n`);
  await live.refresh();
});

test('a withdrawal makes another revision', async () => {
  const { live } = small;
  const before = live.revision;
  addWithdrawal(live.paths.withdrawn, { key: 'unknown', reason: 'Test.', time: '2026-01-01T00:00:00Z' });
  await vi.waitFor(() => expect(live.revision).not.toBe(before), { timeout: 10_000 });
  expect(live.withdrawal('unknown')?.reason).toBe('Test.');
});

test('a withdrawn record stays away under a respelled identifier, and its pictures go with it', async () => {
  const { live, folder } = small;
  const find = () =>
    live.use(async ({ engine }) => {
      await using selection = await engine.resolve({ kind: 'is', field: 'catalogNumber', value: 'H 1858.1' });
      return selection.page({ limit: 2 });
    });
  const [record] = (await find()).records;
  const withdrawal = await withdraw(folder, record!.key, 'Test.');
  expect(withdrawal.pictures).toEqual(['abc']);
  await live.refresh();
  expect(live.isPictureWithdrawn('abc')).toBe(true);
  expect((await find()).records).toEqual([]);
  const path = join(folder, 'exports/herbarium/occurrence.txt');
  writeFileSync(path, readFileSync(path, 'utf8').replace('urn:test:1\t', 'URN:TEST:1\t'));
  await buildEdition(folder);
  await live.refresh();
  const today = live.resolveAlias(record!.key)!;
  expect(today).not.toBe(record!.key);
  expect((await find()).records).toEqual([]);
  expect(live.withdrawal(today)?.reason).toBe('Test.');
});

test('rolling back to an edition in which a withdrawn record had another key does not bring it back', async () => {
  const { live, folder } = small;
  const find = () =>
    live.use(async ({ engine }) => {
      await using selection = await engine.resolve({ kind: 'is', field: 'catalogNumber', value: 'H 1858.3' });
      return selection.page({ limit: 2 });
    });
  const first = live.lease();
  first.release();
  const path = join(folder, 'exports/herbarium/occurrence.txt');
  writeFileSync(path, readFileSync(path, 'utf8').replace('urn:test:3\t', 'URN:TEST:3\t'));
  await buildEdition(folder);
  await live.refresh();
  const [record] = (await find()).records;
  await withdraw(folder, record!.key, 'Test.');
  await publishEdition(folder, first.edition.name);
  await live.refresh();
  expect((await find()).records).toEqual([]);
});
