import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames } from '../../src/link/name-similarity.ts';
import type { PersonName } from '../../src/model/agent.ts';

function person(text: string): PersonName {
  const [given = '', family = ''] = text.split(' / ');
  return {
    type: 'person',
    name: `${given} ${family}`.trim(),
    given: given.replace(/^(?:Mrs\.|Sir) /u, ''),
    family: family.replace(/ (?:Jr\.|Sr\.|III)$/u, ''),
  };
}

describe('names that can be one person’s', () => {
  test.each([
    ['A. R. / Wallace', 'Alfred Russel / Wallace', 0.95],
    ['A. / Wallace', 'Alfred Russel / Wallace', 0.74],
    ['F. / Müller', 'Fritz / Mueller', 0.92],
    ['F. / Müller', 'F. / Muller', 0.97],
    ['I. / Petroff', 'I. / Petrov', 0.97],
    ['J. / MacDonald', 'J. / McDonald', 0.97],
    ['Bill / Smith', 'William / Smith', 0.95],
    ['Bill / Smith', 'W. / Smith', 0.75],
    ['Wm. / Trelease', 'William / Trelease', 0.95],
    ['Carl / Taylor', 'W. Carl / Taylor', 0.5],
    ['A. B. / Smith', 'B. A. / Smith', 0.4],
    ['H. / van der Werff', 'H. / Werff', 0.6],
    [' / Tharp', 'Benjamin / Tharp', 0.5],
    ['Maria / Skłodowska-Curie', 'M. / Curie', 0.52],
    ['Wei / Wang', 'Wang / Wei', 0.8],
    ['J. / Smith Jr.', 'J. / Smith', 0.85],
    ['Л. / Толстой', 'L. / Tolstoy', 0.97],
  ])('%s and %s', (left, right, score) => {
    const { score: actual, conflict } = compareNames(person(left), person(right));
    expect(conflict).toBeUndefined();
    expect(actual).toBeCloseTo(score, 1);
  });
});

describe('names that cannot', () => {
  test.each([
    ['John / Smith', 'James / Smith', /given names John and James/u],
    ['J. A. / Smith', 'J. B. / Smith', /given names/u],
    ['J. / Smith Jr.', 'J. / Smith Sr.', /junior and senior/u],
    ['J. / Smith Jr.', 'J. / Smith III', /junior and third/u],
    ['J. / van Berg', 'J. / von Berg', /van and von/u],
    ['J. / Brown', 'J. / Green', /family names/u],
    ['T. E. / Brown', 'E. / Brown', /given names/u],
    ['Mrs. W. A. / Murrill', 'W. A. / Murrill', /husband/u],
  ])('%s and %s', (left, right, conflict) => {
    expect(compareNames(person(left), person(right))).toMatchObject({
      score: 0,
      conflict: expect.stringMatching(conflict),
    });
  });

  test('a person, a group and someone unnamed are never one', () => {
    const name = 'Native collector';
    expect(compareNames({ type: 'unnamed', name }, { type: 'group', name }).score).toBe(0);
  });
});

test('comparing is symmetric, bounded, and a name equals itself', () => {
  const names = fc
    .tuple(
      fc.constantFrom('', 'J.', 'John', 'J. W.', 'Johann Wolfgang', 'Bill', 'Anne'),
      fc.constantFrom('Smith', 'van Smith', 'Müller', 'Mueller', 'Smith Jr.', 'O’Brien'),
    )
    .map(([given, family]) => person(`${given} / ${family}`));
  fc.assert(
    fc.property(names, names, (left, right) => {
      const there = compareNames(left, right);
      const back = compareNames(right, left);
      expect([there.score, there.plausibility]).toEqual([back.score, back.plausibility]);
      expect(there.score).toBeGreaterThanOrEqual(0);
      expect(there.score).toBeLessThanOrEqual(1);
      expect(compareNames(left, left)).toMatchObject({ score: 1, plausibility: 1 });
    }),
    { seed: 5 },
  );
});
