import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAgents } from '../../src/interpret/agent-list.ts';
import { interpretAgents, type AgentStructure } from '../../src/interpret/agent-structure.ts';

/** `{appellation title} given "nick" | particle | family | suffix`; a group with *, someone unnamed with ?. */
function shown({ kind, name, ...parts }: AgentStructure): string {
  if (kind !== 'person') return `${kind === 'group' ? '*' : '?'}${name}`;
  const { family, given, particle, suffix, title, appellation, nick } = parts;
  const before = [appellation, title].filter((part) => part !== null).join(' ');
  return [
    ...(before === '' ? [] : [`{${before}}`]),
    ...(given === null ? [] : [given]),
    ...(nick === null ? [] : [`"${nick}"`]),
    `| ${[particle, family].map((part) => part ?? '').join(' | ')}`,
    ...(suffix === null ? [] : [`| ${suffix}`]),
  ].join(' ');
}

describe('interpretAgents', () => {
  test.each<[string, string[]]>([
    ['H. van der Werff', ['H. | van der | Werff']],
    ['Werff, H. van der', ['H. | van der | Werff']],
    ['van der Werff', ['| van der | Werff']],
    ['James M. Van Hook', ['James M. |  | Van Hook']],
    ['R.K. Godfrey & R. D. Houk', ['R.K. |  | Godfrey', 'R. D. |  | Houk']],
    ['RK Godfrey', ['RK |  | Godfrey']],
    ['Smith, Jack, Jr.', ['Jack |  | Smith | Jr.']],
    ['King, Jr., Martin Luther', ['Martin Luther |  | King | Jr.']],
    ['Robert Smith III', ['Robert |  | Smith | III']],
    ['Prof. Dr. H. Meyer', ['{Prof. Dr.} H. |  | Meyer']],
    ['Mr. & Mrs. J. Smith', ['{Mr.} J. |  | Smith', '{Mrs.} J. |  | Smith']],
    ['Brett, The Hon. Dorothy', ['{The Hon.} Dorothy |  | Brett']],
    ['Dacre, Lady', ['{Lady} |  | Dacre']],
    ['Duane H. "Sam" Mitchel', ['Duane H. "Sam" |  | Mitchel']],
    ['"Buzz" Aldrin', ['"Buzz" |  | Aldrin']],
    ['Rabelo, B.V.; B.V. Brown', ['B.V. |  | Rabelo', 'B.V. |  | Brown']],
    ['Philips N.V.', ['*Philips N.V.']],
    ['s. coll.', []],
    ['JOHN SMITH', ['John |  | Smith']],
    ['stiles, f. gary', ['F. Gary |  | Stiles']],
    ['wieringa jj; hoekstra ph', ['JJ |  | Wieringa', 'PH |  | Hoekstra']],
    ['Winterbottom (R.)', ['R. |  | Winterbottom']],
    ['M. González Elizondo', ['M. |  | González Elizondo']],
    ['T. Hayes Hunter', ['T. Hayes |  | Hunter']],
    ['Guðrún Jónsdóttir', ['Guðrún |  | Jónsdóttir']],
    ['Иванов И.И.', ['И.И. |  | Иванов']],
    ['李时珍', ['时珍 |  | 李']],
    ['佐藤 花子', ['花子 |  | 佐藤']],
    ['김철수', ['철수 |  | 김']],
    ['greer, a. e. - the australian museum', ['A. E. |  | Greer', '*the Australian Museum']],
    ['A. Smith & local collector', ['A. |  | Smith', '?local collector']],
  ])('takes %j apart', (text, agents) => {
    expect(interpretAgents(text).agents.map(shown)).toEqual(agents);
  });

  test.each([
    'leg. A. Smith; det. B. Jones',
    'Coll. A. Smith Det. B. Jones',
    'A. Smith (leg.), B. Jones',
    '13267 (male) A. Smith; 13268 (female) B. Jones',
    'A. Smith w/ B. Jones, Jan. 14, 2013',
    'A. Smith // B. Jones 12.viii.1990',
    'A. Smith 26 juin 1983 & B. Jones et al.',
    'Photographed by A. Smith and B. Jones, and others',
    'A. Smith + B. Jones #1234',
  ])('finds the two people of %j', (text) => {
    expect(interpretAgents(text).agents.map(shown)).toEqual(['A. |  | Smith', 'B. |  | Jones']);
  });

  test('says what it cannot read', () => {
    expect(interpretAgents('X.')).toMatchObject({ issues: [{ code: 'AGENT_UNREADABLE', detail: 'X.' }] });
    expect(interpretAgents('unknown')).toEqual({ agents: [], issues: [] });
  });

  test('keeps the letters of a name, whatever stands around it', () => {
    const ahead = fc.constantFrom('', 'leg. ', 'Collected by: ', '1234 ', '| ', '(', '? ');
    const after = fc.constantFrom(
      '',
      ' 1234',
      ' (1809-1882)',
      ' et al.',
      ' [!]',
      ' "',
      ' | ',
      ')',
      ', 3 May 1830',
      ' leg.',
    );
    fc.assert(
      fc.property(ahead, after, (before, behind) => {
        const { agents } = interpretAgents(`${before}Charles Darwin${behind}`);
        expect(agents[0]).toMatchObject({ family: 'Darwin', given: 'Charles' });
      }),
      { seed: 20261121 },
    );
  });
});

describe('what stands beside a name', () => {
  test.each<[string, object]>([
    ['Ray-Jones, Tony, 1941–1972', { name: 'Tony Ray-Jones', life: { begin: 1941, end: 1972 } }],
    ['Charles Darwin (1809-1882)', { name: 'Charles Darwin', life: { begin: 1809, end: 1882 } }],
    ['Peter Paul Rubens (Flemish, 1577–1640)', { name: 'Peter Paul Rubens', life: { begin: 1577, end: 1640 } }],
    ['Darwin, Charles (born 1809)', { name: 'Charles Darwin', life: { begin: 1809 } }],
    ['Smith, John, 1941-', { name: 'John Smith', life: { begin: 1941 } }],
    ['John Smith (1941–present)', { name: 'John Smith', life: { begin: 1941 } }],
    ['Hans Memling (ca. 1430–1494)', { name: 'Hans Memling', life: { end: 1494 } }],
    ['Frans Hals (1582/83–1666)', { name: 'Frans Hals', life: { end: 1666 } }],
    ['Caspar Vogel (* 1805; † 1870)', { name: 'Caspar Vogel', life: { begin: 1805, end: 1870 } }],
    ['Caspar Vogel (London 1805 – Paris 1870)', { name: 'Caspar Vogel', life: { begin: 1805, end: 1870 } }],
    ['Anna Vogel (b. Bonn, 1805; d. Köln 1866)', { name: 'Anna Vogel', life: { begin: 1805, end: 1866 } }],
    ['henry trimen; b.1843; d.1896; trimen', { name: 'Henry Trimen', life: { begin: 1843, end: 1896 } }],
    ['Shorthouse, D.P. (0000-0001-7618-5230)', { identifier: 'https://orcid.org/0000-0001-7618-5230' }],
    ['A. R. Wallace Q160627', { name: 'A. R. Wallace', identifier: 'http://www.wikidata.org/entity/Q160627' }],
    ['A. R. Wallace http://viaf.org/viaf/27071', { identifier: 'http://viaf.org/viaf/27071' }],
  ])('belongs to the person of %j', (text, agent) => {
    const { agents } = readAgents(text);
    expect(agents).toHaveLength(1);
    expect(agents[0]).toMatchObject(agent);
  });

  test('goes to each of two people', () => {
    expect(readAgents('Darwin, C. (1809–1882); Wallace, A. R., 1823–1913').agents.map(({ life }) => life)).toEqual([
      { begin: 1809, end: 1882 },
      { begin: 1823, end: 1913 },
    ]);
  });

  test('years of gathering are no life', () => {
    expect(readAgents('A. Smith 1980-1985').agents[0]?.life).toBeUndefined();
    expect(readAgents('Rembrandt (active 1625–1669)').agents[0]).toEqual({
      name: 'Rembrandt',
      type: 'person',
      family: 'Rembrandt',
    });
  });
});
