/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import type { PlaceView, PossibleSource } from '../../api/place-view.ts';
import { placeQuery } from '../../api/place-view.ts';
import { KINDS } from '../../vocabulary/kinds.ts';
import { CountedPeople } from '../components/counted-lines.tsx';
import { AsJson, ObjectsAndTimes, Places } from '../components/entity-parts.tsx';
import { Layout } from '../components/layout.tsx';
import { PlaceLines, PlaceLink } from '../components/place-lines.tsx';
import type { Card } from '../components/record-strip.tsx';
import { Inferred } from '../components/voices.tsx';
import { placeHref } from '../links.ts';
import { h } from '../markup.ts';
import { usePage, type PageContext } from '../page-context.ts';
import type { PlacePageView } from '../place-data.ts';
import { placeName, placeYears } from '../place-words.ts';
import { searchHref, withCondition } from '../query-parts.ts';

interface PlacePageProps {
  readonly view: PlacePageView;
  readonly cards: readonly Card[];
}

/** A place: its names and their years, what it lies in and what lies in it, what comes from it for certain and possibly, and why. */
export function PlacePage({ view, cards }: PlacePageProps) {
  const page = usePage();
  const { t, number, node } = page;
  const { place, query, grid, times } = view;
  const years = placeYears(place, page);
  const name = placeName(place, page);
  return (
    <Layout
      title={name}
      description={[t(`place.kind.${place.kind}`), years].filter((part) => part !== undefined).join(', ')}
      canonical={node.base + placeHref(place.key)}
    >
      <Lineage place={place} />
      <header class="page-head">
        <h1 class="page-title">
          {name}
          {years === undefined ? null : <span class="after"> {years}</span>}
        </h1>
        <p>{t(`place.kind.${place.kind}`)}</p>
        {place.liesIn === undefined ? null : <LiesIn place={place} />}
        <p>
          <a href={searchHref(query)}>
            {t(view.possible === undefined ? 'place.all' : 'place.certain', { count: place.objects })}
          </a>
        </p>
        {view.byCoordinates === undefined || (place.byCoordinates?.objects ?? 0) === 0 ? null : (
          <Inferred>
            <a href={searchHref(view.byCoordinates)}>
              {t('place.byCoordinates', { count: place.byCoordinates!.objects })}
            </a>
          </Inferred>
        )}
      </header>
      {view.possible === undefined || place.possible === undefined || place.possible.objects === 0 ? null : (
        <Possible view={view} />
      )}
      {place.within.length === 0 ? null : (
        <section class="page-part">
          <h2>{t('place.within')}</h2>
          <PlaceLines places={place.within} country={place.kind === 'country' ? name : undefined} />
          {place.withinTotal > place.within.length ? (
            <p class="facet-note">
              {t('place.withinSome', { shown: number(place.within.length), total: number(place.withinTotal) })}
            </p>
          ) : null}
        </section>
      )}
      <ObjectsAndTimes cards={cards} times={times} query={query} />
      <div class="page-columns">
        <Places grid={grid} query={query} total={place.objects} title={t('place.map')} />
        <Around view={view} />
        <People view={view} />
        <Names place={place} />
      </div>
      <AsJson path="places" entityKey={place.key} />
    </Layout>
  );
}

/** From the widest place down to this one. */
function Lineage({ place }: { readonly place: PlaceView }) {
  const page = usePage();
  return (
    <nav aria-label={page.t('place.lineage')}>
      <ol class="lineage">
        <li>
          <a href="/places">{page.t('places.title')}</a>
        </li>
        {place.lineage.map((above) => (
          <li>
            <a href={placeHref(above.key)}>{placeName(above, page)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Where a name of the past lies today. */
function LiesIn({ place }: { readonly place: PlaceView }) {
  const { t, country } = usePage();
  const { certain, possible = [] } = place.liesIn ?? {};
  return (
    <p>
      {t(certain === undefined ? 'place.liesInSome' : 'place.liesInOne')}{' '}
      {possible.map(({ countryCode, key }, index) => (
        <>
          {index === 0 ? '' : ', '}
          {key === undefined ? country(countryCode) : <a href={placeHref(key)}>{country(countryCode)}</a>}
        </>
      ))}
    </p>
  );
}

/** What may come from a country, by the names that leave it open, and why each does. */
function Possible({ view }: { readonly view: PlacePageView }) {
  const { t } = usePage();
  const { place, possible } = view;
  return (
    <section class="page-part" id="possible">
      <h2>
        <a href={searchHref(possible!)}>{t('place.possible', { count: place.possible!.objects })}</a>
      </h2>
      <p class="quiet">{t('place.possibleNote')}</p>
      <ul class="lines">
        {place.possible!.sources.map((source) => (
          <li>
            <Source source={source} view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Source({ source, view }: { readonly source: PossibleSource; readonly view: PlacePageView }) {
  const page = usePage();
  const { t, number } = page;
  const { place, count, within } = source;
  if (place === undefined)
    return (
      <>
        {t('place.possibleOpen')} <span class="after">{number(count)}</span>
      </>
    );
  const href = searchHref(withCondition(view.possible!, placeQuery(place.key)));
  return (
    <>
      <PlaceLink place={place} /> <a href={href}>{t('place.all', { count })}</a>{' '}
      <span class="after">
        {t('place.possibleWhy', { name: place.label, countries: listOf(within.map(page.country), page) })}
      </span>
    </>
  );
}

function listOf(words: readonly string[], { language }: PageContext): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
}

/** Kinds and names of organisms. */
function Around({ view }: { readonly view: PlacePageView }) {
  const { t, number } = usePage();
  const { place, query } = view;
  const counts = new Map(place.kinds.map(({ kind, count }) => [kind, count]));
  const kinds = KINDS.filter((kind) => counts.has(kind));
  return (
    <section>
      <h2>{t('place.kinds')}</h2>
      <ul class="lines">
        {kinds.map((kind) => (
          <li>
            <a href={searchHref(withCondition(query, { kind: 'is', field: 'kind', value: kind }))}>
              {t(`kind.${kind}`)}
            </a>{' '}
            <span class="after">{number(counts.get(kind)!)}</span>
          </li>
        ))}
      </ul>
      {place.taxa.length === 0 ? null : (
        <>
          <h2>{t('place.taxa')}</h2>
          <ul class="lines">
            {place.taxa.map(({ field, value, count }) => (
              <li>
                <a href={searchHref(withCondition(query, { kind: 'is', field, value }))}>{value}</a>{' '}
                <span class="after">{number(count)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Who stands in the most of its objects. */
function People({ view: { place, query } }: { readonly view: PlacePageView }) {
  const { t } = usePage();
  if (place.people.length === 0) return null;
  return (
    <section>
      <h2>{t('place.people')}</h2>
      <CountedPeople people={place.people} query={query} />
    </section>
  );
}

/** Names as written, names that are known, and other places of this name. */
function Names({ place }: { readonly place: PlaceView }) {
  const page = usePage();
  const { t, number } = page;
  return (
    <section>
      {place.isReduced ? <p class="notice">{t('place.reduced')}</p> : null}
      {place.names.length === 0 ? null : (
        <>
          <h2>{t('place.names')}</h2>
          <ul class="lines">
            {place.names.map(({ name, records }) => (
              <li>
                <span class="wrote">{name}</span> <span class="after">{number(records)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {place.otherNames.length === 0 ? null : (
        <>
          <h2>{t('place.otherNames')}</h2>
          <p>{place.otherNames.join(' · ')}</p>
        </>
      )}
      {place.namesakes.length === 0 ? null : (
        <>
          <h2>{t('place.namesakes')}</h2>
          <p class="quiet">{t('place.namesakesNote')}</p>
          <ul class="lines">
            {place.namesakes.map((other) => (
              <li>
                <PlaceLink place={other} />{' '}
                <span class="after">
                  {[...other.lineage.map((above) => placeName(above, page)), t(`place.kind.${other.kind}`)].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
