/*
 * 510 strings of collectors, makers and artists: of the distinct values of five exports, those with the smallest SHA-256 of
 * `collectome 1|<export>|<value>` (iDigBio 230, MyCoPortal 130, Walters, Tate and MoMA 50 each), by turns open and frozen. They were
 * labelled by hand before anything read them; nobody looks at what goes wrong in the frozen half.
 *
 * A label lists agents between semicolons. A person is `{title}given<nick>=particle~family=suffix`, a group `*name`, someone unnamed
 * `?name`; `-` is nobody. Letter case, spaces and the dots of initials do not count.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpretAgents, type AgentStructure } from '../../src/interpret/agent-structure.ts';
import type { Score } from './score.ts';

interface Labelled {
  readonly half: string;
  readonly text: string;
  readonly label: string;
}

function readLabelled(): readonly Labelled[] {
  const lines = readFileSync(join(import.meta.dirname, 'agents.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [, half = '', text = '', label = ''] = line.split('\t');
    return { half, text: text.replaceAll('\\n', '\n'), label };
  });
}

function plain(text: string | null | undefined): string {
  return (text ?? '').toLowerCase().replace(/[\s.]/gu, '');
}

function labelOf({ kind, name, family, given, particle, suffix, title, appellation, nick }: AgentStructure): string {
  if (kind !== 'person') return `${kind === 'group' ? '*' : '?'}${plain(name)}`;
  return JSON.stringify([
    [appellation, title].map(plain).join(''),
    ...[given, nick, particle, family, suffix].map(plain),
  ]);
}

function expectedOf(agent: string): string {
  if (/^[*?]/u.test(agent)) return `${agent.charAt(0)}${plain(agent.slice(1))}`;
  const parts = /^(?:\{([^}]*)\})?([^<=]*)(?:<([^>]*)>)?=(?:([^~]*)~)?([^=]*)(?:=(.*))?$/u.exec(agent);
  if (parts === null) throw new Error(`test/evaluation/agents.tsv: no label: ${agent}`);
  return JSON.stringify(parts.slice(1).map(plain));
}

/** A text is right when all of its agents are, in their order and with all of their parts. */
export function evaluate(): Promise<Score[]> {
  const labelled = readLabelled();
  const scores = ['open', 'frozen'].map((half): Score => {
    const chosen = labelled.filter((row) => row.half === half);
    const missed = chosen.filter(({ text, label }) => {
      const expected = label === '-' ? [] : label.split('; ').map(expectedOf);
      return interpretAgents(text).agents.map(labelOf).join('\n') !== expected.join('\n');
    });
    return {
      set: `agents, ${half} half`,
      measure: 'all agents with all parts',
      right: chosen.length - missed.length,
      total: chosen.length,
      ...(half === 'open' ? { missed: missed.map(({ text }) => text) } : {}),
    };
  });
  return Promise.resolve(scores);
}
