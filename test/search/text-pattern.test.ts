import { assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { Database } from '../../src/catalogue/database.ts';
import { matchesPattern, parsePattern, sqlPattern } from '../../src/search/text-pattern.ts';

test.each([
  ['abc', 'abc'],
  ['a*', 'a%'],
  ['*bay*', '%bay%'],
  ['a?c*', 'a_c%'],
  ['100%*_', String.raw`100\%%\_`],
  ['*a*bay*c*', '%bay%'],
  [`*${'*?'.repeat(40)}`, '%_%_'],
])('%j becomes %j', (pattern, expected) => {
  expect(sqlPattern(parsePattern(pattern))).toBe(expected);
});

test('SQL lets through whatever matches, and never has more than two wildcards', async () => {
  await using database = await Database.open({ folders: [] });
  const pairs: [text: string, pattern: string][] = [];
  const text = string({ unit: constantFrom('a', 'b', '_', '%', '\\'), maxLength: 12 });
  const pattern = string({ unit: constantFrom('a', 'b', '*', '?', '_', '%', '\\'), maxLength: 8 });
  assert(
    property(text, pattern, (value, given) => {
      const parsed = parsePattern(given);
      expect(sqlPattern(parsed).replaceAll(/\\./gu, '').split('%').length).toBeLessThanOrEqual(3);
      if (matchesPattern(value, parsed)) pairs.push([value, given]);
    }),
    { seed: 11, numRuns: 3000 },
  );
  expect(pairs.length).toBeGreaterThan(100);
  const lost: unknown[] = [];
  for (const [value, given] of pairs) {
    const [row] = await database.query<{ isLike: boolean }>(String.raw`select ? like ? escape '\' as "isLike"`, [
      value,
      sqlPattern(parsePattern(given)),
    ]);
    if (row?.isLike !== true) lost.push([value, given]);
  }
  expect(lost).toEqual([]);
});
