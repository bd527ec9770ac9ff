import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database, quoteLiteral } from '../../src/catalogue/database.ts';
import { linkedFile, LINKED_TABLES } from '../../src/catalogue/linked-tables.ts';
import { EmbeddedIndex } from '../../src/search/embedded-index.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { openFixture, type OpenFixture } from './edition-fixture.ts';

/** Two classifications: of all animals, and of butterflies; one with a circle, one with a parent that is not there. */
const TAXA: readonly (readonly [key: string, parent: string | null, label: string])[] = [
  ['all', null, 'All animals'],
  ['insects', 'all', 'Insecta'],
  ['butterflies', 'insects', 'Papilionidae'],
  ['troides', 'butterflies', 'Troides'],
  ['attacus', 'insects', 'Attacus'],
  ['birds', 'all', 'Aves'],
  ['list', null, 'Butterflies'],
  ['list troides', 'list', 'Troides'],
  ['snake', 'tail', 'Ouroboros'],
  ['tail', 'snake', 'Its tail'],
  ['itself', 'itself', 'Itself'],
  ['orphan', 'nowhere', 'Orphan'],
];
const LINKS: readonly (readonly string[])[] = [
  ['troides', 'list troides'],
  ['troides', 'list troides'],
  ['butterflies'],
  ['attacus', 'troides'],
  ['birds'],
  ['tail'],
  ['orphan'],
  [],
  ['not in the tree'],
];

let open: OpenFixture;
let engine: SearchEngine;

async function writeTable(folder: string, table: string, rows: readonly (readonly (string | number | null)[])[]) {
  await using database = await Database.open({ folders: [folder], threads: 1 });
  const columns = Object.entries(LINKED_TABLES[table]!);
  await database.run(`create table t (${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`);
  const cells = (row: readonly (string | number | null)[]) =>
    columns.map((_, at) => (typeof row[at] === 'string' ? quoteLiteral(row[at]) : (row[at] ?? 'null'))).join(', ');
  await database.run(`insert into t values ${rows.map((row) => `(${cells(row)})`).join(', ')}`);
  await database.run(`copy t to ${quoteLiteral(linkedFile(folder, table))} (format parquet)`);
}

let source: string;
beforeAll(async () => {
  source = mkdtempSync(join(tmpdir(), 'collectome-tree-'));
  mkdirSync(join(source, 'tables'));
  const folder = join(source, 'tables');
  await writeTable(folder, 'taxon', TAXA);
  await writeTable(
    folder,
    'taxon_link',
    LINKS.flatMap((keys, rid) => keys.map((key) => [rid, key])),
  );
  open = await openFixture({
    records: LINKS.map((_, row) => ({ key: `r${row}`, values: { kind: [row < 4 ? 'specimen' : 'fossil'] } })),
    linked: folder,
  });
  engine = open.engine;
});
afterAll(async () => {
  await open[Symbol.asyncDispose]();
  rmSync(source, { recursive: true });
});

async function keysOf(key: string): Promise<string[]> {
  await using selection = await engine.resolve({ kind: 'is', field: 'taxonKey', value: key });
  const { records } = await selection.page({ limit: 20 });
  return records.map((record) => record.key);
}

async function under(key: string, kind?: string): Promise<Record<string, number>> {
  await using selection = await engine.resolve(
    kind === undefined ? { kind: 'all' } : { kind: 'is', field: 'kind', value: kind },
  );
  const [facet] = await selection.facets([{ field: 'taxonKey', under: key, limit: 20 }]);
  return Object.fromEntries(facet!.values.map(({ value, count }) => [value, count]));
}

describe('a query for a key', () => {
  test.each([
    ['all', ['r0', 'r1', 'r2', 'r3', 'r4']],
    ['insects', ['r0', 'r1', 'r2', 'r3']],
    ['troides', ['r0', 'r1', 'r3']],
    ['list', ['r0', 'r1']],
    ['orphan', ['r6']],
    ['itself', []],
    ['nowhere', []],
    ['not in the tree', []],
  ])('%s finds it and all below it', async (key, expected) => {
    expect(await keysOf(key)).toEqual(expected);
  });

  test('several keys are a union, in which a record counts once', async () => {
    await using selection = await engine.resolve({
      kind: 'in',
      field: 'taxonKey',
      values: ['troides', 'attacus', 'birds'],
    });
    expect(selection.total).toBe(4);
  });
});

describe('what is directly below', () => {
  test('the topmost, each with all below it; a record in two classifications counts in both', async () => {
    expect(await under('')).toEqual({ all: 5, list: 2, orphan: 1, snake: 1 });
  });

  test('a record that stands twice below one counts once', async () => {
    expect(await under('all')).toEqual({ insects: 4, birds: 1 });
    expect(await under('insects')).toEqual({ butterflies: 4, attacus: 1 });
  });

  test('within a selection, and without what has nothing of it', async () => {
    expect(await under('all', 'fossil')).toEqual({ birds: 1 });
    expect(await under('troides')).toEqual({});
  });

  test('an unknown key is refused, as is a field without a hierarchy', async () => {
    await expect(under('nobody')).rejects.toThrow(/no value "nobody"/u);
    await using selection = await engine.resolve({ kind: 'all' });
    await expect(selection.facets([{ field: 'kind', under: '', limit: 5 }])).rejects.toThrow(/above and below/u);
  });
});

describe('the hierarchy itself', () => {
  const treeOf = () => new EmbeddedIndex(open.edition.indexFolder).tree('taxonKey');

  test('leads from a node to its root, circles being cut', () => {
    const tree = treeOf();
    const path = (key: string) => tree.above(tree.find(key)!).map((node) => tree.key(node));
    expect(path('troides')).toEqual(['butterflies', 'insects', 'all']);
    expect(path('orphan')).toEqual([]);
    expect([path('snake'), path('tail')]).toEqual([[], ['snake']]);
  });

  test('lists what is below by label', () => {
    const tree = treeOf();
    expect(tree.children(tree.find('insects')).map((node) => tree.key(node))).toEqual(['attacus', 'butterflies']);
  });
});
