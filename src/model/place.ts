/**
 * What a place is: `stateProvince` to `locality` are as the records name them, `historic` is a state of the past, `region` a name that
 * lies over several countries of today, or that places in several of them bear.
 */
export type PlaceKind =
  | 'continent'
  | 'country'
  | 'stateProvince'
  | 'county'
  | 'municipality'
  | 'island'
  | 'locality'
  | 'water'
  | 'historic'
  | 'region';
