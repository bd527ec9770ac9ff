/** @jsxRuntime classic */
/** @jsx h */
import type { Query } from '../../model/query.ts';
import type { HopCount } from '../../search/engine.ts';
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import { chipsOf } from '../query-chips.ts';
import { searchHref } from '../query-parts.ts';

interface HopStepsProps {
  readonly hops: readonly HopCount[];
}

/** What each hop of a query leads over and finds by itself, each set of records with a link to it. */
export function HopSteps({ hops }: HopStepsProps) {
  const page = usePage();
  const { t } = page;
  if (hops.length === 0) return null;
  return (
    <details class="hop-steps">
      <summary>{t('hop.counts')}</summary>
      <ul>
        {hops.map(({ query, entities, there, thereQuery, here }) => {
          const [chip] = chipsOf(query, page);
          return (
            <li>
              <p>
                {chip?.label}: {chip?.value}
              </p>
              <p>
                {thereQuery === undefined ? null : (
                  <Step query={thereQuery} text={t('hop.counts.there', { count: there ?? 0 })} />
                )}
                {thereQuery === undefined ? null : ' → '}
                {t(`hop.counts.entities.${query.via}`, { count: entities })}
                {' → '}
                <Step query={query} text={t('hop.counts.here', { count: here })} />
              </p>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Step({ query, text }: { readonly query: Query; readonly text: string }) {
  return <a href={searchHref(query)}>{text}</a>;
}
