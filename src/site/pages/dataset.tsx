import type { SourceManifest } from '../../catalogue/manifest.ts';
import { CellMap } from '../components/cell-map.tsx';
import { KindTimes } from '../components/kind-times.tsx';
import { Layout } from '../components/layout.tsx';
import { LicenceLink } from '../components/picture-figure.tsx';
import { Shares } from '../components/shares.tsx';
import { MidsLevels } from '../components/test-table.tsx';
import type { DatasetView } from '../dataset-data.ts';
import { datasetHref, safeHref } from '../links.ts';
import { usePage } from '../page-context.ts';
import { searchHref } from '../query-parts.ts';

/** What a dataset holds, whose it is, what may be done with it, and what became of each of its rows. */
export function DatasetPage({ view }: { readonly view: DatasetView }) {
  const { t, number, node } = usePage();
  const { dataset, query } = view;
  const homepage = dataset.homepage === undefined ? undefined : safeHref(dataset.homepage);
  return (
    <Layout
      title={dataset.title}
      description={dataset.description}
      current="datasets"
      canonical={node.base + datasetHref(dataset.key)}
    >
      <header class="page-head">
        <h1 class="page-title">{dataset.title}</h1>
        {dataset.description === undefined ? null : <p class="record-text">{dataset.description}</p>}
        <p>
          <a href={searchHref(query)}>{t('dataset.search')}</a>{' '}
          <span class="after">{t('datasets.count', { count: view.objects })}</span>
        </p>
      </header>
      <section class="page-part">
        <h2>{t('dataset.contents')}</h2>
        <KindTimes times={view.times} query={query} />
      </section>
      <div class="page-columns">
        <section>
          <h2>{t('dataset.place')}</h2>
          <CellMap cells={view.grid.cells} query={query} largest={28} />
          <p class="facet-note">
            {t('filters.unplaced', { located: number(view.grid.located), total: number(view.objects) })}
          </p>
        </section>
        <Quality view={view} />
        <section>
          <h2>{t('dataset.license')}</h2>
          <p>{dataset.license === undefined ? t('dataset.licenseNone') : <LicenceLink id={dataset.license} />}</p>
          <h2>{t('dataset.contacts')}</h2>
          <ul class="lines">
            {dataset.contacts.map(({ name, email, role }) => (
              <li>
                {email === undefined ? name : <a href={`mailto:${encodeURIComponent(email)}`}>{name ?? email}</a>}
                {role === undefined ? null : <span class="after"> {role}</span>}
              </li>
            ))}
            {dataset.contacts.length === 0 ? <li>{t('dataset.unknown')}</li> : null}
          </ul>
          <h2>{t('dataset.citation')}</h2>
          <p class="citation">
            {dataset.citation ?? `${dataset.publisher ?? ''} ${dataset.title}. ${dataset.iri}`.trim()}
          </p>
          <h2>{t('dataset.iri')}</h2>
          <p class="citation">{dataset.iri}</p>
          {homepage === undefined ? null : (
            <p>
              <a href={homepage}>{t('dataset.homepage')}</a>
            </p>
          )}
        </section>
      </div>
      <Rows view={view} />
    </Layout>
  );
}

function Quality({ view }: { readonly view: DatasetView }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('dataset.quality')}</h2>
      <Shares completeness={view.completeness} />
      <MidsLevels tested={view.tested} />
      <p>
        <a href={`/quality#${view.dataset.key}`}>{t('dataset.qualityLink')}</a>
      </p>
    </section>
  );
}

/** The account of every row: read, imported, rejected. */
function Rows({ view }: { readonly view: DatasetView }) {
  const { t, number } = usePage();
  const { sources, dataset } = view;
  const sum = (count: (source: SourceManifest) => number) =>
    number(sources.reduce((total, source) => total + count(source), 0));
  return (
    <section class="page-part" id="rows">
      <h2>{t('dataset.rows')}</h2>
      <p class="quiet">{t('dataset.rowsNote')}</p>
      <div class="table-scroll" role="region" aria-label={t('dataset.rows')} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('dataset.file')}</th>
              <th scope="col">{t('dataset.rowType')}</th>
              <th scope="col" class="number">
                {t('dataset.read')}
              </th>
              <th scope="col" class="number">
                {t('dataset.imported')}
              </th>
              <th scope="col" class="number">
                {t('dataset.rejected')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sources.map(({ files, rowType, rowsRead, rowsImported, rowsRejected }) => (
              <tr>
                <th scope="row" class="wrote">
                  {files.length > 3 ? `${files.slice(0, 3).join(', ')} … (${number(files.length)})` : files.join(', ')}
                </th>
                <td>{rowType.split(/[/#]/u).at(-1)}</td>
                <td class="number">{number(rowsRead)}</td>
                <td class="number">{number(rowsImported)}</td>
                <td class="number">{number(rowsRejected)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('dataset.total')}</th>
              <td></td>
              <td class="number">{sum(({ rowsRead }) => rowsRead)}</td>
              <td class="number">{sum(({ rowsImported }) => rowsImported)}</td>
              <td class="number">{sum(({ rowsRejected }) => rowsRejected)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <h3>{t('dataset.rejectedRows')}</h3>
      {dataset.rejected.length === 0 ? (
        <p>{t('dataset.rejectedNone')}</p>
      ) : (
        <ul class="lines">
          {dataset.rejected.map(({ file, line, reason }) => (
            <li>
              <span class="wrote">{file}</span> <span class="after">{t('dataset.line', { line })}</span> {reason}
            </li>
          ))}
        </ul>
      )}
      {dataset.notices.length === 0 ? null : (
        <>
          <h3>{t('dataset.notices')}</h3>
          <ul class="lines">
            {dataset.notices.map((notice) => (
              <li>{notice}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
