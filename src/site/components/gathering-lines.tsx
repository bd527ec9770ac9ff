/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { expeditionQuery, type ExpeditionSummary } from '../../api/expedition-view.ts';
import type { GatheringSummary, SaidFact } from '../../api/gathering-view.ts';
import type { ExpeditionRule } from '../../model/expedition.ts';
import type { GatheringFactKind, GatheringRule } from '../../model/gathering.ts';
import { edtfWords } from '../edtf-words.ts';
import type { RecordGathering, ShownDuplicates } from '../gathering-data.ts';
import { expeditionHref, gatheringHref } from '../links.ts';
import { h } from '../markup.ts';
import type { MessageKey } from '../messages.ts';
import { usePage, type PageContext } from '../page-context.ts';
import { searchHref } from '../query-parts.ts';
import { firstOf } from '../record-sheet.ts';
import { CountLink } from './counted-lines.tsx';
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
  if (date === undefined) return label || page.t('gathering.kind');
  // A day stays with its month.
  return label.replace(date, () => edtfWords(date, page).replaceAll(/(?<=\b\d\d?\.?) (?=\p{L})/gu, '\u00A0'));
}

/** What some records agree on, and in what they differ, in words. */
export function factWords({ kind, value }: Pick<SaidFact, 'kind' | 'value'>, page: PageContext): string {
  return page.t(FACT_WORDS[kind], { value: factValue({ kind, value }, page) });
}

function factValue({ kind, value }: Pick<SaidFact, 'kind' | 'value'>, page: PageContext): string {
  if (kind === 'date') return edtfWords(value, page);
  return kind === 'coordinates' && Number.isFinite(Number(value)) ? page.number(Number(value)) : value;
}

/** Groups of records that are, or may be, duplicates: which, and why. */
export function DuplicateGroups({ groups }: { readonly groups: readonly ShownDuplicates[] }) {
  const page = usePage();
  const { t } = page;
  return (
    <ul class="lines">
      {groups.map(({ group, records }) => (
        <li>
          <p class="after">
            {t(group.status === 'accepted' ? 'gathering.sameNumber' : 'gathering.sameTaxon', {
              value: group.value,
            })}
          </p>
          <ul>
            {records.map((record) => (
              <li>
                <RecordLink record={record} /> <span class="wrote">{firstOf(record, 'catalogNumber')}</span>{' '}
                <span class="after">{page.datasets.get(record.datasetKey) ?? record.datasetKey}</span>
              </li>
            ))}
          </ul>
          {group.facts.length === 0 ? null : (
            <p class="after">{group.facts.map((fact) => factWords(fact, page)).join('; ')}</p>
          )}
        </li>
      ))}
    </ul>
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
          {date === undefined ? null : <span class="after">({edtfWords(date, page)}) </span>}
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
                {rule === 'people' ? (
                  <Inferred>{t(BELONGING_WORDS[rule])}</Inferred>
                ) : (
                  <span class="after">{t(BELONGING_WORDS[rule])}</span>
                )}
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
