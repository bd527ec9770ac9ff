import { expect, test } from 'vitest';
import { countOmissions } from '../../src/link/agent-omissions.ts';

function person(given: string, family: string) {
  return { type: 'person', name: `${given} ${family}`, given, family } as const;
}

test('how often given names are left out is counted in families of one bearer', () => {
  const names = Array.from(
    { length: 500 },
    (_, index) => `Family${String.fromCodePoint(97 + (index % 26), 97 + Math.floor(index / 26))}`,
  );
  const whole = names.map((family) => person('John Albert', family));
  const short = names.slice(0, 250).map((family) => person('J.', family));
  const [first, more] = countOmissions(
    [...whole, ...short],
    Array.from({ length: 750 }, () => 1),
  );
  expect(first).toBeCloseTo(1 / 3, 1);
  // Nobody has three, so nothing is known of leaving out the third.
  expect(more).toBe(0.2);
  // They are never left out where J. is one person and John another.
  const others = names.map((family) => person('Karl', family));
  expect(
    countOmissions(
      [...whole, ...others, ...short],
      Array.from({ length: 1250 }, () => 1),
    )[0],
  ).toBe(0.2);
});

test('an empty collection has the usual shares', () => {
  expect(countOmissions([], [])).toEqual([0.2, 0.2]);
});
