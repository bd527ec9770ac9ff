/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import type { ClaimView } from '../../api/claim-view.ts';
import { CellMap } from '../components/cell-map.tsx';
import { Claims } from '../components/claim-forms.tsx';
import { GatheringMembers } from '../components/claim-judgements.tsx';
import {
  CountedDatasets,
  CountedPeople,
  CountLink,
  DuplicateGroups,
  ExpeditionLines,
  factWords,
  gatheringTitle,
} from '../components/gathering-lines.tsx';
import { Layout } from '../components/layout.tsx';
import { RecordStrip, type Card } from '../components/record-strip.tsx';
import type { GatheringPageView } from '../gathering-data.ts';
import { gatheringHref } from '../links.ts';
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import { searchHref, withCondition } from '../query-parts.ts';

interface GatheringPageProps {
  readonly view: GatheringPageView;
  readonly cards: readonly Card[];
  /** What people say of which records are of it. */
  readonly claims: readonly ClaimView[];
}

/** A gathering: who, when and where; what came of it, to which museums; why it is one, and which are duplicates. */
export function GatheringPage({ view, cards, claims }: GatheringPageProps) {
  const page = usePage();
  const { t, number, node } = page;
  const { gathering, query, grid, taxa, expeditions, duplicates } = view;
  const title = gatheringTitle(gathering, page);
  return (
    <Layout title={title} description={t('gathering.kind')} canonical={node.base + gatheringHref(gathering.key)}>
      <header class="page-head">
        <p class="record-kind">{t('gathering.kind')}</p>
        <h1 class="page-title">{title}</h1>
        <p>
          <a href={searchHref(query)}>{t('gathering.all', { count: gathering.objects })}</a>
          {gathering.countryCode === undefined ? null : ` · ${page.country(gathering.countryCode)}`}
        </p>
      </header>
      {cards.length === 0 ? null : (
        <section class="page-part">
          <h2>{t('person.objects')}</h2>
          <RecordStrip cards={cards} />
        </section>
      )}
      <div class="page-columns">
        {gathering.collectors.length === 0 ? null : (
          <section>
            <h2>{t('gathering.collectors')}</h2>
            <CountedPeople people={gathering.collectors} query={query} />
          </section>
        )}
        <section>
          <h2>{t('gathering.museums')}</h2>
          <CountedDatasets counts={gathering.datasets} query={query} />
          {expeditions.length === 0 ? null : (
            <>
              <h2>{t('expedition.one')}</h2>
              <ExpeditionLines expeditions={expeditions} />
            </>
          )}
        </section>
        {taxa.length === 0 ? null : (
          <section>
            <h2>{t('gathering.taxa')}</h2>
            <ul class="lines">
              {taxa.map(({ value, count }) => (
                <li>
                  <span class="taxon">{value}</span>{' '}
                  <CountLink
                    query={withCondition(query, { kind: 'is', field: 'scientificName', value })}
                    count={count}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        {grid.located === 0 ? null : (
          <section>
            <h2>{t('person.places')}</h2>
            <CellMap cells={grid.cells} query={query} largest={28} />
            <p class="facet-note">
              {t('filters.unplaced', { located: number(grid.located), total: number(gathering.objects) })}
            </p>
          </section>
        )}
      </div>
      {duplicates.length === 0 ? null : (
        <section class="page-part" id="duplicates">
          <h2>{t('gathering.duplicates')}</h2>
          <p class="quiet">{t('gathering.duplicatesNote')}</p>
          <DuplicateGroups groups={duplicates} />
        </section>
      )}
      <section class="page-part" id="evidence">
        <h2>{t('gathering.evidence')}</h2>
        {gathering.isReduced ? <p class="notice">{t('gathering.reduced')}</p> : null}
        {gathering.isReduced ? null : (
          <p class="quiet">{t(gathering.facts.length === 0 ? 'gathering.evidenceNone' : 'gathering.evidenceNote')}</p>
        )}
        <ul class="lines">
          {gathering.facts.map((fact) => (
            <li>{factWords(fact, page)}</li>
          ))}
        </ul>
        <p>
          <a href={`/api/gatherings/${encodeURIComponent(gathering.key)}`}>{t('person.json')}</a>
        </p>
      </section>
      <GatheringMembers records={view.members} claims={claims} />
      {view.members[0] === undefined ? null : (
        <Claims entity="gathering" subject={view.members[0].key} claims={claims} />
      )}
    </Layout>
  );
}
