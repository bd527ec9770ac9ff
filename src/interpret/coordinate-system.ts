import {
  parseMgrs,
  parseNationalGrid,
  parseNationalMetres,
  parseUtm,
  parseUtmSystem,
  type NationalGridPoint,
} from './coordinate-grid.ts';
import type { CountryReading } from './country-name.ts';
import { countryAt, isNearCountry } from './country-shapes.ts';
import { parseDatum, type Degrees } from './datum.ts';

/** A point that was read from a grid, in WGS 84. */
export interface PlacedGrid {
  readonly point: Degrees;
  /** Half the diagonal of the square, where the reference names one. */
  readonly coordinateUncertaintyInMeters?: number;
  readonly datum:
    | { readonly kind: 'assumed' }
    | { readonly kind: 'same' }
    | { readonly kind: 'converted'; readonly name: string }
    | { readonly kind: 'unknown'; readonly name: string };
}

export interface GridTerms {
  readonly text: string;
  /** What is written of the reference system: `verbatimSRS` and `verbatimCoordinateSystem`. */
  readonly system: string;
  readonly datum: string | null;
  readonly stated: CountryReading | undefined;
}

const BRITISH_SYSTEM = /\b(?:osgb|ordnance survey|british (?:national )?grid|bng)|epsg\S*?:27700/iu;
const IRISH_SYSTEM = /\birish\b|\btm ?6[57]\b|epsg\S*?:2990[0-3]/iu;
const COUNTRIES_OF = { British: ['GB', 'IM'], Irish: ['IE', 'GB'] } as const;
/** Degrees: grids run on beyond the coast. */
const NEAR = 0.5;

/** Reads UTM, MGRS and the British and Irish grids. Undefined where the text is none of them. */
export function readGrid(terms: GridTerms): PlacedGrid | undefined {
  return readMgrs(terms) ?? readNational(terms) ?? readUtm(terms);
}

function readMgrs({ text, datum }: GridTerms): PlacedGrid | undefined {
  const grid = parseMgrs(text);
  if (grid === undefined) return undefined;
  const { coordinateUncertaintyInMeters, ...point } = grid;
  // The letters of the squares differ on older ellipsoids, so that such a reference can't be moved surely.
  if (datum === null) return { point, coordinateUncertaintyInMeters, datum: { kind: 'assumed' } };
  const isSame = parseDatum(datum) === 'same';
  return { point, coordinateUncertaintyInMeters, datum: isSame ? { kind: 'same' } : { kind: 'unknown', name: datum } };
}

function readNational({ text, system, stated }: GridTerms): PlacedGrid | undefined {
  const grid = BRITISH_SYSTEM.test(system) ? 'British' : IRISH_SYSTEM.test(system) ? 'Irish' : undefined;
  const square = parseNationalGrid(text);
  const datum = { kind: 'converted', name: (square?.grid ?? grid) === 'Irish' ? 'Ireland 1965' : 'OSGB36' } as const;
  if (square === undefined) {
    const point = grid === undefined ? undefined : parseNationalMetres(text, grid);
    return point === undefined ? undefined : { point, datum };
  }
  if (!isMeant(square, grid, stated)) return undefined;
  const { latitude, longitude, coordinateUncertaintyInMeters } = square;
  return { point: { latitude, longitude }, coordinateUncertaintyInMeters, datum };
}

/** Elsewhere the same letters and figures are something else; N, S, E and W may be a hemisphere. */
function isMeant(
  square: NationalGridPoint,
  grid: 'British' | 'Irish' | undefined,
  stated: CountryReading | undefined,
): boolean {
  if (grid !== undefined) return grid === square.grid;
  if (stated === undefined) return !'NSEW'.includes(square.square);
  return COUNTRIES_OF[square.grid].some((code) => stated.possible.includes(code));
}

function readUtm({ text, system, datum, stated }: GridTerms): PlacedGrid | undefined {
  const reading = parseUtm(text, parseUtmSystem(system));
  const at = reading === undefined ? -1 : chosen(reading.points, stated);
  const point = reading?.points[at];
  if (reading === undefined || point === undefined) return undefined;
  const name = datum ?? reading.datum;
  if (name === undefined) return { point, datum: { kind: 'assumed' } };
  const known = parseDatum(name, point);
  if (known === 'same') return { point, datum: { kind: 'same' } };
  const moved = known === undefined ? undefined : reading.inDatum(known.definition)[at];
  return moved === undefined
    ? { point, datum: { kind: 'unknown', name } }
    : { point: moved, datum: { kind: 'converted', name } };
}

/** Where the hemisphere is open: the point in the stated country, else the only one on land. -1 where neither decides. */
function chosen(points: readonly Degrees[], stated: CountryReading | undefined): number {
  if (points.length === 1) return 0;
  const isFit = ({ latitude, longitude }: Degrees) =>
    stated === undefined
      ? countryAt(longitude, latitude) !== undefined
      : stated.possible.some((code) => isNearCountry(longitude, latitude, code, NEAR));
  const fitting = points.map(isFit);
  return fitting.filter(Boolean).length === 1 ? fitting.indexOf(true) : -1;
}
