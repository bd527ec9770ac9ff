import { createRequire } from 'node:module';
import type * as Mgrs from 'mgrs';
import { project, type Degrees } from './datum.ts';

// The package's CommonJS file hides its names from imports.
const { inverse } = createRequire(import.meta.url)('mgrs') as typeof Mgrs;

/** The centre of a square of a grid, and how far from it the place may be: half the diagonal of the square. */
export interface GridPoint extends Degrees {
  readonly coordinateUncertaintyInMeters: number;
}

export interface NationalGridPoint extends GridPoint {
  readonly grid: 'British' | 'Irish';
  /** The letters of its square of 100 km. */
  readonly square: string;
}

const BRITISH =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894';
const IRISH =
  '+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 +ellps=mod_airy +towgs84=482.53,-130.596,564.557,-1.042,-0.214,-0.631,8.15';
const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ';

function squareOf(letter: string): readonly [east: number, north: number] {
  const at = LETTERS.indexOf(letter);
  return [at % 5, 4 - Math.floor(at / 5)];
}

function halfDiagonal(side: number): number {
  return Math.round((side * Math.SQRT2) / 2);
}

function inGrid(definition: string, corner: readonly [number, number], digits: string): GridPoint | undefined {
  if (digits.length % 2 === 1 || digits.length > 10) return undefined;
  const half = digits.length / 2;
  const side = 10 ** (5 - half);
  const [east, north] = [digits.slice(0, half), digits.slice(half)].map((part) => Number(part || '0') * side);
  const point = project(definition, corner[0] + (east ?? 0) + side / 2, corner[1] + (north ?? 0) + side / 2);
  return { ...point, coordinateUncertaintyInMeters: halfDiagonal(side) };
}

/** Reads a reference of the British ("SU 387 148") or Irish ("O 159 345", six figures or more) national grid. */
export function parseNationalGrid(text: string): NationalGridPoint | undefined {
  const [, letters = '', east = '', north = ''] =
    /^([A-HJ-Z]{1,2})\s?(\d{2,10})(?:\s(\d{1,5}))?$/u.exec(text.trim().toUpperCase()) ?? [];
  const digits = east + north;
  if (letters === '' || (north !== '' && north.length !== east.length)) return undefined;
  const [first = '', second] = letters;
  if (second === undefined) {
    const [across, up] = squareOf(first);
    const point = digits.length < 6 ? undefined : inGrid(IRISH, [across * 1e5, up * 1e5], digits);
    return point === undefined ? undefined : { ...point, grid: 'Irish', square: letters };
  }
  // Great Britain lies in these of the squares of 500 km.
  if (!'HNOST'.includes(first)) return undefined;
  const [across, up] = squareOf(first);
  const [inner, above] = squareOf(second);
  const corner = [(across - 2) * 5e5 + inner * 1e5, (up - 1) * 5e5 + above * 1e5] as const;
  const point = corner[0] < 0 || corner[0] > 7e5 || corner[1] < 0 ? undefined : inGrid(BRITISH, corner, digits);
  return point === undefined ? undefined : { ...point, grid: 'British', square: letters };
}

/** Reads easting and northing in metres of a national grid: "530000 180000". */
export function parseNationalMetres(text: string, grid: 'British' | 'Irish'): Degrees | undefined {
  const [, east, north] =
    /^(?:E:?\s*)?(\d{5,6})(?:\.\d+)?[\s,;]+(?:N:?\s*)?(\d{4,7})(?:\.\d+)?$/iu.exec(text.trim()) ?? [];
  if (east === undefined || north === undefined) return undefined;
  return project(grid === 'British' ? BRITISH : IRISH, Number(east), Number(north));
}

/** Reads a reference of the Military Grid Reference System with its zone: "31U DQ 48251 11932". */
export function parseMgrs(text: string): GridPoint | undefined {
  const plain = text.trim().toUpperCase().replaceAll(/\s+/gu, '');
  const digits = /^(?:0?[1-9]|[1-5]\d|60)[C-HJ-NP-X][A-HJ-NP-Z][A-HJ-NP-V](\d{2,10})$/u.exec(plain)?.[1];
  if (digits === undefined || digits.length % 2 === 1) return undefined;
  try {
    const [west, south, east, north] = inverse(plain);
    return {
      latitude: (south + north) / 2,
      longitude: (west + east) / 2,
      coordinateUncertaintyInMeters: halfDiagonal(10 ** (5 - digits.length / 2)),
    };
  } catch {
    // A square that the zone does not have.
    return undefined;
  }
}

const UTM_ZONE =
  /(?:\bZONE:?\s*|\bUTM\b:?\s*(?:ZONE:?\s*)?|^\s*(?=\d{1,2}\s?[C-HJ-NP-X]\b|\d{1,2}\s))(\d{1,2})\s?([C-HJ-NP-X])?\b/u;
/** WGS 84, ETRS89, NAD83, NAD27 and ED50 by zone. */
const UTM_CODES: Readonly<Record<string, readonly [hemisphere: 'N' | 'S', datum: string]>> = {
  326: ['N', 'WGS84'],
  327: ['S', 'WGS84'],
  258: ['N', 'ETRS89'],
  269: ['N', 'NAD83'],
  267: ['N', 'NAD27'],
  230: ['N', 'ED50'],
};
const DATUM = /\b(?:NAD|WGS|ED|AGD|GDA|SAD|PSAD)[ -]?(?:19)?\d{2}\b/u;

/** What a statement about the reference system says about UTM: the zone with its letter, the datum. */
export interface UtmSystem {
  readonly zone?: string;
  readonly datum?: string;
}

/** Reads zone and datum from the name or the EPSG code of a reference system: "EPSG:32633", "NAD27 / UTM zone 10N". */
export function parseUtmSystem(text: string): UtmSystem {
  const written = text.toUpperCase();
  const [, family = '', number = ''] = /\bEPSG\S*?:(\d{3})(\d{2})$/u.exec(written.trim()) ?? [];
  const known = UTM_CODES[family];
  if (known !== undefined) return { zone: `${Number(number)}${known[0]}`, datum: known[1] };
  const datum = DATUM.exec(written)?.[0];
  const zone = UTM_ZONE.exec(written.replace(DATUM, ' '));
  return {
    ...(zone === null ? {} : { zone: `${zone[1]}${zone[2] ?? ''}` }),
    ...(datum === undefined ? {} : { datum }),
  };
}

export interface UtmReading {
  /** The point as if in WGS 84; two where the hemisphere is open, since S alone may be a band or "south". */
  readonly points: readonly Degrees[];
  /** The same metres in another datum. */
  readonly inDatum: (definition: string) => readonly Degrees[];
  /** The datum that stands beside them. */
  readonly datum: string | undefined;
}

/** Reads zone, easting and northing of UTM; what the text leaves out is taken from the statement about the system. */
export function parseUtm(text: string, system: UtmSystem = {}): UtmReading | undefined {
  const own = text.toUpperCase();
  const datum = DATUM.exec(own)?.[0] ?? system.datum;
  const written = own.replace(DATUM, ' ');
  const zone = UTM_ZONE.exec(written) ?? UTM_ZONE.exec(`ZONE ${system.zone ?? ''}`);
  const metres = [...written.replace(zone?.[0] ?? '', ' ').matchAll(/(?<![\d.])\d{6,7}(?:\.\d+)?(?![\d.])/gu)].map(
    Number,
  );
  const [a = 0, b = 0] = metres;
  if (zone === null || metres.length !== 2) return undefined;
  const [, number = '', band] = zone;
  const easting = Math.min(a, b);
  const northing = Math.max(a, b);
  if (Number(number) < 1 || Number(number) > 60 || easting < 1e5 || easting > 9e5 || northing > 1e7) return undefined;
  const hemispheres = band === undefined || band === 'S' ? ['', ' +south'] : band >= 'N' ? [''] : [' +south'];
  const inDatum = (definition: string) =>
    hemispheres.map((south) => project(`+proj=utm +zone=${Number(number)}${south} ${definition}`, easting, northing));
  return { points: inDatum('+datum=WGS84'), inDatum, datum };
}
