import { expect, test } from 'vitest';
import { Database } from '../../src/catalogue/database.ts';
import { turnRelations } from '../../src/ingest/relation-turn.ts';

test('a relation that is said from the other end is turned, and no other one', async () => {
  await using database = await Database.open({ folders: [] });
  await database.run(
    `create table core as select * from (values (1, 'specimen'), (2, 'https://m.example/2')) t(row, identifier)`,
  );
  await database.run(
    `create table relations as select * from (values
       ('said here', 1, 'specimen', 'source of', 'tissue', null),
       ('said of nobody', 1, null, 'source of', 'tissue', null),
       ('said there', 1, 'tissue', 'derived from', 'specimen', null),
       ('said there, by another protocol', 2, 'cast', 'copy of', 'http://m.example/2', 'reference'),
       ('in words of its own', 1, 'cousin', 'sibling of', 'specimen', null),
       ('of two others', 1, 'tissue', 'derived from', 'another', null),
       ('of itself', 1, 'specimen', 'related', 'specimen', null)
     ) t(case_, row, subject, type, target, targetKind)`,
  );
  await turnRelations(database, 'relations');
  const rows = await database.query<{ text: string }>(
    `select case_ || ': ' || type || ' ' || target || coalesce(', a ' || targetKind, '') as text from relations order by text`,
  );
  expect(rows.map(({ text }) => text)).toEqual([
    'in words of its own: related cousin',
    'of itself: related specimen',
    'of two others: derived from another',
    'said here: source of tissue',
    'said of nobody: source of tissue',
    'said there, by another protocol: has copy cast',
    'said there: source of tissue',
  ]);
});
