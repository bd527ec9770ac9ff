import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnyAgents } from '../../src/interpret/agent-list.ts';
import { readPlainAgents } from '../../src/interpret/agent-plain.ts';
import { GIVEN_NAMES } from '../../src/vocabulary/given-names.ts';

function expectSame(text: string): void {
  const plain = readPlainAgents(text);
  if (plain !== undefined) expect(readAnyAgents(text)).toEqual({ agents: plain, notes: [], unreadable: false });
}

test.each([
  'A. R. Wallace',
  'Wallace, A.R.',
  'wallace, a.r.',
  'A.R. Wallace; H. W. Bates',
  'k. young|p. p. moreno',
  'Alfred Wallace',
  'Alfred R. Wallace; Marianne North',
  'north, marianne',
  'Wallace, Alfred Russel',
  'Wallace',
  'Abraham van Dyck',
  'Anna Maria Smith-Jones',
  "Amy O'Neill",
  'Johann Kušta',
  'A. Smith, B. Jones & C. Brown',
])('%s is plain', (text) => {
  expect(readPlainAgents(text)).toBeDefined();
  expectSame(text);
});

test.each([
  'Navajo',
  'Northern French',
  'Jean Petitot le Jeune',
  'Wu Zheng-yi',
  'Navajo Artist',
  'Kleber Mendonça Filho',
  'Juan Sánchez Soto',
  'Alfred Wallace & Marianne North',
  'Smith, M. D.',
  'B.V. Brown',
  'A. Museum',
  'A. Smith; unknown',
  'A. Smith, Jones',
])('%s takes a closer look', (text) => {
  expect(readPlainAgents(text)).toBeUndefined();
});

test('plain names are read as all names are', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'aeiounrstlmdkcgbvwyzáéíñöøüß'.split('')),
    minLength: 1,
    maxLength: 9,
  });
  const known = fc.constantFrom(
    'Smith',
    'Wallace',
    'Club',
    'Class',
    'Party',
    'Mcleod',
    'Anon',
    'Senior',
    'Father',
    'Vander',
    'Bros',
    'Works',
    'Museum',
    'Collector',
    'Unknown',
    'Brothers',
    'Colonel',
    'Students',
    'Villagers',
    'Expedition',
    'None',
    'Lake',
    'Neto',
    'Graf',
    'Navajo',
    'Anton',
    'Smith-Jones',
    "O'Neill",
    'McCoy',
    'Jeune',
    'Northern',
    'French',
    ...[...GIVEN_NAMES].slice(0, 40),
  );
  const word = fc
    .oneof({ weight: 3, arbitrary: letters }, known)
    .map((text) => text.charAt(0).toUpperCase() + text.slice(1));
  const initials = fc
    .tuple(
      fc.array(fc.constantFrom(...'ABCDEFGHIJKLMNOPRSTUVWYZÉÖ'.split('')), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', ' '),
    )
    .map(([list, gap]) => list.map((letter) => `${letter}.`).join(gap));
  const given = fc
    .tuple(word, fc.constantFrom('', ' A.', ' R.', ' Maria', ' Sánchez', ' Field', '-Ann', ' van', ' de la', ' le'))
    .map(([first, second]) => `${first}${second}`);
  const name = fc
    .tuple(word, fc.oneof(initials, given), fc.boolean())
    .map(([family, given, inverted]) => (inverted ? `${family}, ${given}` : `${given} ${family}`));
  const list = fc
    .tuple(
      fc.array(name, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('; ', ' | ', '|', ' & ', ';', ', '),
      fc.boolean(),
    )
    .map(([names, separator, isSmall]) => (isSmall ? names.join(separator).toLowerCase() : names.join(separator)));
  fc.assert(fc.property(list, expectSame), { seed: 20261121, numRuns: 4000 });
});

const collected = '../shared/data/idigbio-10k/idigbio_10k.csv.gz';
describe.skipIf(!existsSync(collected))('collectors (idigbio-10k)', () => {
  test('are read alike both ways', () => {
    const words = gunzipSync(readFileSync(collected)).toString('utf8').split(/["\n]/u);
    const plain = new Set(words.filter((text) => readPlainAgents(text) !== undefined));
    expect(plain.size).toBeGreaterThan(500);
    for (const text of plain) expectSame(text);
  });
});
