import { expect, test } from 'vitest';
import { LIST_INTERPRETERS, title } from '../../src/interpret/object.ts';
import { relations } from '../../src/interpret/relation-columns.ts';

test.each([
  ['objectType', 'letter | sketch', ['letter', 'sketch']],
  ['preparations', 'skin | null | skull', ['skin', 'skull']],
  ['otherCatalogNumbers', 'BM 1863.1; acc. 12', ['BM 1863.1', 'acc. 12']],
  ['expedition', 'Beagle; second voyage', ['Beagle; second voyage']],
])('the list %s of %j', (column, text, list) => {
  const interpreter = LIST_INTERPRETERS.find(({ outputs }) => column in outputs);
  const values = interpreter?.inputs.map((_, index) => (index === 0 ? text : null)) ?? [];
  expect(interpreter?.interpret(values, {}).output).toEqual({ [column]: list });
});

/** title, scientificName, scientificNameAuthorship, genus, specificEpithet, objectType, vernacularName */
test.each<[(string | null)[], string | undefined]>([
  [['Difference Engine  No. 1', null, null, null, null, 'calculating machine', null], 'Difference Engine No. 1'],
  [[null, 'Ornithoptera croesus', 'Wallace, 1859', null, null, null, null], 'Ornithoptera croesus Wallace, 1859'],
  [
    [null, 'Ornithoptera croesus Wallace, 1859', 'Wallace, 1859', null, null, null, null],
    'Ornithoptera croesus Wallace, 1859',
  ],
  [[null, null, null, 'Ornithoptera', 'croesus', null, 'birdwing'], 'Ornithoptera croesus'],
  [[null, null, null, null, null, 'letter | sketch', null], 'letter'],
  [[null, null, null, null, null, null, 'birdwing'], 'birdwing'],
  [[null, null, null, null, null, null, null], undefined],
])('the title of %j', (values, shown) => {
  expect(title.interpret(values, {}).output.title).toBe(shown);
});

test('relations of the record’s own columns', () => {
  const values = ['co26704', 'p1 | p2', null, '(parasite of) http://x.org/host; sibling of: MVZ:Mamm:1', null, null];
  expect(relations.interpret(values, {}).output).toEqual({
    isPartOf: 'co26704',
    relationRows: [
      { type: 'part of', target: 'co26704' },
      { type: 'has part', target: 'p1' },
      { type: 'has part', target: 'p2' },
      { type: 'parasite of', target: 'http://x.org/host' },
      { type: 'sibling of', target: 'MVZ:Mamm:1' },
    ],
  });
  expect(relations.interpret([null, null, null, null, null, null], {}).output).toEqual({});
});
