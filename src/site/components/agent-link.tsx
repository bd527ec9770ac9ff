/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import type { AgentSummary } from '../../api/agent-view.ts';
import { personHref } from '../links.ts';
import { h } from '../markup.ts';
import { usePage, type PageContext } from '../page-context.ts';

/** A life, or the years of the records. */
export function agentYears(agent: AgentSummary, { t }: PageContext): string | undefined {
  const { born, died, activeBegin, activeEnd } = agent;
  if (born !== undefined && died !== undefined) return `${born}–${died}`;
  if (born !== undefined) return t('person.born', { year: String(born) });
  if (died !== undefined) return t('person.died', { year: String(died) });
  if (activeBegin === undefined || activeEnd === undefined) return undefined;
  return t('person.active', { years: activeBegin === activeEnd ? `${activeBegin}` : `${activeBegin}–${activeEnd}` });
}

/** A name with its years: several people may have one name. */
export function AgentLink({ agent }: { readonly agent: AgentSummary }) {
  const years = agentYears(agent, usePage());
  return (
    <>
      <a href={personHref(agent.key)}>{agent.label}</a>
      {years === undefined ? null : <span class="after"> ({years})</span>}
    </>
  );
}
