import { expect, test } from 'vitest';
import { throughOf } from '../../src/link/unnamed.ts';

test.each([
  ["Wallace's assistant", 'Wallace'],
  ['A. R. Wallace’s Malay boy', 'A. R. Wallace'],
  ['assistant of Wallace', 'Wallace'],
  ['the wife of Charles Darwin', 'Charles Darwin'],
  ['native collector', undefined],
])('%s is known through %s', (text, through) => {
  expect(throughOf(text)).toBe(through);
});
