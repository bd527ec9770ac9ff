import type { PlaceStep, PlaceSummary } from '../api/place-view.ts';
import type { PageContext } from './page-context.ts';

/** What a place is called on a page: continents and countries in its language, others as they are. */
export function placeName(
  { kind, label, countryCode }: Pick<PlaceStep, 'kind' | 'label' | 'countryCode'>,
  { country, find }: Pick<PageContext, 'country' | 'find'>,
): string {
  if (kind === 'continent') return find(`continent.${label.toUpperCase().replaceAll(' ', '_')}`) ?? label;
  return kind === 'country' && countryCode !== undefined ? country(countryCode) : label;
}

/** The years in which a name of the past held; undefined where they are in the name, or not known. */
export function placeYears({ label, begin, end }: PlaceSummary, { t }: PageContext): string | undefined {
  if (label.endsWith(')') || (begin === undefined && end === undefined)) return undefined;
  if (begin === undefined) return t('place.until', { year: String(end) });
  return end === undefined ? t('place.from', { year: String(begin) }) : `${begin}–${end}`;
}
