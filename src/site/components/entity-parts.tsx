/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import type { Query } from '../../model/query.ts';
import type { Grid } from '../../search/engine.ts';
import { safeHref } from '../links.ts';
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import { CellMap } from './cell-map.tsx';
import { KindTimes, type KindTime } from './kind-times.tsx';
import { RecordStrip, type Card } from './record-strip.tsx';

interface ObjectsProps {
  readonly cards: readonly Card[];
  readonly times: readonly KindTime[];
  readonly query: Query;
}

/** Some of an entity's objects, and all of them through time. */
export function ObjectsAndTimes({ cards, times, query }: ObjectsProps) {
  const { t } = usePage();
  return (
    <>
      <Objects cards={cards} />
      {!times.some(isDated) ? null : (
        <section class="page-part">
          <h2>{t('entity.times')}</h2>
          <KindTimes times={times} query={query} />
        </section>
      )}
    </>
  );
}

function isDated({ bins }: KindTime): boolean {
  return bins.some(({ possible }) => possible > 0);
}

/** Some of an entity's objects. */
export function Objects({ cards }: { readonly cards: readonly Card[] }) {
  const { t } = usePage();
  if (cards.length === 0) return null;
  return (
    <section class="page-part">
      <h2>{t('entity.objects')}</h2>
      <RecordStrip cards={cards} />
    </section>
  );
}

interface PlacesProps {
  readonly grid: Grid;
  readonly query: Query;
  /** Objects that the query selects. */
  readonly total: number;
  readonly title?: string;
  /** Whether it stands alone, not in a column beside others. */
  readonly isWide?: boolean;
}

/** Where an entity's objects are from, and how many say it. */
export function Places({ grid, query, total, title, isWide = false }: PlacesProps) {
  const { t, number } = usePage();
  if (grid.located === 0) return null;
  return (
    <section class={isWide ? 'page-part' : undefined}>
      <h2>{title ?? t('entity.places')}</h2>
      <CellMap cells={grid.cells} query={query} largest={28} />
      <p class="facet-note">{t('filters.unplaced', { located: number(grid.located), total: number(total) })}</p>
    </section>
  );
}

/** What an entity is called by authorities elsewhere: their addresses, as far as they can be followed. */
export function Elsewhere({ identifiers }: { readonly identifiers: readonly string[] }) {
  const { t } = usePage();
  const outside = identifiers.map(safeHref).filter((href) => href !== undefined);
  if (outside.length === 0) return null;
  return (
    <>
      <h2>{t('entity.elsewhere')}</h2>
      <ul class="lines">
        {outside.map((href) => (
          <li>
            <a href={href} rel="nofollow">
              {href}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same for programs: an address of the API, with the key of an entity of a kind. */
export function AsJson({ path, entityKey }: { readonly path: string; readonly entityKey: string }) {
  const { t } = usePage();
  return (
    <p class="as-json">
      <a href={`/api/${path}/${encodeURIComponent(entityKey)}`}>{t('entity.json')}</a>
    </p>
  );
}
