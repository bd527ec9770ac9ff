import type { Query } from '../model/query.ts';
import { findArea } from '../vocabulary/geography-areas.ts';
import { findSea, lineageOfSea, SEAS } from '../vocabulary/geography-seas.ts';
import type { PlaceSummary } from './place-view.ts';

/**
 * Selects the objects that lie in a place by their coordinates alone: none of them names it, so that none is in what its `placeKey`
 * selects. Undefined where the outline of the place is not known.
 */
export function coordinatesQuery(place: PlaceSummary): Query | undefined {
  const inside = insideQuery(place);
  if (inside === undefined) return undefined;
  return { kind: 'and', of: [...inside, { kind: 'not', of: { kind: 'is', field: 'placeKey', value: place.key } }] };
}

function insideQuery({ kind, label, countryCode }: PlaceSummary): readonly Query[] | undefined {
  if (kind === 'stateProvince' && countryCode !== undefined && findArea(countryCode, label)?.label === label)
    return [
      { kind: 'is', field: 'administrativeArea', value: label },
      { kind: 'is', field: 'country', value: countryCode, match: 'certain' },
    ];
  if (kind !== 'water' || findSea(label) !== label) return undefined;
  const seas = new Set(SEAS.map((sea) => sea.label).filter((sea) => lineageOfSea(sea).includes(label)));
  return [{ kind: 'in', field: 'marineArea', values: [...seas.add(label)] }];
}
