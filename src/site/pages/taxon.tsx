/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import type { TaxonReason, TaxonView } from '../../api/taxon-view.ts';
import { CellMap } from '../components/cell-map.tsx';
import { KindTimes } from '../components/kind-times.tsx';
import { Layout } from '../components/layout.tsx';
import { RecordStrip, type Card } from '../components/record-strip.tsx';
import { classificationTitle, MATCH_WORDS, rankWords, TaxonLabel, TaxonLines } from '../components/taxon-lines.tsx';
import { datasetHref, personHref, recordHref, safeHref, taxonHref } from '../links.ts';
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import { searchHref, withCondition } from '../query-parts.ts';
import type { TaxonPageView } from '../taxon-data.ts';

interface TaxonPageProps {
  readonly view: TaxonPageView;
  readonly cards: readonly Card[];
}

/** A taxon: what is above and below it, its objects, where and when, who and which types, and its names. */
export function TaxonPage({ view, cards }: TaxonPageProps) {
  const page = usePage();
  const { t, number, node } = page;
  const { taxon, query, grid, times } = view;
  const rank = taxon.rank === undefined ? undefined : rankWords(taxon.rank, page);
  const title = classificationTitle({ title: taxon.classification, datasetKey: taxon.datasetKey }, page);
  const isTaxon = taxon.kind !== 'classification';
  const common = taxon.vernacularNames.map(({ name }) => name).join(' · ');
  return (
    <Layout
      title={isTaxon ? taxon.label : title}
      description={[rank, common].filter((part) => part !== undefined && part !== '').join(', ')}
      canonical={node.base + taxonHref(taxon.key)}
    >
      <Lineage taxon={taxon} />
      <header class="page-head">
        <h1 class="page-title">
          {isTaxon ? <TaxonLabel taxon={taxon} /> : title}
          {taxon.authorship === undefined ? null : <span class="after"> {taxon.authorship}</span>}
        </h1>
        {isTaxon ? (
          <p>
            {rank === undefined ? null : `${rank} `}
            {t('taxon.in', { title })}
            {taxon.kind === 'implied' ? ` · ${t('taxon.implied')}` : ''}
            {taxon.status === undefined ? null : <span class="wrote after"> {taxon.status}</span>}
          </p>
        ) : (
          <p>{t(taxon.datasetKey === undefined ? 'taxon.recordsNote' : 'taxon.checklistNote')}</p>
        )}
        {common === '' ? null : <p class="record-also">{common}</p>}
        {taxon.objects === 0 ? (
          <p>{t('taxon.none')}</p>
        ) : (
          <p>
            <a href={searchHref(query)}>{t('taxon.all', { count: taxon.objects })}</a>
          </p>
        )}
      </header>
      {taxon.children.length === 0 ? null : (
        <section class="page-part">
          <h2>{t('taxon.below')}</h2>
          <TaxonLines taxa={taxon.children} />
          {taxon.childrenTotal > taxon.children.length ? (
            <p class="facet-note">
              {t('taxon.belowSome', { shown: number(taxon.children.length), total: number(taxon.childrenTotal) })}
            </p>
          ) : null}
        </section>
      )}
      {cards.length === 0 ? null : (
        <section class="page-part">
          <h2>{t('taxon.objects')}</h2>
          <RecordStrip cards={cards} />
        </section>
      )}
      {times.length === 0 ? null : (
        <section class="page-part">
          <h2>{t('taxon.times')}</h2>
          <KindTimes times={times} query={query} />
        </section>
      )}
      <div class="page-columns">
        {grid.located === 0 ? null : (
          <section>
            <h2>{t('taxon.places')}</h2>
            <CellMap cells={grid.cells} query={query} largest={28} />
            <p class="facet-note">
              {t('filters.unplaced', { located: number(grid.located), total: number(taxon.objects) })}
            </p>
          </section>
        )}
        <Around view={view} />
        <Names taxon={taxon} />
      </div>
      <Evidence taxon={taxon} />
    </Layout>
  );
}

/** From the classification down to the taxon. */
function Lineage({ taxon }: { readonly taxon: TaxonView }) {
  const page = usePage();
  const { t } = page;
  return (
    <nav aria-label={t('taxon.lineage')}>
      <ol class="lineage">
        <li>
          <a href="/taxa">{t('taxa.title')}</a>
        </li>
        {taxon.lineage.map((above) => (
          <li>
            <a href={taxonHref(above.key)}>
              {above.kind === 'classification' ? (
                classificationTitle({ title: above.label, datasetKey: taxon.datasetKey }, page)
              ) : (
                <TaxonLabel taxon={above} />
              )}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Museums, type specimens and people of its objects. */
function Around({ view }: { readonly view: TaxonPageView }) {
  const { t, number, find, datasets } = usePage();
  const { query, people, typeStatus } = view;
  const counted = (field: string, value: string, count: number) => (
    <a class="after" href={searchHref(withCondition(query, { kind: 'is', field, value }))}>
      {number(count)}
    </a>
  );
  if (view.datasets.length === 0) return null;
  return (
    <section>
      {typeStatus.length === 0 ? null : (
        <>
          <h2>{t('taxon.types')}</h2>
          <ul class="lines">
            {typeStatus.map(({ value, count }) => (
              <li>
                {find(`typeStatus.${value}`) ?? value} {counted('typeStatus', value, count)}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('taxon.museums')}</h2>
      <ul class="lines">
        {view.datasets.map(({ key, count }) => (
          <li>
            <a href={datasetHref(key)}>{datasets.get(key) ?? key}</a> {counted('datasetKey', key, count)}
          </li>
        ))}
      </ul>
      {people.length === 0 ? null : (
        <>
          <h2>{t('taxon.people')}</h2>
          <ul class="lines">
            {people.map(({ key, label, count }) => (
              <li>
                <a href={personHref(key)}>{label}</a> {counted('agentKey', key, count)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Synonyms, the same name in other classifications, and addresses elsewhere. */
function Names({ taxon }: { readonly taxon: TaxonView }) {
  const { t } = usePage();
  const outside = taxon.identifiers.map(safeHref).filter((href) => href !== undefined);
  const common = taxon.vernacularNames.filter(({ language }) => language !== undefined);
  if (taxon.synonyms.length + taxon.elsewhere.length + outside.length + common.length === 0) return null;
  return (
    <section>
      {taxon.synonyms.length === 0 ? null : (
        <>
          <h2>{t('taxon.synonyms')}</h2>
          <ul class="lines">
            {taxon.synonyms.map(({ key, scientificName, authorship, status }) => (
              <li>
                <a href={recordHref(key)} class="wrote">
                  {scientificName}
                </a>
                {authorship === undefined || scientificName.includes(authorship) ? null : (
                  <span class="wrote"> {authorship}</span>
                )}
                {status === undefined ? null : <span class="wrote after"> {status}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {taxon.elsewhere.length === 0 ? null : (
        <>
          <h2>{t('taxon.elsewhere')}</h2>
          <TaxonLines taxa={taxon.elsewhere} />
        </>
      )}
      {common.length === 0 ? null : (
        <>
          <h2>{t('taxon.vernacular')}</h2>
          <ul class="lines">
            {common.map(({ name, language }) => (
              <li>
                <span class="wrote">{name}</span> <span class="after">{language}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {outside.length === 0 ? null : (
        <>
          <h2>{t('taxon.outside')}</h2>
          <ul class="lines">
            {outside.map((href) => (
              <li>
                <a href={href} rel="nofollow">
                  {href}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** How names of records came here that are not the taxon's own. */
function Evidence({ taxon }: { readonly taxon: TaxonView }) {
  const { t } = usePage();
  const { reasons, isReduced, datasetKey, key, kind } = taxon;
  return (
    <section class="page-part" id="evidence">
      <h2>{t('taxon.evidence')}</h2>
      {isReduced ? <p class="notice">{t('taxon.reduced')}</p> : null}
      <p class="quiet">
        {t(
          datasetKey === undefined
            ? 'taxon.evidenceRecords'
            : kind === 'classification' || reasons.length === 0
              ? 'taxon.evidenceNone'
              : 'taxon.evidenceNote',
        )}
      </p>
      <ul class="lines">
        {reasons.map((reason) => (
          <Reason reason={reason} />
        ))}
      </ul>
      {datasetKey === undefined ? null : (
        <p>
          <a href={datasetHref(datasetKey)}>{t('taxon.checklist')}</a>
        </p>
      )}
      <p>
        <a href={`/api/taxa/${encodeURIComponent(key)}`}>{t('taxon.json')}</a>
      </p>
    </section>
  );
}

function Reason({ reason }: { readonly reason: TaxonReason }) {
  const { t, number } = usePage();
  return (
    <li>
      <span class="wrote">{reason.name}</span> {t(MATCH_WORDS[reason.kind])}{' '}
      <span class="after">
        <span lang="en">{reason.evidence.join('; ')}</span>
        {' · '}
        {number(reason.objects)}
      </span>
    </li>
  );
}
