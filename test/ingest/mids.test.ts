import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Edition } from '../../src/catalogue/edition.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { addSource, initNode } from '../../src/ingest/configuration.ts';
import { midsOfRecord } from '../../src/quality/tally.ts';

const COLUMNS = [
  'occurrenceID',
  'institutionCode',
  'scientificName',
  'basisOfRecord',
  'preparations',
  'license',
  'modified',
  'country',
  'verbatimLatitude',
  'verbatimLongitude',
  'recordedBy',
  'year',
  'recordNumber',
  'associatedMedia',
  'typeStatus',
] as const;
const WHOLE =
  'a,NHM,Aus bus,PreservedSpecimen,skin,CC0,2020-01-01,Kenya,1 S,37 E,A. Smith,1901,7,https://x.org/a.jpg,holotype';

test('the level of a record is that which reading it gives', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'collectome-mids-'));
  const node = join(folder, 'node');
  const cells = WHOLE.split(',');
  /** Each record lacks one more of the cells, from the right. */
  const rows = COLUMNS.map((_, lacking) =>
    [`id-${lacking}`, ...cells.slice(1).map((cell, index) => (index + 1 >= COLUMNS.length - lacking ? '' : cell))].join(
      ',',
    ),
  );
  const file = join(folder, 'occurrences.csv');
  writeFileSync(file, [COLUMNS.join(','), ...rows].join('\n'));
  initNode(node, { name: 'Levels', base: 'http://localhost:8080' });
  const profile = join(node, 'profiles', 'levels.yaml');
  const mapped = COLUMNS.map((name) => `  ${name}: ${name}`).join('\n');
  writeFileSync(profile, `format: csv\nrecords:\n  identifier: occurrenceID\ncolumns:\n${mapped}\n`);
  addSource(node, { path: file, profile, key: 'levels' });
  const { edition } = await buildEdition(node);
  const opened = await Edition.open(pathsOf(node).edition(edition.name));
  const records = opened.records(COLUMNS.map((_, row) => row));
  await opened.close();
  rmSync(folder, { recursive: true });
  const levels = records.map(({ interpreted }) => interpreted['midsLevel']);
  expect(levels).toEqual(records.map((record) => midsOfRecord(record).level ?? undefined));
  expect(new Set(levels)).toEqual(new Set([2, 1, 0, undefined]));
});
