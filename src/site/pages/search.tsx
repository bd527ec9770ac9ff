/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { h } from '../markup.ts';
import { formatQueryLine } from '../../search/query-line.ts';
import { toQueryJson } from '../../search/query-json.ts';
import { formatQueryParameters, formatSort } from '../../search/query-url.ts';
import { Chips } from '../components/chips.tsx';
import { CellMap } from '../components/cell-map.tsx';
import { Filters } from '../components/filters.tsx';
import { HopSteps } from '../components/hop-steps.tsx';
import { Namesakes } from '../components/namesakes.tsx';
import { KindTimes, type KindTime } from '../components/kind-times.tsx';
import { Layout } from '../components/layout.tsx';
import type { Card } from '../components/record-strip.tsx';
import { ResultGallery, ResultList, ResultTable } from '../components/results.tsx';
import { SearchBox } from '../components/search-box.tsx';
import { BASEMAP_JSON } from '../basemap.ts';
import { usePage } from '../page-context.ts';
import { browseHref } from '../links.ts';
import type { Namesakes as NamesakesOfName } from '../namesakes-data.ts';
import { chipsOf } from '../query-chips.ts';
import { searchHref, textOf, without } from '../query-parts.ts';
import { addressOf, VIEWS, viewParameters } from '../search-address.ts';
import type { SearchView } from '../search-data.ts';

interface SearchPageProps {
  readonly view: SearchView;
  readonly cards: readonly Card[];
  /** For the timeline only. */
  readonly times: readonly KindTime[] | undefined;
  readonly namesakes: readonly NamesakesOfName[];
}

export function SearchPage({ view, cards, times, namesakes }: SearchPageProps) {
  const page = usePage();
  const { t } = page;
  const { address } = view;
  const chips = chipsOf(address.query, page);
  const asked = chips.map(({ value, negated }) => (negated ? `${t('results.not')} ${value}` : value)).join(', ');
  const others = without(address.query, (condition) => condition.kind === 'text');
  return (
    <Layout
      title={asked === '' ? t('results.heading') : asked}
      current="search"
      search={null}
      noIndex={address.cursor !== undefined || chips.length > 1}
    >
      <a class="skip" href="#filters">
        {t('skip.filters')}
      </a>
      <div class={address.view === 'list' ? 'search-page' : 'search-page search-page-wide'}>
        <div class="results" id="results">
          <SearchBox
            value={textOf(address.query)}
            large
            hidden={[
              ...formatQueryParameters(others),
              ...Object.entries(viewParameters({ ...address, cursor: undefined })),
            ]}
          />
          <Totals view={view} />
          <Chips query={address.query} hrefOf={(without) => addressOf(address, { query: without })}>
            <li>
              <a class="chip-clear" href="/search">
                {t('results.clear')}
              </a>
            </li>
            <li>
              <a class="chip-clear" href={browseHref('taxonomy', address.query)}>
                {t('browse.walk')}
              </a>
            </li>
          </Chips>
          <HopSteps hops={view.hops} />
          {view.address.asWords === undefined ? null : (
            <p class="notice" role="status">
              {t('results.asWords', { text: view.address.asWords.text })}{' '}
              <span lang="en">{view.address.asWords.why}</span>
            </p>
          )}
          {view.notices.map((notice) => (
            <p class="notice" lang="en">
              {notice}
            </p>
          ))}
          <Namesakes namesakes={namesakes} hrefOf={(query) => addressOf(address, { query })} />
          <Toolbar view={view} />
          {view.total === 0 ? <Empty view={view} /> : <Body view={view} cards={cards} times={times} />}
          <Pager view={view} />
          <TakeAway view={view} />
        </div>
        <Filters view={view} />
      </div>
    </Layout>
  );
}

function Totals({ view }: { readonly view: SearchView }) {
  const { t, number } = usePage();
  return (
    <div class="totals">
      <h1>{t('results.objects', { count: view.total })}</h1>
      {view.certain === view.total ? null : (
        <p>{t('results.certain', { certain: number(view.certain), possible: number(view.total - view.certain) })}</p>
      )}
      <a class="to-filters" href="#filters">
        {t('filters.toFilters')}
      </a>
    </div>
  );
}

const SORTS = [
  'relevance',
  'edition',
  'title',
  'catalogNumber',
  'eventDate',
  '-eventDate',
  'productionDate',
  '-productionDate',
  'scientificName',
] as const;

function Toolbar({ view }: { readonly view: SearchView }) {
  const { t } = usePage();
  const { address } = view;
  const hasText = textOf(address.query) !== '';
  const sorts = SORTS.filter((sort) => (hasText ? sort !== 'edition' : sort !== 'relevance'));
  const current = address.sort === undefined ? sorts[0] : formatSort(address.sort);
  return (
    <div class="toolbar">
      <nav aria-label={t('results.views')}>
        <ul>
          {VIEWS.map((name) => (
            <li>
              <a href={addressOf(address, { view: name })} aria-current={name === address.view ? 'true' : undefined}>
                {t(`results.view.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {address.view === 'map' ? null : (
        <form action="/search" method="get" data-submit-on-change>
          {[...formatQueryParameters(address.query), ...Object.entries(viewParameters({ view: address.view }))].map(
            ([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ),
          )}
          <label for="sort">{t('results.sort')}</label>
          <select id="sort" name="sort">
            {sorts.map((sort, index) => (
              <option value={index === 0 ? '' : sort} selected={sort === current}>
                {t(
                  sort.startsWith('-')
                    ? (`results.sort.${sort.slice(1)}-desc` as 'results.sort.eventDate-desc')
                    : (`results.sort.${sort}` as 'results.sort.title'),
                )}
              </option>
            ))}
          </select>
          <button type="submit">{t('results.apply')}</button>
        </form>
      )}
    </div>
  );
}

function Body({ view, cards, times }: Omit<SearchPageProps, 'namesakes'>) {
  const { address } = view;
  const search = new URLSearchParams(searchHref(address.query, viewParameters(address)).split('?')[1]);
  const suffix = search.size === 0 ? '?in=' : `?${new URLSearchParams({ in: search.toString() }).toString()}`;
  switch (address.view) {
    case 'table':
      return <ResultTable cards={cards} suffix={suffix} />;
    case 'gallery':
      return <ResultGallery cards={cards} suffix={suffix} />;
    case 'map':
      return <LargeMap view={view} />;
    case 'timeline':
      return (
        <>
          {times === undefined ? null : <KindTimes times={times} query={address.query} />}
          <ResultList cards={cards} suffix={suffix} />
        </>
      );
    default:
      return <ResultList cards={cards} suffix={suffix} />;
  }
}

/** The map that moves, over the one that does not: what is inside the element is shown until, and unless, it can start. */
function LargeMap({ view }: { readonly view: SearchView }) {
  const { t, number } = usePage();
  const { query } = view.address;
  const messages = [
    'draw',
    'drawPolygon',
    'drawHelp',
    'drawPolygonHelp',
    'clear',
    'failed',
    'loading',
    'zoomIn',
    'zoomOut',
    'here',
    'keyboard',
    'label',
  ] as const;
  const inShape = without(query, (condition) => condition.kind === 'within');
  return (
    <div class="large-map">
      <collectome-map
        data-land={BASEMAP_JSON}
        data-query={formatQueryParameters(query).toString()}
        data-open={formatQueryParameters(inShape).toString()}
        data-words={JSON.stringify(Object.fromEntries(messages.map((name) => [name, t(`map.${name}`)])))}
      >
        <CellMap cells={view.grid.cells} query={query} />
      </collectome-map>
      <p class="facet-note">
        {t('filters.unplaced', { located: number(view.grid.located), total: number(view.total) })}
      </p>
    </div>
  );
}

/** Nothing found: what to take away. */
function Empty({ view }: { readonly view: SearchView }) {
  const page = usePage();
  const { t } = page;
  const chips = chipsOf(view.address.query, page);
  return (
    <section class="empty">
      <h2>{t('results.emptyTitle')}</h2>
      {view.loosened.length === 0 ? null : (
        <>
          <p>{t('results.emptyHint')}</p>
          <ul class="lines">
            {view.loosened.map(({ query, index, total }) => (
              <li>
                <a href={addressOf(view.address, { query })}>
                  {t('results.emptyWithout', { label: `${chips[index]?.label ?? ''}: ${chips[index]?.value ?? ''}` })}
                </a>{' '}
                <span class="after">{t('results.objects', { count: total })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t('results.emptySpelling')}</p>
    </section>
  );
}

function Pager({ view }: { readonly view: SearchView }) {
  const { t } = usePage();
  const { address, next } = view;
  if (address.cursor === undefined && next === undefined) return null;
  return (
    <nav class="pager" aria-label={t('results.pages')}>
      {address.cursor === undefined ? null : (
        <a href={addressOf(address, { cursor: undefined } as object)}>{t('results.first')}</a>
      )}
      {next === undefined ? null : (
        <a rel="next" href={addressOf(address, { cursor: next })}>
          {t('results.next')}
        </a>
      )}
    </nav>
  );
}

/** The whole result to take home, and the question itself in its three spellings. */
function TakeAway({ view }: { readonly view: SearchView }) {
  const { t, node } = usePage();
  const { query } = view.address;
  const parameters = formatQueryParameters(query).toString();
  const exportHref = (format: string) => `/api/export?${parameters === '' ? '' : `${parameters}&`}format=${format}`;
  return (
    <section class="take-away">
      <h2>{t('results.export')}</h2>
      <p>
        <a href={exportHref('csv')} download>
          {t('results.exportCsv')}
        </a>
        <a href={exportHref('jsonl')} download>
          {t('results.exportJsonl')}
        </a>
        <a href={`/api/search?${parameters}`}>{t('results.exportApi')}</a>
      </p>
      <details>
        <summary>{t('results.query')}</summary>
        <dl>
          <dt>{t('results.queryLine')}</dt>
          <dd class="wrote">{formatQueryLine(query)}</dd>
          <dt>{t('results.queryUrl')}</dt>
          <dd class="wrote">{node.base + searchHref(query)}</dd>
          <dt>{t('results.queryJson')}</dt>
          <dd class="wrote">{JSON.stringify(toQueryJson(query), undefined, 2)}</dd>
        </dl>
      </details>
    </section>
  );
}
