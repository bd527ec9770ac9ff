import { findField } from '../../vocabulary/fields.ts';
import { ARRANGEMENTS, startOf } from '../arrangements.ts';
import type { BrowseView } from '../browse-data.ts';
import { Chips } from '../components/chips.tsx';
import { Layout } from '../components/layout.tsx';
import { RecordStrip, Thumbnail, type Card } from '../components/record-strip.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { edtfWords } from '../edtf-words.ts';
import { valueWords } from '../field-words.ts';
import { browseHref } from '../links.ts';
import { usePage, type PageContext } from '../page-context.ts';
import { placeName } from '../place-words.ts';
import { searchHref } from '../query-parts.ts';
import type { PathStep, Step } from '../walk-steps.ts';

interface BrowsePageProps {
  readonly view: BrowseView;
  readonly cards: readonly Card[];
  /** A record with its picture from the shelf. */
  readonly toCard: (record: BrowseView['records'][number]) => Card;
}

/** Pages that list what the objects have in common. */
const LISTS = [
  ['places.title', '/places'],
  ['taxa.title', '/taxa'],
  ['expedition.many', '/expeditions'],
  ['institutions.title', '/institutions'],
  ['archive.title', '/archive'],
] as const;

/** A set of objects, arranged in one way or another: where one stands, where one can go, and what is there. */
export function BrowsePage({ view, cards, toCard }: BrowsePageProps) {
  const page = usePage();
  const { t, number } = page;
  const { by, query, total, certain } = view;
  return (
    <Layout title={t('browse.title', { by: t(`browse.by.${by}`) })} current="browse" noIndex={query.kind !== 'all'}>
      <header class="page-head">
        <h1 class="page-title">{t('browse.heading')}</h1>
        <nav class="toolbar" aria-label={t('browse.arrangements')}>
          <ul>
            {ARRANGEMENTS.map((name) => (
              <li>
                <a href={browseHref(name, query)} aria-current={name === by ? 'page' : undefined}>
                  {t(`browse.by.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p>
          <a href={searchHref(query)}>{t('person.all', { count: total })}</a>
          {certain === total ? null : (
            <span class="after">
              {' '}
              {t('results.certain', { certain: number(certain), possible: number(total - certain) })}
            </span>
          )}
        </p>
        <Chips query={query} hrefOf={(without) => browseHref(by, without)} />
      </header>
      <Path view={view} />
      <Steps view={view} toCard={toCard} />
      {cards.length === 0 ? null : (
        <section class="page-part">
          <h2>{t('browse.some')}</h2>
          <RecordStrip cards={cards} />
        </section>
      )}
      <nav class="page-part" aria-labelledby="lists">
        <h2 id="lists">{t('browse.lists')}</h2>
        <ul class="browse-lists">
          {LISTS.map(([title, href]) => (
            <li>
              <a href={href}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
    </Layout>
  );
}

/** The way taken so far, each part of it a link back. */
function Path({ view: { path, by, query } }: { readonly view: BrowseView }) {
  const page = usePage();
  const { t } = page;
  if (path.length === 0) return null;
  return (
    <nav aria-label={t('record.breadcrumb')} class="path">
      <a href={browseHref(by, startOf(by, query))}>{t('browse.start')}</a>
      {path.map((step, index) =>
        index === path.length - 1 ? (
          <span aria-current="page">{wordsOf(step, page)}</span>
        ) : (
          <a href={browseHref(by, step.query)}>{wordsOf(step, page)}</a>
        ),
      )}
    </nav>
  );
}

function wordsOf(step: PathStep, page: PageContext): string {
  const field = findField(step.field);
  if (step.isMissing === true)
    return page.t('browse.withoutField', { field: page.find(`field.${step.field}`) ?? step.field });
  if (step.place !== undefined) return placeName(step.place, page);
  if (step.label !== undefined || field === undefined) return step.label ?? step.value;
  if (field.type === 'span') return edtfWords(step.value, page);
  return valueWords(field, step.value, page);
}

function Steps({ view, toCard }: Pick<BrowsePageProps, 'view' | 'toCard'>) {
  const page = usePage();
  const { t, number } = page;
  const { steps, rest, hidden, overlaps, total, by, query } = view;
  if (steps.length === 0) return <p class="quiet browse-end">{t(total === 0 ? 'browse.empty' : 'browse.end')}</p>;
  const href = (step: Step) => browseHref(by, step.query);
  return (
    <section class="page-part">
      <ul class="browse-steps">
        {steps.map((step) => {
          const derivative = step.pictured === undefined ? undefined : toCard(step.pictured).derivative;
          return (
            <li>
              <span class="browse-picture">
                {derivative === undefined ? null : <Thumbnail derivative={derivative} />}
              </span>
              <a class="browse-name" href={href(step)}>
                {wordsOf(step, page)}
                {step.ages === undefined ? null : (
                  <span class="after">
                    {' '}
                    {t('browse.ages', { begin: number(step.ages.begin), end: number(step.ages.end) })}
                  </span>
                )}
              </a>
              <span class="browse-count">
                <a
                  href={searchHref(step.query)}
                  aria-label={t('browse.search', { count: number(step.count), name: wordsOf(step, page) })}
                >
                  {number(step.count)}
                </a>
                {step.certain === step.count ? null : (
                  <span class="after"> {t('browse.certain', { certain: number(step.certain) })}</span>
                )}
              </span>
              <ShareBar share={total === 0 ? 0 : step.count / total} />
            </li>
          );
        })}
        {rest === undefined ? null : <Rest view={view} rest={rest} />}
      </ul>
      {hidden === 0 ? null : (
        <p>
          <a href={`${browseHref(by, query)}&more=1`}>{t('browse.showMore')}</a>
        </p>
      )}
      {overlaps ? <p class="quiet">{t('browse.overlaps')}</p> : null}
    </section>
  );
}

/** What is in none of the steps, so that the counts add up. */
function Rest({ view, rest }: { readonly view: BrowseView; readonly rest: NonNullable<BrowseView['rest']> }) {
  const { t, number } = usePage();
  const { by, total, hidden } = view;
  const { kind, query, count } = rest;
  const words =
    kind === 'others' ? t('browse.others', { count: hidden }) : t(kind === 'here' ? 'browse.here' : 'browse.without');
  return (
    <li class="browse-rest">
      <span class="browse-picture"></span>
      <a class="browse-name" href={kind === 'without' ? browseHref(by, query) : searchHref(query)}>
        {words}
      </a>
      <span class="browse-count">
        <a href={searchHref(query)} aria-label={t('browse.search', { count: number(count), name: words })}>
          {number(count)}
        </a>
      </span>
      <ShareBar share={total === 0 ? 0 : count / total} />
    </li>
  );
}
