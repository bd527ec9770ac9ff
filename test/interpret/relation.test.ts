import { expect, test } from 'vitest';
import { relation } from '../../src/interpret/relation.ts';

test.each<[text: string | null, type: string, codes: readonly string[]]>([
  ['http://purl.org/dc/terms/isPartOf', 'part of', []],
  ['Subsample of', 'derived from', []],
  ['related', 'related', []],
  [null, 'related', []],
  ['Fed upon by', 'fed upon by', ['RELATION_TYPE_UNKNOWN']],
])('the relation %j', (text, type, codes) => {
  const { output, issues } = relation.interpret([text], {});
  expect(output.type).toBe(type);
  expect(issues.map(({ code }) => code)).toEqual(codes);
});
