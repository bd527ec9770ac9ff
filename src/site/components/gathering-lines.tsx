/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { agentRoleQuery } from '../../api/agent-view.ts';
import { expeditionQuery, type ExpeditionSummary } from '../../api/expedition-view.ts';
import type { CountedAgent, GatheringSummary, GatheringView, SaidFact } from '../../api/gathering-view.ts';
import type { ExpeditionRule } from '../../model/expedition.ts';
import type { GatheringFactKind, GatheringRule } from '../../model/gathering.ts';
import type { Query } from '../../model/query.ts';
import { edtfWords } from '../edtf-words.ts';
import type { RecordGathering, ShownDuplicates } from '../gathering-data.ts';
import { datasetHref, expeditionHref, gatheringHref, personHref } from '../links.ts';
import { h } from '../markup.ts';
import type { MessageKey } from '../messages.ts';
import { usePage, type PageContext } from '../page-context.ts';
import { searchHref, withCondition } from '../query-parts.ts';
import { firstOf } from '../record-sheet.ts';
import { RecordStrip, type Card } from './record-strip.tsx';
import { RecordLink } from './related-records.tsx';
import { Inferred } from './voices.tsx';

const RULE_WORDS: Readonly<Record<GatheringRule, MessageKey>> = {
  claim: 'gathering.rule.claim',
  event: 'gathering.rule.event',
  stated: 'gathering.rule.stated',
  number: 'gathering.rule.number',
  place: 'gathering.rule.place',
  name: 'gathering.rule.name',
};

const FACT_WORDS: Readonly<Record<GatheringFactKind, MessageKey>> = {
  event: 'fact.event',
  collector: 'fact.collector',
  recordNumber: 'fact.recordNumber',
  fieldNumber: 'fact.fieldNumber',
  date: 'fact.date',
  place: 'fact.place',
  coordinates: 'fact.coordinates',
  taxon: 'fact.taxon',
  otherTaxon: 'fact.otherTaxon',
  otherSpelling: 'fact.otherSpelling',
};

const BELONGING_WORDS: Readonly<Record<ExpeditionRule, MessageKey>> = {
  stated: 'expedition.rule.stated',
  people: 'expedition.rule.people',
};

/** Collectors, date in words and place. */
export function gatheringTitle({ label, date }: Pick<GatheringSummary, 'label' | 'date'>, page: PageContext): string {
  return (date === undefined ? label : label.replace(date, () => edtfWords(date, page))) || page.t('gathering.kind');
}

/** What some records agree on, and in what they differ, in words. */
export function factWords({ kind, value }: Pick<SaidFact, 'kind' | 'value'>, page: PageContext): string {
  return page.t(FACT_WORDS[kind], { value: kind === 'date' ? edtfWords(value, page) : value });
}

/** Groups of records that are, or may be, duplicates: which, and why. */
export function DuplicateGroups({ groups }: { readonly groups: readonly ShownDuplicates[] }) {
  const page = usePage();
  const { t } = page;
  return (
    <ul class="lines">
      {groups.map(({ group, records }) => (
        <li>
          <span class="after">
            {t(group.status === 'accepted' ? 'gathering.sameNumber' : 'gathering.sameTaxon', {
              value: group.value,
            })}{' '}
          </span>
          {records.map((record, index) => (
            <>
              {index === 0 ? '' : ' · '}
              <RecordLink record={record} /> <span class="wrote">{firstOf(record, 'catalogNumber')}</span>{' '}
              <span class="after">{page.datasets.get(record.datasetKey) ?? record.datasetKey}</span>
            </>
          ))}
          {group.facts.length === 0 ? null : (
            <span class="after"> — {group.facts.map((fact) => factWords(fact, page)).join('; ')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Who gathered what a query selects, each with how much of it. */
export function CountedPeople({ people, query }: { readonly people: readonly CountedAgent[]; readonly query: Query }) {
  return (
    <ul class="lines">
      {people.map(({ key, label, count }) => (
        <li>
          <a href={personHref(key)}>{label}</a>{' '}
          <CountLink query={withCondition(query, agentRoleQuery(key, 'collector'))} count={count} />
        </li>
      ))}
    </ul>
  );
}

/** Museums, each with how much is theirs of what a query selects. */
export function CountedDatasets({
  counts,
  query,
}: {
  readonly counts: GatheringView['datasets'];
  readonly query: Query;
}) {
  const { datasets } = usePage();
  return (
    <ul class="lines">
      {counts.map(({ key, count }) => (
        <li>
          <a href={datasetHref(key)}>{datasets.get(key) ?? key}</a>{' '}
          <CountLink query={withCondition(query, { kind: 'is', field: 'datasetKey', value: key })} count={count} />
        </li>
      ))}
    </ul>
  );
}

/** A number that leads to what it counts. */
export function CountLink({ query, count }: { readonly query: Query; readonly count: number }) {
  const { number } = usePage();
  return (
    <a href={searchHref(query)} class="after">
      {number(count)}
    </a>
  );
}

/** Expeditions by name and date, each with how many objects are its own. */
export function ExpeditionLines({ expeditions }: { readonly expeditions: readonly ExpeditionSummary[] }) {
  const page = usePage();
  return (
    <ul class="lines">
      {expeditions.map(({ key, label, date, objects }) => (
        <li>
          <a href={expeditionHref(key)}>{label}</a>{' '}
          {date === undefined ? null : <span class="after">{edtfWords(date, page)} · </span>}
          <CountLink query={expeditionQuery(key)} count={objects} />
        </li>
      ))}
    </ul>
  );
}

/** On a record's page: what was gathered with it, its duplicates, and its expeditions. */
export function GatheringPart({
  view: { gathering, expeditions },
  toCard,
}: {
  readonly view: RecordGathering;
  readonly toCard: (record: ShownDuplicates['records'][number]) => Card;
}) {
  const page = usePage();
  const { t } = page;
  return (
    <>
      {expeditions.length === 0 ? null : (
        <section>
          <h2>{t('expedition.one')}</h2>
          <ul class="lines">
            {expeditions.map(({ key, label, rule }) => (
              <li>
                <a href={expeditionHref(key)}>{label}</a>{' '}
                <span class="after">
                  {rule === 'people' ? <Inferred>{t(BELONGING_WORDS[rule])}</Inferred> : t(BELONGING_WORDS[rule])}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {gathering === undefined ? null : (
        <>
          {gathering.duplicates.length === 0 ? null : (
            <section>
              <h2>{t('gathering.duplicates')}</h2>
              <DuplicateGroups groups={gathering.duplicates} />
            </section>
          )}
          <section class="wide">
            <h2>{t('record.sameGathering')}</h2>
            <p>
              <a href={gatheringHref(gathering.summary.key)}>{gatheringTitle(gathering.summary, page)}</a>{' '}
              <span class="after">
                <a href={searchHref(gathering.query)}>{t('gathering.all', { count: gathering.total })}</a> ·{' '}
                {t(RULE_WORDS[gathering.rule])}
              </span>
            </p>
            <RecordStrip cards={gathering.records.map(toCard)} />
          </section>
        </>
      )}
    </>
  );
}
