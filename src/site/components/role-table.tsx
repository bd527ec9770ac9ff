/** @jsxRuntime classic */
/** @jsx h */
import { agentRoleQuery, type AgentView } from '../../api/agent-view.ts';
import { KINDS } from '../../vocabulary/kinds.ts';
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import { searchHref, withCondition } from '../query-parts.ts';

/** What somebody did with objects of each kind: every count is the search that gives it. */
export function RoleTable({ agent }: { readonly agent: Pick<AgentView, 'key' | 'roles'> }) {
  const { t, find, number } = usePage();
  const { key, roles } = agent;
  const present = new Set(roles.flatMap(({ kinds }) => kinds.map(({ kind }) => kind)));
  const kinds = KINDS.filter((kind) => present.has(kind));
  return (
    <div class="table-scroll" role="region" aria-label={t('person.roles')} tabindex={0}>
      <table class="role-table">
        <thead>
          <tr>
            <th scope="col">{t('person.role')}</th>
            {kinds.length < 2 ? null : (
              <th scope="col" class="number">
                {t('person.roleAll')}
              </th>
            )}
            {kinds.map((kind) => (
              <th scope="col" class="number">
                {t(`kinds.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roles.map(({ role, count, kinds: counts }) => {
            const query = agentRoleQuery(key, role);
            return (
              <tr>
                <th scope="row">{find(`role.${role}`) ?? role}</th>
                {kinds.length < 2 ? null : (
                  <td class="number">
                    <a href={searchHref(query)}>{number(count)}</a>
                  </td>
                )}
                {kinds.map((kind) => {
                  const own = counts.find((one) => one.kind === kind)?.count;
                  return (
                    <td class="number">
                      {own === undefined ? null : (
                        <a href={searchHref(withCondition(query, { kind: 'is', field: 'kind', value: kind }))}>
                          {number(own)}
                        </a>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
