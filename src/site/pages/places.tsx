/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { Layout } from '../components/layout.tsx';
import { NameBox } from '../components/name-box.tsx';
import { PlaceLines, PlaceLink } from '../components/place-lines.tsx';
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import type { PlacesPageView } from '../place-data.ts';

/** The continents with their countries, and what lies in none of them; or the places that bear a name. */
export function PlacesPage({ view }: { readonly view: PlacesPageView }) {
  const { t, node } = usePage();
  const text = view.kind === 'found' ? view.text : '';
  return (
    <Layout title={t('places.title')} canonical={`${node.base}/places`}>
      <header class="page-head">
        <h1 class="page-title">{t('places.title')}</h1>
        <p>{t('places.note')}</p>
        <NameBox action="/places" label={t('places.label')} placeholder={t('places.placeholder')} value={text} />
      </header>
      {view.kind === 'found' ? <Found view={view} /> : <Roots view={view} />}
    </Layout>
  );
}

function Found({ view }: { readonly view: Extract<PlacesPageView, { kind: 'found' }> }) {
  const { t } = usePage();
  return (
    <section class="page-part">
      <h2>{t('places.found', { count: view.total, text: view.text })}</h2>
      <PlaceLines places={view.places} />
    </section>
  );
}

function Roots({ view }: { readonly view: Extract<PlacesPageView, { kind: 'all' }> }) {
  const { t } = usePage();
  if (view.roots.length === 0) return <p>{t('places.none')}</p>;
  const others = view.roots.filter(({ kind }) => kind !== 'continent');
  return (
    <>
      {view.roots
        .filter(({ kind }) => kind === 'continent')
        .map((root) => (
          <section class="page-part">
            <h2>
              <PlaceLink place={root} />
            </h2>
            <p class="quiet">{t('place.all', { count: root.count })}</p>
            <PlaceLines places={root.within} />
          </section>
        ))}
      {others.length === 0 ? null : (
        <section class="page-part">
          <h2>{t('places.others')}</h2>
          <p class="quiet">{t('places.othersNote')}</p>
          <PlaceLines places={others} />
        </section>
      )}
    </>
  );
}
