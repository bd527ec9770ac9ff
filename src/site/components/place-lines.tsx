/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { placeQuery, type PlaceStep, type PlaceSummary } from '../../api/place-view.ts';
import { placeHref } from '../links.ts';
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import { placeName, placeYears } from '../place-words.ts';
import { searchHref } from '../query-parts.ts';

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
          {place.kind === 'country' ? null : <span class="after">{t(`place.kind.${place.kind}`)} </span>}
          {place.kind === 'historic' && country !== undefined ? (
            <span class="after">· {t('place.certainWhy', { country })} </span>
          ) : null}
          {place.count === undefined ? (
            <span class="after">{number(place.records)}</span>
          ) : (
            <a class="after" href={searchHref(placeQuery(place.key))}>
              {number(place.count)}
            </a>
          )}
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
