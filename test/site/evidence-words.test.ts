import { expect, test } from 'vitest';
import { evidenceWords } from '../../src/site/evidence-words.ts';

test.each([
  ['both in Bahia, Brazil', 'beide hier: Bahia, Brasilien'],
  ['both in Indonesia', 'beide hier: Indonesien'],
  ['both in Papilionidae', 'beide hier: Papilionidae'],
  ['both born 1823', 'beide 1823 geboren'],
  ['both born 1823 or 1824', 'beide 1823 oder 1824 geboren'],
  ['active at the same time, 1855–1856 and 1848', 'zur selben Zeit tätig, 1855–1856 und 1848'],
  ['1 year between their records', '1 Jahr zwischen den Datensätzen'],
  [
    'their numbers are of one series, 12 in 1956 and 7 in 1945 to 90 in 1979',
    'ihre Nummern gehören zu einer Folge, 12 (1956) und 7 (1945) bis 90 (1979)',
  ],
  ['12 years between their records', '12 Jahre zwischen den Datensätzen'],
  ['Bill is a form of William; only one has J.', 'Bill ist eine Form von William; nur einmal mit J.'],
  ['they share a family name; one is a double name', 'ein Familienname ist gemeinsam; einer ist ein Doppelname'],
  ['Papilio priamus is not in the checklist, Papilio is', 'Papilio priamus steht nicht in der Liste, Papilio schon'],
  ['both with $& {place}', 'beide mit $& {place}'],
])('%s: %s', (english, german) => {
  expect(evidenceWords([english], 'de')).toEqual([{ text: german, language: 'de' }]);
  expect(evidenceWords([english], 'en')).toEqual([{ text: english, language: 'en' }]);
});

test('what no rule says stays as it is, and says in which language', () => {
  for (const text of ['a letter of 1858 says so', 'both in Bahia; somehow', ''])
    expect(evidenceWords([text], 'de')).toEqual([{ text, language: 'en' }]);
});
