import { describe, expect, test } from 'vitest';
import { productionAgents } from '../../src/interpret/agents.ts';
import { findAttribution, findQualifier } from '../../src/interpret/attribution.ts';

test.each([
  ['attributed to Frans Hals', 'attributed to', 'Frans Hals'],
  ['Frans Hals (attributed to)', 'attributed to', 'Frans Hals'],
  ['Rubens zugeschrieben', 'attributed to', 'Rubens'],
  ['attribué à Rubens', 'attributed to', 'Rubens'],
  ['Rubens (?)', 'possibly by', 'Rubens'],
  ['Lucas Cranach d. Ä. (Werkstatt)', 'workshop of', 'Lucas Cranach d. Ä.'],
  ['Lucas Cranach the Elder and Workshop', 'and workshop', 'Lucas Cranach the Elder'],
  ['Raffaello (bottega)', 'workshop of', 'Raffaello'],
  ['atelier de Rubens', 'studio of', 'Rubens'],
  ['Umkreis des Rembrandt', 'circle of', 'Rembrandt'],
  ['cerchia di Raffaello', 'circle of', 'Raffaello'],
  ['In der Art von Rembrandt', 'manner of', 'Rembrandt'],
  ['Manner of Rembrandt', 'manner of', 'Rembrandt'],
  ['seguace di Raffaello', 'follower of', 'Raffaello'],
  ['nach einem Entwurf von Schinkel', 'after', 'Schinkel'],
  ['D’après Watteau', 'after', 'Watteau'],
  ['Kopie nach Rembrandt', 'copy after', 'Rembrandt'],
])('the qualifier of %j is %s', (text, qualifier, rest) => {
  expect(findAttribution(text)).toEqual({ qualifier, rest });
});

test.each([
  'Frans Hals',
  'Nachtigal, Gustav',
  'Art Oakley',
  'Schuler, Max',
  'Afterman, Allen',
  'da Brescia, Bartolommeo',
])('nothing qualifies %j', (text) => {
  expect(findAttribution(text)).toBeUndefined();
});

test('a role that is a qualifier is told from a true role', () => {
  expect(findQualifier('Werkstatt')).toBe('workshop of');
  expect(findQualifier('after')).toBe('after');
  expect(findQualifier('painter')).toBeUndefined();
});

describe('makers with what they did', () => {
  interface Row {
    readonly agent: string;
    readonly role: string;
    readonly qualifier?: string;
  }
  function makers(text: string): string[] {
    const { participationRows = [] } = productionAgents.interpret([text, null, null, null], {}).output as {
      participationRows?: readonly Row[];
    };
    return participationRows.map(({ role, agent, qualifier }) => [qualifier, role, agent].filter(Boolean).join(' | '));
  }

  test.each([
    ['engraved by William Woollett', ['engraver | William Woollett']],
    ['William Woollett, engraver', ['engraver | William Woollett']],
    ['designed by William Morris; made by Morris & Co.', ['designer | William Morris', 'maker | Morris & Co.']],
    ['Entwurf: Hans Meier; Ausführung: Fa. Müller', ['designer | Hans Meier', 'manufacturer | Fa. Müller']],
    ['Edward Goodall after J. M. W. Turner', ['maker | Edward Goodall', 'after | maker | J. M. W. Turner']],
    [
      'Woollett, William (engraver) after West, Benjamin',
      ['engraver | William Woollett', 'after | maker | Benjamin West'],
    ],
    ['Peter Paul Rubens (Flemish, 1577–1640)', ['maker | Peter Paul Rubens']],
    ['print after Smith', ['after | maker | Smith']],
    [
      'Joseph Mallord William Turner, formerly attributed to Thomas Girtin',
      ['maker | Joseph Mallord William Turner', 'formerly attributed to | maker | Thomas Girtin'],
    ],
    [
      "Charles Hullmandel, after Count Alfred D'Orsay",
      ['maker | Charles Hullmandel', "after | maker | Count Alfred D'Orsay"],
    ],
    ['Smith & Bell (Anna Smith; Nikki Bell)', ['maker | Smith & Bell']],
    ['George Smith of Chichester', ['maker | George Smith']],
    ['Ada Smith, MBE', ['maker | Ada Smith']],
    ['French School 18th century', ['maker | French School 18th century']],
  ])('of %j', (text, rows) => {
    expect(makers(text)).toEqual(rows);
  });
});
