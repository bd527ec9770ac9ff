/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import type { PlaceSummary } from '../../api/place-view.ts';
import { placeHref } from '../links.ts';
import { h } from '../markup.ts';
import { usePage, type PageContext } from '../page-context.ts';

/** What a place is called on the page: countries in its language, others as they are. */
export function placeName({ kind, label, countryCode }: PlaceSummary, { country }: PageContext): string {
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

/** Places with what they are and how many objects. */
export function PlaceLines({ places }: { readonly places: readonly (PlaceSummary & { readonly count?: number })[] }) {
  const { t, number } = usePage();
  return (
    <ul class="lines">
      {places.map((place) => (
        <li>
          <PlaceLink place={place} />{' '}
          <span class="after">
            {place.kind === 'country' ? '' : `${t(`place.kind.${place.kind}`)} · `}
            {number(place.count ?? place.records)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Places with what they lie in, a line each. */
export function PlacePaths({ paths }: { readonly paths: readonly (readonly PlaceSummary[])[] }) {
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
