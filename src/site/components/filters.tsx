/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { h } from '../markup.ts';
import { findField } from '../../vocabulary/fields.ts';
import { KINDS } from '../../vocabulary/kinds.ts';
import { formatQueryParameters } from '../../search/query-url.ts';
import { valueWords } from '../field-words.ts';
import { usePage } from '../page-context.ts';
import { conditionsOf, isChoice, isTimeRange, searchHref, withCondition, without } from '../query-parts.ts';
import { addressOf, viewParameters } from '../search-address.ts';
import type { FacetView, SearchView } from '../search-data.ts';
import { CellMap } from './cell-map.tsx';
import { TimeAxis, TimeChart } from './time-chart.tsx';

/** The form that narrows a search: lists with proportions, time and place. It works without JavaScript by its button. */
export function Filters({ view }: { readonly view: SearchView }) {
  const { t } = usePage();
  const fields = new Set(view.facets.map(({ field }) => field));
  const rest = without(
    view.address.query,
    (condition) =>
      isTimeRange(condition) ||
      ('field' in condition && fields.has(condition.field) && isChoice(condition, condition.field)),
  );
  const hidden = [
    ...formatQueryParameters(rest),
    ...Object.entries(viewParameters({ ...view.address, cursor: undefined })),
  ];
  return (
    <form
      class="filters"
      id="filters"
      action="/search"
      method="get"
      data-submit-on-change
      aria-label={t('filters.title')}
    >
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <a class="to-results" href="#results">
        {t('filters.toResults')}
      </a>
      <div class="filters-top">
        <TimeFilter view={view} />
        <PlaceFilter view={view} />
      </div>
      <div class="filters-left">
        {view.facets
          .filter((facet) => !isAside(facet))
          .map((facet) => (
            <FacetList facet={facet} view={view} />
          ))}
        <button type="submit" class="filters-apply">
          {t('filters.apply')}
        </button>
      </div>
      <div class="filters-aside">
        {view.facets.filter(isAside).map((facet) => (
          <FacetList facet={facet} view={view} />
        ))}
      </div>
    </form>
  );
}

/** What says more of the record than of the object stands beside time and place. */
const ASIDE: ReadonlySet<string> = new Set([
  'technique',
  'subject',
  'archiveLevel',
  'basisOfRecord',
  'institutionCode',
  'collectionCode',
  'mediaType',
  'license',
  'issue',
  'midsLevel',
]);

function isAside({ field }: FacetView): boolean {
  return ASIDE.has(field);
}

function FacetList({ facet, view }: { readonly facet: FacetView; readonly view: SearchView }) {
  const page = usePage();
  const { t, find } = page;
  const { address } = view;
  const field = findField(facet.field);
  if (field === undefined) return null;
  const label = find(`field.${facet.field}`) ?? facet.field;
  const chosen = new Set(facet.chosen);
  const counted = new Map(facet.values.map((value) => [value.value, value]));
  const values = [
    ...facet.chosen.map((value) => counted.get(value) ?? { value, count: 0, certain: 0 }),
    ...facet.values.filter(({ value }) => !chosen.has(value)).slice(0, facet.limit),
  ];
  const most = Math.max(1, ...values.map(({ count }) => count));
  const contains = address.find.get(facet.field);
  const isMore = address.more.has(facet.field);
  const others = facet.distinct - values.length;
  const settings = viewParameters({ ...address, cursor: undefined });
  return (
    <fieldset class="facet" id={`facet-${facet.field}`}>
      <legend>{label}</legend>
      <ul>
        {values.map(({ value, count, certain }) => {
          const words = valueWords(field, value, page);
          const id = `${facet.field}-${value}`;
          return (
            <li>
              <input type="checkbox" id={id} name={facet.field} value={value} checked={chosen.has(value)} />
              <label for={id}>
                <span class="facet-value">{words}</span>
                <span class="facet-count">{page.number(count)}</span>
                <Bar share={count / most} certain={certain / most} kind={facet.field === 'kind' ? value : undefined} />
              </label>
              {chosen.has(value) ? null : (
                <a
                  class="facet-not"
                  href={searchHref(
                    withCondition(address.query, { kind: 'not', of: { kind: 'is', field: facet.field, value } }),
                    settings,
                  )}
                  aria-label={t('filters.exclude', { value: words })}
                >
                  {t('filters.excludeShort')}
                </a>
              )}
            </li>
          );
        })}
      </ul>
      {values.length === 0 && contains !== undefined ? (
        <p class="quiet">{t('filters.noValue', { text: contains })}</p>
      ) : null}
      {others > 0 || isMore || contains !== undefined ? (
        <div class="facet-foot">
          {isMore || contains !== undefined ? (
            <a href={`${addressOf(address)}#facet-${facet.field}`}>{t('filters.fewer')}</a>
          ) : (
            <a
              href={`${searchHref(address.query, { ...viewParameters(address), more: facet.field })}#facet-${facet.field}`}
            >
              {t('filters.more', { count: others })}
            </a>
          )}
          {facet.distinct > 12 || contains !== undefined ? (
            <>
              <label class="unseen" for={`find-${facet.field}`}>
                {t('filters.find', { field: label })}
              </label>
              <input
                id={`find-${facet.field}`}
                type="search"
                name={`find.${facet.field}`}
                value={contains ?? ''}
                placeholder={t('filters.search')}
                maxlength={100}
              />
            </>
          ) : null}
        </div>
      ) : null}
      {facet.sumExceedsTotal ? <p class="facet-note">{t('filters.sum')}</p> : null}
    </fieldset>
  );
}

/** A proportion, the certain part of it solid. */
function Bar({
  share,
  certain,
  kind,
}: {
  readonly share: number;
  readonly certain: number;
  readonly kind?: string | undefined;
}) {
  const fill = KINDS.some((name) => name === kind) ? `fill-${kind}` : 'fill-bar';
  return (
    <svg class="bar" width="100%" height="4" aria-hidden="true">
      <rect class="bar-ground" width="100%" height="4" />
      {share > certain ? <rect class="bar-possible" width={percent(share)} height="4" /> : null}
      <rect class={fill} width={percent(certain)} height="4" />
    </svg>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

function TimeFilter({ view }: { readonly view: SearchView }) {
  const { t, number } = usePage();
  const { time, address } = view;
  const range = conditionsOf(address.query).find(isTimeRange);
  const [from, to] = range?.kind === 'range' ? [range.from, range.to] : [undefined, undefined];
  const [first, last] = [time.bins[0]?.from, time.bins.at(-1)?.to];
  const open = without(address.query, isTimeRange);
  return (
    <fieldset class="facet">
      <legend>{t('filters.time')}</legend>
      {time.bins.length === 0 ? null : (
        <collectome-brush data-hint={t('chart.brush')}>
          <TimeChart
            bins={time.bins}
            query={open}
            width={280}
            height={88}
            label={t('chart.label')}
            chosen={
              range === undefined
                ? undefined
                : {
                    from: Math.max(first ?? 0, yearIn(from) ?? first ?? 0),
                    to: Math.min(last ?? 0, yearIn(to) ?? last ?? 0),
                  }
            }
          />
          <TimeAxis bins={time.bins} />
        </collectome-brush>
      )}
      <div class="years">
        <label>
          <span>{t('filters.from')}</span>
          <input
            name="from"
            type="text"
            inputmode="numeric"
            pattern="-?[0-9]{1,4}"
            size={6}
            value={from === undefined ? '' : String(from)}
          />
        </label>
        <label>
          <span>{t('filters.to')}</span>
          <input
            name="to"
            type="text"
            inputmode="numeric"
            pattern="-?[0-9]{1,4}"
            size={6}
            value={to === undefined ? '' : String(to)}
          />
        </label>
        <button type="submit">{t('filters.apply')}</button>
      </div>
      <p class="facet-note">
        {time.missing === 0 ? null : t('filters.undated', { count: number(time.missing) })}{' '}
        {time.early === 0 ? null : (
          <a href={searchHref(withCondition(open, { kind: 'range', field: 'date', to: '1499', match: 'certain' }))}>
            {t('filters.early', { count: time.early, year: '1500' })}
          </a>
        )}
      </p>
    </fieldset>
  );
}

function yearIn(bound: string | number | undefined): number | undefined {
  const year = /^-?\d+/u.exec(String(bound ?? ''))?.[0];
  return year === undefined ? undefined : Number(year);
}

function PlaceFilter({ view }: { readonly view: SearchView }) {
  const { t, number } = usePage();
  const { grid, address, total } = view;
  if (grid.located === 0) return null;
  return (
    <fieldset class="facet">
      <legend>{t('filters.place')}</legend>
      <CellMap cells={grid.cells} query={address.query} largest={32} />
      <p class="facet-note">
        {t('filters.unplaced', { located: number(grid.located), total: number(total) })}{' '}
        {address.view === 'map' ? null : <a href={addressOf(address, { view: 'map' })}>{t('map.open')}</a>}
      </p>
    </fieldset>
  );
}
