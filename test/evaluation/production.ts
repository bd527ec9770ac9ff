/*
 * 110 statements of who made a work: of the distinct values of `all_artists` of Tate's artworks that are more than two to five words
 * with capitals, those with the smallest SHA-256 of `collectome 1|tate|<value>`, by turns open and frozen. Labelled by hand before
 * anything read them: makers between semicolons, `[qualifier]` before a name, `*` a group, `?` someone unnamed (a school). Titles,
 * orders and other names in brackets are not part of a name; suffixes (Junior, the Younger, II) are not compared.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productionAgents } from '../../src/interpret/agents.ts';
import type { Score } from './score.ts';

interface Row {
  readonly agent: string;
  readonly agentType: string;
  readonly family?: string;
  readonly given?: string;
  readonly qualifier?: string;
}

function plain(text: string): string {
  return text
    .replace(/^(?:Lady|Sir) | (?:the (?:Younger|Elder)|Junior|Senior|II)$/gu, '')
    .toLowerCase()
    .replace(/[\s.]/gu, '');
}

function shown({ agent, agentType, family, given, qualifier = '' }: Row): string {
  const name = agentType === 'person' ? `${given ?? ''}${family ?? agent}` : agent;
  return `[${qualifier}]${agentType === 'person' ? '' : agentType === 'group' ? '*' : '?'}${plain(name)}`;
}

function expected(label: string): string {
  const [, qualifier = '', kind = '', name = ''] = /^(?:\[([^\]]*)\])?([*?]?)(.*)$/u.exec(label) ?? [];
  return `[${qualifier}]${kind}${plain(name)}`;
}

/** A statement is right when all of its makers are, in their order, with their qualifiers. */
export function evaluate(): Promise<Score[]> {
  const lines = readFileSync(join(import.meta.dirname, 'production.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  const labelled = lines.map((line) => line.split('\t'));
  const scores = ['open', 'frozen'].map((half): Score => {
    const chosen = labelled.filter(([of]) => of === half);
    const missed = chosen.filter(([, text = '', label = '']) => {
      const { participationRows: rows = [] } = productionAgents.interpret([text, null, null, null], {}).output as {
        readonly participationRows?: readonly Row[];
      };
      return rows.map(shown).join('\n') !== label.split(';').map(expected).join('\n');
    });
    return {
      set: `production, ${half} half`,
      measure: 'all makers with their qualifiers',
      right: chosen.length - missed.length,
      total: chosen.length,
      ...(half === 'open' ? { missed: missed.map(([, text = '']) => text) } : {}),
    };
  });
  return Promise.resolve(scores);
}
