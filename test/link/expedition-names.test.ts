import { describe, expect, test } from 'vitest';
import { ExpeditionNames, foldExpedition } from '../../src/link/expedition-names.ts';
import type { ExpeditionDeclaration } from '../../src/model/expedition.ts';
import { formatDay } from '../../src/model/day.ts';

function declared(name: string, rest: Partial<ExpeditionDeclaration> = {}): ExpeditionDeclaration {
  return { name, otherNames: [], people: [], ships: [], places: [], ...rest };
}

const BEAGLE = [
  declared('First voyage of the Beagle', { begin: '1826', end: '1830', ships: ['HMS Beagle'] }),
  declared('Second voyage of the Beagle', {
    otherNames: ['Beagle expedition'],
    begin: '1831-12',
    end: '1836-10',
    ships: ['HMS Beagle', 'Adventure'],
  }),
];

describe('the name of an expedition', () => {
  test.each<[string, string, string | undefined]>([
    ['Voyage of the Endeavour, 1768–1771', 'voyage of the endeavour', '1768-01-01 1771-12-31'],
    ['The Voyage of the Endeavour (1768-71)', 'voyage of the endeavour', '1768-01-01 1771-12-31'],
    ['Challenger Expedition 1872', 'challenger expedition', '1872-01-01 1872-12-31'],
    ['Expedition 12', 'expedition 12', undefined],
  ])('%s', (name, words, years) => {
    const folded = foldExpedition(name);
    const { begin, end } = folded.years ?? {};
    expect(folded.words).toBe(words);
    expect(begin === undefined ? undefined : `${formatDay(begin)} ${formatDay(end!)}`).toBe(years);
  });
});

describe('which one is meant', () => {
  test.each<[string, string | undefined]>([
    ['second voyage of the BEAGLE', 'Second voyage of the Beagle'],
    ['Second voyage of the Beagle, 1831–1836', 'Second voyage of the Beagle'],
    ['Beagle expedition', 'Second voyage of the Beagle'],
    ['Second voyage of the Beagle, 1900', undefined],
    ['H.M.S. Beagle', undefined],
    ['HMS Beagle, 1835', 'Second voyage of the Beagle'],
    ['Adventure', 'Second voyage of the Beagle'],
    ['Voyage of nobody', undefined],
  ])('%s', (name, expected) => {
    expect(new ExpeditionNames(BEAGLE, []).find(name)?.label).toBe(expected);
  });

  test('a name without years is the one with years, where there is only one', () => {
    const one = new ExpeditionNames([], ['Lake expedition 1921', 'Lake expedition']);
    expect(one.expeditions).toHaveLength(1);
    expect(one.find('lake expedition')?.label).toBe('Lake expedition 1921');
    const two = new ExpeditionNames([], ['Lake expedition 1921', 'Lake expedition', 'Lake expedition 1934']);
    expect(two.expeditions).toHaveLength(3);
    expect(two.find('Lake Expedition')?.label).toBe('Lake expedition');
    expect(two.find('The lake expedition, 1934')?.label).toBe('Lake expedition 1934');
  });
});

test('two declarations with a name in common are one, where their times overlap', () => {
  const both = [
    declared('Voyage A', { begin: '1850', people: [{ name: 'J. Brown' }], ships: ['Ida'] }),
    declared('Expedition A', { otherNames: ['Voyage A'], people: [{ name: 'J. BROWN' }, { name: 'P. Gray' }] }),
    declared('Voyage A', { begin: '1901' }),
  ];
  const { expeditions } = new ExpeditionNames(both, []);
  expect(expeditions.map(({ label, otherNames }) => [label, otherNames])).toEqual([
    ['Voyage A', ['Expedition A']],
    ['Voyage A', []],
  ]);
  expect(expeditions[0]!.declaration!.people.map(({ name }) => name)).toEqual(['J. Brown', 'P. Gray']);
});
