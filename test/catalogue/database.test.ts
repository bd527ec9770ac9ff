import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database, DatabaseError, quoteIdentifier, quoteLiteral } from '../../src/catalogue/database.ts';

const inside = mkdtempSync(join(tmpdir(), 'collectome-inside-'));
const outside = mkdtempSync(join(tmpdir(), 'collectome-outside-'));
let database: Database;

beforeAll(async () => {
  for (const folder of [inside, outside]) writeFileSync(join(folder, 'secret.csv'), 'a\n1\n');
  database = await Database.open({ folders: [inside] });
});
afterAll(async () => database.close());

describe('files', () => {
  const read = (folder: string) =>
    database.query(
      `select * from read_csv(${quoteLiteral(join(folder, 'secret.csv'))}, header = true, columns = {'a': 'INTEGER'})`,
    );
  test('of the named folders can be read', async () => expect(await read(inside)).toEqual([{ a: 1 }]));
  test('elsewhere cannot', async () => expect(read(outside)).rejects.toThrow(DatabaseError));
  test('cannot be reached by a path that leaves the folder', async () =>
    expect(read(`${inside}/../${outside.split('/').at(-1)}`)).rejects.toThrow(DatabaseError));
  test('settings cannot be loosened', async () =>
    expect(database.run('set enable_external_access = true')).rejects.toThrow(DatabaseError));
});

test('values come as plain JavaScript', async () => {
  const rows = await database.query(
    `select 5::bigint as n, ['a', null] as list, {'x': 1, 'y': [2]} as s, 1.5::double as d, null as none, true as b`,
  );
  expect(rows).toEqual([{ n: 5, list: ['a', null], s: { x: 1, y: [2] }, d: 1.5, none: null, b: true }]);
});

test('chunks give all rows of a large query', async () => {
  let count = 0;
  let sum = 0;
  for await (const [numbers] of database.chunks('select range as n from range(10000)')) {
    count += numbers?.length ?? 0;
    for (const number of numbers ?? []) sum += number as number;
  }
  expect({ count, sum }).toEqual({ count: 10_000, sum: 49_995_000 });
});

test('a query that is not wanted any more is interrupted, and others go on', async () => {
  const controller = new AbortController();
  const endless = database.chunks(
    'select count(*) from range(10_000_000) a, range(10_000_000) b where a.range % 7 = b.range % 5',
    {
      signal: controller.signal,
    },
  );
  const answer = endless.next();
  setImmediate(() => controller.abort(new Error('the client has gone')));
  await expect(answer).rejects.toThrow('the client has gone');
  expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
});

test('an error carries its SQL', async () => {
  const error = await database.query('select nothing from nowhere').catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'DatabaseError', sql: 'select nothing from nowhere' });
});

test.each([`it's`, '"quoted"', 'semi; colon', 'ünï世'])('%s is quoted safely', async (text) => {
  const rows = await database.query(`select ${quoteLiteral(text)} as ${quoteIdentifier(text)}`);
  expect(rows).toEqual([{ [text]: text }]);
});
