import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Edition } from '../../src/catalogue/edition.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { keyOf } from '../../src/ingest/key-sql.ts';
import { currentName } from '../../src/search/live.ts';
import { HERBARIUM_IRI, smallFolder } from '../fixture/small-node.ts';

let folder: string;
beforeEach(() => {
  folder = smallFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('an issue that is a place by itself does not stay with a generalised point', async () => {
  const path = join(folder, 'exports/herbarium/occurrence.txt');
  const moved = readFileSync(path, 'utf8')
    .replace('54.987654\t-2.987654', '51.478700\t-0.295600')
    .replace('50.94\t6.96', '51.478700\t-0.295600');
  writeFileSync(path, moved);
  await buildEdition(folder);
  const paths = pathsOf(folder);
  await using edition = await Edition.open(paths.edition(currentName(paths) ?? ''));
  const rows = await edition.database.query<{ key: string; issue: readonly string[] }>(
    'select key, issue from record where key in ($open, $protected)',
    { open: keyOf(HERBARIUM_IRI, 'urn:test:3'), protected: keyOf(HERBARIUM_IRI, 'urn:test:8') },
  );
  const issuesOf = (identifier: string) => rows.find(({ key }) => key === keyOf(HERBARIUM_IRI, identifier))?.issue;
  expect(issuesOf('urn:test:3')).toContain('COORDINATE_AT_INSTITUTION');
  expect(issuesOf('urn:test:8')).toContain('GEODETIC_DATUM_ASSUMED_WGS84');
  expect(issuesOf('urn:test:8')).not.toContain('COORDINATE_AT_INSTITUTION');
});
