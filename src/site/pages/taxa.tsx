/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { Layout } from '../components/layout.tsx';
import { NameBox } from '../components/name-box.tsx';
import { classificationTitle, TaxonLines } from '../components/taxon-lines.tsx';
import { taxonHref } from '../links.ts';
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import type { TaxaPageView } from '../taxon-data.ts';

/** All classifications with what is topmost in them, or the taxa that bear a name. */
export function TaxaPage({ view }: { readonly view: TaxaPageView }) {
  const { t, node } = usePage();
  const text = view.kind === 'found' ? view.text : '';
  return (
    <Layout title={t('taxa.title')} canonical={`${node.base}/taxa`}>
      <header class="page-head">
        <h1 class="page-title">{t('taxa.title')}</h1>
        <p>{t('taxa.note')}</p>
        <NameBox action="/taxa" label={t('taxa.label')} placeholder={t('taxa.placeholder')} value={text} />
      </header>
      {view.kind === 'found' ? <Found view={view} /> : <Classifications view={view} />}
    </Layout>
  );
}

function Found({ view }: { readonly view: Extract<TaxaPageView, { kind: 'found' }> }) {
  const { t } = usePage();
  const taxa = view.taxa.map((taxon) => ({ ...taxon, classification: view.titles.get(taxon.classificationKey) ?? '' }));
  return (
    <section class="page-part">
      <h2>{t('taxa.found', { count: view.total, text: view.text })}</h2>
      <TaxonLines taxa={taxa} />
    </section>
  );
}

function Classifications({ view }: { readonly view: Extract<TaxaPageView, { kind: 'all' }> }) {
  const page = usePage();
  const { t } = page;
  if (view.classifications.length === 0) return <p>{t('taxa.none')}</p>;
  return (
    <>
      {view.classifications.map(({ key, label, datasetKey, objects, children }) => (
        <section class="page-part">
          <h2>
            <a href={taxonHref(key)}>{classificationTitle({ title: label, datasetKey }, page)}</a>
          </h2>
          <p class="quiet">{t('taxon.all', { count: objects })}</p>
          <TaxonLines taxa={children} />
        </section>
      ))}
    </>
  );
}
