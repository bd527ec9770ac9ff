import { expect, test } from 'vitest';
import { georeferencedDate } from '../../src/interpret/date-terms.ts';

test.each<[text: string | null, codes: readonly string[]]>([
  ['2012-05-06', []],
  ['s.d.', []],
  [null, []],
  ['by a student', ['GEOREFERENCED_DATE_INVALID']],
  ['1512-05-06', ['GEOREFERENCED_DATE_UNLIKELY']],
  ['2912-05-06', ['GEOREFERENCED_DATE_UNLIKELY']],
])('the date of georeferencing %j', (text, codes) => {
  const { output, issues } = georeferencedDate.interpret([text], {});
  expect(output).toEqual({});
  expect(issues.map(({ code }) => code)).toEqual(codes);
});
