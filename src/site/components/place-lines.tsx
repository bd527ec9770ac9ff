/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { placeQuery, type PlaceStep, type PlaceSummary } from '../../api/place-view.ts';
import { placeHref } from '../links.ts';
import { h } from '../markup.ts';
import { usePage, type PageContext } from '../page-context.ts';
import { searchHref } from '../query-parts.ts';

/** What a place is called on the page: countries in its language, others as they are. */
export function placeName({ kind, label, countryCode }: PlaceStep, { country }: PageContext): string {
  return kind === 'country' && countryCode !== undefined ? country(countryCode) : label;
}

/** The years in which a name of the past held; undefined where they are in the name, or not known. */
export function placeYears({ label, begin, end }: PlaceSummary, { t }: PageContext): string | undefined {
  if (label.endsWith(')') || (begin === undefined && end === undefined)) return undefined;
  if (begin === undefined) return t('place.until', { year: String(end) });
  return end === undefined ? t('place.from', { year: String(begin) }) : `${begin}–${end}`;
}

/** A link to a place, with its years. */
export function PlaceLink({ place }: { readonly place: PlaceSummary }) {
  const page = usePage();
  const years = placeYears(place, page);
  return (
    <span>
      <a href={placeHref(place.key)}>{placeName(place, page)}</a>
      {years === undefined ? null : <span class="after"> ({years})</span>}
    </span>
  );
}

interface PlaceLinesProps {
  /** With their objects; records of all types where those were not counted. */
  readonly places: readonly (PlaceSummary & { readonly count?: number })[];
  /** The country in which names of the past lie, to say so. */
  readonly country?: string | undefined;
}

/** Places with what they are and how many objects. */
export function PlaceLines({ places, country }: PlaceLinesProps) {
  const { t, number } = usePage();
  return (
    <ul class="lines taxon-lines">
      {places.map((place) => (
        <li>
          <PlaceLink place={place} />{' '}
          {place.count === undefined ? (
            <span class="after">{number(place.records)}</span>
          ) : (
            <a class="after" href={searchHref(placeQuery(place.key))}>
              {number(place.count)}
            </a>
          )}
          {place.kind === 'country' ? null : <span class="after"> {t(`place.kind.${place.kind}`)}</span>}
          {place.kind === 'historic' && country !== undefined ? (
            <span class="after"> · {t('place.certainWhy', { country })}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Places with what they lie in, a line each. */
export function PlacePaths({ paths }: { readonly paths: readonly (readonly PlaceStep[])[] }) {
  const page = usePage();
  return (
    <>
      {paths.map((path) => (
        <ol class="lineage">
          {path.map((place) => (
            <li>
              <a href={placeHref(place.key)}>{placeName(place, page)}</a>
            </li>
          ))}
        </ol>
      ))}
    </>
  );
}
