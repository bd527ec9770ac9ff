/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import type { Completeness } from '../completeness.ts';
import { issueTitle } from '../issue-words.ts';
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import { searchHref, withCondition } from '../query-parts.ts';
import { ShareBar } from './share-bar.tsx';

/** What share of some objects have what one may ask of a record, and the notes that reading them raised most often. */
export function Shares({ completeness }: { readonly completeness: Completeness }) {
  const page = usePage();
  const { t, number } = page;
  const { objects, shares, issues, query } = completeness;
  return (
    <>
      <ul class="lines shares">
        {(['withDate', 'withPlace', 'withMedia', 'withoutIssue'] as const).map((name) => (
          <li>
            <span>{t('dataset.share', { count: number(shares[name]), total: number(objects) })}</span>{' '}
            {t(`dataset.${name}`)}
            <ShareBar share={objects === 0 ? 0 : shares[name] / objects} />
          </li>
        ))}
      </ul>
      <ul class="lines">
        {issues.map(({ value, count }) => (
          <li>
            <a href={searchHref(withCondition(query, { kind: 'is', field: 'issue', value }))}>
              {issueTitle(value, page)}
            </a>{' '}
            <span class="after">{number(count)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
