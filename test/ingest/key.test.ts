import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Database, quoteLiteral } from '../../src/catalogue/database.ts';
import { keyOf, keySql, keyTextSql } from '../../src/ingest/key-sql.ts';

let database: Database;
beforeAll(async () => {
  database = await Database.open({ folders: [] });
});
afterAll(async () => database.close());

test('SQL and JavaScript make the same key', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((value) => !value.includes('\0') && value.isWellFormed());
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (identifier, occurrence) => {
      const iri = `urn:uuid:it's`;
      const sql = keySql(keyTextSql(iri, quoteLiteral(identifier), String(occurrence)));
      const [row] = await database.query<{ key: string }>(`select ${sql} as key`);
      expect(row?.key).toBe(keyOf(iri, identifier, occurrence > 1 ? occurrence : undefined));
      expect(row?.key).toMatch(/^[0-9a-v]{20}$/u);
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('a key depends on the dataset, the exact identifier and the number of the row among its namesakes', () => {
  const keys = [keyOf('urn:a', 'X1'), keyOf('urn:b', 'X1'), keyOf('urn:a', 'x1'), keyOf('urn:a', 'X1', 2)];
  expect(new Set(keys).size).toBe(keys.length);
});
