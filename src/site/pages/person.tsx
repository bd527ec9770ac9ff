/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import type { AgentReason, AgentView } from '../../api/agent-view.ts';
import { agentQuery } from '../../api/agent-view.ts';
import type { ClaimView } from '../../api/claim-view.ts';
import { AgentLink, agentYears } from '../components/agent-link.tsx';
import { Claims } from '../components/claim-forms.tsx';
import { JudgeCandidate, RejectName, RejectReason } from '../components/claim-judgements.tsx';
import { Reasons } from '../components/reasons.tsx';
import { AsJson, Elsewhere, ObjectsAndTimes, Places } from '../components/entity-parts.tsx';
import { Layout } from '../components/layout.tsx';
import { RoleTable } from '../components/role-table.tsx';
import type { Card } from '../components/record-strip.tsx';
import { browseHref, datasetHref, fieldHref, personHref } from '../links.ts';
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import type { PersonView } from '../person-data.ts';
import { searchHref, withCondition } from '../query-parts.ts';

interface PersonPageProps {
  readonly view: PersonView;
  readonly cards: readonly Card[];
  /** What people say of who it is. */
  readonly claims: readonly ClaimView[];
}

/** A person or group: under which names, in which roles, where and when, with whom, and why all of this is one. */
export function PersonPage({ view, cards, claims }: PersonPageProps) {
  const page = usePage();
  const { t, node } = page;
  const { agent, query, grid, times } = view;
  const years = agentYears(agent, page);
  return (
    <Layout title={agent.label} description={years} canonical={node.base + personHref(agent.key)}>
      <header class="page-head">
        <h1 class="page-title">{agent.label}</h1>
        {years === undefined ? null : <p>{years}</p>}
        {agent.kind === 'person' ? null : <p class="record-text">{t(`person.kind.${agent.kind}`)}</p>}
        {agent.through === undefined ? null : <p>{t('person.through', { name: agent.through })}</p>}
        <p>
          <a href={searchHref(query)}>{t('person.all', { count: agent.objects })}</a> ·{' '}
          <a href={browseHref('taxonomy', query)}>{t('browse.walk')}</a>
        </p>
      </header>
      <ObjectsAndTimes cards={cards} times={times} query={query} />
      {agent.roles.length === 0 ? null : (
        <section class="page-part">
          <h2>{t('person.roles')}</h2>
          <RoleTable agent={agent} />
        </section>
      )}
      <div class="page-columns">
        <Names agent={agent} claims={claims} />
        <Together agent={agent} />
        <Places grid={grid} query={query} total={agent.objects} />
      </div>
      <Evidence agent={agent} claims={claims} />
      <Claims entity="agent" subject={agent.key} claims={claims} />
    </Layout>
  );
}

interface ClaimedProps {
  readonly agent: AgentView;
  readonly claims: readonly ClaimView[];
}

function Names({ agent, claims }: ClaimedProps) {
  const { t, number, datasets } = usePage();
  return (
    <section>
      <h2>{t('person.names')}</h2>
      <ul class="lines">
        {agent.names.map((variant) => (
          <li>
            <a href={fieldHref('agent', variant.name)} class="wrote">
              {variant.name}
            </a>
            {variant.datasets.map(({ key, records }, index) => (
              <span class="after">
                {index === 0 ? ' ' : ' · '}
                <a href={datasetHref(key)}>{datasets.get(key) ?? key}</a> {number(records)}
              </span>
            ))}
            <RejectName agent={agent} variant={variant} claims={claims} />
          </li>
        ))}
      </ul>
      <Elsewhere identifiers={agent.identifiers} />
    </section>
  );
}

function Together({ agent }: { readonly agent: AgentView }) {
  const { t, number } = usePage();
  if (agent.together.length === 0) return null;
  return (
    <section>
      <h2>{t('person.together')}</h2>
      <ul class="lines">
        {agent.together.map((other) => (
          <li>
            <AgentLink agent={other} />{' '}
            <a class="after" href={searchHref(withCondition(agentQuery(agent.key), agentQuery(other.key)))}>
              {number(other.count)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why the names are one, and who was not brought together although it may be the same. */
function Evidence({ agent, claims }: ClaimedProps) {
  const { t } = usePage();
  const { reasons, candidates, isReduced } = agent;
  return (
    <section class="page-part" id="evidence">
      <h2>{t('person.evidence')}</h2>
      {isReduced ? <p class="notice">{t('person.reduced')}</p> : null}
      <p class="quiet">{t(reasons.length === 0 ? 'person.evidenceNone' : 'person.evidenceNote')}</p>
      <ul class="lines">
        {reasons.map((reason) => (
          <li>
            {t('person.same', { subject: reason.subject, object: reason.object })} <Why reason={reason} />
            <RejectReason reason={reason} claims={claims} />
          </li>
        ))}
      </ul>
      {candidates.length === 0 ? null : (
        <>
          <h3>{t('person.candidates')}</h3>
          <p class="quiet">{t('person.candidatesNote')}</p>
          <ul class="lines">
            {candidates.map((candidate) => (
              <li>
                <AgentLink agent={candidate} />{' '}
                {t('person.maybe', { subject: candidate.subject, object: candidate.object })} <Why reason={candidate} />
                <JudgeCandidate reason={candidate} claims={claims} />
              </li>
            ))}
          </ul>
        </>
      )}
      <AsJson path="agents" entityKey={agent.key} />
    </section>
  );
}

function Why({ reason }: { readonly reason: AgentReason }) {
  const { t, number } = usePage();
  return (
    <span class="after">
      <Reasons reasons={reason.evidence} />
      {' · '}
      {t('person.score', { score: number(reason.score), rule: reason.rule })}
    </span>
  );
}
