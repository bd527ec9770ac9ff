import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Shelf } from '../../src/catalogue/shelf.ts';
import { addWithdrawal } from '../../src/catalogue/withdrawn.ts';
import { smallNode, type SmallNode } from '../fixture/small-node.ts';

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
