/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import type { TaxonReason, TaxonView } from '../../api/taxon-view.ts';
import { CountedDatasets, CountedPeople, CountLink } from '../components/counted-lines.tsx';
import { AsJson, Elsewhere, ObjectsAndTimes, Places } from '../components/entity-parts.tsx';
import { Layout } from '../components/layout.tsx';
import { Reasons } from '../components/reasons.tsx';
import type { Card } from '../components/record-strip.tsx';
import {
  classificationTitle,
  inClassification,
  MATCH_WORDS,
  rankWords,
  TaxonLabel,
  TaxonLines,
} from '../components/taxon-lines.tsx';
import { datasetHref, recordHref, safeHref, taxonHref } from '../links.ts';
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import { searchHref, withCondition } from '../query-parts.ts';
import type { TaxonPageView } from '../taxon-data.ts';

/** Names in languages of people beside the title. */
const MOST_SPOKEN = 12;

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
  const common = commonNames(taxon).join(' · ');
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
            {inClassification({ title: taxon.classification, datasetKey: taxon.datasetKey }, page)}
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
      <ObjectsAndTimes cards={cards} times={times} query={query} />
      <div class="page-columns">
        <Places grid={grid} query={query} total={taxon.objects} />
        <Around view={view} />
        <Names taxon={taxon} />
      </div>
      <Evidence taxon={taxon} />
    </Layout>
  );
}

/** Names that stand beside the title: of those with a language a few, since all of them are in a list of their own. */
function commonNames({ vernacularNames }: TaxonView): readonly string[] {
  const spoken = vernacularNames.filter(({ language }) => language !== undefined);
  const listed = new Set(spoken.slice(MOST_SPOKEN));
  return [...new Set(vernacularNames.filter((name) => !listed.has(name)).map(({ name }) => name))];
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
  const { t, find } = usePage();
  const { query, people, typeStatus } = view;
  if (view.datasets.length === 0) return null;
  return (
    <section>
      {typeStatus.length === 0 ? null : (
        <>
          <h2>{t('taxon.types')}</h2>
          <ul class="lines">
            {typeStatus.map(({ value, count }) => (
              <li>
                {find(`typeStatus.${value}`) ?? value}{' '}
                <CountLink query={withCondition(query, { kind: 'is', field: 'typeStatus', value })} count={count} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('taxon.museums')}</h2>
      <CountedDatasets counts={view.datasets} query={query} />
      {people.length === 0 ? null : (
        <>
          <h2>{t('taxon.people')}</h2>
          <CountedPeople people={people} query={query} />
        </>
      )}
    </section>
  );
}

/** Synonyms, the same name in other classifications, and addresses elsewhere. */
function Names({ taxon }: { readonly taxon: TaxonView }) {
  const { t } = usePage();
  const common = taxon.vernacularNames.filter(({ language }) => language !== undefined);
  if (taxon.synonyms.length + taxon.elsewhere.length + common.length === 0 && !taxon.identifiers.some(safeHref))
    return null;
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
      <Elsewhere identifiers={taxon.identifiers} />
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
      <AsJson path="taxa" entityKey={key} />
    </section>
  );
}

function Reason({ reason }: { readonly reason: TaxonReason }) {
  const { t, number } = usePage();
  return (
    <li>
      <span class="wrote">{reason.name}</span> {t(MATCH_WORDS[reason.kind])}{' '}
      <span class="after">
        <Reasons reasons={reason.evidence} />
        {' · '}
        {number(reason.objects)}
      </span>
    </li>
  );
}
