import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { History } from '../../src/catalogue/history.ts';
import type { CatalogueRecord } from '../../src/model/record.ts';

let folder: string;
let history: History;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'collectome-history-'));
  history = new History(join(folder, 'history.sqlite'));
});
afterEach(() => {
  history.close();
  rmSync(folder, { recursive: true });
});

const state = (digit: string) => digit.repeat(64);

async function rename(
  edition: string,
  change: { readonly from?: string; readonly to: string; readonly digit: string; readonly was?: string },
) {
  const { from, to, digit, was } = change;
  const ended =
    from === undefined ? [] : [{ key: from, stateHash: state(was!), record: { key: from } as CatalogueRecord }];
  await history.write(edition, {
    ended: one(ended),
    begun: one([[to, state(digit)] as const]),
    aliases: from === undefined ? [] : [{ from, to, reason: 'spelling' }],
  });
}

async function* one<T>(batch: readonly T[]): AsyncGenerator<readonly T[]> {
  yield batch;
}

test('a record that was renamed twice keeps its states and all its keys', async () => {
  await rename('1', { to: 'a', digit: '1' });
  await rename('2', { from: 'a', was: '1', to: 'b', digit: '2' });
  await rename('3', { from: 'b', was: '2', to: 'c', digit: '3' });
  expect(history.earlierKeys('c')).toEqual(['a', 'b']);
  expect(
    history.states('c').map(({ stateHash, fromEdition, toEdition }) => [stateHash[0], fromEdition, toEdition]),
  ).toEqual([
    ['3', '3', undefined],
    ['2', '2', '3'],
    ['1', '1', '2'],
  ]);
  expect(history.resolveAlias('a')).toBe('c');
});

test('a spelling that is changed back leads to the record, and not round in circles', async () => {
  await rename('1', { to: 'a', digit: '1' });
  await rename('2', { from: 'a', was: '1', to: 'b', digit: '2' });
  await rename('3', { from: 'b', was: '2', to: 'a', digit: '3' });
  expect(history.resolveAlias('a')).toBeUndefined();
  expect(history.resolveAlias('b')).toBe('a');
  expect(history.earlierKeys('a')).toEqual(['b']);
  expect(history.states('a')).toHaveLength(3);
});
