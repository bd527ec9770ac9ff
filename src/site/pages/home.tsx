/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { h } from '../markup.ts';
import { ALL } from '../../model/query.ts';
import { CellMap } from '../components/cell-map.tsx';
import { Facts } from '../components/facts.tsx';
import { KindMark } from '../components/kind-mark.tsx';
import { KindTimes } from '../components/kind-times.tsx';
import { Layout } from '../components/layout.tsx';
import { Plate } from '../components/plate.tsx';
import { RecordStrip, type Card } from '../components/record-strip.tsx';
import { SearchBox } from '../components/search-box.tsx';
import { TaxonName } from '../components/taxon-name.tsx';
import type { HomeView } from '../home-data.ts';
import { fieldHref, pictureHref, recordHref } from '../links.ts';
import { usePage } from '../page-context.ts';
import { toLabel } from '../record-label.ts';
import { firstOf } from '../record-sheet.ts';
import { binsWithObjects } from '../time-bins.ts';

interface HomePageProps {
  readonly view: HomeView;
  readonly newest: readonly Card[];
  readonly object: Card | undefined;
  /** The address of the page with another object. */
  readonly another: string;
}

export function HomePage({ view, newest, object, another }: HomePageProps) {
  const { t, number, node } = usePage();
  const years = binsWithObjects(view.times.flatMap(({ bins }) => bins));
  return (
    <Layout title={node.name} description={node.description} search={null} canonical={`${node.base}/`}>
      <section class="home-head">
        <h1>
          {t('home.sentence', { objects: view.objects, museums: view.museums })}
          {years === undefined ? null : <>, {t('home.span', { from: String(years.from), to: String(years.to) })}</>}
        </h1>
        <SearchBox value="" large />
      </section>
      {view.times.length === 0 ? <p class="notice">{t('home.empty')}</p> : null}
      <section class="home-time" aria-labelledby="time">
        <h2 id="time">{t('home.timeTitle')}</h2>
        <KindTimes times={view.times} query={ALL} />
        <p class="facet-note">
          {t('home.timeNote')} {view.undated === 0 ? null : t('home.undated', { count: view.undated })}
        </p>
      </section>
      {object === undefined ? null : <OneObject card={object} another={another} />}
      <div class="home-place">
        <section aria-labelledby="place">
          <h2 id="place">{t('home.placeTitle')}</h2>
          <CellMap cells={view.grid.cells} query={ALL} largest={18} />
          <p class="facet-note">
            {t('home.placeNote', { located: number(view.grid.located), total: number(view.objects) })}
          </p>
        </section>
        {view.people.length === 0 ? null : (
          <section aria-labelledby="people">
            <h2 id="people">{t('home.people')}</h2>
            <ol class="lines home-people">
              {view.people.map(({ value, count }) => (
                <li>
                  <a href={fieldHref('agent', value)}>{value}</a> <span class="after">{number(count)}</span>
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
      {newest.length === 0 ? null : (
        <section class="home-newest" aria-labelledby="newest">
          <h2 id="newest">{t('home.newest')}</h2>
          <p class="quiet">{t('home.newestNote')}</p>
          <RecordStrip cards={newest} />
        </section>
      )}
    </Layout>
  );
}

/** One object in full, as a label beside its picture. */
function OneObject({ card, another }: { readonly card: Card; readonly another: string }) {
  const page = usePage();
  const { t } = page;
  const { record, derivative } = card;
  const label = toLabel(record, page);
  const text = firstOf(record, 'description') ?? firstOf(record, 'remarks');
  return (
    <section class="home-object" aria-label={t('home.object')} id="object">
      <a class="home-object-picture" href={recordHref(record.key)} tabindex={-1} aria-hidden="true">
        {derivative === undefined ? (
          <Plate label={label} />
        ) : (
          <img src={pictureHref(derivative.hash, 1000)} width={derivative.width} height={derivative.height} alt="" />
        )}
      </a>
      <div class="record-label">
        <p class="record-kind">
          <KindMark kind={label.kind} />
          {label.what === undefined ? null : <span>{label.what}</span>}
        </p>
        <h2>
          <a href={recordHref(record.key)}>
            <TaxonName label={label} />
          </a>
        </h2>
        <p>
          <Facts label={label} />
        </p>
        {text === undefined ? null : <p class="record-text">{text}</p>}
        <p class="record-source">
          <span>{page.datasets.get(record.datasetKey)}</span>
          {label.number === undefined ? null : <span class="wrote">{label.number}</span>}
        </p>
        <p>
          <a href={another}>{t('home.another')}</a>
        </p>
      </div>
    </section>
  );
}
