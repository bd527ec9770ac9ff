import { describe, expect, test } from 'vitest';
import { interpretAgents, type AgentStructure } from '../../src/interpret/agent-structure.ts';

/** `{appellation title} given | particle | family | suffix`; a group with *, someone unnamed with ?. */
function shown({ kind, name, family, given, particle, suffix, title, appellation }: AgentStructure): string {
  if (kind !== 'person') return `${kind === 'group' ? '*' : '?'}${name}`;
  const titles = [appellation, title].filter((part) => part !== null);
  return [
    ...(titles.length === 0 ? [] : [`{${titles.join(' ')}}`]),
    [given, particle, family, suffix].map((part) => part ?? '').join(' | '),
  ].join(' ');
}

function read(text: string): readonly string[] {
  return interpretAgents(text).agents.map(shown);
}

describe('signs, labels and numbers around names', () => {
  test.each([
    'A. Smith leg., B. Jones det.',
    'Coll. by A. Smith; Det. by B. Jones',
    'leg. et det. A. Smith & B. Jones',
    'A. Smith • B. Jones',
    'A. Smith\\B. Jones',
    'A. Smith - B. Jones',
    'A. Smith-B. Jones',
    'A. Smith &amp; B. Jones',
    'A. Smith<br/>B. Jones',
    'A. Smith (with B. Jones)',
    'A. Smith, assisted by B. Jones',
    'A. Smith and/or B. Jones',
    'A. Smith AS-1234, B. Jones #BJ-77',
    'A. Smith s/n; B. Jones nº 1234',
    'A. Smith, botanist; B. Jones, collector',
    'A. Smith, summer 1970; B. Jones V.1970',
    'A. Smith (604) 555-1234; B. Jones',
    'A. Smith & B. Jones y cols.',
    'A. Smith, B. Jones and two others',
    'Collected by A. Smith and identified by B. Jones',
    'Donor: A. Smith; B. Jones, donor',
    'A .Smith; B. . Jones',
    'BGWD0025: A. Smith; B. Jones stet!',
  ])('finds the two people of %j', (text) => {
    expect(read(text)).toEqual(['A. |  | Smith | ', 'B. |  | Jones | ']);
  });

  test.each<[string, string]>([
    ['J. M&uuml;ller', 'J. |  | Müller | '],
    ['J. MÃ¼ller', 'J. |  | Müller | '],
    ['Gift of J. Smith', 'J. |  | Smith | '],
    ['Mary Smith née Jones', 'Mary |  | Smith | '],
    ['A. Smith & B. Jones 1234', 'A. |  | Smith |  ;; B. |  | Jones | '],
  ])('%s', (text, names) => {
    expect(read(text).join(' ;; ')).toBe(names);
  });

  test.each(['unidentified', 'Sin datos', 'unknown or anonymous', 'illegible signature'])('%s is nobody', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('orders and parts of names', () => {
  test.each<[string, string]>([
    ['Wu Zheng-yi', 'Zheng-yi |  | Wu | '],
    ['Hsuan-Ching Ho', 'Hsuan-Ching |  | Ho | '],
    ['Nguyen Van Tuan', 'Van Tuan |  | Nguyen | '],
    ['Иванов Иван Иванович', 'Иван Иванович |  | Иванов | '],
    ['Иван Иванович Иванов', 'Иван Иванович |  | Иванов | '],
    ['김철수, 이영희', '철수 |  | 김 |  ;; 영희 |  | 이 | '],
    ['María del Carmen Pérez', 'María del Carmen |  | Pérez | '],
    ['María de los Ángeles López', 'María de los Ángeles |  | López | '],
    ['Martínez S., E.', 'E. |  | Martínez S. | '],
    ['H. v.d. Werff', 'H. | v.d. | Werff | '],
    ['A. op de Beeck', 'A. | op de | Beeck | '],
    ['K. Freiherr von Drais', '{Freiherr} K. | von | Drais | '],
    ['Benedict XVI', ' |  | Benedict | XVI'],
    ['J. A. Smith 3rd', 'J. A. |  | Smith | 3rd'],
    ['Jack Smith, M.D.', '{M.D.} Jack |  | Smith | '],
    ['Jack Smith, F.R.S.', 'Jack |  | Smith | '],
    ['Jack Smith, Jr., Kate Jones', 'Jack |  | Smith | Jr. ;; Kate |  | Jones | '],
    ['Smith, J. (Mrs.)', '{Mrs.} J. |  | Smith | '],
    ['Smith, Mr. & Mrs.', '{Mr.}  |  | Smith |  ;; {Mrs.}  |  | Smith | '],
    ['Dr. & Mrs. J.A. Smith', '{Dr.} J.A. |  | Smith |  ;; {Mrs.} J.A. |  | Smith | '],
    ["L'Abbé Ernest Lepage", "{L'Abbé} Ernest |  | Lepage | "],
    ['The Right Hon. J. Smith', '{The Right Hon.} J. |  | Smith | '],
    ['H. Müller jun.', 'H. |  | Müller | jun.'],
    ['John Smith (the Elder)', 'John |  | Smith | the elder'],
    ['Haughton, Moses, the Elder', 'Moses |  | Haughton | the elder'],
    ['A. Smith (Univ. of Toronto)', 'A. |  | Smith | '],
    ['Lt-Col. J. Smith', '{Lt-Col.} J. |  | Smith | '],
    ['Mevr. J. de Vries', '{Mevr.} J. | de | Vries | '],
    ['Ing. Agr. J. Pérez', '{Ing. Agr.} J. |  | Pérez | '],
    ['Carlisle, George Howard, Ninth Earl of', 'George Howard |  | Carlisle | '],
  ])('%s', (text, names) => {
    expect(read(text).join(' ;; ')).toBe(names);
  });

  test.each(['ROM Field Party', 'Class of 1970', 'MVZ staff', 'U.S.D.A.'])('%s is a group', (text) => {
    expect(read(text)).toEqual([`*${text}`]);
  });

  test('Emma Crew is a person', () => {
    expect(read('Emma Crew')).toEqual(['Emma |  | Crew | ']);
  });
});

test.each(['A. Smith' + ' '.repeat(50_000) + '1', 'A. Smith '.repeat(10_000), '('.repeat(20_000)])(
  'what is too long for a list of names is kept whole',
  (text) => {
    expect(interpretAgents(text).agents.length).toBeLessThan(2);
  },
);
