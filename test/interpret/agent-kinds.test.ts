import { describe, expect, test } from 'vitest';
import { readAgents } from '../../src/interpret/agent-list.ts';
import { GROUP_WORDS, GROUP_WORDS_AND_FAMILIES } from '../../src/vocabulary/group-words.ts';

/** `name [kind]` of each agent; people without the kind. */
function shown(text: string): string[] {
  return readAgents(text).agents.map(({ name, type }) => (type === 'person' ? name : `${name} [${type}]`));
}

describe('groups', () => {
  test.each([
    'HMS Beagle',
    'H. M. S. Challenger',
    'R.V. Vema',
    'R/V Atlantis',
    'S.S. Albatross',
    'USFC Steamer Albatross',
    'Smith family',
    'Familie Müller',
    'California Fish & Game',
    'Woodnotes Oy, Helsinki',
    'Vitra AG, Switzerland',
    'Articoli Plastici Elettrici, Italy',
    'Alex Moulton Bicycles, England',
    'Acme News Pictures',
    'Nature Conservancy',
  ])('%s is one', (text) => {
    expect(shown(text)).toEqual([`${text} [group]`]);
  });

  test.each<[string, string[]]>([
    ['F. E. Church', ['F. E. Church']],
    ['Church, Frederic Edwin', ['Frederic Edwin Church']],
    ['w. h. camp', ['W. H. Camp']],
    ['Garden, Alexander', ['Alexander Garden']],
    ['M.V. Smith', ['M. V. Smith']],
    ['J. D. Press & A. Bank', ['J. D. Press', 'A. Bank']],
    ['Tom Smith and family', ['Tom Smith', 'family [unnamed]']],
  ])('%s is none', (text, names) => {
    expect(shown(text)).toEqual(names);
  });

  test('every word that is a family name too is a word for groups', () => {
    expect([...GROUP_WORDS_AND_FAMILIES].filter((word) => !GROUP_WORDS.has(word))).toEqual([]);
  });
});

describe('peoples and cultures', () => {
  test.each([
    'Navajo',
    'Japanese',
    'Yoruba artist',
    'French, 18th century',
    'Ancient Egyptian',
    'Romano-British',
    'Diquís',
  ])('%s is nobody who is known', (text) => {
    expect(shown(text)).toEqual([`${text} [unnamed]`]);
  });

  test.each(['French', 'D. Roman', 'Norman', 'J. English'])('%s is a person', (text) => {
    expect(shown(text)).toEqual([text]);
  });
});

describe('places behind a name', () => {
  test.each<[string, string[]]>([
    ['Arnolfo di Cambio, Italy', ['Arnolfo di Cambio']],
    ['John Smith, London', ['John Smith']],
    ['Niels Vodder, Allerod, Denmark', ['Niels Vodder']],
    ['O. J. Kuker, Seattle, WA', ['O. J. Kuker']],
    ['Bang & Olufsen, Struer, Denmark', ['Bang', 'Olufsen']],
    ['Smith, London', ['London Smith']],
    ['J. Smith, A. Jones, Lima', ['J. Smith', 'A. Jones', 'Lima']],
    ['von Ruisdael, Salomon', ['Salomon von Ruisdael']],
  ])('%s', (text, names) => {
    expect(shown(text)).toEqual(names);
  });
});

describe('who is behind someone', () => {
  test.each<[string, string[]]>([
    ['J. Smith via A. Jones', ['J. Smith', 'A. Jones']],
    ['per J. Smith', ['J. Smith']],
    ['Per Smith', ['Per Smith']],
    ['ex herb. Chapman', ['herb. Chapman [group]']],
    ['Leg.: J. Smith; Det.: A. Jones', ['J. Smith', 'A. Jones']],
    ['Unknown [J. Smith]', ['J. Smith']],
    ['Anon. [probably J. Smith]', ['J. Smith']],
    ['(See Note Inside) Kevin Smith', ['Kevin Smith']],
    ['John Smith <john@example.org>', ['John Smith']],
    ['J. Smith u. A. Jones', ['J. Smith', 'A. Jones']],
    ['Henderson, U. B.', ['U. B. Henderson']],
    ['Smith, Tom & Karen', ['Tom Smith', 'Karen Smith']],
  ])('%s', (text, names) => {
    expect(shown(text)).toEqual(names);
  });
});

describe('parts of a name', () => {
  test.each<[string, object]>([
    ['Comte de Buffon', { title: 'Comte', particle: 'de', family: 'de Buffon' }],
    ['Auguste Comte', { given: 'Auguste', family: 'Comte' }],
    ['H. W. Smith, Mrs.', { appellation: 'Mrs.', given: 'H. W.', family: 'Smith' }],
    ['Smith, J., Dr.', { title: 'Dr.', given: 'J.', family: 'Smith' }],
    ['Capt. J. Smith, R.N.', { title: 'Capt.', given: 'J.', family: 'Smith' }],
    ['J. R. (Bob) Smith', { given: 'J. R.', nick: 'Bob', family: 'Smith' }],
    ['J. (John) Smith', { given: 'John', family: 'Smith' }],
    ['SMITH John A.', { given: 'John A.', family: 'Smith' }],
    ['Berg, van der J.', { given: 'J.', particle: 'van der', family: 'van der Berg' }],
    ['v. Mueller, F.', { given: 'F.', family: 'von Mueller' }],
    ['Kleber Mendonça Filho', { given: 'Kleber', family: 'Mendonça Filho' }],
    ['Hernández Xolocotzi, Efraím', { given: 'Efraím', family: 'Hernández Xolocotzi' }],
    ['María José García López', { given: 'María José', family: 'García López' }],
    ['Ismael González de la Serna', { given: 'Ismael', family: 'González de la Serna' }],
    ['Carl Bernhard Graf', { given: 'Carl Bernhard', family: 'Graf' }],
    ['山田太郎', { given: '太郎', family: '山田' }],
    ['高橋', { family: '高橋' }],
  ])('%s', (text, parts) => {
    const { agents } = readAgents(text);
    expect(agents).toHaveLength(1);
    expect(agents[0]).toMatchObject(parts);
  });
});
