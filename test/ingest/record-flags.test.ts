import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Edition } from '../../src/catalogue/edition.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { addSource, initNode } from '../../src/ingest/configuration.ts';

/** Identifier, whole, last change, the flags that only a view of all records or of the row itself can raise. */
const RECORDS: readonly (readonly [id: string, whole: string, modified: string, flags: readonly string[]])[] = [
  ['a', 'b', '2019-01-05', ['PART_OF_CIRCULAR']],
  ['b', 'c', '2019-01-05T10:00:00Z', ['PART_OF_CIRCULAR']],
  ['c', 'a', '20190105', ['PART_OF_CIRCULAR']],
  ['d', 'c', '5/1/2019 10:00', []],
  ['e', 'd', '05-JAN-2019', []],
  ['f', 'f', '1066', ['MODIFIED_DATE_UNLIKELY', 'PART_OF_CIRCULAR']],
  ['g', 'z', '2919-01-05', ['MODIFIED_DATE_UNLIKELY', 'PART_OF_DANGLING']],
  ['h', '', 'yesterday', ['MODIFIED_DATE_INVALID']],
];

test('circles of wholes and dates of change', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'collectome-flags-'));
  const node = join(folder, 'node');
  const file = join(folder, 'objects.csv');
  writeFileSync(file, ['id,whole,modified', ...RECORDS.map((cells) => cells.slice(0, 3).join(','))].join('\n'));
  initNode(node, { name: 'Flags', base: 'http://localhost:8080' });
  const profile = join(node, 'profiles', 'flags.yaml');
  writeFileSync(
    profile,
    'format: csv\nrecords:\n  identifier: id\ncolumns:\n  catalogNumber: id\n  isPartOf: whole\n  modified: modified\n',
  );
  addSource(node, { path: file, profile, key: 'flags' });
  const { edition } = await buildEdition(node);
  const opened = await Edition.open(pathsOf(node).edition(edition.name));
  const records = opened.records(RECORDS.map((_, row) => row));
  await opened.close();
  rmSync(folder, { recursive: true });
  const flags = records.map(({ issues }) =>
    issues.map(({ code }) => code).filter((code) => /^(?:PART_OF|MODIFIED)_/u.test(code)),
  );
  expect(flags.map((codes) => codes.toSorted())).toEqual(RECORDS.map(([, , , expected]) => expected));
  const types = records.map(({ children }) => children.relation?.[0]?.['type']);
  expect(types).toEqual(['related', 'related', 'related', 'part of', 'part of', 'related', 'part of', undefined]);
});
