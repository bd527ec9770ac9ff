import { expect, test } from 'vitest';
import { expeditionsSchema } from '../../src/source/expedition.ts';
import { readProfile } from '../../src/source/profile-file.ts';

test('a list of expeditions is read, with people by name or with their time', () => {
  const [expedition] = expeditionsSchema.parse([
    { name: 'Voyage', begin: 1768, people: ['Joseph Banks', { name: 'Tupaia', begin: '1769-07' }] },
  ]);
  expect(expedition).toMatchObject({
    begin: '1768',
    people: [{ name: 'Joseph Banks' }, { name: 'Tupaia', begin: '1769-07' }],
    ships: [],
  });
});

test.each<[string, object, string]>([
  ['no name', { begin: '1768' }, 'name'],
  ['a date that is none', { name: 'A', begin: '1768-13' }, 'a day, month or year'],
  ['an end before the beginning', { name: 'A', begin: '1771', end: '1768' }, 'it ends before it begins'],
  ['an unknown setting', { name: 'A', captain: 'B' }, 'captain'],
])('%s is refused', (_, expedition, message) => {
  const result = expeditionsSchema.safeParse([expedition]);
  expect(JSON.stringify(result.error?.issues)).toContain(message);
});

test('in a profile, the refusal names the line', () => {
  const text = 'title: Herbarium\nexpeditions:\n  - name: A\n    begin: 1771\n    end: 1768\n';
  expect(() => readProfile(text, 'herbarium.yaml')).toThrow(/herbarium\.yaml:5: .*it ends before it begins/u);
});
