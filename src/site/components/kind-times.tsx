/** @jsxRuntime classic */
/** @jsx h */
import { h } from '../markup.ts';
import type { Query } from '../../model/query.ts';
import type { Kind } from '../../vocabulary/kinds.ts';
import { usePage } from '../page-context.ts';
import { searchHref, withCondition } from '../query-parts.ts';
import type { TimeBin } from '../time-bins.ts';
import { TimeAxis, TimeChart } from './time-chart.tsx';

/** The objects of one kind through time. */
export interface KindTime {
  readonly kind: Kind;
  readonly total: number;
  readonly bins: readonly TimeBin[];
}

/** Kinds down, time across: the collection as a picture of itself. */
export function KindTimes({ times, query }: { readonly times: readonly KindTime[]; readonly query: Query }) {
  const { t, number } = usePage();
  return (
    <div class="kind-times">
      {times.map(({ kind, total, bins }) => {
        const own = withCondition(query, { kind: 'is', field: 'kind', value: kind });
        return (
          <div class="kind-time">
            <a class="kind-time-name" href={searchHref(own)}>
              {t(`kinds.${kind}`)} <span class="after">{number(total)}</span>
            </a>
            <TimeChart bins={bins} query={own} width={1000} height={52} label={t(`kinds.${kind}`)} kind={kind} />
          </div>
        );
      })}
      <div class="kind-time">
        <span></span>
        <TimeAxis bins={times[0]?.bins ?? []} />
      </div>
    </div>
  );
}
