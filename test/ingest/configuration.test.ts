import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { addSource, initNode, readConfiguration } from '../../src/ingest/configuration.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'collectome-settings-'));
  initNode(folder, { name: 'Settings', base: 'https://museum.example/' });
  writeFileSync(join(folder, 'export.csv'), 'id,title\n1,A\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a new node has no sources, and its base has no slash at the end', () => {
  expect(readConfiguration(folder)).toMatchObject({ name: 'Settings', base: 'https://museum.example', sources: [] });
  expect(() => initNode(folder, { name: 'Again', base: 'https://museum.example' })).toThrow(/exists already/u);
});

test('a source gets a key of its own and an IRI, and its path is kept relative to the node', () => {
  const first = addSource(folder, { path: join(folder, 'export.csv') });
  const second = addSource(folder, { path: join(folder, 'export.csv') });
  expect(first).toMatchObject({ key: 'export', path: 'export.csv' });
  expect(first.iri).toMatch(/^urn:uuid:[0-9a-f-]{36}$/u);
  expect(second.key).toBe('export-2');
  expect(readConfiguration(folder).sources).toEqual([first, second]);
});

test('what cannot be added is refused and changes nothing', () => {
  writeFileSync(join(folder, 'wrong.yaml'), 'title: A\ncolumns:\n  colector: id\n');
  expect(() => addSource(folder, { path: join(folder, 'none.csv') })).toThrow(/does not exist/u);
  expect(() => addSource(folder, { path: join(folder, 'export.csv'), profile: join(folder, 'wrong.yaml') })).toThrow(
    /wrong\.yaml:3/u,
  );
  expect(() => addSource(folder, { path: join(folder, 'export.csv'), key: 'Not A Key' })).toThrow(/small letters/u);
  expect(readConfiguration(folder).sources).toEqual([]);
});

test('a wrong setting is named with its line', () => {
  writeFileSync(
    pathsOf(folder).configuration,
    'name: A\nbase: https://museum.example\noptions:\n  keepEditions: many\n',
  );
  expect(() => readConfiguration(folder)).toThrow(/collectome\.yaml:4: options\.keepEditions/u);
});
