import type { DatasetManifest } from '../../catalogue/manifest.ts';
import { Layout } from '../components/layout.tsx';
import { LicenceLink } from '../components/picture-figure.tsx';
import { datasetHref } from '../links.ts';
import { usePage } from '../page-context.ts';

/** Every dataset of the edition. */
export function DatasetsPage({ datasets }: { readonly datasets: readonly DatasetManifest[] }) {
  const { t, node } = usePage();
  return (
    <Layout title={t('datasets.title')} current="datasets" canonical={`${node.base}/datasets`}>
      <h1 class="page-title">{t('datasets.title')}</h1>
      <p>
        <a href="/institutions">{t('institutions.title')}</a> · <a href="/archive">{t('archive.title')}</a>
      </p>
      <ul class="dataset-list">
        {datasets.map((dataset) => (
          <li>
            <h2>
              <a href={datasetHref(dataset.key)}>{dataset.title}</a>
            </h2>
            {dataset.description === undefined ? null : <p class="record-text">{dataset.description}</p>}
            <p class="record-source">
              <span>{t('datasets.count', { count: dataset.recordsByType['object'] ?? 0 })}</span>
              {dataset.publisher === undefined || dataset.publisher === dataset.title ? null : (
                <span>{t('dataset.publisher', { publisher: dataset.publisher })}</span>
              )}
              <span>
                <LicenceLink id={dataset.license} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
