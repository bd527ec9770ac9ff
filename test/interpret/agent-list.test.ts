import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAgents } from '../../src/interpret/agent-list.ts';

/** The shown names, with what is no person marked. */
function shown(text: string): string[] {
  return readAgents(text).agents.map(({ name, type }) => (type === 'person' ? name : `${name} [${type}]`));
}

/** The letters of a text, whatever their case and marks, with how often each occurs. */
function letters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [letter] of text.normalize('NFKD').toUpperCase().matchAll(/\p{L}/gu))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

describe('readAgents', () => {
  test.each<[string, string[]]>([
    ['Wallace, A. R. & Ali', ['A. R. Wallace', 'Ali']],
    ['Smith, J., Jones, K.', ['J. Smith', 'K. Jones']],
    ['J. Smith, K. Jones', ['J. Smith', 'K. Jones']],
    ['Alfred Russel Wallace', ['Alfred Russel Wallace']],
    ['J.D. & M.R. Shorthouse', ['J. D. Shorthouse', 'M. R. Shorthouse']],
    ['W.B & V.G. Cooke', ['W. B. Cooke', 'V. G. Cooke']],
    ['Smith, J. & K.', ['J. Smith', 'K. Smith']],
    ['John and Mary Smith', ['John Smith', 'Mary Smith']],
    ['Mr. & Mrs. J. Smith', ['J. Smith', 'Mrs. J. Smith']],
    ["L.J. Stannard, O'Neill, L.K. Gloyd", ['L. J. Stannard', "O'Neill", 'L. K. Gloyd']],
    [
      'G. Laursen, R. & G. Seppelt, J. Geml & class',
      ['G. Laursen', 'R. Seppelt', 'G. Seppelt', 'J. Geml', 'class [unnamed]'],
    ],
    ['Everhart, Haines, Jefferis & Gray', ['Everhart', 'Haines', 'Jefferis', 'Gray']],
    ['Alexander von Humboldt and Aimé Bonpland', ['Alexander von Humboldt', 'Aimé Bonpland']],
    ['t.a.volpi e m.m.lopes', ['T. A. Volpi', 'M. M. Lopes']],
    ['Santiago Ramón y Cajal', ['Santiago Ramón y Cajal']],
    ['Prof. Dr. H. Müller und Frau', ['H. Müller', 'Frau [unnamed]']],
    ['Rytas Vilgalys; Brian Looney and Eudora Miao', ['Rytas Vilgalys', 'Brian Looney', 'Eudora Miao']],
    ['Jackson|Andrea', ['Jackson', 'Andrea']],
    ['山田太郎; 佐藤 花子', ['山田太郎', '佐藤 花子']],
  ])('splits %j', (text, names) => {
    expect(shown(text)).toEqual(names);
  });

  test.each<[string, string[]]>([
    [
      'falin, z, eldredge, kt, davis, sr & ortega-blanco, j',
      ['Z. Falin', 'K. T. Eldredge', 'S. R. Davis', 'J. Ortega-Blanco'],
    ],
    ["schatz ge; arcy wg d'", ['G. E. Schatz', "W. G. d'Arcy"]],
    ['kirkbride jr, jh', ['J. H. Kirkbride Jr']],
    ['paul l. redfearn, jr.', ['Paul L. Redfearn Jr.']],
    ['wilde wjjo de', ['W. J. J. O. de Wilde']],
    ['Parks H. E.', ['H. E. Parks']],
    ['Noble M. A. Mrs.', ['Mrs. M. A. Noble']],
    ['Hoeven, Jan van der', ['Jan van der Hoeven']],
    ['van der Hoeven, Jan', ['Jan van der Hoeven']],
    ['SMITH, J.H.; DE LA CRUZ, M.', ['J. H. Smith', 'M. de la Cruz']],
    ['WB Gruber', ['W. B. Gruber']],
    ['Fisher Geo. L.', ['Geo. L. Fisher']],
    ['18bensond', ['18bensond']],
    ['wagner, jr., w.h.', ['W. H. Wagner Jr.']],
    ['porter, m j; hunter, j.t.', ['M. J. Porter', 'J. T. Hunter']],
    ['ule, e.; e. ule; h. go', ['E. Ule', 'H. Go']],
    ['essou j-p', ['J.-P. Essou']],
    ['mike hopkins', ['Mike Hopkins']],
    ['mckee, h. s.', ['H. S. McKee']],
    ['Demetrio Álvarez M.', ['Demetrio Álvarez M.']],
    ['Sir Joseph Banks', ['Sir Joseph Banks']],
    ['Lucas y Padilla, Eugenio the elder', ['Eugenio Lucas y Padilla the elder']],
  ])('orders the parts of %j', (text, names) => {
    expect(shown(text)).toEqual(names);
  });

  test.each<[string, string, string | undefined]>([
    ['Wallace, A. R.', 'Wallace', 'A. R.'],
    ['H. van der Werff', 'van der Werff', 'H.'],
    ['b. r. ramírez padilla', 'Ramírez Padilla', 'B. R.'],
    ['C. Thomas Philbrick', 'Philbrick', 'C. Thomas'],
    ['Wallace', 'Wallace', undefined],
  ])('tells family and given names of %j apart', (text, family, given) => {
    const [agent] = readAgents(text).agents;
    expect([agent?.family, agent?.given]).toEqual([family, given]);
  });

  test.each<[string, string[], string[]]>([
    ['Ray-Jones, Tony, 1941–1972', ['Tony Ray-Jones'], ['1941–1972']],
    ['J. Ginns 6350', ['J. Ginns'], ['6350']],
    ['Kleine Feldhaus, W. et al.', ['W. Kleine Feldhaus'], ['et al.']],
    ['collector(s): tracy i. storer', ['Tracy I. Storer'], ['collector(s):']],
    ['Dr. E. B. Copeland', ['E. B. Copeland'], ['Dr.']],
    ['Lady Wharncliffe (née Creighton)', ['Lady Wharncliffe'], ['née Creighton']],
    ['W. B. C. [W. B. Cooke]; V. G. Cooke', ['W. B. Cooke', 'V. G. Cooke'], ['W. B. C.']],
    ['Jane Leach (St. Ives, UK)', ['Jane Leach'], ['(St. Ives, UK)']],
    ['Lovelace, Ada, Countess of', ['Ada Lovelace'], ['Countess of']],
    ['Henry Moore OM, CH', ['Henry Moore'], ['OM', 'CH']],
    ['cornelis van steenis; b.1901; d.1986; steenis', ['Cornelis van Steenis'], ['b.1901; d.1986', 'steenis']],
  ])('takes notes out of %j', (text, names, notes) => {
    const list = readAgents(text);
    expect(list.agents.map(({ name }) => name)).toEqual(names);
    expect(list.notes.map((note) => note.toLowerCase()).toSorted()).toEqual(
      notes.map((note) => note.toLowerCase()).toSorted(),
    );
  });

  test.each<[string, string[]]>([
    ['a. e. verrill expedition of 1870', ['A. E. Verrill Expedition of 1870 [group]']],
    ['u. s. fish and wildlife service', ['U. S. Fish and Wildlife Service [group]']],
    ['Museum of Science and Industry', ['Museum of Science and Industry [group]']],
    ['British Museum (Natural History)', ['British Museum (Natural History) [group]']],
    ['William Adams and Sons', ['William Adams and Sons [group]']],
    ['A.L. Hirsch & Co., New York, NY', ['A.L. Hirsch & Co., New York, NY [group]']],
    ['George Frederic Watts and assistants', ['George Frederic Watts', 'assistants [unnamed]']],
    ['TENN; L. R. Hesler', ['TENN [group]', 'L. R. Hesler']],
    ["Wallace's assistant", ["Wallace's assistant [unnamed]"]],
    ['local collector', ['local collector [unnamed]']],
    ['Anonymous', ['Anonymous [unnamed]']],
    ['Unknown Designer', ['Unknown Designer [unnamed]']],
  ])('keeps groups and unnamed people of %j', (text, names) => {
    expect(shown(text)).toEqual(names);
  });

  test.each([
    'unknown',
    '[no agent data]',
    'collector unknown',
    'no disponible',
    's.n.',
    'ukjent',
    '6350',
    '',
    '|',
    'n/a',
  ])('finds nobody in %j', (text) => {
    expect(shown(text)).toEqual([]);
  });

  const word = fc.constantFrom(
    'Wallace',
    'A. R.',
    'van der',
    "O'Neill",
    'Smith',
    'JH',
    'Jr.',
    'Dr.',
    'Müller',
    '1902',
    'et al.',
    'Museum',
    '(det.)',
    '[?]',
    'Ali',
    'ß',
    'd’Arcy',
    'the elder',
    'McKnight',
    '李',
  );
  const list = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ', ', '; ', ' & ', '|', '/', '.')), { maxLength: 10 })
    .map((parts) => parts.flat().join(''));

  test('never throws and loses no letter: each stands in a name or in a note', () => {
    fc.assert(
      fc.property(fc.oneof(list, fc.string({ unit: 'grapheme', maxLength: 60 })), (text) => {
        const { agents, notes } = readAgents(text);
        const kept = letters([...agents.map(({ name }) => name), ...notes].join(' '));
        for (const [letter, count] of letters(text))
          expect(kept.get(letter) ?? 0, `${letter} of ${text}`).toBeGreaterThanOrEqual(count);
      }),
      { seed: 20261121, numRuns: 2000 },
    );
  });

  test('reads a name that it has shown as the same name', () => {
    const initials = fc.constantFrom('A. R.', 'J.', 'M. B. T.', 'Anna', 'José');
    const family = fc.constantFrom('Wallace', 'van der Werff', 'de la Cruz', "O'Neill", 'McKnight', 'Ortega-Blanco');
    fc.assert(
      fc.property(initials, family, (given, last) => {
        const [direct] = readAgents(`${given} ${last}`).agents;
        const [inverted] = readAgents(`${last}, ${given}`).agents;
        expect(direct).toMatchObject({ name: `${given} ${last}`, type: 'person', family: last, given });
        expect(inverted).toEqual(direct);
      }),
      { seed: 20261121 },
    );
  });

  test('is not slowed down by long and repetitive texts', () => {
    for (const text of [
      'a. '.repeat(20_000),
      ','.repeat(50_000),
      'Smith, J. & '.repeat(5_000),
      '('.repeat(20_000),
      '1'.repeat(50_000),
      ' '.repeat(50_000),
    ]) {
      expect(readAgents(text).agents.length).toBeLessThanOrEqual(20_001);
    }
  });
});

const exported = '../shared/data/idigbio-10k/idigbio_10k.csv.gz';
describe.skipIf(!existsSync(exported))('collectors of 511 institutions (idigbio-10k)', () => {
  test('all but the few that are initials have a family name; no name keeps digits or separators', () => {
    const rows = gunzipSync(readFileSync(exported)).toString('utf8').split('\n').slice(1);
    const cell = /("(?:[^"]|"")*"|[^,]*)(?:,|$)/gu;
    const names = rows.flatMap(
      (row) => readAgents([...row.matchAll(cell)][10]?.[1]?.replace(/^"|"$/gu, '') ?? '').agents,
    );
    const people = names.filter(({ type }) => type === 'person');
    expect(people.length).toBeGreaterThan(3000);
    expect(people.filter(({ family }) => family === undefined).length / people.length).toBeLessThan(0.015);
    expect(people.filter(({ name }) => /[|;&\d]/u.test(name)).length / people.length).toBeLessThan(0.005);
  });
});
