import { expect, test } from 'vitest';
import { coverage, mostFrequent, precision, wilson } from './score.ts';

test.each([
  // Figures of Wilson's interval for 95 %, from the formula worked by hand.
  [0, 10, [0, 0, 0.278]],
  [9, 10, [0.9, 0.596, 0.982]],
  [50, 100, [0.5, 0.404, 0.596]],
  [0, 0, [0, 0, 1]],
])('%i of %i', (count, total, expected) => {
  const { share, low, high } = wilson(count, total);
  expect([share, low, high].map((part) => Math.round(part * 1000) / 1000)).toEqual(expected);
});

test('what is left unread costs coverage and not precision', () => {
  const score = { set: 's', measure: 'm', right: 90, total: 100, wrong: 0 };
  expect(coverage(score).share).toBe(0.9);
  expect(precision(score).share).toBe(1);
  expect(precision({ set: 's', measure: 'm', right: 90, total: 100 }).share).toBe(0.9);
});

test('the most frequent come first, with their number', () => {
  expect(mostFrequent(['a', 'b', 'b', 'c', 'b', 'c'], 2)).toEqual(['b (3)', 'c (2)']);
});
