import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Edition } from '../../src/catalogue/edition.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { relatedFolder } from '../fixture/related-node.ts';

let folder: string;
let edition: Edition;
let keys: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = relatedFolder();
  const { edition: manifest } = await buildEdition(folder);
  edition = await Edition.open(pathsOf(folder).edition(manifest.name));
  const rows = await edition.database.query<{ id: string; key: string }>('select catalogNumber as id, key from record');
  keys = new Map(rows.map(({ id, key }) => [id, key]));
});
afterAll(async () => {
  await edition.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The relations of a record, as "type other (stated)". */
async function relationsOf(id: string): Promise<string[]> {
  const rows = await edition.database.query<{ text: string }>(
    `select l.type || ' ' || o.catalogNumber || ' (' || l.stated || ')' as text
     from relation_link l join record r using (rid) join record o on o.rid = l.otherRid where r.catalogNumber = ? order by text`,
    [id],
  );
  return rows.map(({ text }) => text);
}

describe('relations', () => {
  test.each<[id: string, relations: readonly string[]]>([
    [
      '1855.1',
      ['depicted in W/2/1 (there)', 'host of 1855.3 (there)', 'mentioned in W/1/1 (text)', 'source of 1855.1a (there)'],
    ],
    ['1855.1a', ['derived from 1855.1 (here)']],
    // By an address with another protocol; what is quoted in a letter is seen from here.
    ['1855.3', ['mentioned in W/1/1 (text)', 'parasite of 1855.1 (here)']],
    ['W', ['has part W/1 (there)', 'has part W/2 (there)']],
    ['W/2', ['has part W/2/1 (there)', 'part of W (here)']],
    // A number that no record has, and its own, say nothing.
    ['W/1/2', ['part of W/1 (here)']],
    ['X/1', []],
  ])('of %s are seen from both ends', async (id, relations) => {
    expect(await relationsOf(id)).toEqual(relations);
  });

  test('lead to no record where they name a taxon, a sequence or a book', async () => {
    const rows = await edition.database.query<object>(
      `select type, target, targetKind from relation join record using (rid) where catalogNumber = '1855.1' order by targetKind, target`,
    );
    expect(rows).toEqual([
      { type: 'mentioned in', target: 'Wallace (1869); The Malay Archipelago', targetKind: 'reference' },
      { type: 'source of', target: 'U34853.1', targetKind: 'sequence' },
      { type: 'source of', target: 'U34854', targetKind: 'sequence' },
      { type: 'host', target: 'Aristolochia foveolata', targetKind: 'taxon' },
    ]);
  });

  test('that dangle in all datasets are reported with what they name, but addresses elsewhere are not', async () => {
    const rows = await edition.database.query<{ key: string }>('select key from record order by rid');
    const issues = edition
      .records(rows.map((_, rid) => rid))
      .flatMap((record) => record.issues)
      .filter(({ code }) => code.includes('DANGLING'))
      .map(({ code, detail }) => `${code} ${detail}`);
    expect(issues.toSorted()).toEqual([
      'PART_OF_DANGLING X',
      'RELATION_DANGLING related: https://nhm.example/99',
      'RELATION_DANGLING related: nowhere',
    ]);
  });

  test('wholes are a tree, and every record of it stands in it', async () => {
    const nodes = await edition.database.query<{ label: string; above: string | null; n: number }>(
      `select w.label, above.label as above, (select count(*) from whole_link where wholeKey = w.key)::integer as n
       from whole w left join whole above on above.key = w.parentKey order by w.label`,
    );
    expect(nodes).toEqual([
      { label: 'W', above: null, n: 3 },
      { label: 'W/1', above: 'W', n: 13 },
      { label: 'W/2', above: 'W', n: 2 },
    ]);
    expect(keys.size).toBe(22);
  });
});
