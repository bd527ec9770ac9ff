/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { h } from '../markup.ts';
import type { RecordState } from '../../catalogue/history.ts';
import type { CatalogueRecord } from '../../model/record.ts';
import { Layout } from '../components/layout.tsx';
import { recordHref } from '../links.ts';
import { usePage } from '../page-context.ts';
import { compareRecords, type Change } from '../record-change.ts';
import { toLabel } from '../record-label.ts';

interface HistoryPageProps {
  readonly record: CatalogueRecord;
  /** Latest first. */
  readonly states: readonly RecordState[];
}

/** The states of a record, and what differs from each to the next. */
export function HistoryPage({ record, states }: HistoryPageProps) {
  const page = usePage();
  const { t } = page;
  const label = toLabel(record, page);
  return (
    <Layout title={t('history.title', { title: label.title })} noIndex>
      <header class="page-head">
        <h1 class="page-title">{t('history.title', { title: label.title })}</h1>
        <p>
          <a href={recordHref(record.key)}>{t('history.back')}</a>
        </p>
      </header>
      {states.length < 2 ? <p>{t('history.alone')}</p> : null}
      {states.map((state, index) => {
        const before = states[index + 1]?.record;
        const own = state.record ?? (state.toEdition === undefined ? record : undefined);
        return (
          <section class="state">
            <h2>
              {state.toEdition === undefined
                ? t('history.now', { from: state.fromEdition })
                : t('history.state', { from: state.fromEdition, to: state.toEdition })}
            </h2>
            {before === undefined || own === undefined ? (
              <p class="quiet">{t('history.first')}</p>
            ) : (
              <Changes before={before} after={own} />
            )}
          </section>
        );
      })}
    </Layout>
  );
}

function Changes({ before, after }: { readonly before: CatalogueRecord; readonly after: CatalogueRecord }) {
  const { t } = usePage();
  const { written, read } = compareRecords(before, after);
  return (
    <>
      {written.length + read.length === 0 ? <p>{t('history.noChange')}</p> : null}
      {written.length === 0 ? null : <ChangeList title={t('history.changed')} changes={written} isVerbatim />}
      {read.length === 0 ? null : <ChangeList title={t('history.readDifferently')} changes={read} isVerbatim={false} />}
    </>
  );
}

interface ChangeListProps {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly isVerbatim: boolean;
}

function ChangeList({ title, changes, isVerbatim }: ChangeListProps) {
  const { t, find } = usePage();
  const voice = isVerbatim ? 'wrote' : 'read';
  return (
    <>
      <h3>{title}</h3>
      <dl>
        {changes.map(({ name, before, after }) => (
          <div class="difference">
            <dt class={isVerbatim ? 'wrote-header' : 'after'}>{isVerbatim ? name : (find(`field.${name}`) ?? name)}</dt>
            <dd>
              <span class="after">{t('history.was')} </span>
              {before === undefined ? (
                <span class="quiet">{t('history.none')}</span>
              ) : (
                <del class={voice}>{before}</del>
              )}
            </dd>
            <dd>
              <span class="after">{t('history.is')} </span>
              {after === undefined ? <span class="quiet">{t('history.none')}</span> : <ins class={voice}>{after}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
