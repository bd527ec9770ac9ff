/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import type { ClaimView } from '../../api/claim-view.ts';
import { Claims } from '../components/claim-forms.tsx';
import { GatheringMembers } from '../components/claim-judgements.tsx';
import { CountedDatasets, CountedPeople, CountLink } from '../components/counted-lines.tsx';
import { DuplicateGroups, ExpeditionLines, factWords, gatheringTitle } from '../components/gathering-lines.tsx';
import { AsJson, Objects, Places } from '../components/entity-parts.tsx';
import { Layout } from '../components/layout.tsx';
import type { Card } from '../components/record-strip.tsx';
import { TaxonName } from '../components/taxon-name.tsx';
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
  const { t, node } = page;
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
      <Objects cards={cards} />
      <div class="page-columns">
        {gathering.collectors.length === 0 ? null : (
          <section>
            <h2>{t('gathering.collectors')}</h2>
            <CountedPeople people={gathering.collectors} query={query} role="collector" />
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
                  <TaxonName label={{ title: value, isTaxon: true }} />{' '}
                  <CountLink
                    query={withCondition(query, { kind: 'is', field: 'scientificName', value })}
                    count={count}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        <Places grid={grid} query={query} total={gathering.objects} />
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
        <AsJson path="gatherings" entityKey={gathering.key} />
      </section>
      {view.members === undefined ? null : (
        <GatheringMembers gatheringKey={gathering.key} members={view.members} claims={claims} />
      )}
      <Claims entity="gathering" subject={view.members?.first[0]?.key ?? ''} claims={claims} />
    </Layout>
  );
}
