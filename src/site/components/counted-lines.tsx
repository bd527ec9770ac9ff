/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { agentQuery, agentRoleQuery } from '../../api/agent-view.ts';
import type { CountedAgent, GatheringView } from '../../api/gathering-view.ts';
import type { Query } from '../../model/query.ts';
import { datasetHref, personHref } from '../links.ts';
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import { searchHref, withCondition } from '../query-parts.ts';
import { AgentLink } from './agent-link.tsx';

/** A number that leads to what it counts. */
export function CountLink({ query, count }: { readonly query: Query; readonly count: number }) {
  const { number } = usePage();
  return (
    <a href={searchHref(query)} class="after">
      {number(count)}
    </a>
  );
}

interface CountedPeopleProps {
  readonly people: readonly CountedAgent[];
  /** Of what they are counted. */
  readonly query: Query;
  /** The role in which they are; any where it is left out. */
  readonly role?: string;
}

/** Who stands in what a query selects, each with how much of it; those of one name with their years. */
export function CountedPeople({ people, query, role }: CountedPeopleProps) {
  const bearers = Map.groupBy(people, ({ label }) => label);
  return (
    <ul class="lines">
      {people.map((agent) => {
        const { key, label, count } = agent;
        return (
          <li>
            {bearers.get(label)!.length > 1 ? <AgentLink agent={agent} /> : <a href={personHref(key)}>{label}</a>}{' '}
            <CountLink
              query={withCondition(query, role === undefined ? agentQuery(key) : agentRoleQuery(key, role))}
              count={count}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface CountedDatasetsProps {
  readonly counts: GatheringView['datasets'];
  readonly query: Query;
}

/** Museums, each with how much is theirs of what a query selects. */
export function CountedDatasets({ counts, query }: CountedDatasetsProps) {
  const { datasets } = usePage();
  return (
    <ul class="lines">
      {counts.map(({ key, count }) => (
        <li>
          <a href={datasetHref(key)}>{datasets.get(key) ?? key}</a>{' '}
          <CountLink query={withCondition(query, { kind: 'is', field: 'datasetKey', value: key })} count={count} />
        </li>
      ))}
    </ul>
  );
}
