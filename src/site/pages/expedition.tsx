/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import type { ExpeditionSummary, ExpeditionView } from '../../api/expedition-view.ts';
import { gatheringQuery } from '../../api/gathering-view.ts';
import { CountedDatasets, CountedPeople, CountLink } from '../components/counted-lines.tsx';
import { ExpeditionLines, gatheringTitle } from '../components/gathering-lines.tsx';
import { AsJson, ObjectsAndTimes, Places } from '../components/entity-parts.tsx';
import { Layout } from '../components/layout.tsx';
import type { Card } from '../components/record-strip.tsx';
import { Inferred } from '../components/voices.tsx';
import { edtfWords } from '../edtf-words.ts';
import type { ExpeditionPageView } from '../expedition-data.ts';
import { expeditionHref, gatheringHref, personHref, safeHref } from '../links.ts';
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import { searchHref, withCondition } from '../query-parts.ts';

interface ExpeditionPageProps {
  readonly view: ExpeditionPageView;
  readonly cards: readonly Card[];
}

/** An expedition: its people, ships and places, what came of it in all museums, and how it is known that it did. */
export function ExpeditionPage({ view, cards }: ExpeditionPageProps) {
  const page = usePage();
  const { t, node } = page;
  const { expedition, query, times, grid } = view;
  const when = expedition.date === undefined ? undefined : edtfWords(expedition.date, page);
  return (
    <Layout
      title={expedition.label}
      description={[t('expedition.one'), when].filter((part) => part !== undefined).join(', ')}
      canonical={node.base + expeditionHref(expedition.key)}
    >
      <header class="page-head">
        <p class="record-kind">
          <a href="/expeditions">{t('expedition.one')}</a>
        </p>
        <h1 class="page-title">{expedition.label}</h1>
        {when === undefined ? null : <p>{when}</p>}
        {expedition.otherNames.length === 0 ? null : <p class="record-also">{expedition.otherNames.join(' · ')}</p>}
        {expedition.description === undefined ? null : <p class="record-text">{expedition.description}</p>}
        <p>
          {expedition.objects === 0 ? (
            t('expedition.none')
          ) : (
            <a href={searchHref(query)}>{t('gathering.all', { count: expedition.objects })}</a>
          )}
        </p>
      </header>
      <ObjectsAndTimes cards={cards} times={times} query={query} />
      <div class="page-columns">
        <Declared expedition={expedition} />
        <section>
          {expedition.collectors.length === 0 ? null : (
            <>
              <h2>{t('gathering.collectors')}</h2>
              <CountedPeople people={expedition.collectors} query={query} role="collector" />
            </>
          )}
          {expedition.datasets.length === 0 ? null : (
            <>
              <h2>{t('gathering.museums')}</h2>
              <CountedDatasets counts={expedition.datasets} query={query} />
            </>
          )}
        </section>
        <Places grid={grid} query={query} total={expedition.objects} />
      </div>
      {expedition.gatherings.length === 0 ? null : (
        <section class="page-part">
          <h2>{t('expedition.gatherings')}</h2>
          <ul class="lines">
            {expedition.gatherings.map((gathering) => (
              <li>
                <a href={gatheringHref(gathering.key)}>{gatheringTitle(gathering, page)}</a>{' '}
                <CountLink query={withCondition(query, gatheringQuery(gathering.key))} count={gathering.count} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Evidence expedition={expedition} />
    </Layout>
  );
}

/** What somebody declared of it. */
function Declared({ expedition }: { readonly expedition: ExpeditionView }) {
  const { t } = usePage();
  const { people, ships, places } = expedition;
  const lists = [
    { title: t('expedition.ships'), names: ships },
    { title: t('entity.places'), names: places },
  ];
  if (people.length + ships.length + places.length === 0) return null;
  return (
    <section>
      {people.length === 0 ? null : (
        <>
          <h2>{t('expedition.people')}</h2>
          <ul class="lines">
            {people.map(({ name, agent }) => (
              <li>{agent === undefined ? name : <a href={personHref(agent.key)}>{name}</a>}</li>
            ))}
          </ul>
        </>
      )}
      {lists.map(({ title, names }) =>
        names.length === 0 ? null : (
          <>
            <h2>{title}</h2>
            <ul class="lines">
              {names.map((name) => (
                <li>{name}</li>
              ))}
            </ul>
          </>
        ),
      )}
    </section>
  );
}

function Evidence({ expedition }: { readonly expedition: ExpeditionView }) {
  const { t } = usePage();
  const { stated, records, source, isDeclared } = expedition;
  const href = source === undefined ? undefined : safeHref(source);
  return (
    <section class="page-part" id="evidence">
      <h2>{t('gathering.evidence')}</h2>
      <p class="quiet">{t(isDeclared ? 'expedition.declared' : 'expedition.named')}</p>
      {stated === undefined || records === 0 ? null : (
        <ul class="lines">
          {stated === 0 ? null : <li>{t('expedition.statedCount', { count: stated })}</li>}
          {records === stated ? null : (
            <li>
              <Inferred>{t('expedition.inferredCount', { count: records - stated })}</Inferred>
            </li>
          )}
        </ul>
      )}
      {source === undefined ? null : (
        <p>
          {t('expedition.source')} {href === undefined ? source : <a href={href}>{source}</a>}
        </p>
      )}
      <AsJson path="expeditions" entityKey={expedition.key} />
    </section>
  );
}

/** All expeditions in the order of time. */
export function ExpeditionsPage({
  expeditions,
  total,
}: {
  readonly expeditions: readonly ExpeditionSummary[];
  readonly total: number;
}) {
  const { t, node, number } = usePage();
  return (
    <Layout title={t('expedition.many')} canonical={`${node.base}/expeditions`}>
      <header class="page-head">
        <h1 class="page-title">{t('expedition.many')}</h1>
        <p class="quiet">{t(total === 0 ? 'expedition.manyNone' : 'expedition.manyNote')}</p>
      </header>
      <ExpeditionLines expeditions={expeditions} />
      {total > expeditions.length ? (
        <p class="quiet">{t('expedition.more', { shown: number(expeditions.length), total: number(total) })}</p>
      ) : null}
    </Layout>
  );
}
