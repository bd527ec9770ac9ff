import type { ArchiveView, TreeNode } from '../archive-data.ts';
import { Facts } from '../components/facts.tsx';
import { ObjectsAndTimes, Places } from '../components/entity-parts.tsx';
import { Layout } from '../components/layout.tsx';
import { RecordLink, TreeLink } from '../components/related-records.tsx';
import { archiveHref, browseHref, datasetHref, recordHref } from '../links.ts';
import { usePage } from '../page-context.ts';
import { searchHref } from '../query-parts.ts';
import { toLabel } from '../record-label.ts';
import { firstOf } from '../record-sheet.ts';

interface TopsProps {
  readonly tops: readonly TreeNode[];
  readonly total: number;
}

/** The tops of all archives. */
export function ArchivesPage({ tops, total }: TopsProps) {
  const { t, node } = usePage();
  return (
    <Layout title={t('archive.title')} canonical={`${node.base}/archive`}>
      <header class="page-head">
        <h1 class="page-title">{t('archive.title')}</h1>
        <p class="quiet">{t(tops.length === 0 ? 'archive.none' : 'archive.note')}</p>
      </header>
      <Nodes nodes={tops} />
      {total > tops.length ? <p class="quiet">{t('browse.more', { count: total - tops.length })}</p> : null}
    </Layout>
  );
}

/** One part of an archive: what is above it, what it is, what lies below it. */
export function ArchivePage({ view }: { readonly view: ArchiveView }) {
  const page = usePage();
  const { t, node, datasets, find } = page;
  const { record, place, children, childCount, cursor, query, objects, times, grid } = view;
  const label = toLabel(record, page);
  const level = firstOf(record, 'archiveLevel');
  const description = firstOf(record, 'description');
  return (
    <Layout title={label.title} description={description} canonical={node.base + archiveHref(record.key)}>
      <nav aria-label={t('record.breadcrumb')} class="path">
        <a href="/archive">{t('archive.title')}</a>
        {place?.above.map((whole) => (
          <TreeLink record={whole} />
        ))}
      </nav>
      <header class="page-head">
        {level === undefined ? null : <p class="record-kind">{find(`archiveLevel.${level}`) ?? level}</p>}
        <h1 class="page-title">{label.title}</h1>
        <p>
          <Facts label={label} />
        </p>
        {description === undefined ? null : <p class="record-text">{description}</p>}
        <p class="record-source">
          <a href={datasetHref(record.datasetKey)}>{datasets.get(record.datasetKey) ?? record.datasetKey}</a>
          {label.number === undefined ? null : <span class="wrote">{label.number}</span>}
          <a href={recordHref(record.key)}>{t('archive.record')}</a>
        </p>
        {objects === 0 ? null : (
          <p>
            <a href={searchHref(query)}>{t('archive.within', { count: objects })}</a> ·{' '}
            <a href={browseHref('date', query)}>{t('browse.walk')}</a>
          </p>
        )}
      </header>
      <section class="page-part">
        <h2>{t('archive.parts')}</h2>
        <p>
          {childCount === 0 ? (
            t('archive.leaf')
          ) : (
            <a href={searchHref(view.childQuery)}>{t('archive.direct', { count: childCount })}</a>
          )}
        </p>
        <Nodes nodes={children} />
        {cursor === undefined ? null : (
          <p>
            <a rel="next" href={`${archiveHref(record.key)}?${new URLSearchParams({ cursor }).toString()}`}>
              {t('archive.next')}
            </a>
          </p>
        )}
      </section>
      <ObjectsAndTimes cards={[]} times={times} query={query} />
      <Places grid={grid} query={query} total={objects} isWide />
    </Layout>
  );
}

/** Parts side by side: level, name, date, number, and how much each holds. */
function Nodes({ nodes }: { readonly nodes: readonly TreeNode[] }) {
  const page = usePage();
  const { t, find } = page;
  return (
    <ul class="lines tree-nodes">
      {nodes.map(({ record, within }) => {
        const label = toLabel(record, page);
        const level = firstOf(record, 'archiveLevel');
        return (
          <li>
            {within === undefined ? <RecordLink record={record} /> : <TreeLink record={record} />}
            <span class="after">
              {' '}
              {[level === undefined ? undefined : (find(`archiveLevel.${level}`) ?? level), label.when]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </span>{' '}
            {label.number === undefined ? null : <span class="wrote after">{label.number}</span>}{' '}
            {within === undefined ? null : <span class="after">{t('archive.within', { count: within })}</span>}
          </li>
        );
      })}
    </ul>
  );
}
