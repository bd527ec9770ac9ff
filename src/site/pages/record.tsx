/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { h } from '../markup.ts';
import { formatQueryParameters } from '../../search/query-url.ts';
import { recordIri } from '../../model/iri.ts';
import { midsOfRecord } from '../../quality/tally.ts';
import { recordCitation } from '../citation.ts';
import { Identifications, Measurements, People } from '../components/child-rows.tsx';
import { GatheringPart } from '../components/gathering-lines.tsx';
import { KindMark } from '../components/kind-mark.tsx';
import { Layout } from '../components/layout.tsx';
import { Locator } from '../components/locator.tsx';
import { PictureFigure, LicenceLink } from '../components/picture-figure.tsx';
import { PlacePaths } from '../components/place-lines.tsx';
import { Plate } from '../components/plate.tsx';
import { Extensions, RecordSheet } from '../components/record-sheet.tsx';
import { Relations, TreeLinks } from '../components/related-records.tsx';
import { RecordStrip, type Card } from '../components/record-strip.tsx';
import { TaxonPlaces } from '../components/taxon-lines.tsx';
import { TaxonName } from '../components/taxon-name.tsx';
import { Inferred } from '../components/voices.tsx';
import { issueSentence } from '../issue-words.ts';
import { agentHref, archiveHref, datasetHref, fieldHref, recordHref } from '../links.ts';
import { usePage } from '../page-context.ts';
import type { RecordView, Related } from '../record-data.ts';
import { toLabel, type Label } from '../record-label.ts';
import { firstOf, toSheet, valuesOf } from '../record-sheet.ts';
import { structuredRecord } from '../structured-record.ts';

/** Where the record stands in the search from which it was opened. */
export interface Neighbours {
  readonly search: string;
  readonly previous?: string;
  readonly next?: string;
}

interface RecordPageProps {
  readonly view: RecordView;
  readonly neighbours: Neighbours | undefined;
  /** A record with its picture from the shelf. */
  readonly toCard: (record: RecordView['record']) => Card;
}

export function RecordPage({ view, neighbours, toCard }: RecordPageProps) {
  const page = usePage();
  const { t } = page;
  const { record, dataset } = view;
  const label = toLabel(record, page);
  const sheet = toSheet(record);
  const description = firstOf(record, 'description') ?? firstOf(record, 'remarks');
  return (
    <Layout
      title={label.title}
      description={[label.what, label.by, label.when, label.where].filter((part) => part !== undefined).join(', ')}
      canonical={recordIri(page.node.base, record.key)}
      structured={structuredRecord(page, { view, label })}
    >
      {neighbours === undefined ? null : <NeighbourLinks {...neighbours} />}
      <article class="record">
        <div class="record-pictures">
          <Pictures view={view} label={label} />
        </div>
        <header class="record-label">
          <p class="record-kind">
            <KindMark kind={label.kind} />
            {label.what === undefined ? null : <span>{label.what}</span>}
          </p>
          <h1>
            <TaxonName label={label} />
          </h1>
          {firstOf(record, 'vernacularName') === undefined ? null : (
            <p class="record-also">{firstOf(record, 'vernacularName')}</p>
          )}
          {label.isTaxon || firstOf(record, 'scientificName') === undefined ? null : (
            <p class="record-also taxon">{firstOf(record, 'scientificName')}</p>
          )}
          <TaxonPlaces taxa={view.taxa} />
          <LabelLines view={view} label={label} />
          {description === undefined ? null : <p class="record-text">{description}</p>}
          <Withheld record={record} />
          <p class="record-source">
            <a href={datasetHref(record.datasetKey)}>{dataset?.title ?? record.datasetKey}</a>
            {label.number === undefined ? null : <span class="wrote">{label.number}</span>}
            <span>
              <LicenceLink id={firstOf(record, 'license')} />
            </span>
          </p>
        </header>
        <Around view={view} toCard={toCard} />
        <section class="record-sheet" aria-labelledby="fields">
          <h2 id="fields">{t('record.fields')}</h2>
          {sheet.issues.length === 0 ? null : (
            <div class="record-notes">
              <h3>{t('record.notes')}</h3>
              <ul class="lines">
                {sheet.issues.map((issue) => (
                  <li>
                    {issue.term === undefined ? null : (
                      <span class="after">{t('record.issueTerm', { term: issue.term })} </span>
                    )}
                    {issueSentence(issue.code, page)}{' '}
                    {issue.detail === undefined ? null : <span class="wrote">{issue.detail}</span>}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <RecordSheet sheet={sheet} />
          <Extensions extensions={record.extensions} />
          <MidsMissing record={record} />
          <p class="quiet record-file">{t('record.source', { file: record.source.file, line: record.source.line })}</p>
        </section>
        <Ends view={view} label={label} />
      </article>
    </Layout>
  );
}

function NeighbourLinks({ search, previous, next }: Neighbours) {
  const { t } = usePage();
  const suffix = `?in=${encodeURIComponent(search)}`;
  return (
    <nav class="neighbours" aria-label={t('record.breadcrumb')}>
      <a href={`/search?${search}`}>{t('record.back')}</a>
      {previous === undefined ? null : (
        <a rel="prev" href={recordHref(previous) + suffix}>
          ← {t('record.previous')}
        </a>
      )}
      {next === undefined ? null : (
        <a rel="next" href={recordHref(next) + suffix}>
          {t('record.next')} →
        </a>
      )}
    </nav>
  );
}

function Pictures({ view, label }: { readonly view: RecordView; readonly label: Label }) {
  const { t } = usePage();
  const [first, ...others] = view.pictures.toSorted(
    (a, b) => Number(a.derivative === undefined) - Number(b.derivative === undefined),
  );
  const hasCopy = first?.derivative !== undefined;
  return (
    <>
      {hasCopy ? null : <Plate label={label} />}
      {first === undefined ? <p class="quiet">{t('record.noPicture')}</p> : <PictureFigure picture={first} large />}
      {others.length === 0 ? null : (
        <div class="record-more-pictures">
          {others.map((picture) => (
            <PictureFigure picture={picture} large={false} />
          ))}
        </div>
      )}
    </>
  );
}

/** The few exact words of a label: who, when, where. */
function LabelLines({ view, label }: { readonly view: RecordView; readonly label: Label }) {
  const { record } = view;
  const { find } = usePage();
  const names = [
    ['maker', valuesOf(record, 'maker')],
    ['recordedBy', valuesOf(record, 'recordedBy')],
    ['recipient', valuesOf(record, 'recipient')],
  ] as const;
  return (
    <dl class="label-lines">
      {names.map(([field, values]) =>
        values.length === 0 ? null : (
          <div>
            <dt>{find(`field.${field}`)}</dt>
            <dd>
              {values.map((value, index) => (
                <>
                  {index === 0 ? '' : ', '}
                  <a href={agentHref(value, view.agents)}>{value}</a>
                </>
              ))}
            </dd>
          </div>
        ),
      )}
      {label.when === undefined ? null : (
        <div>
          <dt>{find(firstOf(record, 'productionDate') === undefined ? 'field.eventDate' : 'field.productionDate')}</dt>
          <dd>{label.whenInferred ? <Inferred>{label.when}</Inferred> : label.when}</dd>
        </div>
      )}
      {label.where === undefined ? null : (
        <div>
          <dt>{find('record.map')}</dt>
          <dd>
            {label.where}
            <PlacePaths paths={view.places} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Withheld({ record }: { readonly record: RecordView['record'] }) {
  const { t } = usePage();
  const withheld = firstOf(record, 'informationWithheld');
  const generalised = firstOf(record, 'dataGeneralizations');
  return (
    <>
      {withheld === undefined ? null : (
        <p class="notice">
          {t('record.withheld')} <span class="wrote">{withheld}</span>
        </p>
      )}
      {generalised === undefined ? null : (
        <p class="notice">
          {t('record.generalised')} <span class="wrote">{generalised}</span>
        </p>
      )}
    </>
  );
}

/** What the record lacks for the next level of minimum information. */
function MidsMissing({ record }: { readonly record: RecordView['record'] }) {
  const { t } = usePage();
  if (record.recordType !== 'object') return null;
  const { level, missing } = midsOfRecord(record);
  if (missing.length === 0) return null;
  return <p class="quiet">{t('record.midsMissing', { level: level ?? '–', elements: missing.join(', ') })}</p>;
}

/** Where the record sits: on the map, among people, names, parts, wholes and what was gathered with it. */
function Around({ view, toCard }: Pick<RecordPageProps, 'view' | 'toCard'>) {
  const { t, find } = usePage();
  const { record, place, gathering, outside } = view;
  const parts = view.relations.find(({ type }) => type === 'has part');
  const relations = view.relations.filter(
    ({ type, total }) => type !== 'has part' && (type !== 'part of' || place === undefined || total > 1),
  );
  const {
    decimalLatitude: latitude,
    decimalLongitude: longitude,
    coordinateUncertaintyInMeters: doubt,
  } = record.interpreted;
  const { identification = [], measurement = [], participation = [] } = record.children;
  return (
    <div class="around">
      {typeof latitude === 'number' && typeof longitude === 'number' ? (
        <section>
          <h2>{t('record.map')}</h2>
          <Locator
            latitude={latitude}
            longitude={longitude}
            uncertaintyInMeters={typeof doubt === 'number' ? doubt : undefined}
          />
        </section>
      ) : null}
      {participation.length === 0 ? null : (
        <section>
          <h2>{t('record.people')}</h2>
          <People rows={participation} agents={view.agents} />
        </section>
      )}
      {identification.length < 1 ? null : (
        <section>
          <h2>{t('record.identifications')}</h2>
          <Identifications rows={identification} />
        </section>
      )}
      {measurement.length === 0 ? null : (
        <section>
          <h2>{t('record.measurements')}</h2>
          <Measurements rows={measurement} />
        </section>
      )}
      {relations.length + outside.length === 0 ? null : (
        <section>
          <h2>{t('record.relations')}</h2>
          <Relations record={record} relations={relations} outside={outside} />
        </section>
      )}
      {place === undefined ? null : (
        <section>
          <h2>{t('record.partOf')}</h2>
          <TreeLinks place={place} />
        </section>
      )}
      {parts === undefined ? null : (
        <section class="wide">
          <h2>{t('record.hasParts')}</h2>
          <RecordStrip cards={parts.records.map(toCard)} />
          {parts.total > parts.records.length ? <AllOfThem related={parts} /> : null}
          <p>
            <a href={archiveHref(record.key)}>{t('record.tree')}</a>
          </p>
        </section>
      )}
      {view.linked === undefined ? null : <GatheringPart view={view.linked} toCard={toCard} />}
      {gathering === undefined ? null : (
        <section class="wide">
          <h2>{t('record.sameGathering')}</h2>
          <p class="quiet">{find('record.sameGatheringWhy')}</p>
          <RecordStrip cards={gathering.records.map(toCard)} />
          {gathering.total > gathering.records.length + 1 ? <AllOfThem related={gathering} /> : null}
        </section>
      )}
    </div>
  );
}

function AllOfThem({ related }: { readonly related: Omit<Related, 'records'> }) {
  const { t, number } = usePage();
  return (
    <p>
      <a href={`/search?${formatQueryParameters(related.query).toString()}`}>
        {t('record.allOfThem', { count: number(related.total) })}
      </a>
    </p>
  );
}

/** What to do with the record: see more, cite it, correct it, fetch it, look at what it was. */
function Ends({ view, label }: { readonly view: RecordView; readonly label: Label }) {
  const page = usePage();
  const { t } = page;
  const { record, dataset, states, earlierKeys } = view;
  const contact = dataset?.contacts.find(({ email }) => email !== undefined);
  const earlier = states.filter(({ toEdition }) => toEdition !== undefined).length;
  const subject = t('record.errorSubject', { title: label.title, number: label.number ?? record.key });
  const body = t('record.errorBody', { iri: recordIri(page.node.base, record.key) });
  return (
    <div class="ends">
      <section>
        <h2>{t('record.more')}</h2>
        <ul class="lines">
          {seeNext(record, page).map(({ href, words }) => (
            <li>
              <a href={href}>{words}</a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('record.cite')}</h2>
        <p class="citation">{recordCitation(page, { key: record.key, label, dataset })}</p>
        <p>
          <a href={`/api/records/${encodeURIComponent(record.key)}`}>{t('record.json')}</a>
        </p>
      </section>
      <section>
        <h2>{t('record.error')}</h2>
        {contact?.email === undefined ? (
          <p>{t('record.errorNone')}</p>
        ) : (
          <p>
            <a href={`mailto:${encodeURIComponent(contact.email)}?${mailParameters({ subject, body })}`}>
              {t('record.errorMail', { name: contact.name ?? contact.email })}
            </a>
          </p>
        )}
      </section>
      <section>
        <h2>{t('record.versions')}</h2>
        {earlier === 0 ? (
          <p>{t('record.versionsNone', { edition: states[0]?.fromEdition ?? page.edition ?? '' })}</p>
        ) : (
          <p>
            {t('record.versionsSome', { count: earlier })}{' '}
            <a href={`${recordHref(record.key)}/history`}>{t('record.versionsLink')}</a>
          </p>
        )}
        {earlierKeys.length === 0 ? null : <p class="quiet">{t('record.alias', { keys: earlierKeys.join(', ') })}</p>}
      </section>
    </div>
  );
}

/** Mail programs want %20, not the plus of forms. */
function mailParameters(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

function seeNext(record: RecordView['record'], page: ReturnType<typeof usePage>) {
  const { t } = page;
  const links: { readonly href: string; readonly words: string }[] = [];
  for (const name of [...valuesOf(record, 'maker'), ...valuesOf(record, 'recordedBy')].slice(0, 3)) {
    links.push({ href: fieldHref('agent', name), words: t('record.moreBy', { name }) });
  }
  for (const field of ['expedition', 'genus', 'family', 'objectType'] as const) {
    const name = firstOf(record, field);
    if (name !== undefined) links.push({ href: fieldHref(field, name), words: t('record.moreOf', { name }) });
  }
  const island = firstOf(record, 'island') ?? firstOf(record, 'stateProvince');
  if (island !== undefined) {
    const field = firstOf(record, 'island') === undefined ? 'stateProvince' : 'island';
    links.push({ href: fieldHref(field, island), words: t('record.moreFrom', { name: island }) });
  }
  const code = firstOf(record, 'countryCode');
  if (code !== undefined)
    links.push({ href: fieldHref('country', code), words: t('record.moreFrom', { name: page.country(code) }) });
  return links;
}
