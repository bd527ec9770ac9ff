/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import type { Child } from 'hono/jsx';
import type { Query } from '../../model/query.ts';
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import { chipsOf } from '../query-chips.ts';

interface ChipsProps {
  readonly query: Query;
  /** Where the query without one of its conditions leads. */
  readonly hrefOf: (without: Query) => string;
  /** What comes last. */
  readonly children?: Child;
}

/** What is asked, in words, each condition with a link to the same without it. */
export function Chips({ query, hrefOf, children }: ChipsProps) {
  const page = usePage();
  const { t } = page;
  const chips = chipsOf(query, page);
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('results.asked')}>
      {chips.map(({ label, value, negated, certain, without }) => {
        const words = `${label}: ${negated ? `${t('results.not')} ` : ''}${value}${certain ? `, ${t('chip.certain')}` : ''}`;
        return (
          <li>
            <a href={hrefOf(without)} aria-label={t('results.remove', { label: words })}>
              <span class="chip-label">{label}</span> {negated ? <em>{t('results.not')} </em> : null}
              {value}
              {certain ? ` (${t('chip.certain')})` : null} <span aria-hidden="true">×</span>
            </a>
          </li>
        );
      })}
      {children}
    </ul>
  );
}
