import { describe, expect, test } from 'vitest';
import { gatheringAgents, identificationHistoryAgents, productionAgents } from '../../src/interpret/agents.ts';

describe('gathering-agents', () => {
  test('fills names, identifiers and one participation for each', () => {
    const { output, issues } = gatheringAgents.interpret(
      ['Wallace, A. R. & Ali', 'https://www.wikidata.org/entity/Q160627|https://www.wikidata.org/entity/Q105739'],
      {},
    );
    expect(output).toEqual({
      recordedBy: ['A. R. Wallace', 'Ali'],
      recordedByID: ['https://www.wikidata.org/entity/Q160627', 'https://www.wikidata.org/entity/Q105739'],
      participationRows: [
        {
          activity: 'gathering',
          role: 'collector',
          agent: 'A. R. Wallace',
          agentType: 'person',
          family: 'Wallace',
          given: 'A. R.',
          agentID: 'https://www.wikidata.org/entity/Q160627',
          position: 0,
        },
        {
          activity: 'gathering',
          role: 'collector',
          agent: 'Ali',
          agentType: 'person',
          family: 'Ali',
          agentID: 'https://www.wikidata.org/entity/Q105739',
          position: 1,
        },
      ],
    });
    expect(issues).toEqual([]);
  });

  test('gives identifiers to nobody when their number differs from that of the people', () => {
    const { output, issues } = gatheringAgents.interpret(
      ['Wallace; Ali', 'http://www.wikidata.org/entity/Q160627'],
      {},
    );
    expect(output).toMatchObject({ recordedByID: ['http://www.wikidata.org/entity/Q160627'] });
    expect(JSON.stringify(output)).not.toContain('agentID');
    expect(issues).toEqual([{ code: 'AGENT_ID_COUNT_MISMATCH', term: 'recordedByID', detail: '1 / 2' }]);
  });

  test('leaves out identifiers that are cut short or have a digit wrong', () => {
    const written = 'https://orcid.org/0000-0001 | https://orcid.org/0000-0002-1825-0097';
    const { output, issues } = gatheringAgents.interpret(['Wallace; Ali', written], {});
    expect(output).toMatchObject({ recordedByID: ['https://orcid.org/0000-0002-1825-0097'] });
    expect(JSON.stringify(output)).toContain('"agentID":"https://orcid.org/0000-0002-1825-0097","position":1');
    expect(issues.map(({ code, detail }) => [code, detail])).toEqual([
      ['AGENT_ID_INVALID', 'https://orcid.org/0000-0001'],
    ]);
  });

  test('hands over the years of birth and death that stand with a name', () => {
    const { output } = gatheringAgents.interpret(['Darwin, C. (1809–1882); Covington, S.', null], {});
    expect(output).toMatchObject({
      participationRows: [
        { agent: 'C. Darwin', born: 1809, died: 1882 },
        { agent: 'S. Covington', position: 1 },
      ],
    });
    expect(JSON.stringify(output).match(/born|died/gu)).toHaveLength(2);
  });

  test('leaves everything empty where nobody is recorded', () => {
    expect(gatheringAgents.interpret([null, null], {})).toEqual({ output: {}, issues: [] });
    expect(gatheringAgents.interpret(['unknown', null], {})).toEqual({ output: {}, issues: [] });
  });

  test('flags what cannot be told apart and keeps it', () => {
    const { output, issues } = gatheringAgents.interpret(['X.', null], {});
    expect(output).toMatchObject({ recordedBy: ['X.'] });
    expect(issues).toEqual([{ code: 'RECORDED_BY_UNREADABLE', term: 'recordedBy', detail: 'X.' }]);
  });
});

describe('production-agents', () => {
  interface Row {
    readonly agent: string;
    readonly role: string;
    readonly qualifier?: string;
    readonly agentID?: string;
  }
  const SHOWN = new Set(['agent', 'role', 'qualifier', 'agentID']);
  function makers(values: (string | null)[]): Row[] {
    const { participationRows = [] } = productionAgents.interpret(values, {}).output as {
      participationRows?: object[];
    };
    return participationRows.map(
      (row) => Object.fromEntries(Object.entries(row).filter(([column]) => SHOWN.has(column))) as unknown as Row,
    );
  }

  test.each<[string, Row[]]>([
    ['attributed to John Hoppner', [{ agent: 'John Hoppner', role: 'maker', qualifier: 'attributed to' }]],
    [
      'after Joseph Mallord William Turner',
      [{ agent: 'Joseph Mallord William Turner', role: 'maker', qualifier: 'after' }],
    ],
    ['Werkstatt von Lucas Cranach', [{ agent: 'Lucas Cranach', role: 'maker', qualifier: 'workshop of' }]],
    ['Joseph Nash (studio of)', [{ agent: 'Joseph Nash', role: 'maker', qualifier: 'studio of' }]],
    [
      'Babbage, Charles (designer) | Clement, Joseph',
      [
        { agent: 'Charles Babbage', role: 'designer' },
        { agent: 'Joseph Clement', role: 'maker' },
      ],
    ],
    [
      'Rivane Neuenschwander, Cao Guimarães',
      [
        { agent: 'Rivane Neuenschwander', role: 'maker' },
        { agent: 'Cao Guimarães', role: 'maker' },
      ],
    ],
  ])('reads %j', (text, rows) => {
    expect(makers([text, null, null, null])).toEqual(rows);
  });

  test('takes a role that is a qualifier as one, and roles and identifiers by place', () => {
    expect(makers(['Turner, J.M.W. | Lucas, David', 'after | engraver', 'wd:Q159758 | wd:Q5236753', null])).toEqual([
      { agent: 'J. M. W. Turner', role: 'maker', qualifier: 'after', agentID: 'wd:Q159758' },
      { agent: 'David Lucas', role: 'engraver', agentID: 'wd:Q5236753' },
    ]);
    expect(makers(['North, Marianne', 'painter', null, null])).toEqual([{ agent: 'Marianne North', role: 'painter' }]);
  });

  test('takes two family names with an ampersand as a firm', () => {
    expect(productionAgents.interpret(['Smith & Beck', null, null, null], {}).output).toMatchObject({
      maker: ['Smith & Beck'],
      participationRows: [{ agent: 'Smith & Beck', agentType: 'group' }],
    });
  });

  test('takes the creator where no maker is named', () => {
    expect(makers([null, null, null, 'Lovelace, Ada'])).toEqual([{ agent: 'Ada Lovelace', role: 'maker' }]);
  });
});

test('the history of identifications has names only', () => {
  expect(identificationHistoryAgents.interpret(['Darwin, C. & Waterhouse, G.R.'], {}).output).toEqual({
    identifiedBy: ['C. Darwin', 'G. R. Waterhouse'],
  });
});
