import { KindTimes } from '../components/kind-times.tsx';
import { Objects, Places } from '../components/entity-parts.tsx';
import { CountedPeople } from '../components/counted-lines.tsx';
import { Layout } from '../components/layout.tsx';
import type { Card } from '../components/record-strip.tsx';
import { Shares } from '../components/shares.tsx';
import type { FacetList, InstitutionView } from '../institution-data.ts';
import { browseHref, datasetHref, institutionHref } from '../links.ts';
import { usePage } from '../page-context.ts';
import { searchHref, withCondition } from '../query-parts.ts';
import type { FacetValue } from '../../search/engine.ts';

/** Every institution by its code. */
export function InstitutionsPage({ institutions }: { readonly institutions: readonly FacetValue[] }) {
  const { t, node, number } = usePage();
  return (
    <Layout title={t('institutions.title')} current="datasets" canonical={`${node.base}/institutions`}>
      <header class="page-head">
        <h1 class="page-title">{t('institutions.title')}</h1>
        <p class="quiet">{t('institutions.note')}</p>
      </header>
      {institutions.length === 0 ? <p>{t('institutions.none')}</p> : null}
      <ul class="lines columns">
        {institutions.map(({ value, count }) => (
          <li>
            <a href={institutionHref(value)} class="wrote">
              {value}
            </a>{' '}
            <span class="after">{number(count)}</span>
          </li>
        ))}
      </ul>
    </Layout>
  );
}

/** An institution: what it has, from when and where, by whom, and how well it is described. */
export function InstitutionPage({ view, cards }: { readonly view: InstitutionView; readonly cards: readonly Card[] }) {
  const { t, node, datasets } = usePage();
  const { code, query, objects, times, grid, people } = view;
  return (
    <Layout title={code} current="datasets" canonical={node.base + institutionHref(code)}>
      <header class="page-head">
        <h1 class="page-title wrote">{code}</h1>
        <ul class="lines">
          {view.datasets.map(({ value }) => (
            <li>
              <a href={datasetHref(value)}>{datasets.get(value) ?? value}</a>
            </li>
          ))}
        </ul>
        <p>
          <a href={searchHref(query)}>{t('person.all', { count: objects })}</a> ·{' '}
          <a href={browseHref('museum', query)}>{t('browse.walk')}</a>
        </p>
      </header>
      <section class="page-part">
        <h2>{t('dataset.contents')}</h2>
        <KindTimes times={times} query={query} />
      </section>
      <Objects cards={cards} />
      <div class="page-columns">
        {view.collections.values.length === 0 ? null : (
          <Values view={view} field="collectionCode" title={t('institution.collections')} list={view.collections} />
        )}
        <Places grid={grid} query={query} total={objects} title={t('dataset.place')} />
        {people.length === 0 ? null : (
          <section>
            <h2>{t('institution.people')}</h2>
            <CountedPeople people={people} query={query} />
          </section>
        )}
        {view.taxa.values.length === 0 ? null : (
          <Values view={view} field="family" title={t('institution.families')} list={view.taxa} />
        )}
        <section>
          <h2>{t('dataset.quality')}</h2>
          <Shares completeness={view.completeness} />
        </section>
      </div>
    </Layout>
  );
}

interface ValuesProps {
  readonly view: InstitutionView;
  readonly field: string;
  readonly title: string;
  readonly list: FacetList;
}

/** The values of a field with their counts, each a search; what has none too, so that the counts add up. */
function Values({ view: { query }, field, title, list }: ValuesProps) {
  const { t, number } = usePage();
  const without = withCondition(query, { kind: 'not', of: { kind: 'exists', field } });
  return (
    <section>
      <h2>{title}</h2>
      <ul class="lines">
        {list.values.map(({ value, count }) => (
          <li>
            <a href={searchHref(withCondition(query, { kind: 'is', field, value }))}>{value}</a>{' '}
            <span class="after">{number(count)}</span>
          </li>
        ))}
        {list.missing === 0 ? null : (
          <li>
            <a href={searchHref(without)}>{t('browse.without')}</a> <span class="after">{number(list.missing)}</span>
          </li>
        )}
        {list.distinct > list.values.length ? (
          <li class="quiet">{t('browse.more', { count: list.distinct - list.values.length })}</li>
        ) : null}
      </ul>
    </section>
  );
}
