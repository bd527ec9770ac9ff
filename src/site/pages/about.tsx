import type { EditionManifest } from '../../catalogue/manifest.ts';
import { Layout } from '../components/layout.tsx';
import { LicenceLink } from '../components/picture-figure.tsx';
import { datasetHref, safeHref } from '../links.ts';
import { usePage } from '../page-context.ts';

/** What this node is, and how to use it. */
export function AboutPage({ manifest }: { readonly manifest: EditionManifest }) {
  const { t, node, day, number } = usePage();
  return (
    <Layout title={t('about.title')} current="about" canonical={`${node.base}/about`}>
      <div class="prose">
        <h1 class="page-title">{t('about.title')}</h1>
        <h2>{t('about.what')}</h2>
        {node.description === undefined || node.description === '' ? null : <p>{node.description}</p>}
        <p>{t('about.whatText', { name: node.name })}</p>
        <ul>
          {manifest.datasets.map(({ key, title, license }) => (
            <li>
              <a href={datasetHref(key)}>{title}</a>{' '}
              <span class="after">
                <LicenceLink id={license} />
              </span>
            </li>
          ))}
        </ul>
        <h2>{t('about.voices')}</h2>
        <p class="wrote">{t('about.voiceWrote')}</p>
        <p class="read">{t('about.voiceRead')}</p>
        <p class="inferred">
          <em>{t('about.voiceInferred')}</em>
        </p>
        <h2>{t('about.data')}</h2>
        <p>{t('about.dataText')}</p>
        <p>
          {t('about.apiText')} <a href="/api">{t('about.apiLink')}</a>
        </p>
        <h2>{t('about.editions')}</h2>
        <p>
          {t('about.editionText', {
            edition: manifest.name,
            date: day(manifest.created),
            records: number(manifest.records),
            objects: number(manifest.objects),
          })}
        </p>
        <h2 id="accessibility">{t('about.accessibility')}</h2>
        <p>{t('about.accessibilityText')}</p>
        <h2>{t('about.privacy')}</h2>
        <p>{t('about.privacyText')}</p>
        {node.contact === undefined ? null : (
          <>
            <h2>{t('about.contact')}</h2>
            <p>
              <a href={safeHref(node.contact) ?? `mailto:${encodeURIComponent(node.contact)}`}>{node.contact}</a>
            </p>
          </>
        )}
      </div>
    </Layout>
  );
}
